"""Goods for made-up baskets: those that a campaign names, at the chain's prices or at made-up ones, and some beside."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.model import Campaign

BESIDE = ("beauty", "home", "snacks", "drinks")
"""Categories of goods that are bought beside those of the campaign."""
_EACH = 4
"""Made-up articles of a category."""
_CENTS = 100


class Ware(NamedTuple):
    """An article of the chain's. `price`: of a piece, minor units; None: nobody knows."""

    sku: str
    category: str = ""
    price: int | None = None


class Shelf(NamedTuple):
    """Articles, one piece each: those that the campaign names, or whose category it names, and all others."""

    named: tuple[Item, ...]
    others: tuple[Item, ...]


def shelf(campaign: Campaign, wares: Iterable[Ware], rng: random.Random) -> Shelf:
    """What stands in the made-up stores. Of categories of which the chain has no articles there are made-up ones."""
    skus, categories = named_by(campaign)
    known = {ware.sku: ware for ware in wares}
    stocked = {ware.category for ware in known.values()}
    low = _lowered(campaign)
    for category in sorted(categories | set(BESIDE)):
        if category not in stocked:
            known |= {name: Ware(name, category) for name in (f"{category}-{at + 1}" for at in range(_EACH))}
    for sku in sorted(skus - known.keys()):
        known[sku] = Ware(sku)
    named: list[Item] = []
    others: list[Item] = []
    for sku, ware in sorted(known.items()):
        # a made-up price lies above what the campaign lowers it to
        price = max(5, int(rng.lognormvariate(4.2, 0.8))) * _CENTS if ware.price is None else ware.price
        if ware.price is None and sku in low:
            price = max(price, low[sku] * 4 // 3 // _CENTS * _CENTS)
        kept = named if sku in skus or ware.category in categories else others
        kept.append(Item(sku, ware.category, 1, price))
    return Shelf(tuple(named), tuple(others))


def named_by(campaign: Campaign) -> tuple[set[str], set[str]]:
    """Articles and categories of which the rules and coupons of a campaign speak anywhere, also to leave them out."""
    skus: set[str] = set()
    categories: set[str] = set()
    for name, value in _fields((campaign.rules, campaign.coupons)):
        into = skus if name == "items" else categories if name == "categories" else None
        if into is not None:
            into.update(value.any if hasattr(value, "any") else value)
    return skus, categories


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field with a value, of everything inside."""
    if isinstance(value, tuple):
        for one in value:
            yield from _fields(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            found = getattr(value, field.name)
            if found:
                yield field.name, found
                yield from _fields(found)


def _lowered(campaign: Campaign) -> dict[str, int]:
    """Articles with a price of the campaign's, minor units: the highest of several."""
    found: dict[str, int] = {}
    for give in (give for rule in campaign.rules for give in rule.give if isinstance(give, Discount)):
        for sku in give.items if give.price is not None else ():
            found[sku] = max(found.get(sku, 0), give.price or 0)
    return found
