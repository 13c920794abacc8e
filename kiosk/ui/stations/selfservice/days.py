"""Days with a check-in: a week in a row at home, a month on the page of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.application.selfservice.outcomes import CheckInDays
from kiosk.ui.i18n import I18n, aloud, spaced, translate
from kiosk.ui.measure import held, spaced_out
from kiosk.ui.stations.selfservice.parts import Slab
from kiosk.ui.stations.selfservice.words import weekday
from kiosk.ui.widgets.basics import ElidedText, Text, column, restyle, row
from kiosk.ui.words.rewards import reward_sentence

BEFORE, AHEAD = 5, 1
"""Days of the row before and after today."""


class Day(Slab):
    """One day of the row."""

    def __init__(self, at: int, pressed: Callable[[], None]) -> None:
        super().__init__(f"day_{at}", "s_day")
        lines = column(self, margins=(4, 4, 4, 4), gap=2)
        self.day, self.mark = ElidedText("s_note"), ElidedText("s_strong")
        lines.addStretch(1)
        for label in (self.day, self.mark):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(label)
        lines.addStretch(1)
        held(self, least_height=92)
        self.clicked.connect(pressed)
        self.seal()

    def show_day(self, day: date, days: CheckInDays) -> None:
        """A day, and how it stands."""
        today, done = day == days.today, day in days.done
        state = "done" if done else "now" if today else ""
        restyle(self, state=state)
        tone = "on_jade" if done else "red" if today else "ink3"
        self.day.set_tone(tone)
        self.mark.set_tone(tone)
        self.day.setText(translate("SelfService", "Today") if today else weekday(day))
        words = (
            translate("SelfService", "Tap") if today else translate("SelfService", "next") if day > days.today else "–"
        )
        self.mark.setText("✓" if done else words)
        self.setEnabled(today and not done)
        told = translate("SelfService", "checked in") if done else self.mark.text()
        self.setAccessibleName(aloud(self.day.text(), told))


class DayRow(QWidget):
    """The days before, today, tomorrow."""

    def __init__(self, check_in: Callable[[], None]) -> None:
        super().__init__()
        line = row(self, gap=8)
        self.days = [Day(at, check_in) for at in range(BEFORE + 1 + AHEAD)]
        for day in self.days:
            line.addWidget(day, 1)

    def show_days(self, days: CheckInDays) -> None:
        """How they stand."""
        for at, day in enumerate(self.days):
            day.show_day(days.today + timedelta(days=at - BEFORE), days)


def streak_words(days: CheckInDays, i18n: I18n) -> str:
    """“6 days in a row · tomorrow: 200 points”."""
    streak = translate("SelfService", "%n day(s) in a row", None, days.streak) if days.streak else ""
    brings = days.tomorrow_brings if days.done_today else days.today_brings
    next_time = ""
    if brings:
        later, now = translate("SelfService", "tomorrow: {gift}"), translate("SelfService", "today: {gift}")
        next_time = (later if days.done_today else now).format(gift=reward_sentence(brings, i18n))
    return spaced(" · ".join(part for part in (streak, next_time) if part))


class Month(QWidget):
    """The days of a month, Monday first; those with a check-in are marked by colour and sign."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced_out(grid, (0, 0, 0, 0), 8)
        self._names = [Text("s_note", "ink2") for _ in range(7)]
        self._days = [_Cell() for _ in range(42)]
        for at, name in enumerate(self._names):
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(name, 0, at)
        for at, cell in enumerate(self._days):
            grid.addWidget(cell, 1 + at // 7, at % 7)

    def show_days(self, days: CheckInDays) -> None:
        """The month of today."""
        first = days.today.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        for at, name in enumerate(self._names):
            name.setText(weekday(monday + timedelta(days=at)))
        for at, cell in enumerate(self._days):
            day = monday + timedelta(days=at)
            cell.show_day(day if day.month == first.month else None, days)
            if at % 7 == 0:
                week = [monday + timedelta(days=at + one) for one in range(7)]
                used = any(one.month == first.month for one in week)
                for other in self._days[at : at + 7]:
                    other.setVisible(used)


class _Cell(Text):
    """A day of the month."""

    def __init__(self) -> None:
        super().__init__("s_note")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self, least_height=52)

    def show_day(self, day: date | None, days: CheckInDays) -> None:
        if day is None:
            self.setText("")
            restyle(self, day="")
            return
        done, today = day in days.done, day == days.today
        self.setText(f"✓{day.day}" if done else str(day.day))
        restyle(self, day="done" if done else "now" if today else "")
        self.set_tone("on_jade" if done else "red" if today else "ink" if day < days.today else "ink3")
