"""The price of a basket with coupons: what a set of coupons takes off, and which set takes off most.

What coupons give (docs/coupons.md, docs/adr/0008-coupon-rules.md, docs/adr/0025-pieces-and-stages.md):

- Every coupon is measured on the *original* price of the pieces it has, unless it says that it is of the rest: then on
  what earlier stages left. So the order in which coupons are scanned, chosen or applied cannot change the total.
- A percentage is rounded half up, once a coupon, straight to a multiple of `unit` minor units (100 for TWD, which is
  priced in whole dollars), then capped. Other amounts, and caps, are cut down to a multiple of `unit`.
- Together coupons never take more than the goods cost, nor a limited coupon more than its goods cost.
- A gift lowers no price. It decides between combinations of equal price.
- Coupons share a piece only when each one's template tolerates the other's group; a template tolerates itself only when
  it says so. Those that don't are not both used, or each has pieces of its own (`together`, `dealing`).

A campaign's discounts (templates with an `offer`) are candidates like coupons. They may cost the customer points, and
draw on limits and stock that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.domain.coupons.choosing import Chosen, choose
from kiosk.domain.coupons.gains import Gain, Run, Take, Taker
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.items import Candidate as Candidate
from kiosk.domain.coupons.items import Item, items_of, usable_together
from kiosk.domain.coupons.judge import MemberRoom
from kiosk.domain.coupons.model import Basket, Coupon, CouponTemplate
from kiosk.domain.coupons.together import deal_of, fit, one_sale, overdrawn, stackable
from kiosk.domain.refusals import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class Applied:
    """One coupon of a price. `off`: minor units, above zero but for a gift, which has 0; `takes`: from which parts of
    the price (`Pricing.parts`) at most so much each; `pieces`: how many pieces it covers."""

    coupon: Coupon
    template: CouponTemplate
    off: int
    takes: tuple[Take, ...] = ()
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class NotApplied:
    """A coupon that is not in the price, and why: NOT_STACKABLE, NO_BENEFIT, MEMBER_LIMIT or MEMBER_DAY_LIMIT."""

    coupon: Coupon
    template: CouponTemplate
    refusal: Refusal


class PricedPart(NamedTuple):
    """Pieces that bear the same discounts. `cost`, `room`: minor units before discounts, and that may be taken off;
    `rows`: (line of `Basket.whole`, minor units that may be taken off there)."""

    cost: int
    room: int
    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pricing:
    """amount − sum of the lines' `off` = total ≥ 0. Lines: percentages, thresholds, fixed amounts, gifts, those of the
    rest, points. `bound`: minor units by which the best price may be lower; 0: this is it."""

    amount: int
    total: int
    lines: tuple[Applied, ...] = ()
    left_out: tuple[NotApplied, ...] = ()
    parts: tuple[PricedPart, ...] = ()
    bound: int = 0

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total


def worth(template: CouponTemplate, basket: Basket, unit: int = 1) -> int:
    """What a coupon of `template` takes off when used alone, minor units, a multiple of `unit`; 0 for a gift."""
    deal = deal_of(template)
    goods = Goods(basket, [deal], unit)
    return goods.taken(goods.taker(deal).gain(goods.runs).takes)


def face_value(template: CouponTemplate) -> int:
    """Minor units that a coupon of `template` promises before anything is known of the goods: for a percentage those
    of its minimum; 0 for a gift."""
    deal = deal_of(template)
    amount = Run(deal.least, 1, False, 0, 0)
    alone = Taker(deal, lambda _reach: frozenset({0}), (0,), deal.least, 1).gain([amount]).off
    return max(deal.off, alone)


def best(
    basket: Basket, candidates: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The cheapest price that usable coupons give, and why the others are left out.

    Of equally cheap combinations: the one with more in gifts, then for fewer points, then with fewer coupons, then with
    coupons that expire earlier, then by coupon id. Where coupons would take more than the goods cost, or contend for
    pieces, points and small coupons are spared before those that expire late, and with very many candidates "fewer"
    means that none in it can be spared. Exact, as long as `Pricing.bound` is 0; a till answers in bounded time, so with
    dozens of discounts that contend for dozens of pieces there may be a better price by at most that much, but none
    worse than where discounts that do not go together exclude each other from the sale. The same candidates in any
    order give the same answer. `unit`: `money.rounding_unit` of the store's currency. `room`: template id →
    `judge.member_room`, for templates of which the member may use only so many.
    """
    items, goods = items_of(basket, candidates, unit)
    pool = usable_together(items, room or {}, goods)
    chosen = choose(pool, goods)
    if chosen.bound:
        goods, chosen = _settled(basket, goods, chosen, pool)
    return _pricing(basket, goods, chosen, items, room or {})


def _settled(basket: Basket, goods: Goods, chosen: Chosen, pool: Sequence[Item]) -> tuple[Goods, Chosen]:
    """Where a search had to end early: what `price` makes of the same coupons, so that it is the same when they are
    used; or, where that is better, those that do not exclude one another from the sale."""
    most = chosen.dealt.off + chosen.bound
    simple = choose(pool, goods, by_sale=True)
    used = [(item.coupon, item.template) for item, _, _ in _taking(goods, chosen)]
    while True:
        again, those = items_of(basket, used, goods.unit)
        found = choose(again, those, all_of_them=True)
        taking = [(item.coupon, item.template) for item, _, _ in _taking(those, found)]
        if len(taking) == len(used):
            break
        used = taking  # who takes nothing will not be there when it is used
    if simple.dealt.off >= found.dealt.off:
        return goods, simple._replace(bound=max(0, most - simple.dealt.off))
    return those, found._replace(bound=max(0, most - found.dealt.off))


def price(
    basket: Basket, chosen: Iterable[Candidate], *, unit: int = 1, room: Mapping[str, MemberRoom] | None = None
) -> Pricing:
    """The price with the coupons somebody chose. Of two that exclude each other the one chosen first stays; a coupon
    that would take nothing off is left out, so that it is not spent in vain. Otherwise the order does not matter."""
    candidates = list(chosen)
    place = {coupon.id: index for index, (coupon, _) in reversed(list(enumerate(candidates)))}
    items, goods = items_of(basket, candidates, unit)
    rooms = room or {}
    kept: list[Item] = []
    for item in sorted(items, key=lambda item: place[item.coupon.id]):
        same = sum(1 for other in kept if other.template.id == item.template.id)
        full = item.template.id in rooms and same >= rooms[item.template.id].left
        free = all(fit(item.template, other.template) for other in kept)
        if item.useful and not full and free and not overdrawn([one.template for one in (*kept, item)]):
            kept.append(item)
    names = {item.coupon.id for item in kept}
    ordered = [item for item in items if item.coupon.id in names]
    return _pricing(basket, goods, choose(ordered, goods, all_of_them=True), items, rooms)


def _pricing(
    basket: Basket, goods: Goods, chosen: Chosen, items: Sequence[Item], room: Mapping[str, MemberRoom]
) -> Pricing:
    """Lines in canonical order, each with what it takes beyond the lines above it: they add up by construction."""
    templates = {item.coupon.id: item.template for item in items}  # as they were handed in, not as they were cut
    lines = [
        Applied(item.coupon, templates[item.coupon.id], off, gain.takes, gain.pieces)
        for item, gain, off in _taking(goods, chosen)
    ]
    taken = sum(line.off for line in lines)
    parts = _parts(goods, chosen.dealt.parts)
    used = {line.coupon.id for line in lines}
    kinds = {item.coupon.id: item.party.taker.kinds for item in items}
    left_out = tuple(
        NotApplied(item.coupon, item.template, _why_not(item, lines, room, kinds))
        for item in items
        if item.coupon.id not in used
    )
    return Pricing(basket.amount, basket.amount - taken, tuple(lines), left_out, parts, chosen.bound)


def _taking(goods: Goods, chosen: Chosen) -> list[tuple[Item, Gain, int]]:
    """Of what was chosen what is in the price, in the order of its lines, each with what it takes beyond those above
    it, minor units."""
    rooms = [goods.room_of(kind, count) for kind, count in chosen.dealt.parts]
    found: list[tuple[Item, Gain, int]] = []
    above: list[Take] = []
    taken = 0
    for item, gain in sorted(zip(chosen.items, chosen.dealt.gains, strict=True), key=lambda one: one[0].line_order):
        above += gain.takes
        together = goods.taken(above, rooms)
        if together > taken or item.gift:
            found.append((item, gain, together - taken))
        taken = together
    return found


def _parts(goods: Goods, dealt: Sequence[tuple[int, int]]) -> tuple[PricedPart, ...]:
    """The parts with the lines they stand on: of alike pieces on several lines the first lines go first."""
    found = []
    passed = [0] * len(goods.kinds)
    for number, count in dealt:
        kind = goods.kinds[number]
        rows = []
        left, before = count, passed[number]
        for row, pieces in kind.rows:
            free = min(left, max(0, pieces - before))
            before = max(0, before - pieces)
            if free:
                rows.append((row, goods.room_of(number, free)))
                left -= free
        passed[number] += count
        found.append(PricedPart(kind.price * count, goods.room_of(number, count), tuple(rows)))
    return tuple(found)


def _why_not(
    item: Item, lines: Sequence[Applied], room: Mapping[str, MemberRoom], kinds: Mapping[str, frozenset[int]]
) -> Refusal:
    if not item.useful:
        return Refusal(RefusalCode.NO_BENEFIT)
    limit = room.get(item.template.id)
    if limit is not None and sum(1 for line in lines if line.template.id == item.template.id) >= limit.left:
        return limit.refusal
    over = overdrawn([item.template, *(line.template for line in lines)])
    short = {use.name for use in item.uses}
    for line in lines:
        uses = line.template.offer.uses if line.template.offer else ()
        rivals = over in {use.name for use in uses} if over else any(use.name in short for use in uses)
        together = stackable(item.template, line.template)
        if not together and one_sale(item.template, line.template):
            together = kinds[item.coupon.id].isdisjoint(kinds[line.coupon.id])
        if rivals or not together:
            return Refusal(RefusalCode.NOT_STACKABLE, {"other": line.coupon.id, "template": line.template.id})
    return Refusal(RefusalCode.NO_BENEFIT)
