"""Places of an event that nobody on its list needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kiosk.domain.guests.event import Event, Guest, Standing


def places_left(event: Event, people: int, by_session: Mapping[str, int], sessions: Collection[str]) -> int | None:
    """For somebody who comes to `sessions` (none: whichever): the fewest of the event's places and of those sessions';
    None: there is no end. `people`, `by_session`: who is expected, companions among them. Below 0: too many are."""
    left = [event.quota - people] if event.quota else []
    left += [one.quota - by_session.get(one.id, 0) for one in event.sessions if one.quota and one.id in sessions]
    return min(left, default=None)


class Taken:
    """Who is expected of a list, as it grows."""

    def __init__(self, guests: Iterable[Guest]) -> None:
        self._people = 0
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
