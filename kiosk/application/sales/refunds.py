"""What is paid back for goods of a sale: the rest is priced again as the sale was, at its instant, with its coupons and
discounts (docs/returns.md).

Templates, rules and programs change. Only where the whole sale, priced again, costs what was paid for it, is the rest
priced so; else each of the goods counts with what it really cost, its share of all discounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.application.campaigns.basket import Basket
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.context import Context
from kiosk.application.ports.sales import StoredReturn, StoredSale
from kiosk.application.sales.outcomes import GoodsSold, LessPaid, Refund, Returned
from kiosk.application.sales.views import item_of, sale_lines
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.happenings import Happening, Item
from kiosk.domain.campaigns.offers import USE_POINTS, candidates, offers
from kiosk.domain.campaigns.points import POINTS_SHARE
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.shared import Shared, Stored, one_pool
from kiosk.domain.channels import Channel
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.coupons.pricing import Candidate, best
from kiosk.domain.coupons.shares import free_pieces, paid
from kiosk.domain.money import rounding_unit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import Goods, LeftOfSale, Offer, goods_in, offers_in
from kiosk.domain.sales.goods_back import Sold, fitted, found_in, price_of, refund_of, without

_PLENTY = 1 << 40


@dataclass(frozen=True, slots=True)
class Priced:
    """Goods of a sale, priced again. `paid`: minor units by category ("": of none); `offs`: what each discount takes
    off, by its id; `items`: what is paid for each article; `offers`: discounts of rules, as facts have them;
    `free`: how many pieces of each article are given for nothing."""

    total: int
    paid: Mapping[str, int]
    offs: Mapping[str, int]
    items: tuple[int, ...] = ()
    offers: tuple[tuple[str, int, int], ...] = ()
    free: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """A return that may be made: what is paid back, and what the fact says beside that."""

    refund: Refund
    body: Mapping[str, Any]


def goods_of(document: Mapping[str, Any]) -> Sold:
    """The goods of a stored sale. Raises BodyError."""
    items = tuple(map(item_of, goods_in(document)))
    categories = tuple((str(name), int(part)) for name, part in document.get("by_category", ()))
    return Sold(int(document["amount"]), categories, items)


def goods_left(sale: StoredSale) -> Sold:
    """Those that have not come back, as far as anybody said what came back."""
    return without(goods_of(sale.document), [Item(*row) for one in sale.returns for row in one.goods])


def refund_made(sale: StoredSale, done: StoredReturn) -> Refund:
    """A return that was made, as it was answered."""
    names = {line.coupon: line.name for line in sale_lines(sale.document)}
    cost = price_of(Item(*row) for row in done.goods) if done.goods else done.amount
    less = tuple(LessPaid(name, names.get(name), off) for name, off in done.less)
    return Refund(done.amount, cost, less, done.vouchers)


def goods_sold(sale: StoredSale) -> tuple[GoodsSold, ...]:
    """The goods of a sale row by row, with what they cost and how much of them is left; nothing where only the amount
    is known."""
    sold = goods_of(sale.document)
    if not sold.known:
        return ()
    paid = _paid_by_row(sale.document, sold)
    left = list(goods_left(sale).rows())
    found = []
    for row, cost in zip(sold.rows(), paid, strict=True):
        here = next((one for one in left if _same(one, row)), None)
        if here is not None:
            left.remove(here)
        rest = 0 if here is None else here.pieces if row.sku else here.price
        if row.pieces <= 0:
            continue  # it came back in that very sale
        found.append(GoodsSold(row.sku, row.category, row.pieces if row.sku else 0, row.price, cost, rest))
    return tuple(found)


def _same(one: Item, row: Item) -> bool:
    return (one.sku, one.category) == (row.sku, row.category) and (not row.sku or one.price == row.price)


def settle(context: Context, campaigns: Campaigns, sale: StoredSale, back: Returned) -> Settled | Refusal:
    """What is paid back for what comes back. `back.amount` counts where no goods are named."""
    left = int(sale.document["total"]) - sale.returned
    rest = goods_left(sale)
    priced = PricedAgain(context, campaigns, sale)
    named = (*back.items, *(Item("", name, 1, part) for name, part in back.by_category))
    if not named:
        amount = back.amount or 0
        if not 0 < amount <= left:
            return Refusal(RefusalCode.RETURN_TOO_LARGE, {"have": left, "need": amount})
        return Settled(Refund(amount, amount), _left(priced.of(rest), rest, left - amount))
    rows = found_in(rest, named)
    if isinstance(rows, Item):
        return Refusal(RefusalCode.RETURN_UNKNOWN, {"name": rows.sku or rows.category})
    if not rows:
        return Refusal(RefusalCode.RETURN_TOO_LARGE, {"have": left, "need": 0})
    after = without(rest, rows)
    then, now = priced.of(rest), priced.of(after)
    cost = price_of(rows)
    unnamed = sale.returned - sum(one.amount for one in sale.returns if one.goods)
    amount = left if after.amount <= 0 else refund_of(left, now.total, cost, unnamed)
    less = _less(sale, then, now, cost - amount)
    body: dict[str, Any] = {"items": [_row(row) for row in rows if row.sku]} if any(row.sku for row in rows) else {}
    plain = Counter[str]()
    for row in rows:
        if not row.sku:
            plain[row.category] += row.price
    body |= {"by_category": [list(one) for one in plain.items()]} if plain else {}
    body |= {"less": [[one.id, one.off] for one in less]} if less else {}
    return Settled(Refund(amount, cost, less), {**body, **_left(now, after, left - amount)})


def _row(row: Item) -> dict[str, Any]:
    return {"sku": row.sku, "category": row.category, "pieces": row.pieces, "price": row.price}


def _left(priced: Priced, rest: Sold, total: int) -> dict[str, Any]:
    parts = fitted(priced.paid, total)
    offered = tuple(Offer(rule=rule, off=off, pieces=pieces) for rule, off, pieces in priced.offers)
    known = tuple((name, parts[name]) for name in sorted(parts) if name)
    items = tuple(
        Goods(sku=item.sku, category=item.category, pieces=item.pieces, price=item.price, paid=cost, free=free)
        for item, cost, free in zip(rest.items, priced.items, priced.free or (0,) * len(rest.items), strict=False)
    )
    return {"left": LeftOfSale(goods=rest.amount, paid=known, items=items, offers=offered)}


def _less(sale: StoredSale, then: Priced, now: Priced, missing: int) -> tuple[LessPaid, ...]:
    """Why less is paid back than the goods' price tags say: discounts that the rest does not have any more, by name.
    What they do not account for (a sale of which part came back before, or goods that nobody named) has no name."""
    found: list[LessPaid] = []
    for line in sale_lines(sale.document):
        off = then.offs.get(line.coupon, 0) - now.offs.get(line.coupon, 0)
        if off and missing:
            found.append(LessPaid(line.coupon, line.name, off))
    rest = missing - sum(one.off for one in found)
    return (*found, LessPaid("", None, rest)) if rest else tuple(found)


class PricedAgain:
    """Prices goods as a sale was priced."""

    def __init__(self, context: Context, campaigns: Campaigns, sale: StoredSale) -> None:
        self._campaigns, self._sale = campaigns, sale
        self._document = document = sale.document
        self._sold = goods_of(document)
        self._unit = rounding_unit(campaigns.store.currency)
        self._rules = {one.rule: one for one in offers_in(document)}
        self._points = {line.coupon for line in sale_lines(document) if line.points}
        self._coupons = self._known_coupons(context)
        self._total = int(document["total"])
        whole = self._anew(self._sold)
        self._by_rules = whole is not None and whole.total == self._total

    def of(self, goods: Sold) -> Priced:
        """What these goods, of the sale, would have cost alone."""
        found = self._anew(goods) if self._by_rules else None
        return found if found is not None else self._by_shares(goods)

    # -- by the rules -------------------------------------------------------------------------------------------------

    def _known_coupons(self, context: Context) -> list[Candidate] | None:
        found: list[Candidate] = []
        for row in self._document["coupons"]:
            template = context.reference.template(str(row["template"]))
            if template is None:
                return None
            coupon = Coupon(
                str(row["id"]), template.id, template.valid_from, template.valid_until, self._document.get("member")
            )
            found.append((coupon, template))
        return found

    def _anew(self, goods: Sold) -> Priced | None:
        """With the coupons and discounts of the sale; None where one of them is not known any more."""
        if self._coupons is None:
            return None
        asked = self._asked(goods)
        offered = self._offered(asked) if self._rules else []
        if {coupon.id for coupon, _template in offered} != set(self._rules) and goods == self._sold:
            return None
        basket = basket_of(asked)
        pricing = best(basket, [*self._coupons, *offered], unit=self._unit)
        cost = paid(basket, pricing, self._unit)
        free = free_pieces(basket, pricing, cost)
        by_category = dict(cost.by_category)
        by_category[""] = pricing.total - sum(by_category.values())
        offs = {line.coupon.id: line.off for line in pricing.lines}
        return Priced(pricing.total, by_category, offs, cost.by_line, offers(pricing.lines), free)

    def _asked(self, goods: Sold) -> Happening:
        """The goods being priced, at the sale's instant."""
        document, campaigns = self._document, self._campaigns
        basket = Basket(
            self._sale.txn,
            goods.amount,
            str(document.get("member") or ""),
            goods.by_category,
            goods.items,
            str(document.get("other") or ""),
            Channel(document.get("channel", Channel.CHECKOUT)),
            bool(self._points),
            str(document.get("pay") or ""),
        )
        asked = campaigns.priced(basket, self._sale.at_ms)._replace(clerk=self._sale.actor)
        detail = {key: value for key, value in asked.detail.items() if key != POINTS_SHARE}
        return asked._replace(detail={**detail, USE_POINTS: bool(self._points)})

    def _offered(self, asked: Happening) -> list[Candidate]:
        campaigns = self._campaigns
        name = f"{campaigns.identity.device}/{self._sale.hlc:x}"
        state = campaigns.fold.state_before(asked.member, name)
        taken = Counter[str]()
        for reward in campaigns.state(asked.member).rewards.values() if asked.member else ():
            if reward.happening == name and reward.kind is RewardKind.DISCOUNT:
                taken.update(dict(reward.takes))
        # what the sale took of stock and limits was there, and no more than that is asked for
        shared = Shared(one_pool, Stored(lambda key: taken.get(key, _PLENTY)))
        found: list[Candidate] = []
        for coupon, template in candidates(campaigns.engine, asked, state, shared):
            if coupon.id in self._rules:
                most = self._rules[coupon.id].off if coupon.id in self._points else template.benefit.off
                benefit = replace(template.benefit, off=min(most, template.benefit.off))
                found.append((coupon, replace(template, benefit=benefit)))
        return found

    # -- by what each of the goods cost -------------------------------------------------------------------------------

    def _by_shares(self, goods: Sold) -> Priced:
        sold = self._sold
        cost = dict(zip(map(_key, sold.rows()), _paid_by_row(self._document, sold), strict=False))
        price = {_key(row): price_of([row]) for row in sold.rows()}
        paid: dict[str, int] = {}
        items: list[int] = []
        for row in goods.rows():
            key, here = _key(row), price_of([row])
            whole = price.get(key, here)
            part = cost.get(key, 0) if here >= whole else cost.get(key, 0) * here // (whole * self._unit) * self._unit
            paid[row.category] = paid.get(row.category, 0) + part
            items += [part] if row.sku else []
        offs = {line.coupon: line.off for line in sale_lines(self._document)} if goods == sold else {}
        kept = tuple((one.rule, one.off, one.pieces) for one in self._rules.values())
        return Priced(sum(paid.values()), paid, offs, tuple(items), kept)


def _key(row: Item) -> tuple[str, str, int]:
    return row.sku, row.category, row.price if row.sku else 0


def _paid_by_row(document: Mapping[str, Any], sold: Sold) -> list[int]:
    """Minor units that were paid for each row of a sale's goods; they make up its total."""
    total, rows = int(document["total"]), sold.rows()
    costs = [price_of([row]) for row in rows]
    said = goods_in(document)
    if total == sold.amount or not (any(one.paid is not None for one in said) or document.get("paid")):
        return list(fitted({str(at): cost for at, cost in enumerate(costs)}, total).values())
    by_category = {str(name): int(part) for name, part in document.get("paid", ())}
    found = [one.price * one.pieces if one.paid is None else one.paid for one in said]
    for one, cost in zip(said, found, strict=True):
        if one.category in by_category:
            by_category[one.category] -= cost
    for row in rows[len(said) :]:
        found.append(max(0, by_category.get(row.category, 0)) if row.category else max(0, total - sum(found)))
    return list(fitted({str(at): cost for at, cost in enumerate(found)}, total).values())
