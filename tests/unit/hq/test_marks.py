"""Counting on from a mark gives what counting from the beginning gives, in whatever order things arrive."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns import judged_again
from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.judged_again import Reckoned
from kiosk.domain.members.facts import MEMBER_SEEN
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.hq.campaigns import marks, recount
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.campaign_rig import member, published, pushes, with_members
from tests.unit.hq.rig import Terminal, TestClock, headquarters

RULES = """
stock:
  - {id: mug, name: NAME, value: 100, quantity: 9}
coupons:
  - {id: five, name: NAME, off: 50, min_spend: 100, valid_days: 7}
rules:
  - {id: points, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 3, per: [member, day]}]}
  - {id: second, name: NAME, when: {event: purchased, n: 2, every: true}, give: [{coupon: five}]}
  - {id: mug, name: NAME, when: {event: purchased, n: 5, every: true}, give: [{gift: mug}], on_void: keep}
"""
MINUTE = 60_000
WHO = ("m1", "m1", "m1", "m2")
STEP = st.one_of(
    st.tuples(st.just("sale"), st.integers(0, 1), st.sampled_from(WHO), st.integers(0, 3)),
    st.tuples(st.just("sale"), st.integers(0, 1), st.sampled_from(WHO), st.integers(0, 3)),
    st.tuples(st.sampled_from(["void", "return", "seen"]), st.integers(0, 1), st.integers(0, 9)),
    st.tuples(st.just("given"), st.integers(0, 1), st.integers(0, 9)),
    st.tuples(st.sampled_from(["push", "push", "row", "edition"]), st.integers(0, 1)),
)


COUNTED: list[tuple[Any, ...]] = [("sale", 0, "m1", 0), ("push", 0)] * 4
"""So that there is a mark, before the rest happens."""


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Marks are made at every chance, right behind; every count is compared with one from the beginning. Gives how
    often one went on from a mark."""
    monkeypatch.setattr(marks, "BEHIND", 2)
    monkeypatch.setattr(marks, "WORTH", 3)
    went_on: list[int] = []
    from_mark = judged_again.reckon

    def noted(engine: Any, shared: Any, who: str, events: Any, before: Any, behind: int) -> Any:
        found = from_mark(engine, shared, who, events, before, behind)
        if before is not None and found is not None:
            went_on.append(len(list(events)))
        return found

    def compared(context: Any, tx: Any, shared: Any, who: str) -> tuple[Reckoned, int]:
        fold = recount.fold_of(context, tx)
        whole = fold.recount(who)
        newest = max((one.order[0] for one in fold.happenings(who)), default=0)
        found, stamp = marks.recounted(context, tx, shared, who)
        effect = found.effect
        told = (effect.happening, set(effect.granted), set(effect.taken_back), set(effect.refused), stamp)
        assert told == (whole.happening, set(whole.granted), set(whole.taken_back), set(whole.refused), newest)
        return found, stamp

    monkeypatch.setattr(marks, "reckon", noted)
    monkeypatch.setattr(recount, "recounted", compared)
    return went_on


def _play(hq: Headquarters, clock: TestClock, steps: list[tuple[Any, ...]]) -> None:
    with_members(hq, member("m1"), member("m2"))
    published(hq, RULES)
    tills = [Terminal.enrolled(hq, seed=seed) for seed in (7, 8)]
    sales: list[tuple[str, str]] = []
    version = 1
    for what, who, *rest in steps:
        clock.now += MINUTE
        till = tills[who]
        if what == "sale":
            buyer, late = rest
            txn = f"x{len(sales)}"
            body = {"txn": txn, "receipt": "R", "member": buyer, "amount": 40_000, "total": 40_000, "currency": "TWD"}
            # a till whose clock is behind: its sale comes before what HQ has counted
            stamp = (clock.now - late * 7 * MINUTE << 16) + len(till.chain)
            till.fact(SALE_COMPLETED, {**body, "coupons": [], "lines": []}, hlc=stamp)
            sales.append((txn, buyer))
        elif what in ("void", "return") and sales:
            txn, _buyer = sales[-1 - rest[0] % len(sales)]
            kind = SALE_VOIDED if what == "void" else SALE_RETURNED
            till.fact(kind, {"txn": txn, "reason": "wrong", "amount": 9_000, "by_category": []})
        elif what == "seen":
            till.fact(MEMBER_SEEN, {"member": "m1"})
        elif what == "given":
            _gives(hq, till, rest[0])
        elif what == "push":
            pushes(till)
        elif what == "row":
            with_members(hq, member("m1", household=f"h{clock.now}"))
        elif what == "edition" and version < 3:
            version += 1
            clock.now += MINUTE
            published(hq, RULES.replace("points: 10", f"points: {10 + version}"), version=version)
    for till in tills:
        pushes(till)
    assert hq.verify() == []


def _gives(hq: Headquarters, till: Terminal, which: int) -> None:
    """A till decides what HQ has decided already, or takes it back: about something old."""
    standing = hq.rewards()
    if not standing:
        return
    with hq.database.read() as tx:
        rewards = list(recount.fold_of(hq.context, tx).member(standing[which % len(standing)].member).rewards.values())
    if not rewards:
        return
    reward = rewards[which % len(rewards)]
    body = {"member": reward.member, "happening": reward.happening, "granted": [], "taken_back": [reward.id]}
    body |= {"counters": [], "takes": [], "refused": [], "coupons": [], "coupons_back": list(coupon_ids(reward))}
    till.fact(REWARDS_DECIDED, body)


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(steps=[("void", 0, 3)])
@example(steps=[("return", 1, 3), ("push", 1), ("sale", 0, "m1", 0)])
@example(steps=[("given", 1, 0), ("push", 1), ("sale", 0, "m1", 0)])
@example(steps=[("sale", 1, "m1", 3), ("push", 1)])
@example(steps=[("row", 0), ("sale", 0, "m1", 0), ("edition", 0), ("sale", 0, "m1", 0)])
@given(steps=st.lists(STEP, min_size=4, max_size=14))
def test_counting_on_is_counting_from_the_beginning(
    tmp_path_factory: pytest.TempPathFactory, often: list[int], steps: list[tuple[Any, ...]]
) -> None:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    _play(hq, clock, [*COUNTED, *steps, ("push", 0)])
    hq.database.close()


def test_a_long_history_is_counted_on_from_its_mark(tmp_path_factory: pytest.TempPathFactory, often: list[int]) -> None:
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock)
    _play(hq, clock, [("sale", 0, "m1", 0), ("push", 0)] * 12)
    assert len(often) >= 8
    assert max(often) < 12  # not all there is
    hq.database.close()
