"""Opening hours of a station: written by the store, on the store's clock.

    mon-fri 10:00-21:30; sat sun 09:00-22:00; 2027-02-05 10:00-15:00; 2027-02-06..2027-02-08 closed; 12-25 closed

Rules are separated by `;`: days, then spans of time, `closed` or `open` (all day). Days are weekdays (`mon`, `sat sun`,
`mon-fri`, `daily`), dates (`2027-02-05`), spans of dates (`2027-02-06..2027-02-08`) or days of every year (`12-25`).
A date goes before a day of every year, that before a weekday, and the later of two equal ones before the earlier; a
day that no rule names is closed. A span that ends at or before its begin ends on the next day. No rules at all: always
open. Times that a change of the clock leaves out, or has twice, are as the zone has them first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_DATE, _DATES, _YEARLY = (
    re.compile(rf"^{one}$")
    for one in (r"(\d{4})-(\d{2})-(\d{2})", r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", r"(\d{2})-(\d{2})")
)
_DAY = 24 * 60
_AHEAD = 400
"""Days that are looked through for the next change: a station that is shut for longer says no day."""
_LONGEST, _MOST_RULES = 4_000, 200


class HoursError(ValueError):
    """The text says no hours; why, in a few words."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """`rank`: which of two that name a day goes before. `spans`: minutes of the day, the end up to a day later."""

    rank: int
    weekdays: frozenset[int]
    first: date | None
    last: date | None
    yearly: tuple[int, int] | None
    spans: tuple[tuple[int, int], ...]

    def names(self, day: date) -> bool:
        if self.first is not None and self.last is not None:
            return self.first <= day <= self.last
        if self.yearly is not None:
            return (day.month, day.day) == self.yearly
        return day.weekday() in self.weekdays


@dataclass(frozen=True, slots=True)
class Standing:
    """`open` now, until `changes` (UTC; None: not within a year)."""

    open: bool
    changes: datetime | None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """What `read_hours` made of a text."""

    rules: tuple[_Rule, ...] = ()

    def at(self, now: datetime, zone: tzinfo) -> Standing:
        """How it stands at an instant (aware), in the store's zone."""
        if not self.rules:
            return Standing(True, None)
        now = now.astimezone(UTC)
        today = now.astimezone(zone).date()
        # a night that began the day before, on either side of midnight as summer time has it
        opened = list(_joined(self._spans(today - timedelta(days=2), zone)))
        for begin, end in opened:
            if begin <= now < end:
                return Standing(True, end if end < _far(now) else None)
            if now < begin:
                return Standing(False, begin)
        return Standing(False, None)

    def _spans(self, since: date, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
        for at in range(_AHEAD):
            day = since + timedelta(days=at)
            for begin, end in self.of(day):
                yield _instant(day, begin, zone), _instant(day, end, zone)

    def of(self, day: date) -> tuple[tuple[int, int], ...]:
        """Spans of minutes of a day, the earliest first; their end may lie on the next day."""
        named = [rule for rule in self.rules if rule.names(day)]
        if not named:
            return ()
        return max(enumerate(named), key=lambda one: (one[1].rank, one[0]))[1].spans


def _far(now: datetime) -> datetime:
    return now + timedelta(days=_AHEAD - 10)


def _instant(day: date, minute: int, zone: tzinfo) -> datetime:
    day += timedelta(days=minute // _DAY)
    hour, minutes = divmod(minute % _DAY, 60)
    return datetime.combine(day, time(hour, minutes), zone).astimezone(UTC)


def _joined(spans: Iterator[tuple[datetime, datetime]]) -> Iterator[tuple[datetime, datetime]]:
    """Spans in a row as one; those that a change of the clock left nothing of are none."""
    held: tuple[datetime, datetime] | None = None
    for begin, end in spans:
        if end <= begin:
            continue
        if held is not None and begin <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held is not None:
            yield held
        held = begin, end
    if held is not None:
        yield held


def read_hours(text: str) -> OpeningHours:
    """Raises HoursError."""
    if len(text) > _LONGEST:
        raise HoursError("is too long")
    rules = tuple(_rule(part) for part in text.split(";") if part.strip())
    if len(rules) > _MOST_RULES:
        raise HoursError("has too many rules")
    return OpeningHours(rules)


def _rule(text: str) -> _Rule:
    words = text.replace(",", " ").lower().split()
    days = [word for word in words if not _is_time(word)]
    times = [word for word in words if _is_time(word)]
    if words != days + times:
        raise HoursError(f"'{text.strip()}': days come first, then times")
    if not days:
        raise HoursError(f"'{text.strip()}' names no day")
    if not times:
        raise HoursError(f"'{text.strip()}' says no time")
    spans = _read_spans(times, text.strip())
    if len(days) == 1 and (dates := _dates(days[0])) is not None:
        return _Rule(2, frozenset(), *dates, None, spans)
    if len(days) == 1 and (found := _YEARLY.match(days[0])) is not None:
        month, day = int(found[1]), int(found[2])
        _real(2024, month, day)  # a leap year: the 29th of February is one
        return _Rule(1, frozenset(), None, None, (month, day), spans)
    return _Rule(0, frozenset(one for word in days for one in _weekdays(word)), None, None, None, spans)


def _is_time(word: str) -> bool:
    return ":" in word or word in ("open", "closed")


def _read_spans(times: list[str], where: str) -> tuple[tuple[int, int], ...]:
    if times in (["open"], ["closed"]):
        return ((0, _DAY),) if times == ["open"] else ()
    spans = []
    for word in times:
        found = _SPAN.fullmatch(word)
        if found is None:
            raise HoursError(f"'{where}': '{word}' is no span such as 10:00-21:30")
        begin, end = _minute(found[1], found[2], word), _minute(found[3], found[4], word)
        if begin == _DAY:
            raise HoursError(f"'{word}' begins at the end of the day")
        spans.append((begin, end if end > begin else end + _DAY))
    return tuple(sorted(spans))


def _minute(hour: str, minute: str, word: str) -> int:
    made = int(hour) * 60 + int(minute)
    if int(minute) > 59 or made > _DAY:
        raise HoursError(f"'{word}' is no time of a day")
    return made


def _dates(word: str) -> tuple[date, date] | None:
    if (found := _DATES.match(word)) is not None:
        first, last = (_dates(one) for one in found.groups())
        assert first is not None
        assert last is not None
        if last[0] < first[0]:
            raise HoursError(f"'{word}' ends before it begins")
        return first[0], last[0]
    if (found := _DATE.match(word)) is not None:
        day = _real(*map(int, found.groups()))
        return day, day
    return None


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise HoursError(f"there is no {year:04d}-{month:02d}-{day:02d}") from error


def _weekdays(word: str) -> tuple[int, ...]:
    if word == "daily":
        return tuple(range(7))
    first, to, last = word.partition("-")
    if first not in _WEEKDAYS or (to and last not in _WEEKDAYS):
        raise HoursError(f"'{word}' is no day such as mon, mon-fri, 2027-02-05 or 12-25")
    begin = _WEEKDAYS.index(first)
    end = _WEEKDAYS.index(last) if to else begin
    return tuple((begin + at) % 7 for at in range((end - begin) % 7 + 1))
