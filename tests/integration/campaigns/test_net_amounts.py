"""What is paid for the goods of a category counts, not what they cost before discounts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.model import Benefit, BenefitKind
from tests.shared.till import Till, member, shown

RULES = """
stock: [{id: mug, name: NAME, value: 99, quantity: 30}]
rules:
  - {id: food-points, name: NAME, when: purchased, give: [{points_per: {points: 1, amount: 1, categories: [food]}}]}
  - {id: mug, name: NAME, when: purchased, if: {categories: {any: [food], amount: 80}}, give: [{gift: mug}]}
"""
CASHBACK = (("food", 100_00), ("toys", 200_00))


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """In the end the rules, judging everything anew, must give what was given."""
    opened = Till(tmp_path)
    try:
        opened.has_members(member("m-1"))
        opened.publishes(RULES)
        yield opened
        opened.counts_the_same()
        opened.sound()
    finally:
        opened.close()


def _coupon(till: Till, rate_bp: int, *categories: str) -> None:
    benefit = Benefit(BenefitKind.PERCENT, rate_bp=rate_bp)
    till.has_template("own", benefit=benefit, categories=categories or None)
    till.has_coupon("c-1", member="m-1")


def test_food_that_was_free_earns_nothing(till: Till) -> None:
    _coupon(till, 10_000, "food")
    sold = till.buys("m-1", 300_00, by_category=CASHBACK)
    assert sold.sale.total == 200_00
    assert shown(sold.sale.rewards) == []
    assert till.points("m-1") == 0
    body = till.facts("sale.completed")[-1].body
    assert body["paid"] == [["food", 0], ["toys", 200_00]]


def test_a_discount_on_everything_lowers_every_category(till: Till) -> None:
    _coupon(till, 3_000)
    visit = till.visit("m-1", 300_00, by_category=CASHBACK)
    sold = till.buys("m-1", 300_00, by_category=CASHBACK)
    # what is promised is what comes: 70 for the food, below the mug's 80
    assert shown(visit.quote.rewards) == shown(sold.sale.rewards) == [("points", "per", 70)]
    assert till.points("m-1") == 70


def test_without_a_discount_goods_count_as_they_cost(till: Till) -> None:
    sold = till.buys("m-1", 300_00, by_category=CASHBACK)
    assert sorted(shown(sold.sale.rewards)) == [("gift", "mug", 1), ("points", "per", 100)]
    assert "paid" not in till.facts("sale.completed")[-1].body


def test_articles_say_what_was_paid_for_each(till: Till) -> None:
    _coupon(till, 1_000, "food")
    items = (Item("rice", "food", 2, 50_00), Item("car", "toys", 1, 200_00), Item("rice", "food", 1, 33_00))
    till.buys("m-1", 333_00, by_category=(("food", 133_00), ("toys", 200_00)), items=items)
    body = till.facts("sale.completed")[-1].body
    assert [row["paid"] for row in body["items"]] == [90_00, 200_00, 30_00]
    assert body["paid"] == [["food", 120_00], ["toys", 200_00]]
    assert till.points("m-1") == 120


def test_what_comes_back_is_taken_off_what_was_paid(till: Till) -> None:
    _coupon(till, 1_000)
    sold = till.buys("m-1", 300_00, by_category=CASHBACK)
    assert till.points("m-1") == 90
    till.returns(sold.sale.txn, 270_00)
    assert till.points("m-1") == 0
