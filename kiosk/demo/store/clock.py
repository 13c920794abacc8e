"""A clock that is set by hand and chance that repeats itself."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from kiosk.domain.time import millis

NOW = datetime(2026, 11, 21, 6, 26, tzinfo=UTC)
"""14:26 in Taipei, a Saturday."""

_STARTED_MS = millis(datetime(2026, 11, 1, tzinfo=UTC))
"""When the machine was started that stands in the demo store."""


class DemoClock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime = NOW) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        """What it shows from now on."""
        self._ms = millis(at)

    def now_ms(self) -> int:
        """Wall clock."""
        return self._ms

    def mono_ms(self) -> int:
        """Monotonic clock."""
        return self._ms - _STARTED_MS

    def boot_id(self) -> str:
        """Always the same boot."""
        return "demo"

    def move(self, ms: int) -> None:
        """Let time pass."""
        self._ms += ms


class SeededRandomness:
    """The same numbers in every run."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        """`count` bytes."""
        return self._random.randbytes(count)

    def uniform(self, low: float, high: float) -> float:
        """A number between `low` and `high`."""
        return self._random.uniform(low, high)
