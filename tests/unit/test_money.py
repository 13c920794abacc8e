"""Money as digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.money import decimal, exponent, plain, rounding_unit, scale


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
        (1234, "KWD", "1.234"),
        (500, "KRW", "500"),
    ],
)
def test_plain(amount: int, currency: str, text: str) -> None:
    assert plain(amount, currency) == text


@given(st.integers(-(10**15), 10**15), st.sampled_from(("TWD", "CNY", "JPY")))
def test_the_digits_are_the_amount(amount: int, currency: str) -> None:
    text = plain(amount, currency)
    whole, _, rest = text.replace(",", "").partition(".")
    assert int(whole + rest.ljust(exponent(currency), "0")) == amount


@pytest.mark.parametrize(
    ("decimals", "currencies"),
    [
        (0, ("JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XOF")),
        (2, ("TWD", "CNY", "HKD", "MOP", "SGD", "USD", "EUR", "THB", "IDR", "HUF")),
        (3, ("BHD", "KWD", "OMR", "JOD", "TND")),
        (4, ("CLF",)),
    ],
)
def test_decimals_are_those_of_iso_4217(decimals: int, currencies: tuple[str, ...]) -> None:
    for currency in currencies:
        assert (exponent(currency), scale(currency)) == (decimals, 10**decimals)


def test_a_price_is_a_multiple_of_what_is_paid() -> None:
    assert [rounding_unit(currency) for currency in ("TWD", "CNY", "JPY", "KWD")] == [100, 1, 1, 1]


@given(st.integers(-(10**15), 10**15), st.sampled_from(("TWD", "CNY", "JPY", "KWD", "CLF")))
def test_a_program_reads_the_same_amount_with_all_decimals(amount: int, currency: str) -> None:
    text = decimal(amount, currency)
    assert Decimal(text) * scale(currency) == amount
    assert len(text.partition(".")[2]) == exponent(currency)
