"""What is signed is what is read, and cheap cameras can read it."""

from __future__ import annotations

import pytest
import qrcode
from hypothesis import given, settings
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_ALPHA_NUM, QRData

from kiosk.domain.tokens import KIND_OF, Claims, ReadToken, SigningKey, TokenKind
from kiosk.protocol.tokens import claims_map, strict_cbor, text_form
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.parser import OpenedToken, open_token
from tests.unit.tokens.samples import HQ, NOON, STRANGER, any_claims, one_of_each


@given(any_claims)
@settings(max_examples=200)
def test_every_claim_set_survives_the_way_to_text_and_back(claims: Claims) -> None:
    opened = open_token(sign_token(claims, HQ.key))
    assert isinstance(opened, OpenedToken)
    assert opened.kind is KIND_OF[type(claims)]
    assert opened.unproven_claims() == claims


@pytest.mark.parametrize("claims", one_of_each(), ids=lambda claims: KIND_OF[type(claims)])
def test_one_of_each_kind_is_read_and_judged_good(claims: Claims) -> None:
    text = sign_token(claims, HQ.key)
    assert text.startswith(f"{KIND_OF[type(claims)]}:")
    assert HQ.reader.read(text, NOON) == ReadToken(KIND_OF[type(claims)], claims)


def test_there_is_a_sample_of_every_kind() -> None:
    assert {KIND_OF[type(claims)] for claims in one_of_each()} == set(TokenKind)


@pytest.mark.parametrize(
    ("kind", "largest"),
    [
        (TokenKind.COUPON, 8),
        (TokenKind.MEMBER_PASS, 7),
        (TokenKind.EVENT_TICKET, 8),
        (TokenKind.INVITE, 8),
        (TokenKind.DRAW_RECEIPT, 18),
        (TokenKind.PAPER_SLIP, 8),
        (TokenKind.STAFF_BADGE, 8),
    ],
)
def test_symbols_stay_small_enough_for_cheap_cameras(kind: TokenKind, largest: int) -> None:
    claims = next(c for c in one_of_each() if KIND_OF[type(c)] is kind)
    assert _version(sign_token(claims, HQ.key)) <= largest


def test_a_coupon_of_sixty_payload_bytes_is_a_version_8_or_9_symbol() -> None:
    for filler in ("", "X", "XX", "XXX", "XXXX", "XXXXX", "XXXXXX"):
        claims = HQ.coupon(not_before=NOON, id="C7F3K9Q2" + filler)
        payload = strict_cbor.dumps(claims_map.to_cwt(claims))
        assert 55 <= len(payload) <= 63
        assert _version(sign_token(claims, HQ.key)) in (8, 9)


def _version(text: str) -> int:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(QRData(text, mode=MODE_ALPHA_NUM))
    code.make(fit=True)
    return int(code.version)


def test_compression_is_used_only_when_it_helps() -> None:
    plain = HQ.coupon()
    many = HQ.coupon(stores=tuple(f"STORE-{number:04}" for number in range(40)))
    assert text_form.to_bytes(sign_token(plain, HQ.key)[4:])[:1] == b"\xd2"
    packed = sign_token(many, HQ.key)
    opened = open_token(packed)
    assert isinstance(opened, OpenedToken)
    assert len(packed) < opened.size
    assert opened.unproven_claims() == many


def test_signing_is_deterministic_and_refuses_a_foreign_key_id() -> None:
    claims = HQ.coupon()
    assert sign_token(claims, HQ.key) == sign_token(claims, HQ.key)
    with pytest.raises(ValueError, match="another key"):
        sign_token(claims, STRANGER.key)


def test_the_private_key_is_not_in_the_repr() -> None:
    key = SigningKey(b"abcd", bytes(range(32)))
    assert repr(key) == "SigningKey(key_id=b'abcd')"
