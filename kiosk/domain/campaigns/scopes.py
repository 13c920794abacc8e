"""What limits count by."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """What a limit counts by."""

    MEMBER = "member"
    HOUSEHOLD = "household"
    DEVICE = "device"
    CLERK = "clerk"
    STORE = "store"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
