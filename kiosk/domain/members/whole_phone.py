"""A whole phone number as E.164, however it was typed."""

from __future__ import annotations

import unicodedata

_COUNTRY = {"TWD": "886", "CNY": "86", "HKD": "852", "MOP": "853", "JPY": "81", "KRW": "82", "SGD": "65", "VND": "84"}
"""Currency of a store (ISO 4217) → country code: whom a number without one is dialled from."""
_NATIONAL = range(8, 12)
_INTERNATIONAL = range(9, 16)


def whole_phone(text: str, currency: str) -> str | None:
    """E.164 for a text that is a whole number; None for anything else: part of one, a name, a card. `currency`: the
    store's, for numbers that do not say their country."""
    typed = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf").strip()
    digits = "".join(str(unicodedata.digit(char)) for char in typed if unicodedata.digit(char, -1) >= 0)
    if any(char.isalpha() for char in typed) or not digits:
        return None
    country = _COUNTRY.get(currency, "")
    if typed.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00") if not typed.startswith("+") else digits
        if country and digits.startswith(f"{country}0"):
            digits = country + digits.removeprefix(country).lstrip("0")  # +886 (0)912 …
        return f"+{digits}" if len(digits) in _INTERNATIONAL else None
    if country and digits.startswith("0") and len(digits.lstrip("0")) in _NATIONAL:
        return f"+{country}{digits.lstrip('0')}"
    if country and digits.startswith(country) and len(digits) - len(country) in _NATIONAL:
        return f"+{digits}"
    whole = {"86": 11, "852": 8, "853": 8, "65": 8}.get(country)  # countries that dial no zero
    return f"+{country}{digits}" if whole == len(digits) else None
