"""How far a birthday is, in days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kiosk.domain.campaigns.localtime import calendar


def birthday_distance(birthday: str, day: int) -> int | None:
    """Days from the nearest birthday ("MM-DD") to `day`; None when it is not known. 29 February is celebrated on the
    28th in other years."""
    try:
        month, of_month = int(birthday[:2]), int(birthday[3:])
    except ValueError:
        return None
    year = calendar(day)[0]
    if not (1 <= month <= 12 and 1 <= of_month <= 31):
        return None
    gaps = [day - _ordinal(candidate, month, of_month) for candidate in (year - 1, year, year + 1)]
    return min(gaps, key=abs)


@lru_cache(maxsize=4_096)
def _ordinal(year: int, month: int, of_month: int) -> int:
    for candidate in range(of_month, of_month - 4, -1):
        try:
            return date(year, month, candidate).toordinal()
        except ValueError:
            continue
    raise ValueError(f"no such day: {month}-{of_month}")
