"""Money as numbers on paper: minor units and ISO 4217 codes. No currency signs, no words."""

from __future__ import annotations

_EXPONENTS = {"JPY": 0, "KRW": 0, "VND": 0}
_SMALLEST = {"TWD": 100}


def exponent(currency: str) -> int:
    """Decimals of the minor unit by ISO 4217; 2 for every currency the chain deals in but the listed ones."""
    return _EXPONENTS.get(currency, 2)


def rounding_unit(currency: str) -> int:
    """Minor units of the smallest amount in which the currency is priced and paid; discounts are multiples of it.

    ISO 4217 gives TWD two decimals, but prices and cash in Taiwan are whole dollars: 100. Elsewhere 1.
    """
    return _SMALLEST.get(currency, 1)


def plain(amount: int, currency: str) -> str:
    """`amount` minor units as digits with thousands separators: "1,234.50". Decimals are left out where the currency
    is paid in whole units and the amount is whole: 46200 TWD is "462"."""
    decimals = exponent(currency)
    scale = 10**decimals
    whole, rest = divmod(abs(amount), scale)
    sign = "-" if amount < 0 else ""
    if decimals == 0 or (rest == 0 and rounding_unit(currency) % scale == 0):
        return f"{sign}{whole:,}"
    return f"{sign}{whole:,}.{rest:0{decimals}d}"
