"""Which discounts may be used in one sale, and which of these on one piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kiosk.domain.coupons.deal import Deal, Exclusive, Reach, Stage
from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate, UseKind


def deal_of(template: CouponTemplate) -> Deal:
    """What a template's coupons, or a rule's discount, do to goods. A template without a deal of its own says it by its
    benefit, and excludes others from the sale: so HQ's have always been understood."""
    if template.deal is not None:
        return template.deal
    return _by_benefit(template.benefit, template.categories, template.min_spend)


@lru_cache(maxsize=1_024)
def _by_benefit(benefit: Benefit, categories: tuple[str, ...] | None, least: int) -> Deal:
    kind = benefit.kind
    percent, threshold = kind is BenefitKind.PERCENT, kind is BenefitKind.THRESHOLD
    return Deal(
        reach=Reach(categories=categories),
        off=benefit.off if threshold or kind is BenefitKind.FIXED else 0,
        rate_bp=benefit.rate_bp if percent else 0,
        most=benefit.cap if percent else None,
        spend=benefit.spend if threshold else 0,
        each=threshold and benefit.each and benefit.spend > 0,
        least=least,
        stage=Stage.COUPONS,
        exclusive=Exclusive.SALE,
    )


def stackable(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether a coupon of each may be used on one piece: each tolerates the other's group ("*": every group)."""
    return _tolerates(one, other.stack_group) and _tolerates(other, one.stack_group)


def one_sale(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether a coupon of each may be used in one sale: stackable, or exclusive by the piece only. Two that are off
    everything whatever it is are alternatives."""
    if stackable(one, other):
        return True
    first, second = deal_of(one), deal_of(other)
    by_piece = first.exclusive is second.exclusive is Exclusive.ARTICLE
    return by_piece and not (first.everywhere and second.everywhere)


def fit(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether both may be used in one sale, and together use no more of anything than there is."""
    return one_sale(one, other) and not (one.offer and other.offer and overdrawn((one, other)))


def overdrawn(templates: Iterable[CouponTemplate]) -> str:
    """Something of which these discounts together use more than there is, and which none can use in part (the first by
    name); "" when all is well."""
    used: dict[str, int] = {}
    least: dict[str, int] = {}
    for template in templates:
        for use in template.offer.uses if template.offer else ():
            if use.kind is UseKind.WHOLE:
                used[use.name] = used.get(use.name, 0) + use.quantity
                least[use.name] = min(least.get(use.name, use.there_is), use.there_is)
    return min((name for name, quantity in used.items() if quantity > least[name]), default="")


def matrices(templates: Sequence[CouponTemplate], deals: Sequence[Deal]) -> tuple[list[int], list[int]]:
    """For each template the others that `fit` it, and those that may share no piece with it, as bits: for all pairs at
    once."""
    members: dict[str, int] = {}
    for index, template in enumerate(templates):
        members[template.stack_group] = members.get(template.stack_group, 0) | 1 << index
    tolerated, tolerating = [], dict.fromkeys(members, 0)
    for index, template in enumerate(templates):
        groups = members.keys() if "*" in template.stacks_with else members.keys() & set(template.stacks_with)
        bits = 0
        for group in groups:
            bits |= members[group]
            tolerating[group] |= 1 << index
        tolerated.append(bits)
    by_piece = everywhere = 0
    for index, deal in enumerate(deals):
        by_piece |= (deal.exclusive is Exclusive.ARTICLE) << index
        everywhere |= deal.everywhere << index
    fits, apart = [], []
    for index, (template, deal) in enumerate(zip(templates, deals, strict=True)):
        stack = tolerated[index] & tolerating[template.stack_group]
        others = 0
        if deal.exclusive is Exclusive.ARTICLE:
            others = by_piece & ~stack & ~(everywhere if deal.everywhere else 0)
        fits.append((stack | others) & ~(1 << index))
        apart.append(others & ~(1 << index))
    sharing = [index for index, template in enumerate(templates) if template.offer and template.offer.uses]
    for index in sharing:
        for other in sharing:
            if index != other and overdrawn((templates[index], templates[other])):
                fits[index] &= ~(1 << other)
    return fits, apart


def _tolerates(template: CouponTemplate, group: str) -> bool:
    return "*" in template.stacks_with or group in template.stacks_with
