"""One reason of several, in a sheet: by a finger, or by its digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.switch import ChoiceRow, chosen_by_digit
from kiosk.ui.widgets.basics import Text

R = TypeVar("R")


class ReasonSheet(Sheet, Generic[R]):
    """One reason of several, by its digit."""

    def __init__(
        self,
        ui: Ui,
        title: Callable[[], str],
        text: Callable[[], str],
        reasons: Sequence[R],
        words: Callable[[R], str],
        chosen: Callable[[R], None],
    ) -> None:
        super().__init__(ui)
        self._title, self._text, self._chosen = title, text, chosen
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self._reasons = tuple(reasons)
        self.rows = [
            ChoiceRow(ui, f"reason_{at}", at, partial(words, reason), partial(self._choose, at - 1))
            for at, reason in enumerate(self._reasons, 1)
        ]
        for line in self.rows:
            self.body.addWidget(line)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.rows[0]

    def retranslate(self) -> None:
        self.title.setText(self._title())
        self.what.setText(self._text())
        self.close_button.say(translate("Sheet", "Close"))
        for line in self.rows:
            line.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        return chosen_by_digit(self.rows, event)

    def _choose(self, at: int) -> None:
        self.close_sheet()
        self._chosen(self._reasons[at])
