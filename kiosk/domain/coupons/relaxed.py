"""What discounts may take together at most when they contend for pieces, and where to look for that much.

Every piece gets a price that a discount pays for having it (Lagrange). At any prices, what each discount takes at most
less what it pays (`walks`), and what pieces fetch, add up to a bound; prices are moved until pieces are wanted as often
as they are there (subgradients, after Held and Karp, "The traveling-salesman problem and minimum spanning trees II",
Mathematical Programming 1, 1971). Along the pieces, the dearest first, the same prices then say of every beginning of a
dealing how far it may still get.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiosk.domain.coupons.bounds import SCALE, Bounds
from kiosk.domain.coupons.walks import Walk

_NEVER = -(10**30)
_UNKNOWN = -1
_ROUNDS = 24
"""How often prices are moved, at most."""
_FINEST = SCALE // 4
"""So little is not worth another round."""
_USUAL_KINDS = 40
"""Of more contested kinds a round takes longer, and there are fewer of them."""
_SHARES = 16
"""Of what a discount takes at most, this many parts may stand for it."""


class Piecewise(NamedTuple):
    """A discount of which only a sum over its pieces is known: never more than `most` in all."""

    bounds: Bounds
    share: int = _SHARES

    def piece(self, kind: int) -> int:
        """What one of a kind adds to the bound."""
        return -(-self.bounds.piece[kind] * self.share // _SHARES)

    @property
    def base(self) -> int:
        """What the bound has without any piece."""
        most, slack = self.bounds.most * SCALE, self.bounds.slack
        return -(-((_SHARES - self.share) * most + self.share * slack) // _SHARES)


class At:
    """Where a walk may stand, with what it has in each state less what it has in the best. `best`: parts of a minor
    unit that it may have in the end, less what it pays for pieces from here on."""

    __slots__ = ("after", "best", "place", "states")

    def __init__(self, place: int, states: tuple[tuple[int, int], ...], best: int) -> None:
        self.place, self.states, self.best = place, states, best
        self.after: dict[int, tuple[int, At]] = {}


class Walker:
    """A walk at prices of the pieces that are contested; the others are its own."""

    def __init__(self, walk: Walk, prices: Mapping[int, int], counts: Mapping[int, int]) -> None:
        """`prices`: kind → parts of a minor unit, kept up to date by whoever made this; `counts`: contested kinds."""
        self.walk, self._prices = walk, prices
        self._free = [kind in counts for kind in walk.kinds]
        self.pays: list[int] = [_UNKNOWN] * len(walk.kinds)
        self._ahead: list[list[int]] = [[] for _ in walk.kinds]
        self._ahead.append([_NEVER if end is None else end for end in walk.ends])
        self._known: dict[tuple[int, tuple[tuple[int, int], ...]], At] = {}
        self.reckon()

    def reckon(self) -> None:
        """What it may have from each state on: up to the last piece that pays something else than before."""
        pays = [self._prices.get(kind, 0) for kind in self.walk.kinds]
        changed = [place for place, (new, old) in enumerate(zip(pays, self.pays, strict=True)) if new != old]
        if not changed:
            return
        self._known.clear()
        self.pays = pays
        for place in range(changed[-1], -1, -1):
            pay, before, moves = pays[place], self._ahead[place + 1], self.walk.moves[place]
            if pay:
                ahead = [
                    max([gain - pay * count + before[to] for count, to, gain in row], default=_NEVER) for row in moves
                ]
            else:
                ahead = [max([gain + before[to] for _, to, gain in row], default=_NEVER) for row in moves]
            if place <= changed[0] and ahead == self._ahead[place]:
                return
            self._ahead[place] = ahead

    @property
    def value(self) -> int:
        """What it has at best, less what it pays."""
        first = self._ahead[0]
        return max(gain + first[state] for state, gain in self.walk.start)

    def wanted(self) -> list[int]:
        """How many of each kind it then has."""
        first = self._ahead[0]
        _, state = max((gain + first[state], -at, state) for at, (state, gain) in enumerate(self.walk.start))[1:]
        found = []
        for place, moves in enumerate(self.walk.moves):
            here, ahead, pay = self._ahead[place][state], self._ahead[place + 1], self.pays[place]
            for count, to, gain in moves[state]:
                if gain - pay * count + ahead[to] == here:
                    found.append(count)
                    state = to
                    break
        return found

    def begin(self) -> tuple[int, At]:
        """Before the first contested pieces: parts of a minor unit it has, and where it stands."""
        return self._on(0, dict(self.walk.start))

    def step(self, at: At, count: int) -> tuple[int, At]:
        """With so many of the contested kind it stands before."""
        found = at.after.get(count)
        if found is None:
            there: dict[int, int] = {}
            moves = self.walk.moves[at.place]
            for state, has in at.states:
                for some, to, gain in moves[state]:
                    if some == count and has + gain > there.get(to, _NEVER):
                        there[to] = has + gain
            found = at.after[count] = self._on(at.place + 1, there)
        return found

    def _on(self, place: int, states: dict[int, int]) -> tuple[int, At]:
        """Past pieces that are its own, to the next that are contested."""
        while place < len(self._free) and not self._free[place]:
            there: dict[int, int] = {}
            moves = self.walk.moves[place]
            for state, has in states.items():
                for _, to, gain in moves[state]:
                    if has + gain > there.get(to, _NEVER):
                        there[to] = has + gain
            states, place = there, place + 1
        top = max(states.values())
        rows = tuple(sorted((state, has - top) for state, has in states.items()))
        known = self._known.get((place, rows))
        if known is None:
            ahead = self._ahead[place]
            known = self._known[place, rows] = At(place, rows, max(has + ahead[state] for state, has in rows))
        return top, known


class Relaxed:
    """The bound on what some discounts take of contested kinds. `ways`: kind → sets of discounts, as bits, that a piece
    may bear; `counts`: kind → pieces. `walks`: of discounts that have one; `sums`: of the others, with the pieces of
    each kind that are their own whatever is dealt. In 1/SCALE minor units."""

    def __init__(
        self,
        ways: Mapping[int, Sequence[int]],
        counts: Mapping[int, int],
        walks: Mapping[int, Walk],
        sums: Mapping[int, tuple[Bounds, Mapping[int, int]]],
    ) -> None:
        self._ways = {kind: [bits_of(way) for way in rows] for kind, rows in ways.items()}
        self._counts = counts
        self._single = {kind for kind, rows in self._ways.items() if all(len(way) <= 1 for way in rows)}
        self.sums = {one: Piecewise(bounds) for one, (bounds, _) in sums.items()}
        self._own = {one: own for one, (_, own) in sums.items()}
        self._holders = {kind: sorted({one for way in rows for one in way}) for kind, rows in self._ways.items()}
        self.prices: dict[int, dict[int, int]] = {one: {} for one in (*walks, *sums)}
        """What each discount pays for a piece of a kind."""
        self.fetches: dict[int, int] = {}
        """What a piece of a kind is worth."""
        for kind in self._ways:
            self._price(kind, dict.fromkeys(self._holders[kind], 0))
        self.walkers = {one: Walker(walk, self.prices[one], counts) for one, walk in walks.items()}
        self._moves = sum(len(row) for walk in walks.values() for rows in walk.moves for row in rows)
        self.rounds = 1
        self.bound = self._bound()
        self._descend()

    @property
    def cost(self) -> int:
        """How much work it was, in steps of a search."""
        return 1 + self.rounds * (self._moves // 60 + len(self._ways) // 4)

    def base(self, one: int) -> int:
        """What a discount without a walk has of its own."""
        sums = self.sums[one]
        return sums.base + sum(sums.piece(kind) * count for kind, count in self._own[one].items())

    def _bound(self) -> int:
        found = sum(walker.value for walker in self.walkers.values()) + sum(map(self.base, self.sums))
        return found + sum(self.fetches[kind] * count for kind, count in self._counts.items())

    def _price(self, kind: int, prices: Mapping[int, int]) -> None:
        """Set what walks pay for a piece. Where a piece bears one discount only, all pay alike: no less than it brings
        to one without a walk, which always pays that."""
        mine = {}
        for one in self._holders[kind]:
            mine[one] = self.sums[one].piece(kind) if one in self.sums else max(0, prices.get(one, 0))
        if kind in self._single:
            top = max(mine.values(), default=0)
            mine = {one: own if one in self.sums else top for one, own in mine.items()}
        for one, own in mine.items():
            self.prices[one][kind] = own
        self.fetches[kind] = max((sum(mine[one] for one in way) for way in self._ways[kind]), default=0)

    def _descend(self) -> None:
        """Move prices as long as that narrows the bound."""
        best, kept = self.bound, self._now()
        gap, idle, turn = best // 16, 0, _SHARES // 2
        most = min(_ROUNDS, max(2, _ROUNDS * _USUAL_KINDS // max(1, len(self._ways))))
        while self.rounds < most and gap >= _FINEST:
            self.rounds += 1
            slopes, norm = self._slopes(turn)
            turn = max(1, turn // 2)
            if not slopes:
                break
            step = (self.bound - best + gap) / norm if norm else 0
            for kind, mine in slopes.items():
                self._price(kind, {one: self.prices[one][kind] - round(step * slope) for one, slope in mine.items()})
            for walker in self.walkers.values():
                walker.reckon()
            self.bound = self._bound()
            if self.bound < best:
                best, kept, idle = self.bound, self._now(), 0
            else:
                idle += 1
                if idle == 2:
                    gap, idle = gap // 2, 0
        self._back(kept)
        self.bound = best

    def _slopes(self, turn: int) -> tuple[dict[int, dict[int, int]], int]:
        """Kind → discount → pieces that are there for it less those that it wants, and the sum of their squares; those
        without a walk that get more than they can take have a smaller share stand for them."""
        wanted = {
            one: dict(zip(walker.walk.kinds, walker.wanted(), strict=True)) for one, walker in self.walkers.items()
        }
        had = {one: self.sums[one].bounds.slack for one in self.sums}
        for one, own in self._own.items():
            had[one] += sum(self.sums[one].bounds.piece[kind] * count for kind, count in own.items())
        slopes: dict[int, dict[int, int]] = {}
        norm = 0
        for kind, ways in self._ways.items():
            count, prices = self._counts[kind], {one: self.prices[one][kind] for one in self._holders[kind]}
            walking = [one for one in prices if one in wanted]
            if kind in self._single:
                left = count - sum(wanted[one][kind] for one in walking)
                filling = [one for one in prices if one not in wanted and prices[one] == self.fetches[kind]]
                if left > 0 and (filling or not self.fetches[kind]):
                    for one in filling[:1]:
                        had[one] += self.sums[one].bounds.piece[kind] * left
                elif left and walking:
                    slopes[kind] = dict.fromkeys(walking, left)
                    norm += left * left
                continue
            way = max(ways, key=lambda way: sum(prices[one] for one in way))
            for one in way:
                if one not in wanted:
                    had[one] += self.sums[one].bounds.piece[kind] * count
            found = {one: (count if one in way else 0) - wanted[one][kind] for one in walking}
            if any(found.values()):
                slopes[kind] = found
                norm += sum(slope * slope for slope in found.values())
        for one, sums in self.sums.items():
            most = sums.bounds.most * SCALE
            share = min(_SHARES, max(0, sums.share + (turn if had[one] < most else -turn)))
            if share != sums.share:
                self.sums[one] = sums._replace(share=share)
                for kind, holders in self._holders.items():
                    if one in holders:
                        slopes.setdefault(kind, dict.fromkeys((other for other in holders if other in wanted), 0))
        return slopes, norm

    def _now(self) -> tuple[dict[int, Piecewise], dict[int, dict[int, int]]]:
        return dict(self.sums), {one: dict(mine) for one, mine in self.prices.items()}

    def _back(self, kept: tuple[dict[int, Piecewise], dict[int, dict[int, int]]]) -> None:
        self.sums, prices = kept
        for kind, holders in self._holders.items():
            self._price(kind, {one: prices[one][kind] for one in holders})
        for walker in self.walkers.values():
            walker.reckon()


def bits_of(bits: int) -> list[int]:
    """The members of a set that is kept as bits, in order."""
    found = []
    while bits:
        low = bits & -bits
        found.append(low.bit_length() - 1)
        bits ^= low
    return found
