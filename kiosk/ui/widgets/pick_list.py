"""A list of which one row is chosen. Arrows move the choice, whatever has the focus, and the list follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.widgets.basics import ListArea, RowButton

ROWS_AT_ONCE = 6
"""Rows made in one turn of the event loop: twenty at once would hold up the screen for longer than 50 ms."""

R = TypeVar("R", bound=RowButton)

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class PickSignals(QObject):
    """What a list tells.

    Signals:
        chosen(int): another row is the chosen one.
        pressed(int): a row was clicked.
        ended(): the choice reaches the last row.
    """

    chosen = Signal(int)
    pressed = Signal(int)
    ended = Signal()


class PickList(ListArea, Generic[R]):
    """Rows are made when they are needed and written anew for other items. The focus may stay elsewhere, as in the
    field that is searched by: then typing goes on after an arrow key."""

    def __init__(
        self, ui: Ui, make: Callable[[], R], write: Callable[[R, int], None], *, gap: int, right: int = 0
    ) -> None:
        """`make` gives an empty row, `write` puts the item of that place into it."""
        super().__init__(gap, right=right)
        self.tells = PickSignals(self)
        self._voice = ui.voice
        self._make, self._write = make, write
        self.lines: list[R] = []
        self.count = 0
        self.at = 0
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._show)

    def put_below(self, widget: QWidget) -> None:
        """Something below the rows."""
        self.rows.insertWidget(self.rows.count() - 1, widget)

    def show_items(self, count: int, at: int = 0) -> None:
        """There are so many items now, and this one is chosen. Rows come from the place of the first on."""
        self.count, self.at = count, max(0, min(at, count - 1))
        self._show()

    def line(self, at: int) -> R | None:
        """The row of an item; None while it is not made, or when there is none."""
        return self.lines[at] if 0 <= at < min(self.count, len(self.lines)) else None

    def step(self, event: QKeyEvent) -> bool:
        """Move the choice by a key. False when the key moves nothing."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.count or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if self.at + step >= self.count - 1:
            self.tells.ended.emit()
        self.choose(max(0, min(len(self.lines) - 1, self.count - 1, self.at + step)))
        return True

    def choose(self, at: int) -> None:
        """This row, which comes into view."""
        before, self.at = self.line(self.at), at
        now = self.line(at)
        if before is not None and before is not now:
            before.setChecked(False)
        if now is None:
            return
        now.setChecked(True)
        if QApplication.focusWidget() in self.lines:
            now.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(now)
        self._voice.say(now, now.accessibleName())  # the focus may be elsewhere
        self.tells.chosen.emit(at)

    def _show(self) -> None:
        for _ in range(min(ROWS_AT_ONCE, self.count - len(self.lines))):
            row = self._make()
            row.setCheckable(True)
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.clicked.connect(self._on_clicked)
            self.rows.insertWidget(len(self.lines), row)
            self.lines.append(row)
        if len(self.lines) < self.count:
            self._more.start()
        for at, row in enumerate(self.lines):
            if at < self.count:
                self._write(row, at)
                row.setChecked(at == self.at)
            row.setVisible(at < self.count)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for at, row in enumerate(self.lines):
            if row is sender:
                row.setChecked(True)
                self.choose(at)
                self.tells.pressed.emit(at)
                return
