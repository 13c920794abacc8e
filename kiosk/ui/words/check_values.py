"""A condition as it was judged, with its values as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from kiosk.application.campaigns.outcomes import CheckView
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import translate
from kiosk.ui.words.rewards import joined
from kiosk.ui.words.surroundings import Surroundings

MONEY = frozenset({"amount", "spend", "spend_reached", "categories"})
"""Codes of conditions about money."""

UNBOUNDED = 1 << 40
"""Numbers above this stand for “never”, “no end”: nobody writes them out."""


class Check:
    """A check with its values as text."""

    def __init__(self, view: CheckView, around: Surroundings) -> None:
        self.view, self.around, self.i18n = view, around, around.i18n

    @property
    def ok(self) -> bool:
        """Whether it was met."""
        return self.view.ok

    @property
    def numbers(self) -> tuple[int, int] | None:
        """have and need, when both are numbers that can be written."""
        have, need = self.view.have, self.view.need
        if type(have) is int and type(need) is int and abs(need) < UNBOUNDED:
            return have, need
        return None

    @property
    def have_number(self) -> int:
        """What there was, 0 when that is no number."""
        return self.view.have if type(self.view.have) is int else 0

    def number(self, value: int) -> str:
        """As money or as a count."""
        if abs(value) >= UNBOUNDED:
            return translate("Check", "very many")
        money = self.view.money or self.view.code in MONEY
        return self.i18n.money(value) if money else self.i18n.number(value)

    def name(self, value: Any) -> str:
        """An id, or the name behind it."""
        if isinstance(value, LocalText):
            return self.i18n.text(value)
        return str(value)

    def names(self, value: Any, word: Callable[[Any], str] | None = None) -> str:
        """One or several."""
        word = word or self.name
        many = value if isinstance(value, list | tuple | set | frozenset) else (value,)
        return joined(word(one) for one in many if one not in (None, "")) or translate("Check", "none")

    def days(self) -> str:
        """Spans of days, given as pairs of ordinals."""
        return joined(
            translate("Check", "{since} to {until}").format(since=self.day(since), until=self.day(until))
            if since != until
            else self.day(since)
            for since, until in _pairs(self.view.need)
        )

    def day(self, ordinal: Any) -> str:
        """A day by its ordinal."""
        if type(ordinal) is not int or not 1 <= ordinal <= date.max.toordinal():
            return self.name(ordinal)
        # noon keeps the day whatever the zone
        at = datetime.combine(date.fromordinal(ordinal), datetime.min.time()).replace(hour=12, tzinfo=self.i18n.zone)
        return self.i18n.short_day(at.astimezone(UTC))

    def hours(self) -> str:
        """Stretches of the day, given as pairs of minutes."""
        return joined(
            f"{since // 60:02d}:{since % 60:02d}–{until // 60:02d}:{until % 60:02d}"
            for since, until in _pairs(self.view.need)
        )

    def wall(self, minute: int) -> str:
        """A wall minute as a day."""
        return self.day(minute // DAY)


def _pairs(value: Any) -> list[tuple[int, int]]:
    rows = value if isinstance(value, list | tuple) else ()
    return [
        (row[0], row[1])
        for row in rows
        if isinstance(row, list | tuple) and len(row) == 2 and type(row[0]) is int and type(row[1]) is int
    ]
