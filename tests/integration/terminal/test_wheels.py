"""Leases of wheels between the real HQ and real terminals, over real HTTP: asked for, opened, spun, closed; what is
lost on the way, and what is lost for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import msgspec
import pytest

from kiosk.adapters.sync import wheels as keeper
from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.sales.outcomes import MemberFound, Visit
from kiosk.domain.draws.held import HeldLease
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.hq.draws.lease_list import LeaseSeen
from kiosk.hq.ports import HqSettings
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import WheelLeased
from tests.integration.terminal.local_hq import LocalHq, changed, half, nothing, status, twice
from tests.integration.terminal.visits import clerk, redeemed, scan
from tests.simulation.surroundings import Crash
from tests.simulation.wheel import CAMPAIGN, WHEEL, fetch_rounds, wheel_campaign, with_wheel
from tests.simulation.world import SimTerminal, World

DAY_MS = 86_400_000
SPINS = 4
"""That a purchase brings."""
Enrol = Callable[..., SimTerminal]


@pytest.fixture
def settings() -> HqSettings:
    return HqSettings(wheel_beacon_ahead_s=6)


@pytest.fixture
def fair(world: World) -> World:
    with_wheel(world.hq, wheel_campaign(spins=SPINS))
    return world


def leases(till: SimTerminal) -> list[HeldLease]:
    return list(till.ledger.run(lambda tx: tx.wheel_leases()))


def at_hq(world: World) -> list[LeaseSeen]:
    """The oldest first."""
    return sorted(world.hq.wheels.leases(), key=lambda one: (one.issued_at, one.device, one.seq))


def in_balance(world: World) -> Counter[str]:
    """Won, held by leases, and in reserve make up the whole. Gives what is in reserve."""
    assert [flaw for flaw in world.hq.verify() if flaw.what.startswith("wheel")] == []
    left: Counter[str] = Counter()
    for prize in world.hq.wheels.wheels()[0].prizes:
        out = sum(one.out.get(prize.code, 0) for one in world.hq.wheels.leases())
        assert prize.whole == prize.left + out
        left[prize.code] = prize.left
    return left


def round_out(world: World, *tills: SimTerminal) -> None:
    """The leases' round comes out, HQ fetches it, and terminals open their tapes and tell."""
    world.pass_time(10_000)
    assert fetch_rounds(world)
    for till in tills:
        for _ in range(2):
            till.engine.round()


def ready(world: World, till: SimTerminal) -> HeldLease:
    """A lease that may be spun."""
    till.engine.round()
    till.engine.round()
    round_out(world, till)
    return leases(till)[0]


def buys(till: SimTerminal, sales: int = 1) -> Visit:
    """A member with as many spins more as they bought."""
    actor = clerk(till)
    members = [one for one in till.world.chain.members if one.home_store == till.store]
    for _ in range(sales):
        redeemed(till, actor, members[0].card_no)
    found = scan(till, till.service.new_visit(), members[0].card_no, actor)
    assert isinstance(found, MemberFound)
    return found.visit


def spins(till: SimTerminal, count: int = 1) -> list[Spun]:
    visit, found = buys(till, -(-count // SPINS)), []
    for _ in range(count):
        spun = till.service.spin(visit, CAMPAIGN, WHEEL, SpinWay.FREE, clerk(till))
        assert isinstance(spun, Spun), spun
        assert till.service.spin_shown(spun.lease, spun.j, clerk(till))
        found.append(spun)
    return found


def refused(till: SimTerminal) -> RefusalCode:
    outcome = till.service.spin(buys(till), CAMPAIGN, WHEEL, SpinWay.FREE, clerk(till))
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


# -- as it should go --------------------------------------------------------------------------------------------------


def test_a_lease_is_had_opened_spun_offline_and_closed(fair: World, till: SimTerminal) -> None:
    held = ready(fair, till)
    assert at_hq(fair)[0].state == "opened"
    assert till.reference.told_lease(held.lease) is not None
    till.network.up = False
    got = [one.prize.code for one in spins(till, 5)]
    assert [one.used for one in leases(till)] == [5]
    till.engine.round()
    seen = at_hq(fair)[0]
    assert (seen.told, seen.shown, dict(seen.won)) == (5, 5, dict(Counter(got)))
    assert fair.hq.withdraw_campaign(CAMPAIGN)
    for _ in range(3):
        till.engine.round()
    seen = at_hq(fair)[0]
    assert (seen.state, seen.why, seen.faults, dict(seen.out)) == ("closed", "over", (), dict(Counter(got)))
    assert sum(in_balance(fair).values()) == 95
    assert till.reference.wheel_left(CAMPAIGN, WHEEL)["thanks"] == (87 - Counter(got)["thanks"], 87)


def test_nothing_is_spun_before_hq_has_the_root(fair: World, till: SimTerminal) -> None:
    till.engine.round()
    till.engine.round()
    assert at_hq(fair)[0].state == "granted"
    assert refused(till) is RefusalCode.WHEEL_NOT_READY
    fair.pass_time(10_000)
    assert fetch_rounds(fair)
    till.engine.round()  # the round comes, the tape is opened, and nobody has heard of it
    assert [one.used for one in leases(till)] == [0]
    assert refused(till) is RefusalCode.WHEEL_NOT_READY
    till.engine.round()
    spins(till)


def test_the_next_lease_is_asked_for_when_one_runs_low(fair: World, till: SimTerminal) -> None:
    size = ready(fair, till).size
    spins(till, size - size // keeper.LOW - 1)
    till.engine.round()
    assert len(at_hq(fair)) == 1
    spins(till)
    till.engine.round()
    assert [one.state for one in at_hq(fair)] == ["opened", "granted"]
    round_out(fair, till)
    spins(till, size // keeper.LOW)
    for _ in range(3):
        till.engine.round()
    first = at_hq(fair)[0]
    assert (first.state, first.why, first.told) == ("closed", "empty", size)
    spins(till)
    in_balance(fair)


def test_two_tills_and_one_prize_never_have_it_both(fair: World, enrolled: Enrol) -> None:
    fair.hq.publish_campaign(wheel_campaign(grand=1, mugs=0, thanks=0, spins=SPINS, version=2))
    tills = [enrolled("XY01"), enrolled("ZX01", "zhongxiao")]
    for till in tills:
        till.engine.round()
    round_out(fair, *tills)
    assert sorted(len(leases(till)) for till in tills) == [0, 1]
    for till in tills:
        till.network.up = False
    won = [till for till in tills if leases(till)]
    assert [one.prize.code for one in spins(won[0])] == ["grand"]
    assert refused(won[0]) is RefusalCode.WHEEL_EMPTY
    assert refused(next(till for till in tills if till not in won)) is RefusalCode.WHEEL_NOT_READY
    assert in_balance(fair)["grand"] == 0


# -- what is lost on the way ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trick", [half, nothing, twice, status(503)])
def test_a_lost_answer_is_had_again(fair: World, hq: LocalHq, enrolled: Enrol, trick: Callable[..., None]) -> None:
    hq.play("/v1/wheels/ask", trick)
    till = enrolled()
    for _ in range(4):
        till.engine.round()
        fair.pass_time(3_000)
    assert len(at_hq(fair)) == 1
    ready(fair, till)
    spins(till)


def test_a_crash_at_any_commit_asks_for_the_same_lease_again(fair: World, enrolled: Enrol) -> None:
    till = enrolled()
    for fuse in (1, 2, 3, 4, 5):
        till.disk.fuse = fuse
        with suppress(Crash):
            for _ in range(4):
                till.engine.round()
        till.crash()
        till.start()
    ready(fair, till)
    assert len(at_hq(fair)) == 1
    assert spins(till)


def _of_another(answer: object) -> object:
    body = wire.decode(answer.body, WheelLeased, wire.MSGPACK)  # type: ignore[attr-defined]
    lied = replace_body(body)
    return replace(answer, body=wire.encode(lied))  # type: ignore[type-var]


def replace_body(said: WheelLeased) -> WheelLeased:
    """A lease with one prize more than HQ signed."""
    lease = msgspec.json.decode(said.body)
    lease["counts"][0]["n"] += 1
    return msgspec.structs.replace(said, body=msgspec.json.encode(lease, order="sorted").decode())


def test_a_lease_that_hq_has_not_signed_is_none(fair: World, hq: LocalHq, enrolled: Enrol) -> None:
    hq.play("/v1/wheels/ask", changed(_of_another))  # type: ignore[arg-type]
    till = enrolled()
    till.engine.round()
    fair.pass_time(10_000)
    till.engine.round()
    held = ready(fair, till)
    assert sum(one["n"] for one in held.body["counts"]) == held.size
    assert len(at_hq(fair)) == 1


# -- what is lost for good --------------------------------------------------------------------------------------------


def test_a_restored_till_spins_no_old_tape(fair: World, till: SimTerminal) -> None:
    ready(fair, till)
    spins(till, 2)
    till.engine.round()
    backup = till.back_up()
    told = [one.prize.code for one in spins(till, 2)]
    till.engine.round()
    untold = spins(till, 3)
    till.restore(backup)
    assert refused(till) is RefusalCode.WHEEL_NOT_READY
    for _ in range(4):
        till.engine.round()
        fair.pass_time(2_000)
    old = at_hq(fair)[0]
    assert (old.state, old.why, old.told, old.to_see_to) == ("lost", "restored", 4, True)
    assert sum(old.out.values()) == old.slots  # whoever has one of the three may come
    assert old.won.get(told[0], 0)
    ready(fair, till)
    again = spins(till, 2)
    assert not {(one.lease, one.j) for one in again} & {(one.lease, one.j) for one in untold}
    assert fair.hq.wheels.give_back(old.lease, "it")
    in_balance(fair)


def test_a_backup_that_misses_nothing_hq_knows_spins_no_old_tape_either(fair: World, till: SimTerminal) -> None:
    """HQ and the ledger agree; what was spun and not told is gone with the disk."""
    ready(fair, till)
    till.engine.round()
    backup = till.back_up()
    till.network.up = False
    lost = spins(till, 2)
    till.network.up = True
    till.restore(backup)
    for _ in range(4):
        till.engine.round()
    assert at_hq(fair)[0].state == "lost"
    ready(fair, till)
    assert spins(till)[0].lease != lost[0].lease


def test_a_lease_whose_time_is_over_is_closed_and_another_had(fair: World, till: SimTerminal) -> None:
    held = ready(fair, till)
    spins(till, 2)
    fair.pass_time(8 * DAY_MS)
    assert refused(till) is RefusalCode.WHEEL_NOT_READY
    for _ in range(4):
        till.engine.round()
    assert [(one.state, one.why) for one in at_hq(fair) if one.lease == held.lease] == [("closed", "expired")]
    assert [one.lease == held.lease for one in leases(till)] == [] or all(
        one.lease != held.lease for one in leases(till)
    )
    ready(fair, till)
    assert spins(till)[0].lease != held.lease
    in_balance(fair)


def test_a_clock_that_is_set_back_prolongs_nothing(fair: World, till: SimTerminal) -> None:
    ready(fair, till)
    spins(till)
    fair.pass_time(8 * DAY_MS)
    till.network.up = False
    till.clock.skew_ms = -7 * DAY_MS
    assert refused(till) is RefusalCode.WHEEL_NOT_READY
    in_balance(fair)


def test_a_key_store_that_lost_the_secret_shows(fair: World, till: SimTerminal) -> None:
    ready(fair, till)
    spins(till, 2)
    till.secrets.clear()
    fair.pass_time(8 * DAY_MS)
    for _ in range(3):
        till.engine.round()
    seen = at_hq(fair)[0]
    assert (seen.state, seen.faults) == ("faulty", ("secret_lost",))
    in_balance(fair)


def test_secrets_are_forgotten_long_after_the_closing(fair: World, till: SimTerminal) -> None:
    ready(fair, till)
    fair.hq.withdraw_campaign(CAMPAIGN)
    for _ in range(3):
        till.engine.round()
    assert at_hq(fair)[0].state == "closed"
    assert len(till.secrets) == 1
    fair.pass_time(keeper.SECRETS_KEPT_MS + DAY_MS)
    for _ in range(2):
        till.engine.round()
    assert till.secrets == {}


def test_a_terminal_taken_out_of_service_leaves_its_lease_out(fair: World, till: SimTerminal) -> None:
    ready(fair, till)
    spins(till, 2)
    till.engine.round()
    assert fair.hq.revoke_device(till.device)
    assert at_hq(fair)[0].state == "missing"
    assert sum(in_balance(fair).values()) == 100 - at_hq(fair)[0].slots
