"""The clock for "how long" goes on while the machine sleeps."""

from __future__ import annotations

import sys
import time

import pytest

from kiosk.adapters.clock import SystemClock


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_sleep_counts() -> None:
    """Awake and asleep since the start of the machine, which is what the kernel says as well."""
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    told = SystemClock().mono_ms()
    assert before <= told <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


def test_it_never_goes_back() -> None:
    clock = SystemClock()
    times = [clock.mono_ms() for _ in range(1000)]
    assert times == sorted(times)
