"""One of several values, in a line: pressed it is the next one, the arrows beside the value go both ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import ElidedText, RowButton, Text, row

V = TypeVar("V")


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
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back, self.on = Text("lead", "ink2", text="‹"), Text("lead", "ink2", text="›")
        for sign in (self.back, self.on):
            sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            held(sign, width=24)
        line.addWidget(self.name)
        line.addWidget(self.said, 1)
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
