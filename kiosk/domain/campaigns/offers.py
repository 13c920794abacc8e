"""Discounts of rules as candidates for the best price, beside the customer's coupons, and what a price has of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from kiosk.domain.campaigns.discounts import deal_of
from kiosk.domain.campaigns.engine import Engine, Offered
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.points import spendable
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate, Offer, UseKind
from kiosk.domain.coupons.pricing import Applied, Candidate

USE_POINTS = "use_points"
"""The key of `Happening.detail` that says, at BASKET, that the customer wants to pay with points."""

_ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))


def candidates(engine: Engine, happening: Happening, state: MemberState, shared: Shared) -> list[Candidate]:
    """The discounts that rules give for the goods of a happening BASKET, as candidates for `coupons.pricing.best`: one
    a rule, its coupon's and template's id the rule's "campaign/rule". Price them with the basket of
    `discounts.basket_of(happening)`."""
    return candidates_of(engine.offered(happening, state, shared), happening, state)


def candidates_of(offered: Iterable[Offered], happening: Happening, state: MemberState) -> list[Candidate]:
    """`candidates`, of what the engine offers."""
    found = list(offered)
    wanted: Counter[str] = Counter()
    for one in found:
        for use in one.uses:
            wanted[use.name] += use.quantity
    return [_candidate(one, happening, state, wanted) for one in found]


def points_offer(engine: Engine, happening: Happening, state: MemberState, shared: Shared) -> tuple[int, int] | None:
    """What points could pay of the goods of `happening`, whether the customer wants it or not: (points, minor units
    off), by the rule that takes most off; None when no rule does."""
    asked = happening._replace(kind=HappeningKind.BASKET, offers=(), detail={**happening.detail, USE_POINTS: True})
    found = [
        (-one.reward.quantity, one.reward.quantity // one.give.off * one.give.for_points)
        for one in engine.offered(asked, state, shared)
        if one.give.for_points
    ]
    return (min(found)[1], -min(found)[0]) if found else None


def offers(lines: Iterable[Applied]) -> tuple[tuple[str, int, int], ...]:
    """What of a price came from rules, as a sale's fact lists it under `offers`: (campaign/rule, minor units off,
    pieces of goods covered or units of points paid)."""
    return tuple(
        (line.coupon.id, line.off, line.template.offer.units(line.off) if line.template.offer.points else line.pieces)
        for line in lines
        if line.template.offer is not None
    )


def points_paid(line: Applied) -> int:
    """Points that the customer pays for a line of a price; 0 for most."""
    offer = line.template.offer
    return offer.points * offer.units(line.off) if offer is not None else 0


def _candidate(one: Offered, happening: Happening, state: MemberState, wanted: Counter[str]) -> Candidate:
    give, key = one.give, one.key
    points = spendable(give, happening, state) if give.for_points else 0
    deal = deal_of(give, points, one.left(UseKind.PIECES), one.left(UseKind.MONEY))
    offer = Offer(
        give.for_points,
        give.off if give.for_points else 1,
        # what is enough for everybody need not be watched
        tuple(use for use in one.uses if wanted[use.name] > use.there_is),
    )
    template = CouponTemplate(
        id=key,
        name=one.name,
        campaign=one.reward.campaign,
        benefit=Benefit(BenefitKind.DEAL, off=one.reward.quantity),
        valid_from=_ALWAYS[0],
        valid_until=_ALWAYS[1],
        categories=give.categories or None,
        stack_group=give.group,
        stacks_with=give.with_,
        offer=offer,
        deal=deal,
    )
    return Coupon(key, key, *_ALWAYS), template
