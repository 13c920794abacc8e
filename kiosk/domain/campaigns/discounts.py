"""What a rule's discount takes off a basket."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import BARRED, WITHIN, Happening, Item
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket
from kiosk.domain.coupons.pricing import rounded

_BASIS_POINTS = 10_000


class Off(NamedTuple):
    """`off`: minor units. `pieces`: pieces of goods covered, or units of points to be paid; 0 for others. `portions`:
    (articles, minor units off them) of a discount that covers certain pieces."""

    off: int
    pieces: int = 0
    portions: tuple[tuple[frozenset[str], int], ...] = ()


def basket_of(happening: Happening) -> Basket:
    """The goods of a happening, for `coupons.pricing`."""
    lines = tuple(BasketLine(*item[:7]) for item in happening.items)  # what was paid for them is not theirs
    above = tuple(happening.detail.get(WITHIN, {}).items())
    barred = happening.detail.get(BARRED, ())
    return Basket(max(0, happening.amount), happening.categories, lines, above=above, barred=barred)


def discount_off(give: Discount, happening: Happening, points: int = 0, unit: int = 1) -> Off:
    """What a discount takes off the basket of `happening`, by itself. `points`: what the member may spend. `unit`:
    `money.rounding_unit` of the currency, to which percentages are rounded half up, as coupons' are; other amounts are
    cut down to it when the basket is priced."""
    if give.price is not None or give.free:
        return _by_piece(give, happening.items)
    goods = basket_of(happening).eligible(give.categories or None, give.items or None)
    most = goods
    if give.most is not None:
        most = min(most, give.most)
    if give.most_percent is not None:
        most = min(most, goods * min(give.most_percent, _BASIS_POINTS) // _BASIS_POINTS)
    if give.for_points:
        units = min(max(0, points) // give.for_points, most // give.off) if give.off else 0
        return Off(units * give.off, units)
    off = give.off + rounded(goods, give.percent, unit)
    if give.spend:
        off = 0 if goods < give.spend else off * (goods // give.spend) if give.each else off
    return Off(max(0, min(off, most)))


def _by_piece(give: Discount, items: Iterable[Item]) -> Off:
    """A price a piece for the dearest pieces, or so many free for so many bought, the cheapest free. Of pieces of equal
    price any may be meant."""
    by_gain: dict[int, dict[str, int]] = {}
    for sku, category, pieces, price, *_ in items:
        wanted = (not give.items or sku in give.items) and (not give.categories or category in give.categories)
        gain = price if give.price is None else price - give.price
        if wanted and pieces > 0 and gain > 0:
            level = by_gain.setdefault(gain, {})
            level[sku] = level.get(sku, 0) + pieces
    count = sum(sum(level.values()) for level in by_gain.values())
    if give.price is None:
        count = count // (give.buy + give.free) * give.free
    covered = count if give.pieces is None else min(count, give.pieces)
    portions: list[tuple[frozenset[str], int]] = []
    left = covered
    for gain in sorted(by_gain, reverse=give.price is not None):
        level = by_gain[gain]
        if left >= sum(level.values()):
            portions += [(frozenset({sku}), gain * pieces) for sku, pieces in sorted(level.items())]
        elif left:
            portions.append((frozenset(level), gain * left))
        left = max(0, left - sum(level.values()))
    return Off(sum(amount for _, amount in portions), covered, tuple(portions))
