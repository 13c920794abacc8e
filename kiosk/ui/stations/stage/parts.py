"""Small parts of the console: a field with its name, a line of a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import ElidedText, Panel, Pill, RowButton, Text, column, row


class Field(Panel):
    """A name and a field below it, with a button `beside` it or not. Enter goes on to the page.

    Signals:
        edited(): what stands there is another text.
    """

    edited = Signal()

    def __init__(self, ui: Ui, name: str, longest: int = 200, beside: QWidget | None = None) -> None:
        super().__init__(ui)
        lines = column(self, gap=2)
        self.ask = Text("caption", "ink2")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setProperty("type", "body")
        self.field.setMaxLength(longest)
        self.field.textChanged.connect(self.edited)
        lines.addWidget(self.ask)
        line = row(gap=ui.theme.space["m"])
        line.addWidget(self.field, 1)
        if beside is not None:
            line.addWidget(beside)
        lines.addLayout(line)

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
        self._gap, self._margin = px(space["m"]), px(space["l"])
        self.pill = Pill("line")
        self.name = ElidedText("strong")
        self.detail = ElidedText("body", "ink2")
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.pill)
        line.addWidget(self.name, 1)
        line.addWidget(self.detail)
        self.seal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share()

    def _share(self) -> None:
        """The detail is cut only where the name has no room to give away, and never to less than two fifths."""
        pill = self.pill.sizeHint().width() + self._gap if not self.pill.isHidden() else 0
        room = self.width() - pill - self._gap - 2 * self._margin
        name, detail = (part.fontMetrics().horizontalAdvance(part.text()) + 2 for part in (self.name, self.detail))
        self.detail.setFixedWidth(max(0, min(detail, max(2 * room // 5, room - name))))

    def write(self, kind: str, pill: str, name: str, detail: str) -> None:
        """What it says."""
        self.pill.set(kind, pill)
        self.pill.setVisible(bool(pill))
        self.name.setText(name)
        self.detail.setText(detail)
        self._share()
        self.setAccessibleName(" · ".join(part for part in (pill, name, detail) if part))
