"""The desk's memory: which event, who was found, the last verdict, what all desks know. It asks for each step, and
shows a welcome only once it is durable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.application.guests.api import DeskApi
from kiosk.application.guests.outcomes import (
    Arrival,
    CountsView,
    DeskState,
    DeskView,
    DoubleView,
    EventView,
    FoundGuests,
    GuestView,
    Undone,
    Verdict,
    WalkIn,
)
from kiosk.application.staff.outcomes import Approval, BadgeRead
from kiosk.domain.guests.event import Event, Session, Zone
from kiosk.domain.guests.facts import How
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.ui.stations.desk.settings import DeskSettings
from kiosk.ui.tasks import TaskRunner

ROWS = 30
"""Guests of a search that are shown."""
ARRIVED = 30
"""Arrivals that are shown."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Board:
    """What all desks know together, as this one has heard it."""

    counts: CountsView = field(default_factory=CountsView)
    arrivals: tuple[Arrival, ...] = ()
    doubles: tuple[DoubleView, ...] = ()
    labels_left: int | None = None
    heard: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """What the desk signs in to."""

    event: Event
    session: Session | None = None
    zone: Zone | None = None

    @property
    def ids(self) -> tuple[str, str]:
        """Session and zone, "" for none."""
        return self.session.id if self.session else "", self.zone.id if self.zone else ""


class DeskFlow(QObject):
    """Signals:
    events_listed(): there are other events to choose.
    opened(): another event or session is worked on, or the desk turned to leaving, or back.
    found(): another answer to the search.
    told(): counts, arrivals, doubles are others.
    judged(Verdict): a verdict, durable if it is a welcome.
    taken_back(Undone): a sign-in was undone.
    changed(GuestView): a guest was answered for, seated, blocked.
    refused(Refusal): a step was not done.
    added(object): the answer to somebody's being added: a Verdict or a Refusal.
    made(object): the answer to an event's being made: an EventView or a Refusal.
    grouped(object): (guest, those who belong together).
    badge_read(BadgeRead): it was a badge of the staff.
    """

    events_listed = Signal()
    opened = Signal()
    found = Signal()
    told = Signal()
    judged = Signal(object)
    taken_back = Signal(object)
    changed = Signal(object)
    refused = Signal(object)
    added = Signal(object)
    made = Signal(object)
    grouped = Signal(object)
    badge_read = Signal(object)

    def __init__(
        self, api: DeskApi, tasks: TaskRunner, settings: DeskSettings, faulted: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._api, self._tasks, self._faulted = api, tasks, faulted
        self.actor: Staff | None = None
        self.events: tuple[EventView, ...] = ()
        self.place: Place | None = None
        self.result = FoundGuests()
        self.board = Board()
        self.verdict: Verdict | None = None
        self.last: Verdict | None = None
        """The newest word of this desk that stands: what F8 takes back."""
        self.leaving = False
        self.writing = 0
        """Steps that are being made durable."""
        self._text = ""
        self._searching = False
        self._looking = False
        self._despite: tuple[str, tuple[str, ...]] = ("", ())
        self._poll = QTimer(self)
        self._poll.setInterval(settings.poll_ms or 1)
        self._poll.timeout.connect(self.look)
        self._polls = bool(settings.poll_ms)

    # --- who works, and at what --------------------------------------------------------------------------------------

    def begin(self, actor: Staff) -> None:
        """Somebody works here."""
        self.actor = actor
        self.list_events()
        if self._polls:
            self._poll.start()
        self.look()

    def rest(self) -> None:
        """Nobody works."""
        self.actor = None
        self._poll.stop()

    def list_events(self) -> None:
        """Look what there is to choose."""
        self._read(self._api.events, self._on_events)

    def open(self, place: Place) -> None:
        """Work on this from now on."""
        self._read(partial(self._api.open_event, place.event.id, *place.ids), self._on_opened)
        self.place = place
        self.verdict, self.last, self.leaving, self.board = None, None, False, Board()
        self.search("")
        self.opened.emit()

    @Slot(object)
    def _on_opened(self, answer: DeskView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.place = None
            self.opened.emit()
            self.refused.emit(answer)
        else:
            self.look()

    @Slot(object)
    def _on_events(self, events: tuple[EventView, ...]) -> None:
        self.events = events
        now = [one for one in events if one.today and not one.over]
        if self.place is not None:
            self._renew(self.place, events)
        elif len(now) == 1 and not now[0].event.sessions and not now[0].event.zones:
            self.open(Place(now[0].event))
        self.events_listed.emit()

    def _renew(self, place: Place, events: Sequence[EventView]) -> None:
        """HQ may have changed the event that is open."""
        fresh = next((one.event for one in events if one.event.id == place.event.id), None)
        if fresh is not None and fresh != place.event:
            session, zone = place.ids
            self.place = Place(
                fresh,
                next((one for one in fresh.sessions if one.id == session), None),
                next((one for one in fresh.zones if one.id == zone), None),
            )
            self.opened.emit()

    def turn(self) -> None:
        """Whoever is scanned leaves from now on, or comes."""
        self.leaving = not self.leaving and self.place is not None and self.place.event.exits
        self.verdict = None
        self.opened.emit()

    # --- searching ---------------------------------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """Whom `text` fits. While one search runs only the newest of the next ones waits."""
        self._text = text
        if not text:
            self.result = FoundGuests()
            self.found.emit()
        elif not self._searching:
            self._search()

    @property
    def answered(self) -> bool:
        """Whether the result is that of the text."""
        return not self._searching

    def _search(self) -> None:
        if self.place is not None and self._text:
            self._searching = True
            self._read(partial(_of, self._text, self._api.find_guests, self.place.event.id, ROWS), self._on_found)

    @Slot(object)
    def _on_found(self, answer: tuple[str, FoundGuests]) -> None:
        text, result = answer
        self._searching = False
        if text != self._text:
            self._search()
            return
        self.result = result
        self.found.emit()

    def group(self, guest: GuestView) -> None:
        """Who belongs to them: of their company, else of their table."""
        if self.place is not None:
            text = guest.company or guest.seat
            work = partial(_together, guest, text, self._api.find_guests, self.place.event.id)
            self._read(work, self._on_group)

    @Slot(object)
    def _on_group(self, answer: tuple[GuestView, tuple[GuestView, ...]]) -> None:
        self.grouped.emit(answer)

    # --- what all desks know -----------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """What has become of the event since."""
        if self.place is not None and not self._looking:
            self._looking = True
            self._read(partial(_look, self._api, self.place.event.id, self.board), self._on_board)

    @Slot(object)
    def _on_board(self, answer: tuple[str, Board]) -> None:
        event, board = answer
        self._looking = False
        if self.place is None or self.place.event.id != event:
            self.look()
        elif board != self.board:
            self.board = board
            self.told.emit()
            if self._text and not self._searching:
                self._search()  # somebody in the list may have come at another desk

    # --- steps -------------------------------------------------------------------------------------------------------

    def scan(self, scan: ScanEvent) -> None:
        """Somebody's code."""
        if (at := self._at()) is not None:
            place, actor = at
            work = partial(self._api.scan_guest, place.event.id, scan, actor, *place.ids, leaving=self.leaving)
            self._write(work, self._on_scanned)

    def sign_in(self, guest: str, people: int = 1, how: How | None = None) -> None:
        """Somebody who was chosen; where the desk is turned to leaving, they leave."""
        if (at := self._at()) is None:
            return
        place, actor = at
        if self.leaving:
            self.sign_out(guest)
            return
        work = partial(self._api.sign_in_guest, place.event.id, guest, actor, *place.ids, people=people, how=how)
        self._write(work, self._on_verdict)

    def let_in(self, verdict: Verdict, approval: Approval | None = None) -> None:
        """All the same: what the verdict says is set aside, beside what was before for the same guest."""
        guest = verdict.guest
        if (at := self._at()) is None or guest is None or not verdict.sets_aside:
            return
        place, actor = at
        before = self._despite[1] if self._despite[0] == guest.id else ()
        self._despite = guest.id, (*before, verdict.sets_aside)
        work = partial(
            self._api.sign_in_guest,
            place.event.id,
            guest.id,
            actor,
            *place.ids,
            people=max(1, verdict.people),
            how=verdict.how,
            despite=self._despite[1],
            approval=approval,
        )
        self._write(work, self._on_verdict)

    def sign_out(self, guest: str, people: int = 0) -> None:
        """They leave."""
        if (at := self._at()) is not None:
            self._write(partial(self._api.leave_guest, at[0].event.id, guest, at[1], people), self._on_verdict)

    def companion(self, guest: str) -> None:
        """One more with them."""
        if (at := self._at()) is not None:
            place, actor = at
            work = partial(self._api.arrive_plus_one, place.event.id, guest, actor, place.ids[0])
            self._write(work, self._on_verdict)

    def sign_group_in(self, guests: Sequence[str]) -> None:
        """All of these."""
        if (at := self._at()) is not None and guests:
            place, actor = at
            work = partial(self._api.sign_in_group, place.event.id, tuple(guests), actor, *place.ids)
            self._write(work, self._on_verdicts)

    def undo(self, ref: str, reason: str) -> None:
        """It was a mistake."""
        if (at := self._at()) is not None:
            self._write(partial(self._api.undo_guest, at[0].event.id, ref, reason, at[1]), self._on_undone)

    def answer(self, guest: str, answers: Mapping[str, str]) -> None:
        """What they answered, which was all that was missing: they come in."""
        if (at := self._at()) is not None:
            place, actor = at
            work = partial(self._api.answer_guest, place.event.id, guest, dict(answers), actor)
            self._write(partial(_then_in, work, self._api, place, guest, actor), self._on_verdict)

    def change(self, ask: Callable[[str, Staff], GuestView | Refusal]) -> None:
        """Something of a guest; `ask`: for this event, by whoever works."""
        if (at := self._at()) is not None:
            self._write(partial(ask, at[0].event.id, at[1]), self._on_changed)

    def add(self, who: WalkIn) -> None:
        """Somebody who is not on the list."""
        if (at := self._at()) is not None:
            waits = who.register is not None and who.register.code is not None  # HQ looks at the code
            self._write(partial(self._api.add_guest, at[0].event.id, who, at[1]), self._on_added, waits=waits)

    def make(self, event: Event) -> None:
        """An event on the spot."""
        if self.actor is not None:
            self._write(partial(self._api.make_event, event, self.actor), self._on_made)

    def forget_verdict(self) -> None:
        """The next guest."""
        self.verdict = None

    # --- answers -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_scanned(self, answer: Verdict | BadgeRead) -> None:
        if isinstance(answer, BadgeRead):
            self.writing -= 1
            self.badge_read.emit(answer)
        else:
            self._on_verdict(answer)

    @Slot(object)
    def _on_verdict(self, answer: Verdict | Refusal) -> None:
        self.writing -= 1
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self._judge(answer)

    @Slot(object)
    def _on_verdicts(self, answer: tuple[Verdict, ...]) -> None:
        self.writing -= 1
        if answer:  # the one that needs a person is what the card has to say
            self._judge(next((one for one in answer if not one.welcome), answer[-1]))

    def _judge(self, verdict: Verdict) -> None:
        self.verdict = verdict
        if verdict.ref and verdict.kind in (VerdictKind.WELCOME, VerdictKind.GOODBYE):
            self.last = verdict
        self.judged.emit(verdict)
        self.look()

    @Slot(object)
    def _on_undone(self, answer: Undone | Refusal) -> None:
        self.writing -= 1
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
        else:
            self.verdict = self.last = None
            self.taken_back.emit(answer)
        self.look()

    @Slot(object)
    def _on_changed(self, answer: GuestView | Refusal) -> None:
        self.writing -= 1
        if isinstance(answer, Refusal):
            self.refused.emit(answer)
            return
        self.changed.emit(answer)
        self.look()
        if self._text and not self._searching:
            self._search()

    @Slot(object)
    def _on_added(self, answer: Verdict | Refusal) -> None:
        self.writing -= 1
        self.added.emit(answer)
        if isinstance(answer, Verdict):
            self._judge(answer)

    @Slot(object)
    def _on_made(self, answer: EventView | Refusal) -> None:
        self.writing -= 1
        self.made.emit(answer)
        if isinstance(answer, EventView):
            self.open(Place(answer.event))
            self.list_events()

    def _at(self) -> tuple[Place, Staff] | None:
        return (self.place, self.actor) if self.place is not None and self.actor is not None else None

    def _write(self, work: Callable[[], T], then: Callable[[T], None], *, waits: bool = False) -> None:
        self.writing += 1
        (self._tasks.ask_hq if waits else self._tasks.run)(work, then, self._on_write_fault)

    def _read(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tasks.run(work, then, self._on_fault)

    @Slot(object)
    def _on_write_fault(self, fault: Exception) -> None:
        self.writing -= 1
        self._faulted(fault)

    @Slot(object)
    def _on_fault(self, fault: Exception) -> None:
        self._searching = self._looking = False
        self._faulted(fault)


def _of(text: str, find: Callable[[str, str, int], FoundGuests], event: str, limit: int) -> tuple[str, FoundGuests]:
    """A result with what it was asked for: by then something else may stand there."""
    return text, find(event, text, limit)


def _together(
    guest: GuestView, text: str, find: Callable[[str, str, int], FoundGuests], event: str
) -> tuple[GuestView, tuple[GuestView, ...]]:
    if not text:
        return guest, (guest,)
    found = find(event, text, ROWS).rows
    same = [one for one in found if (one.company == text if guest.company else one.seat == text)]
    return guest, tuple(same) if any(one.id == guest.id for one in same) else (guest, *same)


def _look(api: DeskApi, event: str, before: Board) -> tuple[str, Board]:
    state = api.desk_state(event)
    if not isinstance(state, DeskState):
        return event, before
    if state.heard == before.heard:
        return event, Board(state.counts, before.arrivals, before.doubles, state.labels_left, state.heard)
    arrivals, doubles = api.arrivals(event, 0, ARRIVED), api.doubles(event)
    return event, Board(state.counts, arrivals, doubles, state.labels_left, state.heard)


def _then_in(
    work: Callable[[], GuestView | Refusal], api: DeskApi, place: Place, guest: str, actor: Staff
) -> Verdict | Refusal:
    answer = work()
    return answer if isinstance(answer, Refusal) else api.sign_in_guest(place.event.id, guest, actor, *place.ids)
