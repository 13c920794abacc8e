"""The price of a basket with coupons: what a set of coupons takes off, and which set takes off most.

What coupons give (docs/coupons.md, docs/adr/0008-coupon-rules.md):

- Every coupon is measured on the *original* price of the goods it may touch: percentages and thresholds do not see what
  other coupons took. So the order in which coupons are scanned, chosen or applied cannot change the total.
- A percentage is rounded half up, once a coupon, straight to a multiple of `unit` minor units (100 for TWD, which is
  priced in whole dollars), then capped. Other amounts, and caps, are cut down to a multiple of `unit`.
- Together coupons never take more than the goods cost, nor a category-limited coupon more than its categories cost.
- A gift lowers no price. It decides between combinations of equal price.
- Coupons combine only when each one's template tolerates the other's group; a template tolerates itself only when it
  says so.

A campaign's discounts (templates with an `offer`) are candidates like coupons. They may be limited to articles, cover
certain pieces of them, cost the customer points, and draw on limits and stock that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.coupons.clique import Measure, best_clique
from kiosk.domain.coupons.goods import Goods, Takes
from kiosk.domain.coupons.judge import MemberRoom, usable_until
from kiosk.domain.coupons.model import Basket, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.together import fit, overdrawn, stackable, tolerance
from kiosk.domain.refusals import Refusal, RefusalCode

Candidate = tuple[Coupon, CouponTemplate]
"""A coupon that `judge` found usable, and its template."""

_LINE_ORDER = {
    BenefitKind.PERCENT: 0,
    BenefitKind.THRESHOLD: 1,
    BenefitKind.FIXED: 2,
    BenefitKind.GIFT: 3,
    BenefitKind.UNKNOWN: 4,
}
_POINTS_LINE = 4
"""Points pay what everything else has left."""
_BASIS_POINTS = 10_000
_MOST_CUTS = 16
"""Ways of looking at goods that run out; more would cost more than they spare."""
_FEWEST_STEPS = 250
"""Steps of the search, at most, to spare coupons where discounts exceed the goods: about a millisecond."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One coupon of a price. `off`: minor units, above zero but for a gift, which has 0."""

    coupon: Coupon
    template: CouponTemplate
    off: int


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A coupon that is not in the price, and why: NOT_STACKABLE, NO_BENEFIT, MEMBER_LIMIT or MEMBER_DAY_LIMIT."""

    coupon: Coupon
    template: CouponTemplate
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Pricing:
    """amount − sum of the lines' `off` = total ≥ 0. Lines: percentages, thresholds, fixed amounts, gifts, points."""

    amount: int
    total: int
    lines: tuple[Applied, ...] = ()
    left_out: tuple[NotApplied, ...] = ()

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total


def worth(template: CouponTemplate, basket: Basket, unit: int = 1) -> int:
    """Minor units that a coupon of `template` takes off when used alone, a multiple of `unit`; 0 for a gift."""
    items = template.offer.items if template.offer else None
    return _worth(template, basket.eligible(template.categories, items), unit)


def face_value(template: CouponTemplate) -> int:
    """Minor units that a coupon of `template` promises before anything is known of the goods: for a percentage those
    of its minimum; 0 for a gift."""
    return max(template.benefit.off, _worth(template, template.min_spend, 1))


def _worth(template: CouponTemplate, eligible: int, unit: int) -> int:
    benefit = template.benefit
    off = 0
    if eligible < template.min_spend:
        return 0
    match benefit.kind:
        case BenefitKind.PERCENT:
            off = rounded(eligible, benefit.rate_bp, unit)
            if benefit.cap is not None:
                off = min(off, benefit.cap)
        case BenefitKind.THRESHOLD if eligible >= benefit.spend:
            off = benefit.off * (eligible // benefit.spend if benefit.each and benefit.spend > 0 else 1)
        case BenefitKind.FIXED:
            off = benefit.off
        case _:
            pass
    return max(0, min(off, eligible)) // unit * unit


def rounded(amount: int, rate_bp: int, unit: int) -> int:
    """So many basis points of an amount, rounded half up to a multiple of `unit`; never more than all of it."""
    rate = min(max(rate_bp, 0), _BASIS_POINTS)
    return (2 * amount * rate + _BASIS_POINTS * unit) // (2 * _BASIS_POINTS * unit) * unit


def best(
    basket: Basket, candidates: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The cheapest price that usable coupons give, and why the others are left out.

    Exact. Of equally cheap combinations: the one with more in gifts, then for fewer points, then with fewer coupons,
    then with coupons that expire earlier, then by coupon id. Where coupons would take more than the goods cost, points
    and small coupons are spared before those that expire late, and with very many candidates "fewer" means that none in
    it can be spared. The same candidates in any order give the same answer. `unit`: `money.rounding_unit` of the
    store's currency. `room`: template id → `judge.member_room`, for templates of which the member may use only so many.
    """
    items, goods = _items(basket, candidates, unit)
    pool = _usable_together(items, room or {})
    return _pricing(basket, goods, _best_within(pool, goods), items, room or {})


def price(
    basket: Basket, chosen: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The price with the coupons somebody chose. Of two that exclude each other the one chosen first stays; a coupon
    that would take nothing off is left out, so that it is not spent in vain. Otherwise the order does not matter."""
    candidates = list(chosen)
    place = {coupon.id: index for index, (coupon, _) in reversed(list(enumerate(candidates)))}
    items, goods = _items(basket, candidates, unit)
    rooms = room or {}
    kept: list[_Item] = []
    for item in sorted(items, key=lambda item: place[item.coupon.id]):
        same = sum(1 for other in kept if other.template.id == item.template.id)
        full = item.template.id in rooms and same >= rooms[item.template.id].left
        free = all(fit(item.template, other.template) for other in kept)
        if item.useful and not full and free and not overdrawn([one.template for one in (*kept, item)]):
            kept.append(item)
    return _pricing(basket, goods, kept, items, rooms)


@dataclass(frozen=True, slots=True)
class _Item:
    coupon: Coupon
    template: CouponTemplate
    takes: Takes
    off: int
    gift: int
    points: int

    @property
    def useful(self) -> bool:
        return self.off > 0 or self.gift > 0

    @property
    def rank(self) -> tuple[datetime, str]:
        """Which of equals goes first: what would be lost soonest."""
        return usable_until(self.coupon, self.template), self.coupon.id

    @property
    def line_order(self) -> tuple[int, int, datetime, str]:
        place = _POINTS_LINE if self.points else _LINE_ORDER[self.template.benefit.kind]
        return (place, -self.off, *self.rank)


def _items(basket: Basket, candidates: Iterable[Candidate], unit: int) -> tuple[list[_Item], Goods]:
    """Candidates, each coupon once, in an order of their own, and the goods they take from."""
    given = {coupon.id: (coupon, template) for coupon, template in candidates}
    goods = Goods(basket, {template.id: template for _, template in given.values()}.values(), unit)
    eligible: dict[object, int] = {}
    items = []
    for coupon, template in given.values():
        offer = template.offer
        limit = template.categories, offer.items if offer else None
        if limit not in eligible:
            eligible[limit] = basket.eligible(*limit)
        gift = max(template.benefit.value, 1) if template.benefit.kind is BenefitKind.GIFT else 0
        takes = goods.takes(template, _worth(template, eligible[limit], unit))
        off = goods.alone(takes)
        if len(takes) == 1:
            takes = ((takes[0][0], off),)
        points = offer.points * offer.units(off) if offer else 0
        items.append(_Item(coupon, template, takes, off, gift, points))
    return sorted(items, key=lambda item: (-item.off, -item.gift, *item.rank)), goods


def _usable_together(items: Sequence[_Item], room: Mapping[str, MemberRoom]) -> list[_Item]:
    """Without what gives nothing and, template by template, without coupons that no combination could hold.

    Coupons of one template give the same, so those that expire first stand for all.
    """
    taken: dict[str, int] = {}
    pool = []
    for item in items:  # within a template the sort above is by rank
        template = item.template
        most = None if fit(template, template) else 1
        if template.id in room:
            most = min(room[template.id].left, len(items) if most is None else most)
        count = taken.get(template.id, 0)
        if item.useful and (most is None or count < most):
            taken[template.id] = count + 1
            pool.append(item)
    return pool


def _best_within(pool: Sequence[_Item], goods: Goods) -> list[_Item]:
    """The best combination that uses no more of anything than there is. Where the best one does, one of those that use
    it has to stay out; each is tried. (Two that together use too much have been kept apart already.)"""
    tried: dict[frozenset[str], list[_Item]] = {}

    def wish(found: Sequence[_Item]) -> tuple[int, int, int, int, list[tuple[datetime, str]]]:
        ranks = sorted(item.rank for item in found)
        gift, points = sum(item.gift for item in found), sum(item.points for item in found)
        return -_taken(goods, found), -gift, points, len(found), ranks

    def solve(within: Sequence[_Item]) -> list[_Item]:
        name = frozenset(item.coupon.id for item in within)
        if name not in tried:
            found = _optimum(within, goods)
            over = overdrawn([item.template for item in found])
            if over:
                users = [item for item in found if over in {use[0] for use in _uses(item)}]
                found = min((solve([one for one in within if one is not out]) for out in users), key=wish)
            tried[name] = found
        return tried[name]

    return solve(pool)


def _optimum(pool: Sequence[_Item], goods: Goods) -> list[_Item]:
    """The best combination of what goes together two by two. First as if the goods had no end: then every wish, from
    the price down to the coupon id, is a plain sum, and the best set is one and only. If that set fits the goods it is
    the answer, because with an end no set is worth more than without. If not, the price and the gifts are optimised
    with the end in view."""
    if len(pool) < 2:
        return list(pool)
    by_rank = sorted(pool, key=lambda item: item.rank)
    place = {item.coupon.id: index for index, item in enumerate(by_rank)}
    count, gifts = len(pool), sum(item.gift for item in pool) + 1
    points = sum(item.points for item in pool) + 1

    def all_wishes(item: _Item) -> int:
        # digits of one number, the weightier wish the higher digit; the lowest digits are one bit a coupon, by rank
        money = (item.off * gifts + item.gift) * points - item.points
        return (money * (count + 1) - 1 << count) + (1 << count - 1 - place[item.coupon.id])

    nodes = _merged(pool)
    tolerates = tolerance([node[0].template for node in nodes])
    plain = Measure(0, [sum(map(all_wishes, node)) for node in nodes])
    bits = best_clique([plain], tolerates)
    found = _members(nodes, bits)
    if _taken(goods, found) == sum(item.off for item in found):
        return found

    def worth_together(bits: int) -> int:
        members = _members(nodes, bits)
        return _taken(goods, members) * gifts + sum(item.gift for item in members)

    bits = best_clique(_measures(nodes, goods, gifts), tolerates, worth_together, start=bits)
    return _without_waste(_members(nodes, bits), pool, goods)


def _measures(nodes: Sequence[Sequence[_Item]], goods: Goods, gifts: int) -> list[Measure]:
    """Bounds on price and gifts where goods run out. `gifts`: more than all gifts together.

    What coupons take is at most the price of some goods, whichever, and what coupons that reach beyond these goods
    would take (max-flow min-cut: for the right goods it is exactly that).
    """

    cuts: list[frozenset[int]] = [frozenset()]
    for reach in dict.fromkeys(reach for node in nodes for item in node for reach, _ in item.takes if reach):
        cuts = list(dict.fromkeys([*cuts, *(cut | reach for cut in cuts)]))[:_MOST_CUTS]
    measures = [Measure(goods.cap * gifts, [sum(item.gift for item in node) for node in nodes])]
    for cut in cuts:
        worths = [sum(item.gift + _beyond(item, cut) * gifts for item in node) for node in nodes]
        measures.append(Measure(goods.cost(cut) * gifts, worths))
    return measures


def _beyond(item: _Item, cut: frozenset[int]) -> int:
    """Minor units that a discount may take outside of some parts of the goods."""
    return min(item.off, sum(amount for reach, amount in item.takes if reach is None or not reach <= cut))


def _merged(pool: Sequence[_Item]) -> list[list[_Item]]:
    """Coupons that tolerate the same and one another go together or not at all, since none makes the price worse: one
    node of the search."""
    nodes: dict[object, list[_Item]] = {}
    for item in pool:
        template = item.template
        manners = (template.stack_group, frozenset(template.stacks_with))
        key = manners if stackable(template, template) and not _uses(item) else item.coupon.id
        nodes.setdefault(key, []).append(item)
    return list(nodes.values())


def _uses(item: _Item) -> tuple[tuple[str, int, int], ...]:
    return item.template.offer.uses if item.template.offer else ()


def _members(nodes: Sequence[Sequence[_Item]], bits: int) -> list[_Item]:
    return [item for index, node in enumerate(nodes) if bits >> index & 1 for item in node]


def _taken(goods: Goods, items: Iterable[_Item]) -> int:
    return goods.taken(take for item in items for take in item.takes)


def _without_waste(found: Sequence[_Item], pool: Sequence[_Item], goods: Goods) -> list[_Item]:
    """A combination as good as `found` with as few coupons as can be found in bounded time."""
    price_off, gifts = _taken(goods, found), sum(item.gift for item in found)
    thinned = list(found)
    spare_first = sorted(found, key=lambda item: item.rank, reverse=True)
    for item in sorted(spare_first, key=lambda item: (not item.points, item.off, item.gift)):
        rest = [other for other in thinned if other is not item]
        if _taken(goods, rest) == price_off and sum(other.gift for other in rest) == gifts:
            thinned = rest
    if not any(item.points for item in thinned):
        pool = [item for item in pool if not item.points]
    tolerates = tolerance([item.template for item in pool])
    steps = _FEWEST_STEPS

    def search(kept: list[_Item], off: int, allowed: int, start: int, size: int) -> list[_Item] | None:
        nonlocal steps
        missing = size - len(kept)
        if missing == 0:
            good = _taken(goods, kept) == price_off and sum(item.gift for item in kept) == gifts
            return kept if good else None
        for index in range(start, len(pool) - missing + 1):
            # the pool is sorted by what coupons take off: the next ones take the most that `missing` more could
            steps -= 1
            if steps < 0 or off + sum(item.off for item in pool[index : index + missing]) < price_off:
                return None
            if allowed >> index & 1:
                item = pool[index]
                fewer = search([*kept, item], off + item.off, allowed & tolerates[index], index + 1, size)
                if fewer is not None:
                    return fewer
        return None

    for size in range(1, len(thinned)):
        fewer = search([], 0, (1 << len(pool)) - 1, 0, size)
        if fewer is not None:
            return fewer
    return thinned


def _pricing(
    basket: Basket, goods: Goods, kept: Sequence[_Item], items: Sequence[_Item], room: Mapping[str, MemberRoom]
) -> Pricing:
    """Lines in canonical order, each with what it takes beyond the lines above it: they add up by construction."""
    lines: list[Applied] = []
    above: list[_Item] = []
    taken = 0
    for item in sorted(kept, key=lambda item: item.line_order):
        above.append(item)
        together = _taken(goods, above)
        if together > taken or item.gift:
            lines.append(Applied(item.coupon, item.template, together - taken))
        taken = together
    used = {line.coupon.id for line in lines}
    left_out = tuple(
        NotApplied(item.coupon, item.template, _why_not(item, lines, room))
        for item in items
        if item.coupon.id not in used
    )
    return Pricing(basket.amount, basket.amount - taken, tuple(lines), left_out)


def _why_not(item: _Item, lines: Sequence[Applied], room: Mapping[str, MemberRoom]) -> Refusal:
    if not item.useful:
        return Refusal(RefusalCode.NO_BENEFIT)
    limit = room.get(item.template.id)
    if limit is not None and sum(1 for line in lines if line.template.id == item.template.id) >= limit.left:
        return limit.refusal
    over = overdrawn([item.template, *(line.template for line in lines)])
    for line in lines:
        offer = line.template.offer
        rivals = bool(over) and offer is not None and over in {use[0] for use in offer.uses}
        if rivals or not stackable(item.template, line.template):
            return Refusal(RefusalCode.NOT_STACKABLE, {"other": line.coupon.id, "template": line.template.id})
    return Refusal(RefusalCode.NO_BENEFIT)
