"""The clock for "how long" goes on while the machine sleeps."""

from __future__ import annotations

import ctypes
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.adapters import clock
from kiosk.adapters.clock import SystemClock, whole_ticks

DAY_MS = 86_400_000


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
def test_sleep_counts() -> None:
    """Awake and asleep since the start of the machine, which is what the kernel says as well."""
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    told = SystemClock().mono_ms()
    assert before <= told <= time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000


@pytest.mark.skipif(sys.platform != "win32", reason="GetTickCount64 is Windows'")
def test_windows_ticks_are_milliseconds_since_its_start() -> None:
    ticks = vars(ctypes)["WinDLL"]("kernel32").GetTickCount64
    ticks.restype = ctypes.c_ulonglong
    before = ticks()
    told = SystemClock().mono_ms()
    assert before <= told <= ticks()


@pytest.mark.skipif(sys.platform != "win32", reason="the tick of Windows")
def test_windows_ticks_keep_pace_with_its_performance_counter() -> None:
    """Another clock of Windows, which counts what is no millisecond: a wrong unit would be far out."""
    own = SystemClock()
    began_ms, began_s = own.mono_ms(), time.perf_counter()
    while (passed_ms := own.mono_ms() - began_ms) < 200:
        pass
    # the tick goes in steps of up to 16 ms, at both ends
    assert passed_ms - 32 <= (time.perf_counter() - began_s) * 1000 < passed_ms * 100


@given(st.integers(min_value=0, max_value=2**63))
@example(2**31)
@example(2**32 - 1)
@example(2**32)
@example(50 * DAY_MS)
def test_ticks_are_read_whole(told: int) -> None:
    """A machine that is never switched off: 32 bits of milliseconds are full after 49.7 days, 31 after 24.9."""
    counting = ctypes.CFUNCTYPE(ctypes.c_ulonglong)(lambda: told)
    # as a library gives a function: what comes back is an int until somebody says otherwise
    as_found = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.cast(counting, ctypes.c_void_p).value or 0)
    assert whole_ticks(as_found)() == told


def test_other_systems_have_a_clock_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "other")
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    before = time.monotonic_ns() // 1_000_000
    told = clock._clock_with_sleep()()
    assert before <= told <= time.monotonic_ns() // 1_000_000


def test_it_never_goes_back() -> None:
    own = SystemClock()
    times = [own.mono_ms() for _ in range(1000)]
    assert times == sorted(times)
