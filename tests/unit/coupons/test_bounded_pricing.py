"""Baskets and discounts beyond what anybody buys: a price all the same, in bounded steps."""

from __future__ import annotations

import random

import pytest

from kiosk.domain.coupons.deal import Deal, Exclusive, Picked, Reach
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, best, price
from kiosk.domain.coupons.shares import paid
from tests.unit.coupons.samples import coupon, template

DEAL = Benefit(BenefitKind.DEAL)


def rivals(rng: random.Random, count: int, articles: int, exclusive: Exclusive = Exclusive.ARTICLE) -> list[Candidate]:
    found = []
    for number in range(count):
        reach = Reach(items=tuple(f"a{one}" for one in rng.sample(range(articles), min(articles, 6))))
        deal = rng.choice(
            (
                Deal(reach, buy=2, free=1, exclusive=exclusive),
                Deal(reach, rate_bp=rng.randrange(500, 5000, 50), exclusive=exclusive),
                Deal(reach, bundle=(3, rng.randrange(60)), exclusive=exclusive),
                Deal(reach, rate_bp=5000, pick=(Picked.EVERY, 2), exclusive=exclusive),
                Deal(reach, off=rng.randrange(1, 40), spend=rng.randrange(80), exclusive=exclusive),
            )
        )
        one: CouponTemplate = template(f"T{number:02}", DEAL, deal=deal, stack_group="g", stacks_with=())
        found.append((coupon(f"C{number:02}", one.id), one))
    return found


def bought(rng: random.Random, lines: int, pieces: int, articles: int) -> Basket:
    found = []
    for _ in range(lines):
        article = rng.randrange(articles)
        found.append(BasketLine(f"a{article}", "x", rng.randint(1, pieces), rng.choice((0, 1, 7, 40, 60))))
    return Basket(sum(line.cost for line in found), (), tuple(found))


@pytest.mark.parametrize(("lines", "pieces", "articles"), [(30, 1, 30), (60, 9, 20), (500, 20, 40), (3, 10_000, 2)])
def test_a_till_answers_however_much_contends_for_the_same_pieces(lines: int, pieces: int, articles: int) -> None:
    rng = random.Random(lines)
    basket = bought(rng, lines, pieces, articles)
    candidates = rivals(rng, 25, articles)
    found = best(basket, candidates)
    assert found.amount - sum(line.off for line in found.lines) == found.total >= 0
    assert sum(paid(basket, found).by_line) == found.total
    # never worse than where they exclude one another from the sale
    by_sale = [
        (one, template(kind.id, DEAL, deal=as_sale(kind), stack_group="g", stacks_with=())) for one, kind in candidates
    ]
    assert found.total <= best(basket, by_sale).total
    # what was shown is what is paid
    assert price(basket, [(line.coupon, line.template) for line in found.lines]).total == found.total
    rng.shuffle(candidates)
    assert best(basket, candidates) == found


def as_sale(kind: CouponTemplate) -> Deal:
    assert kind.deal is not None
    deal = kind.deal
    return Deal(
        deal.reach,
        off=deal.off,
        rate_bp=deal.rate_bp,
        buy=deal.buy,
        free=deal.free,
        bundle=deal.bundle,
        pick=deal.pick,
        spend=deal.spend,
        exclusive=Exclusive.SALE,
    )


def test_prices_of_nothing_and_of_a_fortune_and_lines_that_come_back() -> None:
    lines = (
        BasketLine("a0", "x", 1, 0),
        BasketLine("a0", "x", 2, 10**9),
        BasketLine("a0", "x", 1, 5),
        BasketLine("a0", "x", -1, 5),
    )
    basket = Basket(2 * 10**9, (), lines)
    free = template("T", DEAL, deal=Deal(Reach(items=("a0",)), buy=1, free=1))
    found = best(basket, [(coupon("C", "T"), free)])
    assert found.saved == 5  # three pieces that cost something: the cheapest is free
    assert paid(basket, found).by_line == (0, 2 * 10**9, 0, -5)
