"""Forgets the guests of events whose time is over, and gives places that are free to those who wait: one thread of HQ's
process."""

from __future__ import annotations

from kiosk.hq.context import Context
from kiosk.hq.guests_desk import events, moving_up
from kiosk.hq.guests_desk.moving_up import MovingUp
from kiosk.hq.worker import Worker


class EventsClock(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, thread="events")
        self._moving_up = MovingUp(context)

    def heeds(self, topics: frozenset[str]) -> bool:
        """Whatever may bring somebody a place."""
        return moving_up.heeds(topics)

    def once(self) -> None:
        """Forget those whose time is over, and look at the others."""
        events.forget_due(self._context)
        self._moving_up.look()
