"""What points pay where goods come back in exchange: of what is left above these only, so that nobody turns points into
money."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, Pricing

_MOST_ROUNDS = 3
"""Other discounts may change when points pay less; where that has no end, points pay nothing."""


def above(back: int, candidates: Sequence[Candidate], find: Callable[[Sequence[Candidate]], Pricing]) -> Pricing:
    """The price that `find` has for candidates, in which points pay no more than what it costs beyond `back` minor
    units."""
    pricing = find(candidates)
    for turn in range(_MOST_ROUNDS if back else 0):
        paid = sum(line.off for line in pricing.lines if _pays(line.template.deal))
        allowed = max(0, pricing.total + paid - back)
        if paid <= allowed:
            break
        candidates = [
            (coupon, _bounded(template, allowed)) if _pays(template.deal) else (coupon, template)
            for coupon, template in candidates
            if not (_pays(template.deal) and (turn == _MOST_ROUNDS - 1 or not allowed))
        ]
        pricing = find(candidates)
    return pricing


def _pays(deal: Deal | None) -> bool:
    return deal is not None and deal.unit_off > 0


def _bounded(template: CouponTemplate, most: int) -> CouponTemplate:
    deal = template.deal
    assert deal is not None
    return replace(template, deal=replace(deal, most=most if deal.most is None else min(deal.most, most)))
