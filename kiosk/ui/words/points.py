"""Points that run out, and points that are owed, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.application.campaigns.outcomes import PointsAhead
from kiosk.domain.time import last_moment
from kiosk.ui.i18n import I18n, Writes, spaced, translate

SOON_DAYS = 31
"""Points that run out within so many days are worth more words than others that wait."""
_SAME_YEAR = 300  # days within which a day needs no year


def points_ahead_words(ahead: Sequence[PointsAhead], i18n: I18n, now: datetime) -> str:
    """What runs out next: "40 pts until 31 Dec", with the year where it is far; empty when nothing does."""
    if not ahead:
        return ""
    until = ahead[0].until
    day = i18n.last_day(until) if i18n.days_left(until, now) < _SAME_YEAR else i18n.day(last_moment(until))
    return spaced(translate("Points", "{n} pts until {day}").format(n=i18n.number(ahead[0].points), day=day))


def have_words(points: int, i18n: Writes) -> str:
    """How many points there are. Below zero: more were used than there are (a sale that earned some was undone). They
    are owed, and the next ones make up for them first."""
    if points < 0:
        owed = translate("Points", "You owe {n} points: the next ones you earn make up for them first.")
        return spaced(owed.format(n=i18n.number(-points)))
    return spaced(translate("SelfService", "You have {n} points.").format(n=i18n.number(points)))


def points_short(points: int, i18n: Writes) -> str:
    """In two words: "120 points", "50 points owed"."""
    if points < 0:
        return spaced(translate("Points", "{n} points owed").format(n=i18n.number(-points)))
    return spaced(translate("Customer", "{n} points").format(n=i18n.number(points)))


def run_out_soon(ahead: Sequence[PointsAhead], i18n: I18n, now: datetime) -> bool:
    """Whether any do, within `SOON_DAYS`."""
    return bool(ahead) and i18n.days_left(ahead[0].until, now) <= SOON_DAYS
