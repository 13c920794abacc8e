"""Time as it is handed in. Nothing but an adapter asks the operating system for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Time. Nothing else in the product asks the operating system for it."""

    def now_ms(self) -> int:
        """Wall clock, ms since 1970 UTC; may jump."""

    def mono_ms(self) -> int:
        """Monotonic ms since some point of this boot; never goes back, and goes on while the machine sleeps."""

    def boot_id(self) -> str:
        """Changes with every start of the machine (or of the process, where the system does not tell)."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def instant(ms: int) -> datetime:
    """ms since 1970 as an aware UTC datetime, over the whole range of `datetime` on every system (`fromtimestamp` is
    bound to what the system's C library can do)."""
    return _EPOCH + ms * _MS


def millis(at: datetime) -> int:
    """An aware datetime as whole ms since 1970."""
    return (at - _EPOCH) // _MS


def last_moment(end: datetime) -> datetime:
    """The last instant of a period whose `end` is excluded: what a person is told."""
    return end - timedelta(microseconds=1)
