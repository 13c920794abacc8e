"""The receipt of a voucher of value that was sold or topped up: what was paid, what is on it, and its code where it was
made at the till. It is money for whoever holds the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Keep, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import beside, document, head, heading
from kiosk.domain.documents.words import PaperWords, wall_time
from kiosk.domain.texts import LocalText

QR_MM = 34


@dataclass(frozen=True, slots=True)
class ChargeReceipt:
    """Minor units of `currency`: `value` was paid, `left` is on the voucher then. Instants are UTC, shown in `zone`;
    good until `until`, excluded. `code`: of a voucher that was made here; "": of a printed card. `first`: sold, else
    topped up; `voided`: it was taken off again and `value` paid back."""

    store: LocalText
    terminal: str
    number: str
    at: datetime
    zone: str
    clerk: str
    currency: str
    name: LocalText
    value: int
    left: int
    until: datetime
    first: bool = True
    code: str = ""
    voided: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChargeWords(PaperWords):
    """`number` holds "{number}", `until` "{day}"."""

    sold: str
    topped_up: str
    voided: str
    number: str
    clerk: str
    paid: str
    back: str
    left: str
    until: str
    show: str
    keep: str
    thanks: str


def lay_out(charge: ChargeReceipt, words: ChargeWords, brand: Brand | None = None) -> Document:
    """The receipt; of what was taken off again the void receipt."""
    kind = DocumentKind.RECEIPT if charge.voided is None else DocumentKind.VOID_RECEIPT
    title = words.say(words.number, number=charge.number)
    return document(kind, words.language, title, _blocks(charge, words, brand), brand=brand)


def _blocks(charge: ChargeReceipt, words: ChargeWords, brand: Brand | None) -> Iterator[AnyBlock]:
    undone = charge.voided is not None
    yield from head(charge.store, words.language, brand)
    yield heading(words.voided if undone else words.sold if charge.first else words.topped_up)
    yield beside(wall_time(charge.voided or charge.at, charge.zone), charge.terminal)
    yield Text(words.say(words.number, number=charge.number), Size.SMALL, pale=True)
    yield Pair(words.clerk, charge.clerk, Size.SMALL, pale=True)
    yield Rule()
    yield Text(charge.name.get(words.language), bold=True)
    money = words.money(-charge.value if undone else charge.value, charge.currency)
    yield Pair(words.back if undone else words.paid, money, Size.HUGE, bold=True, less=undone)
    if undone:
        return
    yield Rule()
    yield Pair(words.left, words.money(charge.left, charge.currency), bold=True)
    yield Text(words.say(words.until, day=words.last_day(charge.until, charge.zone)))
    yield Keep((Qr(charge.code, words.show, mm=QR_MM),))
    yield Text(words.keep if charge.code else "", Size.SMALL, align=Align.CENTRE)
    yield Rule()
    yield Text(words.thanks, Size.SMALL, align=Align.CENTRE)
