"""One example of every document, in every language: for screenshots, for pictures that tests compare, for looking at.

`example(kind, language)` is what a layout makes of the demo store's data and the product's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

from kiosk.demo import papers
from kiosk.demo.brand import brand
from kiosk.demo.pictures import moonlit_hills
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.greeting_card import GreetingCard
from kiosk.ui.words.documents import draws, events, members, sales, store
from kiosk.ui.words.receipts import receipt_words

WORDS: Mapping[DocumentKind, Callable[[str, str], Any]] = {
    DocumentKind.RECEIPT: receipt_words,
    DocumentKind.RETURN_RECEIPT: sales.return_receipt_words,
    DocumentKind.VOID_RECEIPT: sales.void_receipt_words,
    DocumentKind.WELCOME_SLIP: members.welcome_slip_words,
    DocumentKind.COUPON: members.coupon_words,
    DocumentKind.INVITE_CARD: members.invite_card_words,
    DocumentKind.DRAW_TICKET: draws.draw_ticket_words,
    DocumentKind.RESULT_SLIP: draws.result_slip_words,
    DocumentKind.DRAW_NOTICE: draws.draw_notice_words,
    DocumentKind.BADGE: events.badge_words,
    DocumentKind.SHELF_LABEL: store.shelf_label_words,
    DocumentKind.EVENT_TICKET: events.event_ticket_words,
    DocumentKind.GREETING_CARD: events.greeting_card_words,
    DocumentKind.SIGN_IN_SHEET: events.sign_in_sheet_words,
    DocumentKind.REGISTRATION_FORM: members.registration_form_words,
    DocumentKind.RULES_POSTER: draws.rules_poster_words,
    DocumentKind.FULFILMENT_NOTE: store.fulfilment_note_words,
    DocumentKind.CLOSING_REPORT: store.closing_report_words,
    DocumentKind.TABLE_SHEET: store.table_sheet_words,
    DocumentKind.PAPER_SLIP: store.paper_slip_words,
    DocumentKind.TEST_PAGE: store.printer_test_words,
}
"""The words of each document, by language and currency."""

DATA: Mapping[DocumentKind, Any] = {
    DocumentKind.RECEIPT: papers.RECEIPT,
    DocumentKind.RETURN_RECEIPT: papers.RETURNED,
    DocumentKind.VOID_RECEIPT: papers.VOIDED,
    DocumentKind.WELCOME_SLIP: papers.WELCOME,
    DocumentKind.COUPON: papers.COUPON,
    DocumentKind.INVITE_CARD: papers.INVITE,
    DocumentKind.DRAW_TICKET: papers.TICKET,
    DocumentKind.RESULT_SLIP: papers.RESULT,
    DocumentKind.DRAW_NOTICE: papers.NOTICE,
    DocumentKind.BADGE: papers.BADGE,
    DocumentKind.SHELF_LABEL: papers.SHELF,
    DocumentKind.EVENT_TICKET: papers.ADMISSION,
    DocumentKind.GREETING_CARD: papers.CARD,
    DocumentKind.SIGN_IN_SHEET: papers.SHEET,
    DocumentKind.REGISTRATION_FORM: papers.FORM,
    DocumentKind.RULES_POSTER: papers.RULES,
    DocumentKind.FULFILMENT_NOTE: papers.NOTE,
    DocumentKind.CLOSING_REPORT: papers.REPORT,
    DocumentKind.TABLE_SHEET: papers.WINNERS,
    DocumentKind.PAPER_SLIP: papers.SLIP,
    DocumentKind.TEST_PAGE: papers.PAGE,
}
"""What stands on each example."""


def example(kind: DocumentKind, language: str, *, branded: bool = True) -> Document:
    """The example of a document in one of LANGUAGES, with the demo chain's brand or without any."""
    lay_out: Callable[..., Document] = import_module(f"kiosk.domain.documents.{kind.value}").lay_out
    data = DATA[kind]
    if isinstance(data, GreetingCard):
        data = replace(data, photo=moonlit_hills())
    return lay_out(data, WORDS[kind](language, papers.CURRENCY), brand() if branded else None)
