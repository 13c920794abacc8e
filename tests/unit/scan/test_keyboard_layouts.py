"""Codes in the wrong letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.scan.keyboard_layouts import KeyboardLayout, LayoutMixup, MixupKind, find_mixup

# What the keys that a US scanner presses give on another layout, written down from the layouts themselves.
US_ON_FR = str.maketrans(
    "1234567890" "AQZWM" "$%*+-./:", "&é\"'(-è_çà" "QAWZ?" "458+):!M"
)  # fmt: skip
US_ON_DE = str.maketrans("ZY+-/:*", "YZ`ß-Ö(")
DE_ON_US = str.maketrans("ZY+-/:*", "YZ]/&>}")
TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"

bodies = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=2, max_size=300).filter(
    lambda body: len(body) % 3 != 1
)


@given(bodies)
def test_caps_lock_is_always_repaired(body: str) -> None:
    token = "KM1:" + body
    assert find_mixup(token.swapcase()) == LayoutMixup(MixupKind.CAPS_LOCK, token.swapcase(), token)


@given(bodies)
def test_a_token_in_order_is_never_touched(body: str) -> None:
    assert find_mixup("KC1:" + body) is None


@given(st.text("0123456789", max_size=20))
def test_a_number_is_never_touched(number: str) -> None:
    assert find_mixup(number) is None


@given(bodies)
def test_what_is_repaired_is_what_was_sent(body: str) -> None:
    token = "KC1:" + body
    for table in (US_ON_FR, US_ON_DE, DE_ON_US):
        mixup = find_mixup(token.translate(table))
        assert mixup is not None
        assert mixup.repaired in (token, None)


def test_a_french_computer_is_repaired() -> None:
    mixup = find_mixup(TOKEN.translate(US_ON_FR))
    assert mixup is not None
    assert (mixup.kind, mixup.computer, mixup.scanner) == (MixupKind.OTHER_LAYOUT, "fr", "us")
    assert mixup.repaired == TOKEN


def test_a_card_number_on_a_french_computer_is_repaired_only_with_its_check_digit() -> None:
    mixup = find_mixup("4006381333931".translate(US_ON_FR))
    assert mixup is not None
    assert mixup.repaired == "4006381333931"
    assert find_mixup("4006381333932".translate(US_ON_FR)) is None


def test_a_german_computer_is_named_and_not_guessed_because_plus_is_a_dead_key() -> None:
    mixup = find_mixup(TOKEN.translate(US_ON_DE))
    assert mixup is not None
    assert (mixup.computer, mixup.scanner, mixup.repaired) == (KeyboardLayout.DE, KeyboardLayout.US, None)


def test_a_german_scanner_on_an_american_computer_is_repaired() -> None:
    mixup = find_mixup(TOKEN.translate(DE_ON_US))
    assert mixup is not None
    assert (mixup.computer, mixup.scanner, mixup.repaired) == ("us", "de", TOKEN)


def test_zhuyin_letters_are_named() -> None:
    mixup = find_mixup("ㄎㄏㄅ:ㄋ")
    assert mixup is not None
    assert (mixup.computer, mixup.repaired) == (KeyboardLayout.ZHUYIN, None)


def test_full_width_letters_are_repaired() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() or c in ":%" else c for c in "KC1:NCF%0")
    assert unicodedata.normalize("NFKC", wide) == "KC1:NCF%0"
    assert find_mixup(wide) == LayoutMixup(MixupKind.FULL_WIDTH, wide, "KC1:NCF%0")


@pytest.mark.parametrize("text", ["", "https://shop.example/q/KC1:AB", "hello", "陳美麗", "kc1", "\x00\x1d"])
def test_strangers_codes_are_left_alone(text: str) -> None:
    assert find_mixup(text) is None


def test_a_token_of_an_impossible_length_is_not_called_repaired() -> None:
    mixup = find_mixup("kc1:abcd")
    assert mixup is not None
    assert mixup.repaired is None


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    mixup = find_mixup(text)
    assert mixup is None or mixup.received == text
