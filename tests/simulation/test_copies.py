"""One terminal that is two: noticed within three syncs, nobody goes on by itself, and a person decides."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.sync.client import HqRefused
from kiosk.application.sales.outcomes import MemberFound, Redemption
from kiosk.application.sync.outcomes import Link
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.hq.ports import HqSettings
from kiosk.protocol import signed_texts
from kiosk.protocol.wire.messages import EnrollAnswer, EnrollRequest, SessionAnswer, SessionRequest
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import SimTerminal, World

CLERK = Staff("s-101", "店長", Role.MANAGER)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with quiet_logs():
        made = World(tmp_path, 3)
        made.add("A1", "xinyi")
        sync(made.terminals["A1"])
        yield made
        made.close()


def sync(till: SimTerminal, times: int = 1) -> Link:
    """So many whole rounds; gives how the link stands."""
    for _ in range(times):
        till.world.pass_time(1_000)
        while till.engine.round() == 0:
            pass
    return till.engine.status().link


def sells(till: SimTerminal, number: int = 0) -> object:
    """A sale with whatever coupons the member has."""
    till.world.pass_time(1_000)
    member = [one for one in till.world.chain.members if one.home_store == "xinyi"][number]
    event = ScanEvent(member.card_no, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = till.service.scan(till.service.new_visit(), event, CLERK)
    assert isinstance(found, MemberFound)
    visit = till.service.price(replace(found.visit, amount=120_000))
    return till.service.confirm(visit, CLERK)


def state(world: World) -> str:
    (seen,) = world.hq.terminals()
    return seen.state


def epoch(world: World) -> int:
    (seen,) = world.hq.terminals()
    return seen.epoch


def copied(world: World, *, running: bool = False) -> tuple[SimTerminal, SimTerminal]:
    """Two machines of which HQ knows that they are one terminal."""
    one = world.terminals["A1"]
    two = one.copied("copy", running=running)
    for number in range(3):
        for till in (one, two):
            sells(till, number)
            sync(till)
    assert state(world) == "copied"
    return one, two


@pytest.mark.parametrize("running", [False, True], ids=["a disk", "a virtual machine"])
@pytest.mark.parametrize("copy_first", [False, True])
def test_a_copy_is_noticed_within_three_syncs_on_both_screens_and_at_hq(
    world: World, running: bool, copy_first: bool
) -> None:
    one = world.terminals["A1"]
    tills = (one, one.copied("copy", running=running))
    syncs = 0
    while state(world) != "copied":
        for till in reversed(tills) if copy_first else tills:
            sells(till, syncs)
            sync(till)
        syncs += 1
    assert syncs <= 3
    assert {sync(till) for till in tills} == {Link.COPIED}
    assert "copied" in {found.what for found in world.hq.conflicts()}
    reached = epoch(world)
    for till in tills * 5:
        sells(till, 4)
        sync(till)
    assert epoch(world) == reached <= 3  # nobody begins anew by itself


@pytest.mark.parametrize("running", [False, True])
def test_copies_redeem_nothing_that_needs_a_right(world: World, running: bool) -> None:
    for till in copied(world, running=running):
        assert till.engine.status().waits == "copied"
        sold = sells(till, 5)
        assert not isinstance(sold, Redemption) or not sold.sale.lines
        till.network.up = False
        sync(till)
        assert till.engine.status().waits == "copied"  # also while HQ is out of reach
        till.crash()
        till.start()
        assert till.engine.status().waits == "copied"  # and after a restart
        sold = sells(till, 6)
        assert not isinstance(sold, Redemption) or not sold.sale.lines


def test_a_person_decides_which_machine_stays(world: World) -> None:
    one, two = copied(world)
    code = world.hq.enroll_code("xinyi", for_device=world.hq.terminals()[0].device)
    assert code is not None
    world.pass_time(1_000)
    with pytest.raises(HqRefused, match="key_known"):
        two.engine.enroll_again(code, two.public_key)  # the copy knows that key, too
    world.pass_time(1_000)
    fresh = Ed25519PrivateKey.generate()
    one.engine.enroll_again(code, fresh.public_key().public_bytes_raw())
    one._device_key = fresh
    one.client.token = None
    assert sync(one, 2) is Link.ONLINE
    assert state(world) == "active"
    assert sync(two, 2) is Link.REVOKED
    assert isinstance(sells(one, 7), Redemption)
    sync(one, 2)
    assert (one.engine.status().queue, one.engine.status().waits) == (0, "")
    assert world.hq.verify() == []


def test_a_clone_may_not_change_the_key_by_itself(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    one = world.terminals["A1"]
    backup = one.back_up()
    sells(one, 0)
    sync(one)
    one.restore(backup)  # HQ gives a code for a new epoch
    refusals: list[str] = []
    enroll = one.client.enroll

    def with_a_key_of_its_own(request: EnrollRequest) -> EnrollAnswer:
        other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
        try:
            return enroll(msgspec.structs.replace(request, public_key=other))
        except HqRefused as error:
            refusals.append(error.problem)
            raise

    monkeypatch.setattr(one.client, "enroll", with_a_key_of_its_own)
    sync(one)
    assert set(refusals) == {"person_needed"}
    assert epoch(world) == 1


def test_a_restored_backup_goes_on_by_itself(world: World) -> None:
    one = world.terminals["A1"]
    sells(one, 0)
    sync(one)
    backup = one.back_up()
    for expected in (2, 3):
        sells(one, expected)
        sync(one)
        one.restore(backup)
        assert sync(one, 3) is Link.ONLINE
        assert (state(world), epoch(world)) == ("active", expected)


def test_a_virtual_machine_that_is_set_back_recovers_once_then_a_person_decides(world: World) -> None:
    one = world.terminals["A1"]
    sells(one, 0)
    sync(one)
    snapshot = one.copied("snapshot", running=True)
    del world.terminals["snapshot"]
    snapshot.stop()
    again = snapshot.folder.with_name("again")
    shutil.copytree(snapshot.folder, again)

    def set_back(folder: Path) -> None:
        one.stop()
        one.folder = folder
        one.start()

    sells(one, 1)
    sync(one)
    set_back(snapshot.folder)
    sells(one, 2)
    assert sync(one, 3) is Link.ONLINE
    assert epoch(world) == 2
    set_back(again)
    sells(one, 3)
    assert sync(one, 2) is Link.COPIED
    assert world.hq.let_go_on(world.hq.terminals()[0].device)
    assert sync(one, 3) is Link.ONLINE
    assert one.engine.status().waits == ""


def test_after_a_few_forks_an_hour_a_terminal_is_held_until_somebody_decides(world: World) -> None:
    one = world.terminals["A1"]
    backup = one.back_up()
    link = Link.ONLINE
    for number in range(HqSettings().forks_an_hour + 1):
        assert link is Link.ONLINE
        sells(one, number)
        sync(one, 2)
        one.restore(backup)
        link = sync(one, 3)
    assert link is Link.HELD
    world.pass_time(5 * 3_600_000)
    assert sync(one, 2) is Link.HELD  # time alone changes nothing
    (seen,) = world.hq.terminals()
    assert (seen.state, seen.waits_since is None) == ("held", False)
    assert [found.what for found in world.hq.conflicts()] == ["held"]
    assert world.hq.let_go_on(seen.device)
    assert sync(one, 3) is Link.ONLINE
    assert world.hq.conflicts() == []
    assert not world.hq.let_go_on(seen.device)


def test_a_late_message_of_a_program_that_ended_makes_no_copy(world: World) -> None:
    one = world.terminals["A1"]
    one.client.token = None
    challenge = one.client.challenge(world.hq.terminals()[0].device)
    instance = one.engine._session._instance
    one.crash()
    one.start()
    sync(one)
    (seen,) = world.hq.terminals()
    signature = one.sign(signed_texts.session(seen.device, challenge.nonce))
    request = SessionRequest(device=seen.device, nonce=challenge.nonce, signature=signature, instance=instance)
    with pytest.raises(HqRefused, match="challenge_unknown"):
        one.client._post("/v1/session", request, SessionAnswer)
    assert sync(one, 2) is Link.ONLINE
    assert state(world) == "active"


def test_a_late_message_of_a_program_that_ended_before_it_was_ever_heard_makes_no_copy(world: World) -> None:
    one = world.terminals["A1"]
    one.client.token = None
    challenge = one.client.challenge(world.hq.terminals()[0].device)
    one.crash()
    world.pass_time(1)
    one.start()
    sync(one)
    (seen,) = world.hq.terminals()
    signature = one.sign(signed_texts.session(seen.device, challenge.nonce))
    request = SessionRequest(device=seen.device, nonce=challenge.nonce, signature=signature, instance="never heard of")
    with pytest.raises(HqRefused, match="challenge_unknown"):
        one.client._post("/v1/session", request, SessionAnswer)
    assert sync(one, 2) is Link.ONLINE
    assert state(world) == "active"
