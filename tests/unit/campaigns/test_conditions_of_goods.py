"""Conditions on what is bought and how it is paid: groups of them, and what does not count."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.counted import EVERYTHING, Counted
from kiosk.domain.campaigns.happenings import BARRED, WITHIN, Happening, HappeningKind, Item
from kiosk.domain.campaigns.sample import Sample, first_minute, price_sample
from kiosk.domain.findings import Finding
from kiosk.domain.members.member import Tier
from tests.unit.campaigns.stage import campaign

TEA, CAKE, GUM = Item("oolong", "tea", 2, 6_000), Item("cake", "bakery", 1, 5_000), Item("gum", "", 1, 1_000)
BASKET = (TEA, CAKE, GUM)
RULE = "rules:\n  - {id: ten, name: NAME, for: everyone, when: basket, if: IF, give: [{discount: {off: 10}}]}\n"


def holds(if_: str, *items: Item, pay: str = "", tier: Tier | None = None) -> bool:
    """Whether a rule with these conditions takes its 10 off."""
    said = campaign(RULE.replace("IF", if_))
    found = price_sample(said, Sample(items or BASKET, first_minute(said), tier, pay=pay))
    return found.total < found.amount


@pytest.mark.parametrize(
    ("if_", "enough"),
    [
        ("{amount: 180}", True),
        ("{amount: 181}", False),
        ("{amount: {at_least: 60, except: {categories: [tea]}}}", True),
        ("{amount: {at_least: 61, except: {categories: [tea]}}}", False),
        ("{amount: {at_least: 170, except: {items: [gum]}}}", True),
        ("{amount: {at_least: 171, except: {items: [gum]}}}", False),
        ("{amount: {at_least: 50, except: {categories: [tea], items: [gum, oolong]}}}", True),
        ("{amount: {at_least: 51, except: {categories: [tea], items: [gum, oolong]}}}", False),
        ("{categories: {any: [tea, bakery], amount: 170}}", True),
        ("{categories: {any: [tea, bakery], amount: 171}}", False),
        ("{categories: {any: [tea, bakery], amount: 120, except: {items: [cake]}}}", True),
        ("{categories: {any: [tea, bakery], amount: 121, except: {items: [cake]}}}", False),
        ("{categories: {any: [tea, bakery], count: 3}}", True),
        ("{categories: {any: [tea, bakery], count: 4}}", False),
        ("{categories: {any: [tea, bakery], count: 3, except: {items: [cake]}}}", False),
        ("{categories: {any: [tea], amount: 121, count: 2}}", False),
        ("{items: {count: 4}}", True),
        ("{items: {count: 5}}", False),
        ("{items: {count: 2, except: {categories: [tea]}}}", True),
        ("{items: {count: 3, except: {categories: [tea]}}}", False),
        ("{any_of: [{amount: 999}, {items: {any: [cake]}}]}", True),
        ("{any_of: [{amount: 999}, {items: {any: [scone]}}]}", False),
        ("{any_of: [{amount: 100, items: {any: [scone]}}, {categories: {any: [tea], amount: 121}}]}", False),
        ("{all_of: [{categories: {any: [tea], amount: 120}}, {categories: {any: [bakery], amount: 50}}]}", True),
        ("{all_of: [{categories: {any: [tea], amount: 120}}, {categories: {any: [bakery], amount: 51}}]}", False),
        ("{amount: 200, any_of: [{items: {any: [cake]}}, {items: {any: [gum]}}]}", False),
    ],
)
def test_what_counts(if_: str, enough: bool) -> None:
    assert holds(if_) is enough


def test_goods_that_are_reduced_already() -> None:
    reduced = (TEA, CAKE._replace(reduced=True), GUM)
    assert holds("{amount: {at_least: 130, not_reduced: true}}", *reduced)
    assert not holds("{amount: {at_least: 131, not_reduced: true}}", *reduced)
    assert not holds("{categories: {any: [bakery], not_reduced: true}}", *reduced)
    assert holds("{items: {any: [cake], not_reduced: true}}")
    assert not holds("{items: {any: [cake], not_reduced: true}}", *reduced)


def test_how_it_is_paid() -> None:
    assert holds("{pay: [card, phone]}", pay="phone")
    assert not holds("{pay: [card, phone]}", pay="cash")
    assert not holds("{pay: [card]}")
    assert holds("{any_of: [{pay: [card]}, {amount: 500}]}", pay="card")


def test_a_group_that_asks_for_a_tier_wants_a_card() -> None:
    groups = "{any_of: [{tiers: [basic, gold]}, {amount: 500}]}"
    assert holds(groups, tier=Tier.BASIC)
    assert not holds(groups)
    assert holds(groups, replace_price(TEA, 25_000))
    assert not holds("{all_of: [{tiers: [basic]}, {amount: 1}]}")


def replace_price(item: Item, price: int) -> Item:
    return item._replace(price=price)


def _found(rules: str) -> list[Finding]:
    return [one for one in check(campaign(rules)) if not one.code.startswith("legal.")]


@pytest.mark.parametrize(
    ("if_", "codes"),
    [
        ("{any_of: [{}, {amount: 5}]}", {"empty_group"}),
        ("{any_of: [{amount: 5}]}", {"no_choice"}),
        (
            "{any_of: [{weekdays: [8]}, {dates: [{since: 2026-03-09, until: 2026-03-08}]}]}",
            {"never", "empty_range"},
        ),
        ("{all_of: [{amount: {at_least: 9, at_most: 8}}, {amount: 5}]}", {"empty_range"}),
        ("{categories: {any: [tea], except: {categories: [tea]}}}", {"never"}),
        ("{items: {except: {items: [cake]}}}", {"no_effect"}),
        ("{items: {count: 2}}", set()),
        ("{pay: [crad]}", {"unknown_payment"}),
        ("{pay: [card], any_of: [{pay: [card]}, {amount: 5}]}", set()),
    ],
)
def test_the_check(if_: str, codes: set[str]) -> None:
    payments = "payments: [{id: card, name: NAME}]\n"
    found = _found(payments + RULE.replace("IF", if_))
    assert {one.code for one in found} == codes
    for one in found:
        assert one.path.startswith("rules[0].if.")


def test_nobody_pays_at_a_check_in() -> None:
    rule = "rules:\n  - {id: a, name: NAME, when: checked_in, if: {pay: [card]}, give: [{points: 1}]}\n"
    assert [one.path for one in _found(rule) if one.code == "no_meaning"] == ["rules[0].if.pay[0]"]


# --- what the chain says of its goods ---------------------------------------------------------------------------------

SMOKES = Item("smokes", "tobacco", 1, 10_000)
BOUGHT = Happening(
    "x",
    HappeningKind.PURCHASED,
    (0, "", 0, 0, 0),
    0,
    0,
    amount=30_000,
    categories=(("bakery", 5_000), ("tea", 12_000), ("tobacco", 10_000)),
    items=(TEA, CAKE, SMOKES._replace(barred=True)),
    detail={BARRED: (), WITHIN: {"tea": ("drinks", "food"), "bakery": ("food",)}},
)


def test_what_never_carries_a_benefit_counts_for_nothing() -> None:
    assert EVERYTHING.amount(BOUGHT) == 20_000
    assert Counted(frozenset({"tobacco", "tea"})).amount(BOUGHT) == 12_000
    by_category = BOUGHT._replace(items=(), detail={BARRED: ("tobacco",)})
    assert EVERYTHING.amount(by_category) == 20_000
    both = BOUGHT._replace(detail={BARRED: ("tobacco",)})
    assert EVERYTHING.amount(both) == 20_000
    paid = BOUGHT._replace(amount=28_000, items=(*BOUGHT.items[:2], SMOKES._replace(barred=True, paid=9_000)))
    assert EVERYTHING.amount(paid) == 19_000
    assert Counted(items=frozenset({"smokes", "oolong"})).pieces(BOUGHT) == 2


def test_a_category_has_what_lies_below_it_once() -> None:
    assert Counted(frozenset({"food"})).amount(BOUGHT) == 17_000
    assert Counted(frozenset({"food", "tea"})).amount(BOUGHT) == 17_000
    assert Counted(frozenset({"food"}), without_categories=frozenset({"drinks"})).amount(BOUGHT) == 5_000


def test_what_comes_back_lowers_what_counts_and_never_below_zero() -> None:
    back = BOUGHT._replace(amount=-2_000, items=(TEA, CAKE._replace(pieces=-3)), categories=(("bakery", -15_000),))
    assert EVERYTHING.amount(back) == 0
    assert Counted(frozenset({"bakery"})).amount(back) == 0
    assert Counted(items=frozenset({"cake", "oolong"})).pieces(back) == -1
