"""The most that can be lost without HQ: never less than what is accepted, never more where less is allowed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.application.sales.rights import too_valuable
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.points import beyond_share
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, CouponTemplate, OfflinePolicy
from kiosk.domain.coupons.pricing import worth
from kiosk.domain.sales.offline_loss import OfflineRule, most_of_coupon, rule_of_coupons, rule_of_points
from tests.unit.coupons.samples import NAME, benefits, template

COUPONS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=5)
"""Uses that are known of, and uses held, of each."""


@st.composite
def accepted(draw: st.DrawFn) -> CouponTemplate:
    """A template that a manager may accept without HQ."""
    return template(
        benefit=draw(benefits()),
        min_spend=draw(st.integers(0, 500)),
        uses_per_coupon=draw(st.integers(1, 3)),
        offline=OfflinePolicy.ACCEPT_WITH_MANAGER,
        offline_limit=draw(st.integers(0, 900)),
    )


def rule(one: CouponTemplate, coupons: list[tuple[int, int]]) -> OfflineRule:
    found = rule_of_coupons(one, coupons)
    assert found is not None
    return found


@given(accepted(), st.integers(0, 3_000), st.sampled_from((1, 7, 100)))
def test_never_less_than_any_one_acceptance(one: CouponTemplate, amount: int, unit: int) -> None:
    off = worth(one, Basket(amount), unit)
    gift = one.benefit.kind is BenefitKind.GIFT
    if (off or gift) and too_valuable("c", one, off) is None:
        value = off or one.benefit.value
        assert most_of_coupon(one) >= value
        assert rule(one, [(0, 0)]).loss >= value


@given(accepted(), COUPONS, st.integers(0, 900))
def test_a_higher_limit_never_loses_less(one: CouponTemplate, coupons: list[tuple[int, int]], more: int) -> None:
    raised = replace(one, offline_limit=one.offline_limit + more)
    assert 0 <= rule(one, coupons).loss <= rule(raised, coupons).loss


@given(accepted(), COUPONS, COUPONS)
def test_coupons_add_up_and_each_counts_as_often_as_it_is_good(
    one: CouponTemplate, some: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    assert rule(one, some + others).loss == rule(one, some).loss + rule(one, others).loss
    assert rule(one, some).times <= one.units * len(some)


@given(accepted(), COUPONS)
def test_what_is_refused_loses_nothing(one: CouponTemplate, coupons: list[tuple[int, int]]) -> None:
    assert rule_of_coupons(replace(one, offline=OfflinePolicy.REFUSE), coupons) is None
    assert rule(one, [(one.units, 0), (0, one.units)]).loss == 0


@given(
    st.integers(1, 50), st.integers(1, 200), st.integers(0, 5_000), st.integers(0, 500), st.none() | st.integers(1, 99)
)
def test_points_beyond_the_share(off: int, points: int, limit: int, more: int, most: int | None) -> None:
    give = Discount(off=off, for_points=points, offline_limit=limit, most=most)
    found, raised = rule_of_points(NAME, give, 3), rule_of_points(NAME, replace(give, offline_limit=limit + more), 3)
    loss = found.loss if found is not None else 0
    assert loss <= (raised.loss if raised is not None else 0)
    assert loss <= 3 * limit
    # whatever is paid in one sale: so many points beyond the share, and no more money than the rule takes off
    assert loss >= 3 * min(beyond_share(give) // points * off, most or limit)


def test_no_more_than_a_coupon_or_a_discount_takes_off() -> None:
    fixed = template(
        benefit=Benefit(BenefitKind.FIXED, off=60), offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=100
    )
    assert most_of_coupon(fixed) == 60
    assert most_of_coupon(replace(fixed, benefit=Benefit(BenefitKind.THRESHOLD, off=60, spend=400))) == 60
    assert most_of_coupon(replace(fixed, benefit=Benefit(BenefitKind.THRESHOLD, off=60, spend=400, each=True))) == 100
    assert most_of_coupon(replace(fixed, benefit=Benefit(BenefitKind.PERCENT, rate_bp=500, cap=30))) == 30
    assert most_of_coupon(replace(fixed, benefit=Benefit(BenefitKind.UNKNOWN, off=60))) == 0
    capped = rule_of_points(NAME, Discount(off=10, for_points=5, offline_limit=95, most=40), 2)
    assert capped is not None
    assert (capped.once, capped.loss) == (40, 80)


def test_what_can_never_be_accepted_loses_nothing() -> None:
    assert rule_of_points(NAME, Discount(off=1, for_points=10), 9) is None
    assert rule_of_points(NAME, Discount(off=1, offline_limit=100), 9) is None
    gift = template(
        benefit=Benefit(BenefitKind.GIFT, value=101), offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=100
    )
    assert rule(gift, [(0, 0)]).loss == 0
    assert rule(replace(gift, offline_limit=101), [(0, 0), (0, 0)]).loss == 202
