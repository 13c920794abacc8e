"""A prize or a gift handed over against a signature (M25)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Column,
    Document,
    DocumentKind,
    Field,
    Keep,
    Pair,
    Rule,
    Side,
    Size,
    Table,
    Text,
    Ticks,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import document, head, heading, section
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class DueItem:
    """`value`: minor units that all of it is worth, 0 where nobody says."""

    name: LocalText
    quantity: int = 1
    value: int = 0


@dataclass(frozen=True, slots=True)
class FulfilmentNote:
    """`number`: of the note; `reason`: what it is due for (campaign, draw); `member`: masked. `tax`: minor units
    withheld, `identity`: a document is looked at before it is handed over. `handed_at` None: keyed or written in later.
    Instants are UTC."""

    store: LocalText
    zone: str
    number: str
    reason: LocalText
    items: tuple[DueItem, ...]
    currency: str
    due_since: datetime | None = None
    handed_at: datetime | None = None
    clerk: str = ""
    member: str = ""
    tax: int = 0
    identity: bool = False
    by_post: bool = False


@dataclass(frozen=True, slots=True)
class FulfilmentNoteWords(PaperWords):
    """Labels; `received` is what the customer signs."""

    title: str
    number: str
    reason: str
    member: str
    due_since: str
    handed_at: str
    clerk: str
    item: str
    quantity: str
    value: str
    total: str
    tax: str
    by_post: str
    identity: str
    identity_seen: str
    received: str
    signature: str
    dated: str


def lay_out(note: FulfilmentNote, words: FulfilmentNoteWords, brand: Brand | None = None) -> Document:
    """The note, with a line for the signature."""
    title = f"{words.title} {note.number}"
    return document(DocumentKind.FULFILMENT_NOTE, words.language, title, _blocks(note, words, brand), brand=brand)


def _blocks(note: FulfilmentNote, words: FulfilmentNoteWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, note.zone
    yield from head(note.store, language, brand)
    yield heading(words.title)
    yield Pair(words.number, note.number, bold=True)
    yield Pair(words.reason, note.reason.get(language))
    yield Pair(words.member, personal(note.member))
    yield Pair(words.due_since, words.day(note.due_since, zone))
    yield Rule()
    columns = (
        Column(words.item, 6),
        Column(words.quantity, 2, Align.RIGHT, count=True),
        Column(words.value, 3, Align.RIGHT, count=True),
    )
    rows = [
        (one.name.get(language), words.count(one.quantity), words.money(one.value, note.currency) if one.value else "")
        for one in note.items
    ]
    yield Table(columns, tuple(rows))
    total = sum(one.value for one in note.items)
    if total and len(note.items) > 1:
        yield Pair(words.total, words.money(total, note.currency), bold=True)
    if note.tax:
        yield Pair(words.tax, words.money(note.tax, note.currency))
    if note.by_post:
        yield Text(words.by_post)
    yield Rule()
    yield Pair(words.handed_at, words.when(note.handed_at, zone))
    yield Pair(words.clerk, note.clerk)
    if note.identity:
        yield from section(words.identity, [Ticks("", (words.identity_seen,))])
    signed: tuple[AnyBlock, ...] = (Text(words.received, Size.SMALL), Field(words.signature))
    if note.handed_at is None:
        signed = (signed[0], Side((Field(words.signature),), (Field(words.dated),), (3, 2)))
    yield Keep(signed)
