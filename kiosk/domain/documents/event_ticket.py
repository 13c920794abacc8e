"""A ticket to an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import bullets, document, head, heading
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class EventTicket:
    """`name`: the guest's, masked; `guests`: how many may come along; `code`: the ticket itself (KT1); `notes`: what to
    bring, where to park. Instants are UTC."""

    store: LocalText
    zone: str
    event: LocalText
    starts: datetime
    ends: datetime | None
    code: str
    place: LocalText | None = None
    name: str = ""
    seat: str = ""
    guests: int = 0
    vip: bool = False
    notes: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class EventTicketWords(PaperWords):
    """Labels, each before what it names."""

    title: str
    begins: str
    where: str
    name: str
    seat: str
    guests: str
    vip: str
    show: str


def lay_out(ticket: EventTicket, words: EventTicketWords, brand: Brand | None = None) -> Document:
    """The ticket."""
    title = f"{words.title} {ticket.event.get(words.language)}"
    return document(DocumentKind.EVENT_TICKET, words.language, title, _blocks(ticket, words, brand), brand=brand)


def _blocks(ticket: EventTicket, words: EventTicketWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    yield from head(ticket.store, language, brand)
    yield heading(words.title)
    yield Text(ticket.event.get(language), Size.HUGE, bold=True, align=Align.CENTRE)
    if ticket.vip:
        yield Text(words.vip, bold=True, inverse=True, align=Align.CENTRE)
    yield Pair(words.begins, words.from_to(ticket.starts, ticket.ends, ticket.zone), bold=True)
    if ticket.place is not None:
        yield Pair(words.where, ticket.place.get(language))
    yield Pair(words.name, personal(ticket.name))
    yield Pair(words.seat, ticket.seat, Size.LARGE, bold=True)
    yield Pair(words.guests, words.count(ticket.guests))
    yield Qr(ticket.code, words.show, mm=32)
    yield Rule()
    yield from bullets((note.get(language) for note in ticket.notes), size=Size.SMALL)
