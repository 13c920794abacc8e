"""Small parts of the console: a field with its name, a line of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import ElidedText, Panel, Pill, RowButton, Text, column, row


class Field(Panel):
    """A name and a field below it. Enter goes on to the page.

    Signals:
        edited(): what stands there is another text.
    """

    edited = Signal()

    def __init__(self, ui: Ui, name: str, longest: int = 200) -> None:
        super().__init__(ui)
        lines = column(self, gap=2)
        self.ask = Text("caption", "ink2")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setProperty("type", "body")
        self.field.setMaxLength(longest)
        self.field.textChanged.connect(self.edited)
        lines.addWidget(self.ask)
        lines.addWidget(self.field)

    def say(self, ask: str, hint: str = "") -> None:
        """What is wanted."""
        self.ask.setText(ask)
        self.field.setAccessibleName(ask)
        self.field.setPlaceholderText(hint)

    def text(self) -> str:
        """Without blanks around."""
        return self.field.text().strip()

    def start(self) -> QWidget:
        """Where typing goes."""
        return self.field


class Lines(Panel):
    """A name and a field for several lines. Tab leaves it.

    Signals:
        edited(): what stands there is another text.
    """

    edited = Signal()

    def __init__(self, ui: Ui, name: str, height: int) -> None:
        super().__init__(ui)
        lines = column(self, gap=2)
        self.ask = Text("caption", "ink2")
        self.field = QPlainTextEdit()
        self.field.setObjectName(name)
        self.field.setProperty("touch", True)
        self.field.setProperty("type", "body")
        self.field.setTabChangesFocus(True)
        held(self.field, least_height=height)
        self.field.textChanged.connect(self.edited)
        lines.addWidget(self.ask)
        lines.addWidget(self.field, 1)

    def say(self, ask: str, hint: str = "") -> None:
        """What is wanted."""
        self.ask.setText(ask)
        self.field.setAccessibleName(ask)
        self.field.setPlaceholderText(hint)

    def text(self) -> str:
        """Everything that stands there."""
        return self.field.toPlainText()


class DrawRow(RowButton):
    """A draw in the list, or a winner."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(56)
        space = ui.theme.space
        line = row(self, margins=(space["l"], 4, space["l"], 4), gap=space["m"])
        self.pill = Pill("line")
        self.name = ElidedText("strong")
        self.detail = ElidedText("body", "ink2")
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.pill)
        line.addWidget(self.name, 3)
        line.addWidget(self.detail, 2)
        self.seal()

    def write(self, kind: str, pill: str, name: str, detail: str) -> None:
        """What it says."""
        self.pill.set(kind, pill)
        self.pill.setVisible(bool(pill))
        self.name.setText(name)
        self.detail.setText(detail)
        self.setAccessibleName(" · ".join(part for part in (pill, name, detail) if part))
