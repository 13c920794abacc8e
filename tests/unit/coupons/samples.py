"""Coupons for tests: plain makers, and hypothesis strategies for whole tills full of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate, PastUse
from kiosk.domain.coupons.pricing import Candidate
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText

NOW = datetime(2026, 9, 22, 6, 26, tzinfo=UTC)  # a Tuesday, 14:26 in Taipei
DAY = timedelta(days=1)
NAME = LocalText("券", "券", "Coupon")
STORE = Store("S02", LocalText("信義旗艦店", "信义旗舰店", "Xinyi"), "Asia/Taipei", "TWD", "north")
CAMPAIGN = CampaignHeader("K1", NAME, NOW - 9 * DAY, NOW + 21 * DAY)

FIXED_30 = Benefit(BenefitKind.FIXED, off=30_00)


def template(ident: str = "T1", benefit: Benefit = FIXED_30, **changes: object) -> CouponTemplate:
    """A template without limits that is used alone, unless `changes` say otherwise."""
    plain = CouponTemplate(ident, NAME, "K1", benefit, NOW - 9 * DAY, NOW + 21 * DAY, stack_group=ident)
    return replace(plain, **changes)  # type: ignore[arg-type]


def coupon(ident: str = "C1", of: str = "T1", **changes: object) -> Coupon:
    """A coupon that anyone may use for another ten days."""
    return replace(Coupon(ident, of, NOW - 5 * DAY, NOW + 10 * DAY), **changes)  # type: ignore[arg-type]


def use(txn: str = "X1", **changes: object) -> PastUse:
    """A use of C1 of T1 by member M1 in this store, four hours ago."""
    plain = PastUse("C1", "T1", "M1", NOW - timedelta(hours=4), "S02", "收銀 1", "周先生", txn)
    return replace(plain, **changes)  # type: ignore[arg-type]


CATEGORIES = ("tea", "cake", "cup")
GROUPS = ("a", "b", "c")


@st.composite
def benefits(draw: st.DrawFn) -> Benefit:
    kind = draw(st.sampled_from(BenefitKind))
    return Benefit(
        kind,
        off=draw(st.integers(0, 900)),
        rate_bp=draw(st.integers(0, 10_000)),
        cap=draw(st.none() | st.integers(0, 600)),
        spend=draw(st.integers(1, 1_500)),
        each=draw(st.booleans()),
        value=draw(st.integers(0, 300)),
    )


@st.composite
def tills(draw: st.DrawFn, most: int = 6) -> tuple[Basket, list[Candidate], int]:
    """A basket, up to `most` coupons of up to four templates, and a rounding unit. Small numbers, so that baskets are
    often used up, and categories that overlap."""
    unit = draw(st.sampled_from((1, 1, 7, 100)))
    parts = draw(st.dictionaries(st.sampled_from(CATEGORIES), st.integers(0, 700), max_size=3))
    basket = Basket(sum(parts.values()) + draw(st.integers(0, 900)), tuple(parts.items()))
    templates = [
        template(
            f"T{index}",
            draw(benefits()),
            categories=draw(st.none() | st.lists(st.sampled_from(CATEGORIES), min_size=1, max_size=2).map(tuple)),
            stack_group=draw(st.sampled_from(GROUPS)),
            stacks_with=draw(st.lists(st.sampled_from((*GROUPS, "*")), max_size=3).map(tuple)),
        )
        for index in range(draw(st.integers(1, 4)))
    ]
    chosen = draw(st.lists(st.sampled_from(templates), max_size=most))
    candidates = [
        (coupon(f"C{index}", kind.id, expires=NOW + draw(st.integers(1, 3)) * DAY), kind)
        for index, kind in enumerate(chosen)
    ]
    return basket, candidates, unit
