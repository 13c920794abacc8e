"""The use cases of a desk at an event behind one interface; each lives in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from kiosk.application.context import Context
from kiosk.domain.refusals import Refusal, RefusalCode

# use cases are imported when the first is asked for: the window is painted before that
if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kiosk.application.guests.drill import Cut
    from kiosk.application.guests.import_list import ListPreview, ListTaken
    from kiosk.application.guests.listen import Desk
    from kiosk.application.guests.outcomes import (
        Arrival,
        CountsView,
        DeskState,
        DeskView,
        DoubleView,
        EventView,
        FoundGuests,
        GuestView,
        PhotoView,
        Undone,
        Verdict,
        WalkIn,
    )
    from kiosk.application.ports.ledger import LedgerTx
    from kiosk.application.staff.outcomes import Approval, BadgeRead
    from kiosk.domain.documents.badge import Badge
    from kiosk.domain.guests.drill import Line, Result
    from kiosk.domain.guests.event import Event, Guest
    from kiosk.domain.guests.facts import How
    from kiosk.domain.progress import Progress
    from kiosk.domain.scan.events import CameraStatus, ScanEvent
    from kiosk.domain.staff.actors import Actor

T = TypeVar("T")


class GuestService:
    """Implements `DeskApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # -- seen ---------------------------------------------------------------------------------------------------------

    def events(self) -> tuple[EventView, ...]:
        """Those of today first."""
        from kiosk.application.guests import see

        return self._context.ledger.run(lambda tx: see.events_seen(self._context, tx))

    def open_event(self, event: str, session: str = "", zone: str = "") -> DeskView | Refusal:
        """One of them."""
        from kiosk.application.guests import see

        return self._at(event, lambda desk: see.desk_view(desk, session, zone))

    def desk_state(self, event: str) -> DeskState | Refusal:
        """What may have changed by others."""
        from kiosk.application.guests import see

        return self._at(event, see.desk_state)

    def find_guests(self, event: str, text: str, limit: int = 20) -> FoundGuests:
        """Search as you type."""
        from kiosk.application.guests import see
        from kiosk.application.guests.outcomes import FoundGuests

        found = self._at(event, lambda desk: see.found_guests(desk, text, limit))
        return FoundGuests() if isinstance(found, Refusal) else found

    def guest(self, event: str, guest: str) -> GuestView | Refusal:
        """One of the list, with what they answered."""
        from kiosk.application.guests.views import guest_file

        def do(desk: Desk) -> GuestView | Refusal:
            found = desk.guest(guest)
            return Refusal(RefusalCode.GUEST_UNKNOWN) if found is None else guest_file(desk, found)

        return self._at(event, do)

    def counts(self, event: str) -> CountsView | Refusal:
        """How many there are."""
        from kiosk.application.guests.views import counts_view

        return self._at(event, counts_view)

    def arrivals(self, event: str, after: int = 0, most: int = 50) -> tuple[Arrival, ...]:
        """The newest first."""
        from kiosk.application.guests.views import arrival_view

        found = self._at(
            event,
            lambda desk: tuple(arrival_view(desk, *one) for one in reversed(desk.attendance.heard(after, most))),
        )
        return () if isinstance(found, Refusal) else found

    def doubles(self, event: str) -> tuple[DoubleView, ...]:
        """The newest first."""
        from kiosk.application.guests.views import double_views
        from kiosk.application.guests.walked_in_twice import walked_in_twice

        found = self._at(event, lambda desk: (*walked_in_twice(desk), *double_views(desk)))
        return () if isinstance(found, Refusal) else found

    # -- in and out ---------------------------------------------------------------------------------------------------

    def scan_guest(
        self, event: str, scan: ScanEvent, actor: Actor, session: str = "", zone: str = "", *, leaving: bool = False
    ) -> Verdict | BadgeRead:
        """Judged, and signed in where it may be."""
        from kiosk.application.guests import scan as scans

        return self._judged(event, lambda desk: scans.scan_guest(desk, scan, actor, session, zone, leaving=leaving))

    def sign_in_guest(
        self,
        event: str,
        guest: str,
        actor: Actor,
        session: str = "",
        zone: str = "",
        *,
        people: int = 1,
        how: How | None = None,
        despite: Sequence[str] = (),
        approval: Approval | None = None,
    ) -> Verdict:
        """The same for somebody who was chosen."""
        from kiosk.application.guests.sign_in import Entry, come_in
        from kiosk.domain.guests.facts import MOST_PEOPLE, How

        entry = Entry(session, zone, how or How.NAME, max(1, min(people, MOST_PEOPLE)), tuple(despite), approval)
        return self._verdict(event, guest, lambda desk, found: come_in(desk, found, entry, actor))

    def sign_in_group(
        self, event: str, guests: Sequence[str], actor: Actor, session: str = "", zone: str = ""
    ) -> tuple[Verdict, ...]:
        """Several at once."""
        from kiosk.application.guests.sign_in import Entry, come_in
        from kiosk.domain.guests.facts import How

        entry = Entry(session, zone, How.GROUP)

        def all_of_them(desk: Desk) -> tuple[Verdict, ...]:
            found = (desk.guest(guest) for guest in dict.fromkeys(guests))
            return tuple(come_in(desk, one, entry, actor) for one in found if one is not None)

        done = self._at(event, all_of_them)
        return () if isinstance(done, Refusal) else done

    def arrive_plus_one(
        self,
        event: str,
        guest: str,
        actor: Actor,
        session: str = "",
        more: int = 1,
        *,
        despite: Sequence[str] = (),
    ) -> Verdict:
        """Companions of a guest who is in."""
        from kiosk.application.guests.sign_in import come_along
        from kiosk.domain.guests.facts import MOST_PEOPLE

        many = max(1, min(more, MOST_PEOPLE))
        return self._verdict(event, guest, lambda desk, one: come_along(desk, one, session, many, actor, despite))

    def leave_guest(self, event: str, guest: str, actor: Actor, people: int = 0) -> Verdict:
        """They go out."""
        from kiosk.application.guests.sign_in import go_out

        return self._verdict(event, guest, lambda desk, one: go_out(desk, one, max(0, people), actor))

    def undo_guest(self, event: str, ref: str, reason: str, actor: Actor) -> Undone | Refusal:
        """Take a word back."""
        from kiosk.application.guests.changes import undo_guest

        done = self._at(event, lambda desk: undo_guest(desk, ref, reason, actor))
        if not isinstance(done, Refusal) and done.removed:
            self._context.reference.guests.erase(event, [done.guest.id])
        return done

    # -- for a guest --------------------------------------------------------------------------------------------------

    def answer_guest(self, event: str, guest: str, answers: Mapping[str, str], actor: Actor) -> GuestView | Refusal:
        """Answers by question."""
        from kiosk.application.guests.changes import answer_guest

        return self._view(event, guest, lambda desk, one: answer_guest(desk, one, answers, actor))

    def seat_guest(self, event: str, guest: str, seat: str, actor: Actor) -> GuestView | Refusal:
        """Where they sit."""
        from kiosk.application.guests.changes import seat_guest

        return self._view(event, guest, lambda desk, one: seat_guest(desk, one, seat, actor))

    def block_guest(self, event: str, guest: str, reason: str, actor: Actor) -> GuestView | Refusal:
        """Nobody lets them in."""
        from kiosk.application.guests.changes import block_guest

        return self._view(event, guest, lambda desk, one: block_guest(desk, one, reason, actor))

    def withdraw_guest(self, event: str, guest: str, actor: Actor) -> GuestView | Refusal:
        """They do not come."""
        from kiosk.application.guests.changes import withdraw_guest

        return self._view(event, guest, lambda desk, one: withdraw_guest(desk, one, actor))

    def unblock_guest(self, event: str, guest: str, approval: Approval, actor: Actor) -> GuestView | Refusal:
        """A manager's word."""
        from kiosk.application.guests.changes import unblock_guest

        return self._view(event, guest, lambda desk, one: unblock_guest(desk, one, approval, actor))

    def add_guest(self, event: str, walk_in: WalkIn, actor: Actor) -> Verdict | Refusal:
        """Somebody who is not on the list: registration first, where it is wished, then all of it in one transaction,
        then their row beside HQ's."""
        from kiosk.application.guests import walk_in as walking

        became = walking.become_member(self._context, walk_in, actor)
        if isinstance(became, Refusal):
            return became
        done = self._at(event, lambda desk: walking.add_guest(desk, walk_in, became, actor))
        if isinstance(done, Refusal):
            return done
        verdict, guest = done
        if guest is not None:
            self._context.reference.guests.put([guest])
        return verdict

    # -- photographs --------------------------------------------------------------------------------------------------

    def photos(self, event: str) -> tuple[PhotoView, ...]:
        """By when they came."""
        from kiosk.application.guests import photos

        found = self._at(event, photos.photos)
        return () if isinstance(found, Refusal) else found

    def picture(self, event: str, photo: str) -> bytes:
        """One's picture."""
        return self._context.reference.guests.picture(event, photo)

    def judge_photo(self, event: str, photo: str, actor: Actor, *, shown: bool) -> PhotoView | Refusal | None:
        """It may be seen, or not."""
        from kiosk.application.guests import photos

        return self._at(event, lambda desk: photos.judge(desk, photo, actor, shown=shown))

    # -- the desk -----------------------------------------------------------------------------------------------------

    def make_event(self, event: Event, actor: Actor) -> EventView | Refusal:
        """An event made, or changed, on the spot."""
        from kiosk.application.guests import make
        from kiosk.application.guests.listen import desk as at
        from kiosk.application.guests.views import event_view

        def do(tx: LedgerTx) -> EventView | Refusal:
            made = make.own(self._context, event)
            why = make.make_event(self._context, tx, made, actor)
            found = why or at(self._context, tx, made.id)
            return found if isinstance(found, Refusal) else event_view(found)

        return self._context.ledger.run(do)

    def read_list(self, event: str, path: Path, progress: Progress | None = None) -> ListPreview | Refusal | None:
        """What a file says."""
        from kiosk.application.guests.import_list import read_list
        from kiosk.application.guests.listen import find_event

        return read_list(self._context, event, path, lambda tx: find_event(self._context, tx, event), progress)

    def take_list(
        self, preview: ListPreview, actor: Actor, *, whole: bool = False, progress: Progress | None = None
    ) -> ListTaken | Refusal:
        """Take it in steps."""
        from kiosk.application.guests.import_list import take_list

        def at(work: Callable[[Desk], int]) -> int | Refusal:
            return self._at(preview.event, work)

        return take_list(self._context, preview, actor, at, whole=whole, progress=progress)

    def guest_badge(self, event: str, guest: str, name: str = "") -> Badge | Refusal:
        """What stands on a guest's badge."""
        from kiosk.application.guests.badge import badge

        def do(desk: Desk) -> Badge | Refusal:
            found = desk.guest(guest)
            return Refusal(RefusalCode.GUEST_UNKNOWN) if found is None else badge(desk, found, name)

        return self._at(event, do)

    def labels_left(self) -> int | None:
        """Labels that are left for badges."""
        from kiosk.application.guests.badge import labels_left

        return self._context.ledger.run(labels_left)

    # -- the readiness drill ------------------------------------------------------------------------------------------

    def drill_line(self, event: str, line: Line, camera: CameraStatus | None = None) -> Result | Refusal:
        """A line that is only looked at."""
        from kiosk.application.guests import drill

        return self._at(event, lambda desk: drill.look(desk, line, camera))

    def drill_cut(self) -> Cut:
        """HQ is parked."""
        from kiosk.application.guests import drill

        return drill.cut(self._context)

    def drill_tickets(self, event: str, actor: Actor) -> Result | Refusal:
        """Made-up tickets, in a transaction that is rolled back."""
        from kiosk.application.guests import drill

        try:
            return self._at(event, lambda desk: drill.tickets(desk, actor))
        except drill.DrillOver as over:
            return over.result

    def drill_mend(self) -> datetime | None:
        """HQ is met again."""
        from kiosk.application.guests import drill

        return drill.mend(self._context)

    def drill_back(self, before: Cut, *, wait: bool) -> Result | None:
        """Whether it was."""
        from kiosk.application.guests import drill

        return drill.back(self._context, before, wait=wait)

    def drill_scan(self, event: str, scan: ScanEvent) -> Result | Refusal:
        """A code that is read and not judged."""
        from kiosk.application.guests import drill

        return self._at(event, lambda desk: drill.scanned(desk, scan))

    def drill_done(self, event: str, results: Sequence[Result], actor: Actor) -> None:
        """That it was done."""
        from kiosk.application.guests import drill

        self._context.ledger.run(lambda tx: drill.done(tx, event, results, actor))

    # -- how ----------------------------------------------------------------------------------------------------------

    def _at(self, event: str, work: Callable[[Desk], T]) -> T | Refusal:
        """In one transaction, with everything that was heard of the event."""
        from kiosk.application.guests.listen import desk as at

        def do(tx: LedgerTx) -> T | Refusal:
            found = at(self._context, tx, event)
            return found if isinstance(found, Refusal) else work(found)

        return self._context.ledger.run(do)

    def _verdict(self, event: str, guest: str, work: Callable[[Desk, Guest], Verdict]) -> Verdict:
        def do(desk: Desk) -> Verdict | Refusal:
            found = desk.guest(guest)
            return Refusal(RefusalCode.GUEST_UNKNOWN) if found is None else work(desk, found)

        return self._judged(event, do)

    def _judged(self, event: str, work: Callable[[Desk], T | Refusal]) -> T | Verdict:
        from kiosk.application.guests.outcomes import Verdict
        from kiosk.domain.guests.verdict import VerdictKind

        done = self._at(event, work)
        if not isinstance(done, Refusal):
            return done
        kind = VerdictKind.WRONG_EVENT if done.code is RefusalCode.EVENT_UNKNOWN else VerdictKind.NOT_ON_LIST
        return Verdict(kind, self._context.now(), refusal=done)

    def _view(self, event: str, guest: str, work: Callable[[Desk, Guest], Refusal | None]) -> GuestView | Refusal:
        from kiosk.application.guests.views import guest_view

        def do(desk: Desk) -> GuestView | Refusal:
            found = desk.guest(guest)
            if found is None:
                return Refusal(RefusalCode.GUEST_UNKNOWN)
            return work(desk, found) or guest_view(desk, found)

        return self._at(event, do)
