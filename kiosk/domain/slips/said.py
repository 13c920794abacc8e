"""A day and a time as somebody keys in what is written on a slip: "29", "11/29", "2026-11-29"; "1432", "14:32", "9"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_PARTS = re.compile(r"\D+", re.ASCII)


def day_said(text: str, today: date) -> date | None:
    """The day that is meant, as far back from `today` as it takes, and never after it: a day of the month alone is the
    last one of that number. None for what is no day."""
    parts = _digits(text, (2, 2, 4))
    if parts is None:
        return None
    try:
        if len(parts) == 3:
            return date(parts[0] if parts[0] > 99 else 2000 + parts[0], parts[1], parts[2])
        if len(parts) == 2:
            found = date(today.year, *parts)
            return found if found <= today else date(today.year - 1, *parts)
        (day,) = parts
        if not 1 <= day <= 31:
            return None
        at = today
        while at.day != day:
            at -= timedelta(days=1)
        return at
    except ValueError:
        return None


def time_said(text: str) -> time | None:
    """The time of day that is meant: hours alone, or hours and minutes. None for what is no time."""
    parts = _digits(text, (2, 2))
    if parts is None or len(parts) > 2:
        return None
    try:
        hour, minute = parts if len(parts) == 2 else (*parts, 0)
        return time(hour, minute)
    except ValueError:
        return None


def at_said(day: date, when: time, zone: ZoneInfo) -> datetime:
    """The instant, by the store's clock. An hour that there was twice is the first of the two."""
    return datetime.combine(day, when, zone)


def _digits(text: str, groups: tuple[int, ...]) -> list[int] | None:
    """The numbers in a text: those that something stands between; of digits alone the last ones in `groups`."""
    clean = unicodedata.normalize("NFKC", text).strip()
    parts = [part for part in _PARTS.split(clean) if part]
    if not parts or len(parts) > len(groups) or max(map(len, parts)) > sum(groups):
        return None
    if len(parts) == 1:
        only, parts = parts[0], []
        for size in groups[:-1]:
            if len(only) <= size:
                break
            parts.insert(0, only[-size:])
            only = only[:-size]
        parts.insert(0, only)
    return [int(part) for part in parts]
