"""How many facts of one journal are taken in: whoever has a stolen desk's key may sign any number of them, and they
are kept for good."""

from __future__ import annotations

from kiosk.adapters.lan.journals import FACTS_MOST
from kiosk.domain.time import Clock

AT_ONCE = 2 * FACTS_MOST
A_SECOND = 20
"""Beyond that: far more than anybody signs in, scans or sells."""


class Budget:
    """By the monotonic clock. Used on one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._left: dict[str, tuple[float, int]] = {}

    def spend(self, device: str, count: int) -> bool:
        """Whether so many more may come of a journal now."""
        now = self._clock.mono_ms()
        left, since = self._left.get(device, (float(AT_ONCE), now))
        left = min(float(AT_ONCE), left + max(0, now - since) * A_SECOND / 1_000)
        enough = left >= count
        self._left[device] = (left - count if enough else left, now)
        return enough
