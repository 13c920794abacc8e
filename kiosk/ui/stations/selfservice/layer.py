"""What lies over a page for a moment: are you still there, another code, a code that is refused. Never a dialog: it is
part of the window, and a touch beside it is an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import px
from kiosk.ui.shell.actions import ENTER
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Button, Text, clear, column, row

Words = Callable[[], str]
WIDE = 860
"""Design pixels of the card."""
EDGE = 48
"""Design pixels between its edge and what stands in it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: what it says, what it does; `kind`: s_primary or s_second."""

    name: str
    words: Words
    do: Callable[[], None]
    kind: str = "s_second"


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said or asked; words are asked again in every language. `otherwise`: what a touch beside it, or Esc,
    means. `name`: stable."""

    name: str
    title: Words
    text: Words
    answers: tuple[Answer, ...]
    otherwise: Callable[[], None]


class Layer(QWidget):
    """Dims the page and says something."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._saying: Saying | None = None
        self._buttons: list[tuple[Answer, Button]] = []
        self.card = Box(edge=EDGE, gap=24)
        self.card.setObjectName("layer_card")
        self._title = Text("s_title", wrap=True)
        self._text = Text("s_body", "ink2", wrap=True)
        self._answers = row(gap=20)
        self.card.lines.addWidget(self._title)
        self.card.lines.addWidget(self._text)
        self.card.lines.addSpacing(8)
        self.card.lines.addLayout(self._answers)
        outer = column(self, margins=(24, 24, 24, 24))
        outer.addStretch(1)
        across = row()
        across.addStretch(1)
        across.addWidget(self.card)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(1)
        self.hide()

    @property
    def name(self) -> str:
        """Of what is said now; empty when nothing is."""
        return self._saying.name if self._saying is not None else ""

    def say(self, saying: Saying) -> None:
        """Say it; what was said before gives way."""
        self._saying = saying
        clear(self._answers)
        self._buttons = []
        for answer in saying.answers:
            made = button(answer.kind, f"layer_{answer.name}", answer.do)
            self._buttons.append((answer, made))
            self._answers.addWidget(made, 1)
        self.retranslate()
        self._fit()
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ui.voice.say(self, self._title.text(), self._text.text(), now=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(px(WIDE), max(1, self.width() - px(48)))
        self.card.setFixedWidth(width)
        gaps = px(20) * max(0, len(self._buttons) - 1)
        beside = sum(made.sizeHint().width() for _answer, made in self._buttons) + gaps <= width - 2 * px(EDGE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._answers.setDirection(across if beside else down)

    def put_away(self) -> None:
        """Nothing is said any more."""
        if self._saying is None:
            return
        self._saying = None
        self.hide()
        clear(self._answers)
        self._buttons = []
        self._title.clear()
        self._text.clear()

    def retranslate(self) -> None:
        """Its words, in the language in use."""
        if self._saying is None:
            return
        self._title.setText(self._saying.title())
        self._text.setText(self._saying.text())
        self._text.setVisible(bool(self._text.text()))
        for answer, made in self._buttons:
            made.say(answer.words())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._saying is None:
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self._saying.otherwise()
        elif event.key() in ENTER and self._buttons and not event.isAutoRepeat():
            focused = self.focusWidget()
            pressed = next((made for _answer, made in self._buttons if made is focused), self._buttons[0][1])
            pressed.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._saying is not None and not self.card.geometry().contains(event.position().toPoint()):
            self._saying.otherwise()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ui.theme.colour("scrim", 160))
