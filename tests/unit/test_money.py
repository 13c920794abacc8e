"""Money as digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import exponent, plain


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (46200, "TWD", "462"),
        (46250, "TWD", "462.50"),
        (46200, "CNY", "462.00"),
        (123456789, "CNY", "1,234,567.89"),
        (-5, "CNY", "-0.05"),
        (1234, "JPY", "1,234"),
        (0, "TWD", "0"),
    ],
)
def test_plain(amount: int, currency: str, text: str) -> None:
    assert plain(amount, currency) == text


@given(st.integers(-(10**15), 10**15), st.sampled_from(("TWD", "CNY", "JPY")))
def test_the_digits_are_the_amount(amount: int, currency: str) -> None:
    text = plain(amount, currency)
    whole, _, rest = text.replace(",", "").partition(".")
    assert int(whole + rest.ljust(exponent(currency), "0")) == amount
