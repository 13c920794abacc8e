"""The real clock and the real source of randomness. Nothing else in the product asks the system for either."""

from __future__ import annotations

import random
import secrets
import time
import uuid
from pathlib import Path

_LINUX_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Wall clock, monotonic clock and the id of this boot."""

    def __init__(self) -> None:
        try:
            self._boot = _LINUX_BOOT_ID.read_text("ascii").strip()
        except OSError:
            # Windows tells no boot id: a start of the process is then the shortest span that is sure to share a clock
            self._boot = str(uuid.uuid4())

    def now_ms(self) -> int:
        """ms since 1970 UTC."""
        return time.time_ns() // 1_000_000

    def mono_ms(self) -> int:
        """Monotonic ms."""
        return time.monotonic_ns() // 1_000_000

    def boot_id(self) -> str:
        """Changes with every boot."""
        return self._boot


class SystemRandomness:
    """The operating system's generator."""

    def __init__(self) -> None:
        self._random = random.SystemRandom()

    def bytes(self, count: int) -> bytes:
        """`count` unpredictable bytes."""
        return secrets.token_bytes(count)

    def uniform(self, low: float, high: float) -> float:
        """A number between `low` and `high`."""
        return self._random.uniform(low, high)
