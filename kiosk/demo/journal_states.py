"""States of the readable journal, for pictures and tests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.application.journal.outcomes import Topic
from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.stations import StationRole

AUDITOR_NUMBER = 5
"""In the list of staff."""


def journal_stage(theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
    """A terminal that shows the journal, nobody signed in."""
    return Stage(theme, language, size, role=StationRole.JOURNAL)


def _today(stage: Stage) -> None:
    stage.sign_in(AUDITOR_NUMBER)


def _sale(stage: Stage) -> None:
    _today(stage)
    stage.journal.page.choose_topic(Topic.SALES)


def _overrides(stage: Stage) -> None:
    _today(stage)
    stage.journal.page.choose_topic(Topic.OVERRIDES)


def _searched(stage: Stage) -> None:
    _today(stage)
    stage.key(Qt.Key.Key_F3)
    stage.type("460")
    stage.key(Qt.Key.Key_Return)


def _none(stage: Stage) -> None:
    _today(stage)
    stage.journal.page.choose_topic(Topic.REFUSALS)


def _before(stage: Stage) -> None:
    _today(stage)
    stage.key(Qt.Key.Key_Left)


def _keys(stage: Stage) -> None:
    _today(stage)
    tap(stage, "journal_search_keys", "letter_4", "letter_6")


def _switch(stage: Stage) -> None:
    _today(stage)
    stage.key(Qt.Key.Key_F9, modifiers=Qt.KeyboardModifier.ControlModifier)


JOURNAL_STATES: dict[str, Callable[[Stage], None]] = {
    "journal": _today,
    "journal_sale": _sale,
    "journal_overrides": _overrides,
    "journal_search": _searched,
    "journal_none": _none,
    "journal_before": _before,
    "journal_keys": _keys,
    "station_switch": _switch,
}
"""Name → how to get there from `journal_stage`."""
