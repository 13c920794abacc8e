"""What each of the goods really costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, CouponTemplate, Offer
from kiosk.domain.coupons.pricing import Candidate, Pricing, best
from kiosk.domain.coupons.shares import paid_by_category, paid_by_cell, paid_by_row, parts_of
from tests.unit.coupons.samples import coupon, template, tills

Till = tuple[Basket, list[Candidate], int]
ANY = {"stack_group": "g", "stacks_with": ("*",)}


def paid(basket: Basket, *templates: CouponTemplate, unit: int = 1) -> tuple[Pricing, dict[tuple[str, str], int]]:
    pricing = best(basket, [(coupon(f"C{at}", one.id), one) for at, one in enumerate(templates)], unit=unit)
    return pricing, paid_by_cell(basket, pricing, unit)


def test_a_percentage_is_shared_by_price_and_adds_up() -> None:
    basket = Basket(100_00, (("food", 33_33), ("toys", 66_67)))
    pricing, cells = paid(basket, template(benefit=Benefit(BenefitKind.PERCENT, rate_bp=1_000)))
    assert pricing.total == 90_00
    assert paid_by_category(cells) == (("food", 30_00), ("toys", 60_00))


def test_what_is_free_costs_nothing_and_the_rest_what_it_did() -> None:
    basket = Basket(300, (("food", 100), ("toys", 200)))
    whole = template(benefit=Benefit(BenefitKind.PERCENT, rate_bp=10_000), categories=("food",))
    assert paid_by_category(paid(basket, whole)[1]) == (("food", 0), ("toys", 200))


def test_goods_without_a_category_bear_their_part() -> None:
    basket = Basket(1_000, (("food", 500),))
    _pricing, cells = paid(basket, template(benefit=Benefit(BenefitKind.FIXED, off=100)))
    assert cells == {("food", ""): 450, ("", ""): 450}


def test_one_who_came_first_moves_over() -> None:
    # the coupon for both is counted first and would take of both; the one for food has nowhere else to go
    basket = Basket(200, (("food", 100), ("toys", 100)))
    both = template("T1", Benefit(BenefitKind.PERCENT, rate_bp=5_000), categories=("food", "toys"), **ANY)
    food = template("T2", Benefit(BenefitKind.FIXED, off=100), categories=("food",), **ANY)
    pricing, cells = paid(basket, both, food)
    assert pricing.total == 0
    assert cells == {("food", ""): 0, ("toys", ""): 0, ("", ""): 0}


def test_an_article_s_discount_lies_on_the_article() -> None:
    basket = Basket(500, (("food", 500),), (BasketLine("apple", "food", 1, 200), BasketLine("pear", "food", 1, 300)))
    offer = template(
        "R", Benefit(BenefitKind.FIXED, off=50), offer=Offer(portions=((frozenset({"pear"}), 50),), pieces=1)
    )
    _pricing, cells = paid(basket, offer)
    assert cells[("food", "apple")] == 200
    assert cells[("food", "pear")] == 250
    rows = (("apple", "food", 200), ("pear", "food", 100), ("pear", "food", 200))
    assert paid_by_row(cells, rows) == (200, 83, 167)


@given(tills())
def test_what_is_paid_adds_up_and_nothing_is_below_zero(till: Till) -> None:
    basket, candidates, unit = till
    pricing = best(basket, candidates, unit=unit)
    cells = paid_by_cell(basket, pricing, unit)
    assert sum(cells.values()) == pricing.total
    assert all(0 <= cells[cell] <= price for cell, price in basket.cells().items())


@given(tills())
def test_goods_that_no_discount_may_touch_cost_what_they_did(till: Till) -> None:
    basket, candidates, unit = till
    pricing = best(basket, candidates, unit=unit)
    reached = [line.template.categories for line in pricing.lines if line.off]
    cells = paid_by_cell(basket, pricing, unit)
    for (category, article), price in basket.cells().items():
        if all(limit is not None and category not in limit for limit in reached):
            assert cells[category, article] == price


@given(tills(), st.randoms())
def test_the_order_of_entry_changes_nothing(till: Till, chance: st.DataObject) -> None:
    basket, candidates, unit = till
    turned = list(candidates)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    turned_basket = Basket(basket.amount, tuple(reversed(basket.by_category)), basket.lines)
    one = paid_by_cell(basket, best(basket, candidates, unit=unit), unit)
    assert one == paid_by_cell(turned_basket, best(turned_basket, turned, unit=unit), unit)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 500), min_size=1, max_size=9))
def test_parts_add_up_and_none_is_a_whole_one_off(whole: int, weights: list[int]) -> None:
    parts = parts_of(whole, weights)
    assert sum(parts) == whole
    total = sum(weights)
    if total:
        assert all(abs(part * total - whole * weight) < total for part, weight in zip(parts, weights, strict=True))


@pytest.mark.parametrize("unit", [1, 100])
def test_shares_are_whole_coins(unit: int) -> None:
    basket = Basket(1_000_00, (("a", 333_00), ("b", 333_00), ("c", 334_00)))
    _pricing, cells = paid(basket, template(benefit=Benefit(BenefitKind.FIXED, off=100_00)), unit=unit)
    assert sum(cells.values()) == 900_00
    assert all(price % unit == 0 for price in cells.values())
