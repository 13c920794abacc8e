"""Tickets of an event as a PDF: several to a page, to be cut apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.documents import event_ticket
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.event_ticket import EventTicket
from kiosk.domain.documents.paper import A4, Paper
from kiosk.domain.guests.event import Event, Guest, TagLook
from kiosk.domain.members.masking import mask_name
from kiosk.domain.texts import LocalText
from kiosk.ui.documents.pdf import part_of, write_sheet
from kiosk.ui.words.documents.events import afterwards_words, event_ticket_words


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: guests with their codes, in order. `afterwards`: cards that ask how it was, whose codes are
    links for guests' own phones."""

    event: Event
    brand: Brand | None
    tickets: tuple[tuple[Guest, str], ...] = field(repr=False)
    afterwards: bool = False


def tickets_of(sheet: Sheet, language: str) -> Iterator[Document]:
    """The tickets, in the order of the sheet."""
    words = (afterwards_words if sheet.afterwards else event_ticket_words)(language, "")
    event = sheet.event
    store = sheet.brand.name if sheet.brand is not None else LocalText("", "", "")
    place = LocalText(event.place, event.place, event.place) if event.place else None
    honoured = {tag.id for tag in event.tags if tag.look is TagLook.VIP}
    for guest, code in sheet.tickets:
        ticket = EventTicket(
            store,
            event.zone,
            event.names,
            event.starts,
            event.ends,
            code,
            place,
            mask_name(guest.name),
            guest.seat,
            guest.plus_ones,
            bool(honoured.intersection(guest.tags)),
        )
        yield event_ticket.lay_out(ticket, words, sheet.brand)


def write_tickets(
    sheet: Sheet,
    path: Path,
    language: str,
    *,
    paper: Paper = A4,
    across: int = 2,
    down: int = 3,
    done: Callable[[int], None] = lambda _count: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write it, so many tickets to a page; gives the pages. As `pdf.write_sheet`."""
    piece = part_of(paper, across, down)
    title = sheet.event.names.get(language)
    return write_sheet(tickets_of(sheet, language), piece, paper, path, title=title, done=done, cancelled=cancelled)
