"""Hours of the week, judged by the clock on the store's wall.

A rule like "Fridays 22:00–02:00" is printed for people who look at a clock, so it is judged by what that clock shows:
in the hour that a change to winter time repeats, the window is open both times; a window that begins inside the hour
that a change to summer time skips opens when the clock has jumped.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.coupons.model import WeekWindow

_LOOK_AHEAD_DAYS = 15
"""A week and a day would do, but for a weekly window that a clock change swallows once."""


def local_day(at: datetime, zone: str) -> date:
    """The day on the store's wall calendar at the instant `at` (aware)."""
    return at.astimezone(ZoneInfo(zone)).date()


def is_open(windows: tuple[WeekWindow, ...], at: datetime, zone: str) -> bool:
    """Whether the instant `at` (aware) lies in one of `windows`; no windows: always."""
    if not windows:
        return True
    return _shows_open(windows, at.astimezone(ZoneInfo(zone)))


def next_opening(windows: tuple[WeekWindow, ...], at: datetime, zone: str) -> datetime | None:
    """The first instant (UTC) after `at` at which one of `windows` opens; None if there is none in two weeks."""
    info = ZoneInfo(zone)
    openings = (
        moment
        for moment in (*_beginnings(windows, at, info), *_clock_changes(at, info))
        if moment > at and _shows_open(windows, moment.astimezone(info))
    )
    return min(openings, default=None)


def _shows_open(windows: tuple[WeekWindow, ...], local: datetime) -> bool:
    today = local.isoweekday()
    yesterday = (local - timedelta(days=1)).isoweekday()  # same wall clock, a day earlier
    shown = local.time()
    for window in windows:
        if window.since < window.until:
            if today in window.days and window.since <= shown < window.until:
                return True
        elif (today in window.days and shown >= window.since) or (yesterday in window.days and shown < window.until):
            return True
    return False


def _beginnings(windows: tuple[WeekWindow, ...], at: datetime, info: ZoneInfo) -> Iterator[datetime]:
    """When windows begin in the next days. A beginning that the wall clock skips is covered by the clock change."""
    first = at.astimezone(info).date()
    for offset in range(_LOOK_AHEAD_DAYS):
        day = first + timedelta(days=offset)
        for window in windows:
            if day.isoweekday() in window.days:
                for fold in (0, 1):
                    yield datetime.combine(day, window.since, info).replace(fold=fold).astimezone(UTC)


def _clock_changes(at: datetime, info: ZoneInfo) -> Iterator[datetime]:
    """The instants, to the second, at which the store's offset from UTC changes in the next days."""
    start = at.astimezone(UTC).replace(microsecond=0)
    for offset in range(_LOOK_AHEAD_DAYS):
        low, high = start + timedelta(days=offset), start + timedelta(days=offset + 1)
        before = low.astimezone(info).utcoffset()
        if high.astimezone(info).utcoffset() == before:
            continue
        while high - low > timedelta(seconds=1):
            middle = (low + (high - low) / 2).replace(microsecond=0)
            if middle.astimezone(info).utcoffset() == before:
                low = middle
            else:
                high = middle
        yield high
