"""What the words of every document have in common: a language, the sign of the money, how days and hours look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from string import Formatter
from zoneinfo import ZoneInfo

from kiosk.domain import money
from kiosk.domain.documents.cleaning import isolated
from kiosk.domain.time import last_moment

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class PaperWords:
    """`language`: one of LANGUAGES; `currency`: the sign before amounts. Days and hours are written as ISO 8601 does in
    every language, so that day and month cannot be mixed up."""

    language: str
    currency: str

    def money(self, amount: int, currency: str) -> str:
        """An amount in minor units."""
        sign = "-" if amount < 0 else ""
        return f"{sign}{self.currency}{money.plain(abs(amount), currency)}"

    def count(self, value: int) -> str:
        """1,234; nothing for 0."""
        return f"{value:,}" if value else ""

    def say(self, template: str, **values: str) -> str:
        """A sentence with names and numbers put in, as Chinese is set; nothing when all of them are empty."""
        return filled(template, values)

    def day(self, at: datetime | None, zone: str) -> str:
        """2026-09-22 on the store's calendar."""
        return "" if at is None else f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d}"

    def last_day(self, end: datetime | None, zone: str) -> str:
        """The last day of a period whose end is excluded."""
        return "" if end is None else self.day(last_moment(end), zone)

    def last_minute(self, end: datetime | None, zone: str) -> str:
        """2026-09-22 23:59: the last minute of a period whose end is excluded."""
        return "" if end is None else wall_time(last_moment(end), zone)

    def when(self, at: datetime | None, zone: str) -> str:
        """2026-09-22 14:26 on the store's clock."""
        return "" if at is None else wall_time(at, zone)

    def from_to(self, starts: datetime | None, ends: datetime | None, zone: str) -> str:
        """2026-12-05 14:00 – 16:30, with the second day where it is another."""
        if starts is None or ends is None:
            return self.when(starts or ends, zone)
        same = self.day(starts, zone) == self.day(ends, zone)
        last = f"{ends.astimezone(ZoneInfo(zone)):%H:%M}" if same else self.when(ends, zone)
        return f"{self.when(starts, zone)} – {last}"


def wall_time(at: datetime, zone: str) -> str:
    """An instant as papers say it, in every language: 2026-09-22 14:26 on the store's wall clock (in the order of
    ISO 8601, so that day and month cannot be mixed up)."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def filled(template: str, values: dict[str, str]) -> str:
    """`template` with its {names} filled in, the values as they are: only where they meet the words, a space comes
    between Chinese and Latin, and none stays between Chinese and Chinese. Empty when all values are."""
    put = {name: isolated(value) for name, value in values.items()}
    if put and not any(put.values()):
        return ""
    said = ""
    for words, name, _, _ in Formatter().parse(template):
        said = _joined(said, words)
        if name is not None:
            said = _joined(said, put[name])
    return said.strip()


def _joined(before: str, after: str) -> str:
    if not before or not after:
        return before + after
    bare_before, bare_after = before.rstrip(" "), after.lstrip(" ")
    if not bare_before or not bare_after:
        return before + after
    last, first = bare_before[-1], bare_after[0]
    han = _HAN.match(last), _HAN.match(first)
    if all(han):
        return bare_before + bare_after
    if (before[-1] + after[0]).isspace() or " " in (before[-1], after[0]):
        return before + after
    mixed = (han[0] and _LATIN.match(first)) or (han[1] and _LATIN.match(last))
    return f"{before} {after}" if mixed else before + after
