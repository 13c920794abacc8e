"""A cap over all discounts of a sale, and what pieces cost at least: whatever takes off, and in what stores."""

from __future__ import annotations

import dataclasses

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.happenings import WITHIN, Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.campaigns.sample import Sample, SamplePrice, first_minute, price_sample
from tests.unit.campaigns.stage import campaign

HALF = """
rules:
  - {id: half, name: NAME, for: everyone, when: basket, give: [{discount: {percent: 50, categories: [tea], with: [c]}}]}
  - {id: join, name: NAME, when: registered, give: [{coupon: thirty}]}
coupons: [{id: thirty, name: NAME, off: 30, group: c, with: ["*"]}]
"""
TEA, CUP = Item("oolong", "tea", 2, 100_00), Item("cup", "cups", 1, 99_00)


def priced(more: str, *items: Item, coupons: tuple[str, ...] = ()) -> SamplePrice:
    whole = campaign(more + HALF)
    return price_sample(whole, Sample(items, first_minute(whole), coupons=coupons))


@pytest.mark.parametrize(
    ("cap", "total"),
    [
        ("", 169_00),  # 100 and 30 off 299
        ("cap: {most: 120}", 179_00),
        ("cap: 50", 249_00),
        ("cap: {most_percent: 20}", 240_00),  # 59.8, cut down to whole dollars
        ("cap: {most: 120, most_percent: 20}", 240_00),
        ("cap: {most: 10, most_percent: 20}", 289_00),
        ("cap: {most: 500}", 169_00),
    ],
)
def test_a_cap_bounds_rules_and_coupons_together(cap: str, total: int) -> None:
    found = priced(cap, TEA, CUP, coupons=("thirty",))
    assert found.total == sum(found.paid) == total
    assert found.amount - sum(off for _, off, _ in found.discounts) == total


@pytest.mark.parametrize(
    ("floors", "total"),
    [
        ("[{items: [oolong], price: 80}]", 160_00),
        ("[{categories: [tea], percent: 70}]", 140_00),
        ("[{categories: [tea], percent: 70}, {items: [oolong], price: 80}]", 160_00),
        ("[{items: [oolong], categories: [cups], price: 80}]", 100_00),
        ("[{items: [oolong], percent: 99.7}]", 200_00),  # a piece costs whole dollars
        ("[{items: [oolong], price: 120}]", 200_00),
    ],
)
def test_a_piece_costs_its_floor_at_least(floors: str, total: int) -> None:
    assert priced(f"floors: {floors}", TEA).total == total


@pytest.mark.parametrize(
    ("discount", "total"),
    [
        ("percent: 50, categories: [tea, cups]", 160_00 + 49_00),  # 49.5 off the cup, half up
        ("percent: 50", 160_00 + 49_00),
        ("percent: 50, categories: [tea, cups], most: 60", 239_00),
        ("percent: 10, categories: [tea, cups]", 269_00),  # 29.9 of all: no floor is touched
    ],
)
def test_what_a_floor_keeps_of_one_article_others_do_not_give_in_its_place(discount: str, total: int) -> None:
    rules = f"rules: [{{id: r, name: NAME, when: basket, give: [{{discount: {{{discount}}}}}]}}]\n"
    whole = campaign("floors: [{items: [oolong], price: 80}]\n" + rules)
    found = price_sample(whole, Sample((TEA, CUP), first_minute(whole)))
    assert found.total == sum(found.paid) == total
    assert found.paid[0] >= 160_00


def asked(store: str = "") -> Happening:
    whole = campaign(HALF)
    at = minutes(whole.starts)
    goods = Happening("h", HappeningKind.BASKET, (0, "", 0, 0, 0), 0, at, store)
    return goods._replace(
        amount=200_00, items=(TEA,), categories=(("tea", 200_00),), detail={WITHIN: {"tea": ("hot",)}}
    )


def test_of_campaigns_that_run_the_strictest_holds_and_only_in_their_stores() -> None:
    one = campaign("cap: {most: 70}\nstores: [north]\nfloors: [{categories: [hot], price: 90}]\n" + HALF)
    other = dataclasses.replace(campaign("cap: {most_percent: 40}\n" + HALF), id="other")
    engine = Engine([Edition(one), Edition(other)])
    north, south = engine.bounded(asked("north")), engine.bounded(asked("south"))
    assert (basket_of(north).most_off, basket_of(south).most_off) == (70_00, 80_00)
    assert (north.items[0].floor, south.items[0].floor) == (90_00, 0)  # tea lies in hot
    assert engine.bounded(north) == north
    later = engine.bounded(asked("north")._replace(wall=minutes(one.ends)))
    assert basket_of(later).most_off is None


def test_what_never_carries_a_benefit_does_not_count_for_a_percentage() -> None:
    engine = Engine([Edition(campaign("cap: {most_percent: 10}\n" + HALF))])
    goods = asked()._replace(items=(TEA, CUP._replace(barred=True)), amount=299_00)
    assert basket_of(engine.bounded(goods)).most_off == 20_00


@pytest.mark.parametrize(
    ("head", "code", "path"),
    [
        ("cap: {most: 0}", "gives_nothing", "cap.most"),
        ("cap: {most_percent: 100}", "no_effect", "cap.most_percent"),
        ("floors: [{price: 5}]", "no_meaning", "floors[0]"),
        ("floors: [{items: [oolong]}]", "no_meaning", "floors[0]"),
        ("floors: [{items: [oolong], price: 5, percent: 60}]", "no_meaning", "floors[0]"),
        ("floors: [{items: [oolong], price: 0}]", "no_effect", "floors[0].price"),
        ("floors: [{items: [oolong], percent: 101}]", "unbounded", "floors[0].percent"),
        ("floors: [{items: [oolong], percent: 10}]", "fold", "floors[0].percent"),
    ],
)
def test_the_check_finds_bounds_that_bound_nothing_or_everything(head: str, code: str, path: str) -> None:
    assert (code, path) in [(one.code, one.path) for one in check(campaign(f"{head}\n{HALF}"))]


def test_good_bounds_are_no_finding() -> None:
    head = (
        "cap: {most: 50, most_percent: 30}\nfloors: [{items: [oolong], price: 60}, {categories: [tea], percent: 70}]\n"
    )
    assert [one.path for one in check(campaign(head + HALF)) if one.path.startswith(("cap", "floors"))] == []


@pytest.mark.parametrize(
    ("head", "off", "points", "total", "paid"),
    [
        ("", "percent: 20", "", 0, 800),  # not 1,000 without the discount
        ("cap: {most: 30}", "percent: 20", "", 70_00, 100),
        ("", "percent: 20", "most_percent: 30, ", 50_00, 300),
        ("", "off: 100", "", 0, 0),
        ("", "percent: 80", "most: 30, ", 0, 200),
    ],
)
def test_points_pay_what_everything_else_leaves(head: str, off: str, points: str, total: int, paid: int) -> None:
    rules = f"""
rules:
  - {{id: off, name: NAME, when: basket, give: [{{discount: {{{off}, with: [points]}}}}]}}
  - id: pay
    name: NAME
    when: basket
    give: [{{discount: {{off: 1, for_points: 10, {points}group: points, with: ["*"]}}}}]
"""
    whole = campaign(f"{head}\n{rules}")
    found = price_sample(whole, Sample((Item("a", "", 1, 100_00),), first_minute(whole), points=5_000))
    assert (found.total, -found.points) == (total, paid)


def test_a_percentage_of_the_rest_comes_after_the_articles_by_itself() -> None:
    rules = """
rules:
  - {id: a, name: NAME, when: basket, give: [{discount: {percent: 20, items: [a], with: [y]}}]}
  - {id: b, name: NAME, when: basket, give: [{discount: {percent: 10, items: [a], of: rest, group: y, with: ["*"]}}]}
"""
    whole = campaign(rules)
    assert price_sample(whole, Sample((Item("a", "", 1, 100_00),), first_minute(whole))).total == 72_00


def test_what_a_cap_holds_below_half_cannot_take_everything_together() -> None:
    one = "  - {id: a, name: NAME, when: basket, give: [{discount: {percent: 40, group: a, with: ['*']}}]}\n"
    rules = one + one.replace("id: a", "id: b").replace("group: a", "group: b")

    def codes(head: str) -> set[str]:
        return {one.code for one in check(campaign(f"{head}rules:\n{rules}")) if one.path.startswith("rules")}

    assert codes("") == codes("cap: {most_percent: 60}\n") != set()
    assert codes("cap: {most_percent: 40}\n") == set()
