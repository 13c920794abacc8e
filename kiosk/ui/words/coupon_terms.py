"""What a coupon asks for, in words: off which goods and pieces, from how much, when, where, how often. The same on the
screens of clerks and customers and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.coupons.deal import Deal, Exclusive, Part, Picked, Reach
from kiosk.domain.coupons.judge import needed_spend
from kiosk.domain.coupons.model import BenefitKind, CouponTemplate, WeekWindow
from kiosk.ui.i18n import Writes, spaced, translate
from kiosk.ui.words.codes import category_word
from kiosk.ui.words.rewards import joined

_WEEK = 7


@dataclass(frozen=True, slots=True)
class TermNames:
    """How stores, categories and articles are called; what has no name is told as it is written."""

    stores: Mapping[str, str] = field(default_factory=dict)
    category: Callable[[str], str] = category_word
    article: Callable[[str], str] = str


def coupon_terms(
    template: CouponTemplate, i18n: Writes, names: TermNames | None = None, stores: tuple[str, ...] | None = None
) -> list[str]:
    """Each in a few words, what is taken off first. `stores`: where the coupon itself is good alone."""
    names = names or TermNames()
    found = [*_taken_off(template, i18n, names), *_goods(template, i18n, names), *_from(template, i18n)]
    found += _hours(template.hours)
    for places in (template.stores, stores):
        if places:
            where = joined(names.stores.get(one, one) for one in places)
            found.append(translate("Terms", "In {stores} only").format(stores=where))
    found += _how_often(template)
    if not template.is_voucher and not template.stacks_with:
        whole = template.deal is None or template.deal.exclusive is Exclusive.SALE or template.deal.everywhere
        found.append(
            translate("Terms", "Not together with other offers")
            if whole
            else translate("Terms", "Not together with other offers on the same goods")
        )
    return [spaced(one) for one in found]


def _taken_off(template: CouponTemplate, i18n: Writes, names: TermNames) -> Iterator[str]:
    """What a coupon's figure does not say: a price, one for one, a set; which pieces; how much at most."""
    deal, benefit = template.deal, template.benefit
    if benefit.cap is not None:
        yield translate("Terms", "At most {money} off").format(money=i18n.money(benefit.cap))
    if benefit.kind is BenefitKind.THRESHOLD and benefit.each:
        yield translate("Terms", "For every {money}").format(money=i18n.money(benefit.spend))
    if deal is None:
        return
    if deal.price is not None and not deal.parts:
        yield translate("Terms", "{money} a piece").format(money=i18n.money(deal.price))
    if deal.free:
        yield translate("Terms", "Buy {buy}, {free} of them free").format(buy=deal.buy + deal.free, free=deal.free)
    if deal.off_piece:
        yield translate("Terms", "{money} off each piece").format(money=i18n.money(deal.off_piece))
    if deal.bundle is not None:
        pieces, price = deal.bundle
        yield translate("Terms", "Any {n} for {money}").format(n=pieces, money=i18n.money(price))
    if deal.parts:
        yield _set(deal, i18n, names)
    if deal.for_each is not None:
        yield translate("Terms", "%n piece(s) for each {goods}", None, deal.gets).format(
            goods=_part(deal.for_each, names)
        )
    yield from _pieces(deal)
    if benefit.kind is BenefitKind.DEAL:
        if deal.most is not None:
            yield translate("Terms", "At most {money} off").format(money=i18n.money(deal.most))
        if deal.each and deal.spend:
            yield translate("Terms", "For every {money}").format(money=i18n.money(deal.spend))
    if deal.most_percent is not None:
        share = f"{deal.most_percent / 100:g}"
        yield translate("Terms", "At most {share}% of the goods").format(share=share)


def _set(deal: Deal, i18n: Writes, names: TermNames) -> str:
    goods = " + ".join(_part(part, names) for part in deal.parts)
    if deal.price is not None:
        return translate("Terms", "{goods} for {money}").format(goods=goods, money=i18n.money(deal.price))
    if deal.off:
        return translate("Terms", "{goods} together {money} off").format(goods=goods, money=i18n.money(deal.off))
    share = f"{deal.rate_bp / 100:g}"
    return translate("Terms", "{goods} together {share}% off").format(goods=goods, share=share)


def _part(part: Part, names: TermNames) -> str:
    called = _named(part.reach.items, part.reach.categories, names) or translate("Terms", "any goods")
    if part.pieces == 1:
        return called
    return translate("Goods", "{pieces} × {name}").format(pieces=part.pieces, name=called)


def _pieces(deal: Deal) -> Iterator[str]:
    if deal.pick is not None:
        which, count = deal.pick
        if which is Picked.CHEAPEST:
            yield translate("Terms", "On the %n cheapest piece(s)", None, count)
        elif which is Picked.DEAREST:
            yield translate("Terms", "On the %n dearest piece(s)", None, count)
        elif which is Picked.NTH:
            yield translate("Terms", "On piece {n}, counted from the dearest").format(n=count)
        else:
            yield translate("Terms", "On one of every {n} pieces").format(n=count)
    if deal.pieces is not None:
        yield translate("Terms", "On at most %n piece(s)", None, deal.pieces)
    if deal.to_pieces is not None:
        words = translate("Terms", "With {least} to {most} pieces")
        yield words.format(least=max(1, deal.from_pieces), most=deal.to_pieces)
    elif deal.from_pieces:
        yield translate("Terms", "From {n} pieces on").format(n=deal.from_pieces)


def _goods(template: CouponTemplate, i18n: Writes, names: TermNames) -> Iterator[str]:
    reach = template.deal.reach if template.deal is not None else Reach(categories=template.categories)
    named = _named(reach.items, reach.categories, names)
    if named:
        yield translate("Terms", "On {goods} only").format(goods=named)
    excepted = _named(reach.except_items, reach.except_categories, names)
    if excepted:
        yield translate("Terms", "Not on {goods}").format(goods=excepted)
    if reach.not_reduced:
        yield translate("Terms", "Not on goods that are reduced already")
    low, high = i18n.money(reach.price_from), i18n.money(reach.price_to or 0)
    if reach.price_to is not None:
        yield translate("Terms", "On pieces at {low} to {high}").format(low=low, high=high)
    elif reach.price_from:
        yield translate("Terms", "On pieces from {low}").format(low=low)


def _named(items: tuple[str, ...] | None, categories: tuple[str, ...] | None, names: TermNames) -> str:
    return joined([*map(names.category, categories or ()), *map(names.article, items or ())])


def _from(template: CouponTemplate, i18n: Writes) -> Iterator[str]:
    deal, benefit = template.deal, template.benefit
    least = needed_spend(template)
    if deal is not None and benefit.kind is BenefitKind.DEAL and not deal.each:
        least = max(least, deal.spend)
    if least and not (benefit.each and least == benefit.spend):
        yield translate("Terms", "From {money}").format(money=i18n.money(least))


def _hours(windows: tuple[WeekWindow, ...]) -> Iterator[str]:
    for window in windows:
        days = "" if len(set(window.days)) == _WEEK else _days(sorted(set(window.days)))
        if window.since == window.until:
            if days:
                yield days
            continue
        hours = f"{window.since:%H:%M}–{window.until:%H:%M}"
        yield f"{days} {hours}" if days else hours


def _days(days: list[int]) -> str:
    """Three or more in a row as a span."""
    words = (
        translate("Terms", "Mon"),
        translate("Terms", "Tue"),
        translate("Terms", "Wed"),
        translate("Terms", "Thu"),
        translate("Terms", "Fri"),
        translate("Terms", "Sat"),
        translate("Terms", "Sun"),
    )
    in_a_row = len(days) > 2 and days == [*range(days[0], days[-1] + 1)]
    if in_a_row:
        return translate("Terms", "{first} to {last}").format(first=words[days[0] - 1], last=words[days[-1] - 1])
    return joined(words[day - 1] for day in days)


def _how_often(template: CouponTemplate) -> Iterator[str]:
    if template.uses_per_member is not None:
        yield translate("Terms", "%n a member", None, template.uses_per_member)
    if template.uses_per_member_day is not None:
        yield translate("Terms", "%n a member and day", None, template.uses_per_member_day)
    if not template.reusable:
        yield translate("Terms", "Not given back when the purchase is undone")
