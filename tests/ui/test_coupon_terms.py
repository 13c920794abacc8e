"""What a coupon asks for is said in words, the same on paper and on screens."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.domain.campaigns.coupons import template_of
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.i18n import Customs, speaking
from kiosk.ui.words.coupon_terms import TermNames, coupon_terms
from tests.shared.chinese import wrong_signs, wrong_words
from tests.unit.campaigns.stage import campaign

NAMES = TermNames({"s1": "Main Street"}, article=lambda name: {"pot": "Tea pot"}.get(name, name))
IN_CHINESE = TermNames({"s1": "一店"}, article=lambda _name: "壺")
ALONE = 'with: ["*"], '
TABLE = {
    "off: 50, min_spend: 500": ["From NT$500"],
    "off: 50, spend: 500, each: true": ["For every NT$500"],
    "percent: 20, most: 100, categories: [tea]": ["At most NT$100 off", "On Tea only"],
    "price: 100, items: [pot], pieces: 1": ["NT$100 a piece", "On at most 1 piece", "On Tea pot only"],
    "buy: 2, free: 1, categories: [tea]": ["Buy 3, 1 of them free", "On Tea only"],
    "off_piece: 5, pieces: 3": ["NT$5 off each piece", "On at most 3 pieces"],
    "bundle: {pieces: 3, price: 99}": ["Any 3 for NT$99"],
    "set: {parts: [{items: [pot]}, {categories: [tea], pieces: 2}], price: 300}": ["Tea pot + 2 × Tea for NT$300"],
    "set: {parts: [{items: [pot]}, {categories: [tea]}], off: 30}": ["Tea pot + Tea together NT$30 off"],
    "bundle: {pieces: 3, percent: 20}, items: [pot]": ["3 × Tea pot together 20% off", "On Tea pot only"],
    "off: 10, spend: 100, each: true, most: 30": ["At most NT$30 off", "For every NT$100"],
    "percent: 50, for_each: {items: [pot]}, categories: [tea]": ["1 piece for each Tea pot", "On Tea only"],
    "percent: 50, pick: {cheapest: 1}": ["On the 1 cheapest piece"],
    "percent: 50, pick: {every: 2}": ["On one of every 2 pieces"],
    "percent: 50, pick: {nth: 3}": ["On piece 3, counted from the dearest"],
    "percent: 10, from_pieces: 3, to_pieces: 5": ["With 3 to 5 pieces"],
    "percent: 10, except: {categories: [drinks], items: [pot]}, not_reduced: true": [
        "Not on Drinks, Tea pot",
        "Not on goods that are reduced already",
    ],
    "percent: 10, piece_price: {at_least: 20}": ["On pieces from NT$20"],
    "off: 5, weekdays: [1, 2, 3, 4, 5], times: [14:00-17:00]": ["Mon to Fri 14:00–17:00"],
    "off: 5, weekdays: [6, 7]": ["Sat, Sun"],
    "off: 5, times: [22:00-02:00]": ["22:00–02:00"],
    "off: 5, stores: [s1]": ["In Main Street only"],
    "off: 5, per_member: 3, per_member_day: 1, reusable: false": [
        "3 times a member",
        "1 time a member and day",
        "Not given back when the purchase is undone",
    ],
}


def kind(fields: str) -> CouponTemplate:
    text = (
        f"coupons: [{{id: c, name: NAME, valid_days: 9, {fields}}}]\n"
        "rules: [{id: g, name: NAME, when: seen, give: [{coupon: c}]}]"
    )
    file = campaign(text)
    return template_of(file, file.coupons[0])


def said(template: CouponTemplate, language: str = "en") -> list[str]:
    with speaking(language):
        return coupon_terms(
            template, Customs(language, "Asia/Taipei", "TWD"), NAMES if language == "en" else IN_CHINESE
        )


@pytest.mark.parametrize("fields", TABLE)
def test_terms_in_words(qapp: QApplication, fields: str) -> None:
    assert said(kind(ALONE + fields)) == TABLE[fields]
    for language in LANGUAGES[:2]:
        words = said(kind(ALONE + fields), language)
        assert len(words) == len(TABLE[fields])
        for one in words:
            assert wrong_signs(one, language) == []
            assert wrong_words(one, language) == []


def test_what_does_not_go_together_and_where_one_alone_is_good(qapp: QApplication) -> None:
    assert said(kind("off: 5")) == ["Not together with other offers"]
    assert said(kind("off: 5, categories: [tea]"))[-1] == "Not together with other offers on the same goods"
    assert said(kind("value: 500")) == []
    with speaking("zh_TW"):
        words = coupon_terms(kind(ALONE + "off: 5"), Customs("zh_TW", "Asia/Taipei", "TWD"), IN_CHINESE, ("s1",))
    assert words == ["限一店使用"]
