"""A label at the shelf: what it is, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Barcode, Document, DocumentKind, Pair, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import document
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class ShelfLabel:
    """Minor units of `currency`: `price`, `before` where it was more, `member_price` for members. `unit`: what the
    price is for; `note`: of an offer, which ends at `until` (UTC, excluded); `article`: the number for the barcode."""

    name: LocalText
    price: int
    currency: str
    zone: str
    before: int | None = None
    member_price: int | None = None
    unit: LocalText | None = None
    note: LocalText | None = None
    until: datetime | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class ShelfLabelWords(PaperWords):
    """`per` holds "{price}" and "{unit}", `until` "{day}"."""

    title: str
    before: str
    members: str
    per: str
    until: str


def lay_out(label: ShelfLabel, words: ShelfLabelWords, brand: Brand | None = None) -> Document:
    """The label: the price largest."""
    title = f"{words.title} {label.name.get(words.language)}"
    return document(DocumentKind.SHELF_LABEL, words.language, title, _blocks(label, words), brand=brand)


def _blocks(label: ShelfLabel, words: ShelfLabelWords) -> Iterator[AnyBlock]:
    language = words.language
    yield Text(label.name.get(language), bold=True)
    price = words.money(label.price, label.currency)
    unit = label.unit.get(language) if label.unit is not None else ""
    if unit.strip():
        price = words.say(words.per, price=price, unit=unit)
    yield Text(price, Size.HUGE, bold=True, align=Align.RIGHT)
    if label.before is not None:
        yield Pair(words.before, words.money(label.before, label.currency), Size.SMALL)
    if label.member_price is not None:
        yield Pair(words.members, words.money(label.member_price, label.currency), bold=True)
    if label.note is not None:
        yield Text(label.note.get(language), Size.SMALL, accent=True)
    yield Text(words.say(words.until, day=words.last_day(label.until, label.zone)), Size.SMALL)
    if label.article.isascii() and label.article.isprintable():
        yield Barcode(label.article, mm=8)
