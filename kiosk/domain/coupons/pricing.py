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
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.coupons.clique import Measure, best_clique
from kiosk.domain.coupons.goods import Goods, Reach
from kiosk.domain.coupons.judge import MemberRoom, usable_until
from kiosk.domain.coupons.model import Basket, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.refusals import Refusal, RefusalCode

Candidate = tuple[Coupon, CouponTemplate]
"""A coupon that `judge` found usable, and its template."""

_LINE_ORDER = {BenefitKind.PERCENT: 0, BenefitKind.THRESHOLD: 1, BenefitKind.FIXED: 2, BenefitKind.GIFT: 3}
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
    """amount − sum of the lines' `off` = total ≥ 0. Lines: percentages, thresholds, fixed amounts, gifts."""

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
    eligible = basket.eligible(template.categories)
    benefit = template.benefit
    off = 0
    if eligible < template.min_spend:
        return 0
    match benefit.kind:
        case BenefitKind.PERCENT:
            rate = min(max(benefit.rate_bp, 0), _BASIS_POINTS)
            off = (2 * eligible * rate + _BASIS_POINTS * unit) // (2 * _BASIS_POINTS * unit) * unit
            if benefit.cap is not None:
                off = min(off, benefit.cap)
        case BenefitKind.THRESHOLD if eligible >= benefit.spend:
            off = benefit.off * (eligible // benefit.spend if benefit.each and benefit.spend > 0 else 1)
        case BenefitKind.FIXED:
            off = benefit.off
        case _:
            pass
    return max(0, min(off, eligible)) // unit * unit


def stackable(one: CouponTemplate, other: CouponTemplate) -> bool:
    """Whether a coupon of each may be used in one sale: each tolerates the other's group ("*": every group)."""
    return _tolerates(one, other.stack_group) and _tolerates(other, one.stack_group)


def best(
    basket: Basket, candidates: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The cheapest price that usable coupons give, and why the others are left out.

    Exact. Of equally cheap combinations: the one with more in gifts, then with fewer coupons, then with coupons that
    expire earlier, then by coupon id. Where coupons would take more than the goods cost, large ones go before those
    that expire early, and with very many candidates "fewer" means that none in it can be spared. The same candidates in
    any order give the same answer. `unit`: `money.rounding_unit` of the store's currency. `room`: template id →
    `judge.member_room`, for templates of which the member may use only so many.
    """
    items = _items(basket, candidates, unit)
    goods = Goods(basket, unit)
    pool = _usable_together(items, room or {})
    return _pricing(basket, goods, _optimum(pool, goods), items, room or {})


def price(
    basket: Basket, chosen: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The price with the coupons somebody chose. Of two that exclude each other the one chosen first stays; a coupon
    that would take nothing off is left out, so that it is not spent in vain. Otherwise the order does not matter."""
    candidates = list(chosen)
    place = {coupon.id: index for index, (coupon, _) in reversed(list(enumerate(candidates)))}
    items = _items(basket, candidates, unit)
    rooms = room or {}
    kept: list[_Item] = []
    for item in sorted(items, key=lambda item: place[item.coupon.id]):
        same = sum(1 for other in kept if other.template.id == item.template.id)
        full = item.template.id in rooms and same >= rooms[item.template.id].left
        if item.useful and not full and all(stackable(item.template, other.template) for other in kept):
            kept.append(item)
    return _pricing(basket, Goods(basket, unit), kept, items, rooms)


@dataclass(frozen=True, slots=True)
class _Item:
    coupon: Coupon
    template: CouponTemplate
    reach: Reach
    off: int
    gift: int

    @property
    def useful(self) -> bool:
        return self.off > 0 or self.gift > 0

    @property
    def rank(self) -> tuple[datetime, str]:
        """Which of equals goes first: what would be lost soonest."""
        return usable_until(self.coupon, self.template), self.coupon.id

    @property
    def line_order(self) -> tuple[int, int, datetime, str]:
        return (_LINE_ORDER[self.template.benefit.kind], -self.off, *self.rank)


def _tolerates(template: CouponTemplate, group: str) -> bool:
    return "*" in template.stacks_with or group in template.stacks_with


def _items(basket: Basket, candidates: Iterable[Candidate], unit: int) -> list[_Item]:
    """Candidates, each coupon once, in an order of their own."""
    goods = Goods(basket, unit)
    items = {}
    for coupon, template in candidates:
        gift = max(template.benefit.value, 1) if template.benefit.kind is BenefitKind.GIFT else 0
        reach = goods.reach(template.categories)
        off = goods.taken(((reach, worth(template, basket, unit)),))
        items[coupon.id] = _Item(coupon, template, reach, off, gift)
    return sorted(items.values(), key=lambda item: (-item.off, -item.gift, *item.rank))


def _usable_together(items: Sequence[_Item], room: Mapping[str, MemberRoom]) -> list[_Item]:
    """Without what gives nothing and, template by template, without coupons that no combination could hold.

    Coupons of one template give the same, so those that expire first stand for all.
    """
    taken: dict[str, int] = {}
    pool = []
    for item in items:  # within a template the sort above is by rank
        template = item.template
        most = None if stackable(template, template) else 1
        if template.id in room:
            most = min(room[template.id].left, len(items) if most is None else most)
        count = taken.get(template.id, 0)
        if item.useful and (most is None or count < most):
            taken[template.id] = count + 1
            pool.append(item)
    return pool


def _optimum(pool: Sequence[_Item], goods: Goods) -> list[_Item]:
    """The best combination. First as if the goods had no end: then every wish, from the price down to the coupon id, is
    a plain sum, and the best set is one and only. If that set fits the goods it is the answer, because with an end no
    set is worth more than without. If not, the price and the gifts are optimised with the end in view."""
    if not pool:
        return []
    by_rank = sorted(pool, key=lambda item: item.rank)
    place = {item.coupon.id: index for index, item in enumerate(by_rank)}
    count, gifts = len(pool), sum(item.gift for item in pool) + 1

    def all_wishes(item: _Item) -> int:
        # digits of one number, the weightier wish the higher digit; the lowest digits are one bit a coupon, by rank
        cheaper_then_gifts = item.off * gifts + item.gift
        return (cheaper_then_gifts * (count + 1) - 1 << count) + (1 << count - 1 - place[item.coupon.id])

    nodes = _merged(pool)
    tolerates = _tolerance([node[0].template for node in nodes])
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
    for reach in dict.fromkeys(item.reach for node in nodes for item in node if item.reach):
        cuts = list(dict.fromkeys([*cuts, *(cut | reach for cut in cuts)]))[:_MOST_CUTS]
    measures = [Measure(goods.cap * gifts, [sum(item.gift for item in node) for node in nodes])]
    for cut in cuts:
        worths = [
            sum(item.gift + (0 if item.reach is not None and item.reach <= cut else item.off * gifts) for item in node)
            for node in nodes
        ]
        measures.append(Measure(goods.cost(cut) * gifts, worths))
    return measures


def _merged(pool: Sequence[_Item]) -> list[list[_Item]]:
    """Coupons that tolerate the same and one another go together or not at all, since none makes the price worse: one
    node of the search."""
    nodes: dict[object, list[_Item]] = {}
    for item in pool:
        template = item.template
        manners = (template.stack_group, frozenset(template.stacks_with))
        key = manners if stackable(template, template) else item.coupon.id
        nodes.setdefault(key, []).append(item)
    return list(nodes.values())


def _tolerance(templates: Sequence[CouponTemplate]) -> list[int]:
    """For each template the others that are stackable with it, as bits: `stackable` for all pairs at once."""
    members: dict[str, int] = {}
    for index, template in enumerate(templates):
        members[template.stack_group] = members.get(template.stack_group, 0) | 1 << index
    tolerated, tolerating = [], dict.fromkeys(members, 0)
    for index, template in enumerate(templates):
        groups = members.keys() if "*" in template.stacks_with else members.keys() & set(template.stacks_with)
        bits = 0
        for group in groups:
            bits |= members[group]
            tolerating[group] |= 1 << index
        tolerated.append(bits)
    return [
        tolerated[index] & tolerating[template.stack_group] & ~(1 << index) for index, template in enumerate(templates)
    ]


def _members(nodes: Sequence[Sequence[_Item]], bits: int) -> list[_Item]:
    return [item for index, node in enumerate(nodes) if bits >> index & 1 for item in node]


def _taken(goods: Goods, items: Iterable[_Item]) -> int:
    return goods.taken((item.reach, item.off) for item in items)


def _without_waste(found: Sequence[_Item], pool: Sequence[_Item], goods: Goods) -> list[_Item]:
    """A combination as good as `found` with as few coupons as can be found in bounded time."""
    price_off, gifts = _taken(goods, found), sum(item.gift for item in found)
    thinned = list(found)
    spare_first = sorted(found, key=lambda item: item.rank, reverse=True)
    for item in sorted(spare_first, key=lambda item: (item.off, item.gift)):
        rest = [other for other in thinned if other is not item]
        if _taken(goods, rest) == price_off and sum(other.gift for other in rest) == gifts:
            thinned = rest
    tolerates = _tolerance([item.template for item in pool])
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
    for line in lines:
        if not stackable(item.template, line.template):
            return Refusal(RefusalCode.NOT_STACKABLE, {"other": line.coupon.id, "template": line.template.id})
    return Refusal(RefusalCode.NO_BENEFIT)
