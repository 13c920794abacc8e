"""The papers of what was undone: of a whole sale, or of goods that came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents import return_receipt, void_receipt
from kiosk.domain.documents.blocks import Document
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import speaking
from kiosk.ui.words.codes import void_reason_word
from kiosk.ui.words.documents.sales import return_receipt_words, void_receipt_words
from kiosk.ui.words.receipts import reward_texts


def void_paper(sale: SaleView, terminal: TerminalInfo, language: str) -> Document:
    """Of a sale that was voided. May be called on any thread, as what is below."""
    receipt = replace(receipt_of(sale, terminal), rewards=reward_texts(sale, terminal.zone))
    said = {}
    for one in LANGUAGES:
        with speaking(one):
            said[one] = void_reason_word(sale.void_reason) if sale.void_reason else ""
    void = void_receipt.VoidReceipt(receipt, LocalText(**said))
    return void_receipt.lay_out(void, void_receipt_words(language, sale.currency), terminal.brand)


def return_paper(
    sale: SaleView, back: int, clerk: str, at: datetime, terminal: TerminalInfo, language: str
) -> Document:
    """Of goods for `back` minor units that came back at `at` (UTC); `sale` as it is now, with what was taken back."""
    returned = return_receipt.ReturnReceipt(
        store=terminal.store_name,
        terminal=terminal.name,
        number=sale.receipt,
        txn=sale.txn,
        sold_at=sale.at,
        at=at,
        zone=terminal.zone,
        clerk=clerk,
        currency=sale.currency,
        paid=sale.total,
        back=back,
        returned=sale.returned,
        member=sale.masked_name or "",
        taken_back=reward_texts(sale, terminal.zone, back=True),
    )
    return return_receipt.lay_out(returned, return_receipt_words(language, sale.currency), terminal.brand)
