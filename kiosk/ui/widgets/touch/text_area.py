"""Several lines of words, with what a line has: as much of `QLineEdit` as fields and typist use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from kiosk.ui.measure import px

PADDING = 20
"""Design pixels above and below the lines, frame included, together."""


def units(text: str) -> int:
    """How long Qt says a text is: in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


class TextArea(QPlainTextEdit):
    """Words that wrap. It scrolls when there are more lines than are shown.

    Signals:
        textEdited(): somebody changed the text.
    """

    textEdited = Signal()  # noqa: N815  (as QLineEdit calls it)

    def __init__(self, lines: int, longest: int) -> None:
        """`lines`: shown at a time. `longest`: of the text, in units of UTF-16."""
        super().__init__()
        self._lines, self._longest = lines, longest
        self._given = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Put a text there; nothing can be undone then."""
        self._given = True
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._given = False

    def cursorPosition(self) -> int:
        """Where the caret is, in units of UTF-16."""
        return self.textCursor().position()

    def selectedText(self) -> str:
        """What is marked."""
        return self.textCursor().selectedText()

    def maxLength(self) -> int:
        """How long the text may be, in units of UTF-16."""
        return self._longest

    def at_edge(self, down: bool) -> bool:
        """Whether the caret stands in the last line (the first, not `down`), so that it cannot move further."""
        cursor = self.textCursor()
        return not cursor.movePosition(QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).lineSpacing()
        return QSize(px(200), self._lines * line + px(PADDING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down
        leaves = (down or event.key() == Qt.Key.Key_Up) and self.at_edge(down)
        if leaves or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        text = self.toPlainText()
        if units(text) > self._longest:
            cursor = self.textCursor()
            cursor.setPosition(self._longest)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            return  # which comes here again
        if not self._given:
            self.textEdited.emit()
