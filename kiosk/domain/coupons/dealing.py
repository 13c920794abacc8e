"""Which pieces bear which discounts, where some discounts may not share a piece: so that the customer pays least.

Every piece bears as many of the discounts that reach it as go together; nothing is left off it at whim. Each discount
is measured on the pieces it has. With thousands of ways to deal pieces out, bounds cut most of them off (branch and
bound): what a discount takes is never more than its best piece by piece, nor than the most it can take at all, nor than
any mixture of the two (Lagrange); `Dealt.most` is what is left of such a bound when a search had to end early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.domain.coupons.bounds import SCALE, Bounds
from kiosk.domain.coupons.clique import Steps
from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.gains import NOTHING, Gain, Run, Take, Taker
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.spread import Spread

MOST_STEPS = 10_000
"""Steps of all searches of one price together: some tenths of a second at most."""
NEVER = -1
"""What no dealing takes: this one is none."""
_MOST_WAYS = 32
"""Ways in which a piece may bear discounts, at most; of more, the first are tried."""
_SHARES_OF_CAP = 16

Ways = tuple[int, ...]
"""Sets of discounts, as bits, that a piece may bear."""


@dataclass(slots=True)
class Party:
    """A discount that takes part. `gain`: what it takes when every piece it reaches bears it; `order`: its place among
    those that are reckoned one after the other; `reckon`: makes its bounds."""

    deal: Deal
    taker: Taker
    gain: Gain
    reckon: Callable[[], Bounds]
    order: tuple[int, int]
    made: Bounds | None = None

    @property
    def bounds(self) -> Bounds:
        """What it takes at most. They are made when they are asked for: most discounts have no rival."""
        if self.made is None:
            self.made = self.reckon()
        return self.made


class Dealt(NamedTuple):
    """`off`: minor units that the discounts take together; `most`: no dealing takes more. `gains`: what each takes,
    from `parts`: (kind, pieces) each."""

    off: int
    most: int
    gains: tuple[Gain, ...]
    parts: tuple[tuple[int, int], ...]


_NONE = Dealt(NEVER, NEVER, (), ())

Deals = dict[int, list[tuple[int, int]]]
"""Kind → (way, pieces): how contested pieces are dealt out."""


class Table:
    """The goods and all discounts that may be dealt to them. `apart[i]`: those that may share no piece with i, as
    bits."""

    def __init__(self, goods: Goods, parties: Sequence[Party], apart: Sequence[int], steps: Steps) -> None:
        self.goods, self._parties = goods, parties
        kinds = [party.taker.kinds for party in parties]
        self.apart = [
            sum(1 << other for other in bits_of(bits) if not kinds[other].isdisjoint(kinds[index]))
            for index, bits in enumerate(apart)
        ]
        """The same, of those that meet on some goods."""
        self._mixed = sum(1 << at for at, one in enumerate(parties) if self.apart[at] or one.deal.of_rest)
        self._holders = [
            sum(1 << index for index, one in enumerate(kinds) if kind in one) for kind in range(len(goods.kinds))
        ]
        self._ways: dict[int, Ways] = {}
        self._found: dict[int, Dealt] = {}
        self._bounds: dict[int, int] = {}
        self._memo: dict[tuple[int, tuple[int, ...]], int] = {}
        self.steps = steps

    def plain(self, members: int) -> bool:
        """Whether nothing is to be dealt out: no two of them meet that may not share, and none looks at what is
        left."""
        mixed = members & self._mixed
        return not mixed or not any(
            self.apart[one] & members or self._parties[one].deal.of_rest for one in bits_of(mixed)
        )

    def dealt(self, members: int) -> Dealt:
        """The best dealing among these discounts."""
        found = self._found.get(members)
        if found is not None:
            return found
        if self.steps.left < 0 and not self.plain(members):
            return _NONE._replace(gains=(NOTHING,) * len(bits_of(members)))  # no time for it
        found = self._deal(members)
        if found.off > NEVER or self.steps.left >= 0:
            self._found[members] = found
        return found

    def most(self, members: int) -> int:
        """A bound on what these discounts take, whoever of them is there."""
        found = self._bounds.get(members)
        if found is None:
            found = self._bounds[members] = _Search(self, members, self._contested(members)).most
        return found

    def _contested(self, members: int) -> dict[int, Ways]:
        found = {}
        for kind, holders in enumerate(self._holders):
            ways = self.ways(holders & members)
            if ways != (holders & members,):
                found[kind] = ways
        return found

    def ways(self, holders: int) -> Ways:
        """The largest sets of `holders` that may share a piece; of priorities the highest first."""
        found = self._ways.get(holders)
        if found is None:
            sets = [0]
            for level in sorted({self._parties[one].deal.priority for one in bits_of(holders)}, reverse=True):
                here = sum(1 << one for one in bits_of(holders) if self._parties[one].deal.priority == level)
                sets = [
                    chosen | more
                    for chosen in sets
                    for more in _largest(
                        sum(1 << one for one in bits_of(here) if not self.apart[one] & chosen), self.apart
                    )
                ]
            found = self._ways[holders] = tuple(sets[:_MOST_WAYS])
        return found

    def _deal(self, members: int) -> Dealt:
        contested = self._contested(members)
        deals: Deals = {}
        most = 0
        for component in self._components(members):
            if not component & component - 1:
                most += self._parties[component.bit_length() - 1].gain.off
                continue
            search = _Search(
                self, component, {kind: ways for kind, ways in contested.items() if self._holders[kind] & component}
            )
            deals |= search.run()
            most += search.most
        if not contested:
            return self.reckon(members, {})
        best = self.reckon(members, deals) if len(deals) == len(contested) else _NONE
        if best.off < min(most, self.goods.cap):
            joint = _Search(self, members, contested, lambda way: self.reckon(members, way).off)
            joint.most = min(most, joint.most)
            deals = joint.run(deals if best.off > NEVER else None)
            best = self.reckon(members, deals) if deals else _NONE
            most = joint.most
        if best.off == NEVER and self.steps.left >= 0:
            # whatever is dealt, somebody takes nothing: the best of those without one of them
            fewer = max(
                (self._without(members, one) for one in bits_of(members) if self.apart[one] & members),
                key=lambda dealt: dealt.off,
            )
            return fewer._replace(most=max(fewer.off, most))
        return best._replace(most=max(best.off, min(most, self.goods.cap)))

    def _without(self, members: int, one: int) -> Dealt:
        dealt = self.dealt(members & ~(1 << one))
        at = bits_of(members).index(one)
        return dealt._replace(gains=(*dealt.gains[:at], NOTHING, *dealt.gains[at:]))

    def _components(self, members: int) -> Iterable[int]:
        left = members
        while left:
            found = fringe = left & -left
            while fringe:
                fringe = 0
                for one in bits_of(found):
                    fringe |= self.apart[one] & members & ~found
                found |= fringe
            left &= ~found
            yield found

    def honest(self, members: int, deals: Mapping[int, Sequence[tuple[int, int]]], empty: int) -> bool:
        """Whether those that take nothing (`empty`) keep no piece from others."""
        if not empty:
            return True
        rest = members & ~empty
        return all(
            way & rest in self.ways(self._holders[kind] & rest)
            for kind, rows in deals.items()
            for way, _ in rows
            if way & empty
        )

    def party(self, one: int) -> Party:
        """A discount by its number."""
        return self._parties[one]

    def single(self, one: int, counts: tuple[int, ...], runs: Callable[[], Sequence[Run]]) -> int:
        """What a discount takes of so many pieces of each contested kind, remembered."""
        key = one, counts
        found = self._memo.get(key)
        if found is None:
            found = self._memo[key] = self._parties[one].taker.gain(runs()).off
        return found

    def reckon(self, members: int, deals: Mapping[int, Sequence[tuple[int, int]]]) -> Dealt:
        """What these discounts take together when contested pieces are dealt out so."""
        goods = self.goods
        order = sorted(bits_of(members), key=lambda one: (self._parties[one].deal.stage, *self._parties[one].order))
        plain = not deals and not any(self._parties[one].deal.of_rest for one in order)
        if plain:
            gains = {one: self._parties[one].gain for one in order}
            parts = [(kind, run.pieces) for kind, run in enumerate(goods.kinds)]
            room: Sequence[int] = goods.room
        else:
            parts, bearers = [], []
            for kind, whole in enumerate(goods.kinds):
                for way, count in deals.get(kind, ((-1, whole.pieces),)):
                    if count:
                        parts.append((kind, count))
                        bearers.append(way)
            room = [goods.room_of(kind, count) for kind, count in parts]
            runs = []
            for part, (kind, count) in enumerate(parts):
                one_kind = goods.kinds[kind]
                runs.append(Run(one_kind.price, count, one_kind.article, kind, part, one_kind.floor))
            runs.sort(key=lambda run: (-run.price, run.part))
            gains = {}
            for one in order:
                party = self._parties[one]
                mine = [run for run in runs if bearers[run.part] >> one & 1]
                if party.deal.of_rest:
                    earlier = [gains[other] for other in order if self._parties[other].deal.stage < party.deal.stage]
                    mine = _left(mine, parts, room, goods, earlier)
                gains[one] = party.taker.gain(mine)
        takes: list[Take] = [take for one in order for take in gains[one].takes]
        empty = sum(1 << one for one in order if not gains[one].takes)
        off = goods.taken(takes, room) if self.honest(members, deals, empty) else NEVER
        return Dealt(off, off, tuple(gains[one] for one in bits_of(members)), tuple(parts))


class _Search:
    """The best dealing of contested kinds among some discounts."""

    def __init__(
        self,
        table: Table,
        members: int,
        contested: Mapping[int, Ways],
        worth: Callable[[Deals], int] | None = None,
    ) -> None:
        self._table, self._bits, self._members = table, members, tuple(bits_of(members))
        self._contested = contested
        self._worth = worth or self._sum
        self._cost = (8 if worth else 1) * len(self._members)
        goods = table.goods
        parties = {one: table.party(one) for one in self._members}
        # what each takes of what is its own, and at most in all
        fixed = {one: party.bounds.slack for one, party in parties.items()}
        for one, party in parties.items():
            fixed[one] += sum(
                party.bounds.piece[kind] * goods.kinds[kind].pieces
                for kind in party.taker.kinds
                if kind not in contested
            )
        caps = {one: party.bounds.most * SCALE for one, party in parties.items()}
        weight = dict.fromkeys(self._members, _SHARES_OF_CAP)
        table.steps.left -= len(parties) * (1 + sum(map(len, contested.values())))
        best: tuple[int, dict[int, int]] | None = None
        step = _SHARES_OF_CAP // 2
        for _ in range(8):
            bound, had = self._bound(parties, fixed, caps, weight)
            if best is None or bound < best[0]:
                best = bound, dict(weight)
            changed = False
            for one in self._members:
                new = min(_SHARES_OF_CAP, max(0, weight[one] + (step if had[one] < caps[one] else -step)))
                changed |= new != weight[one]
                weight[one] = new
            step = max(1, step // 2)
            if not changed:
                break
        assert best is not None or not self._members
        self.weight = best[1] if best else {}
        unit = goods.unit
        self._scale = SCALE * _SHARES_OF_CAP
        self._base = sum(
            (_SHARES_OF_CAP - self.weight[one]) * caps[one] + self.weight[one] * fixed[one] for one in self._members
        )
        self.most = (best[0] if best else 0) // self._scale // unit * unit

        def worth_of(kind: int, way: int) -> int:
            return sum(self.weight[one] * parties[one].bounds.piece[kind] for one in self._members if way >> one & 1)

        worths = {
            kind: sorted(((worth_of(kind, way), way) for way in ways), key=lambda row: (-row[0], row[1]))
            for kind, ways in contested.items()
        }

        def regret(kind: int) -> int:
            return (worths[kind][0][0] - worths[kind][-1][0]) * goods.kinds[kind].pieces

        self._order = sorted(contested, key=lambda kind: (-regret(kind), kind))
        self._worths = [worths[kind] for kind in self._order]
        self._counts = [goods.kinds[kind].pieces for kind in self._order]
        self._rest = [0]
        for count, rows in zip(reversed(self._counts), reversed(self._worths), strict=True):
            self._rest.append(self._rest[-1] + count * rows[0][0])
        self._rest.reverse()

    def _bound(
        self, parties: Mapping[int, Party], fixed: Mapping[int, int], caps: Mapping[int, int], weight: Mapping[int, int]
    ) -> tuple[int, dict[int, int]]:
        total = sum((_SHARES_OF_CAP - weight[one]) * caps[one] + weight[one] * fixed[one] for one in self._members)
        had = dict(fixed)
        for kind, ways in self._contested.items():
            count = self._table.goods.kinds[kind].pieces
            top, chosen = -1, 0
            for way in ways:
                value = sum(weight[one] * parties[one].bounds.piece[kind] for one in self._members if way >> one & 1)
                if value > top:
                    top, chosen = value, way
            total += top * count
            for one in self._members:
                if chosen >> one & 1:
                    had[one] += parties[one].bounds.piece[kind] * count
        return total, had

    def run(self, start: Deals | None = None) -> Deals:
        """The best dealing found, none where there is none; `most` is what no other beats."""
        if not self._contested:
            return {}
        unit, steps = self._table.goods.unit, self._table.steps
        best, found = NEVER, {}

        def look(deals: Deals) -> bool:
            nonlocal best, found
            steps.left -= self._cost
            worth = self._worth(deals)
            if worth > best:
                best, found = worth, {kind: list(rows) for kind, rows in deals.items()}
                return True
            return False

        if start:
            look(start)
        for first in self._starts():
            look(first)
        if found and best < self.most:
            self._climb(look, lambda: found)
        if best >= self.most:
            return found
        deals: Deals = {}

        def expand(at: int, way: int, left: int, sure: int) -> None:
            """Deal out `left` pieces of the kind number `at`, to ways from `way` on."""
            steps.left -= 1
            if best >= self.most or steps.left < 0:
                return
            if at == len(self._order):
                look(deals)
                return
            rows = self._worths[at]
            if (self._base + sure + left * rows[way][0] + self._rest[at + 1]) // self._scale // unit * unit <= best:
                return
            kind = self._order[at]
            dealt = deals.setdefault(kind, [])
            if way == len(rows) - 1:
                choices: Iterable[int] = (left,)
            else:
                choices = range(left, -1, -1)
            for count in choices:
                worth, bits = rows[way]
                if count:
                    dealt.append((bits, count))
                if count == left:
                    if at + 1 == len(self._order):
                        expand(at + 1, 0, 0, sure + count * worth)
                    else:
                        expand(at + 1, 0, self._counts[at + 1], sure + count * worth)
                else:
                    expand(at, way + 1, left - count, sure + count * worth)
                if count:
                    dealt.pop()
                if best >= self.most or steps.left < 0:
                    break

        expand(0, 0, self._counts[0], 0)
        if steps.left >= 0:
            self.most = max(best, 0)
        return found

    def _starts(self) -> Iterable[Deals]:
        """Each kind where the bound would have it; then all of it to one discount, and the rest as before."""
        ideal = [rows[0][1] for rows in self._worths]
        yield {kind: [(way, count)] for kind, way, count in zip(self._order, ideal, self._counts, strict=True)}
        for one in self._members:
            yield {
                kind: [(next((row[1] for row in rows if row[1] >> one & 1), way), count)]
                for kind, rows, way, count in zip(self._order, self._worths, ideal, self._counts, strict=True)
            }

    def _climb(self, look: Callable[[Deals], bool], found: Callable[[], Deals]) -> None:
        """Move pieces from one way to another as long as that takes more off."""
        steps = self._table.steps
        better = True
        while better and steps.left > 0:
            better = False
            for kind, rows in zip(self._order, self._worths, strict=True):
                for way, count in list(found()[kind]):
                    for _, other in rows:
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

    def _sum(self, deals: Deals) -> int:
        """What the discounts take when nothing runs out."""
        total = empty = 0
        table = self._table
        for one in self._members:
            taker = table.party(one).taker
            kinds = [kind for kind in self._order if kind in taker.kinds]
            counts = tuple(sum(count for way, count in deals[kind] if way >> one & 1) for kind in kinds)
            had = dict(zip(kinds, counts, strict=True))

            def runs(taker: Taker = taker, had: Mapping[int, int] = had) -> Sequence[Run]:
                return [
                    run._replace(pieces=had.get(run.kind, run.pieces))
                    for run in table.goods.runs
                    if run.kind in taker.kinds and had.get(run.kind, run.pieces)
                ]

            off = table.single(one, (*kinds, -1, *counts), runs)
            total += off
            empty |= (off == 0) << one
        return total if table.honest(self._bits, deals, empty) else NEVER


def _left(
    mine: Sequence[Run],
    parts: Sequence[tuple[int, int]],
    room: Sequence[int],
    goods: Goods,
    earlier: Sequence[Gain],
) -> list[Run]:
    """The same pieces at what earlier discounts left of their price."""
    spread = Spread([goods.kinds[kind].price * count for kind, count in parts], room, goods.unit)
    for gain in earlier:
        spread.add(gain.takes, min(gain.off, goods.cap - spread.taken))
    left = spread.left()
    found = []
    for run in mine:
        each, more = divmod(left[run.part], run.pieces)
        if more:
            found.append(run._replace(price=each + 1, pieces=more))
        found.append(run._replace(price=each, pieces=run.pieces - more))
    return sorted(found, key=lambda run: (-run.price, run.part))


def bits_of(bits: int) -> list[int]:
    """The members of a set that is kept as bits, in order."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found


def _largest(holders: int, apart: Sequence[int]) -> Ways:
    """The sets of `holders`, no two apart, to which none can be added."""
    free = sum(1 << one for one in bits_of(holders) if not apart[one] & holders)
    found: list[int] = []

    def grow(chosen: int, candidates: int, passed: int) -> None:
        if not candidates and not passed:
            found.append(chosen)
        if len(found) >= 4 * _MOST_WAYS:
            return
        for one in bits_of(candidates):
            without = ~(apart[one] | 1 << one)
            grow(chosen | 1 << one, candidates & without, passed & without)
            candidates &= ~(1 << one)
            passed |= 1 << one

    grow(free, holders & ~free, 0)
    return tuple(found)
