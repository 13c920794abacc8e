"""Leases of wheels at HQ: whatever happens, prizes that are won, held by open leases, and in reserve make up the
whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.shares import LEAST, carved, share_of
from kiosk.domain.draws.stream import Stream
from kiosk.hq.draws.lease_list import LeaseSeen
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.wire.messages import WheelLeased
from tests.shared import wheels
from tests.shared.wheels import Tape, asks, beacon, comes_out, goes_by, leased
from tests.unit.hq.campaign_rig import member, published, with_members
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, headquarters, read

DAY_MS = 86_400_000


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def hq(tmp_path: Path, clock: TestClock) -> Iterator[Headquarters]:
    made = headquarters(tmp_path, clock)
    goes_by(made, beacon())
    published(made, wheels.rules())
    with_members(made, member("m1"), member("m2"))
    yield made
    in_balance(made)
    made.database.close()


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    return Terminal.enrolled(hq)


def in_balance(hq: Headquarters) -> None:
    """The invariant, and that everything derived is what the facts give."""
    assert hq.verify() == []
    open_now = {"granted", "opened", "closing", "missing", "faulty", "lost"}
    for seen in hq.wheels.wheels():
        for prize in seen.prizes:
            rows = [row for row in hq.wheels.leases() if row.wheel == seen.wheel]
            awarded = sum(row.won.get(prize.code, 0) for row in rows)
            held = sum(row.out.get(prize.code, 0) - row.won.get(prize.code, 0) for row in rows if row.state in open_now)
            unsaid = sum(
                row.out.get(prize.code, 0) - row.won.get(prize.code, 0) for row in rows if row.state not in open_now
            )
            assert awarded == prize.won
            assert unsaid == 0
            assert prize.whole == awarded + held + prize.left


def the_lease(hq: Headquarters, tape: Tape) -> LeaseSeen:
    return next(row for row in hq.wheels.leases() if row.lease == tape.id)


def opened(hq: Headquarters, till: Terminal, op: str = "w-1", want: int = 20) -> Tape:
    """A lease whose round is out and whose root is published."""
    tape = leased(till, op, want)
    assert comes_out(hq, beacon(), tape.lease)
    tape.opened(beacon())
    till.push()
    return tape


def problem(answer: object) -> str:
    return str(msgspec.msgpack.decode(answer.body)["type"])  # type: ignore[attr-defined]


# -- asking -----------------------------------------------------------------------------------------------------------


def test_a_lease_is_signed_and_public_before_its_round_is_out(hq: Headquarters, till: Terminal) -> None:
    tape = leased(till, "w-1", 20)
    lease = tape.lease
    assert lease.size == 20
    assert lease.terminal == till.device
    assert lease.lease_id.startswith("lucky.")
    assert lease.beacon.chain == beacon().chain.hash
    assert beacon().chain.genesis + (lease.beacon.round - 1) * 3 >= NOON_MS // 1000 + 30
    row = till.rows("store/s1/wheel_leases")[lease.lease_id]
    assert row["body"] == tape.answer.body
    assert row["state"] == "granted"
    key = next(one for one in till.rows("chain/keys").values() if one["key_id"] == tape.answer.key_id.hex())
    assert signature_is_good(bytes.fromhex(key["public"]), signed_bytes(lease.body()), tape.answer.signature)
    assert [one for one in hq.facts("hq", 1) if b'"wheel.leased"' in one]


def test_the_same_op_gets_the_same_lease(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    first = leased(till, "w-1")
    clock.now += 10_000
    again = leased(till, "w-1")
    assert again.answer.body == first.answer.body
    assert again.answer.ttl == first.answer.ttl - 10
    assert len(hq.wheels.leases()) == 1


def test_what_is_asked_for_wrongly_is_refused(hq: Headquarters, till: Terminal) -> None:
    assert problem(asks(till, "")) == "malformed"
    assert problem(asks(till, "w" * 65)) == "malformed"
    assert problem(asks(till, "w-1", 0)) == "malformed"
    assert problem(asks(till, "w-1", wheel="unlucky")) == "no_such_wheel"
    leased(till, "w-1")
    assert problem(asks(till, "w-2", nt=wheels.secret(f"{till.device}/w-1"))) == "commitment_known"
    leased(till, "w-3")
    assert problem(asks(till, "w-4")) == "enough"


def test_leases_are_had_while_the_campaign_runs(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    clock.now = NOON_MS + 19 * DAY_MS  # after its end
    till.open_session()
    assert problem(asks(till, "w-1")) == "not_running"
    assert hq.withdraw_campaign("autumn")
    assert problem(asks(till, "w-2")) == "not_running"


def test_another_stores_wheel_is_none_of_a_terminals(hq: Headquarters) -> None:
    published(hq, wheels.rules() + "stores: [s2]\n", version=2)
    assert problem(asks(Terminal.enrolled(hq), "w-1")) == "not_running"


def test_two_terminals_and_one_prize_left(hq: Headquarters, till: Terminal) -> None:
    """Nobody can promise it twice: it is in one lease, or in none."""
    other = Terminal.enrolled(hq, "s2")
    tapes = [leased(till, "w-1", 2_000), leased(other, "w-1", 2_000)]
    while (answer := asks(one := (till, other)[len(tapes) % 2], f"w-{len(tapes)}", 2_000)).status == 200:
        tape = Tape(one, f"w-{len(tapes)}", wheels.secret(f"w-{len(tapes)}"), read(answer, WheelLeased))
        tapes.append(tape)
    grand = sum(prize.n for tape in tapes for prize in tape.lease.counts if prize.code == "grand")
    left = {prize.code: prize.left for seen in hq.wheels.wheels() for prize in seen.prizes}
    assert grand + left["grand"] == 1
    assert all(count >= 0 for count in left.values())


def test_when_everything_is_out_there_is_no_lease(hq: Headquarters, till: Terminal) -> None:
    number = 0
    while (answer := asks(till, f"w-{number}", 2_000)).status == 200:
        number += 1
        tape = Tape(till, f"w-{number}", wheels.secret(f"w-{number - 1}"), read(answer, WheelLeased))
        assert comes_out(hq, beacon(), tape.lease) or number > 1
        tape.opened(beacon()).spins(tape.lease.size).closed("empty")
        till.push()
    assert problem(answer) == "nothing_left"
    assert all(prize.left == 0 and prize.won == prize.whole for seen in hq.wheels.wheels() for prize in seen.prizes)


@given(
    st.lists(st.integers(0, 50), min_size=1, max_size=6),
    st.integers(0, 400),
    st.integers(1, 9),
    st.binary(min_size=32, max_size=32),
)
@settings(max_examples=60, deadline=None)
def test_a_share_is_a_part_of_what_is_left(counts: list[int], wanted: int, terminals: int, seed: bytes) -> None:
    left = {f"p{n}": count for n, count in enumerate(counts)}
    size = share_of(sum(counts), wanted, terminals)
    got = carved(left, size, Stream(seed).below)
    assert list(got) == list(left)
    assert sum(got.values()) == size <= min(wanted, sum(counts))
    assert all(0 <= got[code] <= left[code] for code in left)
    assert size == min(wanted, sum(counts), max(LEAST, sum(counts) // (2 * terminals)))


def test_every_prize_is_as_likely_in_a_share_as_it_is_in_the_stock() -> None:
    below = Stream(bytes(32)).below
    grand = sum(carved({"thanks": 9, "grand": 1}, 3, below)["grand"] for _ in range(4_000))
    assert abs(grand - 1_200) < 150  # five standard deviations are 145


# -- spinning and closing ---------------------------------------------------------------------------------------------


def test_a_lease_that_is_closed_gives_back_what_nobody_won(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(7)
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.told, sum(seen.won.values()), sum(seen.out.values())) == ("opened", 7, 7, 20)
    tape.closed("expired")
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.faults, seen.why) == ("closed", (), "expired")
    assert sum(seen.out.values()) == 7
    assert sum(prize.left for one in hq.wheels.wheels() for prize in one.prizes) == 93
    row = till.rows("chain/wheels")["autumn/lucky"]
    assert sum(prize["left"] for prize in row["prizes"]) == 93


def test_a_lease_closed_twice_changes_nothing(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(3).closed()
    till.push()
    before = (the_lease(hq, tape), hq.wheels.wheels())
    tape.closed(used=0).closed("restored", nt="")
    till.push()
    assert (the_lease(hq, tape), hq.wheels.wheels()) == before


def test_the_root_is_published_as_it_was_first_told(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till)
    row = till.rows("store/s1/wheel_leases")[tape.id]
    assert row["state"] == "opened"
    tape.opened(beacon(), root="ab" * 32)
    till.push()
    assert till.rows("store/s1/wheel_leases")[tape.id]["root"] == row["root"]


def test_a_closing_waits_for_the_round(hq: Headquarters, till: Terminal) -> None:
    """A terminal had it from a phone, and HQ could not fetch it."""
    tape = leased(till, "w-1").opened(beacon()).spins(2).closed()
    till.push()
    assert the_lease(hq, tape).state == "closing"
    assert sum(the_lease(hq, tape).out.values()) == 20
    assert comes_out(hq, beacon(), tape.lease)
    assert (the_lease(hq, tape).state, sum(the_lease(hq, tape).out.values())) == ("closed", 2)


def test_a_lease_that_was_never_opened_is_closed_without_a_tape(hq: Headquarters, till: Terminal) -> None:
    tape = leased(till, "w-1").closed("over")
    till.push()
    assert (the_lease(hq, tape).state, the_lease(hq, tape).out) == ("closed", {})


FAULTS: dict[str, Callable[[Tape], object]] = {
    "commitment": lambda tape: tape.closed(nt="cd" * 32),
    "secret_lost": lambda tape: tape.closed(nt=""),
    "gap": lambda tape: tape.closed(used=5),
    "beyond": lambda tape: tape.closed(used=2),
    "used": lambda tape: tape.closed(used=21),
    "twice": lambda tape: (tape.spin(1, member="m2"), tape.closed()),
    "prize": lambda tape: (tape.spin(3, code=_another(tape.codes[3])), tape.closed(used=4)),
}


def _another(code: str) -> str:
    return "mug" if code != "mug" else "thanks"


@pytest.mark.parametrize("fault", FAULTS)
def test_what_does_not_hold_is_named_and_nothing_comes_back(hq: Headquarters, till: Terminal, fault: str) -> None:
    tape = opened(hq, till).spins(3)
    FAULTS[fault](tape)
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.to_see_to) == ("faulty", True)
    assert fault in seen.faults
    assert sum(seen.out.values()) >= 20


@pytest.mark.parametrize(("changes", "fault"), [({"root": "ab" * 32}, "root"), ({"size": 19}, "size")])
def test_another_tape_than_was_published_is_found(
    hq: Headquarters, till: Terminal, changes: dict[str, object], fault: str
) -> None:
    tape = leased(till, "w-1")
    comes_out(hq, beacon(), tape.lease)
    tape.opened(beacon(), **changes).spins(1).closed()
    till.push()
    assert the_lease(hq, tape).faults == (fault,)


def test_spins_without_a_published_root_are_found(hq: Headquarters, till: Terminal) -> None:
    tape = leased(till, "w-1")
    comes_out(hq, beacon(), tape.lease)
    tape.codes = ["thanks"] * 20
    tape.spins(1).closed()
    till.push()
    assert "not_opened" in the_lease(hq, tape).faults


def test_a_slot_that_was_won_twice_is_shown_before_it_is_closed(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(2)
    tape.spin(1, member="m2")
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.faults, seen.to_see_to) == ("opened", ("twice",), True)


def test_facts_about_other_peoples_leases_say_nothing(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(1)
    till.push()
    before = the_lease(hq, tape)
    thief = Terminal.enrolled(hq, "s2")
    theirs = Tape(thief, "w-1", tape.nt, tape.answer, tape.codes, tape.used)
    theirs.opened(beacon()).spins(3).closed()
    answer = thief.push()
    assert {one.detail["reason"] for one in answer.results} == {"not_its_lease"}
    assert the_lease(hq, tape) == before


def test_a_slot_that_the_tape_does_not_have_says_nothing(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till)
    tape.spin(20, code="grand")
    assert [one.detail["reason"] for one in till.push().results] == ["not_its_lease"]
    assert the_lease(hq, tape).told == 0


# -- what is lost -----------------------------------------------------------------------------------------------------


def test_an_unclosed_lease_shows_as_missing(hq: Headquarters, till: Terminal, clock: TestClock) -> None:
    tape = opened(hq, till).spins(1)
    till.push()
    assert the_lease(hq, tape).state == "opened"
    clock.now += 7 * DAY_MS + 72 * 3_600_000 + 1
    seen = the_lease(hq, tape)
    assert (seen.state, seen.to_see_to) == ("missing", True)
    assert sum(seen.out.values()) == 20


def test_a_lost_terminals_lease_stays_out_until_a_person_has_it_returned(hq: Headquarters, till: Terminal) -> None:
    tape, fresh = opened(hq, till).spins(4), leased(till, "w-2")
    till.push()
    assert hq.revoke_device(till.device)
    assert the_lease(hq, tape).state == "missing"
    assert sum(the_lease(hq, tape).out.values()) == 20
    # never opened: nothing of it was ever spun
    assert (the_lease(hq, fresh).state, the_lease(hq, fresh).out) == ("returned", {})
    assert hq.wheels.give_back(tape.id, "it")
    assert not hq.wheels.give_back(tape.id, "it")
    assert not hq.wheels.give_back("nothing", "it")
    seen = the_lease(hq, tape)
    assert (seen.state, sum(seen.out.values()), seen.decided_by, seen.to_see_to) == ("returned", 4, "it", False)
    assert [one for one in hq.facts("hq", 1) if b'"wheel.returned"' in one]


def test_a_terminal_restored_from_a_backup_gives_nothing_back_by_itself(hq: Headquarters, till: Terminal) -> None:
    """What it spun since, and told nobody, may be in somebody's hand."""
    tape, fresh = opened(hq, till).spins(4), leased(till, "w-2")
    till.push()
    code = hq.enroll_code(till.store, for_device=till.device)
    assert code is not None
    till.start_over(code, common=len(till.chain))
    assert the_lease(hq, fresh).state == "returned"
    till.fast += 1_000
    tape.used = 2  # as far as the backup knows
    tape.closed("restored")
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.faults, sum(seen.out.values()), sum(seen.won.values())) == ("lost", (), 20, 4)
    assert seen.to_see_to
    assert hq.wheels.give_back(tape.id, "it")
    assert sum(the_lease(hq, tape).out.values()) == 4


def test_what_was_won_beyond_a_return_is_gone_all_the_same(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(1)
    till.push()
    assert hq.wheels.give_back(tape.id, "it")
    left = sum(prize.left for one in hq.wheels.wheels() for prize in one.prizes)
    tape.spins(2)
    till.push()
    assert sum(prize.left for one in hq.wheels.wheels() for prize in one.prizes) == left - 2


def test_a_new_edition_changes_what_is_left_by_the_difference(hq: Headquarters, till: Terminal) -> None:
    leased(till, "w-1")
    published(hq, wheels.rules(grand=3), version=2)
    stock = {prize.code: prize for one in hq.wheels.wheels() for prize in one.prizes}
    assert stock["grand"].whole == 3
    assert sum(prize.left for prize in stock.values()) == 82


def test_what_is_derived_anew_is_the_same(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(3)
    till.push()
    tape.spins(2).closed()
    till.push()
    before = (hq.wheels.leases(), hq.wheels.wheels())
    assert hq.check() == []
    hq.rebuild()
    assert (hq.wheels.leases(), hq.wheels.wheels()) == before


def test_what_a_stolen_terminal_told_is_undone(hq: Headquarters, till: Terminal) -> None:
    tape = opened(hq, till).spins(3).closed()
    till.push()
    assert the_lease(hq, tape).state == "closed"
    assert hq.revoke_device(till.device)
    assert hq.undo(till.device)
    seen = the_lease(hq, tape)
    assert (seen.state, seen.told, dict(seen.won), sum(seen.out.values())) == ("missing", 0, {}, 20)
    assert hq.put_back(till.device)
    assert (the_lease(hq, tape).state, sum(the_lease(hq, tape).out.values())) == ("closed", 3)


def test_what_is_told_after_the_closing_is_counted_and_said(hq: Headquarters, till: Terminal) -> None:
    """What it gave back went to others: there is one prize less than there should be, and somebody is told."""
    tape = opened(hq, till).spins(3).closed()
    till.push()
    tape.spin(3)
    till.push()
    seen = the_lease(hq, tape)
    assert (seen.state, seen.faults, sum(seen.out.values())) == ("closed", ("beyond",), 4)
    assert seen.to_see_to
