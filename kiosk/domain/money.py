"""Money as numbers on paper: minor units, ISO 4217 codes, and the signs that tell currencies apart. No words."""

from __future__ import annotations

from decimal import Decimal

_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
"""ISO 4217, list one (currencies and funds in use), as SIX keeps it; every other currency has 2."""
_EXPONENTS = {currency: decimals for decimals, currencies in _DECIMALS.items() for currency in currencies.split()}
_SMALLEST = {"TWD": 100}
_SIGNS = {
    "TWD": "NT$",
    "CNY": "¥",
    "HKD": "HK$",
    "MOP": "MOP$",
    "SGD": "S$",
    "USD": "US$",
    "EUR": "€",
    "JPY": "JP¥",
    "KRW": "₩",
}
_CHEAP = frozenset(["COP", "GNF", "IDR", "IRR", "KHR", "KRW", "LAK", "LBP", "MMK", "MNT", "PYG", "UGX", "UZS", "VND"])
"""Currencies of which a shopping basket takes a hundred thousand and more."""


def exponent(currency: str) -> int:
    """Decimals of the currency's minor unit by ISO 4217."""
    return _EXPONENTS.get(currency, 2)


def scale(currency: str) -> int:
    """Minor units of one major unit."""
    return int(10 ** exponent(currency))


def rounding_unit(currency: str) -> int:
    """Minor units of the smallest amount in which the currency is priced and paid; discounts are multiples of it.

    ISO 4217 gives TWD two decimals, but prices and cash in Taiwan are whole dollars: 100. Elsewhere 1.
    """
    return _SMALLEST.get(currency, 1)


def whole_digits(currency: str) -> int:
    """Digits before the point of the largest amount that is keyed in or sold."""
    return 11 if currency in _CHEAP else 10 - exponent(currency)


def largest_amount(currency: str) -> int:
    """Minor units; more is a slip of the finger."""
    return int(10 ** whole_digits(currency)) * scale(currency)


def sure_amount(currency: str) -> int:
    """Minor units from which on somebody is asked, whatever is usual: ten digits, decimals and all; where money is
    cheap, without them."""
    return (10**9) * (scale(currency) if currency in _CHEAP else 1)


def plain(amount: int, currency: str) -> str:
    """`amount` minor units as digits with thousands separators: "1,234.50". Decimals are left out where the currency
    is paid in whole units and the amount is whole: 46200 TWD is "462"."""
    decimals, one = exponent(currency), scale(currency)
    whole, rest = divmod(abs(amount), one)
    sign = "-" if amount < 0 else ""
    if decimals == 0 or (rest == 0 and rounding_unit(currency) % one == 0):
        return f"{sign}{whole:,}"
    return f"{sign}{whole:,}.{rest:0{decimals}d}"


def currency_sign(currency: str) -> str:
    """What stands before amounts of a currency: "NT$"; the code and a gap where it has no sign of its own."""
    return _SIGNS.get(currency, currency + " ")


def with_sign(amount: int, currency: str) -> str:
    """`amount` minor units, none of them below zero, as `plain` has them behind the currency's sign: "NT$1,234"."""
    return f"{currency_sign(currency)}{plain(amount, currency)}"


def decimal(amount: int, currency: str) -> str:
    """`amount` minor units as a program reads it, with all of the currency's decimals: "1234.50", "-3.00"."""
    return str(Decimal(amount).scaleb(-exponent(currency)))
