"""How a campaign file says which goods a discount means, and which pieces of them (`gives.Discount`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.campaigns.values import Line, Money, Percent


class StageName(StrEnum):
    """When a discount is reckoned."""

    ARTICLES = "articles"
    BASKET = "basket"
    COUPONS = "coupons"
    POINTS = "points"


class Of(StrEnum):
    """What a discount is measured on."""

    PRICE = "price"
    REST = "rest"  # what earlier stages left


@dataclass(frozen=True, slots=True)
class Except:
    """Everything but these."""

    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class PiecePrice:
    """Pieces that cost so much each, both ends included."""

    at_least: Money = 0
    at_most: Money | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Any so many pieces for a price, at a percentage or an amount off."""

    pieces: int
    price: Money | None = None
    percent: Percent = 0
    off: Money = 0


@dataclass(frozen=True, slots=True)
class SetPart:
    """Some pieces of a set."""

    items: tuple[Line, ...] = ()
    categories: tuple[Line, ...] = ()
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class SetPrice:
    """Goods that belong together, for a price, at a percentage or an amount off."""

    parts: tuple[SetPart, ...]
    price: Money | None = None
    percent: Percent = 0
    off: Money = 0


@dataclass(frozen=True, slots=True)
class ForEach:
    """For every `pieces` of these, `gets` pieces of what the discount is limited to."""

    items: tuple[Line, ...] = ()
    categories: tuple[Line, ...] = ()
    pieces: int = 1
    gets: int = 1


@dataclass(frozen=True, slots=True)
class Cap:
    """What all discounts, coupons and points may take off one sale together: `most`, and `most_percent` of its goods.
    Of campaigns that run at once the lowest holds."""

    most: Money | None = None
    most_percent: Percent | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """What a piece of these goods costs at least, whatever is taken off: `price`, or `percent` of its price."""

    items: tuple[Line, ...] = ()
    categories: tuple[Line, ...] = ()
    price: Money | None = None
    percent: Percent | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """Which pieces: so many of the cheapest or of the dearest; the nth, or every nth, counted from the dearest."""

    cheapest: int | None = None
    dearest: int | None = None
    nth: int | None = None
    every: int | None = None
