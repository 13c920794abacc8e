"""The chain's goods file at HQ: what changes is told, what is the same is not, and a mistake changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.goods.catalogue import Article, Catalogue, Category, NoBenefit
from kiosk.domain.texts import LocalText
from kiosk.hq.goods.catalogue import CatalogueFault, Changed
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.rig import Terminal

FOOD = Category("food", "", LocalText("食品", "食品", "Food"))
FILE = Catalogue(
    1,
    "TWD",
    (FOOD, Category("tea", "food")),
    (Article("a", "tea", "Tea", 6_000, 4_000), Article("b")),
    NoBenefit((), ("b",)),
)


def test_terminals_are_told_of_what_changes(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    assert hq.catalogue() is None
    assert hq.put_catalogue(FILE) == Changed(2, 2, 0, 0)
    assert hq.catalogue() == FILE
    assert till.rows("chain/goods")["goods"]["no_benefit"] == {"categories": [], "items": ["b"]}
    assert till.rows("chain/articles")["a"]["floor"] == 4_000
    assert hq.put_catalogue(FILE) == Changed(2, 0, 0, 0)
    other = replace(FILE, articles=(Article("a", "food"), Article("c")), no_benefit=NoBenefit())
    assert hq.put_catalogue(other) == Changed(2, 1, 1, 1)
    assert set(till.rows("chain/articles")) == {"a", "c"}
    assert hq.put_catalogue(None) == Changed(0, 0, 0, 2)
    assert (hq.catalogue(), till.rows("chain/articles")) == (None, {})


def test_a_mistake_changes_nothing(hq: Headquarters) -> None:
    hq.put_catalogue(FILE)
    with pytest.raises(CatalogueFault, match=r"articles\[0\].category: no category `cake`"):
        hq.put_catalogue(replace(FILE, articles=(Article("a", "cake"),)))
    assert hq.catalogue() == FILE
