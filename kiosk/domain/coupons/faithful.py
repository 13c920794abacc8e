"""Of which discounts a walk (`walks`) tells to the coin what they take of any pieces."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.goods import Goods


def plain_goods(goods: Goods, kinds: Iterable[int]) -> bool:
    """Whether these kinds have no floor that could end a discount, and the basket costs what its goods cost."""
    return goods.whole and not any(goods.kinds[kind].floor for kind in kinds)


def faithful(deal: Deal, goods: Goods, kinds: Iterable[int]) -> bool:
    """Whether the first walk that is tried for a deal, cut down to whole coins, is what the deal takes."""
    unit, mine = goods.unit, [goods.kinds[kind] for kind in kinds]
    if not plain_goods(goods, kinds):
        return False
    if not deal.by_piece:
        # for every full amount: coins, and never more than the goods cost
        return not deal.each or (deal.off % unit == 0 and deal.off <= deal.spend)
    if deal.spend or deal.least or any(one.price % unit for one in mine):
        return False
    if deal.bundle:
        return deal.bundle[1] % unit == 0
    if deal.parts:
        return not deal.off and (deal.price or 0) % unit == 0
    if deal.for_each and not goods.within(deal.reach).isdisjoint(goods.within(deal.for_each.reach)):
        return False  # which of equally dear pieces are got is told otherwise
    return deal.free <= 1 and (deal.price or 0) % unit == 0 and deal.off_piece % unit == 0
