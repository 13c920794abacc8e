"""Keys on screen for touch and mouse; the keyboard's own digits do the same through the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import px, spaced_out
from kiosk.ui.widgets.basics import Button, Panel


class Keypad(Panel):
    """Amount or PIN keys; `rescan`: among those of an amount, one that wakes the scanner.

    Signals:
        pressed(str): "0"–"9", "00", "." or one of BACK, CLEAR, RESCAN.
    """

    BACK, CLEAR, RESCAN = "back", "clear", "rescan"
    pressed = Signal(str)

    def __init__(self, ui: Ui, *, pin: bool = False, rescan: bool = True) -> None:
        super().__init__(ui)
        grid = QGridLayout(self)
        spaced_out(grid, (0, 0, 0, 0), ui.theme.space["s"])
        self._keys: dict[str, Button] = {}
        places: list[tuple[str, int, int, int]] = [
            *((str(digit), 2 - (digit - 1) // 3, (digit - 1) % 3, 1) for digit in range(1, 10)),
        ]
        if pin:
            places += [(self.CLEAR, 3, 0, 1), ("0", 3, 1, 1), (self.BACK, 3, 2, 1)]
        else:
            places += [("0", 3, 0, 2), (".", 3, 2, 1 if rescan else 2)]
            places += [(self.BACK, 0, 3, 1), (self.CLEAR, 1, 3, 1), ("00", 2, 3, 1)]
            places += [(self.RESCAN, 3, 3, 1)] if rescan else []
        for name, line, place, span in places:
            key = Button("key", "key" if name[0] in "0123456789." else "body")
            key.setObjectName(f"key_{name}")
            key.clicked.connect(self._on_clicked)
            grid.addWidget(key, line, place, 1, span)
            self._keys[name] = key
        for at in range(4 if not pin else 3):
            grid.setColumnStretch(at, 1)
        # One stop for Tab would do for digits, which the keyboard has anyway; the words among the keys are reached.
        self.retheme()
        self.retranslate()

    def key(self, name: str) -> Button:
        """One of the keys."""
        return self._keys[name]

    def lend_to_field(self) -> None:
        """The keys write into a field, which keeps the focus: the keyboard has them all."""
        for key in self._keys.values():
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def retheme(self) -> None:
        self._keys[self.BACK].setIcon(self.ui.icons.icon("backspace", "ink2", 24))
        self._keys[self.BACK].setIconSize(QSize(px(24), px(24)))

    def retranslate(self) -> None:
        for name, key in self._keys.items():
            if name[0] in "0123456789.":
                key.say(name)
        self._keys[self.BACK].setAccessibleName(translate("Keypad", "Delete one digit"))
        self._keys[self.CLEAR].say(translate("Keypad", "Clear"))
        if self.RESCAN in self._keys:
            self._keys[self.RESCAN].say(translate("Keypad", "Rescan"))

    def _on_clicked(self) -> None:
        sender = self.sender()
        for name, key in self._keys.items():
            if key is sender:
                self.pressed.emit(name)


def press_in(field: QLineEdit, key: str) -> None:
    """What a key on the screen does to a field."""
    if key == Keypad.CLEAR:
        field.clear()
    elif key == Keypad.BACK:
        field.backspace()
    else:
        field.insert(key)
