"""What discounts may take together at most when they contend for pieces, and where to look for that much.

Every piece gets a price that a discount pays for having it (Lagrange). At any prices, what each discount takes at most
less what it pays (`walks`), and what pieces fetch, add up to a bound; prices are moved until pieces are wanted as often
as they are there (subgradients, after Held and Karp, "The traveling-salesman problem and minimum spanning trees II",
Mathematical Programming 1, 1971). Along the pieces, the dearest first, the same prices then say of every beginning of a
dealing how far it may still get.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from kiosk.domain.coupons.bounds import SCALE, Bounds
from kiosk.domain.coupons.walks import Walk

_NEVER = -(10**30)
_ROUNDS = 24
"""How often prices are moved, at most."""
_FAR, _NEAR = 3, 32
"""What part of the bound may at first be too much: of first prices, and of those that were good for other discounts."""
_FINEST = SCALE // 4
"""So little of a coin is not worth another round."""
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
    unit that it may have in the end, less what it pays for pieces from here on; `open`: whether it may still have
    nothing in the end. Two that stand alike go on alike."""

    __slots__ = ("after", "best", "beyond", "open", "place", "rough", "states")

    def __init__(
        self, place: int, states: tuple[tuple[int, int], ...], best: int, beyond: int, rough: int, *, is_open: bool
    ) -> None:
        self.place, self.states, self.best, self.open = place, states, best, is_open
        self.beyond, self.rough = beyond, rough
        self.after: dict[int, tuple[int, At]] = {}


class Walker:
    """A walk at prices of the pieces that are contested; the others are its own."""

    def __init__(self, walk: Walk, contested: Container[int], unit: int) -> None:
        """`contested`: kinds."""
        self.walk, self._coin = walk, unit * SCALE
        self._free = [kind in contested for kind in walk.kinds]
        self.places = {kind: place for place, kind in enumerate(walk.kinds) if self._free[place]}
        """Where it meets the contested kinds."""
        self._pays = [0] * len(walk.kinds)
        self._ahead: list[list[int]] = [[] for _ in walk.kinds]
        self._ahead.append([_NEVER if end is None else end for end in walk.ends])
        self._changed = (0, len(walk.kinds) - 1)
        self._known: dict[object, At] = {}
        self._rough: dict[object, int] = {}
        self.value = 0
        """What it has at best, less what it pays."""

    def pay(self, kind: int, price: int) -> None:
        """What it pays for a piece of a kind from now on."""
        place = self.places[kind]
        if self._pays[place] != price:
            self._pays[place] = price
            low, high = self._changed
            self._changed = min(low, place), max(high, place)

    def reckon(self) -> int:
        """What it may have from each state on, and so at best: up to the last piece that pays something else than
        before."""
        low, high = self._changed
        if high < 0:
            return self.value
        self._known.clear()
        self._rough.clear()
        for place in range(high, -1, -1):
            pay, further = self._pays[place], self._ahead[place + 1]
            some, pairs, rows = self.walk.lean[place]
            if pairs is not None:
                cost = pay * some
                ahead = [
                    here if (here := further[to] + gain) >= (there := further[other] + more - cost) else there
                    for to, gain, other, more in pairs
                ]
            else:
                ahead = []
                for row in rows:
                    top = _NEVER
                    for count, to, gain in row:
                        if (there := gain - pay * count + further[to]) > top:
                            top = there
                    ahead.append(top)
            if place <= low and ahead == self._ahead[place]:
                break
            self._ahead[place] = ahead
        self._changed = len(self._pays), -1
        first = self._ahead[0]
        self.value = max(gain + first[state] for state, gain in self.walk.start)
        return self.value

    def wanted(self) -> Iterator[tuple[int, int]]:
        """How many it then has of each kind of which it has any."""
        first = self._ahead[0]
        _, state = max((gain + first[state], -at, state) for at, (state, gain) in enumerate(self.walk.start))[1:]
        for place, (some, pairs, rows) in enumerate(self.walk.lean):
            further, pay = self._ahead[place + 1], self._pays[place]
            if pairs is not None:
                to, gain, other, more = pairs[state]
                if further[to] + gain >= further[other] + more - pay * some:
                    state = to
                else:
                    state = other
                    yield self.walk.kinds[place], some
                continue
            here = self._ahead[place][state]
            for count, to, gain in rows[state]:
                if gain - pay * count + further[to] == here:
                    if count:
                        yield self.walk.kinds[place], count
                    state = to
                    break

    def begin(self) -> tuple[int, At]:
        """Before the first contested pieces: parts of a minor unit it has with what it may still have, and where it
        stands."""
        has, at = self._on(0, dict(self.walk.start), was_open=True)
        return has + at.best, at

    def step(self, at: At, count: int) -> tuple[int, At]:
        """With so many of the contested kind it stands before: what that adds to what it may have in the end, and where
        it then stands."""
        found = at.after.get(count)
        if found is None:
            there: dict[int, int] = {}
            moves = self.walk.moves[at.place]
            for state, has in at.states:
                for some, to, gain in moves[state]:
                    if some == count and at.beyond + has + gain > there.get(to, _NEVER):
                        there[to] = at.beyond + has + gain
            has, after = self._on(at.place + 1, there, was_open=at.open)
            found = at.after[count] = has - at.beyond + after.best - at.best, after
        return found

    def _on(self, place: int, states: dict[int, int], *, was_open: bool) -> tuple[int, At]:
        """Past pieces that are its own, to the next that are contested."""
        while place < len(self._free) and not self._free[place]:
            there: dict[int, int] = {}
            moves = self.walk.moves[place]
            for state, has in states.items():
                for _, to, gain in moves[state]:
                    if has + gain > there.get(to, _NEVER):
                        there[to] = has + gain
            states, place = there, place + 1
        coin, ahead = self._coin, self._ahead[place]
        if place == len(self._free):
            whole = max(has + ahead[state] for state, has in states.items())
            if self.walk.exact:
                whole = whole // coin * coin
            return whole, self._known_at(place, (), 0, 0, is_open=was_open and whole < coin)
        spans = self.walk.spans[place]
        sure, safe = max((has + spans[state][0], -state) for state, has in states.items())
        rows = [
            (state, has) for state, has in states.items() if state == -safe or has + spans[state][1] > sure
        ]  # the others never come to more than that one
        top = max(has for _, has in rows)
        is_open = was_open and sure < coin
        # what it has beyond whole coins, or whether it has any, may make a difference in the end
        beyond = top if is_open else top % coin
        best = max(has + ahead[state] for state, has in rows) - top
        rows = sorted([(state, has - top) for state, has in rows])
        return top, self._known_at(place, tuple(rows), best, beyond, is_open=is_open)

    @property
    def rounds(self) -> bool:
        """Whether what it takes is cut down to whole coins in the end."""
        coin = self._coin
        return self.walk.exact and any(gain % coin for moves in self.walk.moves for row in moves for _, _, gain in row)

    def _known_at(self, place: int, rows: tuple[tuple[int, int], ...], best: int, beyond: int, *, is_open: bool) -> At:
        name = place, rows, beyond, is_open
        known = self._known.get(name)
        if known is None:
            rough = self._rough.setdefault((place, rows, beyond if is_open else -1), len(self._rough))
            known = self._known[name] = At(place, rows, best, beyond, rough, is_open=is_open)
        return known


class Relaxed:
    """The bound on what some discounts take of contested kinds. `ways`: kind → sets of discounts, as bits, that a piece
    may bear; `counts`: kind → pieces. `walks`: of discounts that have one; `sums`: of the others, with the pieces of
    each kind that are their own whatever is dealt. `begin`: prices to begin with, by discount and kind; `near`: whether
    these are known to be good. In 1/SCALE minor units."""

    def __init__(
        self,
        ways: Mapping[int, Sequence[int]],
        counts: Mapping[int, int],
        walks: Mapping[int, Walk],
        sums: Mapping[int, tuple[Bounds, Mapping[int, int]]],
        unit: int,
        begin: Callable[[int, int], int],
        *,
        near: bool,
    ) -> None:
        self._finest, self._near = _FINEST * unit, near
        self._ways = {kind: [bits_of(way) for way in rows] for kind, rows in ways.items()}
        self._counts = counts
        self.sums = {one: Piecewise(bounds) for one, (bounds, _) in sums.items()}
        self._own = {one: own for one, (_, own) in sums.items()}
        self._held = {one: [kind for kind in ways if kind in bounds.piece] for one, (bounds, _) in sums.items()}
        self.walkers = {one: Walker(walk, counts, unit) for one, walk in walks.items()}
        holders = {kind: sorted({one for way in rows for one in way}) for kind, rows in self._ways.items()}
        self._walking = {kind: [one for one in mine if one in walks] for kind, mine in holders.items()}
        self._summed = {kind: [one for one in mine if one in sums] for kind, mine in holders.items()}
        self.fetches: dict[int, int] = {}
        """What a piece of a kind is worth."""
        self._single: dict[int, int] = {}
        self._pays: dict[int, dict[int, int]] = {}
        for kind, rows in self._ways.items():
            prices = {one: max(0, begin(one, kind)) for one in self._walking[kind]}
            if all(len(way) <= 1 for way in rows):
                self._price_single(kind, max(prices.values(), default=0))
            else:
                self._price(kind, prices)
        self._moves = sum(len(row) for walk in walks.values() for rows in walk.moves for row in rows)
        self.rounds = 1
        self.bound = self._bound()

    @property
    def cost(self) -> int:
        """How much work it was, in steps of a search."""
        return 1 + self.rounds * (self._moves // 150 + len(self._ways) // 4)

    def base(self, one: int) -> int:
        """What a discount without a walk has of its own."""
        sums = self.sums[one]
        return sums.base + sum(sums.piece(kind) * count for kind, count in self._own[one].items())

    def price(self, one: int, kind: int) -> int | None:
        """What a discount pays for a piece of a kind, where others might have it."""
        if kind not in self._ways:
            return None
        if one in self.sums:
            return self.sums[one].piece(kind)
        return self._single[kind] if kind in self._single else self._pays[kind].get(one)

    def _bound(self) -> int:
        found = sum(walker.reckon() for walker in self.walkers.values()) + sum(map(self.base, self.sums))
        return found + sum(self.fetches[kind] * count for kind, count in self._counts.items())

    def _price_single(self, kind: int, price: int) -> None:
        """Where a piece bears one discount only, all that walk pay alike: no less than it brings to one without a walk,
        which always pays that."""
        for one in self._summed[kind]:
            price = max(price, self.sums[one].piece(kind))
        self._single[kind] = self.fetches[kind] = price = max(0, price)
        for one in self._walking[kind]:
            self.walkers[one].pay(kind, price)

    def _price(self, kind: int, prices: Mapping[int, int]) -> None:
        """What each that walks pays for a piece."""
        mine = {one: max(0, price) for one, price in prices.items()}
        self._pays[kind] = mine
        for one, own in mine.items():
            self.walkers[one].pay(kind, own)
        every = mine | {one: self.sums[one].piece(kind) for one in self._summed[kind]}
        self.fetches[kind] = max((sum(every[one] for one in way) for way in self._ways[kind]), default=0)

    def descend(self, enough: int) -> None:
        """Move prices as long as that narrows the bound, and it is more than `enough`."""
        best, kept = self.bound, self._now()
        gap, turn = best // (_NEAR if self._near else _FAR), _SHARES // 2
        most = min(_ROUNDS, max(2, _ROUNDS * _USUAL_KINDS // max(1, len(self._ways))))
        while self.rounds < most and gap >= self._finest and best > enough:
            self.rounds += 1
            single, slopes, norm = self._slopes(turn)
            turn = max(1, turn // 2)
            if not single and not slopes:
                break
            step = (self.bound - best + gap) / norm if norm else 0
            for kind, left in single.items():
                self._price_single(kind, self._single[kind] - round(step * left))
            for kind, mine in slopes.items():
                prices = self._pays[kind]
                self._price(kind, {one: prices[one] - round(step * slope) for one, slope in mine.items()})
            self.bound = self._bound()
            if self.bound < best:
                best, kept = self.bound, self._now()
            else:
                gap //= 2
        self._back(kept)
        self.bound = best

    def _slopes(self, turn: int) -> tuple[dict[int, int], dict[int, dict[int, int]], int]:
        """Pieces that are there less those that are wanted: by kind, and where a piece may bear several discounts by
        kind and discount; and the sum of their squares. Those without a walk that get more than they can take have a
        smaller share stand for them."""
        left = dict(self._counts)
        wanted: dict[int, dict[int, int]] = {}
        for one, walker in self.walkers.items():
            mine = wanted[one] = {}
            for kind, count in walker.wanted():
                if kind in self._single:
                    left[kind] -= count
                elif kind in left:
                    mine[kind] = count
        had = {one: sums.bounds.slack for one, sums in self.sums.items()}
        for one, own in self._own.items():
            piece = self.sums[one].bounds.piece
            had[one] += sum(piece[kind] * count for kind, count in own.items())
        single: dict[int, int] = {}
        slopes: dict[int, dict[int, int]] = {}
        norm = 0
        for kind, price in self._single.items():
            if over := left[kind]:
                filling = [one for one in self._summed[kind] if self.sums[one].piece(kind) == price]
                if over > 0 and (filling or not price):
                    for one in filling[:1]:
                        had[one] += self.sums[one].bounds.piece[kind] * over
                elif self._walking[kind]:
                    single[kind] = over
                    norm += over * over
        for kind, prices in self._pays.items():
            count = self._counts[kind]
            every = prices | {one: self.sums[one].piece(kind) for one in self._summed[kind]}
            way = max(self._ways[kind], key=lambda way: sum(every[one] for one in way))
            for one in way:
                if one in had:
                    had[one] += self.sums[one].bounds.piece[kind] * count
            found = {one: (count if one in way else 0) - wanted[one].get(kind, 0) for one in prices}
            if any(found.values()):
                slopes[kind] = found
                norm += sum(slope * slope for slope in found.values())
        for one, sums in self.sums.items():
            most = sums.bounds.most * SCALE
            share = min(_SHARES, max(0, sums.share + (turn if had[one] < most else -turn)))
            if share != sums.share:
                self.sums[one] = sums._replace(share=share)
                for kind in self._held[one]:
                    if kind in self._single:
                        single.setdefault(kind, 0)
                    else:
                        slopes.setdefault(kind, dict.fromkeys(self._pays[kind], 0))
        return single, slopes, norm

    def _now(self) -> tuple[dict[int, Piecewise], dict[int, int], dict[int, dict[int, int]]]:
        return dict(self.sums), dict(self._single), dict(self._pays)

    def _back(self, kept: tuple[dict[int, Piecewise], dict[int, int], dict[int, dict[int, int]]]) -> None:
        self.sums, single, pays = kept
        for kind, price in single.items():
            self._price_single(kind, price)
        for kind, prices in pays.items():
            self._price(kind, prices)
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
