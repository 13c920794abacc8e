"""Goods of a sale in words: what comes back, and why less is paid back than the price tags say."""

from __future__ import annotations

from kiosk.application.sales.outcomes import LessPaid, Returned, SaleView
from kiosk.domain.campaigns.happenings import Item
from kiosk.ui.i18n import translate
from kiosk.ui.words.codes import category_word


def goods_word(sku: str, category: str) -> str:
    """An article by its number, or the goods of a category."""
    if sku:
        return sku
    return category_word(category) if category else translate("Goods", "Other goods")


def goods_back(sale: SaleView, back: Returned) -> list[Item]:
    """What comes back, with its prices by the tags."""
    rows = [Item("", name, 1, part) for name, part in back.by_category]
    for item in back.items:
        known = (one.price for one in sale.goods if one.sku == item.sku and item.price in (-1, one.price))
        rows.append(item._replace(price=next(known, max(0, item.price))))
    return rows


def goods_back_word(row: Item) -> str:
    """How a row of what comes back is called."""
    name = goods_word(row.sku, row.category)
    return translate("Goods", "{pieces} × {name}").format(pieces=row.pieces, name=name) if row.sku else name


def less_word(one: LessPaid, language: str) -> str:
    """Of which discount the rest has less."""
    return one.name.get(language) if one.name is not None else translate("Goods", "Settled with what came back before")
