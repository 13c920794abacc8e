"""The chain's goods file as terminals are told of it: one row for categories and what never carries a benefit, one for
each article."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.goods.catalogue import FORMAT, Article, Catalogue, Tree
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish, published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import GOODS_ID

GOODS, ARTICLES = Bucket(CHAIN, "goods"), Bucket(CHAIN, "articles")


class CatalogueFault(ValueError):
    """It cannot be the chain's; the text says why, to a person."""


class Changed(NamedTuple):
    """How many articles are there now, and how many rows that changed."""

    articles: int
    fresh: int
    other: int
    gone: int


def tree(tx: Tx) -> Tree | None:
    """Categories and what never carries a benefit, as terminals are told."""
    return published_row(tx, GOODS, GOODS_ID, Tree)


def catalogue(tx: Tx) -> Catalogue | None:
    """The whole of it; None: there is none."""
    found = tree(tx)
    if found is None:
        return None
    articles = sorted(all_rows(tx, ARTICLES, Article), key=lambda one: one.id)
    return Catalogue(FORMAT, found.currency, found.categories, tuple(articles), found.no_benefit)


def put(context: Context, tx: Tx, wanted: Catalogue | None) -> Changed:
    """Tell terminals of another one; None: of none. What is the same is not told again. Raises CatalogueFault."""
    for one in wanted.problems() if wanted is not None else ():
        raise CatalogueFault(f"{one.path}: {one.words}")
    before = {one.id: one for one in all_rows(tx, ARTICLES, Article)}
    after = {one.id: one for one in wanted.articles} if wanted is not None else {}
    changes = [RowChange(GOODS, GOODS_ID, wanted.tree if wanted is not None else None)]
    changes += [RowChange(ARTICLES, name, row) for name, row in after.items() if before.get(name) != row]
    gone = before.keys() - after.keys()
    changes += [RowChange(ARTICLES, name, None) for name in sorted(gone)]
    publish(tx, changes, context.clock.now_ms())
    fresh = len(after.keys() - before.keys())
    other = sum(name in before and before[name] != row for name, row in after.items())
    return Changed(len(after), fresh, other, len(gone))
