"""Events and guests: what desks said, word by word, and what the store's terminals are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table, Text, select, tuple_

from kiosk.domain.guests.attendance import Word, order
from kiosk.domain.guests.event import Event, Source
from kiosk.domain.guests.facts import (
    EVENT_MADE,
    GUEST_ADDED,
    GUEST_UNDONE,
    KINDS,
    Added,
    AddedBody,
    EventMade,
    GuestSaid,
    UndoneBody,
    read_said,
    write_said,
)
from kiosk.domain.guests.person import guest_of, person_of
from kiosk.domain.journal.facts import Fact
from kiosk.hq.context import Caller, Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.tables import guest_kept
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.columns import ID, WHOLE, key, metadata
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import device
from kiosk.protocol.rows import AttendanceRow, WordRow

MOST_WORDS = 200
"""Of a guest that are told: of who came and went more often the newest."""
_BY = "desk"
_FIRST = ("epoch", "seq")
_DERIVED = MetaData(naming_convention=metadata.naming_convention)
_EVENT, _GUEST = String(64), String(64)


def _fact_columns() -> tuple[Column[int], Column[int], Column[int]]:
    return (
        Column("epoch", WHOLE, nullable=False),
        Column("seq", BigInteger, nullable=False),
        Column("at", BigInteger, nullable=False, comment="by HQ's clock, as far as it was known"),
    )


guest_said = Table(
    "guest_said",
    _DERIVED,
    key("store"),
    key("event", _EVENT),
    key("guest", _GUEST),
    key("device"),
    key("hlc", BigInteger),
    *_fact_columns(),
    Column("kind", String(32), nullable=False),
    Column("actor", ID, nullable=False),
    Column("said", Text, nullable=False, comment="JSON: the fact's body"),
    Index(None, "store", "event", "kind"),
    sqlite_with_rowid=False,
    comment="what desks said of each guest",
)

event_said = Table(
    "event_said",
    _DERIVED,
    key("store"),
    key("event", _EVENT),
    key("device"),
    key("hlc", BigInteger),
    *_fact_columns(),
    Column("kind", String(32), nullable=False),
    Column("definition", Text, nullable=False, comment="JSON: the event"),
    sqlite_with_rowid=False,
    comment="events that desks made, and what they made of them",
)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    said: list[tuple[Fact, GuestSaid]] = []
    made: list[tuple[Fact, EventMade]] = []
    for read in facts:
        for change in read.changes:
            match change:
                case GuestSaid():
                    said.append((read.fact, change))
                case EventMade():
                    made.append((read.fact, change))
    run.tx.insert_first(guest_said, [_word(origin, fact, change) for fact, change in said], _FIRST)
    run.tx.insert_first(event_said, [_event(origin, fact, change) for fact, change in made], _FIRST)
    if run.live is not None:
        tell_events(run.live.context, run.tx, origin.store, {change.definition.id for _, change in made})
        spoken_of = {(change.event, change.guest) for _, change in said}
        tell(run.tx, origin.store, spoken_of, run.live.now)
        listed = {(change.event, change.guest) for _, change in said if isinstance(change.said, AddedBody | UndoneBody)}
        follow_list(run.live.context, run.tx, origin.store, listed)


def _place(origin: Caller, fact: Fact, event: str) -> dict[str, str | int]:
    place: dict[str, str | int] = {"store": origin.store, "event": event, "device": origin.device, "hlc": fact.hlc}
    return {**place, "epoch": fact.epoch, "seq": fact.seq, "at": fact.corrected_ms}


def _word(origin: Caller, fact: Fact, change: GuestSaid) -> dict[str, str | int]:
    said = {"guest": change.guest, "kind": change.kind, "actor": change.actor, "said": write_said(change.said)}
    return {**_place(origin, fact, change.event), **said}


def _event(origin: Caller, fact: Fact, change: EventMade) -> dict[str, str | int]:
    definition = msgspec.json.encode(change.definition).decode()
    return {**_place(origin, fact, change.definition.id), "kind": fact.kind, "definition": definition}


# --- what the store's terminals are told -----------------------------------------------------------------------------


def tell(tx: Tx, store: str, guests: Iterable[tuple[str, str]], now: int) -> None:
    """What desks said of these (event, guest)."""
    wanted = sorted(set(guests))
    if not wanted:
        return
    closed = kept.over(tx, {event for event, _ in wanted})
    wanted = [one for one in wanted if one[0] not in closed]
    names = terminal_names(tx, store)
    words: dict[tuple[str, str], list[WordRow]] = {one: [] for one in wanted}
    for piece in chunks(wanted):
        mine = (guest_said.c.store == store) & tuple_(guest_said.c.event, guest_said.c.guest).in_(piece)
        query = select(guest_said).where(mine).order_by(guest_said.c.hlc, guest_said.c.device)
        for row in tx.execute(query):
            told = WordRow(row.device, f"{row.hlc:x}", row.kind, row.at, row.actor, row.said, names.get(row.device, ""))
            words[row.event, row.guest].append(told)
    place = Bucket(store, "attendance")
    publish(tx, [RowChange(place, f"{event}/{guest}", _told(event, guest, words)) for event, guest in wanted], now)


def follow_list(context: Context, tx: Tx, store: str, guests: Iterable[tuple[str, str]]) -> None:
    """Guests whom desks put on a list stand on HQ's as the newest word about each says, once HQ knows who they are; who
    is on it by no word any more is not."""
    by_event: dict[str, list[str]] = {}
    for event, guest in sorted(set(guests)):
        by_event.setdefault(event, []).append(guest)
    for event, ids in by_event.items():
        persons: dict[str, bytes] = {}
        for piece in chunks(ids):
            mine = (guest_kept.c.store == store) & (guest_kept.c.event == event) & guest_kept.c.guest.in_(piece)
            persons |= {row.guest: bytes(row.data) for row in tx.execute(select(guest_kept).where(mine))}
        added = added_words(tx, store, event, list(persons))
        said = [guest_of(person_of(data), added[guest]) for guest, data in persons.items() if guest in added]
        alone = {guest for guest, word in added.items() if word.how is Added.SIGN_UP}
        if alone:
            tx.hold([kept.places_lock(event)])
        said.sort(key=lambda one: (added[one.id].turn, one.id))
        settled = kept.with_places(tx, store, event, [one for one in said if one.id in alone]) if alone else []
        kept.desk_says(context, tx, store, event, [*settled, *(one for one in said if one.id not in alone)])
        kept.desk_unsays(context, tx, store, event, [guest for guest in persons if guest not in added])


def added_words(tx: Tx, store: str, event: str, guests: Sequence[str]) -> dict[str, AddedBody]:
    """The newest word by which each of these is on a list; whose words are all undone is on none."""
    found = _added(tx, store, event, guests)
    return {guest: words[-1] for guest, words in found.items()}


def first_added(tx: Tx, store: str, event: str, guests: Sequence[str]) -> dict[str, AddedBody]:
    """The word by which each of these came onto a list first, while it stands."""
    return {guest: words[0] for guest, words in _added(tx, store, event, guests).items()}


def _added(tx: Tx, store: str, event: str, guests: Sequence[str]) -> dict[str, list[AddedBody]]:
    """Words by which guests came onto a list, and that are not undone, in their order."""
    found: dict[str, list[Word]] = {}
    undone: set[str] = set()
    for piece in chunks(guests):
        mine = (guest_said.c.store == store) & (guest_said.c.event == event) & guest_said.c.guest.in_(piece)
        kinds = guest_said.c.kind.in_((str(GUEST_ADDED), str(GUEST_UNDONE)))
        for word in _words(tx.execute(select(guest_said).where(mine, kinds))):
            if isinstance(word.said, UndoneBody):
                undone.add(word.said.of)
            else:
                found.setdefault(word.said.guest, []).append(word)
    standing = {
        guest: [one for one in sorted(words, key=order) if one.id not in undone] for guest, words in found.items()
    }
    said = {guest: [one.said for one in words if isinstance(one.said, AddedBody)] for guest, words in standing.items()}
    return {guest: words for guest, words in said.items() if words}


def spoken_of(tx: Tx, store: str, event: str, kind: str) -> list[str]:
    """Guests of whom desks said a word of this kind."""
    mine = (guest_said.c.store == store) & (guest_said.c.event == event) & (guest_said.c.kind == str(kind))
    return list(tx.execute(select(guest_said.c.guest).where(mine).distinct().order_by(guest_said.c.guest)).scalars())


def _told(event: str, guest: str, words: dict[tuple[str, str], list[WordRow]]) -> AttendanceRow | None:
    said = words[event, guest]
    return AttendanceRow(event, guest, tuple(said[-MOST_WORDS:])) if said else None


def terminal_names(tx: Tx, store: str) -> dict[str, str]:
    """Names of a store's terminals, by their ids."""
    return {row.device: row.name for row in tx.execute(select(device).where(device.c.store == store))}


def tell_events(context: Context, tx: Tx, store: str, events: Iterable[str]) -> None:
    """Events as desks made them; those that HQ published are HQ's."""
    ids = sorted(set(events))
    closed = kept.over(tx, ids)
    for event in ids:
        held = kept.kept(tx, event)
        if event in closed or (held is not None and (held.store != store or held.event.source is not Source.LOCAL)):
            continue
        made = made_event(tx, store, event)
        if made is not None:
            kept.put_event(context, tx, store, made, _BY)
        elif held is not None:
            kept.forget_event(context, tx, store, event)


def made_event(tx: Tx, store: str, event: str) -> Event | None:
    """An event as a desk of this store made it, the newest word."""
    mine = (event_said.c.store == store) & (event_said.c.event == event)
    query = select(event_said.c.kind, event_said.c.definition).where(mine)
    rows = tx.execute(query.order_by(event_said.c.hlc.desc(), event_said.c.device.desc())).all()
    if not any(row.kind == str(EVENT_MADE) for row in rows):
        return None  # who changes an event of HQ's makes none
    return replace(msgspec.json.decode(rows[0].definition, type=Event), source=Source.LOCAL)


def words_in(tx: Tx, store: str, event: str, guest: str | None = None) -> Iterator[Word]:
    """What desks of a store said of an event's guests, or of one."""
    mine = (guest_said.c.store == store) & (guest_said.c.event == event)
    if guest is not None:
        mine &= guest_said.c.guest == guest
    yield from _words(tx.execute(select(guest_said).where(mine).order_by(guest_said.c.hlc, guest_said.c.device)))


def _words(rows: Iterable[Any]) -> Iterator[Word]:
    for row in rows:
        said = read_said(row.kind, row.said)
        if said is not None:
            yield Word(row.device, row.hlc, row.at, row.actor, said)


def mend(context: Context, tx: Tx, store: str, event: str, guest: str) -> None:
    """Facts that spoke of a guest, or (where it is "") of an event, were undone: what terminals are told follows from
    what is left."""
    if guest:
        tell(tx, store, [(event, guest)], context.clock.now_ms())
        follow_list(context, tx, store, [(event, guest)])
    else:
        tell_events(context, tx, store, [event])


GUESTS = Projection(
    name="guests",
    version=1,
    kinds=frozenset(map(str, KINDS)),
    tables=(guest_said, event_said),
    apply=_apply,
)
