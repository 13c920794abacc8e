"""One example of every document, in every language: for screenshots, for pictures that tests compare, for looking at.

`example(kind, language)` is what a layout makes of the demo store's data and the product's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from kiosk.demo import papers
from kiosk.demo.pictures import logo, moonlit_hills
from kiosk.domain.documents import (
    badge,
    closing_report,
    coupon,
    draw_ticket,
    event_ticket,
    fulfilment_note,
    greeting_card,
    invite_card,
    paper_slip,
    receipt,
    registration_form,
    result_slip,
    return_receipt,
    rules_poster,
    shelf_label,
    sign_in_sheet,
    test_page,
    void_receipt,
    welcome_slip,
)
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText
from kiosk.ui.words.documents import draws, events, members, sales, store
from kiosk.ui.words.receipts import receipt_words


@lru_cache(maxsize=1)
def brand() -> Brand:
    """The demo chain's."""
    return Brand(LocalText("青禾生活", "青禾生活", "Qinghe Living"), logo(), "#0e6b5b")


_Made = Callable[[str, Brand | None], Document]


def _card(language: str, brand: Brand | None) -> Document:
    card = replace(papers.CARD, photo=moonlit_hills())
    return greeting_card.lay_out(card, events.greeting_card_words(language, papers.CURRENCY), brand)


_EXAMPLES: Mapping[DocumentKind, _Made] = {
    DocumentKind.RECEIPT: lambda at, by: receipt.lay_out(papers.RECEIPT, receipt_words(at, papers.CURRENCY), by),
    DocumentKind.RETURN_RECEIPT: lambda at, by: return_receipt.lay_out(
        papers.RETURNED, sales.return_receipt_words(at, papers.CURRENCY), by
    ),
    DocumentKind.VOID_RECEIPT: lambda at, by: void_receipt.lay_out(
        void_receipt.VoidReceipt(
            papers.VOIDED, papers.text("金額錯誤", "金额错误", "Wrong amount").get(at), approved_by="許志豪"
        ),
        sales.void_receipt_words(at, papers.CURRENCY),
        by,
    ),
    DocumentKind.WELCOME_SLIP: lambda at, by: welcome_slip.lay_out(
        papers.WELCOME, members.welcome_slip_words(at, papers.CURRENCY), by
    ),
    DocumentKind.COUPON: lambda at, by: coupon.lay_out(papers.COUPON, members.coupon_words(at, papers.CURRENCY), by),
    DocumentKind.INVITE_CARD: lambda at, by: invite_card.lay_out(
        papers.INVITE, members.invite_card_words(at, papers.CURRENCY), by
    ),
    DocumentKind.DRAW_TICKET: lambda at, by: draw_ticket.lay_out(
        papers.TICKET, draws.draw_ticket_words(at, papers.CURRENCY), by
    ),
    DocumentKind.RESULT_SLIP: lambda at, by: result_slip.lay_out(
        papers.RESULT, draws.result_slip_words(at, papers.CURRENCY), by
    ),
    DocumentKind.BADGE: lambda at, by: badge.lay_out(papers.BADGE, events.badge_words(at, papers.CURRENCY), by),
    DocumentKind.SHELF_LABEL: lambda at, by: shelf_label.lay_out(
        papers.SHELF, store.shelf_label_words(at, papers.CURRENCY), by
    ),
    DocumentKind.EVENT_TICKET: lambda at, by: event_ticket.lay_out(
        papers.ADMISSION, events.event_ticket_words(at, papers.CURRENCY), by
    ),
    DocumentKind.GREETING_CARD: _card,
    DocumentKind.SIGN_IN_SHEET: lambda at, by: sign_in_sheet.lay_out(
        papers.SHEET, events.sign_in_sheet_words(at, papers.CURRENCY), by
    ),
    DocumentKind.REGISTRATION_FORM: lambda at, by: registration_form.lay_out(
        papers.FORM, members.registration_form_words(at, papers.CURRENCY), by
    ),
    DocumentKind.RULES_POSTER: lambda at, by: rules_poster.lay_out(
        papers.RULES, draws.rules_poster_words(at, papers.CURRENCY), by
    ),
    DocumentKind.FULFILMENT_NOTE: lambda at, by: fulfilment_note.lay_out(
        papers.NOTE, store.fulfilment_note_words(at, papers.CURRENCY), by
    ),
    DocumentKind.CLOSING_REPORT: lambda at, by: closing_report.lay_out(
        papers.REPORT, store.closing_report_words(at, papers.CURRENCY), by
    ),
    DocumentKind.PAPER_SLIP: lambda at, by: paper_slip.lay_out(
        papers.SLIP, store.paper_slip_words(at, papers.CURRENCY), by
    ),
    DocumentKind.TEST_PAGE: lambda at, by: test_page.lay_out(
        papers.PAGE, store.printer_test_words(at, papers.CURRENCY), by
    ),
}


def example(kind: DocumentKind, language: str, *, branded: bool = True) -> Document:
    """The example of a document in one of LANGUAGES, with the demo chain's brand or without any."""
    return _EXAMPLES[kind](language, brand() if branded else None)
