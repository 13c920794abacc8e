"""A letter to somebody who waited, and has a place at an event now: in their language, once."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from kiosk.domain.guests.event import Guest
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import person_of
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.guests.kept import Kept
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.projections.guests import first_added
from kiosk.hq.registration import welcome
from kiosk.hq.registration.consents import agreed
from kiosk.hq.registration.persons import person_row
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx

KIND = "place"


def send(context: Context, tx: Tx, found: Kept, guest: Guest) -> int:
    """By each way that there is to them; gives how many. A member hears of it as they agreed to be served."""
    letters = _to_member(tx, found, guest) if guest.member else _to_guest(tx, found, guest)
    return sum(outbox.put(context, tx, one) is not None for one in letters)


def _to_member(tx: Tx, found: Kept, guest: Guest) -> list[NewLetter]:
    kept = person_row(tx, guest.member)
    row = published_rows(tx, "members", [guest.member], Member).get(guest.member)
    if kept is None or row is None or not agreed(tx, guest.member, SERVICE):
        return []
    who = person_of(bytes(kept.data))
    words = _words(found, guest, who.language)
    made = welcome.letters(tx, KIND, who, row[1], words, millis(found.event.starts), once=False)
    return [replace(one, once=_once(found, guest, one.channel), zone=found.event.zone) for one in made]


def _to_guest(tx: Tx, found: Kept, guest: Guest) -> list[NewLetter]:
    added = first_added(tx, found.store, found.event.id, [guest.id]).get(guest.id)
    language = added.language if added is not None and added.language in LANGUAGES else LANGUAGES[0]
    words = {"name": mask_name(guest.name), **_words(found, guest, language)}
    until = millis(found.event.starts)
    return [
        NewLetter(channel, KIND, to, language, words, until, once=_once(found, guest, channel), zone=found.event.zone)
        for channel, to in ((Channel.MAIL, guest.email), (Channel.SMS, guest.phone))
        if to
    ]


def _once(found: Kept, guest: Guest, channel: Channel) -> str:
    return f"{KIND}/{channel}/{found.event.id}/{guest.id}"


def _words(found: Kept, guest: Guest, language: str) -> dict[str, str]:
    event = found.event
    return {
        "event": event.names.get(language),
        "place": event.place or "–",
        "starts": f"{event.starts.astimezone(ZoneInfo(event.zone)):%Y-%m-%d %H:%M}",
        "guests": str(guest.plus_ones),
    }
