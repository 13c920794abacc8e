"""What limits count, and by what."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """What a limit counts."""

    REWARDS = "rewards"
    POINTS = "points"
    SAVED = "saved"  # minor units that discounts took off


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
