"""Places of an event that nobody on its list needs, and who gets them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kiosk.domain.guests.event import Event, Guest, Standing


def places_left(event: Event, people: int, by_session: Mapping[str, int], sessions: Collection[str]) -> int | None:
    """For somebody who comes to `sessions` (none: whichever): the fewest of the event's places and of those sessions';
    None: there is no end. `people`, `by_session`: who is expected, companions among them. Below 0: too many are."""
    left = [event.quota - people] if event.quota else []
    left += [one.quota - by_session.get(one.id, 0) for one in event.sessions if one.quota and one.id in sessions]
    return min(left, default=None)


class Taken:
    """Who is expected of a list, as it grows. `beyond`: people who came without being so."""

    def __init__(self, guests: Iterable[Guest], beyond: int = 0) -> None:
        self._people = beyond
        self._by_session: dict[str, int] = {}
        for one in guests:
            self.take(one)

    def take(self, guest: Guest) -> None:
        """One more, if they are expected."""
        if guest.standing is not Standing.EXPECTED:
            return
        self._people += 1 + guest.plus_ones
        for session in guest.sessions:
            self._by_session[session] = self._by_session.get(session, 0) + 1 + guest.plus_ones

    def has_room(self, event: Event, guest: Guest) -> bool:
        """Whether a guest and their companions find places."""
        left = places_left(event, self._people, self._by_session, guest.sessions)
        return left is None or left >= 1 + guest.plus_ones


def moved_up(event: Event, guests: Iterable[Guest], queue: Sequence[str], beyond: int = 0) -> list[Guest]:
    """Of the guests who wait, those for whom there is a place now, as they stand from then on: in the order of the
    `queue` (ids), each with all whom they bring, or not yet. Who needs more places than are free keeps theirs in it,
    and the next ones are looked at."""
    by_id = {one.id: one for one in guests}
    taken, up = Taken(by_id.values(), beyond), []
    for name in dict.fromkeys(queue):
        guest = by_id.get(name)
        if guest is not None and guest.standing is Standing.WAITING and taken.has_room(event, guest):
            up.append(replace(guest, standing=Standing.EXPECTED))
            taken.take(up[-1])
    return up
