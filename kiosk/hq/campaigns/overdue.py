"""Counts members who are due though nobody tells more: those whom a long push left for the next one, which does not
come before the morning, and those of whom a terminal had more to tell that is gone."""

from __future__ import annotations

from kiosk.hq import logs
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.follow_up import count_all
from kiosk.hq.context import Context
from kiosk.hq.rebuild import state
from kiosk.hq.worker import Worker


class Overdue(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, thread="counting")

    def heeds(self, topics: frozenset[str]) -> bool:
        """Nothing: a time comes by itself."""
        return False

    def once(self) -> bool:
        """Count as many as after a push. False when nobody is overdue, or read models are derived anew."""
        context = self._context
        with context.database.read() as tx:
            if state.behind(context, tx):
                return False
            members = recount.overdue(tx, context.settings.count_members, context.clock.now_ms())
        count_all(context, members, lambda fault: logs.report(context.new_id("e-", 5), fault, **self._about))
        return bool(members)
