"""A file of guests taken in at a desk: what was understood and what would change is shown first; then it is taken in
steps, each a fact with who they are beside it. What was taken stays when somebody stops it, and taking the list again
goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.application.context import Context, here
from kiosk.application.guests.listen import Desk, is_local
from kiosk.application.guests.sign_in import say_list
from kiosk.application.ports.guests import KeptGuest
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.guests.attendance import next_turn
from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.facts import EVENT_CHANGED, Added, AddedBody, ListedBody, MadeBody
from kiosk.domain.guests.from_list import PREFIX_BYTES, Plan, guests_in, list_ids, plan
from kiosk.domain.guests.list_answers import ListAnswers
from kiosk.domain.guests.person import SALT_BYTES, canonical, commitment_of, guest_of, person_from
from kiosk.domain.lists.book import Trouble, UnreadableList
from kiosk.domain.lists.guests import Understood
from kiosk.domain.lists.understand import understand
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.phones import country_of
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission

AT_ONCE = 1_000
"""Guests in a step, which is one transaction: a tenth of a second or two in which nobody else uses the ledger."""
IN_A_FACT = 400
"""Of them in one fact: 100 kB. HQ takes 256 kB at a time, and a fact that is larger would never come there."""


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a file says, and what taking it would change; nothing is taken yet. `trouble`: nothing of it can be read,
    and why (`detail`: a program's own words)."""

    event: str
    file: str
    understood: Understood | None = None
    plan: Plan | None = None
    trouble: Trouble | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ListTaken:
    """What was done. `stopped`: somebody stopped it; `left`: so many are still to be taken."""

    new: int
    changed: int
    cancelled: int
    stopped: bool = False
    left: int = 0


@dataclass(slots=True)
class _Step:
    """Some guests as they will stand, with what says so."""

    kept: list[KeptGuest] = field(default_factory=list)
    words: list[AddedBody] = field(default_factory=list)
    rows: list[Guest] = field(default_factory=list)


def read_list(
    context: Context, event: str, path: Path, find: Callable[[LedgerTx], Event | None], progress: Progress | None = None
) -> ListPreview | Refusal | None:
    """Read a file for an event; None: it was stopped. EVENT_UNKNOWN. On any thread: the ledger is asked for a moment
    only."""

    def about(tx: LedgerTx) -> tuple[Event | None, str]:
        return find(tx), country_of(here(context, tx)[1].currency)

    found, country = context.ledger.run(about)
    if found is None:
        return Refusal(RefusalCode.EVENT_UNKNOWN)
    try:
        understood = understand(
            context.read_book(path, progress), country or "TW", questions=ListAnswers(found), progress=progress
        )
        guests = guests_in(found, understood.guests)
        known = context.reference.guests.guests(event)
        made = plan(found, guests, known, list_ids(context.randomness.bytes(PREFIX_BYTES)))
    except Cancelled:
        return None
    except UnreadableList as error:
        return ListPreview(event, path.name, trouble=error.trouble, detail=error.detail)
    except OSError as error:
        return ListPreview(event, path.name, trouble=Trouble.DAMAGED, detail=error.strerror or "")
    return ListPreview(event, path.name, understood, made)


def take_list(
    context: Context,
    preview: ListPreview,
    actor: Actor,
    at: Callable[[Callable[[Desk], int]], int | Refusal],
    *,
    whole: bool = False,
    progress: Progress | None = None,
) -> ListTaken | Refusal:
    """Take it. `at`: does something in one transaction at the event's desk. `whole`: who is not in it is cancelled.
    NOT_PERMITTED, EVENT_UNKNOWN."""
    made = preview.plan
    if made is None:
        return ListTaken(0, 0, 0)
    if not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    gone = [replace(one, standing=Standing.CANCELLED) for one in made.gone if one.standing is not Standing.CANCELLED]
    guests: list[Guest] = [*made.put(), *(gone if whole else ())]
    name, done = context.new_id(), 0
    for piece in _pieces(guests):
        rows: list[Guest] = []

        def step(desk: Desk, piece: Sequence[Guest] = piece, rows: list[Guest] = rows) -> int:
            _change_event(desk, made.event, actor)
            found = _step(context, desk, piece)
            desk.tx.keep_guests(found.kept)
            for start in range(0, len(found.words), IN_A_FACT):
                words = tuple(found.words[start : start + IN_A_FACT])
                say_list(desk, ListedBody(event=desk.event.id, list=name, guests=words), actor)
            rows[:] = found.rows
            return len(piece)

        count = at(step)
        if isinstance(count, Refusal):
            return count
        context.reference.guests.put(rows)
        done += count
        if progress is not None and not progress(done, len(guests)) and done < len(guests):
            break
    new = min(done, len(made.new))
    changed = min(done - new, len(made.changed))
    return ListTaken(new, changed, done - new - changed, done < len(guests), len(guests) - done)


def _pieces(guests: Sequence[Guest]) -> Iterator[Sequence[Guest]]:
    return (guests[start : start + AT_ONCE] for start in range(0, len(guests), AT_ONCE))


def _change_event(desk: Desk, wanted: Event, actor: Actor) -> None:
    """A list that names VIPs gives a desk's own event their tag."""
    if wanted.tags != desk.event.tags and is_local(desk.event):
        event = replace(desk.event, tags=wanted.tags)
        body = MadeBody(event=event.id, definition=event)
        desk.tx.append(EVENT_CHANGED, actor.id, EVENT_CHANGED.write(body))


def _step(context: Context, desk: Desk, guests: Sequence[Guest]) -> _Step:
    made, now = _Step(), context.now_ms()
    for one in guests:
        person, state = person_from(one), desk.state(one.id)
        data = canonical(person)
        there = desk.tx.kept_guest(desk.event.id, one.id) if state.added is not None else None
        # who is as before stays under the salt that lies beside them
        salt = there.salt if there is not None and there.data == data else context.randomness.bytes(SALT_BYTES)
        word = AddedBody(
            event=desk.event.id,
            guest=one.id,
            turn=next_turn(state, now),
            how=Added.IMPORT,
            member=one.member,
            tags=one.tags,
            seat=one.seat,
            plus_ones=one.plus_ones,
            sessions=one.sessions,
            standing=one.standing,
            person=commitment_of(salt, data),
        )
        made.kept.append(KeptGuest(desk.event.id, one.id, salt, data, now))
        made.words.append(word)
        made.rows.append(guest_of(person, word))
    return made
