"""The price of every line of a till's basket: what the price itself took off each, as receipts and returns say it
(`domain/coupons/shares.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.sales.outcomes import AppliedLine, CameBack
from kiosk.application.till.outcomes import LinePrice, Untouched
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.spread import parts_of


def line_prices(
    items: Sequence[Item], applied: Sequence[AppliedLine], back: Sequence[CameBack] = ()
) -> tuple[LinePrice, ...]:
    """The lines of `items`, with what the `applied` discounts took off each; then those that came `back`."""
    shares: list[list[tuple[str, int]]] = [[] for _ in items]
    for line in applied if items else ():
        for row, off in line.on or _anywhere(items, line.off):
            if off:
                shares[row].append((line.coupon, off))
    bought = tuple(
        LinePrice(
            item.sku,
            item.pieces,
            item.cost,
            sum(off for _, off in own),
            tuple(own),
            None if own else _untouched(item),
        )
        for item, own in zip(items, shares, strict=True)
    )
    return (*bought, *(LinePrice(one.item.sku, -one.item.pieces, -one.item.cost, 0, ()) for one in back))


def _anywhere(items: Sequence[Item], off: int) -> list[tuple[int, int]]:
    """By their prices: a sale of an older program does not say off which."""
    return [*enumerate(parts_of(off, [max(0, item.cost) for item in items]))]


def _untouched(item: Item) -> Untouched | None:
    if item.barred:
        return Untouched.NO_BENEFIT
    return Untouched.REDUCED if item.reduced else None
