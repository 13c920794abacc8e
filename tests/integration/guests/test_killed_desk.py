"""kill -9 of a desk while guests come: whoever was said to be in is in, once, with what a campaign looks at, and nobody
who walked in is without a name. The short form kills once, `make torture` many."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.guests.outcomes import GuestView
from tests.fakes import KEY
from tests.integration.guests.killed_desk import opened

SHORT, LONG = 1, 60


def test_no_kill_loses_a_guest_or_lets_one_in_twice(tmp_path: Path, torture: bool) -> None:
    dice = random.Random(13)
    said: set[str] = set()
    for _ in range(LONG if torture else SHORT):
        for kind, guest in _killed(tmp_path, dice.randrange(3, 20)):
            if kind == "welcome":
                assert guest not in said, "let in twice"
                said.add(guest)
        said |= _check(tmp_path, said)


def _killed(folder: Path, lines: int) -> list[tuple[str, str]]:
    command = [sys.executable, "-m", "tests.integration.guests.killed_desk", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, cwd=Path.cwd(), encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(lines)]
        program.kill()
        told += program.stdout.readlines()
    assert program.returncode != 0
    # the last line may be cut off in the middle; it was not said then
    words = [line.split() for line in told if line.endswith("\n")]
    return [(kind, guest) for kind, guest in words]


def _check(folder: Path, said: set[str]) -> set[str]:
    """Gives who was in durably at the moment of the kill, and was not said to be."""
    desk = opened(folder)
    came = [fact.body["guest"] for fact in desk.facts("guest.signed_in")]
    assert len(came) == len(set(came))
    assert said <= set(came)
    unsaid = set(came) - said
    assert len(unsaid) <= 1
    members = sorted(f"m-{guest[2:]}" for guest in came if guest.startswith("g-") and int(guest[2:]) % 2)
    assert sorted(fact.body["member"] for fact in desk.facts("event.attended")) == members
    for guest in (one for one in came if one.startswith("w-")):
        view = desk.service.guest("gala", guest)
        assert isinstance(view, GuestView)
        assert view.name == f"走進{guest[2:]}"
        assert desk.service.find_guests("gala", view.name).total >= 1
    desk.ledger.close()
    desk.reference.close()
    assert verify(folder / "ledger.db", KEY).sound
    assert rebuild(folder / "ledger.db", KEY).differences == {}
    return unsaid
