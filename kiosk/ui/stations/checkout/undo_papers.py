"""The papers of what was undone: of a whole sale, or of goods that came back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from kiosk.application.sales.outcomes import Refund, Returned, SaleView, Voided
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.documents import return_receipt, void_receipt
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.return_receipt import ReturnLine
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.i18n import speaking
from kiosk.ui.words.codes import void_reason_word
from kiosk.ui.words.documents.sales import return_receipt_words, void_receipt_words
from kiosk.ui.words.goods import goods_back, goods_back_word, less_word
from kiosk.ui.words.receipts import reward_texts


def void_paper(sale: SaleView, terminal: TerminalInfo, language: str) -> Document:
    """Of a sale that was voided. May be called on any thread, as what is below."""
    receipt = replace(receipt_of(sale, terminal), rewards=reward_texts(sale, terminal.zone))
    why = _in_all(lambda _language: void_reason_word(sale.void_reason) if sale.void_reason else "")
    onto = sum(value for _coupon, value in sale.back_on_vouchers)
    money = sale.total - sale.returned - onto
    void = void_receipt.VoidReceipt(receipt, why, onto_vouchers=onto, in_money=money)
    return void_receipt.lay_out(void, void_receipt_words(language, sale.currency), terminal.brand)


def return_paper(
    voided: Voided, back: Returned, clerk: str, at: datetime, terminal: TerminalInfo, language: str
) -> Document:
    """Of goods that came `back` at `at` (UTC); `voided`: the sale as it is now, with what was paid back and what was
    taken back of its rewards."""
    sale, refund = voided.sale, voided.refund or Refund(0, 0)
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
        back=refund.amount,
        returned=sale.returned,
        goods=tuple(
            ReturnLine(_in_all(partial(_named, one)), one.price * one.pieces) for one in goods_back(sale, back)
        ),
        less=tuple(ReturnLine(_in_all(partial(less_word, one)), one.off) for one in refund.less),
        member=sale.masked_name or "",
        taken_back=reward_texts(sale, terminal.zone, back=True),
        onto_vouchers=sum(value for _coupon, value in refund.vouchers),
    )
    return return_receipt.lay_out(returned, return_receipt_words(language, sale.currency), terminal.brand)


def _in_all(words: Callable[[str], str]) -> LocalText:
    """Words in every language."""
    said = {}
    for one in LANGUAGES:
        with speaking(one):
            said[one] = words(one)
    return LocalText(**said)


def _named(row: Item, _language: str) -> str:
    return goods_back_word(row)
