"""The chain's goods file at the till: what it says of articles counts in a sale, and stands in its fact."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.goods.catalogue import Article, Category, NoBenefit, Tree
from kiosk.domain.refusals import RefusalCode
from tests.shared.till import Till, member

RULES = """
rules:
  - {id: points, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: drinks, name: NAME, when: purchased, if: {categories: {any: [drinks], amount: 60}}, give: [{points: 100}]}
  - {id: three, name: NAME, for: everyone, when: basket, if: {amount: 300}, give: [{discount: {off: 30}}]}
"""
TREE = Tree(
    (Category("drinks"), Category("tea", "drinks"), Category("tobacco")), NoBenefit(("tobacco",), ("card",)), "TWD"
)
TEA, SMOKES = Item("oolong", "", 1, 10_000), Item("smokes", "", 2, 12_500)


@pytest.fixture
def till() -> Till:
    made = Till()
    made.publishes(RULES)
    made.has_members(member("m-1"))
    made.put("chain/goods", "goods", TREE)
    made.put("chain/articles", "oolong", Article("oolong", "tea", floor=5_000))
    made.put("chain/articles", "smokes", Article("smokes", "tobacco"))
    return made


def test_tobacco_earns_nothing_and_reaches_nothing(till: Till) -> None:
    visit = till.visit("m-1", 35_000, items=(TEA, SMOKES))
    assert visit.quote.total == 35_000  # 300 are not reached: tea costs 100
    assert till.visit("m-1", 35_000, items=(TEA, TEA, TEA, Item("x", "", 1, 5_000))).quote.total == 32_000
    sold = till.buys("m-1", 35_000, items=(TEA, SMOKES))
    assert [reward.quantity for reward in sold.sale.rewards] == [10, 100]  # tea lies within drinks
    (fact,) = till.facts("sale.completed")
    assert fact.body["by_category"] == [["tea", 10_000], ["tobacco", 25_000]]
    assert fact.body["within"] == {"tea": ["drinks"]}
    assert fact.body["barred"] == ["tobacco"]
    assert [item.get("barred", False) for item in fact.body["items"]] == [False, True]
    state = till.state("m-1")
    assert [amount for _, _, amount in state.purchases] == [10_000]
    till.agrees()
    till.counts_the_same()


def test_what_was_said_stands_when_the_file_is_changed(till: Till) -> None:
    till.buys("m-1", 35_000, items=(TEA, SMOKES))
    till.put("chain/goods", "goods", None)
    till.put("chain/articles", "smokes", None)
    till.counts_the_same()
    assert till.visit("m-1", 35_000, items=(TEA, SMOKES)).quote.total == 32_000


def test_a_coupons_minimum_is_not_reached_with_gift_cards(till: Till) -> None:
    till.has_template("own", min_spend=20_000)
    till.has_coupon("c-1")
    bought = (TEA, Item("card", "", 1, 50_000))
    (left,) = till.visit("m-1", 60_000, items=bought).quote.left_out
    assert (left.coupon, left.refusal.code) == ("c-1", RefusalCode.MINIMUM_NOT_REACHED)
    assert till.visit("m-1", 60_000, items=(TEA, Item("pot", "", 1, 50_000))).quote.total == 55_000


def test_amounts_by_category_without_articles(till: Till) -> None:
    visit = till.visit("m-1", 35_000, by_category=(("tea", 10_000), ("tobacco", 25_000)))
    assert visit.quote.total == 35_000
    sold = till.buys("m-1", 35_000, by_category=(("tea", 10_000), ("tobacco", 25_000)))
    assert [reward.quantity for reward in sold.sale.rewards] == [10, 100]


def test_who_refers_a_friend_gets_nothing_for_their_tobacco() -> None:
    till = Till()
    rule = "{id: friend, name: NAME, when: {event: referee_bought, amount: 200}, give: [{points: 50}]}"
    till.publishes(f"rules:\n  - {rule}\n")
    till.put("chain/goods", "goods", TREE)
    till.has_members(member("m-1"))
    till.registers("m-2", by="m-1")
    till.buys("m-2", 35_000, by_category=(("tea", 10_000), ("tobacco", 25_000)))
    assert till.points("m-1") == 0


DISCOUNTS = """
rules:
  - {id: all, name: NAME, for: everyone, when: basket, give: [{discount: {percent: 10, with: ['*']}}]}
  - {id: drinks, name: NAME, for: everyone, when: basket, give: [{discount: {buy: 2, free: 1, categories: [drinks]}}]}
  - {id: full, name: NAME, for: everyone, when: basket, give: [{discount: {off: 50, items: [cup], not_reduced: true}}]}
"""


def test_nothing_is_off_goods_that_never_carry_a_benefit_and_floors_hold(till: Till) -> None:
    till.publishes(DISCOUNTS.replace("rules:", "rules:").replace("id: all", "id: all"))
    visit = till.visit(None, 25_000, items=(SMOKES,))
    assert (visit.quote.total, visit.quote.lines) == (25_000, ())
    visit = till.visit(None, 55_000, items=(TEA._replace(pieces=3), SMOKES))
    # the third tea is free, but no piece costs less than its floor of 50
    assert visit.quote.paid_items[1] == 25_000
    assert visit.quote.paid_items[0] >= 15_000


def test_what_is_worth_adding_is_in_the_quote(till: Till) -> None:
    till.publishes(DISCOUNTS)
    till.put("chain/articles", "oolong", Article("oolong", "tea", "Oolong"))
    (near,) = till.visit(None, 20_000, items=(TEA._replace(pieces=2),)).quote.near
    assert (near.rule, near.items, near.called, near.free) == ("test/drinks", ("oolong",), "Oolong", False)
    # without the tenth that is off everything one more would be free: with it, it costs what that takes less
    assert near.extra < 10_000
