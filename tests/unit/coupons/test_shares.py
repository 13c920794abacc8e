"""What each of the goods really costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.coupons.deal import Deal, Reach
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, Pricing, best
from kiosk.domain.coupons.shares import Paid, paid
from kiosk.domain.coupons.spread import parts_of
from tests.unit.coupons.samples import coupon, template, tills

Till = tuple[Basket, list[Candidate], int]
DEAL = Benefit(BenefitKind.DEAL)
ANY = {"stack_group": "g", "stacks_with": ("*",)}


def shared(basket: Basket, *templates: CouponTemplate, unit: int = 1) -> tuple[Pricing, Paid]:
    pricing = best(basket, [(coupon(f"C{at}", one.id), one) for at, one in enumerate(templates)], unit=unit)
    return pricing, paid(basket, pricing, unit)


def test_a_percentage_is_shared_by_price_and_adds_up() -> None:
    basket = Basket(100_00, (("food", 33_33), ("toys", 66_67)))
    pricing, found = shared(basket, template(benefit=Benefit(BenefitKind.PERCENT, rate_bp=1_000)))
    assert pricing.total == 90_00
    assert found.by_category == (("food", 30_00), ("toys", 60_00))


def test_what_is_free_costs_nothing_and_the_rest_what_it_did() -> None:
    basket = Basket(300, (("food", 100), ("toys", 200)))
    whole = template(benefit=Benefit(BenefitKind.PERCENT, rate_bp=10_000), categories=("food",))
    assert shared(basket, whole)[1].by_category == (("food", 0), ("toys", 200))


def test_goods_without_a_category_bear_their_part() -> None:
    basket = Basket(1_000, (("food", 500),))
    pricing, found = shared(basket, template(benefit=Benefit(BenefitKind.FIXED, off=100)))
    assert (pricing.total, found.by_category) == (900, (("food", 450),))


def test_one_who_came_first_moves_over() -> None:
    # the coupon for both is counted first and would take of both; the one for food has nowhere else to go
    basket = Basket(200, (("food", 100), ("toys", 100)))
    both = template("T1", Benefit(BenefitKind.PERCENT, rate_bp=5_000), categories=("food", "toys"), **ANY)
    food = template("T2", Benefit(BenefitKind.FIXED, off=100), categories=("food",), **ANY)
    pricing, found = shared(basket, both, food)
    assert pricing.total == 0
    assert found.by_category == (("food", 0), ("toys", 0))


def test_an_article_s_discount_lies_on_the_article() -> None:
    lines = (
        BasketLine("apple", "food", 1, 200),
        BasketLine("pear", "food", 1, 100),
        BasketLine("pear", "food", 1, 200),
    )
    pear = Deal(Reach(items=("pear",)), off=50)
    _pricing, found = shared(Basket(500, (("food", 500),), lines), template("R", DEAL, deal=pear))
    assert found.by_line == (200, 83, 167)
    assert found.off == (((1, 17), (2, 33)),)


def test_lines_of_alike_pieces_bear_what_some_of_them_bear() -> None:
    lines = (BasketLine("tea", "", 2, 100), BasketLine("tea", "", 1, 100), BasketLine("pot", "", -1, 50))
    free = Deal(Reach(items=("tea",)), buy=2, free=1)
    pricing, found = shared(Basket(250, (), lines), template("R", DEAL, deal=free))
    assert pricing.total == 150
    assert found.by_line == (133, 67, -50)


@given(tills())
def test_what_is_paid_adds_up_and_nothing_is_below_zero(till: Till) -> None:
    basket, candidates, unit = till
    basket = replace(basket, amount=sum(part for _, part in basket.by_category))
    pricing = best(basket, candidates, unit=unit)
    found = paid(basket, pricing, unit)
    assert sum(left for _, left in found.by_category) == pricing.total
    assert all(0 <= left <= dict(basket.by_category)[name] for name, left in found.by_category)


@given(tills())
def test_goods_that_no_discount_may_touch_cost_what_they_did(till: Till) -> None:
    basket, candidates, unit = till
    pricing = best(basket, candidates, unit=unit)
    reached = [line.template.categories for line in pricing.lines if line.off]
    for category, left in paid(basket, pricing, unit).by_category:
        if all(limit is not None and category not in limit for limit in reached):
            assert left == dict(basket.by_category)[category]


@given(tills(), st.randoms())
def test_the_order_of_entry_changes_nothing(till: Till, chance: st.DataObject) -> None:
    basket, candidates, unit = till
    turned = list(candidates)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    turned_basket = Basket(basket.amount, tuple(reversed(basket.by_category)), basket.lines)
    one = paid(basket, best(basket, candidates, unit=unit), unit)
    assert one.by_category == paid(turned_basket, best(turned_basket, turned, unit=unit), unit).by_category


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
    _pricing, found = shared(basket, template(benefit=Benefit(BenefitKind.FIXED, off=100_00)), unit=unit)
    assert sum(left for _, left in found.by_category) == 900_00
    assert all(left % unit == 0 for _, left in found.by_category)
