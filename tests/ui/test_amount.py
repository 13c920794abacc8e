"""The amount as it is keyed in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import largest_amount, whole_digits
from kiosk.ui.stations.checkout.amount import MAX_DIGITS, AmountEntry, entry_of, typed_minor, unlikely

KEYS = st.lists(st.sampled_from([*"0123456789", "00", ".", "back", "clear"]), max_size=24)


@pytest.mark.parametrize(
    ("keys", "text", "minor"),
    [
        ("462", "462", 46200),
        ("378.9", "378.9", 37890),
        (".5", "0.5", 50),
        ("0045", "45", 4500),
        ("1.999", "1.99", 199),
        ("1..2", "1.2", 120),
        ("", "", 0),
    ],
)
def test_keys(keys: str, text: str, minor: int) -> None:
    entry = AmountEntry()
    for key in keys:
        entry.press(key)
    assert (entry.text, entry.minor) == (text, minor)


def test_a_currency_without_decimals_has_no_point() -> None:
    entry = AmountEntry(0)
    for key in "12.5":
        entry.press(key)
    assert (entry.text, entry.minor) == ("125", 125)


@given(KEYS, st.sampled_from([0, 2, 3]))
def test_the_value_is_what_stands_there(keys: list[str], decimals: int) -> None:
    entry = AmountEntry(decimals)
    for key in keys:
        before = entry.text
        assert entry.press(key) == (entry.text != before)
    assert entry.minor == int(Decimal(entry.text or "0") * 10**decimals)
    assert len(entry.text.partition(".")[0]) <= MAX_DIGITS


@given(st.integers(0, 10**10 - 1), st.sampled_from([0, 2]))
def test_a_pushed_amount_reads_the_same(minor: int, decimals: int) -> None:
    entry = AmountEntry(decimals)
    assert entry.set_minor(minor) == (minor != 0)
    assert entry.minor == minor
    assert not entry.set_minor(minor)


CURRENCIES = ["TWD", "CNY", "JPY", "KRW", "VND", "IDR", "IRR", "BHD", "CLF", "USD"]


@pytest.mark.parametrize("currency", CURRENCIES)
def test_the_largest_amount_can_just_be_keyed_in(currency: str) -> None:
    """Digit by digit up to what is sold at most; one more is refused, never dropped in silence."""
    entry = entry_of(currency)
    for _ in range(whole_digits(currency)):
        assert entry.press("9")
    assert entry.minor <= largest_amount(currency) < 10 * entry.minor + 10
    assert not entry.press("9")
    assert entry.refused
    assert typed_minor(entry.text + "9", currency) is None
    assert unlikely(entry.minor, 0, currency)


@pytest.mark.parametrize(
    ("currency", "typed", "asked"),
    [
        ("VND", "250000000", False), ("VND", "1000000000", True), ("IDR", "99000000", False),
        ("IDR", "1000000000", True),
        ("TWD", "9999999", False), ("TWD", "10000000", True), ("KRW", "999999999", False), ("BHD", "999999", False),
        ("BHD", "1000000", True), ("JPY", "1000000000", True),
    ],
)  # fmt: skip
def test_from_which_amount_somebody_is_asked(currency: str, typed: str, asked: bool) -> None:
    minor = typed_minor(typed, currency)
    assert minor is not None
    assert unlikely(minor, 0, currency) is asked
