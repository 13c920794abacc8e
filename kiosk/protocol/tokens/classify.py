"""What a scanned text is: the one place that decides.

Only the form is looked at. A token still has to be read and judged (`parser`), a card number looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.members.card import DEFAULT_SCHEME, CardProblem, CardScheme, MemberCard, parse_card
from kiosk.domain.scan.codes_as_sent import as_written
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import TokenKind
from kiosk.protocol.tokens import text_form


@dataclass(frozen=True, slots=True)
class Token:
    """A text with one of our prefixes, alone or in a link. Believe nothing before it was read.
    `kind` is None for a token newer than this program; `text` is as the code has it, to be handed to the reader."""

    kind: TokenKind | None
    text: str


class NotOursReason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    LINK = "link"
    """A web address without a token of ours. Shown, never opened."""
    GOODS = "goods"
    """The bar code of an article."""
    WRONG_CHECK_DIGIT = "wrong_check_digit"
    """Looks like a member card, with a digit misread or mistyped."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Something else. `shown` is short and harmless, for the clerk's eyes."""

    reason: NotOursReason
    shown: str


_CARD_REASONS = {
    CardProblem.GOODS: NotOursReason.GOODS,
    CardProblem.WRONG_CHECK_DIGIT: NotOursReason.WRONG_CHECK_DIGIT,
    CardProblem.NOT_A_CARD_NUMBER: NotOursReason.OTHER,
}


def classify(
    text: str, symbology: Symbology = Symbology.UNKNOWN, scheme: CardScheme = DEFAULT_SCHEME
) -> Token | MemberCard | NotOurs:
    """Say what a scanned or typed text is. Never raises, whatever was scanned."""
    text, symbology = as_written(text, symbology)
    shown = text_form.shown(text)
    if len(text) > text_form.MAX_TEXT_CHARS:
        return NotOurs(NotOursReason.TOO_LARGE, shown)
    if not text.strip():
        return NotOurs(NotOursReason.EMPTY, shown)
    if found := text_form.find_token(text):
        return Token(found.kind, text)
    if text_form.is_link(text):
        return NotOurs(NotOursReason.LINK, shown)
    card = parse_card(text, symbology, scheme)
    return card if isinstance(card, MemberCard) else NotOurs(_CARD_REASONS[card], shown)
