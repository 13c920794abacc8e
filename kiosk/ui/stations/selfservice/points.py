"""My points: how many, and where they came from and went."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.selfservice.outcomes import PointsLine
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.time import last_moment
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.campaigns import event_word
from kiosk.ui.words.points import have_words

MOST_ENDS = 2
"""Days on which points run out that are named above the list; the others stand beside what was earned."""


class PointsScreen(ListScreen):
    """The newest first."""

    name = "points"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._lines: tuple[PointsLine, ...] | None = None
        self.waiting()

    def heading(self) -> str:
        return translate("SelfService", "My points")

    def shown(self) -> None:
        visit = self.flow.session.visit
        if visit is not None:
            self.ask(partial(self.flow.api.points_history, visit), self._on_history)

    def _on_history(self, answer: tuple[PointsLine, ...] | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.flow.say(refused(self.flow, answer))
            return
        self._lines = answer
        self.retranslate()

    def retranslate(self) -> None:
        member = self.flow.session.member
        if member is None or self._lines is None:
            return
        i18n = self.ui.i18n
        words = have_words(member.points, i18n)
        for one in member.points_ahead[:MOST_ENDS]:
            good = translate("SelfService", "{n} of them are good until {day}.")
            good = good.format(n=i18n.number(one.points), day=i18n.day(last_moment(one.until)))
            words = f"{words} {good}"
        if member.points_held:
            held = translate("SelfService", "{n} more can be used later.").format(n=i18n.number(member.points_held))
            words = f"{words} {held}"
        self.say_above(spaced(words))
        self.put(self._rows(self._lines), none=translate("SelfService", "Nothing has moved here yet."))

    def _rows(self, lines: tuple[PointsLine, ...]) -> Iterator[QWidget]:
        i18n, now = self.ui.i18n, self.flow.around().now
        for at, one in enumerate(lines):
            line = Line(f"points_{at}")
            kind = event_word(HappeningKind(one.kind)) if one.kind in HappeningKind.__members__.values() else ""
            note = " · ".join(part for part in (kind, i18n.when(one.at, now)) if part)
            if one.settles is not None:
                later = translate("SelfService", "can be used from {day}").format(day=i18n.short_day(one.settles))
                note = f"{note} · {later}"
            elif one.until is not None:
                good = translate("SelfService", "good until {day}").format(day=i18n.day(last_moment(one.until)))
                note = f"{note} · {good}"
            sign = "+" if one.points >= 0 else "−"
            line.say(
                i18n.text(one.rule),
                spaced(note),
                f"{sign} {i18n.number(abs(one.points))}",
                tone="jade" if one.points >= 0 else "red",
            )
            yield line
