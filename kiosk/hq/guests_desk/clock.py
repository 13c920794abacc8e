"""Forgets the guests of events whose time is over, by the clock: one thread of HQ's process."""

from __future__ import annotations

from kiosk.hq.context import Context
from kiosk.hq.guests_desk import events
from kiosk.hq.worker import Worker


class EventsClock(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, thread="events")

    def heeds(self, topics: frozenset[str]) -> bool:
        """Nothing: a time comes by itself."""
        return False

    def once(self) -> None:
        """Forget those whose time is over."""
        events.forget_due(self._context)
