"""An exchange: what is bought costs what it costs alone, less what comes back; what it brings counts what was bought
more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.happenings import HappeningKind, Item
from kiosk.domain.campaigns.judged_again import reckon
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Check, Outcome, RewardKind
from kiosk.domain.campaigns.sample import Sample, first_minute, price_sample
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.members.member import Tier
from tests.unit.campaigns.stage import campaign, same_everywhere, view
from tests.unit.campaigns.test_laws import events_of
from tests.unit.campaigns.test_recall import Till, recalled

RULES = """
cap: {most_percent: 60}
coupons:
  - {id: ten, name: NAME, off: 10, min_spend: 100, group: c, with: ["*"]}
  - {id: card, name: NAME, value: 100, valid_days: 30}
rules:
  - {id: two-one, name: NAME, for: everyone, when: basket, give: [{discount: {buy: 2, free: 1, categories: [tea]}}]}
  - {id: reach, name: NAME, for: everyone, when: basket, if: {amount: 150},
     give: [{discount: {percent: 10, with: ["*"]}}]}
  - {id: spend, name: NAME, for: everyone, when: basket,
     give: [{discount: {off: 7, spend: 90, categories: [cup], group: s, with: ["*"]}}]}
  - {id: points, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1, except: {items: [gum]}}}]}
  - {id: piece, name: NAME, when: purchased, give: [{points_per: {pieces: 1, points: 1, categories: [tea]}}]}
  - {id: first, name: NAME, when: first_purchase, give: [{coupon: ten}]}
  - {id: third, name: NAME, when: {event: purchased, n: 3, every: true}, if: {amount: {at_least: 50}},
     give: [{coupon: card}]}
  - {id: card, name: NAME, when: {event: pieces_reached, pieces: 4, categories: [tea], every: true},
     give: [{coupon: ten}]}
"""
GOODS = (("oolong", "tea", 4000), ("green", "tea", 2500), ("mug", "cup", 6000), ("gum", "cup", 1000))
line = st.tuples(st.sampled_from(GOODS), st.integers(1, 4)).map(lambda row: Item(*row[0][:2], row[1], row[0][2]))


@pytest.fixture(scope="module")
def rules() -> Campaign:
    return campaign(RULES)


def asked(items: list[Item], *, member: bool = True) -> Sample:
    tier = Tier.BASIC if member else None
    return Sample(tuple(items), first_minute(campaign(RULES)), tier, ("ten", "card") if member else ())


@given(st.lists(line, min_size=1, max_size=5), st.lists(line, max_size=3), st.booleans(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_price_is_that_of_what_is_bought_alone_less_what_comes_back(
    bought: list[Item], back: list[Item], member: bool, chance: Any
) -> None:
    rules = campaign(RULES)
    rows = [*bought, *(item._replace(pieces=-item.pieces) for item in back)]
    chance.shuffle(rows)
    bought = [item for item in rows if item.pieces > 0]
    alone, found = (price_sample(rules, asked(one, member=member)) for one in (bought, rows))
    cost = sum(item.cost for item in back)
    assert found.total == alone.total - cost == sum(found.paid)
    assert found.discounts == alone.discounts
    for item, paid in zip(rows, found.paid, strict=True):
        assert paid >= 0 if item.pieces > 0 else paid == item.cost
    assert found.points <= alone.points
    assert sum(paid for _, paid, _ in found.vouchers) <= max(0, found.total)


def sold(stage: Till, txn: str, bought: list[Item], back: list[Item]) -> None:
    by: dict[str, int] = {}
    for item in bought:
        by[item.category] = by.get(item.category, 0) + item.cost
    rows = [[row(item) for item in items] for items in (bought, back)]
    total = sum(item.cost for item in bought)
    stage.happens(
        "sale.completed", "A", txn=txn, total=total, by_category=sorted(by.items()), items=rows[0], back=rows[1], v=2
    )


def row(item: Item) -> dict[str, Any]:
    return {"sku": item.sku, "category": item.category, "pieces": item.pieces, "price": item.price}


steps = st.one_of(
    st.tuples(st.just("sell"), st.lists(line, min_size=1, max_size=3), st.lists(line, max_size=2)),
    st.tuples(st.just("void"), st.integers(0, 4)),
    st.tuples(st.just("return"), st.integers(0, 4), st.sampled_from([10, 70])),
)


@given(st.lists(steps, min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_everybody_counts_an_exchange_alike(story: list[tuple[Any, ...]]) -> None:
    stage, sales = Till(campaign(RULES)), 0
    for what, *how in story:
        if what == "sell":
            sold(stage, f"S{sales}", *how)
            sales += 1
        elif what == "void":
            stage.voids(f"S{how[0]}")
        else:
            stage.returns(f"S{how[0]}", how[1])
    same_everywhere(stage)
    assert view(recalled(stage).member("A"), stage.wall) == view(stage.state("A"), stage.wall)
    shared = Shared(stage.fold.shared.pool_of)
    found = reckon(stage.engine, shared, "A", events_of(stage), None, 64)
    assert found is not None
    given = [one for one in found.effect.granted if one.kind is RewardKind.POINTS]
    assert not given
    assert not [one for one in found.effect.taken_back if one.kind is RewardKind.POINTS]


def test_what_came_back_brings_nothing_and_what_was_bought_more_does(rules: Campaign) -> None:
    stage = Till(rules)
    mug, tea = Item("mug", "cup", 1, 6000), Item("oolong", "tea", 2, 4000)
    sold(stage, "S1", [mug], [])
    assert (stage.points("A"), stage.state("A").bought(0, 1 << 60)) == (6, 1)
    sold(stage, "S2", [tea], [mug])  # 80 for 60: 20 more, two pieces of tea
    assert (stage.points("A"), stage.state("A").bought(0, 1 << 60)) == (6 + 2 + 2, 2)
    sold(stage, "S3", [mug], [tea])  # 60 for 80: no purchase at all
    assert (stage.points("A"), stage.state("A").bought(0, 1 << 60)) == (10, 2)
    probe = stage.probe("A", kind=HappeningKind.PURCHASED, amount=6000, items=(mug,), back=(tea,), txn="S4")
    (why,) = stage.fold.ask(probe).trace
    assert (why.rule, why.outcome, why.checks) == ("*", Outcome.NOT_MET, (Check("exchange", False, 6000, 8000),))
    stage.voids("S3")
    stage.voids("S2")
    assert (stage.points("A"), stage.state("A").bought(0, 1 << 60)) == (6, 1)
    same_everywhere(stage)
