"""What sheets have in which something is keyed in: fields with a keypad beside them, what is wrong, and a foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from kiosk.ui.context import Ui
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, Text, row
from kiosk.ui.widgets.keypad import Keypad


class KeyedField(AskedField):
    """A field of a sheet in which one thing after the other is keyed in."""

    def __init__(self, ui: Ui, name: str, longest: int) -> None:
        super().__init__(ui, name, longest=longest)

    def focus(self) -> None:
        """Type here, in place of what is there."""
        super().focus()
        self.field.selectAll()


def beside_keypad(
    body: QVBoxLayout, ui: Ui, left: QLayout, pressed: Callable[[str], None], *, pin: bool = False
) -> tuple[Keypad, Text]:
    """Fields at the left, a keypad at the right, and below both the place where it is said what is wrong. `pressed`: a
    key of the keypad; `pin`: digits alone."""
    sides = row(gap=ui.theme.space["xl"])
    sides.addLayout(left, 2)
    keypad = Keypad(ui, pin=True) if pin else Keypad(ui, rescan=False)
    keypad.pressed.connect(pressed)
    keypad.lend_to_field()
    sides.addWidget(keypad, 1, Qt.AlignmentFlag.AlignBottom)
    body.addLayout(sides)
    problem = Text("body", "red", wrap=True)
    body.addWidget(problem)
    return keypad, problem


def foot(ui: Ui, *others: Button, name: str, work: Callable[[], object]) -> tuple[QHBoxLayout, Button]:
    """The last row of a sheet: what else can be done, and what Enter does."""
    line = row(gap=ui.theme.space["m"])
    for other in others:
        line.addWidget(other)
    go = Button("primary", "lead", key="Enter", rank="large")
    go.setObjectName(name)
    go.clicked.connect(work)
    line.addWidget(go, 1)
    return line, go
