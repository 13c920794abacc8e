"""What is paid back for goods: what was paid less what the rest would have cost, as the sale was priced."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.application.sales.outcomes import LessPaid, Redemption, Refund, Returned, Voided
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_RETURNED
from tests.shared.till import CLERK, MANAGER, Till, member

FOOD = """
rules:
  - {id: food, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1, categories: [food]}}]}
"""
THREE_PLUS_ONE = """
rules:
  - {id: tea, name: NAME, when: basket, give: [{discount: {buy: 3, free: 1, categories: [tea]}}]}
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
"""


ANY = -1
"""Of whichever price."""


def tea(sku: str, pieces: int, dollars: int) -> Item:
    return Item(sku, "tea", pieces, dollars if dollars == ANY else dollars * 100)


def bought(till: Till, *items: Item, who: str | None = "m-1", **more: Any) -> str:
    """A sale of articles; gives its transaction."""
    categories: dict[str, int] = {}
    for item in items:
        categories[item.category] = categories.get(item.category, 0) + item.pieces * item.price
    amount = sum(categories.values())
    return till.buys(who, amount, items=items, by_category=tuple(categories.items()), **more).sale.txn


def back(till: Till, txn: str, *items: Item, **more: Any) -> Refund:
    done = till.service.return_goods(txn, Returned(items=items, **more), "goods_returned", MANAGER)
    assert isinstance(done, Voided), done
    assert done.refund is not None
    return done.refund


def test_a_dear_piece_beside_a_free_one_gives_its_price_while_the_rest_is_four(till: Till) -> None:
    """Five pieces, the cheapest free: without the dear one the other four have the discount as well."""
    till.publishes(THREE_PLUS_ONE)
    txn = bought(till, tea("dear", 1, 100), tea("cheap", 4, 5))
    sale = till.service.sale(txn)
    assert sale is not None
    assert (sale.total, [one.paid for one in sale.goods]) == (115_00, [100_00, 15_00])
    assert back(till, txn, tea("dear", 1, ANY)) == Refund(100_00, 100_00)
    # three are left, none of them free
    refund = back(till, txn, tea("cheap", 1, ANY))
    assert (refund.amount, refund.price, [one.off for one in refund.less]) == (0, 5_00, [5_00])
    assert back(till, txn, tea("cheap", 3, ANY)) == Refund(15_00, 15_00)
    till.agrees()


def test_the_piece_that_made_another_free_gives_less_and_says_why(till: Till) -> None:
    till.publishes(THREE_PLUS_ONE)
    txn = bought(till, tea("a", 4, 100))
    asked = till.service.refund(txn, Returned(items=(tea("a", 1, ANY),)))
    assert isinstance(asked, Refund)
    (why,) = asked.less
    assert (asked.amount, asked.price, why.off) == (0, 100_00, 100_00)
    assert why.name is not None
    assert why.name.en == "Rule"
    refund = back(till, txn, tea("a", 2, 100))
    assert (refund.amount, refund.price, [one.off for one in refund.less]) == (100_00, 200_00, [100_00])
    assert till.points("m-1") == 20
    kept = [{"sku": "a", "category": "tea", "pieces": 2, "price": 100_00, "paid": 200_00}]
    assert till.facts(SALE_RETURNED)[0].body["left"] == {"goods": 200_00, "paid": [["tea", 200_00]], "items": kept}


def test_the_points_of_food_go_with_the_food(till: Till) -> None:
    """200 food and 300 other, 499 returned: by line, or only as an amount."""
    till.publishes(FOOD)
    txn = till.buys("m-1", 500_00, by_category=(("food", 200_00),)).sale.txn
    assert till.points("m-1") == 20
    done = till.service.return_goods(
        txn, Returned(by_category=(("food", 200_00), ("", 299_00))), "goods_returned", MANAGER
    )
    assert isinstance(done, Voided)
    assert done.refund == Refund(499_00, 499_00)
    assert till.points("m-1") == 0
    txn = till.buys("m-1", 500_00, by_category=(("food", 200_00),)).sale.txn
    till.returns(txn, 499_00)
    assert till.points("m-1") == 0
    till.agrees()
    till.counts_the_same()


def test_a_coupon_of_the_sale_is_measured_on_the_rest(till: Till) -> None:
    till.has_template("ten", benefit=Benefit(BenefitKind.THRESHOLD, off=100_00, spend=1000_00))
    till.has_coupon("c-1", "ten")
    txn = bought(till, Item("a", "", 1, 400_00), Item("b", "", 1, 600_00))
    refund = back(till, txn, Item("a", "", 1, -1))
    assert refund == Refund(300_00, 400_00, (LessPaid("c-1", till.has_template("ten").name, 100_00),))
    assert back(till, txn, Item("b", "", 1, -1)) == Refund(600_00, 600_00)


def test_where_the_rules_are_not_what_they_were_each_article_gives_what_it_cost(till: Till) -> None:
    till.has_template("ten", benefit=Benefit(BenefitKind.PERCENT, rate_bp=1000))
    till.has_coupon("c-1", "ten")
    txn = bought(till, Item("a", "", 2, 100_00), Item("b", "", 1, 300_00))
    till.has_template("ten", benefit=Benefit(BenefitKind.PERCENT, rate_bp=5000))
    assert [back(till, txn, Item("a", "", 1, -1)).amount for _ in range(2)] == [90_00, 90_00]
    assert back(till, txn, Item("b", "", 1, -1)).amount == 270_00


def test_points_that_paid_for_what_came_back_come_back(till: Till) -> None:
    till.publishes("rules: [{id: pay, name: NAME, when: basket, give: [{discount: {off: 10, for_points: 10}}]}]\n")
    till.has_members(member("m-1", points=200))
    visit = till.visit("m-1", 300_00, items=(Item("a", "", 1, 100_00), Item("b", "", 1, 200_00)))
    proven = till.service.prove(visit, "0001")
    assert not isinstance(proven, Refusal)
    priced = till.service.price(replace(proven, use_points=True))
    assert priced.quote.total == 100_00
    sold = till.service.confirm(priced, CLERK)
    assert isinstance(sold, Redemption)
    txn = sold.sale.txn
    assert till.points("m-1") == 0
    assert back(till, txn, Item("b", "", 1, -1)).amount == 100_00
    assert till.points("m-1") == 100
    assert back(till, txn, Item("a", "", 1, -1)).amount == 0
    assert till.points("m-1") == 200
    till.agrees()


def test_what_is_not_there_does_not_come_back(till: Till) -> None:
    txn = bought(till, tea("a", 2, 100), who=None)
    for wrong in (tea("b", 1, ANY), tea("a", 3, ANY), tea("a", 1, 99)):
        asked = till.service.return_goods(txn, Returned(items=(wrong,)), "goods_returned", MANAGER)
        assert isinstance(asked, Refusal)
        assert (asked.code, asked.args) == (RefusalCode.RETURN_UNKNOWN, {"name": wrong.sku})
    agreed = till.service.return_goods(txn, Returned(99_00, items=(tea("a", 1, ANY),)), "goods_returned", MANAGER)
    assert isinstance(agreed, Refusal)
    assert agreed.code is RefusalCode.PRICE_CHANGED
    till.clock.advance(16 * 60_000)
    needed = till.service.return_goods(txn, Returned(items=(tea("a", 1, ANY),)), "goods_returned", CLERK)
    assert isinstance(needed, ApprovalNeeded)
    assert till.facts(SALE_RETURNED) == []


def test_whoever_holds_a_coupon_of_paper_gets_back_what_it_left(till: Till) -> None:
    till.has_template("half", benefit=Benefit(BenefitKind.FIXED, off=50_00))
    coupon = till.has_coupon("c-1", "half", member=None)
    visit = till.visit(None, 300_00, items=(tea("a", 3, 100),), by_category=(("tea", 300_00),), tokens=(coupon,))
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    assert back(till, sold.sale.txn, tea("a", 2, ANY)) == Refund(200_00, 200_00)
    assert back(till, sold.sale.txn, tea("a", 1, ANY)).amount == 50_00


piece = st.tuples(st.sampled_from("abc"), st.sampled_from(["tea", "cake", ""]), st.integers(1, 4), st.integers(1, 120))


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(piece, min_size=1, max_size=4, unique_by=lambda row: row[0]), st.integers(0, 2**32), st.booleans())
def test_piece_by_piece_in_any_order_it_gives_back_what_was_paid(
    till: Till, rows: list[tuple[str, str, int, int]], seed: int, amounts: bool
) -> None:
    till.publishes(THREE_PLUS_ONE)
    till.has_template("pct", benefit=Benefit(BenefitKind.PERCENT, rate_bp=1075, cap=70_00), categories=("cake", "tea"))
    till.has_template("each", benefit=Benefit(BenefitKind.THRESHOLD, off=30_00, spend=200_00, each=True))
    names = [f"p-{seed}-{len(rows)}", f"e-{seed}-{len(rows)}"]
    till.has_coupon(names[0], "pct")
    till.has_coupon(names[1], "each")
    txn = bought(till, *(Item(sku, name, pieces, dollars * 100) for sku, name, pieces, dollars in rows))
    sale = till.service.sale(txn)
    assert sale is not None
    rng = random.Random(seed)
    left = [sku for sku, _name, pieces, _price in rows for _ in range(pieces)]
    rng.shuffle(left)
    paid = 0
    while left:
        some = [left.pop() for _ in range(rng.randint(1, len(left)))]
        if amounts and rng.random() < 0.2 and sale.total - paid > 100:
            till.returns(txn, 100)  # a dollar, for whatever it was
            paid += 100
        refund = back(till, txn, *(Item(sku, "", 1, -1) for sku in some))
        assert 0 <= refund.amount <= refund.price
        assert refund.amount == refund.price - sum(one.off for one in refund.less)
        paid += refund.amount
        body = till.facts(SALE_RETURNED)[-1].body["left"]
        assert sum(part for _name, part in body.get("paid", ())) <= sale.total - paid
    assert paid == sale.total
    till.agrees()
