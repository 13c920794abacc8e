"""What HQ tidies up by itself while it runs: deletions that every terminal had time to pull."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.hq.context import Context
from kiosk.hq.worker import Worker

EVERY_MS = 6 * 3_600_000


class Keeping(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand."""

    def __init__(self, context: Context, tidy: Callable[[], object]) -> None:
        super().__init__(context, thread="keeping")
        self._tidy = tidy
        self._next = context.clock.mono_ms()

    def heeds(self, topics: frozenset[str]) -> bool:
        """Nothing: a time comes by itself."""
        return False

    def once(self) -> None:
        """Tidy up, if it is six hours since the last time."""
        now = self._context.clock.mono_ms()
        if now >= self._next:
            self._next = now + EVERY_MS
            self._tidy()
