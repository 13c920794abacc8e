"""Laws of pricing, against a second reckoning that tries everything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.coupons.model import Basket, BenefitKind
from kiosk.domain.coupons.pricing import Candidate, Pricing, best, price, worth
from kiosk.domain.coupons.together import stackable
from kiosk.domain.refusals import RefusalCode
from tests.unit.coupons.samples import tills

Till = tuple[Basket, list[Candidate], int]


def every_set(candidates: Sequence[Candidate]) -> chain[tuple[Candidate, ...]]:
    return chain.from_iterable(combinations(candidates, size) for size in range(len(candidates) + 1))


def combine(chosen: Sequence[Candidate]) -> bool:
    return all(stackable(one, other) for (_, one), (_, other) in combinations(chosen, 2))


def taken(basket: Basket, chosen: Sequence[Candidate], unit: int) -> int:
    """By the cut instead of the flow: for each set of parts, either its price stands in the way or the coupons that
    reach into it do (max-flow min-cut)."""
    names = [name for name, _ in basket.by_category]
    prices = dict(basket.by_category) | {"": basket.amount - sum(part for _, part in basket.by_category)}
    everything = (*names, "")
    smallest = basket.amount // unit * unit
    for size in range(len(everything) + 1):
        for parts in combinations(everything, size):
            cut = sum(prices[name] // unit * unit for name in parts)
            for _, template in chosen:
                reach = everything if template.categories is None else set(template.categories) & set(names)
                if not set(reach) <= set(parts):
                    cut += worth(template, basket, unit)
            smallest = min(smallest, cut)
    return smallest


def gifts(chosen: Sequence[Candidate]) -> int:
    return sum(max(1, t.benefit.value) for _, t in chosen if t.benefit.kind is BenefitKind.GIFT)


def used(pricing: Pricing) -> list[str]:
    return [line.coupon.id for line in pricing.lines]


@given(tills())
def test_best_is_what_trying_everything_finds(till: Till) -> None:
    basket, candidates, unit = till

    def wish(chosen: Sequence[Candidate]) -> tuple[int, int, int]:
        return taken(basket, chosen, unit), gifts(chosen), -len(chosen)

    off, gift, fewest = max(wish(chosen) for chosen in every_set(candidates) if combine(chosen))
    found = best(basket, candidates, unit=unit)
    assert (found.saved, gifts([(line.coupon, line.template) for line in found.lines]), -len(found.lines)) == (
        off,
        gift,
        fewest,
    )


@given(tills())
def test_where_the_goods_do_not_end_the_earliest_expiry_and_lowest_ids_win(till: Till) -> None:
    small, candidates, unit = till
    basket = Basket(small.amount + 100_000, tuple((name, part + 100_000) for name, part in small.by_category))
    basket = Basket(basket.amount + 300_000, basket.by_category)

    def ranks(chosen: Sequence[Candidate]) -> list[tuple[datetime, str]]:
        return sorted((coupon.expires, coupon.id) for coupon, _ in chosen)

    def wish(chosen: Sequence[Candidate]) -> tuple[int, int, int]:
        return sum(worth(t, basket, unit) for _, t in chosen), gifts(chosen), -len(chosen)

    possible = [chosen for chosen in every_set(candidates) if combine(chosen)]
    top = max(map(wish, possible))
    expected = min(ranks(chosen) for chosen in possible if wish(chosen) == top)
    found = best(basket, candidates, unit=unit)
    if found.saved == top[0]:  # percentages grow with the basket: now and then they still take all there is
        assert ranks([(line.coupon, line.template) for line in found.lines]) == expected


@given(tills(most=12), st.randoms(use_true_random=False))
def test_order_changes_nothing(till: Till, shuffler: object) -> None:
    basket, candidates, unit = till
    shuffled = list(candidates)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert best(basket, shuffled, unit=unit) == best(basket, candidates, unit=unit)


@given(tills(most=12))
def test_sums_are_exact_and_never_below_zero(till: Till) -> None:
    basket, candidates, unit = till
    for pricing in (best(basket, candidates, unit=unit), price(basket, candidates, unit=unit)):
        assert pricing.amount == basket.amount
        assert pricing.total == basket.amount - sum(line.off for line in pricing.lines)
        assert pricing.total >= 0
        assert all(line.off % unit == 0 for line in pricing.lines)
        for line in pricing.lines:
            assert 0 <= line.off <= worth(line.template, basket, unit)
            assert (line.off == 0) == (line.template.benefit.kind is BenefitKind.GIFT)
        assert sorted(used(pricing) + [left.coupon.id for left in pricing.left_out]) == sorted(
            coupon.id for coupon, _ in candidates
        )


@given(tills(most=8))
def test_best_is_never_beaten_by_a_choice_and_pricing_the_best_gives_the_best(till: Till) -> None:
    basket, candidates, unit = till
    found = best(basket, candidates, unit=unit)
    for one in candidates:
        assert found.total <= price(basket, [one], unit=unit).total
    assert found.total <= price(basket, candidates, unit=unit).total
    again = price(basket, [(line.coupon, line.template) for line in found.lines], unit=unit)
    assert (again.lines, again.total, again.left_out) == (found.lines, found.total, ())


@given(tills(most=10))
def test_one_more_coupon_never_makes_it_dearer(till: Till) -> None:
    basket, candidates, unit = till
    totals = [best(basket, candidates[:count], unit=unit).total for count in range(len(candidates) + 1)]
    assert totals == sorted(totals, reverse=True)


@given(tills(most=10))
def test_every_reason_for_leaving_out_is_true(till: Till) -> None:
    basket, candidates, unit = till
    pricing = best(basket, candidates, unit=unit)
    lines = {line.coupon.id: line for line in pricing.lines}
    for left in pricing.left_out:
        if left.refusal.code is RefusalCode.NOT_STACKABLE:
            assert not stackable(left.template, lines[str(left.refusal.args["other"])].template)
        else:
            assert left.refusal.code is RefusalCode.NO_BENEFIT
            chosen = [(line.coupon, line.template) for line in pricing.lines]
            more = price(basket, [*chosen, (left.coupon, left.template)], unit=unit)
            assert more.total == pricing.total
