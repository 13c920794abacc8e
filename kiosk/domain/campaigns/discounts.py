"""What a rule's discount takes off a basket."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kiosk.domain.campaigns.bounds import most_off
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import BARRED, CAPS, WITHIN, Happening
from kiosk.domain.campaigns.pieces import Of, Pick
from kiosk.domain.coupons.deal import Deal, Part, Picked, Reach, Stage
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.coupons.model import Basket


class Off(NamedTuple):
    """`off`: minor units. `pieces`: pieces of goods covered (of bundles and sets, how many), or units of points to be
    paid."""

    off: int
    pieces: int = 0


def basket_of(happening: Happening) -> Basket:
    """The goods of a happening, for `coupons.pricing`, with what discounts may take of them (`Engine.bounded`)."""
    lines = tuple(BasketLine(*item[:7]) for item in happening.items)  # what was paid for them is not theirs
    above = tuple(happening.detail.get(WITHIN, {}).items())
    barred = happening.detail.get(BARRED, ())
    basket = Basket(max(0, happening.amount), happening.categories, lines, None, above, barred)
    return replace(basket, most_off=most_off(happening, basket.whole())) if CAPS in happening.detail else basket


def deal_of(give: Discount, points: int = 0, stock: int | None = None, money: int | None = None) -> Deal:
    """What a discount does. `points`: what the member may spend; `stock`, `money`: how many pieces, and minor units,
    are there for it still (None: as many as it likes)."""
    deal = _plain(give)
    if money is not None and (give.most is None or money < give.most):
        deal = replace(deal, most=max(0, money))
    if stock is not None and not (give.off and give.pieces is None and give.pick is None and give.for_each is None):
        deal = replace(deal, pieces=max(0, stock) if give.pieces is None else max(0, min(give.pieces, stock)))
    return replace(deal, units=max(0, points) // give.for_points) if give.for_points else deal


@lru_cache(maxsize=4_096)
def _plain(give: Discount) -> Deal:
    """The same with as much of everything as it likes, and without points."""
    reach = _reach(give)
    said = give.set_ or give.bundle
    price = give.bundle.price if give.bundle else None
    deal = Deal(
        reach=reach,
        off=said.off if said else 0 if give.for_points else give.off,
        rate_bp=said.percent if said else give.percent,
        off_piece=give.off_piece,
        price=give.set_.price if give.set_ else give.price,
        buy=give.buy if give.free else 0,
        free=give.free,
        bundle=(give.bundle.pieces, price) if give.bundle and price is not None else None,
        parts=_parts(give, reach),
        for_each=Part(_narrowed(Reach(), give.for_each.items, give.for_each.categories), give.for_each.pieces)
        if give.for_each
        else None,
        gets=give.for_each.gets if give.for_each else 1,
        pick=_picked(give.pick) if give.pick else None,
        pieces=give.pieces,
        from_pieces=give.from_pieces,
        to_pieces=give.to_pieces,
        spend=give.spend,
        each=give.each,
        most=give.most,
        most_percent=give.most_percent,
        unit_off=give.off if give.for_points else 0,
        of_rest=give.of is Of.REST,
        exclusive=give.exclusive,
        priority=give.priority,
    )
    return _at_its_stage(deal, give)


def _parts(give: Discount, reach: Reach) -> tuple[Part, ...]:
    """Of a set; a bundle that has no price of its own is a set of one part."""
    if give.bundle is not None and give.bundle.price is None:
        return (Part(reach, give.bundle.pieces),)
    parts = give.set_.parts if give.set_ else ()
    return tuple(Part(_narrowed(reach, part.items, part.categories), part.pieces) for part in parts)


def discount_off(
    give: Discount,
    happening: Happening,
    points: int = 0,
    unit: int = 1,
    stock: int | None = None,
    money: int | None = None,
) -> Off:
    """What a discount takes off the basket of `happening`, by itself. `unit`: `money.rounding_unit` of the currency, to
    which percentages are rounded half up, as coupons' are; other amounts are cut down to it."""
    deal = deal_of(give, points, stock, money)
    # off everything it is all one what there is
    whole = deal.everywhere and not deal.from_pieces and deal.to_pieces is None and _is_one(happening, unit)
    goods = Goods(Basket(max(0, happening.amount)) if whole else basket_of(happening), [deal], unit, only_reached=True)
    gain = goods.taker(deal).gain(goods.runs)
    return Off(goods.taken(gain.takes), gain.pieces)


def _is_one(happening: Happening, unit: int) -> bool:
    """Whether to a discount on everything goods are no more than their sum: whole coins, all of which may be taken."""
    known = 0
    for _, _, pieces, price, _, floor, barred, *_ in happening.items:
        if pieces < 0 or price < 0 or floor or barred or price % unit:
            return False
        known += pieces * price
    named = 0
    for _, part in happening.categories:
        if part < 0 or part % unit:
            return False
        named += part
    return max(known, named) <= happening.amount and not (
        happening.detail and (happening.detail.get(BARRED) or CAPS in happening.detail)
    )


def _at_its_stage(deal: Deal, give: Discount) -> Deal:
    if give.stage is not None:
        stage = Stage[give.stage.name]
    elif give.for_points:
        stage = Stage.POINTS
    else:
        stage = Stage.BASKET if deal.everywhere or deal.of_rest else Stage.ARTICLES
    return replace(deal, stage=stage)


def _reach(give: Discount) -> Reach:
    price = give.piece_price
    return Reach(
        categories=give.categories or None,
        items=give.items or None,
        except_categories=give.except_.categories,
        except_items=give.except_.items,
        not_reduced=give.not_reduced,
        price_from=price.at_least if price else 0,
        price_to=price.at_most if price else None,
    )


def _narrowed(reach: Reach, items: tuple[str, ...], categories: tuple[str, ...]) -> Reach:
    return replace(reach, items=items or reach.items, categories=categories or reach.categories)


def _picked(pick: Pick) -> tuple[Picked, int] | None:
    said = (
        (Picked.CHEAPEST, pick.cheapest),
        (Picked.DEAREST, pick.dearest),
        (Picked.NTH, pick.nth),
        (Picked.EVERY, pick.every),
    )
    return next(((which, number) for which, number in said if number is not None), None)
