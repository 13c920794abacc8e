"""What one discount takes off the pieces it has (docs/coupons.md, "What does it take off?").

Pieces stand in runs: so many that cost the same. Money is in minor units; whatever is taken is a multiple of `unit`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kiosk.domain.coupons.deal import Deal, Picked, Reach
from kiosk.domain.coupons.sets import most_sets

_BASIS_POINTS = 10_000


class Run(NamedTuple):
    """Alike pieces of `kind` that cost `price` each; `article` False: an amount without articles, counted once.
    `part`: where they lie when discounts share goods."""

    price: int
    pieces: int
    article: bool
    kind: int
    part: int
    floor: int = 0

    def least(self, each: int) -> int:
        """Minor units, when `each` of its pieces gives so much, or what it has above its floor."""
        return self.pieces * min(each, max(0, self.price - self.floor))

    def room(self, pieces: int) -> int:
        """Minor units that may be taken from so many of them."""
        return min(pieces, self.pieces) * max(0, self.price - self.floor)


class Take(NamedTuple):
    """Minor units that a discount takes from some parts, whichever; from each at most so much, where `caps` says."""

    parts: tuple[int, ...]
    amount: int
    caps: tuple[int, ...] | None = None


class Gain(NamedTuple):
    """What a discount takes; and how many pieces it covers (of bundles and sets, how many of these), or
    units that are paid for."""

    takes: tuple[Take, ...] = ()
    pieces: int = 0

    @property
    def off(self) -> int:
        """Minor units in all."""
        return sum(take.amount for take in self.takes)


NOTHING = Gain()


class Covered(NamedTuple):
    """Pieces of one price that a discount covers: `pieces` of those of `runs`, whichever; or, where `just` says, so
    many of the only run."""

    price: int
    pieces: int
    runs: Sequence[Run]
    just: int | None = None

    @property
    def room(self) -> int:
        """Minor units that may be taken from them."""
        return self.least(self.price)

    def least(self, each: int) -> int:
        """Minor units, when `each` piece gives so much, or what it has above its floor: the lowest floors first."""
        found, left = 0, self.pieces
        for run in sorted(self.runs, key=lambda run: run.floor):
            found += min(left, run.pieces) * min(each, max(0, run.price - run.floor))
            left -= min(left, run.pieces)
        return found

    def of(self, run: Run) -> int:
        """How many of a run may be meant."""
        return min(run.pieces, self.pieces) if self.just is None else self.just

    @property
    def all(self) -> bool:
        """Whether every piece of that price is covered."""
        return self.pieces == sum(run.pieces for run in self.runs)


def rounded(amount: int, rate_bp: int, unit: int) -> int:
    """So many basis points of an amount, rounded half up to a multiple of `unit`; never more than all of it."""
    rate = min(max(rate_bp, 0), _BASIS_POINTS)
    return (2 * amount * rate + _BASIS_POINTS * unit) // (2 * _BASIS_POINTS * unit) * unit


class Taker:
    """A deal made ready for a basket. `kinds_in`: which kinds of pieces a reach touches; `pieces`: of articles of each
    kind in the basket; `amount`: of the basket."""

    __slots__ = ("_amount", "_deal", "_main", "_never", "_others", "_parts", "_unit", "kinds")

    def __init__(
        self, deal: Deal, kinds_in: Callable[[Reach], frozenset[int]], pieces: Sequence[int], amount: int, unit: int
    ) -> None:
        self._deal, self._amount, self._unit = deal, amount, unit
        self._parts = [(kinds_in(part.reach), part.pieces) for part in deal.parts]
        self._others = kinds_in(deal.for_each.reach) if deal.for_each else frozenset()
        self._main = frozenset().union(*(kinds for kinds, _ in self._parts)) if deal.parts else kinds_in(deal.reach)
        too_many = deal.to_pieces is not None and sum(pieces[kind] for kind in self._main) > deal.to_pieces
        self._never = too_many or deal.empty
        self.kinds = self._main | self._others
        """What takes part, and so may bear no discount that excludes this one."""

    @property
    def main(self) -> frozenset[int]:
        """What it may take something off."""
        return self._main

    def gain(self, runs: Sequence[Run]) -> Gain:
        """What it takes off these pieces, the dearest first in `runs`."""
        deal = self._deal
        mine = [run for run in runs if run.kind in self._main]
        cost = min(self._amount, sum(run.price * run.pieces for run in mine))
        if self._never or cost <= 0 or cost < deal.least or cost < deal.spend:
            return NOTHING
        if deal.from_pieces and sum(run.pieces for run in mine if run.article) < deal.from_pieces:
            return NOTHING
        bound = cost if deal.most is None else min(cost, deal.most)
        if deal.most_percent is not None:
            bound = min(bound, cost * min(deal.most_percent, _BASIS_POINTS) // _BASIS_POINTS)
        if not deal.by_piece:
            return self._amounts(mine, cost, bound)
        target = 0 if deal.parts else deal.price or 0
        pieces = [run for run in mine if run.article and run.price > max(target, run.floor)]
        if deal.parts or deal.bundle:
            sets, used, off = self._sets(pieces)
            off = min(off, bound) // self._unit * self._unit
            return Gain((self._from(used, off),), sets) if off > 0 else NOTHING
        return self._bounded(self._by_piece(runs, pieces), bound)

    def _amounts(self, mine: Sequence[Run], cost: int, bound: int) -> Gain:
        deal = self._deal
        parts = [run.part for run in mine]
        if deal.unit_off:
            units = min(deal.units, bound // deal.unit_off)
            return self._one(parts, units * deal.unit_off, units)
        of_each = deal.rate_bp and not (deal.off or deal.each or deal.of_rest)
        if of_each and any(self._at_floor(run) for run in mine):
            return self._bounded(self._above_floors(mine, cost), bound)
        off = deal.off + rounded(cost, deal.rate_bp, self._unit)
        if deal.each and deal.spend:
            off *= cost // deal.spend
        return self._one(parts, min(off, bound), 0)

    def _at_floor(self, run: Run) -> bool:
        """Whether a percentage would go below the floor."""
        return bool(run.floor) and run.price * self._deal.rate_bp > (run.price - run.floor) * _BASIS_POINTS

    def _above_floors(self, mine: Sequence[Run], cost: int) -> Gain:
        """A percentage of each of the goods, which takes so much less where a floor ends it: what one may not give,
        others do not give in its place."""
        takes, loose = [], []
        for run in mine:
            if self._at_floor(run):
                cost -= run.price * run.pieces
                takes.append(Take((run.part,), run.room(run.pieces) // self._unit * self._unit))
            else:
                loose.append(run)
        cost = min(cost, sum(run.price * run.pieces for run in loose))
        off = rounded(max(0, cost), self._deal.rate_bp, self._unit)
        takes.append(Take(tuple(dict.fromkeys(run.part for run in loose)), off))
        return Gain(tuple(take for take in takes if take.amount > 0))

    def _one(self, parts: Sequence[int], off: int, pieces: int) -> Gain:
        off = off // self._unit * self._unit
        return Gain((Take(tuple(dict.fromkeys(parts)), off),), pieces) if off > 0 else NOTHING

    def _from(self, used: Sequence[tuple[Run, int]], amount: int) -> Take:
        """From these runs, of each from so many pieces."""
        room: dict[int, int] = {}
        for run, pieces in used:
            room[run.part] = room.get(run.part, 0) + run.room(pieces)
        if all(pieces == run.pieces for run, pieces in used):
            return Take(tuple(room), amount)
        return Take(tuple(room), amount, tuple(free // self._unit * self._unit for free in room.values()))

    def _by_piece(self, runs: Sequence[Run], pieces: Sequence[Run]) -> Gain:
        deal = self._deal
        covered = list(self._covered(runs, pieces))
        count = sum(one.pieces for one in covered)
        if deal.off:
            cost = sum(one.price * one.pieces for one in covered)
            off = deal.off
            if deal.for_each:
                off *= -(-count // max(1, deal.gets))
            off = min(off, cost) // self._unit * self._unit
            used = [(run, one.of(run)) for one in covered for run in one.runs]
            return Gain((self._from(used, off),), count) if off > 0 else NOTHING
        takes: list[Take] = []
        if deal.rate_bp:
            cost = taken = 0
            for one in covered:
                cost += one.price * one.pieces
                upto = min(rounded(cost, deal.rate_bp, self._unit), cost // self._unit * self._unit)
                takes.append(self._level(one, min(upto - taken, one.room)))
                taken = upto
            return Gain(tuple(take for take in takes if take.amount > 0), count)
        for one in covered:
            each = one.price  # free
            if deal.off_piece:
                each = min(one.price, deal.off_piece)
            elif deal.price is not None:
                each = one.price - deal.price
            elif not deal.free:
                each = 0
            if one.all:
                takes += [self._level(Covered(one.price, run.pieces, (run,)), run.least(each)) for run in one.runs]
            else:
                takes.append(self._level(one, one.least(each)))
        return Gain(tuple(take for take in takes if take.amount > 0), count)

    def _level(self, one: Covered, amount: int) -> Take:
        amount = amount // self._unit * self._unit
        if one.just is not None:
            return self._from([(run, one.just) for run in one.runs], amount)
        return Take(tuple(dict.fromkeys(run.part for run in one.runs)), amount)

    def _covered(self, runs: Sequence[Run], pieces: Sequence[Run]) -> Iterator[Covered]:
        deal = self._deal
        count = sum(run.pieces for run in pieces)
        if deal.for_each:
            return self._earned(runs, pieces, count)
        if deal.free:
            return _so_many(pieces[::-1], _least(count // (deal.buy + deal.free) * deal.free, deal.pieces))
        if deal.pick is None:
            return _so_many(pieces, _least(count, deal.pieces))
        which, number = deal.pick
        if which is Picked.CHEAPEST:
            return _so_many(pieces[::-1], _least(number, deal.pieces))
        if which is Picked.DEAREST:
            return _so_many(pieces, _least(number, deal.pieces))
        most = _least(1 if which is Picked.NTH else count, deal.pieces)
        return _every(pieces, number, most)

    def _earned(self, runs: Sequence[Run], pieces: Sequence[Run], count: int) -> Iterator[Covered]:
        """The cheapest, so many as the others in the basket earn; what is earned with is not also what is got."""
        deal = self._deal
        assert deal.for_each is not None
        others = self._others
        cheapest = sorted(pieces, key=lambda run: (run.price, run.kind in others, run.part))
        there = sum(run.pieces for run in runs if run.article and run.kind in others)
        low, high = 0, _least(count, deal.pieces)
        while low < high:
            middle = (low + high + 1) // 2
            left, both = middle, 0
            for run in cheapest:
                if left <= 0:
                    break
                both += min(left, run.pieces) if run.kind in others else 0
                left -= run.pieces
            if deal.for_each.pieces * -(-middle // max(1, deal.gets)) <= there - both:
                low = middle
            else:
                high = middle - 1
        return _in_order(cheapest, low)

    def _sets(self, pieces: Sequence[Run]) -> tuple[int, Sequence[tuple[Run, int]], int]:
        """How many sets or bundles, the runs they are of with how many of each, and what they take off."""
        deal = self._deal
        if deal.bundle:
            size, price = deal.bundle
            parts = [(self._main, size)]
            return most_sets(pieces, parts, deal.pieces, lambda cost, sets: cost - price * sets)
        if deal.price is not None:
            price = deal.price
            return most_sets(pieces, self._parts, deal.pieces, lambda cost, sets: cost - price * sets)
        rate, off, unit = deal.rate_bp, deal.off, self._unit
        return most_sets(
            pieces, self._parts, deal.pieces, lambda cost, sets: min(cost, off * sets + rounded(cost, rate, unit))
        )

    def _bounded(self, gain: Gain, bound: int) -> Gain:
        left = bound // self._unit * self._unit
        if gain.off <= left:
            return gain
        takes = []
        for take in gain.takes:
            takes.append(take._replace(amount=min(left, take.amount)))
            left -= takes[-1].amount
        return Gain(tuple(take for take in takes if take.amount > 0), gain.pieces)


def _least(count: int, most: int | None) -> int:
    return count if most is None else min(count, most)


def _so_many(runs: Sequence[Run], count: int) -> Iterator[Covered]:
    """The first `count` pieces. Of pieces of equal price any may be meant."""
    for price, group in groupby(runs, key=lambda run: run.price):
        if count <= 0:
            return
        level = sorted(group, key=lambda run: run.part)
        there = sum(run.pieces for run in level)
        yield Covered(price, min(count, there), level)
        count -= there


def _in_order(runs: Sequence[Run], count: int) -> Iterator[Covered]:
    """The first `count` pieces, just these."""
    for run in runs:
        if count <= 0:
            return
        taken = min(count, run.pieces)
        yield Covered(run.price, taken, (run,), taken)
        count -= taken


def _every(runs: Sequence[Run], number: int, most: int) -> Iterator[Covered]:
    """Each `number`th piece, `most` of them."""
    before = 0
    for price, group in groupby(runs, key=lambda run: run.price):
        level = sorted(group, key=lambda run: run.part)
        after = before + sum(run.pieces for run in level)
        hit = min(most, after // number - before // number)
        if hit > 0:
            yield Covered(price, hit, level)
        most -= hit
        before = after
