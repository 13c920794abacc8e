"""The best way to deal contested pieces out among some discounts: group by group, from the dearest pieces on, what may
still take most first (A*, after Hart, Nilsson and Raphael, 1968)."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from kiosk.domain.coupons.beginnings import Beginning, Beginnings
from kiosk.domain.coupons.bounds import SCALE
from kiosk.domain.coupons.clique import Steps
from kiosk.domain.coupons.gains import Run
from kiosk.domain.coupons.goods import Goods, Kind
from kiosk.domain.coupons.party import NEVER, Deals, Party, Ways
from kiosk.domain.coupons.relaxed import Relaxed, bits_of
from kiosk.domain.coupons.walks import Walk

_MOST_SPLITS = 64
"""Ways to split the pieces of one kind, at most; where there are more, some are tried."""
_MOST_ALIKE = 12
"""Beginnings that are alike but for coins beyond whole ones, at most, with which another is compared."""
_SHARE = 0.4
"""Of all steps of a price, those that one search may take: others want some, too."""


class Rivals(Protocol):
    """What a search asks of those that contend."""

    goods: Goods
    steps: Steps

    def party(self, one: int) -> Party: ...

    def learn(self, members: Iterable[int], relaxed: Relaxed) -> None: ...

    def price(self, one: int, kind: int) -> int: ...

    def known(self, one: int) -> bool: ...

    def walk(self, one: int, order: Sequence[int]) -> Walk | None: ...

    def honest(self, members: int, deals: Mapping[int, Sequence[tuple[int, int]]], empty: int) -> bool: ...

    def single(self, one: int, counts: tuple[int, ...], runs: Callable[[], Sequence[Run]]) -> int: ...


_Open = tuple[int, int, int, Beginning]
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
        self._order = _in_groups(contested, kinds, [table.party(one) for one in self._members])
        self._counts = {kind: kinds[kind].pieces for kind in self._order}
        meet = frozenset(contested)
        walks = {one: walk for one in self._members if (walk := table.walk(one, self._order)) is not None}
        sums = {}
        for one in self._members:
            if one not in walks:
                party = table.party(one)
                sums[one] = party.bounds, {kind: kinds[kind].pieces for kind in party.taker.kinds - meet}
        mine = {kind: [way & members for way in ways] for kind, ways in contested.items()}
        self._relaxed = Relaxed(
            mine,
            self._counts,
            walks,
            sums,
            table.goods.unit,
            table.price,
            near=all(table.known(one) for one in walks),
        )
        table.steps.left -= self._relaxed.cost
        self.most = self.root = self._coins(self._relaxed.bound)
        self._dealt: Deals | None = None
        self._enough = self.root + 1
        self._mine = [
            (one, [kind for kind in self._order if kind in table.party(one).taker.kinds]) for one in self._members
        ]

    def narrow(self, enough: int = -1) -> int:
        """Narrow the bound, as far as it is more than `enough` minor units; what it then is."""
        relaxed = self._relaxed
        if self.root > enough and self._enough > enough:
            before = relaxed.cost
            if self._table.steps.left >= 0:
                relaxed.descend((enough + self._table.goods.unit) * SCALE - 1 if enough >= 0 else -1)
            self._table.steps.left -= relaxed.cost - before
            self._enough, self.root = enough, min(self.root, self._coins(relaxed.bound))
            self.most = min(self.most, self.root)
            self._table.learn(self._members, relaxed)
        return self.root

    def _coins(self, bound: int) -> int:
        unit = self._table.goods.unit
        return bound // (SCALE * unit) * unit

    def run(self, start: Deals | None = None, worth_of: Callable[[Deals], int] | None = None) -> Deals:
        """The best dealing found, none where there is none; `most` is what no other beats. `worth_of`: what a dealing
        takes where goods run out, or a discount is of what others left."""
        if not self._order:
            return {}
        if worth_of is None and start is None:
            if self._dealt is None:
                self._dealt = self._run(None, None)
            return self._dealt
        return self._run(start, worth_of)

    def _run(self, start: Deals | None, worth_of: Callable[[Deals], int] | None) -> Deals:
        self.narrow()
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
        rows, complete = {}, True
        for kind in self._order:
            rows[kind], every = _splits(self._ways[kind], self._counts[kind])
            complete &= every
        table, last = self._table, len(self._order)
        beginnings = Beginnings(self._relaxed, table.party, table.goods, self._members, self._order, self._ways, rows)
        followed: dict[object, list[tuple[int, list[int], int]]] = {}
        number, passed = 0, set[int]()

        def onward(node: Beginning) -> Iterator[Beginning]:
            for further in beginnings.onward(node, best):
                if worth_of is None:
                    name, beyond = beginnings.alike(further)
                    alike = followed.setdefault(name, [])
                    if any(beginnings.better(sure, has, further.sure, beyond) for sure, has, _ in alike):
                        continue
                    for at, (sure, has, other) in reversed(list(enumerate(alike))):
                        if beginnings.better(further.sure, beyond, sure, has):
                            passed.add(other)
                            del alike[at]
                    if len(alike) < _MOST_ALIKE:
                        alike.append((further.sure, beyond, number + 1))
                yield further

        def finish(node: Beginning) -> None:
            dealt, path = [], node.path
            while path is not None:
                dealt.append(path[0])
                path = path[1]
            look(dict(zip(self._order, reversed(dealt), strict=True)))

        begin = beginnings.first(self.most)
        first: Beginning | None = begin
        while first is not None and first.place < last:  # straight to a dealing that is good in most cases
            steps.left -= 1
            first = max(beginnings.onward(first, best), key=lambda one: one.sure, default=None)
        if first is not None:
            finish(first)
        heap: list[_Open] = [(-self.most, 0, 0, begin)]
        enough = max(0, steps.left - int(steps.most * _SHARE))
        while heap and best < self.most and steps.left >= enough:
            self.most = max(best, min(self.most, -heap[0][0]))  # no other lies higher
            if self.most <= best:
                break
            *_, at, node = heapq.heappop(heap)
            if at in passed:
                continue  # a better one came later
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
        mine = [one for one in bits_of(way & ~empty) if one in self._members]
        fetches = sum(self._relaxed.price(one, kind) or 0 for one in mine)
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


def _in_groups(contested: Iterable[int], kinds: Sequence[Kind], parties: Iterable[Party]) -> list[int]:
    """The order in which kinds are dealt out: the dearest first, but all of a group before the next one, the largest
    group first. No discount that counts pieces reaches from one group into another, so what was dealt out in a group is
    done with at its end: beginnings that differ there only are alike, and groups add up instead of multiplying."""
    groups: list[frozenset[int]] = [frozenset({kind}) for kind in contested]
    for party in parties:
        if party.deal.by_piece:
            apart = [group for group in groups if group.isdisjoint(party.taker.kinds)]
            if len(apart) < len(groups):
                groups = [*apart, frozenset[int]().union(*(group for group in groups if group not in apart))]

    def place(kind: int) -> tuple[int, int]:
        return -kinds[kind].price, kind

    ranked = sorted(groups, key=lambda group: (-len(group), min(map(place, group))))
    return [kind for group in ranked for kind in sorted(group, key=place)]


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
