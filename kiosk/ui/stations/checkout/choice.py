"""Which coupons are wanted after one was pressed."""

from __future__ import annotations

from kiosk.application.sales.outcomes import Visit
from kiosk.domain.refusals import RefusalCode


def toggled(visit: Visit, coupon: str) -> tuple[str, ...]:
    """The choice with this coupon used, or left out if it was used. One that cannot stand beside another takes the
    other's place."""
    # discounts of campaigns come by themselves
    used = [line.coupon for line in visit.quote.lines if not line.rule]
    used += [line.coupon for line in visit.quote.vouchers]
    if visit.chosen is not None:
        used = list(visit.chosen)
    if coupon in used and not _beaten(visit, coupon):
        used.remove(coupon)
        return tuple(used)
    # of two that exclude each other the first stays
    return (coupon, *(other for other in used if other != coupon and not _excludes(visit, coupon, other)))


def _beaten(visit: Visit, coupon: str) -> bool:
    """Whether another one, chosen before, keeps it out of the price."""
    left_out = {left.coupon: left.refusal.code for left in visit.quote.left_out}
    return left_out.get(coupon) is RefusalCode.NOT_STACKABLE


def _excludes(visit: Visit, coupon: str, other: str) -> bool:
    templates = {view.id: view.template for view in visit.coupons}
    for left in visit.quote.left_out:
        if left.coupon == coupon and left.refusal.code is RefusalCode.NOT_STACKABLE:
            named = left.refusal.args.get("other")
            # When the refusal names no coupon of this visit, nothing but the new one is sure to be allowed.
            known = named in templates or named in templates.values()
            return not known or named in (other, templates.get(other))
    return False
