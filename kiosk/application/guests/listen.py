"""An event as a desk knows it at this moment: its definition, its list, and everything that was heard of its guests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.application.context import Context, here
from kiosk.application.ports.guests import Guests, Totals
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sync.outcomes import Link
from kiosk.domain.guests.attendance import Attendance, GuestState, Word, next_turn, rules_of
from kiosk.domain.guests.event import Event, Guest, Source
from kiosk.domain.guests.facts import AddedBody
from kiosk.domain.guests.person import GuestPerson, guest_of, person_of
from kiosk.domain.guests.rolls import Roll
from kiosk.domain.refusals import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class Desk:
    """An event within one transaction. `attendance`: what was heard, of all guests or of one alone; `withdrawn`: who
    said that they do not come, where only one guest was listened to."""

    context: Context
    tx: LedgerTx
    event: Event
    attendance: Attendance
    device: str
    name: str
    withdrawn: Sequence[str] = ()

    @property
    def list(self) -> Guests:
        """Who is expected."""
        return self.context.reference.guests

    def state(self, guest: str) -> GuestState:
        """What was heard of a guest."""
        return self.attendance.state(guest)

    def turn(self, guest: str) -> int:
        """Where the next word about a guest comes."""
        return next_turn(self.state(guest), self.context.now_ms())

    def guest(self, guest: str) -> Guest | None:
        """Somebody on the list: HQ's row, or whom a desk added, as the newest word says. Without a name where the desk
        that knows it has not been met."""
        found = self.list.guest(self.event.id, guest)
        added = self.state(guest).added
        if added is None or not isinstance(added.said, AddedBody):
            return found
        if found is None:
            kept = self.tx.kept_guest(self.event.id, guest)
            person = _person(kept.data) if kept is not None else None
            return guest_of(person or GuestPerson(self.event.id, guest), added.said)
        return found

    @property
    def online(self) -> bool:
        """HQ answers."""
        return self.context.sync_status().link is Link.ONLINE

    def free(self) -> Mapping[str, int]:
        """Places that are left, by session ("": the event's), where there is an end to them: what nobody who is
        expected needs, of the event's; what nobody took, of a session's."""
        event, attendance = self.event, self.attendance
        found: dict[str, int] = {}
        if event.quota:
            found[""] = event.quota - self.needed()
        for session in event.sessions:
            if session.quota:
                found[session.id] = session.quota - attendance.taken(session.id)
        return found

    def needed(self) -> int:
        """People who are expected, or came without being so."""
        return self.totals().people + self.attendance.beyond

    def totals(self) -> Totals:
        """Who is expected: whoever is on the list, but for those who said that they do not come."""
        event, gone = self.event.id, (*self.attendance.withdrawn, *self.withdrawn)
        totals = self.list.totals(event)
        # HQ says so of most of them by now
        return totals.without(self.list.some(event, gone)) if gone else totals


def _person(data: bytes) -> GuestPerson | None:
    try:
        return person_of(data)
    except ValueError:
        return None


def events(context: Context, tx: LedgerTx) -> dict[str, Event]:
    """By id. An event that HQ has taken over is as HQ says."""
    made = {one.id: one for one in tx.events_made()}
    return made | {one.id: one for one in context.reference.guests.events()}


def find_event(context: Context, tx: LedgerTx, event: str) -> Event | None:
    """One of them."""
    told = context.reference.guests.event(event)
    return told or next((one for one in tx.events_made() if one.id == event), None)


def desk(context: Context, tx: LedgerTx, event: str) -> Desk | Refusal:
    """An event, with everything heard. EVENT_UNKNOWN."""
    found = find_event(context, tx, event)
    if found is None:
        return Refusal(RefusalCode.EVENT_UNKNOWN)
    identity, _store = here(context, tx)
    return Desk(context, tx, found, _listen(context, tx, found), identity.device, identity.terminal_name)


def is_local(event: Event) -> bool:
    """Whether a desk made it, so that a desk may change it."""
    return event.source is Source.LOCAL


def _listen(context: Context, tx: LedgerTx, event: Event) -> Attendance:
    """Take in what is new since the last time: mostly one look at a small table."""
    rolls, rules = context.rolls, rules_of(event)
    roll = rolls.get(event.id)
    if roll is None or roll.attendance.rules != rules or roll.undone != tx.undone:
        # what was heard in a transaction that was undone was never said
        roll = rolls.put(event.id, Roll(Attendance(rules), undone=tx.undone))
    if not _caught_up(tx, event, roll):
        roll = rolls.put(event.id, Roll(Attendance(rules), undone=tx.undone))
        _caught_up(tx, event, roll)
    guests = context.reference.guests
    if roll.told != guests.told:
        told = guests.told
        roll.rev, words = guests.told_words(event.id, roll.rev)
        roll.told = told
        for word in sorted(words, key=lambda one: one.at):
            roll.attendance.hear(word)
    return roll.attendance


def _caught_up(tx: LedgerTx, event: Event, roll: Roll) -> bool:
    """Hear what the ledger has beyond what was heard; False: words came in between, and all have to be read."""
    new: list[Word] = []
    for device, said in tx.words_heard(event.id).items():
        count, last = roll.heard.get(device, (0, -1))
        if count == said.count:
            continue
        words = tx.words_after(event.id, device, last)
        # a word of an unknown kind is counted and not read
        if count and len(words) > said.count - count:
            return False
        roll.heard[device] = (said.count, said.last)
        if count and len(words) < said.count - count:
            return False
        new.extend(words)
    for word in sorted(new, key=lambda one: one.at):
        roll.attendance.hear(word)
    return True
