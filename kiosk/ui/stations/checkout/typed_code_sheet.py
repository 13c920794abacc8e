"""A code is keyed in: a public one of a campaign, or any other that no scanner reads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Button, Text
from kiosk.ui.widgets.letter_pad import TypedField

_LONGEST = 400


class TypedCodeSheet(Sheet):
    """One field; what stands in it is taken as if it had been scanned."""

    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, clock: Clock, take: Callable[[ScanEvent], None]) -> None:
        """`take`: what a scan does."""
        super().__init__(ui)
        self._clock, self._take = clock, take
        self.typed = TypedField(ui, "code_field", longest=_LONGEST)
        self.typed.entered.connect(self._on_return)
        self.body.addWidget(self.typed)
        self.hint = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self.use = Button("primary", "action", key="Enter", rank="action")
        self.use.setObjectName("use_code")
        self.use.clicked.connect(self._on_return)
        self.body.addWidget(self.use)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.typed.field

    def own_key(self, event: QKeyEvent) -> bool:
        return self.typed.take(event)

    def retranslate(self) -> None:
        self.title.setText(translate("Code", "Key in a code"))
        self.close_button.say(translate("Sheet", "Close"))
        self.typed.ask(translate("Code", "The code as the customer says it"))
        self.hint.setText(translate("Code", "Capitals, blanks and dashes make no difference."))
        self.use.say(translate("Code", "Use the code"))

    def _on_return(self) -> None:
        text = self.typed.text()
        if not text:
            return
        self.close_sheet()
        self._take(ScanEvent(text, Symbology.UNKNOWN, ScanSource.TYPED, None, None, self._clock.mono_ms() / 1000))
