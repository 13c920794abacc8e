"""Members as a store knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

_MONTH_AND_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_LEAP_YEAR = 2000


def day_of(birthday: str) -> tuple[int, int] | None:
    """Month and day of a birthday "MM-DD"; None for what is none."""
    parts = _MONTH_AND_DAY.fullmatch(birthday)
    if parts is None:
        return None
    month, day = int(parts[1]), int(parts[2])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return None
    return month, day


class Tier(StrEnum):
    """Member tiers in rising order (M11)."""

    BASIC = "basic"
    SILVER = "silver"
    GOLD = "gold"
    PLATINUM = "platinum"


class Segment(StrEnum):
    """Customer segments (M16)."""

    NEW = "new"
    ACTIVE = "active"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True)
class Member:
    """One member, as HQ publishes the row. `phone` is E.164; `birthday` is "MM-DD" (the year is not needed);
    `household`: HQ's keyed hash of the phone, the same for who shares it.

    `merged_into`: the member who is the same person, and whose history all of this one's belongs to; "": nobody.

    `tier`, `points` and `bought` are where the journals begin: what campaigns give, and what is bought since, is in the
    facts. `bought`: purchases before, as (ISO day, minor units), oldest first."""

    id: str
    card_no: str
    name: str
    phone: str
    tier: Tier
    segment: Segment
    points: int
    home_store: str
    joined: datetime
    birthday: str | None = None
    visits: int = 0
    tickets: int = 0
    streak_days: int = 0
    household: str = ""
    tags: tuple[str, ...] = ()
    bought: tuple[tuple[str, int], ...] = ()
    merged_into: str = ""

    def birthday_month(self, today: date) -> bool:
        """Whether `today` (a store-local day) lies in the member's birthday month."""
        day = day_of(self.birthday) if self.birthday is not None else None
        return day is not None and day[0] == today.month
