"""How often somebody may try in vain."""

from __future__ import annotations

from collections import deque

MOST, WITHIN_MS = 10, 60_000


class Tries:
    """Tries that failed lately, by a clock that is handed in; on one thread."""

    def __init__(self) -> None:
        self._failed: deque[int] = deque(maxlen=MOST)

    def failed(self, mono_ms: int) -> None:
        """One more."""
        self._failed.append(mono_ms)

    def wait_ms(self, mono_ms: int) -> int:
        """How long until the next may be tried; 0: now."""
        if len(self._failed) < MOST:
            return 0
        return max(0, self._failed[0] + WITHIN_MS - mono_ms)
