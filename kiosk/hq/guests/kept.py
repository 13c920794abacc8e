"""Events and their lists as HQ keeps them, and what the terminals of their store are told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy import delete, func, select, tuple_, update

from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.places import Taken
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.guests import wall
from kiosk.hq.guests.tables import gathering_kept, guest_kept, guest_listed, guest_remark, guest_score, guest_text
from kiosk.hq.rows import snapshot_files
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import published

_DAY_MS = 86_400_000
SUBJECTS = ("guests", "attendance", *wall.SUBJECTS)
"""Of an event's store: rows whose ids are "event/guest" or "event/photo"."""
_event = msgspec.json.Decoder(Event)
_guest = msgspec.json.Decoder(Guest)


@dataclass(frozen=True, slots=True)
class Kept:
    """An event at HQ. Its guests are forgotten at `until`, `days` after it ends; times in ms. `closed_at`: terminals
    are told of it no longer."""

    store: str
    event: Event
    until: int
    days: int
    at: int
    closed_at: int | None = None
    forgotten_at: int | None = None


def kept(tx: Tx, event: str) -> Kept | None:
    """An event by id, whichever store's."""
    row = tx.execute(select(gathering_kept).where(gathering_kept.c.event == event).limit(1)).one_or_none()
    return None if row is None else _kept(row)


def all_kept(tx: Tx) -> list[Kept]:
    """Every event that HQ knows, by when it starts."""
    return sorted(map(_kept, tx.execute(select(gathering_kept))), key=lambda one: (one.event.starts, one.event.id))


def _kept(row: Any) -> Kept:
    event = _event.decode(row.data)
    return Kept(row.store, event, row.until, row.days, row.at, row.closed_at, row.forgotten_at)


def over(tx: Tx, events: Iterable[str]) -> set[str]:
    """Those of these events of which terminals are told no longer."""
    mine = gathering_kept.c.event.in_(sorted(set(events))) & gathering_kept.c.closed_at.is_not(None)
    return set(tx.execute(select(gathering_kept.c.event).where(mine)).scalars())


def put_event(context: Context, tx: Tx, store: str, event: Event, by: str, days: int | None = None) -> None:
    """Keep an event, or as it is from now on, and tell its store. `days`: None: as before, or as usual. One that was
    closed is open again."""
    old = kept(tx, event.id)
    wanted = days if days is not None else old.days if old is not None else context.settings.guests_kept_days
    row = {
        "store": store,
        "event": event.id,
        "data": msgspec.json.encode(event).decode(),
        "until": millis(event.ends + timedelta(minutes=event.late_minutes)) + wanted * _DAY_MS,
        "days": wanted,
        "at": old.at if old is not None else context.clock.now_ms(),
        "by": by[:64],
        "closed_at": None,
        "forgotten_at": None,
    }
    tx.upsert(gathering_kept, [row])
    changes = [RowChange(Bucket(store, "gatherings"), event.id, event)]
    if old is not None and old.closed_at is not None:
        guests = Bucket(store, "guests")
        changes += [RowChange(guests, f"{event.id}/{one.id}", one) for one in guests_of(tx, store, event.id)]
    publish(tx, changes, context.clock.now_ms())


def forget_event(context: Context, tx: Tx, store: str, event: str) -> None:
    """There is no such event, and nobody on its list."""
    withdraw(context, tx, store, event)
    forget_people(context, tx, store, event)
    tx.execute(delete(guest_score).where(guest_score.c.store == store, guest_score.c.event == event))
    mine = (gathering_kept.c.store == store) & (gathering_kept.c.event == event)
    tx.execute(delete(gathering_kept).where(mine))


def close(context: Context, tx: Tx, store: str, event: str) -> None:
    """Terminals are told neither of an event nor of its guests any more."""
    withdraw(context, tx, store, event)
    mine = (gathering_kept.c.store == store) & (gathering_kept.c.event == event)
    tx.execute(update(gathering_kept).where(mine).values(closed_at=context.clock.now_ms()))


def withdraw(context: Context, tx: Tx, store: str, event: str) -> None:
    """Delete the rows of an event."""
    changes = [RowChange(Bucket(store, "gatherings"), event, None)]
    for subject in SUBJECTS:
        ids = tx.execute(select(published.c.id).where(_rows(store, subject, event))).scalars().all()
        changes += [RowChange(Bucket(store, subject), one, None) for one in ids]
    publish(tx, changes, context.clock.now_ms())


def _rows(store: str, subject: str, event: str) -> Any:
    mine = (published.c.store == store) & (published.c.subject == subject) & published.c.data.is_not(None)
    return mine & (published.c.id > f"{event}/") & (published.c.id < f"{event}0")


# --- guests ----------------------------------------------------------------------------------------------------------


def _list_of(store: str, event: str) -> Any:
    return (guest_listed.c.store == store) & (guest_listed.c.event == event)


def guests_of(tx: Tx, store: str, event: str) -> list[Guest]:
    """An event's list, by the guests' ids."""
    query = select(guest_listed.c.data).where(_list_of(store, event)).order_by(guest_listed.c.guest)
    return [_guest.decode(data) for data in tx.execute(query).scalars()]


def count_guests(tx: Tx, store: str, event: str) -> int:
    """How many are on it."""
    query = select(func.count()).select_from(guest_listed).where(_list_of(store, event))
    return int(tx.execute(query).scalar_one())


def guest_of(tx: Tx, store: str, event: str, guest: str) -> Guest | None:
    """One of them."""
    mine = _list_of(store, event) & (guest_listed.c.guest == guest)
    data = tx.execute(select(guest_listed.c.data).where(mine)).scalar()
    return None if data is None else _guest.decode(data)


def put_guests(context: Context, tx: Tx, store: str, event: str, guests: Sequence[Guest]) -> None:
    """Put guests on an event's list, or as they are from now on, and tell its store while the event is open."""
    _put(context, tx, store, event, [(one, None) for one in guests])


def desk_says(context: Context, tx: Tx, store: str, event: str, guests: Sequence[Guest]) -> None:
    """The same by the word of desks: what HQ said of them before can be put back."""
    there = _rows_of(tx, store, event, [one.id for one in guests])
    put: list[tuple[Guest, str | None]] = []
    for one in guests:
        row = there.get(one.id)
        before = "" if row is None else row.data if row.before is None else row.before
        if row is None or _guest.decode(row.data) != one:
            put.append((one, before))
    _put(context, tx, store, event, put)


def places_lock(event: str) -> str:
    """The lock (`Tx.hold`) of who has a place at an event."""
    return f"places/{event}"


def as_they_stand(tx: Tx, store: str, event: str, guests: Sequence[str]) -> list[tuple[Guest, bool]]:
    """Those of these ids who are on a list, and whether it was a desk that said so last."""
    return [(_guest.decode(row.data), row.before is not None) for row in _rows_of(tx, store, event, guests).values()]


def with_places(tx: Tx, store: str, event: str, guests: Sequence[Guest]) -> list[Guest]:
    """Guests who put themselves on a list, in the order in which they did: whoever finds no place left waits. It is
    decided once, when HQ first hears of them: stations that did not see each other may have promised one place twice.
    """
    found = kept(tx, event)
    there = _rows_of(tx, store, event, [one.id for one in guests])
    taken = Taken(guests_of(tx, store, event)) if found is not None and len(there) < len(guests) else None
    settled = []
    for one in guests:
        if one.id in there:
            settled.append(replace(one, standing=_guest.decode(there[one.id].data).standing))
            continue
        waits = found is not None and taken is not None and not taken.has_room(found.event, one)
        settled.append(replace(one, standing=Standing.WAITING) if waits else one)
        if taken is not None:
            taken.take(settled[-1])
    return settled


def desk_unsays(context: Context, tx: Tx, store: str, event: str, guests: Sequence[str]) -> None:
    """No word of any desk is left by which these are on a list: they are as HQ said, or on it no longer."""
    rows = _rows_of(tx, store, event, guests)
    hqs = [_guest.decode(row.before) for row in rows.values() if row.before]
    _put(context, tx, store, event, [(one, None) for one in hqs])
    remove_guests(context, tx, store, event, [name for name, row in rows.items() if row.before == ""])
    for piece in chunks([one.id for one in hqs]):
        mine = (guest_kept.c.store == store) & (guest_kept.c.event == event) & guest_kept.c.guest.in_(piece)
        tx.execute(delete(guest_kept).where(mine))


def _rows_of(tx: Tx, store: str, event: str, ids: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for piece in chunks(ids):
        query = select(guest_listed).where(_list_of(store, event), guest_listed.c.guest.in_(piece))
        found |= {row.guest: row for row in tx.execute(query)}
    return found


def _put(context: Context, tx: Tx, store: str, event: str, guests: Sequence[tuple[Guest, str | None]]) -> None:
    rows = [
        {
            "store": store,
            "event": event,
            "guest": one.id,
            "member": one.member,
            "data": msgspec.json.encode(one).decode(),
            "before": before,
        }
        for one, before in guests
    ]
    for piece in chunks(rows):
        tx.upsert(guest_listed, piece)
    if rows and not over(tx, [event]):
        place = Bucket(store, "guests")
        publish(tx, [RowChange(place, f"{event}/{one.id}", one) for one, _ in guests], context.clock.now_ms())


def remove_guests(context: Context, tx: Tx, store: str, event: str, guests: Sequence[str]) -> None:
    """They are on the list no longer, and who they were is forgotten."""
    for piece in chunks(guests):
        for table in (guest_listed, guest_kept, guest_text, guest_remark, guest_score):
            mine = (table.c.store == store) & (table.c.event == event) & table.c.guest.in_(piece)
            tx.execute(delete(table).where(mine))
    wall.forget(context, tx, store, event, guests)
    place = Bucket(store, "guests")
    publish(tx, [RowChange(place, f"{event}/{one}", None) for one in guests], context.clock.now_ms())


def forget_people(context: Context, tx: Tx, store: str, event: str) -> None:
    """Who an event's guests were is gone here; what they did stays, by their ids."""
    for table in (guest_listed, guest_kept, guest_text, guest_remark):
        tx.execute(delete(table).where(table.c.store == store, table.c.event == event))
    wall.forget(context, tx, store, event)
    snapshot_files.forget(context.folder, tx, Bucket(store, "guests"))


def lists_with(tx: Tx, members: Iterable[str]) -> list[Guest]:
    """Members as they stand on lists of events."""
    query = select(guest_listed.c.data).where(guest_listed.c.member.in_(sorted(set(members) - {""})))
    return [_guest.decode(data) for data in tx.execute(query.order_by(guest_listed.c.event)).scalars()]


def forget_members(context: Context, tx: Tx, members: Iterable[str]) -> int:
    """Members were erased: on lists of events stands nobody in their place, known by an id alone. Gives how many."""
    query = select(guest_listed).where(guest_listed.c.member.in_(sorted(set(members) - {""})))
    found = tx.execute(query).all()
    by_event: dict[tuple[str, str], list[Guest]] = {}
    for row in found:
        old = _guest.decode(row.data)
        # nobody waits in their place, and who had given theirs up has not taken it back
        standing = Standing.CANCELLED if old.standing is Standing.WAITING else old.standing
        nobody = Guest(old.event, old.id, "", seat=old.seat, tags=old.tags, plus_ones=old.plus_ones)
        nobody = replace(nobody, sessions=old.sessions, standing=standing)
        by_event.setdefault((row.store, row.event), []).append(nobody)
    for (store, event), guests in by_event.items():
        put_guests(context, tx, store, event, guests)
        for table in (guest_kept, guest_text, guest_remark):
            ids = tuple_(table.c.store, table.c.event, table.c.guest).in_([(store, event, one.id) for one in guests])
            tx.execute(delete(table).where(ids))
        wall.forget(context, tx, store, event, [one.id for one in guests])
        snapshot_files.forget(context.folder, tx, Bucket(store, "guests"))
    return len(found)


def due(tx: Tx, now: int) -> Iterator[Kept]:
    """Events whose time is over, and whose guests are not forgotten yet."""
    late = (gathering_kept.c.until <= now) & gathering_kept.c.forgotten_at.is_(None)
    yield from map(_kept, tx.execute(select(gathering_kept).where(late)).all())
