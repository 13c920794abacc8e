"""What somebody may mean who says something about a sale: "42", "POS 1-2.000042", "980", "11/20", "today Wang"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain import money

MOST_DIGITS = 15

_NUMBERED = re.compile(r"(?:\S(?:.*\S)?-(?:\d{1,6}\.)?|\d{1,6}\.)(\d{6,15})", re.ASCII)
"""terminal-000042, terminal-epoch.000042 or epoch.000042"""
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,4}))?", re.ASCII)
_SIGNS = re.compile(r"^(?:nt\$|hk\$|mop\$|us\$|s\$|jp¥|[a-z]{3}|[$¥€₩])\s*", re.ASCII | re.IGNORECASE)
_DATES = (
    re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"),
    re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号號]?"),
)
_WORDS = {"today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1, "前天": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(rf"(?P<d>\d{{1,2}}) (?P<name>{'|'.join(_MONTHS)})[a-z]*(?: (?P<y>\d{{4}}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaleSaid:
    """`term`: what is left without the day, which may be a receipt's number (`numbers`; `whole_receipt`: the whole of
    it was said), an amount (`amounts`, minor units) or a member. From `since` to before `until`."""

    term: str = ""
    numbers: tuple[int, ...] = ()
    whole_receipt: bool = False
    amounts: tuple[int, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


def said_of(text: str, currency: str, zone: str, now: datetime) -> SaleSaid:
    """Everything that a text may mean. `now` (UTC) says which year a day without one belongs to: the last such day that
    is not ahead. Full-width digits are digits."""
    left = folded(text)
    today = now.astimezone(ZoneInfo(zone)).date()
    day, left = _day(left, today)
    since, until = (_midnight(day, zone), _midnight(day + timedelta(days=1), zone)) if day is not None else (None, None)
    numbers, whole = _numbers(left)
    return SaleSaid(left, numbers, whole, _amounts(left, currency), since, until)


def folded(text: str) -> str:
    """As texts are compared: narrow, lower case, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _day(text: str, today: date) -> tuple[date | None, str]:
    """The day that is named, and the text without it."""
    words = text.split(" ")
    for at, word in enumerate(words):
        if word.casefold() in _WORDS:
            return today - timedelta(days=_WORDS[word.casefold()]), " ".join(words[:at] + words[at + 1 :])
        for pattern in _DATES:
            found = pattern.fullmatch(word)
            day = found and _that_day(found.groupdict(), today)
            if day:
                return day, " ".join(words[:at] + words[at + 1 :])
    found = _ENGLISH.search(text)
    if found is not None:
        named = found.groupdict()
        day = _that_day({**named, "m": str(1 + _MONTHS.index(named["name"].lower()))}, today)
        if day:
            return day, " ".join((text[: found.start()] + text[found.end() :]).split())
    return None, text


def _that_day(named: dict[str, str], today: date) -> date | None:
    year, month, day = named.get("y"), int(named["m"]), int(named["d"])
    for candidate in (int(year),) if year else range(today.year, today.year - 8, -1):  # 29 February, too
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or found <= today:
            return found
    return None


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))


def _numbers(term: str) -> tuple[tuple[int, ...], bool]:
    if term.isascii() and term.isdigit() and len(term) <= MOST_DIGITS:
        return (int(term),), False
    found = _NUMBERED.fullmatch(term)
    return ((int(found[1]),), True) if found is not None else ((), False)


def _amounts(term: str, currency: str) -> tuple[int, ...]:
    found = _AMOUNT.fullmatch(_SIGNS.sub("", term))
    if found is None:
        return ()
    whole, part = int(found[1].replace(",", "")), found[2] or ""
    decimals = money.exponent(currency)
    if len(part) > decimals:
        return ()
    return (whole * money.scale(currency) + int(part.ljust(decimals, "0") or "0"),)
