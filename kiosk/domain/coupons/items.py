"""Candidates of a price, ready to be weighed against one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.coupons.bounds import bounds
from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.gains import NOTHING
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.judge import MemberRoom, usable_until
from kiosk.domain.coupons.model import Basket, BenefitKind, Coupon, CouponTemplate, Use
from kiosk.domain.coupons.party import Party
from kiosk.domain.coupons.together import deal_of, one_sale, stackable

Candidate = tuple[Coupon, CouponTemplate]
"""A coupon that `judge` found usable, and its template."""

_RATE, _THRESHOLD, _FIXED, _GIFT, _REST, _POINTS = range(6)
"""Places of lines: percentages first; points pay what everything else has left."""


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate. `off`: minor units that it takes alone."""

    coupon: Coupon
    template: CouponTemplate
    party: Party
    off: int
    gift: int
    points: int

    @property
    def useful(self) -> bool:
        """Whether it gives anything by itself; what does not takes no part, though of fewer pieces it might."""
        return self.off > 0 or self.gift > 0

    @property
    def deal(self) -> Deal:
        """What it does to goods."""
        return self.party.deal

    @property
    def uses(self) -> tuple[Use, ...]:
        """What it shares with others."""
        return self.template.offer.uses if self.template.offer else ()

    @property
    def rank(self) -> tuple[datetime, str]:
        """Which of equals goes first: what would be lost soonest."""
        return usable_until(self.coupon, self.template), self.coupon.id

    @property
    def line_order(self) -> tuple[int, int, datetime, str]:
        """Where its line stands."""
        return (*self.party.order, *self.rank)


def items_of(basket: Basket, candidates: Iterable[Candidate], unit: int) -> tuple[list[Item], Goods]:
    """Candidates, each coupon once, in an order of their own, and the goods they take from."""
    given = {coupon.id: (coupon, template) for coupon, template in candidates}
    deals = {template.id: deal_of(template) for _, template in given.values()}
    goods = Goods(basket, deals.values(), unit)
    made: dict[str, Item] = {}
    items = []
    for coupon, template in given.values():
        found = made.get(template.id)
        if found is None or found.template is not template:
            found = made[template.id] = item_of(coupon, template, deals[template.id], goods)
        items.append(replace(found, coupon=coupon))
    return sorted(items, key=lambda item: (-item.off, -item.gift, *item.rank)), goods


def item_of(coupon: Coupon, template: CouponTemplate, deal: Deal, goods: Goods) -> Item:
    """A candidate with a deal, which may be less than its template's."""
    taker = goods.taker(deal)
    kind = template.benefit.kind
    gift = max(template.benefit.value, 1) if kind is BenefitKind.GIFT else 0
    gain = NOTHING if gift or kind is BenefitKind.UNKNOWN else taker.gain(goods.runs)
    off = goods.taken(gain.takes)
    if len(gain.takes) == 1:
        gain = gain._replace(takes=(gain.takes[0]._replace(amount=off),)) if off else NOTHING
    party = Party(deal, taker, gain, lambda: bounds(deal, taker, goods), (_place(template, deal), -off))
    offer = template.offer
    return Item(coupon, template, party, off, gift, offer.points * offer.units(off) if offer else 0)


def usable_together(items: Sequence[Item], room: Mapping[str, MemberRoom], goods: Goods) -> list[Item]:
    """Without what gives nothing and, template by template, without coupons that no combination could hold.

    Coupons of one template give the same, so those that expire first stand for all.
    """
    taken: dict[str, int] = {}
    pool = []
    for item in items:  # within a template they are by rank
        template = item.template
        most = None
        if not stackable(template, template):
            pieces = sum(goods.kinds[kind].pieces for kind in item.party.taker.kinds)
            most = pieces if one_sale(template, template) else 1
        if template.id in room:
            most = min(room[template.id].left, len(items) if most is None else most)
        count = taken.get(template.id, 0)
        if item.useful and (most is None or count < most):
            taken[template.id] = count + 1
            pool.append(item)
    return pool


def _place(template: CouponTemplate, deal: Deal) -> int:
    if template.benefit.kind is BenefitKind.GIFT:
        return _GIFT
    if deal.unit_off:
        return _POINTS
    if deal.of_rest:
        return _REST
    if template.offer is None and template.benefit.kind is BenefitKind.FIXED:
        return _FIXED
    if template.benefit.kind is BenefitKind.DEAL or template.offer:
        return _RATE if deal.rate_bp else _THRESHOLD if deal.spend else _FIXED
    return _RATE if template.benefit.kind is BenefitKind.PERCENT else _THRESHOLD
