"""Places that were given up, and who gets them: HQ alone decides, in the order in which guests signed up, until the
doors open; from then on whoever waits is let in at the door while places are free."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import select

from kiosk.domain.guests.attendance import Attendance, rules_of, state_of
from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.facts import GUEST_SIGNED_IN, GUEST_WITHDRAWN
from kiosk.domain.guests.places import moved_up
from kiosk.domain.guests.verdict import ends_at, opens_at
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests.tables import pretix_link
from kiosk.hq.guests_desk import place_letters
from kiosk.hq.projections.guests import first_added, spoken_of, words_in
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import bucket

_SUBJECTS = ("gatherings", "guests", "attendance")
"""What may change who has a place."""


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """Guests who give their place up, as they stand until now, and those who said so and do not any more."""

    gone: tuple[Guest, ...]
    back: tuple[Guest, ...]


class MovingUp:
    """Looks at all events that are not over, as often as it is called. What it saw last lives in memory: after a
    restart everything is looked at once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._seen: dict[str, tuple[int, ...]] = {}

    def look(self) -> int:
        """Whoever waits and finds a place has it, and is written to; gives how many."""
        context, count = self._context, 0
        with context.database.read() as tx:
            found = [one for one in kept.all_kept(tx) if one.closed_at is None]
            heads = {store: _heads(tx, store) for store in {one.store for one in found}}
        now = context.clock.now_ms()
        for one in found:
            name, head = one.event.id, heads[one.store]
            opened = now >= millis(opens_at(one.event))
            if now >= millis(ends_at(one.event)) or self._seen.get(name) == (opened, *head):
                continue
            if (one.event.waiting_list and not opened) or self._anybody_withdrew(one):
                count += self._settle(one)
            self._seen[name] = (opened, *head)
        return count

    def _anybody_withdrew(self, one: Kept) -> bool:
        """Of most events nobody did: others may write meanwhile."""
        with self._context.database.read() as tx:
            return bool(spoken_of(tx, one.store, one.event.id, GUEST_WITHDRAWN))

    def _settle(self, one: Kept) -> int:
        with self._context.database.write() as tx:
            moved = settle(self._context, tx, one.event.id)
            for guest in moved:
                place_letters.send(self._context, tx, one, guest)
        return len(moved)


def _heads(tx: Tx, store: str) -> tuple[int, ...]:
    query = select(bucket.c.subject, bucket.c.head).where(bucket.c.store == store, bucket.c.subject.in_(_SUBJECTS))
    found = {row.subject: int(row.head) for row in tx.execute(query)}
    return tuple(found.get(subject, 0) for subject in _SUBJECTS)


def settle(context: Context, tx: Tx, name: str) -> list[Guest]:
    """Whoever said that they do not come stands on the list so, and whoever waits and finds a place has it. Gives those
    who waited. Again: nobody."""
    tx.hold([kept.places_lock(name)])
    found = kept.kept(tx, name)
    if found is None or found.closed_at is not None:
        return []
    event, store = found.event, found.store
    said = _withdrawn(tx, store, event)
    kept.desk_says(context, tx, store, name, [replace(one, standing=Standing.CANCELLED) for one in said.gone])
    waits_too = event.waiting_list and context.clock.now_ms() < millis(opens_at(event))
    if not said.back and not waits_too:
        return []
    back = {one.id: replace(one, standing=Standing.WAITING) for one in said.back}
    listed = {one.id: one for one in kept.guests_of(tx, store, name)} | back
    waiting = [one.id for one in listed.values() if one.standing is Standing.WAITING] if waits_too else list(back)
    up = _move(tx, store, event, listed, waiting, back) if waiting else []
    now = back | {one.id: one for one in up}
    kept.desk_says(context, tx, store, name, list(now.values()))
    return [one for one in up if one.id not in back]


def _move(
    tx: Tx, store: str, event: Event, listed: dict[str, Guest], waiting: list[str], back: Collection[str]
) -> list[Guest]:
    turns = {guest: word.turn for guest, word in first_added(tx, store, event.id, waiting).items()}
    beyond, came = 0, set()
    if spoken_of(tx, store, event.id, GUEST_SIGNED_IN):
        heard = Attendance(rules_of(event), words_in(tx, store, event.id))
        beyond, came = heard.beyond, {one.guest for one in heard.spoken_of() if one.first is not None}
    # whom HQ's own list has waiting HQ's next list moves
    queue = sorted((turns.get(guest, 0), guest) for guest in waiting if guest in turns or guest in back)
    return moved_up(event, listed.values(), [guest for _turn, guest in queue if guest not in came], beyond)


def _withdrawn(tx: Tx, store: str, event: Event) -> _Withdrawn:
    ids = spoken_of(tx, store, event.id, GUEST_WITHDRAWN)
    if not ids:
        return _Withdrawn((), ())
    linked = (pretix_link.c.store == store) & (pretix_link.c.event == event.id)
    pretix = tx.execute(select(pretix_link.c.event).where(linked)).first() is not None
    gone, back = [], []
    for guest, desk_said in kept.as_they_stand(tx, store, event.id, ids):
        stands = state_of(guest.id, words_in(tx, store, event.id, guest.id), rules_of(event)).withdrawn is not None
        if stands and guest.standing in (Standing.EXPECTED, Standing.WAITING) and (desk_said or not pretix):
            gone.append(guest)  # of whom pretix has sold a ticket pretix says so itself
        elif not stands and desk_said and guest.standing is Standing.CANCELLED:
            back.append(guest)
    return _Withdrawn(tuple(gone), tuple(back))


def heeds(topics: frozenset[str]) -> bool:
    """Whether a change of these may bring somebody a place."""
    return any(name.rpartition("/")[2] in _SUBJECTS for name in topics)
