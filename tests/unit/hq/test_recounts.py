"""HQ counts rewards by everybody's facts: what no terminal could give it gives, what was too much it lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SEEN
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.overdue import Overdue
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.protocol.rows import EventRow, decode_row
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, TestClock, headquarters

RULES = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
stock:
  - {id: mug, name: NAME, value: 150, quantity: 20}
rules:
  - {id: second, name: NAME, when: {event: purchased, n: 2}, give: [{coupon: five}, {points: 7}]}
  - {id: friend, name: NAME, when: referee_bought, give: [{points: 100}]}
  - {id: third, name: NAME, when: {event: purchased, n: 3}, give: [{gift: mug}]}
  - {id: once, name: NAME, when: purchased, give: [{points: 1}], limits: [{most: 1, per: [member]}]}
"""


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, RULES)
    with_members(hq, member("m1"), member("m2"), member("m3", "s2"))
    return hq


def own_facts(hq: Headquarters) -> list[dict[str, Any]]:
    """Bodies of what HQ has journalled."""
    return [dict(decode(raw).body) for raw in hq.facts("hq", 1)]


def fold(hq: Headquarters) -> Fold:
    """HQ's state of members, from scratch."""
    with hq.database.write() as tx:
        found = recount.fold_of(hq.context, tx)
        for name in ("m1", "m2", "m3"):
            found.member(name)
        return found


def bought(till: Terminal, who: str, txn: str, *rewards: tuple[str, RewardKind, str, int]) -> list[Reward]:
    """A sale and what the till gives for it."""
    stamp = buys(till, who, txn)
    made = [reward(till, who, rule, stamp, kind, ref, count) for rule, kind, ref, count in rewards]
    decides(till, who, *made)
    return made


ONCE = ("once", RewardKind.POINTS, "", 1)


def test_what_two_tills_together_reach_is_given_by_hq(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    bought(one, "m1", "x1", ONCE)
    bought(two, "m1", "x2", ONCE)  # neither knows of the other
    pushes(one)
    assert own_facts(chain) == []
    pushes(two)
    (body,) = own_facts(chain)
    assert [(row["rule"], row["kind"], row["quantity"]) for row in body["granted"]] == [
        ("second", "coupon", 1),
        ("second", "points", 7),
    ]
    (coupon,) = body["coupons"]
    assert one.rows("store/s1/coupons")[coupon]["coupon"]["member"] == "m1"
    assert coupon in one.rows(one.rights_bucket)
    # everybody who knows the member learns of it
    rows = [decode_row(msgspec.json.encode(row), EventRow) for row in one.rows("store/s1/events").values()]
    assert [(row.members, row.store, row.zone) for row in rows if row.device == "hq"] == [
        (("m1",), "s1", "Asia/Taipei")
    ]


def test_what_a_till_gave_needs_no_counting(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    bought(till, "m1", "x1", ONCE)
    pushes(till)
    pushes(till)
    assert own_facts(chain) == []
    assert chain.overruns() == []
    assert fold(chain).member("m1").points == 1


def test_counting_again_gives_nothing_twice(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    bought(one, "m1", "x1", ONCE)
    bought(two, "m1", "x2")
    pushes(one)
    pushes(two)
    before = own_facts(chain)
    two.fact(MEMBER_SEEN, {"member": "m1"})
    pushes(two)
    with chain.database.write() as tx:
        recount.count(chain.context, tx, ["m1", "m2", "nobody"])
    assert own_facts(chain) == before
    assert fold(chain).member("m1").points == 8


def test_a_till_with_more_to_tell_is_waited_for(chain: Headquarters, clock: TestClock) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    stamp = buys(one, "m1", "x1")
    pushes(one, queue=3)  # the sale's rewards are still to come
    two.fact(MEMBER_SEEN, {"member": "m1"})
    pushes(two)
    assert own_facts(chain) == []
    decides(one, "m1", reward(one, "m1", "once", stamp, RewardKind.POINTS, "", 1))
    pushes(one)
    assert own_facts(chain) == []
    # but not for ever
    buys(one, "m2", "x2")
    pushes(one, queue=3)
    clock.now += 3_600_001
    two.open_session()
    two.fact(MEMBER_SEEN, {"member": "m2"})
    pushes(two)
    assert [body["member"] for body in own_facts(chain)] == ["m2"]


def test_a_referrer_in_another_store_gets_what_no_till_could_give(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    here.fact(MEMBER_REGISTERED, {"member": "m1", "other": "m3"})
    pushes(here)
    bought(here, "m1", "x1", ONCE)
    pushes(here)
    assert [(body["member"], body["granted"][0]["rule"]) for body in own_facts(chain)] == [("m3", "friend")]
    assert fold(chain).member("m3").points == 100
    assert any(row["device"] == "hq" for row in there.rows("store/s2/events").values())


def test_what_two_tills_gave_twice_is_listed_and_stays(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    bought(one, "m1", "x1", ONCE)
    bought(two, "m1", "x2", ONCE)  # once a member, but the tills could not know
    pushes(one)
    pushes(two)
    found = chain.overruns()
    assert [(one.member, one.kind, one.given, one.due) for one in found] == [("m1", "points", 1, 0)]
    assert fold(chain).member("m1").points == 1 + 1 + 7


def test_a_late_arrival_may_explain_an_overrun(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    bought(one, "m1", "x1", ONCE)
    (second,) = bought(two, "m1", "x2", ONCE)
    pushes(one)
    pushes(two)
    (found,) = chain.overruns()
    one.void("x1") if found.reward == second.id else two.void("x2")
    (one if found.reward == second.id else two).fact(MEMBER_SEEN, {"member": "m1"})
    pushes(one)
    pushes(two)
    assert found.reward not in {one.reward for one in chain.overruns()}
    assert found.reward in {one.reward for one in chain.overruns(closed=True)}


def test_goods_come_out_of_hqs_share(chain: Headquarters) -> None:
    tills = [Terminal.enrolled(chain, seed=seed) for seed in range(3)]
    for number, till in enumerate(tills):
        bought(till, "m1", f"x{number}")
        pushes(till)
    gifts = [row for body in own_facts(chain) for row in body["granted"] if row["kind"] == "gift"]
    assert [(row["ref"], row["quantity"]) for row in gifts] == [("mug", 1)]
    with chain.database.read() as tx:
        query = "SELECT granted, used FROM lease WHERE device = 'hq' AND key = 'stock:autumn/mug'"
        assert tx.connection.exec_driver_sql(query).one() == (2, 1)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_every_order_of_arrival_gives_the_same_in_the_end(tmp_path: Path, order: tuple[int, ...]) -> None:
    hq = headquarters(tmp_path, TestClock())
    published(hq, RULES)
    with_members(hq, member("m1"), member("m2"), member("m3", "s2"))
    tills = [Terminal.enrolled(hq, seed=seed) for seed in range(3)]
    for number, till in enumerate(tills):
        hq.context.clock.now += 1000  # type: ignore[attr-defined]
        buys(till, "m1", f"x{number}")
    for place in order:
        pushes(tills[place])
    state = fold(hq).member("m1")
    assert state.things == {"coupon:five": 1, "gift:mug": 1}
    assert state.points == 1 + 7 + sum(one.given for one in hq.overruns() if one.kind == "points")
    assert hq.verify() == []
    hq.database.close()


def test_a_fault_in_counting_does_not_refuse_the_facts(chain: Headquarters, allowed_warnings: list[str]) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1")
    with chain.database.write() as tx:  # the disk gives back something else than was written
        tx.connection.exec_driver_sql("DROP TABLE overrun")
        tx.connection.exec_driver_sql("CREATE TABLE overrun (store TEXT)")
    assert pushes(till).acked == 1
    allowed_warnings.append("OperationalError.*recount.py")
    with chain.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM due_member").scalar() == 0


def test_hqs_own_chain_is_verified(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    bought(one, "m1", "x1", ONCE)
    bought(two, "m1", "x2", ONCE)
    pushes(one)
    pushes(two)
    assert len(chain.facts("hq", 1)) == 1
    assert chain.verify() == []
    assert [terminal.device for terminal in chain.terminals()] == [one.device, two.device]


@pytest.mark.parametrize(
    "left", [{"queue": 1_000}, {"queue": None}], ids=["a till that never told the rest", "more than one push counts"]
)
def test_whoever_is_due_is_counted_within_an_hour_though_nobody_tells_more(
    tmp_path: Path, clock: TestClock, left: dict[str, int | None]
) -> None:
    hq = headquarters(tmp_path, clock, HqSettings(count_members=2))
    published(hq, RULES)
    everybody = [f"m{n}" for n in range(5)]
    with_members(hq, *(member(one) for one in everybody))
    till = Terminal.enrolled(hq)
    for one in everybody:
        buys(till, one, f"x{one}")  # the till gives nothing for it
    pushes(till, **left)
    overdue = Overdue(hq.context)
    clock.now += recount.OVERDUE - 1
    assert not overdue.once()
    assert len(own_facts(hq)) == (2 if left["queue"] is None else 0)
    clock.now += 1
    while overdue.once():
        pass
    assert sorted(body["member"] for body in own_facts(hq)) == everybody
    hq.database.close()
