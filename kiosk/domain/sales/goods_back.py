"""Goods that come back, line by line, and what is paid back for them (docs/returns.md).

The rule: what was paid less what the rest would have cost, priced again as the sale was; never below nothing, never
more than the goods cost by their price tags. Returned piece by piece, in whatever order, a sale gives back exactly what
was paid for it: what is left after each return is what the next one counts from, and nothing costs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.spread import parts_of


@dataclass(frozen=True, slots=True)
class Sold:
    """Goods of a sale, or what is left of them. `amount`: minor units by their price tags; `by_category`: how much of
    it falls into each, as far as it is known; `items`: as far as the till told them."""

    amount: int
    by_category: tuple[tuple[str, int], ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything is known but the amount."""
        return bool(self.items or self.by_category)

    def rows(self) -> tuple[Item, ...]:
        """All of it: articles, then what is left of categories and of the amount as rows without an article, of which
        one piece costs all."""
        rest = dict(self.by_category)
        for item in self.items:
            if item.category in rest:
                rest[item.category] -= item.pieces * item.price
        rows = [*self.items, *(Item("", name, 1, part) for name, part in rest.items() if part > 0)]
        other = self.amount - price_of(rows)
        return (*rows, Item("", "", 1, other)) if other > 0 else tuple(rows)


def price_of(rows: Iterable[Item]) -> int:
    """Minor units of all pieces, by their price tags."""
    return sum(row.pieces * row.price for row in rows)


def found_in(sold: Sold, wanted: Iterable[Item]) -> tuple[Item, ...] | Item:
    """Rows of the goods that are meant by what somebody brings: articles by name, and price (below zero: whichever),
    without one an amount of a category, minor units as the price. The row of which there is not so much any more, where
    there is one."""
    left = list(sold.rows())
    found: list[Item] = []
    for one in wanted:
        need = one.pieces if one.sku else one.price * max(1, one.pieces)
        for at, row in enumerate(left):
            same = row.sku == one.sku and (bool(row.sku) or row.category == one.category)
            if need <= 0 or not same or (one.sku and one.price >= 0 and row.price != one.price):
                continue
            step = min(need, row.pieces if row.sku else row.price)
            if step > 0:
                found.append(_so_much(row, step))
                left[at] = _so_much(row, (row.pieces if row.sku else row.price) - step)
                need -= step
        if need > 0:
            return one
    return tuple(row for row in found if row.pieces > 0)


def _so_much(row: Item, much: int) -> Item:
    """So many pieces of it, or minor units of what has no article."""
    return row._replace(pieces=much) if row.sku else row._replace(price=much)


def without(sold: Sold, back: Sequence[Item]) -> Sold:
    """What is left, once rows of the goods (`found_in`) came back."""
    items = list(sold.items)
    categories = dict(sold.by_category)
    for row in back:
        cost = row.pieces * row.price
        if row.category in categories:
            categories[row.category] = max(0, categories[row.category] - cost)
        need = row.pieces if row.sku else 0
        for at, item in enumerate(items):
            if need > 0 and (item.sku, item.category, item.price) == (row.sku, row.category, row.price):
                step = max(0, min(need, item.pieces))
                items[at], need = item._replace(pieces=item.pieces - step), need - step
    return replace(
        sold,
        amount=max(0, sold.amount - price_of(back)),
        by_category=tuple(categories.items()),
        items=tuple(item for item in items if item.pieces),
    )


def refund_of(left: int, rest: int, back: int, unnamed: int = 0) -> int:
    """Minor units that are paid back. `left`: of what was paid, not paid back yet; `rest`: what the rest of the goods
    would have cost; `back`: the price tags of what comes back; `unnamed`: paid back before for goods that nobody named,
    which are among the rest."""
    return max(0, min(back, left, left - max(0, rest - unnamed)))


def fitted(parts: Mapping[str, int], whole: int) -> dict[str, int]:
    """Parts that make up the whole, in the same proportion where they do not."""
    if sum(parts.values()) == whole:
        return dict(parts)
    return dict(zip(parts, parts_of(max(0, whole), list(parts.values())), strict=True))
