"""How many labels are on the roll of a printer now?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.application.documents.outcomes import PrinterView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.widgets.keypad import Keypad

MOST = 99_999


class RollSheet(Sheet):
    """A number, by keys or by the keypad.

    Signals:
        counted(str, object): printer's id, and how many labels (None: nobody counts them).
    """

    counted = Signal(str, object)

    def __init__(self, ui: Ui, view: PrinterView) -> None:
        super().__init__(ui)
        self._view = view
        self._typed = ""
        self.what = Text("body", "ink2", wrap=True)
        self.number = Text("headline")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.what)
        self.body.addWidget(self.number)
        self.pad = Keypad(ui, pin=True)
        self.pad.pressed.connect(self._press)
        self.body.addWidget(self.pad)
        buttons = row(gap=ui.theme.space["m"])
        self.keep = Button("primary", "strong", key="Enter")
        self.keep.setObjectName("roll_keep")
        self.keep.clicked.connect(self.enter)
        self.uncounted = Button("", "strong")
        self.uncounted.setObjectName("roll_uncounted")
        self.uncounted.clicked.connect(self._on_uncounted)
        buttons.addWidget(self.keep, 1)
        buttons.addWidget(self.uncounted, 1)
        lines = column()
        lines.addLayout(buttons)
        self.body.addLayout(lines)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Printing", "Labels on the roll"))
        self.close_button.say(translate("Sheet", "Close"))
        words = translate("Printing", "How many labels are on the roll of {printer} now? It stands on the roll’s box.")
        self.what.setText(spaced(words.format(printer=self._view.printer.name)))
        self.number.setText(self.ui.i18n.number(int(self._typed)) if self._typed else "–")
        self.keep.say(translate("Printing", "So many"))
        self.keep.setEnabled(bool(self._typed))
        self.uncounted.say(translate("Printing", "Do not count"))

    def _press(self, key: str) -> None:
        if key == Keypad.CLEAR:
            self._typed = ""
        elif key == Keypad.BACK:
            self._typed = self._typed[:-1]
        elif key.isdigit() and int(self._typed + key) <= MOST:
            self._typed = (self._typed + key).lstrip("0")
        self.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        named = {Qt.Key.Key_Backspace: Keypad.BACK, Qt.Key.Key_Delete: Keypad.CLEAR}
        key = named.get(Qt.Key(event.key()), event.text() if event.text().isdigit() else "")
        if not key:
            return False
        self._press(key)
        return True

    def enter(self) -> None:
        if self._typed:
            self.counted.emit(self._view.printer.id, int(self._typed))
            self.close_sheet()

    def _on_uncounted(self) -> None:
        self.counted.emit(self._view.printer.id, None)
        self.close_sheet()
