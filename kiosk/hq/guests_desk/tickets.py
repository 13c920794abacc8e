"""Tickets of an event: each guest's signed code (KT1), for sheets, for other programs, and by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote
from zoneinfo import ZoneInfo

from kiosk.domain.documents.brand import Brand
from kiosk.domain.guests.event import Guest, Standing
from kiosk.domain.members.masking import mask_name
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk.events import EventsFault, seen
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.messages.settings import is_set
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import issue, keys

_EXPECTED = (Standing.EXPECTED,)
_PLACE_OF_PAGES = "p/"
LETTERS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Ticket:
    """A guest, and the code that lets them in."""

    guest: Guest
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letters:
    """What was done: letters that go out, guests who have no address, and whose code no page can show."""

    sent: int
    nowhere: int


def tickets(context: Context, tx: Tx, name: str) -> tuple[Kept, list[Ticket]]:
    """Tickets of everybody who is expected, by name. Raises EventsFault."""
    found = seen(tx, name)
    if found.forgotten_at is not None:
        raise EventsFault(f"{name} is over, and its guests are forgotten")
    guests = [one for one in kept.guests_of(tx, found.store, name) if one.standing in _EXPECTED]
    key = keys.signing_event_tickets(context, tx)
    now = instant(context.clock.now_ms())
    issuer = context.settings.issuer
    made = [Ticket(one, issue.event_ticket(key, issuer, found.event, one, now)) for one in guests]
    return found, sorted(made, key=lambda one: (one.guest.seat, one.guest.name, one.guest.id))


def send(context: Context, name: str, language: str, *, sms: bool = False, again: bool = False) -> Letters:
    """Put a letter with each guest's ticket into the outbox, once for each; `again`: also to those who had one. `sms`:
    to their phone where there is no address. Raises EventsFault."""
    with context.database.write() as tx:
        found, made = tickets(context, tx, name)
        brand = can_write(tx, sms=sms)
    sent = nowhere = 0
    once = f"{context.clock.now_ms()}" if again else ""
    for start in range(0, len(made), LETTERS_AT_ONCE):
        with context.database.write() as tx:
            for ticket in made[start : start + LETTERS_AT_ONCE]:
                letter = _letter(found, ticket, brand, language, sms=sms, once=once)
                gone = letter is not None and outbox.put(context, tx, letter) is not None
                sent, nowhere = sent + gone, nowhere + (not gone)
    return Letters(sent, nowhere)


def can_write(tx: Tx, *, sms: bool) -> Brand:
    """The brand that signs letters and has the pages they lead to. Raises EventsFault, also without a gateway."""
    brand = brands.brand(tx)
    if brand is None or not brand.pages:
        raise EventsFault("HQ's pages have no address that phones reach: kiosk hq brand --pages https://…/p/")
    if not is_set(tx, Channel.MAIL) and not (sms and is_set(tx, Channel.SMS)):
        raise EventsFault("HQ has no gateway for letters: kiosk hq messages mail FILE")
    return brand


def address(guest: Guest, *, sms: bool) -> tuple[Channel, str] | None:
    """Where a letter reaches a guest: by mail, else (`sms`) on their phone; None: nowhere."""
    ways = [(Channel.MAIL, guest.email), (Channel.SMS, guest.phone if sms else "")]
    return next((one for one in ways if one[1]), None)


def _letter(found: Kept, ticket: Ticket, brand: Brand, language: str, *, sms: bool, once: str) -> NewLetter | None:
    guest, event = ticket.guest, found.event
    way = address(guest, sms=sms)
    if way is None:
        return None
    words = {
        "name": mask_name(guest.name),
        "event": event.names.get(language),
        "place": event.place or "–",
        "starts": f"{event.starts.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}",
        "seat": guest.seat or "–",
        "guests": str(guest.plus_ones),
        "link": link(brand.pages, ticket.code),
    }
    return NewLetter(
        way[0],
        "ticket",
        way[1],
        language,
        words,
        millis(event.ends),
        member=guest.member or None,
        once=f"ticket/{event.id}/{guest.id}/{millis(event.starts)}/{once}",
        zone=event.zone,
    )


def link(pages: str, code: str, place: str = "t/") -> str:
    """Where a phone opens a ticket, or ("f/") what is asked by it. `pages`: the address of HQ's pages, ending in
    "/p/"."""
    return f"{pages.removesuffix(_PLACE_OF_PAGES)}{place}{quote(code, safe=':$*-.')}"


def table(made: list[Ticket]) -> Iterator[tuple[str | int, ...]]:
    """Rows for other programs: name, phone, e-mail, company, seat, tags, plus-ones, id, code."""
    for one in made:
        guest = one.guest
        yield (
            guest.name, guest.phone, guest.email, guest.company, guest.seat, " ".join(guest.tags), guest.plus_ones,
            guest.id, one.code,
        )  # fmt: skip


HEADINGS = ("name", "phone", "email", "company", "seat", "tags", "plus ones", "id", "ticket code")
