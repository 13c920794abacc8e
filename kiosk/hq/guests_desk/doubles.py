"""Tickets that let in two, at desks which had not heard of each other, as the list of conflicts has them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from kiosk.domain.guests.attendance import rules_of, state_of
from kiosk.domain.guests.facts import GUEST_SIGNED_IN
from kiosk.domain.texts import LocalText
from kiosk.hq.coupons.queries import ConflictSeen
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.projections.guests import guest_said, words_in
from kiosk.hq.store.database import Tx

DOUBLE = "double"


def doubles(tx: Tx, *, closed: bool = False) -> list[ConflictSeen]:
    """Of events that are not closed; with `closed` also of those that are: no desk can undo those any more. By time."""
    found = [
        one
        for event in kept.all_kept(tx)
        if closed or event.closed_at is None
        for guest in _came_twice(tx, event)
        for one in _of_guest(tx, event, guest)
    ]
    return sorted(found, key=lambda one: (one.at, one.coupon, one.txn))


def guest_key(event: str, guest: str) -> str:
    """What stands in `ConflictSeen.coupon` for a guest's ticket."""
    return f"guest:{event}/{guest}"


def guest_of_key(key: str) -> tuple[str, str]:
    """(event, guest) of such a key."""
    event, _, guest = key.removeprefix("guest:").partition("/")
    return event, guest


def guest_called(tx: Tx, event: str, guest: str) -> tuple[LocalText, str] | None:
    """Names of an event and of one of its guests, "" where they are forgotten; None: no such event."""
    found = kept.kept(tx, event)
    if found is None:
        return None
    known = kept.guest_of(tx, found.store, event, guest)
    return found.event.names, known.name if known is not None else ""


def _came_twice(tx: Tx, event: Kept) -> Iterator[str]:
    """Guests who were signed in more than once: few of many, and the only ones whose words have to be read."""
    mine = (guest_said.c.store == event.store) & (guest_said.c.event == event.event.id)
    query = select(guest_said.c.guest).where(mine, guest_said.c.kind == str(GUEST_SIGNED_IN))
    yield from tx.execute(query.group_by(guest_said.c.guest).having(func.count() > 1)).scalars().all()


def _of_guest(tx: Tx, event: Kept, guest: str) -> Iterator[ConflictSeen]:
    words = words_in(tx, event.store, event.event.id, guest)
    for double in state_of(guest, words, rules_of(event.event)).doubles:
        first = double.first
        for other in double.others:
            yield ConflictSeen(
                coupon=guest_key(event.event.id, guest),
                txn=other.word.id,
                store=event.store,
                device=other.word.device,
                at=other.at,
                value=0,
                actor=other.word.actor,
                winner_txn=first.word.id,
                winner_device=first.word.device,
                found_at=max(first.at, other.at),
                closed_at=event.closed_at,
                what=DOUBLE,
                count=other.people,
                winner_at=first.at,
                winner_actor=first.word.actor,
            )
