"""How much of the goods a set of discounts may take, when some of them touch certain categories or articles only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.domain.coupons.model import Basket, CouponTemplate

Reach = frozenset[int] | None
"""The parts of the goods a discount may touch, by index; None: all of them."""

Takes = tuple[tuple[Reach, int], ...]
"""What a discount takes at most, minor units, and from which goods. Most take once; one that covers certain pieces
takes from each article apart."""


class Goods:
    """A basket cut into parts, in multiples of `unit` minor units: articles, what is left of categories, and what has
    no category; parts that the same discounts touch are one.

    What a set of discounts takes is a maximum flow from discounts to parts: as much as can be taken without taking more
    from any part than it costs, or from a discount's more than it gives. A maximum flow does not depend on any order,
    never falls when a discount is added, and each further discount adds at most what it would add alone; the laws of
    `pricing` rest on that.
    """

    def __init__(self, basket: Basket, templates: Iterable[CouponTemplate], unit: int) -> None:
        self._unit = unit
        cells = basket.cells()
        self.cap = max(0, basket.amount) // unit * unit
        """Minor units that discounts may take in all."""
        limits: dict[tuple[tuple[str, ...] | None, frozenset[str] | None], None] = {}
        for template in templates:
            limits.update(dict.fromkeys(limit for limit, _ in limits_of(template, 0)))
        touched: dict[tuple[bool, ...], int] = {}
        parts: list[int] = []
        for (category, article), price in cells.items():
            signature = tuple(touches(limit, category, article) for limit in limits)
            index = touched.setdefault(signature, len(parts))
            if index == len(parts):
                parts.append(0)
            parts[index] += price // unit * unit
        self._parts, self._whole = tuple(parts), sum(parts)
        self._reaches = {
            limit: None
            if limit == (None, None)
            else frozenset(index for signature, index in touched.items() if signature[place])
            for place, limit in enumerate(limits)
        }

    def takes(self, template: CouponTemplate, off: int) -> Takes:
        """Where a discount of one of the `templates` takes its `off` minor units."""
        return tuple(
            (self._reaches[limit], amount // self._unit * self._unit) for limit, amount in limits_of(template, off)
        )

    def cost(self, parts: Iterable[int]) -> int:
        """Minor units of these parts together."""
        return sum(self._parts[part] for part in parts)

    def alone(self, takes: Takes) -> int:
        """Minor units that a discount takes when it is the only one."""
        if len(takes) != 1:
            return self.taken(takes)
        ((reach, amount),) = takes
        return min(self.cap, amount, self._whole if reach is None else self.cost(reach))

    def taken(self, discounts: Iterable[tuple[Reach, int]]) -> int:
        """Minor units that `discounts`, (reach, most it gives) each, take together."""
        anywhere = 0
        by_reach: dict[frozenset[int], int] = {}
        for reach, amount in discounts:
            if reach is None:
                anywhere += amount
            else:
                by_reach[reach] = by_reach.get(reach, 0) + amount
        # What reaches everything fills whatever the others leave, so only the limited ones need a flow.
        limited = self._flow(sorted(by_reach.items(), key=lambda item: (len(item[0]), sorted(item[0]))))
        return min(self.cap, limited + min(anywhere, self._whole - limited))

    def _flow(self, sources: Sequence[tuple[frozenset[int], int]]) -> int:
        if len(sources) == 1:
            reach, amount = sources[0]
            return min(amount, self.cost(reach))
        left = list(self._parts)
        sent = [dict.fromkeys(reach, 0) for reach, _ in sources]

        def push(source: int, amount: int, seen: set[int]) -> int:
            """Send up to `amount` from `source`, moving others' shares to parts with room where needed."""
            seen.add(source)
            for part in sorted(sources[source][0]):
                if free := min(amount, left[part]):
                    left[part] -= free
                    sent[source][part] += free
                    return free
                for other in range(len(sources)):
                    if other in seen or not (theirs := sent[other].get(part, 0)):
                        continue
                    if moved := push(other, min(amount, theirs), seen):
                        sent[other][part] -= moved
                        sent[source][part] += moved
                        return moved
            return 0

        total = 0
        for source, (_, amount) in enumerate(sources):
            while amount > 0 and (step := push(source, amount, set())):
                amount -= step
                total += step
        return total


_Limit = tuple[tuple[str, ...] | None, frozenset[str] | None]
"""Categories and articles; None: any."""


def limits_of(template: CouponTemplate, off: int) -> list[tuple[_Limit, int]]:
    """Where a discount takes its `off`, and how much of it there."""
    offer = template.offer
    if offer is None:
        return [((template.categories, None), off)]
    if offer.portions:
        return [((template.categories, articles), amount) for articles, amount in offer.portions]
    return [((template.categories, None if offer.items is None else frozenset(offer.items)), off)]


def touches(limit: _Limit, category: str, article: str) -> bool:
    """Whether a discount so limited may take from a part of the goods."""
    categories, articles = limit
    return (categories is None or category in categories) and (articles is None or article in articles)
