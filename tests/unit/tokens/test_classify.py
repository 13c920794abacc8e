"""One place says what was scanned."""

from __future__ import annotations

import pytest

from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import KIND_OF, TokenKind
from kiosk.protocol.tokens.classify import NotOurs, NotOursReason, Token, classify
from kiosk.protocol.tokens.codec import sign_token
from tests.unit.tokens.samples import HQ, one_of_each


def test_tokens_alone_and_in_links() -> None:
    for claims in one_of_each():
        text = sign_token(claims, HQ.key)
        assert classify(text, Symbology.QR) == Token(KIND_OF[type(claims)], text)
    link = "https://shop.example/q/KC1:ABC"
    assert classify(link, Symbology.QR) == Token(TokenKind.COUPON, link)
    assert classify("KC7:ABC", Symbology.QR) == Token(None, "KC7:ABC")


@pytest.mark.parametrize(
    ("text", "symbology", "number"),
    [
        ("79927399", Symbology.CODE128, None),
        ("7992739871", Symbology.CODE128, None),
        ("8800000013", Symbology.QR, "8800000013"),
        ("8800-0000 13", Symbology.TYPED, "8800000013"),
        ("2900000000018", Symbology.EAN13, "2900000000018"),
        ("2900000000018", Symbology.UNKNOWN, "2900000000018"),
    ],
)
def test_member_cards(text: str, symbology: Symbology, number: str | None) -> None:
    what = classify(text, symbology)
    assert what == (MemberCard(number) if number else NotOurs(NotOursReason.WRONG_CHECK_DIGIT, text))


@pytest.mark.parametrize(
    ("text", "symbology", "reason"),
    [
        ("", Symbology.QR, NotOursReason.EMPTY),
        (" \r\n", Symbology.UNKNOWN, NotOursReason.EMPTY),
        ("x" * 5000, Symbology.QR, NotOursReason.TOO_LARGE),
        ("https://shop.example/offers", Symbology.QR, NotOursReason.LINK),
        ("HTTP://SHOP.EXAMPLE/Q/KC1:A", Symbology.QR, NotOursReason.LINK),
        ("4006381333931", Symbology.EAN13, NotOursReason.GOODS),
        ("96385074", Symbology.EAN8, NotOursReason.GOODS),
        ("2900000000017", Symbology.EAN13, NotOursReason.WRONG_CHECK_DIGIT),
        ("8800000018", Symbology.QR, NotOursReason.WRONG_CHECK_DIGIT),
        ("WIFI:S:shop;;", Symbology.QR, NotOursReason.OTHER),
        ("javascript:alert(1)", Symbology.QR, NotOursReason.OTHER),
        ("１２３４", Symbology.QR, NotOursReason.OTHER),
    ],
)
def test_what_is_not_ours(text: str, symbology: Symbology, reason: NotOursReason) -> None:
    what = classify(text, symbology)
    assert isinstance(what, NotOurs)
    assert what.reason is reason


def test_what_is_shown_is_short_and_harmless() -> None:
    what = classify("a\0\u202eb\x1b[31m" + "c" * 100, Symbology.QR)
    assert isinstance(what, NotOurs)
    assert what.shown == "a··b·[31m" + "c" * 38 + "…"
