"""The price of every line of a till's basket: which discount touches what, as the rules stand now."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.members.outcomes import CouponView
from kiosk.application.ports.reference import Reference
from kiosk.application.sales.outcomes import AppliedLine
from kiosk.application.till.lines import Goods, Take, laid_out
from kiosk.application.till.outcomes import LinePrice, Untouched
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.money import rounding_unit


def line_prices(
    reference: Reference,
    items: Sequence[Item],
    applied: Sequence[AppliedLine],
    currency: str,
    coupons: Sequence[CouponView] = (),
) -> tuple[LinePrice, ...]:
    """The lines of `items`, with what the `applied` discounts take off each. `coupons`: the visit's, while it is open;
    of others the templates say what they may touch."""
    if not items:
        return ()
    taking = [line for line in applied if line.off]
    goods = [Goods(item.sku, item.category, item.pieces * item.price) for item in items]
    layout = laid_out(goods, [_take(reference, line, coupons) for line in taking], rounding_unit(currency))
    found = []
    for index, (item, line) in enumerate(zip(items, goods, strict=True)):
        shares = tuple((take.coupon, row[index]) for take, row in zip(taking, layout, strict=True) if row[index])
        untouched = None if shares else _untouched(item)
        found.append(LinePrice(item.sku, item.pieces, line.amount, sum(off for _, off in shares), shares, untouched))
    return tuple(found)


def _untouched(item: Item) -> Untouched | None:
    if item.barred:
        return Untouched.NO_BENEFIT
    return Untouched.REDUCED if item.reduced else None


def _take(reference: Reference, line: AppliedLine, coupons: Sequence[CouponView]) -> Take:
    if line.rule:
        return _rule_take(reference, line)
    view = next((view for view in coupons if view.id == line.coupon), None)
    if view is not None:
        return Take(line.off, view.categories)
    template = reference.template(line.template)
    return Take(line.off, template.categories if template is not None else None)


def _rule_take(reference: Reference, line: AppliedLine) -> Take:
    campaign, _, rule_id = line.coupon.partition("/")
    for edition in reversed(reference.editions()):
        if edition.campaign.id != campaign:
            continue
        for rule in edition.campaign.rules:
            discount = next((give for give in rule.give if isinstance(give, Discount)), None)
            if rule.id == rule_id and discount is not None:
                return Take(line.off, discount.categories or None, discount.items or None)
    return Take(line.off)
