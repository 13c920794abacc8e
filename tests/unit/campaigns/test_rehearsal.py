"""Rehearsals add up: every way of looking at the costs gives the same sum."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.rehearsal import Rehearsal
from kiosk.domain.campaigns.rehearse import rehearse
from kiosk.domain.campaigns.synthetic import synthetic
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import campaign

PLANS = ("referral-party", "mini-program", "product-welfare", "holiday")


@pytest.mark.parametrize("name", PLANS)
def test_costs_by_rule_thing_day_budget_tier_and_segment_are_the_same_costs(name: str) -> None:
    found = rehearse(plan(name), synthetic(plan(name), 3000))
    assert found.cost > 0
    sums = (
        sum(rule.cost for rule in found.rules),
        sum(thing.cost for thing in found.things),
        sum(found.by_day.values()),
        sum(part.spent for part in found.budget),
        sum(group.cost for group in found.tiers),
        sum(group.cost for group in found.segments),
    )
    assert set(sums) == {found.cost}
    assert sum(group.members for group in found.tiers) == len(found.costs) >= found.above
    assert found.percentile(0) <= found.percentile(50) <= found.percentile(100) == found.costs[-1]
    assert found.share_of_top(1) <= found.share_of_top(10) <= found.share_of_top(100) == 100


def test_the_same_seed_tells_the_same_story_and_another_another() -> None:
    def cost(seed: int) -> int:
        return rehearse(plan("mini-program"), synthetic(plan("mini-program"), 2000, seed), seed=seed).cost

    assert cost(1) == cost(1) != cost(2)


def test_stock_without_end_tells_how_much_would_be_asked_for() -> None:
    text = (
        "stock: [{id: mug, name: NAME, value: 9, quantity: 5}]\n"
        "rules: [{id: g, name: NAME, when: purchased, give: [{gift: mug}]}]"
    )
    plain = campaign(text)

    def mugs(found: Rehearsal) -> tuple[int, bool]:
        (mug,) = found.stock
        return mug.given, mug.gone is not None

    events = list(synthetic(plain, 1000))
    assert mugs(rehearse(plain, events)) == (5, True)
    given, gone = mugs(rehearse(plain, events, plenty=True))
    assert given > 100
    assert not gone


def test_who_pays_with_points_is_rehearsed() -> None:
    found = rehearse(plan("mini-program"), synthetic(plan("mini-program"), 3000))
    paid = next(thing for thing in found.things if (thing.kind, thing.ref) == ("points", "paid"))
    assert paid.quantity < 0
    rule = next(rule for rule in found.rules if rule.rule == "points-as-money")
    assert rule.rewards > 10
    assert rule.cost == 0  # the points were paid for when they were given
