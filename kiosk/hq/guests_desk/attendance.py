"""Who came to an event, as everything gives that desks told HQ of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.guests.attendance import Attendance, Double, rules_of
from kiosk.domain.guests.event import Guest
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk.events import seen
from kiosk.hq.projections.guests import terminal_names, words_in
from kiosk.hq.store.database import Tx


@dataclass(frozen=True, slots=True)
class Attended:
    """An event, its list by the guests' ids, and what desks said of them. `desks`: names of terminals, by id."""

    kept: Kept
    attendance: Attendance
    guests: Mapping[str, Guest] = field(repr=False)
    desks: Mapping[str, str]

    @property
    def doubles(self) -> tuple[Double, ...]:
        """Tickets that two desks let in which had not heard of each other."""
        return self.attendance.doubles()

    def name_of(self, guest: str) -> str:
        """A guest's name; their id where it is not known any more."""
        found = self.guests.get(guest)
        return found.name if found is not None and found.name else guest


def attended(tx: Tx, name: str) -> Attended:
    """Of an event by id. Raises EventsFault."""
    found = seen(tx, name)
    guests = {one.id: one for one in kept.guests_of(tx, found.store, name)}
    said = Attendance(rules_of(found.event), words_in(tx, found.store, name))
    return Attended(found, said, guests, terminal_names(tx, found.store))
