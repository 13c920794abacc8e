"""One question with two answers, in a sheet: Enter is the first, Esc the second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.actions import ENTER
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, Text

BOUNCE_MS = 400
"""An Enter this soon after the question came up was not meant for it."""


@dataclass(frozen=True, slots=True)
class AskWords:
    """What is asked, what there is to know about it, and what the answers say."""

    title: str
    text: str
    yes: str
    no: str


class AskSheet(Sheet):
    """Asks once. `words`, asked again in every language, says it; `yes` is done once the sheet is gone; anything else
    (no, Esc, another sheet) changes nothing."""

    wide = True  # a question with a figure in it is never cut

    def __init__(self, ui: Ui, clock: Clock, words: Callable[[], AskWords], yes: Callable[[], None]) -> None:
        super().__init__(ui)
        self._clock, self._words, self._yes = clock, words, yes
        self._since = clock.mono_ms()
        self.text = Text("lead", wrap=True)
        self.yes = Button("primary", "action", key="Enter", rank="action")
        self.yes.setObjectName("ask_yes")
        self.yes.clicked.connect(self._agree)
        self.no = Button("", "strong", key="Esc")
        self.no.setObjectName("ask_no")
        self.no.clicked.connect(self.close_sheet)
        for part in (self.text, self.yes, self.no):
            self.body.addWidget(part)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.yes

    def retranslate(self) -> None:
        words = self._words()
        self.title.setText(words.title)
        self.text.setText(words.text)
        self.yes.say(words.yes)
        self.no.say(words.no)
        self.close_button.say(translate("Sheet", "Close"))

    def own_key(self, event: QKeyEvent) -> bool:
        return event.key() in ENTER and self._clock.mono_ms() - self._since < BOUNCE_MS

    def enter(self) -> None:
        self._agree()

    def _agree(self) -> None:
        self.close_sheet()
        self._yes()
