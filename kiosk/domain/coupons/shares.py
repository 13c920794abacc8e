"""What each of the goods of a priced basket really costs: every discount shared out over the goods it may touch.

A discount is spread over the pieces it has by their prices, in whole coins, the rest by the largest remainders. Where
discounts meet on the same goods, later ones go where there is room, and earlier ones move over as far as they may:
together they take from each piece no more than it costs, and what is left adds up to the total.
"""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.coupons.model import Basket
from kiosk.domain.coupons.pricing import Pricing
from kiosk.domain.coupons.spread import Spread, spread

_EVERYTHING = 10_000
"""Basis points."""


class Paid(NamedTuple):
    """Minor units that are paid: by line of the basket, in its order, and by category, by name. `off`: of each line of
    the price what it took, as (line of the basket, minor units); what falls on no line of it is left out."""

    by_line: tuple[int, ...]
    by_category: tuple[tuple[str, int], ...]
    off: tuple[tuple[tuple[int, int], ...], ...]


def paid(basket: Basket, pricing: Pricing, unit: int = 1) -> Paid:
    """What is paid for each of the goods. `unit`: as they were priced with. It adds up to the price's total wherever
    the goods added up to the basket's amount."""
    whole = basket.whole()
    shares = Spread([part.cost for part in pricing.parts], [part.room for part in pricing.parts], unit)
    for line in pricing.lines:
        shares.add(line.takes, line.off)
    found = [one.cost for one in whole]
    by_row: list[dict[int, int]] = []
    room = {row: [0] * len(pricing.parts) for row in range(len(whole))}
    for at, part in enumerate(pricing.parts):
        for row, left in part.rows:
            room[row][at] = left // unit
    for sent in shares.by_discount():
        took: dict[int, int] = {}
        for at, off in sent.items():
            rows = [row for row, _ in pricing.parts[at].rows]
            there = {row: room[row][at] for row in rows}
            for row, units in spread(off // unit, rows, there, there).items():
                room[row][at] -= units
                took[row] = took.get(row, 0) + units * unit
                found[row] -= units * unit
        by_row.append(took)
    by_category: dict[str, int] = {}
    for one, left in zip(whole, found, strict=True):
        if one.category:
            by_category[one.category] = by_category.get(one.category, 0) + left
    known = [at for at, line in enumerate(basket.lines) if line.counts]
    by_line = [line.cost for line in basket.lines]
    for row, at in enumerate(known):
        by_line[at] = found[row]
    return Paid(
        tuple(by_line),
        tuple(sorted(by_category.items())),
        tuple(
            tuple(sorted((known[row], off) for row, off in took.items() if row < len(known) and off)) for took in by_row
        ),
    )


def free_pieces(basket: Basket, pricing: Pricing, found: Paid) -> tuple[int, ...]:
    """How many pieces of each line of the basket were given for nothing, by discounts that say so (2+1, one at 100 %):
    as many as what those took of the line pays for. `found`: of this price."""
    given = [0] * len(basket.lines)
    for line, took in zip(pricing.lines, found.off, strict=True):
        deal = line.template.deal
        if deal is not None and (deal.free or deal.rate_bp == _EVERYTHING or deal.price == 0):
            for row, off in took:
                given[row] += off
    return tuple(
        min(line.pieces, off // line.price) if off and line.price else 0
        for line, off in zip(basket.lines, given, strict=True)
    )
