"""A list of guests for an event: what it would change is said first, and taken in short transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.from_list import PREFIX_BYTES, Plan, guests_in, list_ids, plan
from kiosk.domain.lists.guests import Guest as Row
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests_desk.events import EventsFault, seen
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx

AT_ONCE = 2_000
"""Guests in a transaction: others wait for a second at most."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done. `cancelled`: those who are not in a list that is the whole one."""

    new: int
    changed: int
    same: int
    cancelled: int


def planned(context: Context, tx: Tx, event: str, rows: Iterable[Row]) -> Plan:
    """What taking a list would change. Raises EventsFault."""
    found = _open(tx, event)
    known = kept.guests_of(tx, found[0], event)
    return plan(found[1], guests_in(found[1], rows), known, list_ids(context.random.bytes(PREFIX_BYTES)))


def _open(tx: Tx, event: str) -> tuple[str, Event]:
    found = seen(tx, event)
    if found.closed_at is not None:
        raise EventsFault(f"{event} is closed")
    return found.store, found.event


def take(
    context: Context,
    made: Plan,
    by: str,
    *,
    whole: bool = False,
    progress: Callable[[int, int], bool] = lambda _done, _all: True,
) -> Taken:
    """Take a list as it was planned; `whole`: who is not in it is cancelled, so that a scan says so. `progress` is told
    how many are taken and how many there are; False: no more are, and what is taken stays. Raises EventsFault."""
    event = made.event
    gone = [replace(one, standing=Standing.CANCELLED) for one in made.gone if one.standing is not Standing.CANCELLED]
    guests: list[Guest] = [*made.put(), *(gone if whole else ())]
    with context.database.write() as tx:
        store, before = _open(tx, event.id)
        if event.tags != before.tags:
            kept.put_event(context, tx, store, replace(before, tags=event.tags), by)
    done = 0
    for piece in chunks(guests, AT_ONCE):
        with context.database.write() as tx:
            _open(tx, event.id)
            kept.put_guests(context, tx, store, event.id, piece)
        done += len(piece)
        if not progress(done, len(guests)):
            break
    new = min(done, len(made.new))
    changed = min(done - new, len(made.changed))
    return Taken(new, changed, made.same, done - new - changed)
