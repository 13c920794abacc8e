"""One of several values, in a line: pressed it is the next one, the arrows beside the value go both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud
from kiosk.ui.measure import held, px, respace, spaced_out
from kiosk.ui.widgets.basics import ElidedText, RowButton, Text, restyle, row

V = TypeVar("V")

_ARROW = 24
"""Design pixels."""


class ChoiceSignals(QObject):
    """What a choice tells.

    Signals:
        changed(): another value is chosen.
    """

    changed = Signal()


class Choice(RowButton, Generic[V]):
    """A name and a value. ← and → choose, as does pressing; ↑ and ↓ are the list's."""

    def __init__(
        self, ui: Ui, name: str, label: Callable[[], str], values: Sequence[V], words: Callable[[V], str], value: V
    ) -> None:
        """`label` and `words` are asked in the language in use. A `value` that is none of `values` is one more."""
        super().__init__(48)
        self.setObjectName(name)
        self.tells = ChoiceSignals(self)
        self._label, self._words = label, words
        self.values = tuple(values) if value in values else (*values, value)
        self.value = value
        space = ui.theme.space
        line = row(self, margins=(space["m"], 2, space["s"], 2), gap=space["s"])
        self.name = Text("body", "ink2")
        self.said = ElidedText("strong")
        self._ui = ui
        self._words_box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced_out(self._words_box, (0, 0, 0, 0), space["s"])
        self._words_box.addWidget(self.name)
        self._words_box.addWidget(self.said, 1)
        self.back, self.on = Text("lead", "ink2", text="‹"), Text("lead", "ink2", text="›")
        for sign in (self.back, self.on):
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            held(sign, width=_ARROW)
        line.addLayout(self._words_box, 1)
        line.addWidget(self.back)
        line.addWidget(self.on)
        self.seal()
        self._pressed = QPoint(px(10_000), 0)
        self.clicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words again."""
        self.name.setText(self._label())
        self.said.setText(self._words(self.value))
        self.setAccessibleName(aloud(self.name.text(), self.said.text()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Name and value beside each other where both have room, else the value below the name, smaller if it must."""
        room = self.width() - px(self._ui.theme.space["m"] + 3 * self._ui.theme.space["s"] + 2 * _ARROW)
        beside = self._wide("body", self.name) + self._wide("strong", self.said) + px(self._ui.theme.space["s"])
        stacked = beside > room
        smaller = stacked and self._wide("strong", self.said) > room
        restyle(self.name, type="caption" if stacked else "body")
        restyle(self.said, type="caption" if smaller else "strong")
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._words_box.direction() != direction:
            self._words_box.setDirection(direction)
            respace(self._words_box, (0, 0, 0, 0), 0 if stacked else self._ui.theme.space["s"])
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        self.said.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _wide(self, style: str, text: Text) -> int:
        font = self._ui.theme.font(self._ui.i18n.language, style)
        return QFontMetrics(font).horizontalAdvance(text.text()) + 2

    def choose(self, step: int) -> None:
        """The value so many places on; behind the last comes the first."""
        self.value = self.values[(self.values.index(self.value) + step) % len(self.values)]
        self.retranslate()
        self.tells.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(step)

    def _on_clicked(self) -> None:
        # by keyboard there was no press; a finger on the left arrow, or just beside it, means it
        at, self._pressed = self._pressed, QPoint(px(10_000), 0)
        self.choose(-1 if at.x() < self.on.x() and at.x() >= self.back.x() - px(10) else 1)
