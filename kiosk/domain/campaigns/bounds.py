"""What a campaign lets all discounts of a sale take together (`cap`), and from each piece (`floors`)."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.campaigns.happenings import CAPS, WITHIN, Happening, Item
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.pieces import Floor
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.money import rounding_unit

_BASIS_POINTS = 10_000


def bounded(happening: Happening, campaigns: Sequence[Campaign]) -> Happening:
    """The goods of a happening with all that `campaigns`, which are in force there, bound: whoever takes something off,
    theirs or another's, keeps to it."""
    found = tuple((one.cap.most, one.cap.most_percent) for one in campaigns if one.cap is not None)
    if found:
        happening = happening._replace(detail={**happening.detail, CAPS: found})
    for one in campaigns:
        if one.floors:
            above = happening.detail.get(WITHIN, {})
            unit = rounding_unit(one.currency)
            items = tuple(_floored(item, one.floors, above.get(item.category, ()), unit) for item in happening.items)
            happening = happening._replace(items=items)
    return happening


def most_off(happening: Happening, lines: Sequence[BasketLine]) -> int | None:
    """Minor units that all discounts may take of these goods together, None: as they like. Goods that never carry a
    benefit do not count for a percentage."""
    caps = happening.detail.get(CAPS, ())
    goods = min(max(0, happening.amount), sum(line.cost for line in lines if not line.barred))
    found = [most for most, _ in caps if most is not None]
    found += [goods * percent // _BASIS_POINTS for _, percent in caps if percent is not None]
    return min(found, default=None)


def _floored(item: Item, floors: Sequence[Floor], above: tuple[str, ...], unit: int) -> Item:
    categories = {item.category, *above}
    least = item.floor
    for floor in floors:
        if (floor.items and item.sku not in floor.items) or (
            floor.categories and categories.isdisjoint(floor.categories)
        ):
            continue
        if floor.price is not None:
            least = max(least, floor.price)
        if floor.percent is not None:
            least = max(least, -(-item.price * floor.percent // (_BASIS_POINTS * unit)) * unit)
    return item._replace(floor=least) if least > item.floor else item
