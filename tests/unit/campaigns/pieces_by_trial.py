"""The best price by trying everything: each set of discounts, each way to deal single pieces out among them.

It shares no code with `kiosk.domain.coupons`: pieces are taken one by one, sets are filled by trying every piece in
every place, and what discounts take together is found by the narrowest cut.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.pieces import Of


class Thing(NamedTuple):
    """A piece, or (`sku` "") an amount whose articles nobody knows."""

    price: int
    category: str
    sku: str
    reduced: bool = False
    floor: int = 0
    barred: bool = False


class Rival(NamedTuple):
    """A discount, and how it gets on with others. `stage`: 0 to 3; `limited`, `stocked`: it uses the common limit, the
    common stock."""

    name: str
    give: Discount
    group: str
    with_: tuple[str, ...]
    by_sale: bool
    stage: int
    limited: bool = False
    stocked: bool = False


Take = tuple[tuple[tuple[frozenset[int], int], ...], int]
"""(Pieces, minor units from them together) in groups, and minor units in all."""


class Trial:
    """One basket, and how much of the common limit, the common stock and of all there is."""

    def __init__(self, things: Sequence[Thing], amount: int, unit: int, limit: int, stock: int, most_off: int) -> None:
        self.things, self.amount, self.unit = things, amount, unit
        self.limit, self.stock, self.most_off = limit, stock, most_off

    def best(self, rivals: Sequence[Rival]) -> int:
        """Minor units that the best set takes off."""
        found = 0
        # what takes nothing off the whole basket by itself takes no part
        rivals = [one for one in rivals if any(self.dealt_best(mine) for mine in self.stock_shared([one]))]
        for size in range(1, len(rivals) + 1):
            for some in itertools.combinations(rivals, size):
                if self.allowed(some):
                    for stocked in self.stock_shared(some):
                        found = max(found, self.dealt_best(stocked))
        return found

    def allowed(self, some: Sequence[Rival]) -> bool:
        if sum(one.limited for one in some) > self.limit:
            return False
        return all(
            gets_on(one, other) or not (one.by_sale or other.by_sale or (everywhere(one) and everywhere(other)))
            for one, other in itertools.combinations(some, 2)
        )

    def stock_shared(self, some: Sequence[Rival]) -> Iterator[list[Rival]]:
        """The same with every way to share the stock out."""
        users = [at for at, one in enumerate(some) if one.stocked]
        for parts in itertools.product(range(self.stock + 1), repeat=len(users)):
            if sum(parts) == self.stock or not users:
                found = list(some)
                for at, part in zip(users, parts, strict=True):
                    give = found[at].give
                    fewer = part if give.pieces is None else min(part, give.pieces)
                    found[at] = found[at]._replace(give=dataclasses.replace(give, pieces=fewer))
                yield found

    def dealt_best(self, some: Sequence[Rival]) -> int:
        """Of all ways to let each piece bear as many as go together."""
        ways = []
        for at in range(len(self.things)):
            reached = [one for one in range(len(some)) if self.reaches(some[one].give, at)]
            ways.append([frozenset(way) for way in largest(reached, some)])
        return max(self.taken(some, way) for way in itertools.product(*ways))

    def taken(self, some: Sequence[Rival], bearers: Sequence[frozenset[int]]) -> int:
        takes: list[tuple[int, list[Take]]] = []
        for one in sorted(range(len(some)), key=lambda one: some[one].stage):
            rival = some[one]
            mine = [at for at in range(len(self.things)) if one in bearers[at]]
            if rival.give.of is Of.REST:
                # only of everything: what is left of it is what it cost less what earlier stages took
                earlier = [take for stage, made in takes if stage < rival.stage for take in made]
                whole = min(self.amount, sum(self.things[at].price for at in mine)) - self.cut(earlier)
                takes.append((rival.stage, self.of_amounts(rival.give, mine, whole)))
            else:
                takes.append((rival.stage, self.takes(rival.give, mine)))
        if any(sum(amount for _, amount in made) == 0 for _, made in takes):
            return 0  # what takes nothing is not used, so it keeps no piece from others
        return self.cut([take for _, made in takes for take in made])

    def cut(self, takes: Sequence[Take]) -> int:
        """What the takes get together: the narrowest cut between them and the things."""
        most = min(self.amount, self.most_off) // self.unit * self.unit
        room = [max(0, thing.price - thing.floor) // self.unit * self.unit for thing in self.things]
        loads = [0] * len(room)
        for groups, amount in takes:
            for where, cap in groups:
                for at in where:
                    loads[at] += min(cap, amount)
        if all(load <= free for load, free in zip(loads, room, strict=True)):
            return min(most, sum(min(amount, sum(cap for where, cap in groups if where)) for groups, amount in takes))
        asked = frozenset(at for groups, _ in takes for where, _ in groups for at in where)
        least = most
        for size in range(len(asked) + 1):
            for kept in itertools.combinations(sorted(asked), size):
                beyond = sum(
                    min(amount, sum(cap for where, cap in groups if not where <= frozenset(kept)))
                    for groups, amount in takes
                )
                least = min(least, sum(room[at] for at in kept) + beyond)
        return least

    # -- one discount

    def reaches(self, give: Discount, at: int) -> bool:
        if give.set_:
            return any(self.in_part(give, part.items, part.categories, at) for part in give.set_.parts)
        earns = give.for_each is not None and in_words(self.things[at], give.for_each.items, give.for_each.categories)
        return self.in_reach(give, at) or (earns and not self.things[at].barred)

    def all_in_reach(self, give: Discount) -> list[int]:
        within = self.reaches if give.set_ else self.in_reach
        return [at for at in range(len(self.things)) if within(give, at)]

    def in_part(self, give: Discount, items: tuple[str, ...], categories: tuple[str, ...], at: int) -> bool:
        narrowed = dataclasses.replace(give, items=items or give.items, categories=categories or give.categories)
        return self.in_reach(narrowed, at)

    def in_reach(self, give: Discount, at: int) -> bool:
        thing = self.things[at]
        if thing.barred or thing.category in give.except_.categories or thing.sku in give.except_.items:
            return False
        if give.not_reduced and thing.reduced:
            return False
        if give.piece_price:
            low, high = give.piece_price.at_least, give.piece_price.at_most
            if (low or high is not None) and not thing.sku:
                return False
            if thing.price < low or (high is not None and thing.price > high):
                return False
        return in_words(thing, give.items, give.categories)

    def takes(self, give: Discount, mine: Sequence[int]) -> list[Take]:
        if give.set_:
            goods = [at for at in mine if self.reaches(give, at)]
        else:
            goods = [at for at in mine if self.in_reach(give, at)]
        whole = min(self.amount, sum(self.things[at].price for at in goods))
        real = [at for at in goods if self.things[at].sku]
        if len(real) < give.from_pieces:
            return []
        bought = [at for at, thing in enumerate(self.things) if thing.sku and at in self.all_in_reach(give)]
        if give.to_pieces is not None and len(bought) > give.to_pieces:
            return []
        if whole < give.spend:
            return []
        if not by_piece(give):
            return self.of_amounts(give, goods, whole)
        if give.set_ or give.bundle:
            return self.of_sets(give, [at for at in real if self.room(at)], whole)
        return self.of_pieces(
            give, mine, [at for at in real if self.room(at) and self.things[at].price > (give.price or 0)], whole
        )

    def of_amounts(self, give: Discount, goods: Sequence[int], whole: int) -> list[Take]:
        if whole <= 0 or whole < give.spend:
            return []
        tight = [at for at in goods if self.things[at].floor and self.ends_at_floor(give, at)]
        if tight and give.percent and not give.off and give.of is Of.PRICE:
            return self.of_floors(give, goods, tight, whole)
        off = give.off + half_up(whole, give.percent, self.unit)
        if give.each:
            off *= whole // give.spend
        off = min(off, self.bound(give, whole))
        off = off // self.unit * self.unit
        return [(((frozenset(goods), off),), off)]

    def ends_at_floor(self, give: Discount, at: int) -> bool:
        return Fraction(self.things[at].price * give.percent, 10_000) > self.things[at].price - self.things[at].floor

    def of_floors(self, give: Discount, goods: Sequence[int], tight: Sequence[int], whole: int) -> list[Take]:
        """Each gives its percentage; those that a floor ends, what they have above it."""
        loose = frozenset(goods) - frozenset(tight)
        tight = sorted(tight, key=lambda at: -self.things[at].price)  # where it is bounded, the dearest bear it first
        rest = min(whole - sum(self.things[at].price for at in tight), sum(self.things[at].price for at in loose))
        shares = [(frozenset([at]), self.room(at) // self.unit * self.unit) for at in tight]
        shares.append((loose, half_up(max(0, rest), give.percent, self.unit)))
        left = self.bound(give, whole) // self.unit * self.unit
        takes: list[Take] = []
        for where, share in shares:
            amount = min(share, left)
            left -= amount
            takes.append((((where, amount),), amount))
        return takes

    def bound(self, give: Discount, whole: int) -> int:
        found = whole if give.most is None else min(whole, give.most)
        return found if give.most_percent is None else min(found, whole * give.most_percent // 10_000)

    def of_sets(self, give: Discount, real: Sequence[int], whole: int) -> list[Take]:
        """Tried with every piece in every place."""
        best: tuple[int, int, frozenset[int]] = (0, 0, frozenset())
        for sets in range(1, len(real) + 1):
            if give.pieces is not None and sets > give.pieces:
                break
            for used in itertools.combinations(real, sets * set_size(give)):
                if self.fill(give, list(used), sets):
                    cost = sum(self.things[at].price for at in used)
                    best = max(best, (self.worth_of(give, cost, sets), cost, frozenset(used)), key=lambda one: one[:2])
        off = min(best[0], self.bound(give, whole)) // self.unit * self.unit
        return [(self.alike(best[2], real), off)] if off > 0 else []

    def fill(self, give: Discount, used: list[int], sets: int) -> bool:
        if give.bundle:
            return True
        assert give.set_ is not None
        slots = [part for part in give.set_.parts for _ in range(part.pieces * sets)]

        def place(number: int, left: frozenset[int]) -> bool:
            if number == len(slots):
                return True
            part = slots[number]
            return any(
                self.in_part(give, part.items, part.categories, at) and place(number + 1, left - {at}) for at in left
            )

        return place(0, frozenset(used))

    def worth_of(self, give: Discount, cost: int, sets: int) -> int:
        group = give.bundle or give.set_
        assert group is not None
        if group.price is not None:
            return cost - group.price * sets
        return min(cost, group.off * sets + half_up(cost, group.percent, self.unit))

    def of_pieces(self, give: Discount, mine: Sequence[int], real: Sequence[int], whole: int) -> list[Take]:
        covered = self.covered(give, mine, real)
        if not covered:
            return []
        cost = sum(self.things[at].price for at in covered)
        left = self.bound(give, whole) // self.unit * self.unit
        if give.off:
            times = -(-len(covered) // give.for_each.gets) if give.for_each else 1
            off = min(give.off * times, cost, left) // self.unit * self.unit
            return [(self.alike(covered, real), off)]
        each: list[int] = []
        passed = gone = 0
        for at in covered:
            price = self.things[at].price
            if give.percent:
                passed += price
                each.append(min(half_up(passed, give.percent, self.unit), passed) - gone)
                gone += each[-1]
            elif give.off_piece:
                each.append(min(give.off_piece, price))
            elif give.price is not None:
                each.append(price - give.price)
            else:
                each.append(price)
            if not give.percent:
                each[-1] = min(each[-1], self.room(at))
        takes: list[Take] = []
        for price in dict.fromkeys(self.things[at].price for at in covered):
            level = [number for number, at in enumerate(covered) if self.things[at].price == price]
            amount = sum(each[number] for number in level)
            where = [covered[number] for number in level]
            amount = min(left, amount, sum(self.room(at) for at in where))
            left -= amount
            same = frozenset(at for at in real if self.things[at].price == price)
            takes.append((self.alike(where, real) if give.for_each else ((same, amount),), amount))
        return takes

    def room(self, at: int) -> int:
        return max(0, self.things[at].price - self.things[at].floor)

    def alike(self, used: Iterable[int], real: Sequence[int]) -> tuple[tuple[frozenset[int], int], ...]:
        """So many of pieces that are alike, whichever."""
        count = Counter(self.things[at] for at in used)
        return tuple(
            (frozenset(at for at in real if self.things[at] == thing), number * max(0, thing.price - thing.floor))
            for thing, number in count.items()
        )

    def covered(self, give: Discount, mine: Sequence[int], real: Sequence[int]) -> list[int]:
        dearest = sorted(real, key=lambda at: (-self.things[at].price, self.things[at].floor))
        cheapest = sorted(real, key=lambda at: (self.things[at].price, self.things[at].floor))
        most = len(real) if give.pieces is None else give.pieces
        if give.for_each:
            words = give.for_each.items, give.for_each.categories
            others = [at for at in mine if self.things[at].sku and in_words(self.things[at], *words)]
            order = sorted(real, key=lambda at: (self.things[at].price, at in others))
            for count in range(min(most, len(real)), 0, -1):
                left = len([at for at in others if at not in order[:count]])
                if left >= give.for_each.pieces * -(-count // give.for_each.gets):
                    return order[:count]
            return []
        if give.free:
            return cheapest[: min(most, len(real) // (give.buy + give.free) * give.free)]
        if give.pick is None:
            return dearest[:most]
        if give.pick.cheapest is not None:
            return cheapest[: min(most, give.pick.cheapest)]
        if give.pick.dearest is not None:
            return dearest[: min(most, give.pick.dearest)]
        if give.pick.nth is not None:
            return dearest[give.pick.nth - 1 : give.pick.nth][:most]
        assert give.pick.every is not None
        return dearest[give.pick.every - 1 :: give.pick.every][:most]


def in_words(thing: Thing, items: tuple[str, ...], categories: tuple[str, ...]) -> bool:
    return (not items or thing.sku in items) and (not categories or thing.category in categories)


def set_size(give: Discount) -> int:
    if give.bundle:
        return give.bundle.pieces
    assert give.set_ is not None
    return sum(part.pieces for part in give.set_.parts)


def by_piece(give: Discount) -> bool:
    return (
        bool(
            give.off_piece
            or give.price is not None
            or give.free
            or give.bundle
            or give.set_
            or give.for_each
            or give.pick
        )
        or give.pieces is not None
    )


def everywhere(rival: Rival) -> bool:
    give = rival.give
    plain = not (give.items or give.categories or give.not_reduced or give.piece_price)
    return plain and not (give.except_.items or give.except_.categories or by_piece(give))


def gets_on(one: Rival, other: Rival) -> bool:
    return all("*" in this.with_ or that.group in this.with_ for this, that in ((one, other), (other, one)))


def largest(reached: Sequence[int], some: Sequence[Rival]) -> list[tuple[int, ...]]:
    """The sets of those that reach a piece, all of which go together, to which none can be added."""
    fine = [
        way
        for size in range(len(reached) + 1)
        for way in itertools.combinations(reached, size)
        if all(gets_on(some[one], some[other]) for one, other in itertools.combinations(way, 2))
    ]
    return [way for way in fine if not any(set(way) < set(more) for more in fine)]


def half_up(amount: int, rate_bp: int, unit: int) -> int:
    return int(Fraction(amount * rate_bp, 10_000 * unit) + Fraction(1, 2)) * unit
