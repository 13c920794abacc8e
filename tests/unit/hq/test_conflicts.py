"""Double spends: found, never undone, and the same winner whatever the order of arrival."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.hq.coupons.spending import Use, UseState, judge
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.wire.messages import PushAnswer
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, headquarters

uses = st.lists(
    st.builds(
        Use,
        txn=st.text("abcdef", min_size=1, max_size=3),
        valid=st.booleans(),
        hlc=st.integers(0, 3),
        device=st.sampled_from(["d1", "d2", "d3"]),
        epoch=st.integers(1, 2),
        seq=st.integers(1, 3),
        voided=st.booleans(),
    ),
    max_size=7,
    unique_by=lambda use: use.txn,
)


@given(uses=uses, limit=st.integers(1, 3), chance=st.randoms(use_true_random=False))
def test_the_winner_does_not_depend_on_the_order(uses: list[Use], limit: int, chance: Any) -> None:
    shuffled = chance.sample(uses, len(uses))
    one, other = judge(uses, limit), judge(shuffled, limit)
    assert one.states == other.states
    assert one.order == other.order
    standing = [use for use in uses if not use.voided]
    assert list(one.states.values()).count(UseState.COUNTS) == min(limit, len(standing))
    assert set(one.states) == {use.txn for use in uses}


@given(uses=uses, limit=st.integers(1, 3))
def test_a_right_beats_none_and_then_the_earlier_wins(uses: list[Use], limit: int) -> None:
    judged = judge(uses, limit)
    winners = [use for use in judged.order if judged.states[use.txn] is UseState.COUNTS]
    losers = [use for use in judged.order if judged.states[use.txn] is UseState.CONFLICT]
    for winner, loser in itertools.product(winners, losers):
        assert (not winner.valid, winner.hlc) <= (not loser.valid, loser.hlc)


def outcome(hq: Headquarters) -> tuple[Any, ...]:
    """What HQ has come to, without the times at which it did."""
    conflicts = {(found.coupon, found.txn, found.winner_txn, found.winner_device) for found in hq.conflicts()}
    spent = []
    with hq.database.read() as tx:
        rows = tx.connection.exec_driver_sql("SELECT store, id, data FROM published WHERE subject = 'spent'")
        spent = sorted((store, row_id, data) for store, row_id, data in rows if data is not None)
    return hq.redemptions(), conflicts, spent


# (terminal, coupon, right, time) of sales; every terminal voids its last sale when `void` says so
sales = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["c1", "c2"]), st.sampled_from(["held", "accepted"]), st.integers(0, 2)
    ),
    min_size=2,
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(sales=sales, void=st.sets(st.integers(0, 2)), chance=st.randoms(use_true_random=False))
def test_every_order_of_arrival_ends_the_same(
    sales: list[tuple[int, str, str, int]], void: set[int], chance: Any
) -> None:
    results = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            hq = headquarters(Path(folder), TestClock())
            tills = [Terminal.enrolled(hq, store, seed=seed) for store, seed in (("s1", 1), ("s2", 2), ("s1", 3))]
            for number, (place, coupon, right, at) in enumerate(sales):
                tills[place].sale(f"t{number}", coupon, right=right, hlc=(NOON_MS + at) << 16)
            for place in void:
                mine = [number for number, sale in enumerate(sales) if sale[0] == place]
                if mine:
                    tills[place].void(f"t{mine[-1]}")
            arrivals = [till for till in tills for _ in till.chain]
            chance.shuffle(arrivals)
            for till in arrivals:  # fact by fact, each terminal's in its own order
                till.acked = till.ok("/v1/push", till.batch(till.acked + 1, till.acked + 1), PushAnswer).acked
            results.append(outcome(hq))
            assert hq.verify() == []
            hq.database.close()
    assert results[0] == results[1]


def test_a_conflict_shows_both_sides_and_closes_when_one_is_voided(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    two.sale("t2", "c1", right="accepted", hlc=(NOON_MS - 9) << 16)  # earlier, but without a right
    two.push()
    one.sale("t1", "c1")
    one.push()
    (found,) = hq.conflicts()
    assert (found.coupon, found.txn, found.store, found.device) == ("c1", "t2", "s2", two.device)
    assert (found.winner_txn, found.winner_device, found.value) == ("t1", one.device, 10_000)
    for till, store in ((one, "s1"), (two, "s2")):
        rows = till.rows(f"store/{store}/spent")
        assert {row_id: row.get("conflict", False) for row_id, row in rows.items()} == {"c1/t1": False, "c1/t2": True}
    one.void("t1")
    one.push()
    assert hq.conflicts() == []
    (closed,) = hq.conflicts(closed=True)
    assert closed.closed_at == NOON_MS
    assert [(use.txn, use.state) for use in hq.redemptions()] == [("t2", "counts")]
    assert list(two.rows("store/s2/spent")) == ["c1/t2"]


def test_uses_of_a_coupon_hq_does_not_know_are_counted_too(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    one.sale("t1", "unknown", right="accepted")
    two.sale("t2", "unknown", right="accepted")
    one.push()
    two.push()
    assert sorted(use.state for use in hq.redemptions()) == ["conflict", "counts"]
