"""A hostile terminal with a real key changes nothing beyond its own store."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.points import points_key
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.hq.context import Caller
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.terminals.queries import REVOKED
from kiosk.hq.wire.push import push
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest
from tests.poison.bodies import record
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, TestClock, coupon, headquarters, put

CAMPAIGN = """
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 5, per: [household, day]}]}
  - {id: second, name: NAME, when: {event: purchased, n: 2}, give: [{coupon: five}]}
"""


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, CAMPAIGN)
    with_members(hq, member("m1"), member("m2"), member("m3", "s2"), member("m4", "s2"))
    hq.publish([put("s2", "coupons", f"z{n}", CouponRow(coupon(f"z{n}", member="m3"), "KC1:")) for n in range(3)])
    return hq


def reasons(till: Terminal) -> list[object]:
    return [one.detail.get("reason") for one in pushes(till).results if one.kind == "unread"]


def given_at(there: Terminal, who: str, txn: str = "h") -> list[str]:
    """An honest terminal's member earns a coupon; its ids."""
    buys(there, who, f"{txn}1")
    stamp = buys(there, who, f"{txn}2")
    earned = reward(there, who, "second", stamp, RewardKind.COUPON, "five", 1)
    decides(there, who, earned)
    pushes(there)
    return list(coupon_ids(earned))


def test_coupons_of_another_stores_members_are_not_taken_back(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    (theirs,) = given_at(there, "m3")
    earned = reward(there, "m1", "second", 1, RewardKind.COUPON, "five", 1)
    body: dict[str, Any] = {"v": 2, "member": "m1", "coupons_back": [theirs, "z0"]}
    here.fact(REWARDS_DECIDED, body)
    here.fact(REWARDS_DECIDED, body | {"taken_back": [earned.id]})
    here.fact(REWARDS_DECIDED, {"v": 2, "member": "m3", "coupons_back": [theirs]})
    assert reasons(here) == ["not_its_coupon", "not_its_coupon", "not_its_member"]
    assert there.rows("chain/revocations") == {}


def test_rewards_are_given_by_published_rules_to_members_at_home_here(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    stamp = buys(here, "m1", "x1")
    for who, rule, ref in (("m3", "second", "five"), ("m1", "nobody", "five"), ("m1", "second", "six")):
        decides(here, who, reward(here, who, rule, stamp, RewardKind.COUPON, ref, 1))
    decides(here, "m1", reward(here, "m1", "points", stamp, RewardKind.POINTS, "", 10), coupons=["r-x-0"])
    limit = "limit:autumn/points/household.day@h:{}@739000"
    decides(here, "m1", takes=[[limit.format("m3"), 5]])
    assert reasons(here) == ["not_its_member", "no_such_rule", "no_such_rule", "not_its_coupon", "not_its_share"]
    assert {row["coupon"]["id"] for row in there.rows("store/s2/coupons").values()} == {"z0", "z1", "z2"}


@pytest.mark.parametrize(
    "kind",
    ["points.spent", "deposit.paid", "reward.chosen", "wheel.spun", "check_in.made_up", "draw.won", "member.swept"],
)
def test_what_a_member_holds_is_given_and_taken_at_home(chain: Headquarters, kind: str) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    here.fact(kind, {"member": "m3", "value": 500} if kind != "check_in.made_up" else {"member": "m3"})
    here.fact(kind, {"member": "m1", "other": "m3"})
    assert reasons(here) == ["not_its_member"] * 2
    assert there.rows("store/s2/events") == {}


def test_nobody_is_registered_who_is_a_member_elsewhere(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    here.fact(MEMBER_REGISTERED, {"member": "m3", "other": "m1", "birthday": "10-01", "tags": ["vip"]}, hlc=1)
    assert reasons(here) == ["not_its_member"]
    buys(here, "m1", "x1", referrer="m3")  # of whom HQ knows nothing
    assert reasons(here) == ["not_its_member"]
    assert there.rows("store/s2/events") == {}


def test_a_device_revoked_since_its_session_was_read_pushes_nothing(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1")
    chain.revoke_device(till.device)
    with chain.database.write() as tx:
        answer = push(chain.context, tx, Caller("s1", till.device, 1, REVOKED), till.batch(1, 1))
    assert answer.status == 403
    assert chain.facts(till.device, 1) == []


PAID = """
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}]}
  - {id: pay, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 1, with: ["*"]}}]}
"""


def _in_points(till: Terminal, rule: str, count: int, **more: Any) -> None:
    """Decide that m3 paid so many points (below zero: got back what was given by the rule)."""
    stamp = 1 << 20
    given = reward(till, "m3", rule, stamp, RewardKind.POINTS, "paid", -abs(count))
    decides(till, "m3", *([given] if count > 0 else []), back=[] if count > 0 else [given], points=-count, **more)


def test_a_guest_pays_in_points_what_hq_gave_the_terminal_for_it_and_nothing_else(hq: Headquarters) -> None:
    published(hq, PAID)
    with_members(hq, member("m1"), replace(member("m3", "s2"), points=1_000))
    here = Terminal.enrolled(hq)
    _in_points(here, "pay", 1)
    assert reasons(here) == ["not_its_member"]
    asked = LeaseRequest(op="op1", quantities={points_key("m3"): 300}, claim=True)
    assert here.ok("/v1/leases/acquire", asked, LeaseAnswer).granted == {points_key("m3"): 300}
    _in_points(here, "pay", 301)
    _in_points(here, "pay", 200, coupons=["r-x-0"])
    _in_points(here, "pay", 200, takes=[["limit:autumn/pay/total", 1]])
    _in_points(here, "pay", -1)  # nothing was paid yet
    assert reasons(here) == ["not_its_member"] * 4
    _in_points(here, "pay", 200)
    _in_points(here, "pay", 101)  # with the one before it is too much
    _in_points(here, "points", -200)  # what they earned
    _in_points(here, "pay", -201)
    assert reasons(here) == ["not_its_member"] * 3
    _in_points(here, "pay", -200)
    _in_points(here, "pay", 300)
    assert reasons(here) == []
    assert hq.verify() == []


def test_a_guests_payment_that_is_carried_into_a_new_epoch_counts_once(hq: Headquarters) -> None:
    published(hq, PAID)
    with_members(hq, replace(member("m3", "s2"), points=1_000))
    here = Terminal.enrolled(hq)
    asked = LeaseRequest(op="op1", quantities={points_key("m3"): 300}, claim=True)
    here.ok("/v1/leases/acquire", asked, LeaseAnswer)
    _in_points(here, "pay", 300)
    assert reasons(here) == []
    told = decode(here.chain[-1][0])
    code = hq.enroll_code("s1", for_device=here.device)
    assert code is not None
    here.start_over(code)
    here.fact(told.kind, told.body, hlc=told.hlc)
    assert reasons(here) == []
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT used FROM lease WHERE store = 's1'").all() == [(300,)]
    assert hq.verify() == []


# -- the law ----------------------------------------------------------------------------------------------------------


def _honest_day(there: Terminal) -> None:
    given_at(there, "m3")
    buys(there, "m4", "h3", total=10_000)
    there.sale("h4", "z1")
    there.void("h3")
    pushes(there)


def _seen(there: Terminal) -> dict[str, dict[str, Any]]:
    """What the terminal of another store pulls; what HQ itself journalled, without the place in HQ's own chain."""
    found: dict[str, dict[str, Any]] = {}
    for bucket in there.buckets:
        rows = there.rows(bucket)
        for row_id in [row_id for row_id in rows if row_id.startswith("hq/")]:
            row = rows.pop(row_id)
            fact = msgspec.json.decode(row["fact"])
            rows[f"hq {fact['kind']} {fact['body']}"] = {"members": row["members"]}
        found[bucket] = rows
    return found


def _mischief(dice: random.Random, here: Terminal, theirs: Iterable[str], txns: Iterable[str]) -> None:
    """Broken facts of every kind, and sound ones that are about others: all but what any till may write down of a
    guest."""
    names = "sale.completed member.seen member.registered check_in.done task.done survey.answered event.signed_up"
    guests = [f'"{name}"'.encode() for name in (names + " event.attended vote.cast partner.code").split()]
    made = 0
    while made < 60:
        raw = record(dice, here.clock.now_ms(), len(here.chain) + 1, sane=0.5)
        if not any(kind in raw for kind in guests):
            here.raw(raw)
            made += 1
    for txn in txns:  # which nobody can know before they were told: they are drawn
        here.void(txn)
        here.fact("sale.returned", {"txn": txn, "amount": 1, "member": "m3"})
        buys(here, "m3", txn, total=1)
    for name in theirs:
        here.fact(REWARDS_DECIDED, {"v": 2, "member": dice.choice(("m1", "m3")), "coupons_back": [name]})
        here.fact("rights.changed", {"grant": [], "revoke": [name]})
    here.fact("op.settled", {"op": "o1", "verdict": "abandoned"})
    here.fact("member.registered", {"member": "m3", "other": "m1", "household": "h", "tags": ["x"]}, hlc=5)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_one_terminal_tells_another_store_sees_what_it_would_without_it(tmp_path: Path, seed: int) -> None:
    seen: list[dict[str, dict[str, Any]]] = []
    for hostile in (False, True):
        folder = tmp_path / str(hostile)
        folder.mkdir()
        hq = headquarters(folder, TestClock())
        published(hq, CAMPAIGN)
        with_members(hq, member("m1"), member("m2"), member("m3", "s2"), member("m4", "s2"))
        hq.publish([put("s2", "coupons", f"z{n}", CouponRow(coupon(f"z{n}", member="m3"), "KC1:")) for n in range(3)])
        there = Terminal.enrolled(hq, "s2")
        here = Terminal.enrolled(hq, "s1", seed=9)
        dice = random.Random(seed)
        if hostile:
            _mischief(dice, here, ["z0", "z1"], ())
            pushes(here)
        _honest_day(there)
        if hostile:
            theirs = [row["coupon"]["id"] for row in there.rows("store/s2/coupons").values()]
            _mischief(dice, here, theirs, ("h1", "h2", "h3", "h4"))
            pushes(here)
        hq.context.clock.now += 1  # type: ignore[attr-defined]
        buys(there, "m4", "h5")
        pushes(there)
        seen.append(_seen(there))
        assert hq.verify() == []
        hq.database.close()
    for bucket, rows in seen[0].items():
        assert seen[1][bucket] == rows, bucket


# -- what rewards use up ----------------------------------------------------------------------------------------------

SHARED = """
budget:
  - {id: gifts, name: NAME, amount: 100000}
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
  - {id: ten, name: NAME, off: 100, min_spend: 100, valid_days: 7}
stock:
  - {id: mug, name: NAME, value: 150, quantity: 40, substitute: pen}
  - {id: pen, name: NAME, value: 10, quantity: 40}
  - {id: cap, name: NAME, value: 10, quantity: 40}
rules:
  - {id: mug, name: NAME, when: purchased, give: [{gift: {stock: mug, count: 2}}], limits: [{most: 20}], budget: gifts}
  - {id: each, name: NAME, when: {event: spend_reached, amount: 100, every: true}, give: [{gift: cap}]}
  - {id: per, name: NAME, when: purchased, give: [{points_per: {amount: 100, points: 1}}], budget: gifts}
  - {id: five, name: NAME, when: purchased, give: [{coupon: five}]}
point_cost: 1
"""
MUG, BUDGET, TOTAL = "d|stock:autumn/mug", "|budget:autumn/gifts", "|limit:autumn/mug/total"
MINOR = 100


def _decided(till: Terminal, rule: str, kind: RewardKind, ref: str, count: int, **takes: int) -> None:
    """Decide one reward for a purchase of 400; `takes`: by the last part of a quantity's name."""
    stamp = buys(till, "m1", f"x{len(till.chain)}")
    names = {"mug": MUG, "pen": "|stock:autumn/pen", "cap": "|stock:autumn/cap", "gifts": BUDGET, "total": TOTAL}
    used = tuple((names[name], taken) for name, taken in takes.items())
    made = reward(till, "m1", rule, stamp, kind, ref, count)._replace(takes=used)
    decides(till, "m1", made, takes=[list(one) for one in used])


def test_what_a_reward_can_use_up_is_used(hq: Headquarters) -> None:
    published(hq, SHARED)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    _decided(till, "mug", RewardKind.GIFT, "mug", 2, mug=2, gifts=2 * 150 * MINOR, total=1)
    _decided(till, "mug", RewardKind.GIFT, "pen", 2, pen=2, gifts=2 * 10 * MINOR, total=1)
    _decided(till, "each", RewardKind.GIFT, "cap", 4, cap=4)
    _decided(till, "per", RewardKind.POINTS, "per", 4, gifts=4 * MINOR)
    assert reasons(till) == []


@pytest.mark.parametrize(
    ("rule", "kind", "ref", "count", "takes"),
    [
        ("mug", RewardKind.GIFT, "mug", 2, {"mug": 3}),
        ("mug", RewardKind.GIFT, "mug", 500, {"mug": 500}),
        ("mug", RewardKind.GIFT, "mug", 2, {"mug": 2, "cap": 1}),
        ("mug", RewardKind.GIFT, "cap", 2, {"cap": 2}),
        ("mug", RewardKind.GIFT, "mug", 2, {"total": 2}),
        ("mug", RewardKind.GIFT, "mug", 2, {"gifts": 2 * 150 * MINOR + 1}),
        ("mug", RewardKind.GIFT, "mug", 2, {"mug": -1}),
        ("five", RewardKind.COUPON, "five", 1, {"mug": 1}),
        ("per", RewardKind.POINTS, "per", 10**9, {"gifts": 10**9}),
        ("each", RewardKind.GIFT, "cap", 10**6, {"cap": 10**6}),
    ],
)
def test_no_reward_uses_up_more_than_it_can(
    hq: Headquarters, rule: str, kind: RewardKind, ref: str, count: int, takes: dict[str, int]
) -> None:
    published(hq, SHARED)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    _decided(till, rule, kind, ref, count, **takes)
    assert reasons(till) == ["not_its_share"]
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT used FROM lease WHERE store = 's1'").all() == []


def test_no_more_comes_back_than_was_used_in_the_store(hq: Headquarters) -> None:
    published(hq, SHARED)
    with_members(hq, member("m1"), member("m3", "s2"))
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    stranger = Terminal.enrolled(hq, "s2")
    given = reward(till, "m1", "mug", buys(till, "m1", "x1"), RewardKind.GIFT, "mug", 2)
    given = given._replace(takes=((MUG, 2),))
    decides(till, "m1", given, takes=[[MUG, 2]])
    pushes(till)
    decides(stranger, "m3", back=[given], takes=[[MUG, -1]])
    assert reasons(stranger) == ["not_its_share"]
    decides(other, "m1", takes=[[MUG, -1]])
    decides(other, "m1", back=[given], takes=[[MUG, -2]])
    decides(other, "m1", back=[given], takes=[[MUG, -1]])
    assert reasons(other) == ["not_its_share", "not_its_share"]


def test_coupons_of_a_pair_that_the_rule_cannot_give_are_signed_on_nobodys_word(hq: Headquarters) -> None:
    published(hq, SHARED)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    _decided(till, "five", RewardKind.COUPON, "ten", 1)
    assert reasons(till) == []
    assert not [name for name in till.rows("store/s1/coupons") if name.startswith("r-")]
    assert [one.ref for one in hq.overruns() if one.waits] == ["ten"]
    _decided(till, "five", RewardKind.COUPON, "five", 1)
    assert reasons(till) == []
    assert len([name for name in till.rows("store/s1/coupons") if name.startswith("r-")]) == 1


def test_what_is_given_and_comes_back_in_one_push_counts(hq: Headquarters) -> None:
    published(hq, SHARED)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    given = reward(till, "m1", "mug", buys(till, "m1", "x1"), RewardKind.GIFT, "mug", 2)
    given = given._replace(takes=((MUG, 2),))
    decides(till, "m1", given, takes=[[MUG, 2]])
    decides(till, "m1", back=[given], takes=[[MUG, -2]])
    assert reasons(till) == []


def test_a_coupon_for_a_sale_in_another_store_that_is_given_and_comes_back_in_one_push_counts(
    chain: Headquarters,
) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    stamp = buys(there, "m1", "x1")
    pushes(there)
    given = reward(there, "m1", "second", stamp, RewardKind.COUPON, "five", 1)
    decides(here, "m1", given)
    decides(here, "m1", back=[given])
    assert reasons(here) == []
