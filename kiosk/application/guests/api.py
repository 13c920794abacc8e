"""What a desk at an event may ask for.

On the database's thread, but for `add_guest` with a member to register and a code, which waits for HQ. What is answered
with welcome, goodbye or a view after a change is durable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window is painted before any of it is needed
    from datetime import datetime
    from pathlib import Path

    from kiosk.application.guests.drill import Cut
    from kiosk.application.guests.import_list import ListPreview, ListTaken
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
    from kiosk.application.staff.outcomes import Approval, BadgeRead
    from kiosk.domain.documents.badge import Badge
    from kiosk.domain.guests.drill import Line, Result
    from kiosk.domain.guests.event import Event
    from kiosk.domain.guests.facts import How
    from kiosk.domain.progress import Progress
    from kiosk.domain.refusals import Refusal
    from kiosk.domain.scan.events import CameraStatus, ScanEvent
    from kiosk.domain.staff.actors import Actor


class DeskApi(Protocol):
    """Use cases of a desk. `session`, `zone`: what the desk signs in to, "" for the event itself."""

    def events(self) -> tuple[EventView, ...]:
        """Events of this store: those of today first, then those to come, then what is over."""

    def open_event(self, event: str, session: str = "", zone: str = "") -> DeskView | Refusal:
        """One of them, ready to be used: what was heard of it is in memory then. EVENT_UNKNOWN."""

    def desk_state(self, event: str) -> DeskState | Refusal:
        """What may have changed by others; cheap, to be asked again and again."""

    def find_guests(self, event: str, text: str, limit: int = 20) -> FoundGuests:
        """Search as you type."""

    def guest(self, event: str, guest: str) -> GuestView | Refusal:
        """One of the list."""

    def scan_guest(
        self, event: str, scan: ScanEvent, actor: Actor, session: str = "", zone: str = "", *, leaving: bool = False
    ) -> Verdict | BadgeRead:
        """What was scanned, or typed and meant as a code or a phone: judged, and signed in (with `leaving`: out) in the
        same transaction where it may be."""

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
        """The same for somebody who was chosen. `despite`: verdicts that are set aside; some need a manager's
        `approval`."""

    def sign_in_group(
        self, event: str, guests: Sequence[str], actor: Actor, session: str = "", zone: str = ""
    ) -> tuple[Verdict, ...]:
        """Several at once, each judged, all in one transaction."""

    def arrive_plus_one(
        self, event: str, guest: str, actor: Actor, session: str = "", more: int = 1, *, despite: Sequence[str] = ()
    ) -> Verdict:
        """Companions of a guest who is in; beyond those who were announced: full, unless that is set aside."""

    def leave_guest(self, event: str, guest: str, actor: Actor, people: int = 0) -> Verdict:
        """They go out (0: all of them), and may come again."""

    def undo_guest(self, event: str, ref: str, reason: str, actor: Actor) -> Undone | Refusal:
        """Take a word of any desk back."""

    def answer_guest(self, event: str, guest: str, answers: Mapping[str, str], actor: Actor) -> GuestView | Refusal:
        """Answers by question: a text, the id of a choice, "yes" or "no", a day as YYYY-MM-DD, a signature as what was
        drawn."""

    def seat_guest(self, event: str, guest: str, seat: str, actor: Actor) -> GuestView | Refusal:
        """Where they sit; "": nowhere any more."""

    def block_guest(self, event: str, guest: str, reason: str, actor: Actor) -> GuestView | Refusal:
        """Nobody lets them in before somebody was called."""

    def withdraw_guest(self, event: str, guest: str, actor: Actor) -> GuestView | Refusal:
        """They told the desk that they do not come: their place is free for others. GUEST_CAME."""

    def unblock_guest(self, event: str, guest: str, approval: Approval, actor: Actor) -> GuestView | Refusal:
        """A manager's word: they are let in."""

    def add_guest(self, event: str, walk_in: WalkIn, actor: Actor) -> Verdict | Refusal:
        """Somebody who is not on the list; signed in at once unless they wait."""

    def counts(self, event: str) -> CountsView | Refusal:
        """How many there are."""

    def arrivals(self, event: str, after: int = 0, most: int = 50) -> tuple[Arrival, ...]:
        """Sign-ins that were heard here after number `after`, the newest first; `most` of them."""

    def doubles(self, event: str) -> tuple[DoubleView, ...]:
        """Tickets that came in twice, the newest first."""

    def photos(self, event: str) -> tuple[PhotoView, ...]:
        """Photographs that guests sent, by when they came; those on the wall, and those that wait for a word."""

    def picture(self, event: str, photo: str) -> bytes:
        """The picture of one, JPEG; b"": it is not here."""

    def judge_photo(self, event: str, photo: str, actor: Actor, *, shown: bool) -> PhotoView | Refusal | None:
        """It may be seen by everybody, or not. None: it is there no longer."""

    def make_event(self, event: Event, actor: Actor) -> EventView | Refusal:
        """An event made, or changed, on the spot. EVENT_BAD."""

    def read_list(self, event: str, path: Path, progress: Progress | None = None) -> ListPreview | Refusal | None:
        """What a file of guests says, and what taking it would change; None: `progress` (rows done, rows in all) said
        stop. On a thread that may take seconds. EVENT_UNKNOWN."""

    def take_list(
        self, preview: ListPreview, actor: Actor, *, whole: bool = False, progress: Progress | None = None
    ) -> ListTaken | Refusal:
        """Take it in steps of 1,000, each durable; `whole`: who is not in it is cancelled. The same thread. When
        `progress` (guests done, guests in all) says stop, what was taken stays."""

    def guest_badge(self, event: str, guest: str, name: str = "") -> Badge | Refusal:
        """What stands on a guest's badge, to be laid out and queued as every paper (`about`: "event/guest"); `name`: as
        the guest wishes to be called."""

    def labels_left(self) -> int | None:
        """Labels that are left for badges; None where nobody counts them."""

    def drill_line(self, event: str, line: Line, camera: CameraStatus | None = None) -> Result | Refusal:
        """A line of the readiness drill that is only looked at. EVENT_UNKNOWN."""

    def drill_cut(self) -> Cut:
        """HQ is parked from now on, for some seconds at most."""

    def drill_tickets(self, event: str, actor: Actor) -> Result | Refusal:
        """Made-up tickets are judged; nothing of it stays. EVENT_UNKNOWN."""

    def drill_mend(self) -> datetime | None:
        """HQ is met again: when it told last until then."""

    def drill_back(self, before: Cut, *, wait: bool) -> Result | None:
        """Whether it was; None: not yet."""

    def drill_scan(self, event: str, scan: ScanEvent) -> Result | Refusal:
        """A code that is read and not judged. EVENT_UNKNOWN."""

    def drill_done(self, event: str, results: Sequence[Result], actor: Actor) -> None:
        """All lines were gone through: that, and what failed, is journalled."""
