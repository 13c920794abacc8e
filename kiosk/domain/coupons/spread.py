"""Amounts spread over goods: by their prices, in whole coins, the rest by the largest remainders. Earlier ones move
over where later ones have nowhere else to go."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kiosk.domain.coupons.gains import Take

K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class _Source:
    """What a discount takes from some parts: `left`: units it may still take; `caps`: from each, where that is said."""

    parts: Sequence[int]
    left: int
    sent: dict[int, int]
    caps: Mapping[int, int]

    def may(self, part: int, units: int) -> int:
        """Of so many units, those that it may still take from a part."""
        cap = self.caps.get(part)
        return units if cap is None else min(units, cap - self.sent.get(part, 0))


class Spread:
    """Discounts spread over parts of the goods, one after the other. `prices`, `room`: minor units of each part, and
    how many of them may be taken."""

    def __init__(self, prices: Sequence[int], room: Sequence[int], unit: int) -> None:
        self._prices, self._unit = prices, unit
        self._room = [one // unit for one in room]
        self._discounts: list[list[_Source]] = []

    def add(self, takes: Iterable[Take], off: int) -> None:
        """A discount that takes `off` minor units, where `takes` say."""
        need = off // self._unit
        own = []
        for parts, most, caps in takes:
            limits = dict(zip(parts, (cap // self._unit for cap in caps or ()), strict=False))
            own.append(_Source([part for part in parts if self._prices[part]], most // self._unit, {}, limits))
        self._discounts.append(own)
        for source in own:
            prices = {part: self._prices[part] for part in source.parts}
            room = {part: source.may(part, self._room[part]) for part in source.parts}
            for part, units in spread(min(need, source.left), source.parts, prices, room).items():
                need -= self._take(source, part, units)
        while need > 0 and (step := next((done for one in own if (done := self._push(one, need))), 0)):
            need -= step

    @property
    def taken(self) -> int:
        """Minor units in all."""
        return sum(sum(of.values()) for of in self.by_discount())

    def by_discount(self) -> list[dict[int, int]]:
        """Part → minor units, of each discount in the order in which they came."""
        found = []
        for sources in self._discounts:
            sent: dict[int, int] = {}
            for source in sources:
                for part, units in source.sent.items():
                    if units:
                        sent[part] = sent.get(part, 0) + units * self._unit
            found.append(sent)
        return found

    def left(self) -> list[int]:
        """Minor units of each part that nothing took."""
        found = list(self._prices)
        for sent in self.by_discount():
            for part, off in sent.items():
                found[part] -= off
        return found

    def _take(self, source: _Source, part: int, units: int) -> int:
        self._room[part] -= units
        source.left -= units
        source.sent[part] = source.sent.get(part, 0) + units
        return units

    def _push(self, source: _Source, need: int) -> int:
        """Take up to `need` units for a source whose goods are full: others move over to where there is room (a
        shortest way of such moves, as in Edmonds and Karp's maximum flow). Returns how many; 0: there is no way."""
        if source.left <= 0:
            return 0
        came: dict[int, tuple[int | None, _Source]] = {
            part: (None, source) for part in source.parts if source.may(part, need)
        }
        queue = list(came)
        for part in queue:
            if self._room[part] > 0:
                return self._moved(part, min(need, source.left), came)
            for other in (one for sources in self._discounts for one in sources):
                if other.sent.get(part, 0) > 0:
                    for free in other.parts:
                        if free not in came and other.may(free, need):
                            came[free] = (part, other)
                            queue.append(free)
        return 0

    def _moved(self, end: int, need: int, came: Mapping[int, tuple[int | None, _Source]]) -> int:
        way: list[tuple[int, int | None, _Source]] = []
        part: int | None = end
        while part is not None:
            before, mover = came[part]
            way.append((part, before, mover))
            part = before
        step = min(
            [
                *(mover.may(into, min(need, self._room[end])) for into, _, mover in way),
                *(mover.sent[before] for _, before, mover in way if before is not None),
            ]
        )
        for into, before, mover in way:
            self._take(mover, into, step)
            if before is not None:
                self._take(mover, before, -step)
        return step


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
