"""Codes of articles: GTINs of every length (GS1 General Specifications, sections 2.1 and 7.9)."""

from __future__ import annotations

from kiosk.domain.scan.events import Symbology

RETAIL = frozenset({Symbology.EAN13, Symbology.EAN8, Symbology.UPCA})
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_ELEMENT_STRING = "01"
"""Application identifier of a GTIN in Code 128 and matrix codes."""


def gtin_digit(body: str) -> str:
    """The check digit behind the digits of a GTIN: weights 3 and 1 from the right."""
    return str(-sum(int(char) * (1 if place % 2 else 3) for place, char in enumerate(reversed(body))) % 10)


def gtin_holds(number: str) -> bool:
    """True when `number` has a GTIN's length and check digit."""
    return len(number) in _GTIN_LENGTHS and gtin_digit(number[:-1]) == number[-1]


def upca_of(number: str) -> str | None:
    """The UPC-A that a UPC-E of eight digits (number system, six digits, check digit) is short for; None for none."""
    if len(number) != 8 or number[0] not in "01":
        return None
    system, body, check = number[0], number[1:7], number[7]
    last = body[5]
    if last in "012":
        middle = body[:2] + last + "0000" + body[2:5]
    elif last == "3":
        middle = body[:3] + "00000" + body[3:5]
    elif last == "4":
        middle = body[:4] + "00000" + body[4]
    else:
        middle = body[:5] + "0000" + last
    return system + middle + check


def is_article(number: str, symbology: Symbology = Symbology.UNKNOWN) -> bool:
    """Whether a text is an article's code. What a bar code of the trade holds is one, right check digit or wrong; from
    a scanner that does not say what it read, the check digit has to hold."""
    if not (number.isascii() and number.isdigit()):
        return False
    if symbology in RETAIL:
        return 6 <= len(number) <= 18
    if gtin_holds(number):
        return True
    whole = upca_of(number)
    if whole is not None and gtin_holds(whole):
        return True
    return len(number) >= 16 and number.startswith(_ELEMENT_STRING) and gtin_holds(number[2:16])
