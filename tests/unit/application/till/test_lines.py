"""The discounts of a price, laid over the lines of a basket."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.application.till.lines import Goods, Take, laid_out
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import best
from kiosk.domain.texts import LocalText

BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
CATEGORIES = ("tea", "food", "home", "")


def goods(*lines: tuple[str, int]) -> list[Goods]:
    return [Goods(f"a{number}", category, amount) for number, (category, amount) in enumerate(lines)]


def test_a_discount_is_shared_in_proportion() -> None:
    assert laid_out(goods(("tea", 300), ("food", 100)), [Take(40)]) == ((30, 10),)


def test_the_largest_remainder_gets_the_odd_unit_and_the_earlier_line_where_they_are_equal() -> None:
    assert laid_out(goods(("", 200), ("", 100), ("", 100)), [Take(2)]) == ((1, 1, 0),)
    assert laid_out(goods(("", 100), ("", 100), ("", 100)), [Take(100)]) == ((34, 33, 33),)


def test_shares_are_whole_coins_where_the_lines_are() -> None:
    assert laid_out(goods(("", 10_000), ("", 10_000), ("", 10_000)), [Take(10_000)], 100) == ((3_400, 3_300, 3_300),)


def test_lines_that_are_no_whole_coins_still_add_up() -> None:
    assert laid_out(goods(("", 150), ("", 150)), [Take(300)], 100) == ((150, 150),)


def test_a_discount_of_a_category_touches_nothing_else() -> None:
    lines = goods(("tea", 100), ("food", 900), ("tea", 300))
    assert laid_out(lines, [Take(200, ("tea",))]) == ((50, 0, 150),)


def test_a_discount_of_articles_touches_nothing_else() -> None:
    assert laid_out(goods(("tea", 100), ("tea", 100)), [Take(30, None, ("a1",))]) == ((0, 30),)


def test_what_reaches_everything_makes_room_for_what_does_not() -> None:
    lines = goods(("tea", 100), ("food", 100))
    assert laid_out(lines, [Take(100), Take(100, ("tea",))]) == ((0, 100), (100, 0))


def test_shares_move_where_the_reaches_cross() -> None:
    """The second finds its lines half full of the first, which can go elsewhere."""
    lines = goods(("tea", 100), ("food", 100), ("home", 100))
    takes = [Take(100, ("tea", "food")), Take(200, ("food", "home"))]
    assert laid_out(lines, takes) == ((100, 0, 0), (0, 100, 100))


def test_a_limit_that_cannot_hold_gives_way_to_the_total() -> None:
    assert laid_out(goods(("tea", 100), ("food", 100)), [Take(150, ("tea",))]) == ((100, 50),)


def test_nothing_off_and_no_lines() -> None:
    assert laid_out(goods(("tea", 100)), []) == ()
    assert laid_out(goods(("tea", 0), ("tea", 100)), [Take(0), Take(7)]) == ((0, 0), (0, 7))
    assert laid_out([], [Take(0)]) == ((),)


coupons = st.builds(
    lambda number, kind, off, rate, categories: (
        Coupon(f"c{number}", f"t{number}", BEGIN, END),
        CouponTemplate(
            id=f"t{number}",
            name=LocalText("", "", ""),
            campaign="c",
            benefit=Benefit(kind, off=off, rate_bp=rate),
            valid_from=BEGIN,
            valid_until=END,
            categories=categories,
            stack_group="g",
            stacks_with=("*",),
        ),
    ),
    st.integers(0, 30),
    st.sampled_from((BenefitKind.FIXED, BenefitKind.PERCENT)),
    st.integers(1, 3_000),
    st.integers(1, 10_000),
    st.none() | st.lists(st.sampled_from(CATEGORIES[:3]), min_size=1, max_size=3, unique=True).map(tuple),
)
baskets = st.lists(st.tuples(st.sampled_from(CATEGORIES), st.integers(0, 3_000)), min_size=1, max_size=8)


@pytest.mark.parametrize("unit", [1, 100])
@given(lines=baskets, chosen=st.lists(coupons, max_size=6, unique_by=lambda pair: pair[0].id))
def test_every_price_lies_on_its_lines_to_the_minor_unit(
    unit: int, lines: list[tuple[str, int]], chosen: list[tuple[Coupon, CouponTemplate]]
) -> None:
    """Law: what coupons take is laid on goods they may touch, all of it, and no line costs less than nothing."""
    by_category: dict[str, int] = {}
    for category, amount in lines:
        if category:
            by_category[category] = by_category.get(category, 0) + amount
    amount = sum(amount for _, amount in lines)
    pricing = best(Basket(amount, tuple(sorted(by_category.items()))), chosen, unit=unit)
    basket = goods(*lines)
    takes = [Take(line.off, line.template.categories) for line in pricing.lines]
    layout = laid_out(basket, takes, unit)
    for take, row in zip(takes, layout, strict=True):
        assert sum(row) == take.off
        assert all(part >= 0 for part in row)
        assert all(take.reaches(goods) for goods, part in zip(basket, row, strict=True) if part)
    nets = [
        goods.amount - sum(column)
        for goods, column in zip(basket, zip(*layout, strict=True) if layout else [()] * len(basket), strict=True)
    ]
    assert all(net >= 0 for net in nets)
    assert sum(nets) == pricing.total
    assert laid_out(basket, takes, unit) == layout


@given(lines=baskets, offs=st.lists(st.integers(0, 5_000), max_size=5), unit=st.sampled_from((1, 100)), data=st.data())
def test_any_discounts_that_cost_no_more_than_the_goods_are_laid_out(
    lines: list[tuple[str, int]], offs: list[int], unit: int, data: st.DataObject
) -> None:
    """Law: whatever the limits say, also when they cannot hold, the total stands."""
    left = sum(amount for _, amount in lines)
    takes = []
    for off in offs:
        categories = data.draw(st.none() | st.sets(st.sampled_from(CATEGORIES)))
        articles = data.draw(st.none() | st.sets(st.sampled_from([f"a{number}" for number in range(8)])))
        takes.append(Take(min(off, left), categories, articles))
        left -= takes[-1].off
    layout = laid_out(goods(*lines), takes, unit)
    assert [sum(row) for row in layout] == [take.off for take in takes]
    for (_, amount), column in zip(lines, zip(*layout, strict=True), strict=False):
        assert 0 <= min(column) <= sum(column) <= amount
