"""Judging: keys, times, kinds, forms."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import quote

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.tokens import (
    KIND_OF,
    TERMINAL_PURPOSES,
    Claims,
    ReadToken,
    TokenKind,
    TokenProblem,
    TokenRefusal,
    TrustedKey,
)
from kiosk.protocol.tokens import claims_map, cose, text_form
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.key_ring import KeyRing
from kiosk.protocol.tokens.parser import TokenReader
from tests.unit.tokens.samples import HQ, MONTH, NOON, STRANGER, any_claims, base45_of, one_of_each

SECOND = timedelta(seconds=1)


def refusal(text: str, at: datetime = NOON, reader: TokenReader = HQ.reader) -> TokenRefusal:
    read = reader.read(text, at)
    assert isinstance(read, TokenRefusal)
    return read


def trusting(**changes: object) -> TokenReader:
    return TokenReader(KeyRing([replace(HQ.trusted, **changes)]))  # type: ignore[arg-type]


def test_expiry_is_the_first_instant_at_which_it_is_no_longer_good() -> None:
    text = sign_token(HQ.coupon(), HQ.key)
    assert isinstance(HQ.reader.read(text, NOON + MONTH - SECOND), ReadToken)
    refused = refusal(text, NOON + MONTH)
    assert refused.problem is TokenProblem.EXPIRED
    assert refused.since == NOON + MONTH
    assert refused.claims == HQ.coupon()


def test_not_before_is_the_first_instant_at_which_it_is_good() -> None:
    claims = HQ.coupon(not_before=NOON)
    text = sign_token(claims, HQ.key)
    refused = refusal(text, NOON - SECOND)
    assert (refused.problem, refused.until) == (TokenProblem.NOT_YET_VALID, NOON)
    assert isinstance(HQ.reader.read(text, NOON), ReadToken)


def test_an_unknown_key_is_not_called_a_forgery() -> None:
    refused = refusal(sign_token(STRANGER.coupon(), STRANGER.key))
    assert refused.problem is TokenProblem.UNKNOWN_KEY
    assert refused.key_id == STRANGER.key.key_id
    assert refused.claims is None


def test_a_strangers_signature_under_our_key_id_is_a_forgery() -> None:
    thief = replace(STRANGER.key, key_id=HQ.key.key_id)
    refused = refusal(sign_token(HQ.coupon(), thief))
    assert (refused.problem, refused.claims) == (TokenProblem.FORGED, None)


def test_a_prefix_is_covered_by_the_signature() -> None:
    for claims in one_of_each():
        text = sign_token(claims, HQ.key)
        for kind in set(TokenKind) - {KIND_OF[type(claims)]}:
            assert refusal(kind.value + text[3:]).problem is TokenProblem.FORGED


def test_a_key_signs_only_what_it_is_for() -> None:
    reader = trusting(purposes=TERMINAL_PURPOSES - {TokenKind.COUPON})
    assert refusal(sign_token(HQ.coupon(), HQ.key), reader=reader).problem is TokenProblem.FORGED


def test_a_key_bound_to_an_issuer_speaks_for_nobody_else() -> None:
    text = sign_token(HQ.coupon(issuer="partner-7"), HQ.key)
    assert isinstance(trusting(issuer="partner-7").read(text, NOON), ReadToken)
    assert refusal(text, reader=trusting(issuer="partner-8")).problem is TokenProblem.FORGED


def test_rotation_leaves_no_gap() -> None:
    old, new = HQ.trusted, STRANGER.trusted
    reader = TokenReader(KeyRing([old, new]))
    for issuer in (HQ, STRANGER):
        assert isinstance(reader.read(sign_token(issuer.coupon(), issuer.key), NOON), ReadToken)
    ended = TokenReader(KeyRing([replace(old, not_after=NOON), new]))
    refused = refusal(sign_token(HQ.coupon(), HQ.key), NOON, ended)
    assert (refused.problem, refused.since) == (TokenProblem.KEY_EXPIRED, NOON)
    assert isinstance(ended.read(sign_token(HQ.coupon(), HQ.key), NOON - SECOND), ReadToken)
    assert isinstance(ended.read(sign_token(STRANGER.coupon(), STRANGER.key), NOON), ReadToken)


def test_a_key_of_tomorrow_is_not_believed_today() -> None:
    refused = refusal(sign_token(HQ.coupon(), HQ.key), reader=trusting(not_before=NOON + SECOND))
    assert (refused.problem, refused.until) == (TokenProblem.NOT_YET_VALID, NOON + SECOND)


def test_revocation_also_ends_tokens_that_say_they_are_older() -> None:
    reader = trusting(revoked_at=NOON)
    text = sign_token(HQ.coupon(issued=NOON - MONTH), HQ.key)
    assert isinstance(reader.read(text, NOON - SECOND), ReadToken)
    refused = refusal(text, NOON, reader)
    assert (refused.problem, refused.since) == (TokenProblem.KEY_REVOKED, NOON)


def test_a_revoked_key_wins_over_an_expired_coupon() -> None:
    text = sign_token(HQ.coupon(), HQ.key)
    assert refusal(text, NOON + 2 * MONTH, trusting(revoked_at=NOON)).problem is TokenProblem.KEY_REVOKED


@given(any_claims, st.data())
@settings(max_examples=60)
def test_no_flipped_byte_of_the_message_ever_verifies(claims: Claims, data: st.DataObject) -> None:
    kind = KIND_OF[type(claims)]
    payload = cbor2.dumps(claims_map.to_cwt(claims))
    message = bytearray(cose.sign1(payload, HQ.key))
    place = data.draw(st.integers(0, len(message) - 1))
    message[place] ^= data.draw(st.integers(1, 255))
    assert isinstance(HQ.reader.read(text_form.to_text(kind, bytes(message)), NOON), TokenRefusal)


def test_each_single_byte_of_a_coupon_is_covered() -> None:
    message = cose.sign1(cbor2.dumps(claims_map.to_cwt(HQ.coupon())), HQ.key)
    problems = set()
    for place in range(len(message)):
        for bit in (1, 0x20, 0x80):
            damaged = message[:place] + bytes([message[place] ^ bit]) + message[place + 1 :]
            problems.add(refusal(text_form.to_text(TokenKind.COUPON, damaged)).problem)
    assert problems == {TokenProblem.UNREADABLE, TokenProblem.UNKNOWN_KEY, TokenProblem.FORGED}


def test_each_single_character_of_a_coupon_is_covered() -> None:
    text = sign_token(HQ.coupon(), HQ.key)
    for place in range(4, len(text)):
        swapped = "0" if text[place] != "0" else "1"
        assert isinstance(HQ.reader.read(text[:place] + swapped + text[place + 1 :], NOON), TokenRefusal)


@pytest.mark.parametrize("place", ["Q", "D", "G"])
def test_the_same_token_is_read_whichever_way_a_scanner_hands_it_over(place: str) -> None:
    text = sign_token(HQ.coupon(), HQ.key)
    good = HQ.reader.read(text, NOON)
    assert isinstance(good, ReadToken)
    link = text_form.to_link(text, "shop.example", place)
    assert link.isupper()
    forms = [text.lower(), text.swapcase(), f"  {text}\r\n", f"{text}\t", link, link.lower()]
    forms += [f"https://any.brand.example/q/{text.replace('%', '%25').replace(' ', '%20')}?utm=print#top"]
    forms += [f"https://any.brand.example/shop/hq/q/{quote(text, safe='')}", f"HTTPS://A.EXAMPLE:8443/Q/{quote(text)}"]
    for form in forms:
        assert HQ.reader.read(form, NOON) == good


@given(any_claims)
@settings(max_examples=60)
def test_a_link_carries_any_token(claims: Claims) -> None:
    text = sign_token(claims, HQ.key)
    assert text_form.find_token(text_form.to_link(text, "shop.example")) == text_form.find_token(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", TokenProblem.NOT_OURS),
        ("4006381333931", TokenProblem.NOT_OURS),
        ("https://shop.example/q/", TokenProblem.NOT_OURS),
        ("https://shop.example/offers?q=KC1:ABC", TokenProblem.NOT_OURS),
        ("http://shop.example/q/KC1:ABC", TokenProblem.NOT_OURS),
        ("WIFI:T:WPA;S:shop;P:secret;;", TokenProblem.NOT_OURS),
        ("KX1:ABC", TokenProblem.NOT_OURS),
        ("HC1:NCFOXN", TokenProblem.NOT_OURS),
        ("KC2:ABC", TokenProblem.UNREADABLE),
        ("KC1:", TokenProblem.UNREADABLE),
        ("KC1:A", TokenProblem.UNREADABLE),
        ("KC1:::::", TokenProblem.UNREADABLE),
        ("KC1:優惠券", TokenProblem.UNREADABLE),
        ("KC1:" + "0" * 4093, TokenProblem.TOO_LARGE),
        ("x" * 1_000_000, TokenProblem.TOO_LARGE),
    ],
)
def test_what_is_not_a_token_gets_its_reason(text: str, problem: TokenProblem) -> None:
    refused = refusal(text)
    assert refused.problem is problem
    assert len(refused.shown) <= 48
    assert refused.shown.isprintable()


def test_a_compression_bomb_is_refused_without_being_unpacked() -> None:
    bomb = base45_of(zlib.compress(bytes(1_000_000), 9))
    assert len(bomb) < text_form.MAX_TEXT_CHARS
    assert refusal(f"KC1:{bomb}").problem is TokenProblem.UNREADABLE
    with pytest.raises(text_form.TextFormError):
        text_form.to_bytes(bomb)


def test_well_signed_nonsense_is_the_issuers_fault() -> None:
    good = claims_map.to_cwt(HQ.coupon(not_before=NOON))
    label = claims_map.PRIVATE_LABEL[TokenKind.COUPON]
    wrong: list[dict[int, object]] = [
        {**good, claims_map.EXP: "tomorrow"},
        {**good, claims_map.EXP: True},
        {**good, claims_map.EXP: 2**60},
        {**good, claims_map.IAT: -1},
        {**good, claims_map.ISS: ""},
        {**good, claims_map.CTI: b"\xff\xfe"},
        {**good, label: {}},
        {**good, label: {1: "NEW50", 2: []}},
        {**good, label: {1: "NEW50", 2: [1]}},
        {**good, label: [1]},
        {key: value for key, value in good.items() if key != label},
    ]
    for cwt in wrong:
        text = text_form.to_text(TokenKind.COUPON, cose.sign1(cbor2.dumps(cwt), HQ.key))
        assert refusal(text).problem is TokenProblem.MALFORMED
    text = text_form.to_text(TokenKind.COUPON, cose.sign1(b"not CBOR", HQ.key))
    assert refusal(text).problem is TokenProblem.MALFORMED


def test_claims_from_a_newer_issuer_are_passed_over() -> None:
    cwt = claims_map.to_cwt(HQ.coupon())
    newer = {**cwt, -70000: "later", claims_map.PRIVATE_LABEL[TokenKind.COUPON]: {1: "NEW50", 9: "later"}}
    text = text_form.to_text(TokenKind.COUPON, cose.sign1(cbor2.dumps(newer), HQ.key))
    read = HQ.reader.read(text, NOON)
    assert isinstance(read, ReadToken)
    assert read.claims == HQ.coupon()


def test_where_a_coupon_may_be_redeemed() -> None:
    assert HQ.coupon().allows_store("S1", None)
    by_store = HQ.coupon(stores=("S1", "S2"))
    assert by_store.allows_store("S2", None)
    assert not by_store.allows_store("S3", "north")
    either = HQ.coupon(stores=("S1",), regions=("north",))
    assert either.allows_store("S3", "north")
    assert not either.allows_store("S3", "south")
    assert not HQ.coupon(regions=("north",)).allows_store("S3", None)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ""},
        {"id": "x" * 65},
        {"template": "a\nb"},
        {"stores": ()},
        {"issued": datetime(2025, 1, 1)},  # noqa: DTZ001  (a naive instant is the point)
        {"expires": NOON + timedelta(microseconds=1)},
        {"key_id": b""},
    ],
)
def test_claims_that_cannot_be_printed_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        HQ.coupon(**changes)


def test_two_keys_may_not_share_an_id() -> None:
    other = TrustedKey(HQ.key.key_id, STRANGER.trusted.public, NOON, NOON + MONTH)
    with pytest.raises(ValueError, match=HQ.key.key_id.hex()):
        KeyRing([HQ.trusted, other])
