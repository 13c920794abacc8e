"""No poster without all that the law wants on it; what is missing is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.demo.papers import RULES
from kiosk.domain.campaigns.model import Jurisdiction
from kiosk.domain.documents.rules_poster import (
    WRITTEN,
    Item,
    MissingRules,
    Prize,
    RulesPoster,
    lay_out,
    mandatory,
    missing,
)
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.words.documents.draws import item_word, rules_poster_words
from tests.unit.domain.documents.papers import texts

NOTHING = LocalText("", "", "")


def without(item: Item, poster: RulesPoster = RULES) -> RulesPoster:
    """The rules as they would be if nobody had thought of that."""
    if item in WRITTEN:
        return replace(poster, texts={one: text for one, text in poster.texts.items() if one is not item})
    changed: dict[Item, RulesPoster] = {
        Item.PERIOD: replace(poster, ends=None),
        Item.PRIZES: replace(poster, prizes=()),
        Item.PRIZE_VALUE: replace(poster, prizes=(replace(poster.prizes[0], value=0), *poster.prizes[1:])),
        Item.QUANTITY_OR_ODDS: replace(poster, prizes=(replace(poster.prizes[0], count=0), *poster.prizes[1:])),
        Item.ORGANISER: replace(poster, organiser=NOTHING),
        Item.CONTACT: replace(poster, contact=" "),
        Item.LICENCE: replace(poster, licence=""),
        Item.VERSION: replace(poster, fingerprint=""),
    }
    return changed[item]


@pytest.mark.parametrize("item", Item)
def test_each_item_that_is_missing_is_named(item: Item) -> None:
    place = Jurisdiction.HK if item is Item.LICENCE else Jurisdiction.TW
    whole = replace(RULES, jurisdiction=place, licence="HAD-1" if place is Jurisdiction.HK else "")
    assert missing(whole, "en") == ()
    gaps = without(item, whole)
    with pytest.raises(MissingRules) as refused:
        lay_out(gaps, rules_poster_words("en", "TWD"))
    wanted = {item}
    if item is Item.PRIZES:
        wanted |= {Item.PRIZE_VALUE, Item.QUANTITY_OR_ODDS}
    assert set(refused.value.items) == wanted
    assert item.value in str(refused.value)


def test_what_is_said_in_one_language_is_missing_in_another() -> None:
    half = replace(RULES, texts={**RULES.texts, Item.DELIVERY: LocalText("宅配", "", " ")})
    assert missing(half, "zh_TW") == ()
    assert missing(half, "zh_CN") == missing(half, "en") == (Item.DELIVERY,)


def test_odds_stand_for_a_quantity_in_the_language_that_has_them() -> None:
    odds = Prize(LocalText("券", "券", "Coupon"), 100, odds=LocalText("五百分之一", "", ""))
    assert missing(replace(RULES, prizes=(odds,)), "zh_TW") == ()
    assert missing(replace(RULES, prizes=(odds,)), "en") == (Item.QUANTITY_OR_ODDS,)


@pytest.mark.parametrize(
    ("poster", "more", "fewer"),
    [
        (replace(RULES, chance=False), set(), {Item.PRIZES, Item.DRAW_METHOD, Item.CLAIM_TIME, Item.TAX}),
        (replace(RULES, jurisdiction=Jurisdiction.CN), {Item.TAX}, {Item.LICENCE}),
        (replace(RULES, jurisdiction=Jurisdiction.HK), {Item.LICENCE}, {Item.TAX}),
        (replace(RULES, prizes=RULES.prizes[1:]), set(), {Item.TAX}),
        (RULES, {Item.TAX}, {Item.LICENCE}),
    ],
)
def test_the_place_and_chance_say_what_is_mandatory(poster: RulesPoster, more: set[Item], fewer: set[Item]) -> None:
    found = set(mandatory(poster))
    assert more <= found
    assert not fewer & found
    assert {Item.ORGANISER, Item.CONTACT, Item.PERIOD, Item.PRIVACY} <= found


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    assert missing(replace(RULES, starts=RULES.ends, ends=RULES.starts), "en") == (Item.PERIOD,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mandatory_item_has_its_heading_on_the_poster(language: str) -> None:
    words = rules_poster_words(language, "TWD")
    told = set(texts(lay_out(RULES, words).blocks))
    in_the_table = {Item.PRIZE_VALUE: words.value, Item.QUANTITY_OR_ODDS: words.quantity}
    for item in mandatory(RULES):
        assert in_the_table.get(item, words.items[item]) in told
    assert item_word(Item.TAX)
