"""What a customer should hear while there is still time, by kind of discount; and what nobody should."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.near_offers import NearOffer
from kiosk.domain.campaigns.sample import Sample, first_minute, price_sample
from kiosk.domain.goods.catalogue import Article, Catalogue
from tests.unit.campaigns.stage import campaign

RULE = "  - {id: ID, name: NAME, for: everyone, when: basket, IF give: [{discount: {DISCOUNT}}]}\n"
TEA, GREEN, CAKE = Item("oolong", "tea", 1, 6_000), Item("green", "tea", 1, 4_000), Item("cake", "bakery", 1, 5_000)


def near(discount: str, *items: Item, if_: str = "", goods: Goods = NO_GOODS, more: str = "") -> list[NearOffer]:
    rule = RULE.replace("ID", "one").replace("DISCOUNT", discount).replace("IF", if_ and f"if: {if_},")
    said = campaign(f"rules:\n{rule}{more}")
    return list(price_sample(said, Sample(items, first_minute(said), None, goods=goods)).near)


def test_one_more_is_free() -> None:
    (one,) = near("buy: 2, free: 1, categories: [tea]", TEA, GREEN)
    assert (one.rule, one.items, one.extra, one.saves, one.free) == ("test/one", ("green",), 0, 4_000, True)
    assert near("buy: 2, free: 1, categories: [tea]", TEA) == []
    assert near("buy: 2, free: 1, categories: [tea]", TEA, TEA, TEA) == []
    assert near("buy: 2, free: 1, categories: [tea]", TEA, CAKE, CAKE) == []


def test_one_more_for_less() -> None:
    (one,) = near("bundle: {pieces: 3, price: 130}, categories: [tea]", TEA, GREEN)
    assert (one.extra, one.saves, one.free) == (3_000, 1_000, False)
    (one,) = near("percent: 50, pick: {every: 2}, categories: [tea]", TEA)
    assert (one.extra, one.saves) == (3_000, 3_000)
    (one,) = near("percent: 10, from_pieces: 3, categories: [tea]", TEA, GREEN)
    assert (one.extra, one.saves) == (2_600, 1_400)


SET = "set: {parts: [{items: [oolong]}, {items: [cake]}], price: 90}"


def test_what_a_set_lacks() -> None:
    (one,) = near(SET, TEA)
    assert (one.items, one.extra, one.saves) == (("cake",), 3_000, None)  # what a cake costs nobody knows
    known = Goods.in_file(Catalogue(1, "TWD", (), (Article("cake", "bakery", price=5_000),)), "TWD")
    (one,) = near(SET, TEA, goods=known)
    assert (one.items, one.extra, one.saves) == (("cake",), 3_000, 2_000)
    assert near(SET, TEA, CAKE) == []
    assert near(SET, GREEN) == []


def test_what_comes_free_with_something_else() -> None:
    (one,) = near("percent: 100, items: [cake], for_each: {items: [oolong]}", TEA)
    assert (one.items, one.extra, one.free) == (("cake",), 0, True)
    # at half its price, which nobody knows
    assert near("percent: 50, items: [cake], for_each: {items: [oolong]}", TEA) == []
    (one,) = near("price: 1, items: [cake], for_each: {items: [oolong]}", TEA)
    assert (one.items, one.extra, one.free) == (("cake",), 100, False)


@pytest.mark.parametrize("other", ["off: 40, spend: 100, with: [one]", "percent: 5, with: [one]"])
def test_a_made_up_price_promises_nothing_of_other_rules(other: str) -> None:
    """Of goods without a known price nothing is said that another discount would only begin with."""
    more = RULE.replace("ID", "two").replace("DISCOUNT", other).replace("IF", "")
    wanted = "price: 1, items: [cake], for_each: {items: [oolong]}, group: one, with: ['*']"
    assert [one for one in near(wanted, TEA, more=more) if one.rule == "test/one"] == []


@pytest.mark.parametrize(
    ("discount", "if_", "missing", "saves"),
    [
        ("off: 20, spend: 150", "", 4_000, 2_000),
        ("off: 20, spend: 60, each: true", "", 1_000, 2_000),
        ("off: 20", "{amount: 200}", 9_000, 2_000),
        ("off: 20", "{amount: {at_least: 100, except: {categories: [bakery]}}}", 4_000, 2_000),
        ("off: 20", "{categories: {any: [tea], amount: 80}}", 2_000, 2_000),
    ],
)
def test_so_much_more_for_so_much_off(discount: str, if_: str, missing: int, saves: int) -> None:
    (one,) = near(discount, TEA, CAKE, if_=if_)
    assert (one.missing, one.saves, one.extra) == (missing, saves, max(0, missing - saves))


def test_too_far_is_not_near() -> None:
    assert near("off: 20, spend: 250", TEA, CAKE) == []
    assert near("off: 20, spend: 250", CAKE, if_="{weekdays: [1, 2, 3, 4, 5, 6, 7]}") == []


def test_nobody_is_promised_what_another_condition_forbids() -> None:
    assert near("buy: 2, free: 1, categories: [tea]", TEA, GREEN, if_="{amount: 500}") == []
    assert near("buy: 2, free: 1, categories: [tea]", TEA, GREEN, if_="{stores: [elsewhere]}") == []
    better = RULE.replace("ID", "two").replace("DISCOUNT", "percent: 90, categories: [tea]").replace("IF", "")
    # with the better one off each piece, a third one is not free
    assert near("buy: 2, free: 1, categories: [tea]", TEA, GREEN, more=better) == []


def test_what_never_carries_a_benefit_is_not_the_piece_that_is_missing() -> None:
    barred = Goods.in_file(Catalogue(1, "TWD", (), (Article("green", no_benefit=True),)), "TWD")
    assert near("buy: 2, free: 1, categories: [tea]", TEA, GREEN, goods=barred) == []


def test_three_at_most_and_the_free_ones_first() -> None:
    rules = "".join(
        RULE.replace("ID", f"r{at}").replace("DISCOUNT", f"off: {at}, spend: 12{at}").replace("IF", "")
        for at in range(1, 7)
    )
    found = near("buy: 2, free: 1, categories: [tea], with: ['*']", TEA, GREEN, more=rules)
    assert found[0].rule == "test/one"
    assert len(found) == 3
