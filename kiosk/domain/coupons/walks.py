"""A discount as a walk over the goods, from the dearest piece to the cheapest: what it takes of any pieces at most.

At each kind of pieces it is given so many of them, and goes on to a state that says what matters of those it had: how
many since the last free one, how many sets are filled. Where that takes few states a walk tells what a discount takes
to the coin, but for roundings and caps; where it would not, there is a sum over pieces (`bounds`). Dealing pieces out
(`relaxed`) asks of walks what is best for a discount at given prices of the pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from kiosk.domain.coupons.bounds import SCALE
from kiosk.domain.coupons.deal import Deal, Picked
from kiosk.domain.coupons.faithful import faithful
from kiosk.domain.coupons.gains import Run, Taker
from kiosk.domain.coupons.goods import Goods

_MOST_STATES = 128
"""States at one kind of pieces; a walk with more would be slower than what it spares."""
_MOST_KINDS = 60
_MOST_ALIKE = 6
"""Pieces of one kind, of which any number may be given."""
_COARSE = 48
"""Steps in which an amount is kept that could be too many."""
_FEW_KINDS = 12
"""A percentage of more is better told as a sum, which is off by half a coin at most."""
_NO = (-1,)
_NEVER = -(10**30)

State = Hashable
Move = tuple[int, int, int]
"""(Pieces of the kind, number of the state after it, parts of a minor unit that this adds)."""
Step = Callable[[State, int, int], Iterable[tuple[State, int]]]
"""From a state, with a kind of pieces and how many of them: to these states, each with what that adds."""
Made = tuple[Sequence[tuple[State, int]], Step, Callable[[State], int | None]]
"""States to begin in with what they have; steps; what an end adds, None where it is none."""


Lean = tuple[int, list[tuple[int, int, int, int]] | None, Sequence[Sequence[Move]]]
"""Where each state has at most two ways on, without a piece or with so many: (so many, (state, adds, state, adds) of
each state, none); else (0, None, the ways on of each state)."""


class Walk:
    """`kinds`: the dearest first. `moves[place][state]`: the ways on; `start`: states to begin in with what they
    have; `ends`: what an end in a state adds, None where it is none. All in 1/SCALE minor units. `exact`: cut down to
    whole coins it is what the discount takes."""

    __slots__ = ("_lean", "_spans", "ends", "exact", "kinds", "moves", "start")

    def __init__(
        self,
        kinds: Sequence[int],
        moves: Sequence[Sequence[Sequence[Move]]],
        start: Sequence[tuple[int, int]],
        ends: Sequence[int | None],
        *,
        exact: bool,
    ) -> None:
        self.kinds, self.moves, self.start, self.ends, self.exact = kinds, moves, start, ends, exact
        self._spans: list[list[tuple[int, int]]] | None = None
        self._lean: list[Lean] | None = None

    @property
    def lean(self) -> list[Lean]:
        """By place, the ways on without those that are no better than others with no more pieces."""
        if self._lean is None:
            self._lean = [_lean(rows) for rows in self.moves]
        return self._lean

    @property
    def spans(self) -> list[list[tuple[int, int]]]:
        """By place and state: what is still added at least, and at most, whatever pieces are given from there on."""
        if self._spans is None:
            ahead = [(_NEVER, _NEVER) if end is None else (end, end) for end in self.ends]
            found = [ahead]
            for moves in reversed(self.moves):
                counts = {count for row in moves for count, _, _ in row}
                here = []
                for row in moves:
                    by_count = dict.fromkeys(counts, _NEVER)
                    top = _NEVER
                    for count, to, gain in row:
                        least, most = ahead[to]
                        if gain + least > by_count[count]:
                            by_count[count] = gain + least
                        if gain + most > top:
                            top = gain + most
                    here.append((min(by_count.values()), top))
                ahead = here
                found.append(ahead)
            self._spans = found[::-1]
        return self._spans


def _lean(rows: Sequence[Sequence[Move]]) -> Lean:
    found: list[list[Move]] = []
    for row in rows:
        tops: dict[int, int] = {}
        kept = []
        for move in sorted(row, key=lambda move: (move[0], -move[2])):
            _, to, gain = move
            if gain > tops.get(to, _NEVER):
                tops[to] = gain
                kept.append(move)
        found.append(kept or [(0, 0, _NEVER)])
    more = {count for row in found for count, _, _ in row} - {0}
    if len(more) <= 1 and all(len(row) <= 2 and row[0][0] == 0 and (len(row) == 1 or row[1][0]) for row in found):
        pairs = [(row[0][1], row[0][2], row[-1][1], row[-1][2] if len(row) > 1 else 2 * _NEVER) for row in found]
        return more.pop() if more else 0, pairs, ()
    return 0, None, found


def walk_of(deal: Deal, taker: Taker, goods: Goods, kinds: Sequence[int], forced: frozenset[int]) -> Walk | None:
    """The walk of a deal over its kinds, the dearest first (in any order, where only what they cost matters); None
    where a sum over pieces is all that can be said. `forced`: all pieces of these kinds are its own whatever is
    dealt."""
    if deal.of_rest or deal.unit_off or not 0 < len(kinds) <= _MOST_KINDS:
        return None
    if any(kind not in forced and goods.kinds[kind].pieces > _MOST_ALIKE for kind in kinds):
        return None
    for at, (start, step, end) in enumerate(_made(deal, taker, goods, kinds)):
        if deal.from_pieces and deal.by_piece:
            start, step, end = _from_pieces(deal.from_pieces, goods, taker, start, step, end)
        laid = _laid(goods, kinds, forced, start, step, end)
        if laid is not None:
            return Walk(kinds, *laid, exact=at == 0 and faithful(deal, goods, kinds))
    return None


def _laid(
    goods: Goods,
    kinds: Sequence[int],
    forced: frozenset[int],
    start: Sequence[tuple[State, int]],
    step: Step,
    end: Callable[[State], int | None],
) -> tuple[list[list[list[Move]]], list[tuple[int, int]], list[int | None]] | None:
    states: dict[State, int] = {_NO: 0}  # it may always take nothing
    begin = [(0, 0)]
    for state, gain in start:
        begin.append((states.setdefault(state, len(states)), gain))
    moves = []
    for kind in kinds:
        count = goods.kinds[kind].pieces
        there: dict[State, int] = {_NO: 0}
        rows = []
        for state in states:
            row: list[Move] = []
            for some in (count,) if kind in forced else range(count + 1):
                if state is _NO:
                    row.append((some, 0, 0))
                    continue
                for after, gain in step(state, kind, some) if some else ((state, 0),):
                    row.append((some, there.setdefault(after, len(there)), gain))
            rows.append(row)
        if len(there) > _MOST_STATES:
            return None
        moves.append(rows)
        states = there
    return moves, begin, [0 if state is _NO else end(state) for state in states]


def _made(deal: Deal, taker: Taker, goods: Goods, kinds: Sequence[int]) -> Iterator[Made]:
    """What there is to try, the exact first."""
    if not deal.by_piece:
        if not any(goods.kinds[kind].floor for kind in kinds):
            yield from _of_amounts(deal, taker, goods, kinds)
        return
    if deal.most is not None or deal.most_percent is not None:
        return
    if deal.bundle:
        yield _of_bundles(deal, goods)
    elif deal.parts:
        yield _of_sets(deal, goods)
    elif not deal.off and (deal.pick or deal.free or deal.for_each or deal.pieces is not None or deal.from_pieces):
        yield _of_pieces(deal, goods, kinds)


def _of_amounts(deal: Deal, taker: Taker, goods: Goods, kinds: Sequence[int]) -> Iterator[Made]:
    """What it takes depends on what the goods cost, and how many they are."""
    bound = deal.least or deal.most is not None or deal.most_percent is not None or deal.from_pieces
    if bound or (deal.spend and (deal.rate_bp or not deal.each)) or not (deal.rate_bp or deal.spend):
        yield _of_cost(deal, taker, goods, 1)
        there = sum(goods.kinds[kind].price * goods.kinds[kind].pieces for kind in kinds)
        yield _of_cost(deal, taker, goods, -(-there // _COARSE))
    elif deal.rate_bp:
        if len(kinds) <= _FEW_KINDS:
            yield _of_rate(deal, goods, kinds)
    else:
        yield _of_each(deal, goods, 1)
        yield _of_each(deal, goods, -(-deal.spend // _COARSE))


def _of_cost(deal: Deal, taker: Taker, goods: Goods, grain: int) -> Made:
    """State: what the goods cost, rounded up to `grain`, and how many they are as far as that matters."""
    enough, some = deal.from_pieces, min(taker.kinds)
    once = deal.off and not (deal.rate_bp or deal.each or deal.most_percent is not None)
    most = max(deal.off, deal.spend, deal.least) if once else None

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        cost, pieces = state
        one = goods.kinds[kind]
        cost = -(-(cost + one.price * count) // grain) * grain
        more = count if one.article else 0
        yield (cost if most is None else min(most, cost), min(enough, pieces + more)), 0

    def end(state: State) -> int | None:
        assert isinstance(state, tuple)
        cost, pieces = state
        runs = [Run(cost, 1, True, some, 0)]
        if enough:
            runs = [Run(cost, 1, pieces > 0, some, 0), Run(0, max(0, pieces - 1), True, some, 0)]
        return taker.gain(runs).off * SCALE

    return [((0, 0), 0)], step, end


def _of_rate(deal: Deal, goods: Goods, kinds: Sequence[int]) -> Made:
    """So much of each piece. What is rounded in the end is half a coin at most."""
    even = all(goods.kinds[kind].price * deal.rate_bp % (goods.unit * SCALE) == 0 for kind in kinds)

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        yield state, goods.kinds[kind].price * count * deal.rate_bp

    return [(0, 0 if even else goods.unit * SCALE // 2)], step, lambda state: 0


def _of_each(deal: Deal, goods: Goods, grain: int) -> Made:
    """State: what the goods cost beyond full amounts, rounded up to `grain`."""
    off = deal.off

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, int)
        times, beyond = divmod(state + goods.kinds[kind].price * count, deal.spend)
        yield min(deal.spend - 1, -(-beyond // grain) * grain), times * off * SCALE

    return [(0, 0)], step, lambda state: 0


def _takes_part(deal: Deal, goods: Goods, kind: int) -> bool:
    one = goods.kinds[kind]
    target = 0 if deal.parts else deal.price or 0
    return one.article and one.price > max(target, one.floor)


def _of_bundles(deal: Deal, goods: Goods) -> Made:
    """State: (pieces in the bundle that is being filled, bundles begun where their number is limited). It may leave
    pieces out: the dearest that go in are worth most anyway."""
    assert deal.bundle is not None
    size, price = deal.bundle
    most = deal.pieces

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        within, sets = state
        cost = goods.kinds[kind].price
        for some in range(count + 1) if _takes_part(deal, goods, kind) else (0,):
            begun = -(-(within + some) // size) - -(-within // size)
            if most is None or sets + begun <= most:
                after = (within + some) % size, sets + begun if most is not None else 0
                yield after, (some * cost - begun * price) * SCALE

    def end(state: State) -> int | None:
        assert isinstance(state, tuple)
        return None if state[0] else 0

    return [((0, 0), 0)], step, end


def _of_sets(deal: Deal, goods: Goods) -> Made:
    """State: pieces of each part beyond those that stand in whole sets, and those of the first part where the number of
    sets is limited. It may leave pieces out."""
    parts = [(goods.within(part.reach), part.pieces) for part in deal.parts]
    most = None if deal.pieces is None else deal.pieces * parts[0][1]
    # what a set costs is laid on the pieces of its first part
    off = 0 if deal.price is not None else deal.off
    charge = -((-off if deal.price is None else deal.price) * SCALE // parts[0][1])
    slack = goods.unit * SCALE // 2 if deal.price is None and deal.rate_bp else 0

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        if not _takes_part(deal, goods, kind):
            yield state, 0
            return
        price = goods.kinds[kind].price
        each = price * (SCALE if deal.price is not None else deal.rate_bp)
        here: dict[tuple[int, ...], int] = {tuple(state): 0}
        for _ in range(count):
            there = dict(here)
            for before, gain in here.items():
                for at, (kinds, _number) in enumerate(parts):
                    if kind in kinds and (at or most is None or before[-1] < most):
                        filled = [*before]
                        filled[at] += 1
                        filled[-1] += at == 0 and most is not None
                        whole = min(filled[one] // number for one, (_, number) in enumerate(parts))
                        after = tuple(filled[one] - whole * number for one, (_, number) in enumerate(parts))
                        added = gain + each + (charge if at == 0 else 0)
                        after = (*after, filled[-1])
                        there[after] = max(added, there.get(after, added))
            here = there
        yield from here.items()

    def end(state: State) -> int | None:
        assert isinstance(state, tuple)
        return None if any(state[:-1]) else 0

    return [((0,) * (len(parts) + 1), slack)], step, end


def _of_pieces(deal: Deal, goods: Goods, kinds: Sequence[int]) -> Made:
    """So much of each piece that is covered. Of pieces that cost the same, that with the lowest floor may be meant."""
    floors: dict[int, int] = {}
    for kind in kinds:
        one = goods.kinds[kind]
        floors[one.price] = min(one.floor, floors.get(one.price, one.floor))

    def each(kind: int) -> int:
        one = goods.kinds[kind]
        whole = max(0, one.price - floors[one.price]) * SCALE
        if deal.rate_bp:
            return min(whole, one.price * deal.rate_bp)
        if deal.off_piece:
            return min(whole, deal.off_piece * SCALE)
        if deal.price is not None:
            return min(whole, (one.price - deal.price) * SCALE)
        return whole

    slack = 0
    if deal.rate_bp and any(goods.kinds[kind].price * deal.rate_bp % (SCALE * goods.unit) for kind in kinds):
        slack = goods.unit * SCALE // 2
    if deal.for_each:
        return _earned(deal, goods, each, slack)
    if deal.free:
        return _last(deal, goods, each, slack, deal.buy, deal.free, deal.pieces)
    if deal.pick and deal.pick[0] is Picked.CHEAPEST:
        most = deal.pick[1] if deal.pieces is None else min(deal.pick[1], deal.pieces)
        return _last(deal, goods, each, slack, 0, most, most)
    return _counted(deal, goods, each, slack)


def _counted(deal: Deal, goods: Goods, each: Callable[[int], int], slack: int) -> Made:
    """Of pieces counted from the dearest these: (counted, covered)."""
    which, number = deal.pick or (Picked.DEAREST, 0)
    most = deal.pieces
    if which is Picked.DEAREST:
        most = min((one for one in (most, number or None) if one is not None), default=None)
    if which is Picked.NTH:
        most = 1 if most is None else min(1, most)

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        if not _takes_part(deal, goods, kind):
            yield state, 0
            return
        had, covered = state
        if which is Picked.DEAREST:
            hit, after = count, 0
        elif which is Picked.NTH:
            hit, after = int(had < number <= had + count), min(number, had + count)
        else:
            hit, after = (had + count) // number, (had + count) % number
        hit = hit if most is None else min(hit, most - covered)
        yield (after, covered + hit if most is not None else 0), hit * each(kind)

    return [((0, 0), slack)], step, lambda state: 0


def _last(
    deal: Deal, goods: Goods, each: Callable[[int], int], slack: int, buy: int, free: int, most: int | None
) -> Made:
    """The cheapest ones: so many paid for, then so many more may be covered, and nothing after them. With `buy` 0:
    `free` of them at most."""

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        if not _takes_part(deal, goods, kind):
            yield state, 0
            return
        paid, left = state
        if left >= 0:
            if count <= left:
                yield (0, left - count), count * each(kind)
            return
        yield (paid + count if buy else 0, -1), 0
        for covered in range(1, count + 1):
            there = free * ((paid + count - covered) // buy) if buy else free
            there = there if most is None else min(there, most)
            if covered <= there:
                yield (0, there - covered), covered * each(kind)

    return [((0, -1), slack)], step, lambda state: 0


def _earned(deal: Deal, goods: Goods, each: Callable[[int], int], slack: int) -> Made:
    """The cheapest, so many as the others earn: (whether one is covered, covered beyond whole rewards, pieces that earn
    less those that are needed)."""
    assert deal.for_each is not None
    need, gets = max(1, deal.for_each.pieces), max(1, deal.gets)
    main, others, most = goods.within(deal.reach), goods.within(deal.for_each.reach), deal.pieces
    there = sum(goods.kinds[kind].pieces for kind in main if _takes_part(deal, goods, kind))
    wanted = need * -(-(there if most is None else min(there, most)) // gets)

    def step(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        begun, beyond, balance = state
        earns = kind in others and goods.kinds[kind].article
        if not (kind in main and _takes_part(deal, goods, kind)):
            yield (begun, beyond, min(wanted, balance + count) if earns else balance), 0
            return
        for some in range(count + 1) if not begun else (count,):
            rewards = -(-(beyond + some) // gets) - -(-beyond // gets)
            earned = count - some if earns else 0
            after = begun or some > 0, (beyond + some) % gets, min(wanted, balance + earned - need * rewards)
            if after[2] >= -wanted:
                yield after, some * each(kind)

    def end(state: State) -> int | None:
        assert isinstance(state, tuple)
        return 0 if state[2] >= 0 else None

    return [((False, 0, 0), slack)], step, end


def _from_pieces(
    enough: int,
    goods: Goods,
    taker: Taker,
    start: Sequence[tuple[State, int]],
    step: Step,
    end: Callable[[State], int | None],
) -> Made:
    """The same, for so many pieces at least."""

    def counting(state: State, kind: int, count: int) -> Iterator[tuple[State, int]]:
        assert isinstance(state, tuple)
        before, had = state
        had = min(enough, had + count) if kind in taker.main and goods.kinds[kind].article else had
        for after, gain in step(before, kind, count):
            yield (after, had), gain

    def ended(state: State) -> int | None:
        assert isinstance(state, tuple)
        return end(state[0]) if state[1] >= enough else None

    return [((state, 0), gain) for state, gain in start], counting, ended
