"""Tickets of a prize draw that a customer holds in hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import document, head, heading, proof
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class DrawTicket:
    """Tickets `first` to `first + count - 1` of one customer, whose masked name is `member`. The draw is at `at`, the
    paper was made at `issued` (UTC). `code`: what proves that they are in the list (KD1); `fingerprint`: of the frozen
    list, empty before it is frozen; `check_at`: where it is published, as people read it, "" for nowhere. `where`: the
    place where the draw is held or shown."""

    store: LocalText
    zone: str
    draw: LocalText
    first: int
    count: int
    at: datetime
    issued: datetime
    code: str
    member: str = ""
    where: LocalText | None = None
    fingerprint: str = ""
    check_at: str = ""

    def __post_init__(self) -> None:
        if self.count < 1 or self.first < 0:
            raise ValueError("a draw ticket has a number")


@dataclass(frozen=True, slots=True)
class DrawTicketWords(PaperWords):
    """`numbered` holds "{number}", `check_at` "{address}"."""

    title: str
    numbered: str
    drawn: str
    where: str
    member: str
    tickets: str
    check: str
    fingerprint: str
    check_at: str
    issued: str
    keep: str


def lay_out(ticket: DrawTicket, words: DrawTicketWords, brand: Brand | None = None) -> Document:
    """The ticket."""
    title = f"{words.title} {numbers(ticket)}"
    return document(DocumentKind.DRAW_TICKET, words.language, title, _blocks(ticket, words, brand), brand=brand)


def numbers(ticket: DrawTicket) -> str:
    """000123, or 000123–000125."""
    last = ticket.first + ticket.count - 1
    return f"{ticket.first:06d}" + (f"–{last:06d}" if ticket.count > 1 else "")


def _blocks(ticket: DrawTicket, words: DrawTicketWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, ticket.zone
    yield from head(ticket.store, language, brand)
    yield heading(words.title)
    yield Text(ticket.draw.get(language), bold=True, align=Align.CENTRE)
    yield Text(words.say(words.numbered, number=numbers(ticket)), Size.HUGE, bold=True, align=Align.CENTRE)
    yield Pair(words.tickets, words.count(ticket.count))
    yield Pair(words.drawn, words.when(ticket.at, zone), bold=True)
    if ticket.where is not None:
        yield Pair(words.where, ticket.where.get(language))
    yield Pair(words.member, personal(ticket.member))
    yield Qr(ticket.code, words.check, mm=30)
    yield Rule()
    yield from proof(words.fingerprint, ticket.fingerprint, words.say(words.check_at, address=ticket.check_at))
    yield Pair(words.issued, words.when(ticket.issued, zone), Size.SMALL, pale=True)
    yield Text(words.keep, Size.SMALL, pale=True)
