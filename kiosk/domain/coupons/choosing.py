"""Which of the candidates take most off together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, permutations
from typing import NamedTuple

from kiosk.domain.coupons.clique import Measure, Steps, best_clique
from kiosk.domain.coupons.dealing import Table, steps_of_a_price
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.items import Item, item_of
from kiosk.domain.coupons.model import UseKind
from kiosk.domain.coupons.party import Dealt
from kiosk.domain.coupons.relaxed import bits_of
from kiosk.domain.coupons.together import matrices, overdrawn, stackable

_MOST_CUTS = 16
"""Ways of looking at goods that run out; more would cost more than they spare."""
_FEWEST_STEPS = 250
"""Steps of the search, at most, to spare coupons where discounts exceed the goods: about a millisecond."""
_MOST_DEALINGS = 24
"""Of these steps, those that have to deal pieces out anew."""
_LAST_STEPS = 60
"""Of the search for the best set, when there is no time left to deal pieces out."""
_MOST_DROPS = 6
"""Discounts that are tried without, all in all, so that a later one reaches its threshold."""
_MOST_CUTTINGS = 60
"""Ways, at most, in which what is short is cut up between those that want it."""


class Chosen(NamedTuple):
    """The chosen items, how pieces are dealt out among them, and minor units by which another choice may be better."""

    items: list[Item]
    dealt: Dealt
    bound: int


def choose(pool: Sequence[Item], goods: Goods, *, all_of_them: bool = False, by_sale: bool = False) -> Chosen:
    """The best combination that uses no more of anything than there is. Where the best one does, one of those that use
    it has to stay out, or to do with less; each way is tried. `all_of_them`: what goes together has been seen to;
    `by_sale`: those that may share no piece are not both in the sale."""
    steps = steps_of_a_price()
    tried: dict[frozenset[tuple[str, int, int]], Chosen] = {}

    def wish(found: Chosen) -> tuple[int, int, int, int, list[tuple[datetime, str]]]:
        ranks = sorted(item.rank for item in found.items)
        gift, points = sum(item.gift for item in found.items), sum(item.points for item in found.items)
        return -found.dealt.off, -gift, points, len(found.items), ranks

    def solve(within: Sequence[Item]) -> Chosen:
        name = frozenset((item.coupon.id, item.deal.pieces or 0, item.deal.most or 0) for item in within)
        if name not in tried:
            chooser = Chooser(within, goods, steps)
            found = chooser.all() if all_of_them else chooser.apart_by_sale() if by_sale else chooser.best()
            ways = list(_less(found, within, goods))
            if ways:
                others = [solve(way) for way in ways]
                found = min(others, key=wish)
                most = max(one.dealt.off + one.bound for one in others)
                found = found._replace(bound=most - found.dealt.off)
            tried[name] = found
        return tried[name]

    return solve(pool)


def _less(found: Chosen, within: Sequence[Item], goods: Goods) -> Iterator[list[Item]]:
    """Ways to do with less of what a choice uses too much of; none when there is enough of everything."""
    over = overdrawn([item.template for item in found.items])
    if over:
        for item in found.items:
            if any(use.name == over for use in item.uses):
                yield [one for one in within if one is not item]
        return
    drawn: dict[tuple[str, UseKind, int], list[tuple[Item, int]]] = {}
    for item, gain in zip(found.items, found.dealt.gains, strict=True):
        for use in item.uses:
            if use.kind is not UseKind.WHOLE:
                amount = max(1, gain.pieces) if use.kind is UseKind.PIECES else gain.off
                drawn.setdefault((use.name, use.kind, use.there_is), []).append((item, amount))
    for (name, kind, there_is), users in sorted(drawn.items(), key=lambda one: one[0][0]):
        if sum(amount for _, amount in users) > there_is:
            mine = [item for item in within if any(use.name == name for use in item.uses)]
            for parts in _cuttings(there_is, _wants(mine, kind, there_is)):
                given = dict(zip((item.coupon.id for item in mine), parts, strict=True))
                yield [
                    _cut(item, name, kind, given[item.coupon.id], goods) if item.coupon.id in given else item
                    for item in within
                    if given.get(item.coupon.id, 1) > 0
                ]
            return


def _wants(mine: Sequence[Item], kind: UseKind, there_is: int) -> list[int]:
    """How much each could use at most."""
    if kind is UseKind.PIECES:
        return [min(there_is, max(item.party.gain.pieces, 1)) for item in mine]
    return [min(there_is, item.party.bounds.most) for item in mine]


def _cuttings(whole: int, wants: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Ways to share out `whole`. Where there are many, everyone comes first in turn, and the others get what is left:
    for money that is no worse."""
    ways: list[tuple[int, ...]] = [()]
    for at, want in enumerate(wants):
        rest = sum(wants[at + 1 :])
        ways = [
            (*way, part)
            for way in ways
            for part in range(max(0, whole - sum(way) - rest), min(want, whole - sum(way)) + 1)
        ] if len(ways) * (want + 1) <= _MOST_CUTTINGS else []  # fmt: skip
        if not ways:
            break
    if ways:
        yield from ways
        return
    for order in list(permutations(range(len(wants))) if len(wants) <= 4 else [range(len(wants))])[:_MOST_CUTTINGS]:
        left, given = whole, dict.fromkeys(range(len(wants)), 0)
        for at in order:
            given[at] = min(left, wants[at])
            left -= given[at]
        yield tuple(given[at] for at in range(len(wants)))


def _cut(item: Item, name: str, kind: UseKind, part: int, goods: Goods) -> Item:
    """The same, which has no more than `part` of what is short, and needs not be watched for it."""
    assert item.template.offer is not None
    uses = tuple(use for use in item.uses if use.name != name)
    template = replace(item.template, offer=replace(item.template.offer, uses=uses))
    deal = item.deal
    if kind is UseKind.PIECES:
        deal = replace(deal, pieces=part if deal.pieces is None else min(part, deal.pieces))
    else:
        deal = replace(deal, most=part if deal.most is None else min(part, deal.most))
    return item_of(item.coupon, template, deal, goods)


class Chooser:
    """The search among items. Sets of them are bits."""

    def __init__(self, items: Sequence[Item], goods: Goods, steps: Steps) -> None:
        self._items, self._goods = items, goods
        self._fits, apart = matrices([item.template for item in items], [item.deal for item in items])
        self.table = Table(goods, [item.party for item in items], apart, steps)
        self._offs = [item.party.bounds.most if self.table.apart[at] else item.off for at, item in enumerate(items)]
        self._gifts = sum(item.gift for item in items) + 1
        self._values: dict[int, int] = {}
        self._mosts: dict[int, int] = {}
        self._loose = 0
        """No set whose value was asked for is worth more."""

    def best(self) -> Chosen:
        """The best set of what goes together two by two; of priorities the highest first, as if the others were not
        there."""
        kept = bound = 0
        levels = sorted({item.deal.priority for item in self._items}, reverse=True)
        for level in levels:
            pool = [
                at
                for at, item in enumerate(self._items)
                if item.deal.priority == level and all(self._fits[at] >> one & 1 for one in bits_of(kept))
            ]
            kept, most = self._optimum(pool, kept)
            bound = max(bound, most - self.value(kept))
        if len(levels) == 1:
            kept = self._for_fewer_points(kept)
        return Chosen([self._items[at] for at in bits_of(kept)], self.table.dealt(kept), max(0, bound))

    def _for_fewer_points(self, found: int) -> int:
        """As good a set where points have less to pay: they pay what everything else leaves, so first comes the best of
        what goes with them."""
        paying = [at for at in bits_of(found) if self._items[at].points]
        if len(paying) != 1:
            return found
        points = paying[0]
        pool = [at for at, item in enumerate(self._items) if self._fits[points] >> at & 1 and not item.points]
        others, _ = self._optimum(pool, 0)
        both = others | 1 << points

        def gifts_of(bits: int) -> int:
            return sum(self._items[at].gift for at in bits_of(bits))

        better = self.value(others) > self.value(found & ~(1 << points))
        return both if better and self.value(both) == self.value(found) and gifts_of(both) >= gifts_of(found) else found

    def all(self) -> Chosen:
        """All of them, whatever they take."""
        items = (1 << len(self._items)) - 1
        dealt = self.table.dealt(items)
        if dealt.off < 0:
            found = self.apart_by_sale()
            most = min(self._most_of(items), self._goods.cap)
            return found._replace(bound=max(0, most - found.dealt.off))
        return Chosen(list(self._items), dealt, dealt.most - dealt.off)

    def apart_by_sale(self) -> Chosen:
        """The best set when those that may share no piece are not both in the sale: quickly found, and a price that
        can be had. Its bound is not known."""
        pool = range(len(self._items))
        fits = [self._fits[at] & ~self.table.apart[at] for at in pool]
        nodes = [[at] for at in pool]

        def worth(items: int) -> int:
            return self.value(items) * self._gifts + sum(self._items[at].gift for at in bits_of(items))

        plain = Measure(0, [item.off * self._gifts + item.gift for item in self._items])
        whole = Measure(self._goods.cap * self._gifts, [item.gift for item in self._items])
        items = _members(nodes, best_clique([plain, whole], fits, worth, steps=Steps(1_000)))
        return Chosen([self._items[at] for at in bits_of(items)], self.table.dealt(items), 0)

    def _most_of(self, items: int, enough: int = -1) -> int:
        rivals = sum(1 << at for at in bits_of(items) if self.table.apart[at])
        others = sum(self._offs[at] for at in bits_of(items & ~rivals))
        return others + self.table.most(rivals, enough - others)

    def value(self, items: int) -> int:
        """Minor units that items take together, or some of them, where a later one then takes more."""
        found = self._values.get(items)
        if found is None:
            if self.table.plain(items):
                found = most = self._goods.taken(
                    [take for at in bits_of(items) for take in self._items[at].party.gain.takes]
                )
            else:
                dealt = self.table.dealt(items)
                most = dealt.most if dealt.off >= 0 else self._most_of(items)  # or nothing is known of it
                found = max([dealt.off, *(self.table.dealt(less).off for less in self._drops(items))])
            self._values[items], self._mosts[items] = found, max(found, most)
        self._loose = max(self._loose, self._mosts[items])
        return found

    def _drops(self, items: int) -> Iterator[int]:
        """Fewer items, where one of the rest has a threshold that the others may have taken it below."""
        later = [
            self._items[at].deal
            for at in bits_of(items)
            if self._items[at].deal.of_rest and (self._items[at].deal.spend or self._items[at].deal.least)
        ]
        if not later:
            return
        last = max(deal.stage for deal in later)
        early = [at for at in bits_of(items) if self._items[at].deal.stage < last and not self._items[at].gift]
        for count in range(1, len(early) + 1) if len(early) <= _MOST_DROPS else (1, 2):
            for some in combinations(early, count):
                yield items & ~sum(1 << at for at in some)

    def _optimum(self, pool: Sequence[int], fixed: int) -> tuple[int, int]:
        """The best set of `pool` beside `fixed`, and minor units that no set takes more than. First as if the goods had
        no end and no piece had two masters: then every wish, from the price down to the coupon id, is a plain sum, and
        the best set is one and only. If that set takes that much it is the answer, because no set is worth more. If
        not, the price and the gifts are optimised with goods and pieces in view."""
        self._loose = 0
        if len(pool) + bool(fixed) < 2:
            found = fixed | sum(1 << at for at in pool)
            return found, max(self.value(found), self._loose)
        items = self._items
        by_rank = sorted(pool, key=lambda at: items[at].rank)
        place = {at: index for index, at in enumerate(by_rank)}
        count = len(pool)
        points = sum(items[at].points for at in pool) + 1

        def all_wishes(at: int) -> int:
            # digits of one number, the weightier wish the higher digit; the lowest digits are one bit a coupon, by rank
            money = (self._offs[at] * self._gifts + items[at].gift) * points - items[at].points
            return (money * (count + 1) - 1 << count) + (1 << count - 1 - place[at])

        nodes = self._merged(pool)
        tolerates = [self._tolerated(node[0], nodes) for node in nodes]
        plain = Measure(0, [sum(map(all_wishes, node)) for node in nodes])
        bits = best_clique([plain], tolerates)
        found = fixed | _members(nodes, bits)
        if self.value(found) == sum(self._offs[at] for at in bits_of(found)):
            return found, self.value(found)
        steps = Steps()

        def worth_together(bits: int) -> int:
            if self.table.steps.left < 0:  # what else there is, is only bounded
                steps.left = min(steps.left, _LAST_STEPS)
            members = _members(nodes, bits)
            return self.value(fixed | members) * self._gifts + sum(items[at].gift for at in bits_of(members))

        measures = self._measures(nodes, fixed)
        bits = best_clique(measures, tolerates, worth_together, start=bits, steps=steps)
        found = fixed | _members(nodes, bits)
        most = max(self._loose, steps.open // self._gifts)
        return self._without_waste(found, pool, fixed), most

    def _tolerated(self, one: int, nodes: Sequence[Sequence[int]]) -> int:
        return sum((self._fits[one] >> node[0] & 1) << at for at, node in enumerate(nodes))

    def _measures(self, nodes: Sequence[Sequence[int]], fixed: int) -> list[Measure]:
        """Bounds on price and gifts where goods run out, or pieces cannot bear everything.

        What coupons take is at most the price of some goods, whichever, and what coupons that reach beyond these goods
        would take (max-flow min-cut: for the right goods it is exactly that); and at most what pieces can bear of those
        that may not share them.
        """
        items, gifts, goods = self._items, self._gifts, self._goods
        sure = sum(self._offs[at] for at in bits_of(fixed)) * gifts
        loads = [0] * len(goods.kinds)
        for at in (*bits_of(fixed), *(at for node in nodes for at in node)):
            for kind in items[at].party.taker.kinds:
                loads[kind] += self._offs[at]
        cuts: list[frozenset[int]] = [frozenset()]
        if any(load > room for load, room in zip(loads, goods.room, strict=True)):
            for parts in dict.fromkeys(
                take.parts for node in nodes for at in node for take in items[at].party.gain.takes
            ):
                reach = frozenset(parts)
                cuts = list(dict.fromkeys([*cuts, *(cut | reach for cut in cuts)]))[:_MOST_CUTS]
        measures = [Measure(goods.cap * gifts, [sum(items[at].gift for at in node) for node in nodes])]
        for cut in cuts:
            worths = [sum(items[at].gift + self._beyond(at, cut) * gifts for at in node) for node in nodes]
            base = sure + sum(goods.room[kind] for kind in cut) * gifts
            measures.append(Measure(base, worths))
        rivals = sum(1 << at for at in range(len(items)) if self.table.apart[at])
        if rivals:
            others = sum(self._offs[at] for at in bits_of(fixed & ~rivals)) * gifts
            worths = [
                sum(items[at].gift + (0 if rivals >> at & 1 else self._offs[at] * gifts) for at in node)
                for node in nodes
            ]

            def of_rivals(bits: int, enough: int) -> int:
                mine = rivals & (fixed | _members(nodes, bits))
                return others + self._most_of_some(mine, (enough - others) // gifts) * gifts

            loose = others + sum(self._offs[at] for at in bits_of(rivals)) * gifts
            measures.append(Measure(loose, worths, of_rivals))
        return measures

    def _most_of_some(self, rivals: int, enough: int) -> int:
        """A bound on what those of these rivals take that may be in one sale."""
        for at in bits_of(rivals):
            others = rivals & ~self._fits[at]
            if others & ~(1 << at):  # one of these at most
                alone = 1 << at
                for one in bits_of(others):
                    if not alone & self._fits[one] & ~(1 << one):
                        alone |= 1 << one
                return max(self._most_of_some(rivals & ~alone | 1 << one, enough) for one in bits_of(alone))
        return self.table.most(rivals, enough)

    def _beyond(self, at: int, cut: frozenset[int]) -> int:
        """Minor units that a discount may take outside of some kinds of goods."""
        party = self._items[at].party
        if self.table.apart[at] or party.deal.of_rest:
            return 0 if party.taker.kinds <= cut else self._offs[at]
        return min(self._offs[at], sum(take.amount for take in party.gain.takes if not cut.issuperset(take.parts)))

    def _merged(self, pool: Sequence[int]) -> list[list[int]]:
        """Coupons that tolerate the same and one another go together or not at all, since none makes the price worse:
        one node of the search."""
        nodes: dict[object, list[int]] = {}
        whole = sum(1 << at for at in pool)
        for at in pool:
            item = self._items[at]
            template = item.template
            key: object = item.coupon.id
            if not any(use.kind is UseKind.WHOLE for use in item.uses):
                if whole & ~(self._fits[at] | 1 << at) == 0:
                    key = True  # goes with everything that is here
                elif stackable(template, template):
                    manners = (template.stack_group, frozenset(template.stacks_with))
                    key = (*manners, item.deal.exclusive, item.deal.everywhere)
            nodes.setdefault(key, []).append(at)
        return list(nodes.values())

    def _without_waste(self, found: int, pool: Sequence[int], fixed: int) -> int:
        """A combination as good as `found` with as few coupons as can be found in bounded time."""
        items = self._items

        def gifts_of(bits: int) -> int:
            return sum(items[at].gift for at in bits_of(bits))

        price_off, gifts = self.value(found), gifts_of(found)
        thinned = found
        simple = self.table.plain(found) or self.table.dealt(found).off < price_off
        spare_first = sorted(bits_of(found & ~fixed), key=lambda at: items[at].rank, reverse=True)
        if not simple:  # to try without each would be to deal pieces out each time: only for what is spent or used up
            spare_first = [at for at in spare_first if items[at].template.offer is None or items[at].points]
        for at in sorted(spare_first, key=lambda at: (not items[at].points, self._offs[at], items[at].gift)):
            rest = thinned & ~(1 << at)
            if gifts_of(rest) < gifts:
                continue
            if (not simple and self.table.spare(thinned, at)) or (
                (simple or self._most_of(rest, price_off - 1) >= price_off) and self.value(rest) == price_off
            ):
                thinned = rest
        if not simple:
            return thinned
        if not any(items[at].points for at in bits_of(thinned)):
            pool = [at for at in pool if not items[at].points]
        pool = sorted(pool, key=lambda at: -self._offs[at])
        steps, dealings = _FEWEST_STEPS, _MOST_DEALINGS

        def search(kept: int, off: int, allowed: int, start: int, missing: int) -> int | None:
            nonlocal steps, dealings
            if missing == 0:
                dealings -= not self.table.plain(kept)
                good = dealings >= 0 and gifts_of(kept) == gifts and self._most_of(kept, price_off - 1) >= price_off
                good = good and self.value(kept) == price_off
                return kept if good else None
            for index in range(start, len(pool) - missing + 1):
                # the pool is sorted by what coupons take off: the next ones take the most that `missing` more could
                steps -= 1
                more = sum(self._offs[at] for at in pool[index : index + missing])
                if steps < 0 or off + more < price_off:
                    return None
                at = pool[index]
                if allowed >> at & 1:
                    fewer = search(
                        kept | 1 << at, off + self._offs[at], allowed & self._fits[at], index + 1, missing - 1
                    )
                    if fewer is not None:
                        return fewer
            return None

        everything = (1 << len(items)) - 1
        sure = sum(self._offs[at] for at in bits_of(fixed))
        for size in range(1, len(bits_of(thinned & ~fixed))):
            fewer = search(fixed, sure, everything, 0, size)
            if fewer is not None:
                return fewer
        return thinned


def _members(nodes: Iterable[Sequence[int]], bits: int) -> int:
    return sum(1 << at for index, node in enumerate(nodes) if bits >> index & 1 for at in node)
