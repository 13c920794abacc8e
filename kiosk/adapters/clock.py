"""The real clock and the real source of randomness. Nothing else in the product asks the system for either."""

from __future__ import annotations

import ctypes
import random
import secrets
import sys
import time
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.domain.time import instant

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
        """Monotonic ms, the time the machine slept included: eight hours of rest are eight hours."""
        return _awake_and_asleep_ms()

    def boot_id(self) -> str:
        """Changes with every boot."""
        return self._boot


def local_time(ms: int) -> datetime:
    """ms since 1970 by this machine's own time zone; in UTC where its C library knows no zone for that time (Windows'
    ends with the year 3000)."""
    at = instant(ms)
    try:
        return at.astimezone()
    except (OSError, OverflowError, ValueError):
        return at


def _clock_with_sleep() -> Callable[[], int]:
    """The system's monotonic clock that goes on while the machine sleeps.

    Linux: CLOCK_BOOTTIME (CLOCK_MONOTONIC stands still in suspend). Windows: GetTickCount64, which counts sleep and
    hibernation (steps of 10 to 16 ms are fine here). Elsewhere the usual monotonic clock, which may not.
    """
    if sys.platform == "win32":
        return whole_ticks(ctypes.WinDLL("kernel32").GetTickCount64)
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if boottime is not None:
        return lambda: time.clock_gettime_ns(boottime) // 1_000_000
    return lambda: time.monotonic_ns() // 1_000_000


def whole_ticks(function: Any) -> Callable[[], int]:
    """A foreign function that counts ms in 64 bits, read whole. Unless told, ctypes takes an int of 32 bits for what
    such a function gives, which is negative after 25 days without a restart and begins again after 50."""
    function.restype = ctypes.c_ulonglong
    return lambda: int(function())


_awake_and_asleep_ms = _clock_with_sleep()


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
