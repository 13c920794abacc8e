"""Beginnings of a dealing: the pieces of the first kinds are dealt out. Of beginnings that go on alike only the best is
followed (Bellman, "Dynamic Programming", 1957).

Two go on alike when every discount then takes as much more of any pieces that are still to come, and when who takes
nothing in the end keeps no piece from others in both or in neither. For discounts with an exact walk their stand says
the first; for a percentage of the goods what it has beyond whole coins, for others what they had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kiosk.domain.coupons.bounds import SCALE
from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.faithful import plain_goods
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.party import Party, Ways
from kiosk.domain.coupons.relaxed import At, Relaxed

Row = list[tuple[int, int]]
"""(Way, pieces): how the pieces of one kind are dealt out."""


class Beginning(NamedTuple):
    """A beginning of a dealing. `bound`: none that begins so takes more, minor units; `sure`: that in parts of them,
    without what the pieces ahead fetch; `stand`: where each walk stands, `had`: what matters of what the others had;
    `pairs`: who might keep pieces from others; `path`: what was dealt out, the last first."""

    bound: int
    place: int
    sure: int
    stand: tuple[At, ...]
    had: tuple[int, ...]
    pairs: int
    path: Any  # (row, path before it), None at the beginning


class Had:
    """What matters of the pieces that a discount without an exact walk had, as one number."""

    def __init__(self, deal: Deal, party: Party, goods: Goods, own: Mapping[int, int]) -> None:
        kinds = party.taker.kinds
        self._goods, self._by_cost = (
            goods,
            not (deal.by_piece or deal.of_rest or deal.unit_off) and plain_goods(goods, kinds),
        )
        bounded = deal.off or deal.spend or deal.least or deal.most is not None or deal.most_percent is not None
        self._rate = deal.rate_bp if self._by_cost and not (bounded or deal.from_pieces) else 0
        self._coin = SCALE * goods.unit
        self.rounds = self._rate > 0
        self._counts = 1 << 40 if deal.from_pieces else 0
        self.first = 0
        if self._by_cost:
            for kind, count in own.items():
                self.first = self.add(self.first, kind, count)

    def add(self, had: int, kind: int, count: int) -> int:
        """The same with so many pieces of the next kind."""
        one = self._goods.kinds[kind]
        if not self._by_cost:
            return had * (one.pieces + 1) + count
        if not self._rate:
            return had + count * (one.price + (self._counts if one.article else 0))
        had += count * one.price * self._rate
        return had if had < self._coin else self._coin + had % self._coin

    def open(self, had: int) -> bool:
        """Whether it may still take nothing in the end."""
        return not self._rate or had < self._coin


class _Row(NamedTuple):
    row: Row
    walks: tuple[tuple[int, int], ...]  # (place in the stand, pieces)
    worth: int
    had: tuple[tuple[int, int], ...]  # (place in what was had, pieces)
    pairs: int


class Beginnings:
    """All that can be dealt out. `order`: the kinds in which it is; `ways`: who may bear a piece of a kind; `rows`: how
    the pieces of each can be dealt out."""

    def __init__(
        self,
        relaxed: Relaxed,
        party: Callable[[int], Party],
        goods: Goods,
        members: Sequence[int],
        order: Sequence[int],
        ways: Mapping[int, Ways],
        rows: Mapping[int, Sequence[Row]],
    ) -> None:
        self._relaxed, self._order, self._unit = relaxed, order, goods.unit
        self._walking = [one for one in members if one in relaxed.walkers]
        inexact = [one for one in members if one not in relaxed.walkers or not relaxed.walkers[one].walk.exact]
        self._coin = SCALE * goods.unit
        self._rounding = [at for at, one in enumerate(self._walking) if relaxed.walkers[one].rounds]
        self._had = []
        for one in inexact:
            own = {kind: goods.kinds[kind].pieces for kind in party(one).taker.kinds if kind not in ways}
            self._had.append(Had(party(one).deal, party(one), goods, own))
        self.ahead = [0]
        for kind in reversed(order):
            self.ahead.append(self.ahead[-1] + relaxed.fetches[kind] * goods.kinds[kind].pieces)
        self.ahead.reverse()
        stands = {one: at for at, one in enumerate(self._walking)}
        places = {one: at for at, one in enumerate(inexact)}
        pairs: dict[tuple[tuple[int, ...], int], int] = {}
        everybody = sum(1 << one for one in members)
        self._rows: list[list[_Row]] = []
        for kind in order:
            mine = tuple(way & everybody for way in ways[kind])
            some = [one for one in members if any(way >> one & 1 for way in mine)]
            made = []
            known = set()
            for row in rows[kind]:
                counts = {one: sum(count for way, count in row if way >> one & 1) for one in some}
                if (name := tuple(counts.values())) in known:
                    continue  # it comes to the same as one before
                known.add(name)
                named = 0
                for way, _ in row:
                    if len(mine) > 1:
                        named |= 1 << pairs.setdefault((mine, way & everybody), len(pairs))
                made.append(
                    _Row(
                        row,
                        tuple((stands[one], counts[one]) for one in some if one in stands),
                        sum(relaxed.sums[one].piece(kind) * counts[one] for one in some if one in relaxed.sums),
                        tuple((places[one], counts[one]) for one in some if one in places),
                        named,
                    )
                )
            self._rows.append(made)
        of = {one: sum(1 << at for (_, way), at in pairs.items() if way >> one & 1) for one in members}
        self._pairs = [of[one] for one in self._walking]
        self._pairs_had = [of[one] for one in inexact]

    def coins(self, bound: int) -> int:
        """Minor units."""
        return bound // (SCALE * self._unit) * self._unit

    def first(self, most: int) -> Beginning:
        """Nothing is dealt out. `most`: no dealing takes more."""
        relaxed = self._relaxed
        sure = sum(relaxed.base(one) for one in relaxed.sums)
        stand = []
        for one in self._walking:
            has, at = relaxed.walkers[one].begin()
            sure += has
            stand.append(at)
        return Beginning(most, 0, sure, tuple(stand), tuple(had.first for had in self._had), 0, None)

    def onward(self, node: Beginning, best: int) -> Iterator[Beginning]:
        """The same with the pieces of the next kind dealt out, where that may take more than `best`."""
        place = node.place
        kind, ahead = self._order[place], self.ahead[place + 1]
        walkers = self._relaxed.walkers
        for row, walks, worth, had, pairs in self._rows[place]:
            sure = node.sure + worth
            moved = []
            for at, count in walks:
                was = node.stand[at]
                step = was.after.get(count) or walkers[self._walking[at]].step(was, count)
                sure += step[0]
                moved.append((at, step[1]))
            bound = self.coins(sure + ahead)
            if bound <= best:
                continue
            stand = list(node.stand)
            for at, after in moved:
                stand[at] = after
            has = node.had
            if had:
                more = list(has)
                for at, count in had:
                    more[at] = self._had[at].add(more[at], kind, count)
                has = tuple(more)
            yield Beginning(bound, place + 1, sure, tuple(stand), has, node.pairs | pairs, (row, node.path))

    def alike(self, node: Beginning) -> tuple[object, list[int]]:
        """What two beginnings have in common that go on alike but for what discounts have beyond whole coins, and what
        these have."""
        unsure = 0
        if node.pairs:
            for stands, pairs in zip(node.stand, self._pairs, strict=True):
                if stands.open:
                    unsure |= pairs
            for had, what, pairs in zip(self._had, node.had, self._pairs_had, strict=True):
                if had.open(what):
                    unsure |= pairs
        beyond = [node.stand[at].beyond for at in self._rounding]
        stand: list[object] = [*node.stand]
        for at in self._rounding:
            stand[at] = node.stand[at].rough
        for one, what in zip(self._had, node.had, strict=True):
            beyond.append(what % self._coin if one.rounds else 0)
            stand.append(-1 if one.rounds and not one.open(what) else what)
        return (node.place, node.pairs & unsure, *stand), beyond

    def better(self, sure: int, beyond: Sequence[int], other: int, theirs: Sequence[int]) -> bool:
        """Whether of two beginnings that are alike but for what they have beyond whole coins the one is no worse,
        whatever comes: what it has more outweighs what cutting down to whole coins may take from it."""
        left = sure - other
        if left < 0:
            return False
        if beyond != theirs:
            coin = self._coin
            for mine, their in zip(beyond, theirs, strict=True):
                left -= (mine - their) % coin
        return left >= 0
