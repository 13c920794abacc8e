"""What each of the goods of a priced basket really costs: every discount shared out over the goods it may touch.

A discount is spread over its goods by their prices, in whole coins, the rest by the largest remainders. Where discounts
meet on the same goods, later ones go where there is room, and earlier ones move over as far as they may: together they
take from each article no more than it costs, and what is left adds up to the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kiosk.domain.coupons.goods import limits_of, touches
from kiosk.domain.coupons.model import Basket
from kiosk.domain.coupons.pricing import Pricing

K = TypeVar("K", bound=Hashable)
Cell = tuple[str, str]
"""Category and article, as `Basket.cells` has them."""


@dataclass(slots=True)
class _Source:
    """A discount, or what one takes from certain articles: `cells` it may touch, `left`: units it may still take."""

    cells: Sequence[Cell]
    left: int
    sent: dict[Cell, int]


def paid_by_cell(basket: Basket, pricing: Pricing, unit: int = 1) -> dict[Cell, int]:
    """Minor units that are paid for each part of the basket. `unit`: as it was priced with. They add up to the price's
    total wherever the parts added up to the basket's amount."""
    prices = basket.cells()
    room = {cell: price // unit for cell, price in prices.items()}
    sources: list[_Source] = []
    for line in pricing.lines:
        need = line.off // unit
        own = [_Source(_reached(prices, limit), most // unit, {}) for limit, most in limits_of(line.template, line.off)]
        sources += own
        for source in own:
            for cell, units in spread(min(need, source.left), source.cells, prices, room).items():
                need -= _take(source, cell, units, room)
        while need > 0 and (step := next((done for one in own if (done := _push(one, need, sources, room))), 0)):
            need -= step
    taken = Counter[Cell]()
    for source in sources:
        taken.update(source.sent)
    return {cell: price - taken[cell] * unit for cell, price in prices.items()}


def paid_by_category(paid: Mapping[Cell, int]) -> tuple[tuple[str, int], ...]:
    """The same by category, by name; what has none is left out."""
    found: dict[str, int] = {}
    for (category, _article), price in paid.items():
        if category:
            found[category] = found.get(category, 0) + price
    return tuple(sorted(found.items()))


def paid_by_row(paid: Mapping[Cell, int], rows: Sequence[tuple[str, str, int]], unit: int = 1) -> tuple[int, ...]:
    """The same by row: (article, category, minor units before discounts) each. Rows of one article share what was taken
    off it by their prices."""
    found = [price for _article, _category, price in rows]
    by_cell: dict[Cell, list[int]] = {}
    for at, (article, category, _price) in enumerate(rows):
        by_cell.setdefault((category, article), []).append(at)
    for cell, places in by_cell.items():
        off = sum(found[at] for at in places) - paid.get(cell, 0)
        prices = {at: found[at] for at in places}
        room = {at: price // unit for at, price in prices.items()}
        for at, units in spread(max(0, off) // unit, places, prices, room).items():
            found[at] -= units * unit
    return tuple(found)


def spread(need: int, places: Sequence[K], prices: Mapping[K, int], room: Mapping[K, int]) -> dict[K, int]:
    """`need` units over places by their prices, no more in any than there is `room`; fewer, where there is not enough
    in all."""
    found = dict.fromkeys(places, 0)
    left = need
    while left > 0 and (free := [place for place in places if found[place] < room[place]]):
        for place, part in zip(free, parts_of(left, [prices[place] for place in free]), strict=True):
            step = min(part, room[place] - found[place])
            found[place] += step
            left -= step
    return found


def parts_of(whole: int, weights: Sequence[int]) -> list[int]:
    """A whole number cut by weights, none below zero: each part its share rounded down, then one more for the largest
    remainders, of equal ones the first."""
    total = sum(weights)
    if total <= 0:
        weights, total = [1] * len(weights), len(weights)
    parts = [whole * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda at: (-(whole * weights[at] % total), at))
    for at in by_remainder[: whole - sum(parts)]:
        parts[at] += 1
    return parts


def _reached(prices: Mapping[Cell, int], limit: tuple[tuple[str, ...] | None, frozenset[str] | None]) -> list[Cell]:
    return sorted(cell for cell, price in prices.items() if price > 0 and touches(limit, *cell))


def _take(source: _Source, cell: Cell, units: int, room: dict[Cell, int]) -> int:
    room[cell] -= units
    source.left -= units
    source.sent[cell] = source.sent.get(cell, 0) + units
    return units


def _push(source: _Source, need: int, sources: Iterable[_Source], room: dict[Cell, int]) -> int:
    """Take up to `need` units for a source whose goods are full: others move over to where there is room (a shortest
    way of such moves, as in Edmonds and Karp's maximum flow). Returns how many were taken; 0: there is no way."""
    if source.left <= 0:
        return 0
    came: dict[Cell, tuple[Cell | None, _Source]] = dict.fromkeys(source.cells, (None, source))
    queue = list(came)
    for cell in queue:
        if room[cell] > 0:
            return _moved(cell, min(need, source.left), came, room)
        for other in sources:
            if other.sent.get(cell, 0) > 0:
                for free in other.cells:
                    if free not in came:
                        came[free] = (cell, other)
                        queue.append(free)
    return 0


def _moved(end: Cell, need: int, came: Mapping[Cell, tuple[Cell | None, _Source]], room: dict[Cell, int]) -> int:
    way: list[tuple[Cell, Cell | None, _Source]] = []
    cell: Cell | None = end
    while cell is not None:
        before, mover = came[cell]
        way.append((cell, before, mover))
        cell = before
    step = min([need, room[end], *(mover.sent[before] for _cell, before, mover in way if before is not None)])
    for into, before, mover in way:
        _take(mover, into, step, room)
        if before is not None:
            _take(mover, before, -step, room)
    return step
