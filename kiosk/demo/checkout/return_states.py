"""Goods of a sale come back: articles that a till told, amounts of categories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt

from kiosk.application.sales.outcomes import Redemption
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.campaigns.happenings import Item

_ARTICLES = (
    Item("4710088430014", "tea", 3, 200_00),
    Item("4710088430021", "tea", 1, 360_00),
    Item("4710247001235", "bakery", 2, 85_00),
    Item("4710088430403", "", 1, 3_00),
)
_MEMBER = "m1"


def sold(stage: Stage, items: tuple[Item, ...], by_category: tuple[tuple[str, int], ...], amount: int) -> str:
    """A sale of these goods to a gold member by whoever is signed in; gives its transaction."""
    stage.sign_in()
    clerk = stage.window.actor
    assert clerk is not None
    visit = stage.api.choose_member(stage.api.new_visit(), _MEMBER)
    visit = stage.api.price(replace(visit, items=items, by_category=by_category, amount=amount))
    done = stage.api.confirm(visit, clerk)
    assert isinstance(done, Redemption), done
    return done.sale.txn


def sold_articles(stage: Stage) -> str:
    """Four articles, as a till tells them."""
    categories: dict[str, int] = {}
    for item in _ARTICLES:
        if item.category:
            categories[item.category] = categories.get(item.category, 0) + item.pieces * item.price
    return sold(stage, _ARTICLES, tuple(categories.items()), sum(item.pieces * item.price for item in _ARTICLES))


def part_of_newest(stage: Stage) -> None:
    """The sheet for a part of the newest sale."""
    stage.key(Qt.Key.Key_F6)
    stage.key(Qt.Key.Key_F8)
    stage.key(Qt.Key.Key_F4)


def _goods_back(stage: Stage) -> None:
    """Pieces of two articles are chosen; a discount of the sale holds for less of the rest."""
    sold_articles(stage)
    part_of_newest(stage)
    stage.type("2")
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Plus)


def _categories_back(stage: Stage) -> None:
    """Food and other goods; some of the food comes back."""
    sold(stage, (), (("food", 200_00), ("tea", 120_00)), 500_00)
    part_of_newest(stage)
    stage.type("150")


RETURN_STATES: Mapping[str, Callable[[Stage], None]] = {
    "goods_back": _goods_back,
    "categories_back": _categories_back,
}
