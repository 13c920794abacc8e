"""A thread of HQ's process that does what is due by itself, one thing after the other, until it is told to end."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod

from kiosk.hq import logs
from kiosk.hq.context import Context

LOOK_S = 15.0
"""How long at most nothing is looked at: another process may have something done, and an hour comes by itself."""


class Worker(ABC):
    """`run` on a thread of its own until `end`; `once` in tests and by hand. It looks again when something that it
    `heeds` has changed, when it said it would, and every fifteen seconds."""

    def __init__(self, context: Context, **about: str) -> None:
        """`about`: what a fault is reported with."""
        self._context = context
        self._about = about
        self._news = threading.Event()
        self._ending = False
        context.database.on_change(self._heard)

    @abstractmethod
    def once(self) -> int | bool | None:
        """Do one thing that is due. Gives how long there is nothing to do, in ms (0, True: go on at once; None, False:
        as far as is known, for ever)."""

    @abstractmethod
    def heeds(self, topics: frozenset[str]) -> bool:
        """Whether a change of these may bring something to do."""

    def _heard(self, topics: frozenset[str]) -> None:
        if self.heeds(topics):
            self._news.set()

    def run(self) -> None:
        """Work until `end`. A fault is logged, and the next look comes all the same: one thing must not keep all others
        waiting."""
        while not self._ending:
            try:
                found = self.once()
            except Exception as fault:  # noqa: BLE001  (the last line of defence of a thread of its own)
                logs.report(self._context.new_id("e-", 5), fault, **self._about)
                found = None
            if found is not True:
                self._news.wait(LOOK_S if found is None or found is False else min(LOOK_S, found / 1000))
                self._news.clear()

    def end(self) -> None:
        """Have `run` end. From any thread."""
        self._ending = True
        self._news.set()
