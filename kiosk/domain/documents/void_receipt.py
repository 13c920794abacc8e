"""A sale was undone: its receipt once more, with the mark that nobody overlooks, why, and who allowed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.documents.blocks import AnyBlock, Document, DocumentKind, Field, Pair
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import document
from kiosk.domain.documents.receipt import Receipt, ReceiptWords, blocks_of
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class VoidReceipt:
    """`receipt` has its void mark (ValueError without); `approved_by`: who stood by,
    where somebody had to; `onto_vouchers`: minor units that are on vouchers of value again, `in_money`: what was paid
    back beside them."""

    receipt: Receipt
    reason: LocalText | None = None
    approved_by: str = ""
    onto_vouchers: int = 0
    in_money: int = 0

    def __post_init__(self) -> None:
        if self.receipt.voided is None:
            raise ValueError("this sale was not voided")


@dataclass(frozen=True, slots=True)
class VoidReceiptWords(PaperWords):
    """`title` names it in queues; `receipt`: the words of the receipt itself."""

    title: str
    receipt: ReceiptWords
    reason: str
    approved_by: str
    onto: str
    in_money: str
    signature: str


def lay_out(void: VoidReceipt, words: VoidReceiptWords, brand: Brand | None = None) -> Document:
    """The void receipt."""
    title = f"{words.title} {void.receipt.number}"
    return document(DocumentKind.VOID_RECEIPT, words.language, title, _blocks(void, words, brand), brand=brand)


def _blocks(void: VoidReceipt, words: VoidReceiptWords, brand: Brand | None) -> Iterator[AnyBlock]:
    *receipt, thanks, code = blocks_of(void.receipt, words.receipt, brand)
    yield from receipt
    if void.reason is not None:
        yield Pair(words.reason, void.reason.get(words.language))
    if void.onto_vouchers:
        yield Pair(words.onto, words.money(void.onto_vouchers, void.receipt.currency), bold=True)
        yield Pair(words.in_money, words.money(void.in_money, void.receipt.currency), bold=True)
    yield Pair(words.approved_by, void.approved_by)
    yield Field(words.signature)
    yield thanks
    yield code
