"""Where so many discounts contend for pieces that a price has to end early: what it then says, and what it never is."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

import pytest

from kiosk.domain.coupons.choosing import choose
from kiosk.domain.coupons.clique import Steps
from kiosk.domain.coupons.deal import Deal, Part, Picked, Reach, Stage
from kiosk.domain.coupons.items import items_of
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, best, price
from kiosk.domain.texts import LocalText

NAME = LocalText("券", "券", "Coupon")
SINCE, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
TEA, CAKE, CUP, HOME = (Reach(categories=(name,)) for name in ("tea", "cake", "cup", "home"))
DEALS: tuple[dict[str, Any], ...] = (
    {"reach": TEA, "buy": 2, "free": 1},
    {"reach": TEA, "rate_bp": 5000, "pick": (Picked.EVERY, 2)},
    {"reach": TEA, "bundle": (3, 99)},
    {"reach": CAKE, "rate_bp": 2000},
    {"reach": CAKE, "price": 1, "pick": (Picked.CHEAPEST, 1), "from_pieces": 2},
    {"parts": (Part(TEA), Part(CAKE)), "price": 60},
    {"reach": CUP, "for_each": Part(TEA), "rate_bp": 5000},
    {"reach": CUP, "off_piece": 5, "from_pieces": 2},
    {"reach": CUP, "rate_bp": 1500},
    {"reach": HOME, "off": 10, "spend": 100, "each": True},
    {"reach": HOME, "rate_bp": 5000, "pick": (Picked.DEAREST, 1)},
    {"rate_bp": 1000},
)  # fmt: skip


def candidates() -> list[Candidate]:
    found = []
    for number, said in enumerate(DEALS):
        benefit = Benefit(BenefitKind.DEAL)
        deal = Deal(**said, stage=Stage.ARTICLES)
        template = CouponTemplate(f"t{number}", NAME, "c", benefit, SINCE, UNTIL, stack_group="d", deal=deal)
        found.append((Coupon(f"c{number}", template.id, SINCE, UNTIL), template))
    return found


def basket(rng: random.Random, pieces: int) -> Basket:
    lines = [
        BasketLine(f"a{number}", rng.choice(("tea", "cake", "cup", "home")), 1, rng.randrange(10, 120))
        for number in range(pieces)
    ]
    return Basket(sum(line.cost for line in lines), (), tuple(lines))


@pytest.mark.parametrize("steps", [0, 60, 1_500])
def test_a_price_that_ends_early_says_by_how_much_the_best_may_be_lower(
    steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = random.Random(3)
    for _ in range(3):
        goods = basket(rng, 12)
        whole = best(goods, candidates())
        assert whole.bound == 0
        with monkeypatch.context() as patched:
            patched.setattr("kiosk.domain.coupons.choosing.steps_of_a_price", lambda steps=steps: Steps(steps))
            found = best(goods, candidates())
            assert found.total - found.bound <= whole.total <= found.total
            items, cut = items_of(goods, candidates(), 1)
            assert found.saved >= choose(items, cut, by_sale=True).dealt.off


@pytest.mark.parametrize("pieces", [15, 20, 30])
def test_twelve_discounts_that_contend_for_up_to_thirty_pieces_are_exact(pieces: int, torture: bool) -> None:
    rng = random.Random(pieces)
    for number in range(200 if torture else 2):
        assert best(basket(rng, pieces), candidates()).bound == 0, number


CATEGORIES = ("tea", "cake", "cup", "home")
ODD = {
    "500 lines": [(1 + at % 4, 1 + at * 37 % 900) for at in range(500)],
    "10,000 pieces a line": [(10_000, 50 + at) for at in range(8)],
    "at nothing": [(3, 0)] * 30,
    "at 10^9": [(2, 10**9)] * 30,
    "the same at two prices": [(1, 50 if at < 4 else 70) for at in range(8)],
}


@pytest.mark.parametrize("name", ODD)
def test_odd_baskets_have_a_price_that_is_the_same_when_it_is_paid(name: str) -> None:
    lines = [BasketLine(f"a{at % 4}", CATEGORIES[at % 4], pieces, each) for at, (pieces, each) in enumerate(ODD[name])]
    goods = Basket(sum(line.cost for line in lines), (), tuple(lines))
    found = best(goods, candidates())
    assert found.amount - sum(line.off for line in found.lines) == found.total >= 0
    assert found.total - found.bound >= 0
    assert price(goods, [(line.coupon, line.template) for line in found.lines]).total == found.total
