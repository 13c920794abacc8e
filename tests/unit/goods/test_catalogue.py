"""The chain's goods file: what it may say, and what it says of a basket."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.campaigns.chain_goods import Goods
from kiosk.domain.campaigns.happenings import BARRED, WITHIN, Item
from kiosk.protocol.goods.catalogue_file import CatalogueFileError, load_catalogue, read_articles, read_catalogue

FILE = """
format: 1
currency: TWD
categories:
  - {id: food, name: {zh_TW: 食品, zh_CN: 食品, en: Food}}
  - {id: drinks, within: food}
  - {id: tea, within: drinks}
  - tobacco
articles:
  - {id: oolong, category: tea, name: Oolong, price: 60, floor: 40}
  - {id: smokes, category: tobacco}
  - {id: formula, no_benefit: true}
  - gift-card
no_benefit: {categories: [tobacco], items: [gift-card]}
"""


def goods(currency: str = "TWD") -> Goods:
    return Goods.in_file(read_catalogue(FILE.encode()), currency)


def test_what_the_till_does_not_say_the_file_does() -> None:
    found = goods().filled(Item("oolong", "", 2, 6_000))
    assert (found.category, found.floor, found.barred) == ("tea", 4_000, False)
    assert goods().filled(found) == found
    assert goods().filled(Item("oolong", "cake", 2, 6_000)).category == "cake"
    assert goods("CNY").filled(Item("oolong", "", 2, 6_000)).floor == 0
    assert goods().filled(Item("who-knows", "", 1, 100)) == Item("who-knows", "", 1, 100)


@pytest.mark.parametrize(
    ("item", "barred"),
    [
        (Item("smokes", "", 1, 100), True),
        (Item("pipe", "tobacco", 1, 100), True),
        (Item("formula", "", 1, 100), True),
        (Item("gift-card", "", 1, 100), True),
        (Item("oolong", "", 1, 100), False),
    ],
)
def test_what_never_carries_a_benefit(item: Item, barred: bool) -> None:
    assert goods().filled(item).barred is barred


def test_below_a_category_that_carries_no_benefit_nothing_does() -> None:
    text = FILE.replace("- tobacco\n", "- tobacco\n  - {id: cigars, within: tobacco}\n")
    found = Goods.in_file(read_catalogue(text.encode()), "TWD")
    assert found.filled(Item("x", "cigars", 1, 100)).barred


def test_what_a_happening_says_of_it() -> None:
    items = (goods().filled(Item("oolong", "", 1, 100)), goods().filled(Item("gift-card", "", 1, 100)))
    assert goods().said(("tea", "toys"), items) == {WITHIN: {"tea": ("drinks", "food")}, BARRED: ()}
    assert goods().said(("tobacco",), ()) == {BARRED: ("tobacco",)}
    assert goods().said(("toys",), items[:1]) == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("within: food}", "within: fod}", "6:26: categories[1].within: no category `fod`"),
        ("- {id: food,", "- {id: food, within: tea,", "categories go round, or lie more than 10 deep"),
        ("- tobacco", "- tea", "`tea` is there twice"),
        ("category: tobacco", "category: smoke", "11:28: articles[1].category: no category `smoke`"),
        ("floor: 40", "floor: 70", "`oolong`: it costs less than its floor"),
        ("floor: 40", "floor: -4", "a number that is not negative"),
        ("- gift-card", "- oolong", "13:5: articles[3].id: `oolong` is there twice"),
        ("- gift-card", f"- {'g' * 65}", "1 to 64 letters"),
        ("[tobacco]", "[tobaco]", "no category `tobaco`"),
        ("[gift-card]", "[gift-crad]", "no article `gift-crad`"),
        ("price: 60", "price: 60.001", "more decimals"),
        ("currency: TWD", "currency: twd", "three capital letters"),
        ("articles:", "artikel:", "unknown key `artikel`"),
    ],
)
def test_mistakes_are_named_with_their_place(old: str, new: str, said: str) -> None:
    with pytest.raises(CatalogueFileError, match=r"(?m)^\d+:\d+: ") as found:
        read_catalogue(FILE.replace(old, new, 1).encode())
    assert said in str(found.value)


CSV = """\ufeffid;name;category;price;floor;no_benefit
4710;Milk;food/fresh;35;20;
4711;烏龍, 大;food/tea;60;;no
99;Card;;;;yes
"""


def test_articles_of_a_list() -> None:
    found = read_articles(CSV.encode(), "TWD")
    assert [(one.id, one.category, one.price, one.floor, one.no_benefit) for one in found.articles] == [
        ("4710", "fresh", 3_500, 2_000, False),
        ("4711", "tea", 6_000, 0, False),
        ("99", "", None, 0, True),
    ]
    assert found.articles[1].name == "烏龍, 大"
    assert found.tree.above() == {"fresh": ("food",), "tea": ("food",)}
    assert read_articles(CSV.replace(";", "\t").encode(), "TWD") == found


@pytest.mark.parametrize(
    ("text", "currency", "said"),
    [
        ("", "TWD", "1:1: file: the file is empty"),
        ("sku,price\n", "TWD", "1:1: file: `sku`: the first line has headings"),
        ("price\n", "TWD", "the first line has headings"),
        ("id,id\n", "TWD", "each once"),
        ("id,price\na,1\nb,x\n", "TWD", "3:1: file: `x` is no price in TWD"),
        ("id,price\na,1.005\n", "TWD", "2:1: file: `1.005` is no price in TWD"),
        ("id,price\na,-1\n", "TWD", "is no price"),
        ("id,price\na,NaN\n", "TWD", "is no price"),
        ("id,price\na,1\n", "", "2:1: file: a price, and nobody said in which currency"),
        ("id,no_benefit\na,maybe\n", "TWD", "2:1: file: `maybe`: yes or no"),
        ("id\na\nb\na\n", "TWD", "4:1: articles[2].id: `a` is there twice"),
        ("id\na\n\nb\na\n", "TWD", "5:1: articles[2].id: `a` is there twice"),
        ("id\na,b\n", "TWD", "2:1: file: more columns than headings"),
        (
            "id,category\na,food/tea\nb,drinks/tea\n",
            "TWD",
            "3:1: file: `tea` lies at `drinks/tea` here, before at `food/tea`",
        ),
        ("id,category\na,a/b\nb,b/a\n", "TWD", "`b` lies at `/b` here, before at `a/b`"),
    ],
)
def test_mistakes_of_a_list(text: str, currency: str, said: str) -> None:
    with pytest.raises(CatalogueFileError) as found:
        read_articles(text.encode(), currency)
    assert said in str(found.value)


def test_a_category_without_its_path_is_the_one_that_is_known() -> None:
    found = read_articles(b"id,category\na,tea\nb,food/tea\nc,tea\n", "TWD")
    assert [one.category for one in found.articles] == ["tea"] * 3
    assert found.tree.above() == {"tea": ("food",)}


def test_the_name_says_what_a_file_is(tmp_path: Path) -> None:
    file = tmp_path / "goods.CSV"
    file.write_text(CSV, encoding="utf-8")
    assert len(load_catalogue(file, "TWD").articles) == 3
    file.write_bytes(b"id\n\xff\xfe\n")
    with pytest.raises(CatalogueFileError, match="2:1: file: not UTF-8"):
        load_catalogue(file, "TWD")
