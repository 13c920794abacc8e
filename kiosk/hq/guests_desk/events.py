"""Events at HQ, for people: published to their store, listed, closed, forgotten when their time is over."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import update

from kiosk.domain.guests.event import Event, Source
from kiosk.domain.guests.event_file import EventFault, event_of
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.hq import journalling
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests.tables import gathering_kept
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import Store

_STORES = Bucket(CHAIN, "stores")
MOST_DAYS = 3_660


class EventsFault(ValueError):
    """It cannot be done; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class EventSeen:
    """An event, and how many are on its list."""

    kept: Kept
    guests: int


def publish(context: Context, tx: Tx, store: str, said: object, by: str, days: int | None = None) -> Event:
    """Publish an event from what a file says, or change it; its guests are kept for `days` after it ends (None: as
    before, or as usual). Raises EventsFault."""
    place = published_row(tx, _STORES, store, Store)
    if place is None:
        raise EventsFault(f"no such store: {store}")
    try:
        event = event_of(said, place.zone)
    except EventFault as fault:
        raise EventsFault(str(fault)) from fault
    held = kept.kept(tx, event.id)
    if held is not None:
        if held.store != store:
            raise EventsFault(f"{event.id} is an event of {held.store}: it needs an id of its own")
        if held.event.source is Source.LOCAL:
            raise EventsFault(f"{event.id} was made at a desk, which changes it")
        if held.forgotten_at is not None:
            raise EventsFault(f"there was an event {event.id} before: it needs an id of its own")
    kept.put_event(context, tx, store, event, by, days)
    _journal(context, tx, "event_published", store, event.id, by)
    return event


def seen(tx: Tx, name: str) -> Kept:
    """An event by id. Raises EventsFault."""
    found = kept.kept(tx, name)
    if found is None:
        raise EventsFault(f"no such event: {name} (`kiosk hq events list` has them)")
    return found


def listed(tx: Tx) -> list[EventSeen]:
    """All that HQ knows, by when they start."""
    return [EventSeen(one, kept.count_guests(tx, one.store, one.event.id)) for one in kept.all_kept(tx)]


def close(context: Context, tx: Tx, name: str, by: str) -> Kept:
    """An event is over: no terminal is told of it any more. Its guests are kept at HQ until their time. Raises
    EventsFault."""
    found = seen(tx, name)
    if found.closed_at is not None:
        raise EventsFault(f"{name} is closed already")
    kept.close(context, tx, found.store, name)
    _journal(context, tx, "event_closed", found.store, name, by)
    return found


def forget_due(context: Context) -> int:
    """Events whose time is over: terminals are told of them no longer, and who the guests were is gone. Gives how
    many."""
    now = context.clock.now_ms()
    with context.database.read() as tx:
        found = list(kept.due(tx, now))
    for one in found:
        with context.database.write() as tx:
            if one.closed_at is None:
                kept.close(context, tx, one.store, one.event.id)
            kept.forget_people(context, tx, one.store, one.event.id)
            mine = (gathering_kept.c.store == one.store) & (gathering_kept.c.event == one.event.id)
            tx.execute(update(gathering_kept).where(mine).values(forgotten_at=now))
    if found:
        context.database.scrub()
    return len(found)


def _journal(context: Context, tx: Tx, what: str, store: str, event: str, by: str) -> None:
    journalling.append(context, tx, SETTING_CHANGED, {"what": what, "event": event, "store": store, "by": by[:64]})
