"""Plain member cards: a number with a check digit, printed as QR, Code 128 or EAN-13.

A card identifies and proves nothing: anybody can print one. Spending points with it needs a second factor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.scan.articles import is_article
from kiosk.domain.scan.events import Symbology


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A card number whose check digit is right, digits only, check digit included."""

    number: str


class CardProblem(StrEnum):
    NOT_A_CARD_NUMBER = "not_a_card_number"
    """Not digits, or not as many as the chain's cards have."""
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    """Right in form, one digit misread or mistyped."""
    GOODS = "goods"
    """The bar code of an article in the shop (EAN, UPC)."""


@dataclass(frozen=True, slots=True)
class CardScheme:
    """How the chain numbers its cards.

    `lengths`: digits of a Luhn-checked number (QR, Code 128, typed), check digit included. `prefix`: what
    they all begin with. `ean_prefixes`: beginnings of EAN-13 cards; GS1 keeps 20 to 29 for numbers that a
    shop gives itself (GS1 General Specifications, section 1.4: restricted circulation), every other EAN-13
    is somebody's article.
    """

    lengths: frozenset[int] = frozenset({8, 10, 12, 16})
    prefix: str = ""
    ean_prefixes: tuple[str, ...] = ("2",)


_NO_CARD = CardProblem.NOT_A_CARD_NUMBER
DEFAULT_SCHEME = CardScheme()


def parse_card(
    text: str, symbology: Symbology = Symbology.UNKNOWN, scheme: CardScheme = DEFAULT_SCHEME
) -> MemberCard | CardProblem:
    """The card number in a scanned or typed text, or why it is none.

    Blanks and hyphens between the digits are dropped, as people type them. A handheld scanner does not say
    what it read: thirteen digits with a right EAN check digit count as EAN-13 then.
    """
    number = text.strip().replace(" ", "").replace("-", "")
    if not (number.isascii() and number.isdigit()):
        # bar codes with more than a number: a GTIN, then a batch or a date
        return CardProblem.GOODS if is_article(number[:16]) and len(number) > 16 else CardProblem.NOT_A_CARD_NUMBER
    if symbology in (Symbology.EAN8, Symbology.UPCA):
        return CardProblem.GOODS
    if symbology is Symbology.EAN13 or (len(number) == 13 and 13 not in scheme.lengths):
        return _ean_card(number, scheme)
    if len(number) in scheme.lengths and number.startswith(scheme.prefix) and luhn_holds(number):
        return MemberCard(number)
    if is_article(number):
        return CardProblem.GOODS
    of_a_card = len(number) in scheme.lengths and number.startswith(scheme.prefix)
    return CardProblem.WRONG_CHECK_DIGIT if of_a_card else CardProblem.NOT_A_CARD_NUMBER


def _ean_card(number: str, scheme: CardScheme) -> MemberCard | CardProblem:
    if len(number) != 13:
        return CardProblem.GOODS if is_article(number, Symbology.EAN13) and len(number) > 6 else _NO_CARD
    if not number.startswith(scheme.ean_prefixes):
        return CardProblem.GOODS
    return MemberCard(number) if ean13_holds(number) else CardProblem.WRONG_CHECK_DIGIT


def luhn_digit(body: str) -> str:
    """The check digit behind `body` (ASCII digits): Luhn, ISO/IEC 7812-1 annex B."""
    total = 0
    for place, char in enumerate(reversed(body)):
        digit = int(char) * (2 if place % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return str(-total % 10)


def luhn_holds(number: str) -> bool:
    """True when the last digit is the Luhn digit of the others."""
    return len(number) > 1 and luhn_digit(number[:-1]) == number[-1]


def ean13_digit(body: str) -> str:
    """The check digit behind the first 12 digits of an EAN-13 (GS1 General Specifications, section 7.9)."""
    return str(-sum(int(char) * (3 if place % 2 else 1) for place, char in enumerate(body)) % 10)


def ean13_holds(number: str) -> bool:
    """True when the thirteenth digit is the check digit of the twelve before it."""
    return len(number) == 13 and ean13_digit(number[:12]) == number[12]
