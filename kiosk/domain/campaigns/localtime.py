"""What the clock on a store's wall shows, as whole numbers: minutes since 0001-01-01 00:00 by that clock.

Rules speak of what people read off the wall ("until the 5th", "18:00 to 21:00"), so they are judged by it: in the hour
that a change to winter time repeats a rule holds both times, as coupons do (`domain.coupons.hours`).
"""

from __future__ import annotations

import functools
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.time import instant

DAY = 1440
"""Minutes of a day on the wall."""

_BLOCK_MS = 15 * 60_000
_EPOCH_MINUTES = date(1970, 1, 1).toordinal() * DAY


@functools.lru_cache(maxsize=200_000)
def _offset(zone: str, block: int) -> int | None:
    """Minutes ahead of UTC in a quarter of an hour; None when the clock is changed within it."""
    info = ZoneInfo(zone)
    first, last = (instant(ms).astimezone(info).utcoffset() for ms in (block * _BLOCK_MS, (block + 1) * _BLOCK_MS - 1))
    assert first is not None
    whole = first == last and first % timedelta(minutes=1) == timedelta(0)
    return first // timedelta(minutes=1) if whole else None


def wall_minutes(at: int, zone: str) -> int:
    """The wall clock's minute at the instant `at` (ms since 1970 UTC) in `zone` (IANA)."""
    offset = _offset(zone, at // _BLOCK_MS)
    if offset is not None:
        return _EPOCH_MINUTES + at // 60_000 + offset
    shown = instant(at).astimezone(ZoneInfo(zone))
    return minutes(shown.replace(tzinfo=None))


def minutes(shown: datetime) -> int:
    """A wall clock's day and time (naive) as such a number."""
    return shown.toordinal() * DAY + shown.hour * 60 + shown.minute


def shown(wall: int) -> datetime:
    """The day and time (naive) behind such a number."""
    day, minute = divmod(wall, DAY)
    return datetime.fromordinal(day) + timedelta(minutes=minute)


@functools.lru_cache(maxsize=20_000)
def months_before(day: int, months: int) -> int:
    """The ordinal of the day `months` calendar months before the day with ordinal `day`; a month's end at most."""
    found = date.fromordinal(day)
    return _shifted(found, -months)


@functools.lru_cache(maxsize=20_000)
def months_after(day: int, months: int) -> int:
    """The ordinal of the day `months` calendar months after; a month's end at most."""
    return _shifted(date.fromordinal(day), months)


def _shifted(start: date, months: int) -> int:
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    for day in range(start.day, start.day - 4, -1):
        try:
            return date(year, month + 1, day).toordinal()
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month + 1}")


@functools.lru_cache(maxsize=20_000)
def calendar(day: int) -> tuple[int, int, int, int]:
    """Year, month, day of the month and ISO weekday of an ordinal."""
    found = date.fromordinal(day)
    return found.year, found.month, found.day, found.isoweekday()
