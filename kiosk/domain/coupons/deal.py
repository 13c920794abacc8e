"""What a discount does to goods: which pieces, how much off, with what. Rules' discounts and coupons say it alike.

Money is in minor units, rates in basis points. docs/coupons.md has the rules in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kiosk.domain.coupons.lines import BasketLine


class Stage(IntEnum):
    """When a discount is reckoned. One `of_rest` sees what the stages before its own left."""

    ARTICLES = 0
    BASKET = 1
    COUPONS = 2
    POINTS = 3


class Exclusive(StrEnum):
    """What two discounts that do not tolerate each other may not share."""

    ARTICLE = "article"  # a piece
    SALE = "sale"


class Picked(StrEnum):
    """Which of the pieces that take part."""

    CHEAPEST = "cheapest"  # so many
    DEAREST = "dearest"  # so many
    NTH = "nth"  # one, counted from the dearest
    EVERY = "every"  # every nth, counted from the dearest


@dataclass(frozen=True, slots=True)
class Reach:
    """Which goods. None: any. `price_from`, `price_to`: minor units a piece, both included.

    Where a till tells amounts but no articles, an amount is reached by its category; a reach that asks for articles or
    prices reaches none of it.
    """

    categories: tuple[str, ...] | None = None
    items: tuple[str, ...] | None = None
    except_categories: tuple[str, ...] = ()
    except_items: tuple[str, ...] = ()
    not_reduced: bool = False
    price_from: int = 0
    price_to: int | None = None

    @property
    def everything(self) -> bool:
        """Whether it reaches all goods there can be."""
        return self == EVERYTHING

    def touches(self, line: BasketLine) -> bool:
        """Whether a line of a basket is in reach; `line.article` "": an amount without articles."""
        if line.barred or _lies(line, self.except_categories):
            return False
        if self.categories is not None and not _lies(line, self.categories):
            return False
        if not line.article:
            return self.items is None and not self.price_from and self.price_to is None
        return (
            (self.items is None or line.article in self.items)
            and line.article not in self.except_items
            and not (self.not_reduced and line.reduced)
            and self.price_from <= line.price
            and (self.price_to is None or line.price <= self.price_to)
        )


def _lies(line: BasketLine, categories: tuple[str, ...]) -> bool:
    return line.category in categories or any(one in categories for one in line.within)


EVERYTHING = Reach()


@dataclass(frozen=True, slots=True)
class Part:
    """So many pieces of some goods."""

    reach: Reach
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Deal:
    """What a discount does. The goods it touches are those of `reach`, and those of `parts` and `for_each`.

    How much, one of: `off` the goods together; `rate_bp` of them; `off_piece` each piece; `price` for each piece;
    `buy` and `free` pieces, the cheapest free; `bundle`, (pieces, price): any so many for a price; `parts`: one set of
    these goods for `price`, at `rate_bp` or `off`; `unit_off` for each of `units` points units at most, which the
    customer pays. `for_each`: only for so many pieces (`gets`, of the cheapest of `reach`) as that many others are
    bought.

    Which pieces: all; those of `pick`, (which, n); `pieces` at most: the dearest, free ones the cheapest; of bundles
    and sets so many times. Only with `from_pieces` to `to_pieces` of the goods, only for `spend` of them (`each`: for
    every full `spend`), and for `least` of them. `most`, `most_percent` (of the goods, basis points) bound it.
    """

    reach: Reach = EVERYTHING
    off: int = 0
    rate_bp: int = 0
    off_piece: int = 0
    price: int | None = None
    buy: int = 0
    free: int = 0
    bundle: tuple[int, int] | None = None
    parts: tuple[Part, ...] = ()
    for_each: Part | None = None
    gets: int = 1
    pick: tuple[Picked, int] | None = None
    pieces: int | None = None
    from_pieces: int = 0
    to_pieces: int | None = None
    spend: int = 0
    each: bool = False
    least: int = 0
    most: int | None = None
    most_percent: int | None = None
    unit_off: int = 0
    units: int = 0
    stage: Stage = Stage.BASKET
    of_rest: bool = False
    exclusive: Exclusive = Exclusive.ARTICLE
    priority: int = 0

    @property
    def empty(self) -> bool:
        """Whether it counts in groups of no pieces at all, which only a wrong file says: it gives nothing."""
        groups = [part.pieces for part in self.parts]
        groups += [self.bundle[0]] if self.bundle else []
        groups += [self.for_each.pieces, self.gets] if self.for_each else []
        groups += [self.pick[1]] if self.pick else []
        return any(pieces < 1 for pieces in groups)

    @property
    def by_piece(self) -> bool:
        """Whether it looks at single pieces, so that amounts without articles mean nothing to it."""
        return bool(
            self.off_piece
            or self.price is not None
            or self.free
            or self.bundle
            or self.parts
            or self.for_each
            or self.pick
            or self.pieces is not None
        )

    @property
    def reaches(self) -> tuple[Reach, ...]:
        """All goods that take part: a set's parts, what is bought and what it is bought for."""
        own = tuple(part.reach for part in self.parts) or (self.reach,)
        return (*own, self.for_each.reach) if self.for_each else own

    @property
    def everywhere(self) -> bool:
        """Whether it is off the whole basket, whatever is in it. Two such are alternatives."""
        return not self.by_piece and self.reach.everything
