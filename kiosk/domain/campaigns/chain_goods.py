"""What the chain's goods file adds to what a till tells of a basket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.campaigns.happenings import BARRED, WITHIN, Item
from kiosk.domain.goods.catalogue import Article, Catalogue, Tree

Find = Callable[[str], Article | None]
"""An article by its id."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The chain's goods as promotions look at them. `currency`: of the sale; floors in another mean nothing."""

    tree: Tree
    above: Mapping[str, tuple[str, ...]]
    find: Find
    currency: str

    @staticmethod
    def of(tree: Tree, find: Find, currency: str) -> Goods:
        """Ready to be asked."""
        return Goods(tree, tree.above(), find, currency)

    @staticmethod
    def in_file(catalogue: Catalogue, currency: str) -> Goods:
        """Those of a file that nobody has published."""
        return Goods.of(catalogue.tree, {one.id: one for one in catalogue.articles}.get, currency)

    def filled(self, item: Item) -> Item:
        """The item with its category, where the till told none, its floor, and whether it never carries a benefit."""
        article = self.find(item.sku)
        category = item.category or (article.category if article is not None else "")
        floor = article.floor if article is not None and self.tree.currency == self.currency else 0
        barred = (article is not None and article.no_benefit) or item.sku in self.tree.no_benefit.items
        return item._replace(category=category, floor=floor, barred=barred or self.never(category))

    def usual(self, sku: str) -> int | None:
        """What an article usually costs, minor units; None where the file does not say it in the sale's currency."""
        article = self.find(sku)
        return article.price if article is not None and self.tree.currency == self.currency else None

    def name(self, sku: str) -> str:
        """An article's name; "" where the file has none."""
        article = self.find(sku)
        return article.name if article is not None else ""

    def line(self, item: Item) -> tuple[str, ...]:
        """An item's category and those in which it lies."""
        return (item.category, *self.above.get(item.category, ()))

    def never(self, category: str) -> bool:
        """Whether goods of a category never carry a benefit."""
        line = (category, *self.above.get(category, ()))
        return any(one in self.tree.no_benefit.categories for one in line)

    def said(self, categories: tuple[str, ...], items: tuple[Item, ...]) -> dict[str, Any]:
        """What a happening says beside (`detail`) of goods in these categories, filled `items` among them."""
        detail: dict[str, Any] = {}
        within = {name: self.above[name] for name in categories if name in self.above}
        if within:
            detail[WITHIN] = within
        never = tuple(name for name in categories if self.never(name))
        if never or any(item.barred for item in items):
            detail[BARRED] = never
        return detail


NO_GOODS = Goods(Tree(), {}, lambda _sku: None, "")
"""Where HQ published no catalogue."""
