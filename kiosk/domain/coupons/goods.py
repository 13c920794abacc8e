"""How much of the goods a set of discounts may take, when some of them touch certain categories only."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.coupons.model import Basket

Reach = frozenset[int] | None
"""The parts of the goods a discount may touch, by index; None: all of them."""


class Goods:
    """A basket cut into parts, one a category and one for what has no category, in multiples of `unit` minor units.

    What a set of discounts takes is a maximum flow from discounts to parts: as much as can be taken without taking more
    from any part than it costs, or from a discount's more than it gives. A maximum flow does not depend on any order,
    never falls when a discount is added, and each further discount adds at most what it would add alone; the laws of
    `pricing` rest on that.
    """

    def __init__(self, basket: Basket, unit: int) -> None:
        merged: dict[str, int] = {}
        for name, part in basket.by_category:
            merged[name] = merged.get(name, 0) + max(0, part)
        self._index = {name: index for index, name in enumerate(sorted(merged))}
        uncategorised = max(0, basket.amount - sum(merged.values()))
        self._parts = tuple(part // unit * unit for part in (*(merged[name] for name in self._index), uncategorised))
        self.cap = max(0, basket.amount) // unit * unit
        """Minor units that discounts may take in all."""

    def reach(self, categories: tuple[str, ...] | None) -> Reach:
        """The parts that a coupon limited to `categories` may touch."""
        if categories is None:
            return None
        return frozenset(self._index[name] for name in categories if name in self._index)

    def cost(self, parts: Iterable[int]) -> int:
        """Minor units of these parts together."""
        return sum(self._parts[part] for part in parts)

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
        return min(self.cap, limited + min(anywhere, sum(self._parts) - limited))

    def _flow(self, sources: list[tuple[frozenset[int], int]]) -> int:
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
