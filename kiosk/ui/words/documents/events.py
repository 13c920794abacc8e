"""The words of papers for guests of events, and of greeting cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.domain.documents.badge import BadgeWords
from kiosk.domain.documents.event_ticket import EventTicketWords
from kiosk.domain.documents.greeting_card import GreetingCardWords
from kiosk.domain.documents.sign_in_sheet import SignInSheetWords
from kiosk.domain.money import currency_sign
from kiosk.ui.i18n import speaking, translate


def badge_words(language: str, currency: str, folder: Path | None = None) -> BadgeWords:
    """The words in one of LANGUAGES, with the sign of `currency` (ISO 4217), as of every document here. May be called
    on any thread. `folder`: where the translations lie."""
    with speaking(language, folder):
        return BadgeWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Badge"),
            vip=translate("Paper", "VIP"),
            seat=translate("Paper", "Seat {seat}"),
        )


def event_ticket_words(language: str, currency: str, folder: Path | None = None) -> EventTicketWords:
    """The words of a ticket to an event."""
    with speaking(language, folder):
        return EventTicketWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Admission ticket"),
            begins=translate("Paper", "Time"),
            where=translate("Paper", "Place"),
            name=translate("Paper", "Guest"),
            seat=translate("Paper", "Table, seat"),
            guests=translate("Paper", "Guests with you"),
            vip=translate("Paper", "VIP"),
            show=translate("Paper", "Please show this code at the entrance"),
        )


def afterwards_words(language: str, currency: str, folder: Path | None = None) -> EventTicketWords:
    """The words of a card that asks a guest how it was."""
    with speaking(language, folder):
        return replace(
            event_ticket_words(language, currency, folder),
            title=translate("Paper", "How was it?"),
            show=translate("Paper", "Scan with your phone and tell us"),
        )


def sign_in_sheet_words(language: str, currency: str, folder: Path | None = None) -> SignInSheetWords:
    """The words of a sign-in sheet."""
    with speaking(language, folder):
        return SignInSheetWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Sign-in sheet"),
            begins=translate("Paper", "Time"),
            where=translate("Paper", "Place"),
            announced=translate("Paper", "Guests announced"),
            printed=translate("Paper", "Printed"),
            line=translate("Paper", "Line"),
            name=translate("Paper", "Name"),
            phone_end=translate("Paper", "Phone ends in"),
            seat=translate("Paper", "Table"),
            guests=translate("Paper", "Plus guests"),
            time=translate("Paper", "Arrived"),
            signature=translate("Paper", "Signature"),
            privacy=translate("Paper", "Used for signing in to this event only, and destroyed after it is keyed in."),
        )


def greeting_card_words(language: str, currency: str, folder: Path | None = None) -> GreetingCardWords:
    """The words of a greeting card."""
    with speaking(language, folder):
        return GreetingCardWords(
            language=language,
            currency=currency_sign(currency),
            title=translate("Paper", "Greeting card"),
            to=translate("Paper", "Dear {name},"),
            sender=translate("Paper", "Yours, {name}"),
            with_love=translate("Paper", "With best wishes from {chain}"),
            photo=translate("Paper", "Photo"),
        )
