"""Which pieces bear which discounts, where some discounts may not share a piece: so that the customer pays least.

Every piece bears as many of the discounts that reach it as go together; nothing is left off it at whim. Each discount
is measured on the pieces it has. With thousands of ways to deal pieces out, bounds cut most of them off (`search`);
`Dealt.most` is what is left of such a bound when a search had to end early.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kiosk.domain.coupons.clique import Steps
from kiosk.domain.coupons.gains import NOTHING, Gain, Run, Take
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.party import NEVER, Deals, Dealt, Party, Ways
from kiosk.domain.coupons.relaxed import Relaxed, bits_of
from kiosk.domain.coupons.search import Search
from kiosk.domain.coupons.spread import Spread
from kiosk.domain.coupons.walks import Walk, walk_of

_MOST_STEPS = 8_000
"""Steps of all searches of one price together, of ten to thirty microseconds each: a quarter of a second at most of a
till's machine, for the clerk no wait. Of thirty pieces for which a dozen discounts contend a price takes some 800, one
in twenty 2,500 (`benchmarks.campaign_sale`)."""
_MOST_WAYS = 32
"""Ways in which a piece may bear discounts, at most; of more, the first are tried."""

_NONE = Dealt(NEVER, NEVER, (), ())


def steps_of_a_price() -> Steps:
    """How far one price may be searched for."""
    return Steps(_MOST_STEPS)


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
        self._narrow: set[int] = set()
        self._priced: dict[int, Relaxed] = {}
        self._memo: dict[tuple[int, tuple[int, ...]], int] = {}
        self._searches: dict[int, Search] = {}
        self._walks: dict[tuple[int, frozenset[int], tuple[int, ...]], Walk | None] = {}
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

    def most(self, members: int, enough: int = -1) -> int:
        """A bound on what these discounts take, whoever of them is there; where it is no more than `enough`, it need
        not be narrow. Where there is no time for one of their own that of more of them."""
        bounds = self._bounds
        found = min([most for more, most in bounds.items() if not members & ~more], default=None)
        if found is not None and (found <= enough or members in self._narrow or self.steps.left < 0):
            return found
        own = self._search(members, self._contested(members)).narrow(enough)
        found = bounds[members] = own if found is None else min(found, own)
        if own > enough:
            self._narrow.add(members)
        return found

    def spare(self, members: int, one: int) -> bool:
        """Whether one of these takes nothing when the best was dealt, so that the others take as much without it."""
        dealt = self.dealt(members)
        at = bits_of(members).index(one)
        if dealt.off == NEVER or dealt.gains[at].takes:
            return False
        self._found[members & ~(1 << one)] = dealt._replace(gains=(*dealt.gains[:at], *dealt.gains[at + 1 :]))
        return True

    def _search(self, members: int, contested: Mapping[int, Ways]) -> Search:
        """The same search again, where it was asked for before."""
        found = self._searches.get(members)
        if found is None:
            found = self._searches[members] = Search(self, members, contested)
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
            search = self._search(
                component, {kind: ways for kind, ways in contested.items() if self._holders[kind] & component}
            )
            deals |= search.run()
            most += search.most
            self._bounds[component] = min(search.most, self._bounds.get(component, search.most))
        if not contested:
            return self.reckon(members, {})
        best = self.reckon(members, deals) if len(deals) == len(contested) else _NONE
        if best.off < min(most, self.goods.cap):
            joint = self._search(members, contested)
            joint.most = min(most, joint.most)
            deals = joint.run(deals if best.off > NEVER else None, lambda way: self.reckon(members, way).off)
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

    def learn(self, members: Iterable[int], relaxed: Relaxed) -> None:
        """Prices that were good for these discounts together: others of them begin with these."""
        for one in members:
            self._priced[one] = relaxed

    def known(self, one: int) -> bool:
        """Whether there are such prices for a discount."""
        return one in self._priced

    def price(self, one: int, kind: int) -> int:
        """What a discount may pay for a piece, to begin with."""
        known = self._priced.get(one)
        found = known.price(one, kind) if known is not None else None
        return self._parties[one].bounds.piece[kind] // 2 if found is None else found

    def party(self, one: int) -> Party:
        """A discount by its number."""
        return self._parties[one]

    def walk(self, one: int, order: Sequence[int]) -> Walk | None:
        """A discount as a walk over its goods, some of which (`order`) others may have instead: from the dearest on, or
        where only what they cost matters in that order."""
        party = self._parties[one]
        own = party.taker.kinds.difference(order)
        kinds = sorted(own, key=lambda kind: (-self.goods.kinds[kind].price, kind))
        kinds += [kind for kind in order if kind in party.taker.kinds]
        if party.deal.by_piece:
            kinds.sort(key=lambda kind: (-self.goods.kinds[kind].price, kind))
        name = one, own, tuple(kinds)
        if name not in self._walks:
            self._walks[name] = walk_of(party.deal, party.taker, self.goods, kinds, own)
        return self._walks[name]

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
