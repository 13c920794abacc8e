"""How far terminals may push HQ's stamps: a wrong clock, or a hostile one, has HQ's word come late for nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.journal import hlc
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journal.admission import LAST_STAMP
from kiosk.hq.journalling import MOST_AHEAD_MS
from tests.unit.hq.campaign_rig import buys, member, published, pushes, with_members
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, headquarters

RULES = "rules:\n  - {id: points, name: NAME, when: purchased, give: [{points: 10}]}\n"
MEMBERS = ("m1", "m2", "m3")
AHEAD = (0, 1, MOST_AHEAD_MS - 1, MOST_AHEAD_MS, MOST_AHEAD_MS + 1, 3_600_000, 400 * 86_400_000, 10**13)


def sells(till: Terminal, who: str, txn: str, stamp: int) -> None:
    body: dict[str, Any] = {"txn": txn, "member": who, "amount": 40_000, "total": 40_000, "currency": "TWD"}
    till.fact(SALE_COMPLETED, {**body, "coupons": [], "lines": []}, hlc=stamp)


def stamps(hq: Headquarters) -> list[tuple[str, int]]:
    """What HQ journalled, in order: about whom, and the stamp."""
    with hq.database.read() as tx:
        query = "SELECT raw ->> '$.body.member', hlc FROM fact WHERE device = 'hq' ORDER BY seq"
        return [(row[0], row[1]) for row in tx.connection.exec_driver_sql(query)]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(
    st.lists(
        st.tuples(st.sampled_from(MEMBERS), st.sampled_from(AHEAD), st.integers(0, 2**16 - 1), st.integers(0, 10**6)),
        min_size=1,
        max_size=8,
    )
)
def test_hqs_clock_is_pushed_by_five_minutes_at_most(
    tmp_path_factory: pytest.TempPathFactory, sales: list[tuple[str, int, int, int]]
) -> None:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    published(hq, RULES)
    with_members(hq, *(member(name) for name in MEMBERS))
    till = Terminal.enrolled(hq)
    newest = dict.fromkeys(MEMBERS, 0)
    used: set[int] = set()
    for number, (who, ahead, counter, later) in enumerate(sales):
        clock.now += later
        stamp = min((clock.now + ahead << hlc.COUNTER_BITS) + counter, LAST_STAMP - 1)
        while stamp in used:
            stamp += 1
        used.add(stamp)
        before = len(stamps(hq))
        sells(till, who, f"x{number}", stamp)
        till.open_session()
        assert pushes(till).acked == len(till.chain)
        newest[who] = max(newest[who], stamp)
        for about, made in stamps(hq)[before:]:
            assert made > newest[about]  # whoever reads a history finds HQ's word behind what it answers
            if hlc.milliseconds(newest[about]) < clock.now + MOST_AHEAD_MS:
                assert hlc.milliseconds(made) <= clock.now + MOST_AHEAD_MS
    made_all = [made for _, made in stamps(hq)]
    assert len(set(made_all)) == len(made_all) == len(sales)
    assert {one.member: 0 for one in hq.rewards()}.keys() == {who for who, *_ in sales}
    assert hq.left_out() == []
    assert hq.verify() == []
    hq.database.close()


def test_a_terminal_that_stamps_far_ahead_is_told_of_and_its_facts_count(hq: Headquarters) -> None:
    published(hq, RULES)
    with_members(hq, member("m1"))
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    till.fast = 400 * 86_400_000
    buys(till, "m1", "x1")
    pushes(till)
    other.sale("x2", "c1", right="accepted")
    other.push()
    assert {one.device: one.ahead_at for one in hq.terminals()} == {
        till.device: NOON_MS + till.fast,
        other.device: None,
    }
    assert [one.quantity for one in hq.rewards()] == [10, 10]


def test_what_could_not_be_answered_any_more_is_left_out(hq: Headquarters) -> None:
    published(hq, RULES)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    sells(till, "m1", "x1", LAST_STAMP)
    sells(till, "m1", "x2", LAST_STAMP - 1)
    (told,) = pushes(till).results
    assert (told.seq, told.kind, told.detail["reason"]) == (1, "unread", "out_of_range")
    assert [one.quantity for one in hq.rewards()] == [10]
