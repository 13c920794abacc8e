"""Identifiers, marks of an encoding, and articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.card import MemberCard, luhn_digit, luhn_holds
from kiosk.domain.scan.articles import gtin_digit, gtin_holds, upca_of
from kiosk.domain.scan.codes_as_sent import as_written
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import TokenKind
from kiosk.protocol.tokens.classify import NotOurs, NotOursReason, Token, classify

IDENTIFIERS = st.sampled_from(
    ("]Q0", "]Q1", "]Q2", "]Q3", "]C0", "]C1", "]E0", "]E4", "]d2", "]A0", "]z0", "]L1", "]X0")
)
MARKS = st.sampled_from(("\ufeff", "ï»¿"))
DIGITS = "0123456789"


@given(st.lists(IDENTIFIERS | MARKS | st.sampled_from((" ", "\r")), max_size=4))
def test_what_scanners_put_before_a_token_is_not_of_it(before: list[str]) -> None:
    found = classify("".join(before) + "KC1:AB")
    assert isinstance(found, Token)
    assert found.kind is TokenKind.COUPON


@given(st.lists(IDENTIFIERS | MARKS, max_size=3))
def test_what_scanners_put_before_a_card_is_not_of_it(before: list[str]) -> None:
    found = classify("".join(before) + "20000006", Symbology.QR)
    assert found == MemberCard("20000006")


@given(st.text(max_size=60), st.sampled_from(Symbology))
def test_any_text_has_an_end_of_what_stands_before(text: str, symbology: Symbology) -> None:
    rest, _kind = as_written(text, symbology)
    assert text.endswith(rest)
    classify(text, symbology)


@pytest.mark.parametrize(
    ("sent", "text", "symbology"),
    [
        ("]Q1KC1:AB", "KC1:AB", Symbology.QR),
        ("]C020000006", "20000006", Symbology.CODE128),
        ("]E04006381333931", "4006381333931", Symbology.EAN13),
        ("]E496385074", "96385074", Symbology.EAN8),
        ("]d2x", "x", Symbology.UNKNOWN),
        ("]Q1", "]Q1", Symbology.UNKNOWN),
        ("[Q1", "[Q1", Symbology.UNKNOWN),
    ],
)
def test_identifiers_say_what_was_read(sent: str, text: str, symbology: Symbology) -> None:
    assert as_written(sent) == (text, symbology)


def test_what_is_known_is_not_overruled() -> None:
    assert as_written("]Q1KC1:AB", Symbology.RMQR) == ("KC1:AB", Symbology.RMQR)


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        ("96385074", Symbology.UNKNOWN),  # EAN-8
        ("96385075", Symbology.EAN8),  # misread
        ("]E496385075", Symbology.UNKNOWN),
        ("036000291452", Symbology.UNKNOWN),  # UPC-A
        ("036000291453", Symbology.UPCA),
        ("0425 2614", Symbology.UNKNOWN),  # UPC-E of eight digits
        ("4006381333931", Symbology.UNKNOWN),
        ("4006381333932", Symbology.UNKNOWN),
        ("]E04006381333932", Symbology.UNKNOWN),
        ("14006381333938", Symbology.UNKNOWN),  # GTIN-14
        ("]C10114006381333938", Symbology.UNKNOWN),
        ("]d20114006381333938\x1d10AB-12", Symbology.UNKNOWN),
        ("]E3978020137962451995", Symbology.UNKNOWN),  # with the price beside it
    ],
)
def test_articles_are_called_articles(text: str, symbology: Symbology) -> None:
    found = classify(text, symbology)
    assert isinstance(found, NotOurs)
    assert found.reason is NotOursReason.GOODS


@given(st.sampled_from((7, 11, 12, 13)).flatmap(lambda n: st.text(DIGITS, min_size=n, max_size=n)))
def test_every_gtin_is_an_article_or_one_of_our_cards(body: str) -> None:
    number = body + gtin_digit(body)
    assert gtin_holds(number)
    found = classify(number)
    if isinstance(found, MemberCard):
        assert luhn_holds(number) or number.startswith("2")
    else:
        assert isinstance(found, NotOurs)
        assert found.reason is NotOursReason.GOODS


@given(st.sampled_from((7, 9, 11, 15)).flatmap(lambda n: st.text(DIGITS, min_size=n, max_size=n)))
def test_a_card_is_a_card_whatever_else_it_may_be(body: str) -> None:
    number = body + luhn_digit(body)
    assert classify(number) == MemberCard(number)


@pytest.mark.parametrize(
    ("short", "whole"),
    [("04252614", "042100005264"), ("24252614", None)],
)
def test_upc_e(short: str, whole: str | None) -> None:
    if whole is None:
        assert upca_of(short) is None or not gtin_holds(upca_of(short) or "")
    else:
        assert upca_of(short) == whole
        assert gtin_holds(whole)
