"""Four desks as processes of their own, HQ cut off: guests are signed in, some of them twice, while the hall's network
falls apart and comes together again and a desk is killed. All agree, and every duplicate is reported once."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.installation import key_store, ledger_key
from tests.e2e.desks import Hall, guest_id, hall, settings_of

DEVICES = ("d-1", "d-2", "d-3", "d-4")
SHORT, LONG = 60, 4_000


def test_all_agree_and_every_duplicate_is_reported_once(tmp_path: Path, torture: bool) -> None:
    guests = LONG if torture else SHORT
    rng = random.Random(13)
    with hall(tmp_path, DEVICES, guests, whole=torture) as desks:
        desks.everybody("together", count=4)
        come = [guest_id(number) for number in range(guests)]
        rng.shuffle(come)
        third = guests // 3
        # together: a ticket that was signed in elsewhere is known
        _sign_in(desks, come[:third], rng)
        before = _agree(desks, come=third, doubles=set())
        again = {device: desks.desks[device].ask("sign_in", guests=come[:5])["said"] for device in DEVICES}
        assert {kind for said in again.values() for kind, _seq, _at in said} == {"already_in"}
        assert _agree(desks, come=third, doubles=set()) == before
        # two and two, which do not reach each other: some tickets come to both sides
        desks.split(DEVICES[:2], DEVICES[2:])
        twice = come[third : third + third // 4]
        for device, some in _dealt(come[third : 2 * third], DEVICES[:2], rng).items():
            desks.desks[device].ask("sign_in", guests=some)
        kinds: Counter[str] = Counter()
        for device, some in _dealt(twice, DEVICES[2:], rng).items():
            kinds.update(kind for kind, _seq, _at in desks.desks[device].ask("sign_in", guests=some)["said"])
        assert kinds == {"welcome": len(twice)}  # nobody could know
        # one of them is killed meanwhile, in the middle of things, and starts anew
        killed = desks.desks["d-4"]
        killed.send("sign_in", guests=come[2 * third : 2 * third + 20])
        killed.kill()
        desks.start("d-4")
        desks.heal()
        known = desks.agree()
        came = known["d-1"]["came"]
        assert 2 * third <= came <= 2 * third + 20
        _agree(desks, come=came, doubles=set(twice))
        # and the rest, while lines come and go
        left = [one for one in come[2 * third :] if one not in come[2 * third : 2 * third + 20]]
        rounds = 4 if torture else 1
        for turn in range(rounds):
            alone = DEVICES[turn]
            desks.split([alone], [one for one in DEVICES if one != alone])
            _sign_in(desks, left[turn::rounds], rng)
            desks.heal()
        _agree(desks, come=came + len(left), doubles=set(twice))
    for device in DEVICES:
        settings = settings_of(tmp_path, device)
        key = ledger_key(settings, key_store(settings))
        report = verify(settings.ledger_path, key)
        assert report.sound, report.problem
        if torture or device == DEVICES[-1]:
            assert rebuild(settings.ledger_path, key).differences == {}


def _dealt(guests: list[str], devices: tuple[str, ...], rng: random.Random) -> dict[str, list[str]]:
    """Each to one of the desks."""
    found: dict[str, list[str]] = {device: [] for device in devices}
    for guest in guests:
        found[rng.choice(devices)].append(guest)
    return found


def _sign_in(desks: Hall, guests: list[str], rng: random.Random) -> None:
    """At all desks at the same time."""
    dealt = _dealt(guests, DEVICES, rng)
    for device, some in dealt.items():
        desks.desks[device].send("sign_in", guests=some)
    for device in dealt:
        said = desks.desks[device].answer()["said"]
        assert {kind for kind, _seq, _at in said} <= {"welcome"}, device


def _agree(desks: Hall, *, come: int, doubles: set[str]) -> str:
    """All say the same: so many came, these tickets came in twice, each told of once."""
    said = desks.agree()
    for device, one in said.items():
        assert one["reached"], (device, one["seen"])
        assert one["came"] == come, device
        assert Counter(guest for guest, _id in one["doubles"]) == Counter(doubles), device
    digest: str
    (digest,) = {one["digest"] for one in said.values()}
    return digest
