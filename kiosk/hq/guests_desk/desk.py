"""Events and their guests, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kiosk.domain.guests.event import Event
from kiosk.domain.guests.from_list import Plan
from kiosk.domain.lists.guests import Guest as Row
from kiosk.hq.context import Context
from kiosk.hq.guests.feedback import Feedback
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk import attendance, events, feedback_letters, lists, opinions, photos, tickets
from kiosk.hq.guests_desk.attendance import Attended
from kiosk.hq.guests_desk.clock import EventsClock
from kiosk.hq.guests_desk.events import EventSeen
from kiosk.hq.guests_desk.feedback_letters import Asked
from kiosk.hq.guests_desk.lists import Taken
from kiosk.hq.guests_desk.photos import PhotoSeen
from kiosk.hq.guests_desk.tickets import Letters, Ticket


class EventsDesk:
    """`by`: whose command it is. What cannot be done raises EventsFault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def publish(self, store: str, said: object, by: str, days: int | None = None) -> Event:
        """An event from what a file says, or as it is from now on."""
        with self._context.database.write() as tx:
            return events.publish(self._context, tx, store, said, by, days)

    def listed(self) -> list[EventSeen]:
        """All that HQ knows."""
        with self._context.database.read() as tx:
            return events.listed(tx)

    def seen(self, event: str) -> Kept:
        """One of them."""
        with self._context.database.read() as tx:
            return events.seen(tx, event)

    def plan(self, event: str, rows: Iterable[Row]) -> Plan:
        """What taking a list would change."""
        with self._context.database.read() as tx:
            return lists.planned(self._context, tx, event, rows)

    def take(
        self,
        plan: Plan,
        by: str,
        *,
        whole: bool = False,
        progress: Callable[[int, int], bool] = lambda _done, _all: True,
    ) -> Taken:
        """Take a list as it was planned (`lists.take`)."""
        return lists.take(self._context, plan, by, whole=whole, progress=progress)

    def tickets(self, event: str) -> tuple[Kept, list[Ticket]]:
        """Of everybody who is expected."""
        with self._context.database.write() as tx:
            return tickets.tickets(self._context, tx, event)

    def send_tickets(self, event: str, language: str, *, sms: bool = False, again: bool = False) -> Letters:
        """By letter."""
        return tickets.send(self._context, event, language, sms=sms, again=again)

    def ask_feedback(self, event: str, language: str, *, sms: bool = False) -> Asked:
        """Ask who came how it was, by letter, once each."""
        return feedback_letters.send(self._context, event, language, sms=sms)

    def attended(self, event: str) -> Attended:
        """Who came."""
        with self._context.database.read() as tx:
            return attendance.attended(tx, event)

    def feedback(self, event: str) -> list[Feedback]:
        """How guests liked it, the newest answers first."""
        with self._context.database.read() as tx:
            return opinions.of_event(tx, events.seen(tx, event).store, event)

    def photos(self, event: str) -> list[PhotoSeen]:
        """Photographs that guests sent, the newest first."""
        with self._context.database.read() as tx:
            return photos.listed(tx, events.seen(tx, event))

    def photo(self, event: str, photo: str) -> bytes:
        """The picture of one, JPEG."""
        with self._context.database.read() as tx:
            return photos.picture(tx, events.seen(tx, event), photo)

    def judge_photos(self, event: str, wanted: Iterable[str], *, shown: bool) -> int:
        """These may be seen by everybody, or not; gives how many changed."""
        with self._context.database.write() as tx:
            return photos.judge(self._context, tx, events.seen(tx, event), wanted, shown=shown)

    def close(self, event: str, by: str) -> Kept:
        """Terminals are told of it no longer."""
        with self._context.database.write() as tx:
            return events.close(self._context, tx, event, by)

    def forget_due(self) -> int:
        """Forget the guests of events whose time is over; gives of how many events."""
        return events.forget_due(self._context)

    def clock(self) -> EventsClock:
        """Forgets them by itself, to be run by a thread."""
        return EventsClock(self._context)
