"""Letters that ask who came how they liked an event: once each, by the page of their ticket (`feedback_page`)."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.domain.documents.brand import Brand
from kiosk.domain.members.masking import mask_name
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk import opinions
from kiosk.hq.guests_desk.attendance import attended
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.guests_desk.tickets import LETTERS_AT_ONCE, Ticket, address, can_write, link, tickets
from kiosk.hq.messages import outbox
from kiosk.hq.messages.outbox import KEPT_MS, NewLetter


@dataclass(frozen=True, slots=True)
class Asked:
    """What was done: letters that go out or went before, guests who came and have no address, and guests who have
    answered already. Who did not come is not asked."""

    sent: int
    nowhere: int
    answered: int


def send(context: Context, name: str, language: str, *, sms: bool = False) -> Asked:
    """Put a letter for each guest who came and has not answered into the outbox, once for each whenever it is called
    again. `sms`: to their phone where there is no address. Raises EventsFault, also before the event has ended, after
    it was closed, and a month later: by then nobody knows who was asked."""
    with context.database.write() as tx:
        found, made = tickets(context, tx, name)
        _is_time(context, found)
        brand = can_write(tx, sms=sms)
        came = {one.guest for one in attended(tx, name).attendance.spoken_of() if one.people}
        known = {one.guest for one in opinions.of_event(tx, found.store, name)}
    wanted = [one for one in made if one.guest.id in came and one.guest.id not in known]
    sent = nowhere = 0
    for start in range(0, len(wanted), LETTERS_AT_ONCE):
        with context.database.write() as tx:
            for ticket in wanted[start : start + LETTERS_AT_ONCE]:
                letter = _letter(found, ticket, brand, language, sms=sms)
                gone = letter is not None and outbox.put(context, tx, letter) is not None
                sent, nowhere = sent + gone, nowhere + (not gone)
    return Asked(sent, nowhere, len(known))


def _is_time(context: Context, found: Kept) -> None:
    name, now, ended = found.event.id, context.clock.now_ms(), millis(found.event.ends)
    if found.closed_at is not None:
        raise EventsFault(f"{name} is closed: answers are taken no longer")
    if now < ended:
        raise EventsFault(f"{name} is not over: guests are asked when it is")
    if now >= ended + KEPT_MS:
        raise EventsFault(f"{name} was over a month ago: guests are not asked any more")


def _letter(found: Kept, ticket: Ticket, brand: Brand, language: str, *, sms: bool) -> NewLetter | None:
    guest, event = ticket.guest, found.event
    way = address(guest, sms=sms)
    if way is None:
        return None
    words = {
        "name": mask_name(guest.name),
        "event": event.names.get(language),
        "until": f"{instant(found.until).astimezone(ZoneInfo(event.zone)):%Y-%m-%d}",
        "link": link(brand.pages, ticket.code, "f/"),
    }
    return NewLetter(
        way[0],
        "feedback",
        way[1],
        language,
        words,
        min(found.until, millis(event.ends) + KEPT_MS),
        member=guest.member or None,
        once=f"feedback/{event.id}/{guest.id}",
        zone=event.zone,
    )
