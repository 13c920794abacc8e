"""The best way to deal contested pieces out among some discounts: from the dearest pieces on, what may still take most
first (A*, after Hart, Nilsson and Raphael, 1968)."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from kiosk.domain.coupons.bounds import SCALE
from kiosk.domain.coupons.clique import Steps
from kiosk.domain.coupons.gains import Run
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.party import NEVER, Deals, Party, Ways
from kiosk.domain.coupons.relaxed import At, Relaxed, bits_of
from kiosk.domain.coupons.walks import Walk

_MOST_SPLITS = 64
"""Ways to split the pieces of one kind, at most; where there are more, some are tried."""
_SHARE = 0.4
"""Of all steps of a price, those that one search may take: others want some, too."""


class Rivals(Protocol):
    """What a search asks of those that contend."""

    goods: Goods
    steps: Steps

    def party(self, one: int) -> Party: ...

    def walk(self, one: int, contested: frozenset[int]) -> Walk | None: ...

    def honest(self, members: int, deals: Mapping[int, Sequence[tuple[int, int]]], empty: int) -> bool: ...

    def single(self, one: int, counts: tuple[int, ...], runs: Callable[[], Sequence[Run]]) -> int: ...


Row = list[tuple[int, int]]
"""(Way, pieces): how the pieces of one kind are dealt out."""


class _Choice(NamedTuple):
    """The ways to deal out a kind: who is concerned, of those that walk and of the others with what a piece is to them,
    and each way with what each then has; whether these are all there are."""

    walking: list[int]
    summed: list[tuple[int, int]]
    rows: list[tuple[Row, dict[int, int]]]
    every: bool


class _Node(NamedTuple):
    """A beginning of a dealing. `bound`: none that begins so takes more; `sure`: that without what the pieces ahead
    fetch; `path`: what was dealt out, the last first."""

    bound: int
    place: int
    sure: int
    stand: dict[int, At]
    path: Any  # (row, path before it), None at the beginning


_Open = tuple[int, int, int, _Node]
"""In the order in which they are looked at: what may still take most, the furthest, the first."""


class Search:
    """The best dealing of contested kinds among some discounts. `most`: no dealing takes more; `root`: what was known
    of that before any was looked at, which holds for fewer discounts too."""

    def __init__(
        self,
        table: Rivals,
        members: int,
        contested: Mapping[int, Ways],
    ) -> None:
        self._table, self._bits, self._members = table, members, tuple(bits_of(members))
        kinds = table.goods.kinds
        self._ways = contested
        self._order = sorted(contested, key=lambda kind: (-kinds[kind].price, kind))
        self._counts = {kind: kinds[kind].pieces for kind in self._order}
        meet = frozenset(contested)
        walks = {one: walk for one in self._members if (walk := table.walk(one, meet)) is not None}
        sums = {}
        for one in self._members:
            if one not in walks:
                party = table.party(one)
                sums[one] = party.bounds, {kind: kinds[kind].pieces for kind in party.taker.kinds - meet}
        mine = {kind: [way & members for way in ways] for kind, ways in contested.items()}
        self._relaxed = Relaxed(mine, self._counts, walks, sums)
        table.steps.left -= self._relaxed.cost
        self.most = self.root = self._coins(self._relaxed.bound)
        self._mine = [
            (one, [kind for kind in self._order if kind in table.party(one).taker.kinds]) for one in self._members
        ]

    def _coins(self, bound: int) -> int:
        unit = self._table.goods.unit
        return bound // (SCALE * unit) * unit

    def run(self, start: Deals | None = None, worth_of: Callable[[Deals], int] | None = None) -> Deals:
        """The best dealing found, none where there is none; `most` is what no other beats. `worth_of`: what a dealing
        takes where goods run out, or a discount is of what others left."""
        if not self._order:
            return {}
        steps, reckon = self._table.steps, worth_of or self._sum
        cost = (5 if worth_of else 3) * len(self._members) * (1 + len(self._order) // 30)
        best, found = NEVER, {}

        def look(deals: Deals) -> bool:
            nonlocal best, found
            steps.left -= cost
            worth = reckon(deals)
            if worth == NEVER and (other := self._without_empty(deals)) is not None:
                deals, worth = other, reckon(other)
            if worth > best:
                best, found = worth, {kind: list(rows) for kind, rows in deals.items()}
                return True
            return False

        if start:
            look(start)
        relaxed, last = self._relaxed, len(self._order)
        rest = [0]
        for kind in reversed(self._order):
            rest.append(rest[-1] + relaxed.fetches[kind] * self._counts[kind])
        rest.reverse()
        whole = sum(relaxed.base(one) for one in relaxed.sums)
        begin: dict[int, At] = {}
        for one, walker in relaxed.walkers.items():
            has, begin[one] = walker.begin()
            whole += has + begin[one].best
        choices = [self._choices(kind) for kind in self._order]
        complete = all(choice.every for choice in choices)

        def onward(node: _Node) -> Iterator[_Node]:
            """The same with the pieces of the next kind dealt out."""
            kind, choice = self._order[node.place], choices[node.place]
            ahead, stand = rest[node.place + 1], node.stand
            known = {}
            for one in choice.walking:
                at, walker = stand[one], relaxed.walkers[one]
                for count in range(self._counts[kind] + 1):
                    has, after = walker.step(at, count)
                    known[one, count] = has + after.best - at.best, after
            for row, counts in choice.rows:
                sure = node.sure + sum(known[one, counts.get(one, 0)][0] for one in choice.walking)
                sure += sum(each * counts[one] for one, each in choice.summed if one in counts)
                bound = self._coins(sure + ahead)
                if bound > best:
                    there = {**stand, **{one: known[one, counts.get(one, 0)][1] for one in choice.walking}}
                    yield _Node(bound, node.place + 1, sure, there, (row, node.path))

        def finish(node: _Node) -> None:
            rows, path = [], node.path
            while path is not None:
                rows.append(path[0])
                path = path[1]
            look(dict(zip(self._order, reversed(rows), strict=True)))

        first: _Node | None = _Node(self.most, 0, whole, begin, None)
        heap: list[_Open] = [(-self.most, 0, 0, _Node(self.most, 0, whole, begin, None))]
        while first is not None and first.place < last:  # straight to a dealing that is good in most cases
            steps.left -= 1
            first = max(onward(first), key=lambda one: one.sure, default=None)
        if first is not None:
            finish(first)
        number, enough = 0, max(0, steps.left - int(steps.most * _SHARE))
        while heap and best < self.most and steps.left >= enough:
            self.most = max(best, min(self.most, -heap[0][0]))  # no other lies higher
            if self.most <= best:
                break
            node = heapq.heappop(heap)[-1]
            steps.left -= 1
            if node.place == last:
                finish(node)
                continue
            for further in onward(node):
                number += 1
                heapq.heappush(heap, (-further.bound, -further.place, number, further))
        if found and complete and (not heap or -heap[0][0] <= best):
            self.most = best
        elif found and best < self.most:
            self._climb(look, lambda: found)
        return found

    def _choices(self, kind: int) -> _Choice:
        """How the pieces of a kind may be dealt out."""
        relaxed = self._relaxed
        rows, every = _splits(self._ways[kind], self._counts[kind])
        some = [one for one in self._members if any(way >> one & 1 for row in rows for way, _ in row)]
        return _Choice(
            [one for one in some if one in relaxed.walkers],
            [(one, relaxed.sums[one].piece(kind)) for one in some if one in relaxed.sums],
            _by_what_each_has(rows, some),
            every,
        )

    def _climb(self, look: Callable[[Deals], bool], found: Callable[[], Deals]) -> None:
        """Move pieces from one way to another as long as that takes more off."""
        steps = self._table.steps
        better = True
        while better and steps.left > 0:
            better = False
            for kind in self._order:
                for way, count in list(found()[kind]):
                    for other in self._ways[kind]:
                        for moved in dict.fromkeys((count, 1)):
                            if other == way:
                                continue
                            steps.left -= 1
                            there = dict(found()[kind])
                            if there.get(way, 0) < moved:
                                continue
                            there[way] -= moved
                            there[other] = there.get(other, 0) + moved
                            deal = {**found(), kind: [row for row in sorted(there.items()) if row[1]]}
                            better |= look(deal)
                            if steps.left <= 0:
                                return

    def _without_empty(self, deals: Deals) -> Deals | None:
        """The same, where pieces of discounts that take nothing go to others; None when nobody takes nothing."""
        offs = self._offs(deals)
        empty = sum(1 << one for one, off in offs.items() if not off)
        if not empty:
            return None
        found = Deals()
        for kind, rows in deals.items():
            had: dict[int, int] = {}
            for way, count in rows:
                if way & empty:
                    way = max(self._ways[kind], key=lambda other: self._wants(kind, other, way & ~empty, empty))
                had[way] = had.get(way, 0) + count
            found[kind] = sorted(had.items())
        return found

    def _wants(self, kind: int, way: int, kept: int, empty: int) -> tuple[bool, int]:
        """How well a way suits pieces that `kept` have already."""
        prices = self._relaxed.prices
        fetches = sum(prices[one].get(kind, 0) for one in bits_of(way & ~empty) if one in prices)
        return way & kept == kept, fetches

    def _offs(self, deals: Deals) -> dict[int, int]:
        """What each of the discounts takes by itself."""
        table = self._table
        found = {}
        for one, kinds in self._mine:
            counts = tuple(sum(count for way, count in deals[kind] if way >> one & 1) for kind in kinds)

            def runs(one: int = one, had: Mapping[int, int] = dict(zip(kinds, counts, strict=True))) -> Sequence[Run]:
                mine = table.party(one).taker.kinds
                return [
                    run._replace(pieces=had.get(run.kind, run.pieces))
                    for run in table.goods.runs
                    if run.kind in mine and had.get(run.kind, run.pieces)
                ]

            found[one] = table.single(one, (*kinds, -1, *counts), runs)
        return found

    def _sum(self, deals: Deals) -> int:
        """What the discounts take when nothing runs out."""
        offs = self._offs(deals)
        empty = sum(1 << one for one, off in offs.items() if not off)
        return sum(offs.values()) if self._table.honest(self._bits, deals, empty) else NEVER


def _splits(ways: Ways, count: int) -> tuple[list[list[tuple[int, int]]], bool]:
    """Ways to split so many pieces between ways to bear discounts, each as (way, pieces); whether these are all."""
    rows = list(_all_splits(ways, count, _MOST_SPLITS + 1))
    if len(rows) <= _MOST_SPLITS:
        return rows, True
    some: Iterable[list[tuple[int, int]]] = ([(way, count)] for way in ways)
    pairs = ([(one, count - 1), (other, 1)] for one in ways for other in ways if one != other and count > 1)
    return [*some, *pairs][:_MOST_SPLITS], False


def _all_splits(ways: Ways, count: int, most: int) -> Iterator[list[tuple[int, int]]]:
    if len(ways) == 1 or not count:
        yield [(ways[0], count)] if count else []
        return
    for some in range(count, -1, -1):
        for row in _all_splits(ways[1:], count - some, most):
            yield [(ways[0], some), *row] if some else row
            most -= 1
            if most <= 0:
                return


def _by_what_each_has(
    rows: Sequence[list[tuple[int, int]]], some: Sequence[int]
) -> list[tuple[list[tuple[int, int]], dict[int, int]]]:
    """The splits, each with how many pieces each discount then has; of those that come to the same the first."""
    found: dict[tuple[int, ...], tuple[list[tuple[int, int]], dict[int, int]]] = {}
    for row in rows:
        counts = [sum(count for way, count in row if way >> one & 1) for one in some]
        has = {one: count for one, count in zip(some, counts, strict=True) if count}
        found.setdefault(tuple(counts), (row, has))
    return list(found.values())
