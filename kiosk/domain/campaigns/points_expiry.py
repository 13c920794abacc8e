"""Points that run out: until when a point is good, and which of a member's points are gone by then.

What is left follows from what was given and paid, and from nothing else: whoever knows the same rewards finds the same
points, in whatever order they were told. Nothing is journalled when points run out, so nothing can be missed, undone
twice or told late.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.campaigns.localtime import DAY, calendar, months_after

NEVER = 1 << 60
"""A wall minute after all others."""


class EndOf(StrEnum):
    """The end of what points are good to."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Expire:
    """How long a point is good: `days`, that on which it was earned being the first; `months`, to the end of that day
    so many months later. `end_of`: from there on to the end of that month or year; by itself, of the one in which the
    point was earned."""

    days: int | None = None
    months: int | None = None
    end_of: EndOf | None = None

    def until(self, day: int) -> int:
        """The wall minute at which a point of a day (ordinal) runs out; `NEVER` beyond all calendars."""
        try:
            last = months_after(day, self.months) if self.months else day + max(0, (self.days or 1) - 1)
            if self.end_of is not None:
                year, month, _, _ = calendar(last)
                following = (year + 1, 1) if self.end_of is EndOf.YEAR or month == 12 else (year, month + 1)
                return date(*following, 1).toordinal() * DAY
            calendar(last + 1)
        except (ValueError, OverflowError):
            return NEVER
        return (last + 1) * DAY


@dataclass(frozen=True, slots=True)
class PointsTerms:
    """What holds for all points that a campaign gives. `expire`: absent, they never run out."""

    expire: Expire | None = None


class Move(NamedTuple):
    """Points that came at a wall minute (that on which they settled) and are good until another; or, `paid`, that went.
    `points` is above zero."""

    wall: int
    paid: bool
    until: int
    points: int


class RunsOut(NamedTuple):
    """So many points run out at a wall minute."""

    until: int
    points: int


class Standing(NamedTuple):
    """`gone`: points that ran out; `ahead`: those that will, the soonest first, if nothing is paid until then."""

    gone: int
    ahead: tuple[RunsOut, ...]


def standing(opening: int, moves: Sequence[Move], wall: int) -> Standing:
    """Which points ran out by a wall minute. `opening`: points that were there before all moves, and never run out
    (below zero: a debt); `moves` in order. Whoever pays, pays with those that would run out first: of points with one
    and the same term the oldest. What is paid without being there is a debt, which the next points make up for."""
    left: dict[int, int] = {NEVER: opening} if opening > 0 else {}
    debt, gone = max(0, -opening), 0
    for at, paid, until, points in moves:
        if at > wall:
            break
        gone += _dropped(left, at)
        if not paid:
            made_up = min(debt, points)
            debt -= made_up
            if points > made_up:
                left[until] = left.get(until, 0) + points - made_up
            continue
        for soonest in sorted(left):
            taken = min(points, left[soonest])
            points -= taken
            left[soonest] -= taken
            if left[soonest]:
                break
            del left[soonest]
        debt += points
    gone += _dropped(left, wall)
    return Standing(gone, tuple(RunsOut(until, left[until]) for until in sorted(left) if until < NEVER))


def _dropped(left: dict[int, int], wall: int) -> int:
    if not left or min(left) > wall:
        return 0
    return sum(left.pop(until) for until in sorted(left) if until <= wall)
