"""The goods of a basket, as discounts take from them: kinds of pieces, and how much they may take together."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.domain.coupons.deal import Deal, Reach
from kiosk.domain.coupons.gains import Run, Take, Taker
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket


@functools.lru_cache(maxsize=4)
def _whole(basket: Basket) -> tuple[BasketLine, ...]:
    """All rules of a sale ask of one basket."""
    return basket.whole()


class Kind(NamedTuple):
    """Pieces that the same discounts touch and that cost the same. `rows`: (line, pieces) that they stand on."""

    price: int
    pieces: int
    article: bool
    floor: int
    rows: tuple[tuple[int, int], ...]


class Goods:
    """A basket cut into kinds of pieces. An amount without articles is one piece that no discount can split.

    What a set of discounts takes is a maximum flow from discounts to parts: as much as can be taken without taking more
    from any part than it costs above its floor, or from a discount's more than it gives. A maximum flow does not depend
    on any order, never falls when a discount is added, and each further discount adds at most what it would add alone;
    the laws of `pricing` rest on that.
    """

    def __init__(self, basket: Basket, deals: Iterable[Deal], unit: int, *, only_reached: bool = False) -> None:
        """`only_reached`: goods that no deal reaches are not wanted."""
        self.unit = unit
        self.lines: tuple[BasketLine, ...] = _whole(basket)
        self.amount = max(0, basket.amount)
        most = self.amount if basket.most_off is None else min(self.amount, max(0, basket.most_off))
        self.cap = most // unit * unit
        """Minor units that discounts may take in all."""
        reaches = list(dict.fromkeys(reach for deal in deals for reach in deal.reaches))
        found: dict[tuple[tuple[bool, ...], int, int, int], list[int]] = {}
        rows = [(line, tuple(reach.touches(line) for reach in reaches), row) for row, line in enumerate(self.lines)]
        for line, signature, row in sorted(one for one in rows if not only_reached or any(one[1])):
            # what does not divide into whole coins is not put together, nor are amounts
            alone = row if not line.article or line.price % unit or line.floor % unit else -1
            found.setdefault((signature, line.price, line.floor, alone), []).append(row)
        self.kinds: list[Kind] = []
        within: dict[Reach, set[int]] = {reach: set() for reach in reaches}
        for number, ((signature, price, floor, _), alike) in enumerate(found.items()):
            pieces = tuple((row, self.lines[row].pieces) for row in alike)
            piece = bool(self.lines[alike[0]].article)
            self.kinds.append(Kind(price, sum(count for _, count in pieces), piece, floor, pieces))
            for reach, touches in zip(reaches, signature, strict=True):
                if touches:
                    within[reach].add(number)
        self._within = {reach: frozenset(kinds) for reach, kinds in within.items()}
        self.runs: tuple[Run, ...] = tuple(
            Run(kind.price, kind.pieces, kind.article, number, number, kind.floor)
            for number, kind in sorted(enumerate(self.kinds), key=lambda one: (-one[1].price, one[0]))
        )
        """All pieces, the dearest first; each kind is a part of its own."""
        self.whole = self.amount >= sum(kind.price * kind.pieces for kind in self.kinds)
        """Whether the basket costs no less than its goods."""
        self.room = tuple(self.room_of(number, kind.pieces) for number, kind in enumerate(self.kinds))
        """Minor units that discounts may take from each kind."""

    def taker(self, deal: Deal) -> Taker:
        """One of the deals, made ready for these goods."""
        pieces = [kind.pieces if kind.article else 0 for kind in self.kinds]
        return Taker(deal, self.within, pieces, self.amount, self.unit)

    def within(self, reach: Reach) -> frozenset[int]:
        """The kinds that a reach of one of the deals touches."""
        return self._within[reach]

    def room_of(self, kind: int, count: int) -> int:
        """Minor units that discounts may take from so many pieces of a kind."""
        one = self.kinds[kind]
        return count * max(0, one.price - one.floor) // self.unit * self.unit

    def taken(self, takes: Iterable[Take], room: Sequence[int] | None = None) -> int:
        """Minor units that `takes` take together from parts with so much `room`; without one, from the kinds."""
        room = self.room if room is None else room
        everywhere, whole = len(room), sum(room)
        anywhere = 0
        limited: dict[tuple[int, ...], int] = {}
        capped: list[Take] = []
        for take in takes:
            parts, amount, caps = take
            if caps is not None:
                capped.append(take)
            elif len(parts) == everywhere:
                anywhere += amount
            else:
                limited[parts] = limited.get(parts, 0) + amount
        # What reaches everything fills whatever the others leave, so only the limited ones need a flow.
        sources = [*capped, *(Take(parts, amount) for parts, amount in limited.items())]
        found = (
            _flow(sorted(sources, key=lambda one: (len(one.parts), one.parts, one.caps or (), one.amount)), room)
            if sources
            else 0
        )
        return min(self.cap, found + min(anywhere, whole - found))


def _flow(sources: Sequence[Take], room: Sequence[int]) -> int:
    load: dict[int, int] = {}
    for parts, amount, _ in sources:
        for part in parts:
            load[part] = load.get(part, 0) + amount
    if all(amount <= room[part] for part, amount in load.items()):
        # wherever each one takes, there is enough
        return sum(amount if caps is None else min(amount, sum(caps)) for parts, amount, caps in sources if parts)
    if len(sources) == 1:
        ((parts, amount, caps),) = sources
        free = [room[part] for part in parts]
        return min(amount, sum(free if caps is None else map(min, free, caps)))
    left = list(room)
    sent = [dict.fromkeys(source.parts, 0) for source in sources]
    most = [dict(zip(source.parts, source.caps or (), strict=False)) for source in sources]

    def may(source: int, part: int, amount: int) -> int:
        cap = most[source].get(part)
        return amount if cap is None else min(amount, cap - sent[source][part])

    def push(source: int, amount: int, seen: set[int]) -> int:
        """Send up to `amount` from `source`, moving others' shares to parts with room where needed."""
        seen.add(source)
        for part in sources[source].parts:
            if free := may(source, part, min(amount, left[part])):
                left[part] -= free
                sent[source][part] += free
                return free
        for part in sources[source].parts:
            allowed = may(source, part, amount)
            for other in range(len(sources)) if allowed else ():
                if other in seen or not (theirs := sent[other].get(part, 0)):
                    continue
                if moved := push(other, min(allowed, theirs), seen):
                    sent[other][part] -= moved
                    sent[source][part] += moved
                    return moved
        return 0

    total = 0
    for source, take in enumerate(sources):
        amount = take.amount
        while amount > 0 and (step := push(source, amount, set())):
            amount -= step
            total += step
    return total
