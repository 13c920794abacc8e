"""Guests whom a desk put on a list, in both databases: the ledger keeps who they are until HQ has it, `ref.db` has
their rows meanwhile, beside HQ's.

The ledger comes first. What a kill between the two, or a `ref.db` that was thrown away, took from the rows is put back
from it. People of other desks come here too, over the hall's network: each is taken only if a fact commits to them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from functools import partial

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.guests import KeptGuest, KeptText
from kiosk.domain.guests.attendance import Word, order
from kiosk.domain.guests.event import Event, Guest
from kiosk.domain.guests.facts import AddedBody, AnsweredBody, UndoneBody
from kiosk.domain.guests.person import SALT_BYTES, commitment_of, guest_of, person_of
from kiosk.domain.guests.verdict import ends_at
from kiosk.domain.remarks.remark import commitment
from kiosk.domain.time import millis

log = logging.getLogger(__name__)

AT_ONCE = 1_000
DAY_MS = 86_400_000
KEPT_DAYS = 30
"""So long after an event a desk still has whom it added itself, where HQ has not taken them."""


def put_back(ledger: SqlLedger, reference: SqlReference) -> int:
    """Put the rows there that are missing; gives how many. Raises LedgerFault."""
    count = 0
    for event, _kept in ledger.run(lambda tx: tx.kept_events()):
        kept = ledger.run(partial(_untold, event=event))
        there = reference.guests.ids(event)
        missing = [guest for guest in kept if guest not in there]
        for first in range(0, len(missing), AT_ONCE):
            rows = ledger.run(partial(_rows, event=event, guests=missing[first : first + AT_ONCE]))
            reference.guests.put(rows)
            count += len(rows)
    return count


def _untold(tx: LedgerTransaction, *, event: str) -> Sequence[str]:
    return tx.kept_ids(event, untold=True)


def _rows(tx: LedgerTransaction, *, event: str, guests: Sequence[str]) -> list[Guest]:
    kept = (tx.kept_guest(event, guest) for guest in guests)
    return [row for one in kept if one is not None and (row := row_of(tx, one)) is not None]


def row_of(tx: LedgerTransaction, kept: KeptGuest) -> Guest | None:
    """The row of somebody as they are kept and as the newest word says; None where it says nothing of them, or was
    undone, or what is kept cannot be read."""
    added = _added(tx.words_of(kept.event, kept.guest))
    if added is None:
        return None
    try:
        return guest_of(person_of(kept.data), added)
    except ValueError:
        log.error("a guest in the ledger cannot be read")
        return None


def take(ledger: SqlLedger, reference: SqlReference, people: Iterable[KeptGuest]) -> tuple[str, ...]:
    """Take people in that another desk sent; gives the guests of whom no fact is here yet that commits to them (they
    can be sent again). What nobody committed to is not kept. Raises LedgerFault."""

    rows, waiting = ledger.run(lambda tx: keep(tx, people))
    reference.guests.put(rows)
    return waiting


def keep(tx: LedgerTransaction, people: Iterable[KeptGuest]) -> tuple[list[Guest], tuple[str, ...]]:
    """The same within a transaction: the rows that are to be put into `ref.db` after it, and who waits."""
    rows, waiting = [], []
    for one in people:
        found = _committed(tx, one)
        if found is None:
            waiting.append(one.guest)
            continue
        tx.keep_guests([one])
        rows.append(found)
    return rows, tuple(waiting)


def take_texts(ledger: SqlLedger, texts: Iterable[KeptText]) -> None:
    """The same of what guests wrote."""

    def keep(tx: LedgerTransaction) -> None:
        for one in texts:
            bodies = (word.said for word in tx.words_of(one.event, one.guest))
            told = any(isinstance(said, AnsweredBody) and one.commitment in said.texts.values() for said in bodies)
            if told and len(one.salt) == SALT_BYTES and commitment(one.salt, one.text) == one.commitment:
                tx.keep_text(one)

    ledger.run(keep)


def forget_told(ledger: SqlLedger, reference: SqlReference) -> int:
    """Erase in the ledger who guests are of whom HQ's own row is here; gives how many. Raises LedgerFault."""
    count = 0
    for event, _kept in ledger.run(lambda tx: tx.kept_events()):
        told = reference.guests.ids(event, told=True)
        count += ledger.run(partial(_forget, event=event, told=told)) if told else 0
    if count:
        ledger.scrub()
    return count


def forget_lost(ledger: SqlLedger, reference: SqlReference) -> int:
    """Take away the rows of guests of whom neither the ledger nor HQ knows, since the disk was replaced by an older
    backup; gives how many. To be asked when HQ has been told, and has told, everything. Raises LedgerFault."""
    by_event: dict[str, list[str]] = {}
    for event, guest in reference.guests.untold():
        by_event.setdefault(event, []).append(guest)
    count = 0
    for event, guests in by_event.items():
        known = set(ledger.run(partial(_kept, event=event)))
        if lost := [guest for guest in guests if guest not in known]:
            log.info("%d guests were lost with a disk, and are forgotten", len(lost))
            reference.guests.erase(event, lost)
            count += len(lost)
    return count


def _kept(tx: LedgerTransaction, *, event: str) -> Sequence[str]:
    return tx.kept_ids(event)


def forget_over(ledger: SqlLedger, reference: SqlReference, now_ms: int) -> int:
    """Erase whom desks added to events that have been over for long; and, of events that nobody here knows any more
    (HQ closed them, or has not told of them yet), those whom HQ has. Gives of how many events. Raises LedgerFault."""
    made = {one.id: one for one in ledger.run(lambda tx: tx.events_made())}
    told = {one.id: one for one in reference.guests.events()}
    count = 0
    for event, _kept in ledger.run(lambda tx: tx.kept_events()):
        known = told.get(event) or made.get(event)
        if known is None:
            count += bool(ledger.run(partial(_forget_known_at_hq, event=event)))
        elif _long_over(known, now_ms):
            reference.guests.erase(event)
            ledger.run(partial(_erase, event=event))
            count += 1
    if count:
        ledger.scrub()
    return count


def _long_over(event: Event, now_ms: int) -> bool:
    return now_ms >= millis(ends_at(event)) + KEPT_DAYS * DAY_MS


def _added(words: Sequence[Word]) -> AddedBody | None:
    undone = {one.said.of for one in words if isinstance(one.said, UndoneBody)}
    added = (one for one in words if isinstance(one.said, AddedBody) and one.id not in undone)
    newest = max(added, key=order, default=None)
    return newest.said if newest is not None and isinstance(newest.said, AddedBody) else None


def _committed(tx: LedgerTransaction, kept: KeptGuest) -> Guest | None:
    """The row of somebody to whom the newest word here commits."""
    added = _added(tx.words_of(kept.event, kept.guest))
    if added is None or len(kept.salt) != SALT_BYTES or added.person != commitment_of(kept.salt, kept.data):
        return None
    try:
        person = person_of(kept.data)
    except ValueError:
        return None
    return guest_of(person, added) if (person.event, person.guest) == (kept.event, kept.guest) else None


def _forget(tx: LedgerTransaction, *, event: str, told: frozenset[str]) -> int:
    gone = [guest for guest in tx.kept_ids(event) if guest in told]
    for guest in gone:
        tx.erase_guest(event, guest)
    return len(gone)


def _forget_known_at_hq(tx: LedgerTransaction, *, event: str) -> int:
    untold = set(tx.kept_ids(event, untold=True))
    tx.erase_told_texts(event)
    return _forget(tx, event=event, told=frozenset(tx.kept_ids(event)) - untold)


def _erase(tx: LedgerTransaction, *, event: str) -> None:
    tx.erase_event(event)
