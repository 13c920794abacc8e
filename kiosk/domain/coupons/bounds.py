"""How much a discount can take at most, piece by piece and in all, whichever pieces it has."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from kiosk.domain.coupons.deal import Deal, Picked
from kiosk.domain.coupons.gains import Taker
from kiosk.domain.coupons.goods import Goods

SCALE = 10_000
"""Parts of a minor unit, in which bounds are reckoned; rounded up."""


class Bounds(NamedTuple):
    """Of any pieces, a discount takes at most `slack` and `piece[kind]` for each of a kind (in 1/SCALE), and `most`
    minor units in all."""

    slack: int
    piece: dict[int, int]
    most: int


def bounds(deal: Deal, taker: Taker, goods: Goods) -> Bounds:
    """The bounds of a deal on some goods."""
    slack = 0
    if deal.rate_bp:
        kinds = [goods.kinds[kind] for kind in taker.kinds]
        even = all(one.price * deal.rate_bp % (SCALE * goods.unit) == 0 for one in kinds) and not deal.of_rest
        slack = 0 if even else goods.unit * SCALE // 2
    piece = {kind: _piece(deal, goods, kind) for kind in sorted(taker.kinds)}
    widest = sum(goods.kinds[kind].pieces * each for kind, each in piece.items()) + slack
    most = min(goods.cap, widest // SCALE)
    for bound in (deal.most, _once(deal)):
        most = most if bound is None else min(most, bound)
    generous = _generous(deal)
    # the dearest pieces, and all of them, are the best it can have
    alone = goods.taker(generous).gain(goods.runs).off
    return Bounds(slack, piece, min(most, alone))


def _once(deal: Deal) -> int | None:
    if deal.off and not (deal.rate_bp or deal.each or deal.parts or deal.for_each):
        return deal.off
    return deal.units * deal.unit_off if deal.unit_off else None


def _generous(deal: Deal) -> Deal:
    """The same for whoever chooses pieces, so that more of them are never worse."""
    if deal.free:
        # so many of the dearest; by the piece (`_piece`) the bound is narrower
        return dataclasses.replace(deal, free=0, buy=0, rate_bp=SCALE, pick=(Picked.DEAREST, _MANY))
    if deal.pick and deal.pick[0] is Picked.CHEAPEST:
        return dataclasses.replace(deal, pick=(Picked.DEAREST, deal.pick[1]))
    if deal.for_each:
        return dataclasses.replace(deal, for_each=None, off=_MANY * deal.off)
    return deal


_MANY = 10**9


def _piece(deal: Deal, goods: Goods, kind: int) -> int:
    price = goods.kinds[kind].price
    if deal.parts:
        return _of_set(deal, goods, kind, price)
    if kind not in goods.within(deal.reach):
        return 0  # others earn it
    if not goods.kinds[kind].article and deal.by_piece:
        return 0
    whole = price * SCALE
    if deal.unit_off:
        return whole
    if deal.bundle:
        size, cost = deal.bundle
        return max(0, whole - cost * SCALE // size)
    if deal.free:
        found = _up(whole * deal.free, deal.buy + deal.free)
    elif deal.off:
        found = whole
        if deal.spend:
            found = min(
                found, _up(price * (deal.off * SCALE + price * deal.rate_bp), deal.spend) if deal.each else found
            )
            if deal.each and deal.rate_bp:
                found = whole
            elif not deal.each:
                found = min(found, _up(whole * deal.off, deal.spend) + price * deal.rate_bp)
    elif deal.rate_bp:
        found = whole if deal.each else price * deal.rate_bp
    elif deal.off_piece:
        found = min(price, deal.off_piece) * SCALE
    elif deal.price is not None:
        found = max(0, price - deal.price) * SCALE
    else:
        found = 0
    if deal.pick and deal.pick[0] is Picked.EVERY and not deal.off:
        found = _up(found, deal.pick[1])
    return min(found, whole)


def _of_set(deal: Deal, goods: Goods, kind: int, price: int) -> int:
    """Of a set at a price, what a piece costs beyond its part of that price; any cut into parts is a bound."""
    if deal.off or deal.rate_bp:
        if deal.off:
            return price * SCALE
        return price * deal.rate_bp
    mine = []
    levels = []
    for part in deal.parts:
        kinds = goods.within(part.reach)
        cost = sum(goods.kinds[one].price * goods.kinds[one].pieces for one in kinds)
        count = sum(goods.kinds[one].pieces for one in kinds)
        levels.append(cost // count if count else 0)
    whole = sum(level * part.pieces for level, part in zip(levels, deal.parts, strict=True))
    for level, part in zip(levels, deal.parts, strict=True):
        if kind in goods.within(part.reach):
            share = (deal.price or 0) * SCALE * level // whole if whole else 0
            mine.append(max(0, price * SCALE - share))
    return max(mine, default=0)


def _up(number: int, by: int) -> int:
    return -(-number // by)
