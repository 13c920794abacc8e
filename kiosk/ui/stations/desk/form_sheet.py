"""A sheet with fields below each other, one button that does it, and keys on the screen for whichever field is typed
into. Enter goes from field to field, and at the last one does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.widgets.letter_pad import LetterPad


class FormSheet(Sheet):
    """Subclasses give `fields` to `build`, say words in `retranslate`, and do it in `submit`."""

    wide = True

    def __init__(self, ui: Ui, name: str) -> None:
        """`name`: what the object names of its buttons begin with."""
        super().__init__(ui)
        self.fields: tuple[AskedField, ...] = ()
        self._last: AskedField | None = None
        self.busy = False
        """It is being made durable."""
        self.lines = column(gap=ui.theme.space["m"])
        self.pad = LetterPad(ui)
        self.problem = Text("strong", "red", wrap=True)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName(f"{name}_go")
        self.go.clicked.connect(self._on_go)
        self.keys = Button("", "strong", rank="action")
        self.keys.setObjectName(f"{name}_keys")
        self.keys.setProperty("shared_keys", True)
        self.keys.setCheckable(True)
        held(self.keys, least_width=96)
        self.keys.clicked.connect(self._on_keys)
        self.pad.pressed.connect(self._on_pressed)

    def build(self, fields: Sequence[AskedField], parts: Sequence[QWidget] = ()) -> None:
        """Two fields a line, then other parts."""
        self.fields = tuple(fields)
        self._last = self.fields[0]
        space = self.ui.theme.space
        for at in range(0, len(self.fields), 2):
            line = row(gap=space["l"])
            for field in self.fields[at : at + 2]:
                line.addWidget(field, 1)
            self.lines.addLayout(line)
        for part in parts:
            self.lines.addWidget(part)
        self.body.addLayout(self.lines)
        self.body.addWidget(self.pad)
        self.pad.hide()
        self.body.addWidget(self.problem)
        foot = row(gap=space["m"])
        foot.addWidget(self.keys)
        foot.addWidget(self.go, 1)
        self.body.addLayout(foot)
        self.problem.hide()

    def start_focus(self) -> QWidget:
        first = next((field for field in self.fields if not field.text()), self.fields[0])
        return first.field

    def retranslate(self) -> None:
        self.close_button.say(translate("Sheet", "Close"))
        self.keys.say(translate("Keypad", "Keys"))
        self.keys.setAccessibleName(translate("Keypad", "Keys on the screen"))

    def miss(self, words: str, field: AskedField | None = None) -> None:
        """Something is missing or wrong; "": nothing any more."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            self.ui.voice.say(self, words, now=True)
        if field is not None:
            field.focus()

    def enter(self) -> None:
        """To the next field; after the last one, do it."""
        at = next((at for at, field in enumerate(self.fields) if field.focused), len(self.fields) - 1)
        if at + 1 < len(self.fields):
            self.fields[at + 1].focus()
        else:
            self.submit()

    def submit(self) -> None:
        """Do what the sheet is there for."""
        raise NotImplementedError

    def close_sheet(self) -> None:
        if not self.busy:  # what is being recorded is waited for: what becomes of it has to be said
            super().close_sheet()

    @Slot()
    def _on_go(self) -> None:
        if not self.busy:
            self.submit()

    @Slot()
    def _on_keys(self) -> None:
        self.make_room(keys=self.keys.isChecked())
        self.pad.setVisible(self.keys.isChecked())
        self._typed_into().focus()

    def make_room(self, *, keys: bool) -> None:
        """While the keys are on the screen, what is not typed into may have to give way."""

    @Slot(str)
    def _on_pressed(self, key: str) -> None:
        self._typed_into().press(key)

    def _typed_into(self) -> AskedField:
        self._last = next((field for field in self.fields if field.focused), self._last) or self.fields[0]
        return self._last
