"""Points that run out, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.application.campaigns.outcomes import PointsAhead
from kiosk.domain.time import last_moment
from kiosk.ui.i18n import I18n, spaced, translate

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


def run_out_soon(ahead: Sequence[PointsAhead], i18n: I18n, now: datetime) -> bool:
    """Whether any do, within `SOON_DAYS`."""
    return bool(ahead) and i18n.days_left(ahead[0].until, now) <= SOON_DAYS
