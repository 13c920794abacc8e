"""What a customer should hear while there is still time: one more is free, add this for the price of the set, so much
more for so much off.

What is missing is found by counting pieces; whether it is worth saying is found by pricing the basket with it. So
nobody is promised what another condition, a better discount or a coupon makes worthless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kiosk.domain.campaigns.compiled import CompiledCampaign, CompiledRule
from kiosk.domain.campaigns.counted import counted
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening, Item
from kiosk.domain.campaigns.model import Rule
from kiosk.domain.coupons.deal import Reach
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.pricing import Pricing
from kiosk.domain.texts import LocalText

MOST = 3
_MOST_TRIALS = 6
"""Baskets that are priced for it, beside the customer's own."""
_SHARE = 2
"""Money is near when no more is missing than one part in so many of what is needed."""


class Trial(NamedTuple):
    """A basket as it would be priced: minor units to pay, and what each discount of a rule ("campaign/rule") takes."""

    total: int
    offs: Mapping[str, int]


def trial_of(pricing: Pricing) -> Trial:
    """What counts of a price."""
    return Trial(pricing.total, {line.coupon.id: line.off for line in pricing.lines if line.template.offer is not None})


@dataclass(frozen=True, slots=True)
class NearOffer:
    """`rule`: campaign/rule. What is missing: a piece of one of `items` or `categories` (neither: of anything), or
    `missing` minor units of goods. `extra`: minor units that the customer pays more with it; `saves`: what they then
    save; None where that depends on a price that nobody knows; `called`: the first of `items` by its name, where the
    goods file has one."""

    rule: str
    name: LocalText
    items: tuple[str, ...]
    categories: tuple[str, ...]
    missing: int
    extra: int
    saves: int | None
    called: str = ""

    @property
    def free(self) -> bool:
        """Whether the missing piece costs nothing."""
        return not self.missing and self.extra <= 0


@dataclass(frozen=True, slots=True)
class _Wanting:
    """What a rule lacks: a piece of the goods of `part`, or `missing` minor units of them. `fixed`: what the customer
    then pays does not depend on the price of the piece."""

    rule: str
    name: LocalText
    part: Reach
    missing: int
    fixed: bool


def near_offers(
    rules: Iterable[tuple[CompiledCampaign, CompiledRule]],
    basket: Happening,
    now: Trial,
    price: Callable[[Happening], Trial],
    usual: Callable[[str], int | None],
) -> tuple[NearOffer, ...]:
    """The best first, at most `MOST`. `rules`: those that give discounts now; `basket`: the
    goods being priced, `now` their price; `price`: of other goods of the same customer; `usual`: what an article
    usually costs, if that is known."""
    found: list[NearOffer] = []
    trials = 0
    for wanting in _wanting(((one.key, one.rule) for _, one in rules), basket):
        for more, known in _additions(wanting, basket, usual):
            if trials == _MOST_TRIALS:
                break
            trials += 1
            tried = price(_with(basket, more))
            offer = _worth(wanting, more, known, now, tried)
            if offer is not None:
                found.append(offer)
                break
    return tuple(sorted(found, key=lambda one: (one.missing > 0, one.extra, one.rule))[:MOST])


def _worth(wanting: _Wanting, more: Item, known: bool, now: Trial, tried: Trial) -> NearOffer | None:
    extra = tried.total - now.total
    if tried.offs.get(wanting.rule, 0) <= now.offs.get(wanting.rule, 0) or extra >= more.cost:
        return None
    if not known and (
        extra < 0 or (extra > 0 and not wanting.fixed) or _others(wanting, now) != _others(wanting, tried)
    ):
        return None  # by a price that nobody knows other discounts would begin
    saves = more.cost - extra if known else 0
    reach = wanting.part
    items = (more.sku,) if known and more.sku else reach.items or ()
    return NearOffer(
        wanting.rule, wanting.name, items, reach.categories or (), wanting.missing, max(0, extra), saves or None
    )


def _others(wanting: _Wanting, trial: Trial) -> dict[str, int]:
    """What the discounts of other rules take."""
    return {rule: off for rule, off in trial.offs.items() if off and rule != wanting.rule}


# --- what is missing -------------------------------------------------------------------------------------------------


def _wanting(rules: Iterable[tuple[str, Rule]], basket: Happening) -> Iterator[_Wanting]:
    lines = basket_of(basket).whole()
    for key, rule in rules:
        give = next((one for one in rule.give if isinstance(one, Discount) and not one.for_points), None)
        if give is None:
            continue
        for part, missing in (*_pieces(give, lines), *_money(give, lines), *_conditions(rule, basket, lines)):
            fixed = give.set_ is not None and give.set_.price is not None
            fixed = fixed or (give.for_each is not None and give.price is not None and part == _reach(give))
            yield _Wanting(key, rule.name, part, missing, fixed)


def _pieces(give: Discount, lines: Sequence[BasketLine]) -> Iterator[tuple[Reach, int]]:
    """Goods of which one piece is missing."""
    reach = _reach(give)
    have = _count(reach, lines)
    if give.set_ is not None:
        parts = [(_narrowed(reach, part.items, part.categories), max(1, part.pieces)) for part in give.set_.parts]
        yield from _of_a_set(parts, lines)
    elif give.for_each is not None:
        first = _narrowed(Reach(), give.for_each.items, give.for_each.categories)
        bought, each = _count(first, lines), max(1, give.for_each.pieces)
        if bought // each * give.for_each.gets > have:
            yield reach, 0
        elif bought % each == each - 1 and bought and have > bought // each * give.for_each.gets:
            yield first, 0
    elif have and _one_short(give, have):
        yield reach, 0


def _one_short(give: Discount, have: int) -> bool:
    if give.from_pieces and have == give.from_pieces - 1:
        return True
    if give.free:
        return have % (give.buy + give.free) >= give.buy
    if give.bundle is not None:
        return give.bundle.pieces > 0 and have % give.bundle.pieces == give.bundle.pieces - 1
    every, nth = (give.pick.every, give.pick.nth) if give.pick is not None else (None, None)
    return bool((every and have % every == every - 1) or (nth and have == nth - 1))


def _of_a_set(parts: Sequence[tuple[Reach, int]], lines: Sequence[BasketLine]) -> Iterator[tuple[Reach, int]]:
    have = [_count(reach, lines) for reach, _ in parts]
    sets = min((count // pieces for count, (_, pieces) in zip(have, parts, strict=True)), default=0)
    short = [max(0, (sets + 1) * pieces - count) for count, (_, pieces) in zip(have, parts, strict=True)]
    if sum(short) == 1 and len(parts) > 1:
        yield parts[short.index(1)][0], 0


def _money(give: Discount, lines: Sequence[BasketLine]) -> Iterator[tuple[Reach, int]]:
    """Goods of which so much is missing for `spend`."""
    reach = _reach(give)
    base = sum(line.cost for line in lines if reach.touches(line))
    if give.spend and base:
        need = (base // give.spend + 1) * give.spend if give.each else give.spend
        if _near(base, need):
            yield reach, need - base


def _conditions(rule: Rule, basket: Happening, lines: Sequence[BasketLine]) -> Iterator[tuple[Reach, int]]:
    """The same for the rule's own conditions on goods."""
    if_ = rule.if_
    if if_.amount is not None:
        asked = if_.amount
        have = counted((), asked.except_, asked.not_reduced).amount(basket)
        if _near(have, asked.at_least):
            yield Reach(), asked.at_least - have
    if if_.categories is not None:
        wanted = if_.categories
        have = counted(wanted.any, wanted.except_, wanted.not_reduced).amount(basket)
        if _near(have, wanted.amount):
            yield Reach(categories=wanted.any), wanted.amount - have
    asked_for = (
        (if_.categories, Reach(categories=if_.categories.any) if if_.categories else Reach()),
        (if_.items, Reach(items=if_.items.any or None) if if_.items else Reach()),
    )
    for some, reach in asked_for:
        if some is None:
            continue
        left = some.except_
        reach = replace(reach, except_categories=left.categories, except_items=left.items, not_reduced=some.not_reduced)
        if some.count - _count(reach, lines) == 1:
            yield reach, 0


def _near(have: int, need: int) -> bool:
    return 0 < need - have <= need // _SHARE and have > 0


# --- what would do ---------------------------------------------------------------------------------------------------


def _additions(wanting: _Wanting, basket: Happening, usual: Callable[[str], int | None]) -> Iterator[tuple[Item, bool]]:
    """Goods to be tried, and whether their price is known: the cheapest of those that are there, else those that the
    rule names, else any at a price that no set has."""
    reach = wanting.part
    if wanting.missing:
        if reach.items is None:
            yield Item("", next(iter(reach.categories or ()), ""), 1, wanting.missing), True
        return
    there = [line for line in basket_of(basket).whole() if line.article and reach.touches(line)]
    if there:
        line = min(there, key=lambda one: (one.price, one.article))
        yield Item(line.article, line.category, 1, line.price, line.reduced, line.floor, line.barred), True
        return
    for sku in reach.items or ():
        price = usual(sku)
        if price is not None:
            yield Item(sku, next(iter(reach.categories or ()), ""), 1, price), True
            return
    sku, category = next(iter(reach.items or ("?",))), next(iter(reach.categories or ()), "")
    yield Item(sku, category, 1, max(1, basket.amount)), False


def _with(basket: Happening, more: Item) -> Happening:
    """The basket with more goods; without an article, an amount."""
    amounts = dict(basket.categories)
    if more.category:
        amounts[more.category] = amounts.get(more.category, 0) + more.cost
    items = (*basket.items, more) if more.sku else basket.items
    return basket._replace(
        amount=basket.amount + more.cost, categories=tuple(sorted(amounts.items())), items=items, offers=()
    )


def _count(reach: Reach, lines: Sequence[BasketLine]) -> int:
    return sum(line.pieces for line in lines if line.article and reach.touches(line))


def _reach(give: Discount) -> Reach:
    price = give.piece_price
    return Reach(
        give.categories or None,
        give.items or None,
        give.except_.categories,
        give.except_.items,
        give.not_reduced,
        price.at_least if price is not None else 0,
        price.at_most if price is not None else None,
    )


def _narrowed(reach: Reach, items: tuple[str, ...], categories: tuple[str, ...]) -> Reach:
    return replace(reach, items=items or reach.items, categories=categories or reach.categories)
