"""A code on the screen for the customer: of a receipt where there is no paper, of what their phone opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Text
from kiosk.ui.widgets.qr_view import QrView

SIDE = 300


@dataclass(frozen=True, slots=True)
class CodeWords:
    """`name`: of the code, for who cannot see it; `below`: what it is of ("" for nothing); `what`: what is done with
    it."""

    title: str
    name: str
    what: str
    below: str = ""


class CodeSheet(Sheet):
    """To be scanned or photographed."""

    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, code: str, words: Callable[[], CodeWords]) -> None:
        """`words`: in the language in use."""
        super().__init__(ui)
        self._words = words
        self.code = QrView(code, SIDE)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.below = Text("lead", wrap=True)
        self.below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.below)
        self.what = Text("body", "ink2", wrap=True)
        self.what.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.what)
        self.retranslate()

    def retranslate(self) -> None:
        words = self._words()
        self.title.setText(words.title)
        self.close_button.say(translate("Sheet", "Close"))
        self.code.setAccessibleName(words.name)
        self.below.setText(words.below)
        self.below.setVisible(bool(words.below))
        self.what.setText(words.what)
