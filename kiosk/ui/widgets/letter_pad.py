"""A field to search by, with keys on the screen for those who have no keyboard at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import Button, Panel, column, row

LINES = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm-/.")
"""Digits, the letters of pinyin and names, and what stands in numbers of receipts, days and amounts."""


class LetterPad(Panel):
    """Digits and Latin letters; Chinese comes from the system's input method, or as pinyin.

    Signals:
        pressed(str): a sign, or one of BACK, CLEAR.
    """

    BACK, CLEAR = "back", "clear"
    pressed = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        lines = column(self, gap=ui.theme.space["xs"])
        self._keys: dict[str, Button] = {}
        for at, signs in enumerate(LINES):
            line = row(gap=ui.theme.space["xs"])
            names = [*signs, *((self.BACK,) if at == 2 else ())]
            for name in names:
                line.addWidget(self._made(name), 1)
            lines.addLayout(line)
        last = row(gap=ui.theme.space["xs"])
        last.addWidget(self._made(" "), 3)
        last.addWidget(self._made(":"), 1)
        last.addWidget(self._made(self.CLEAR), 1)
        lines.addLayout(last)
        self.retheme()
        self.retranslate()

    def _made(self, name: str) -> Button:
        key = Button("key", "strong" if len(name) == 1 else "body")
        key.setObjectName(f"letter_{'space' if name == ' ' else name}")
        key.setProperty("dense", True)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has them all; the focus stays in the field
        held(key, least_width=44)
        key.clicked.connect(self._on_clicked)
        self._keys[name] = key
        return key

    def key(self, name: str) -> Button:
        """One of the keys."""
        return self._keys[name]

    def retheme(self) -> None:
        self._keys[self.BACK].setIcon(self.ui.icons.icon("backspace", "ink2", 24))
        self._keys[self.BACK].setIconSize(QSize(px(24), px(24)))

    def retranslate(self) -> None:
        for name, key in self._keys.items():
            if len(name) == 1:
                key.say(name)
        self._keys[" "].say(translate("Keypad", "Blank"))
        self._keys[self.BACK].setAccessibleName(translate("Keypad", "Delete one sign"))
        self._keys[self.CLEAR].say(translate("Keypad", "Clear"))

    def _on_clicked(self) -> None:
        sender = self.sender()
        for name, key in self._keys.items():
            if key is sender:
                self.pressed.emit(name)


class TypedField(Panel):
    """A text field and, on demand, its keys on the screen.

    Signals:
        edited(): what stands there is another text.
        entered(): Enter.
        pad_shown(bool): the keys were opened or put away.
    """

    edited = Signal()
    entered = Signal()
    pad_shown = Signal(bool)

    def __init__(self, ui: Ui, name: str, *, longest: int = 40, pad_apart: bool = False) -> None:
        """`name`: the field's object name. `pad_apart`: whoever has the field puts its `pad` where there is room."""
        super().__init__(ui)
        lines = column(self, gap=ui.theme.space["s"])
        line = row(gap=ui.theme.space["s"])
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName(name)
        self.field.setMaxLength(longest)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.entered)
        self.keys = Button("", "strong")
        self.keys.setObjectName(f"{name}_keys")
        self.keys.setCheckable(True)
        self.keys.clicked.connect(self._on_keys)
        line.addWidget(self.field, 1)
        line.addWidget(self.keys)
        lines.addLayout(line)
        self.pad = LetterPad(ui)
        self.pad.hide()
        self.pad.pressed.connect(self._on_pressed)
        if not pad_apart:
            lines.addWidget(self.pad)
        self.retranslate()

    def text(self) -> str:
        """What stands there, without blanks around."""
        return self.field.text().strip()

    def close_pad(self) -> None:
        """Put the keys away."""
        if self.keys.isChecked():
            self.keys.setChecked(False)
            self.pad.hide()
            self.pad_shown.emit(False)

    def ask(self, words: str) -> None:
        """What is wanted: shown while the field is empty, and its name for who cannot see it."""
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def retranslate(self) -> None:
        self.keys.say(translate("Keypad", "Keys"))
        self.keys.setAccessibleName(translate("Keypad", "Keys on the screen"))
        self.keys.setToolTip(translate("Keypad", "Keys on the screen"))

    def take(self, event: QKeyEvent) -> bool:
        """A key that was pressed while something else had the focus: text goes on here. False when it is none."""
        text = event.text()
        command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        erases = event.key() == Qt.Key.Key_Backspace
        if command or not (erases or (text and text.isprintable() and text != " ")):
            return False
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_pressed(LetterPad.BACK if erases else text)
        return True

    def _on_keys(self) -> None:
        self.pad.setVisible(self.keys.isChecked())
        self.pad_shown.emit(self.keys.isChecked())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pressed(self, name: str) -> None:
        if name == LetterPad.CLEAR:
            self.field.clear()
        elif name == LetterPad.BACK:
            self.field.backspace()
        else:
            self.field.insert(name)
        self.edited.emit()
