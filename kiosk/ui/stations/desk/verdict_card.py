"""The verdict: a colour, a symbol and a word that are read at two metres, whose it is, what there is to know, and what
can be done about it. Between two guests it says that the desk is listening."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel

from kiosk.ui.context import Ui
from kiosk.ui.measure import Shape, held, px
from kiosk.ui.stations.desk.parts import FitName, Shaded
from kiosk.ui.widgets.basics import Button, Panel, Text, column, restyle, row

SIGN = 80
"""Design pixels of the symbol."""
_WORD = ("verdict", "refusal", "s_head", "headline", "title")
_FACTS = ("figure", "lead", "line_strong", "strong", "caption")
_NAME = {Shape.WIDE: ("s_head", "headline", "title", "lead"), Shape.TALL: ("headline", "title", "lead")}


class Deed(StrEnum):
    """What a button of the card does."""

    COMPANION = "companion"
    UNDO = "undo"
    ADD = "add"
    ANSWER = "answer"
    LET_IN = "let_in"
    LEAVE = "leave"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class DeedWords:
    """A button: what it does, what it says, which key does the same."""

    deed: Deed
    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """What the card shows. `colour`: a token of the verdicts; "" between two guests. `notes`: lines of the box."""

    colour: str
    icon: str
    word: str
    at: str = ""
    name: str = ""
    facts: str = ""
    notes: tuple[str, ...] = ()
    first: DeedWords | None = None
    second: DeedWords | None = None


class VerdictCard(Panel):
    """Shows a face.

    Signals:
        pressed(Deed): one of its buttons.
        painted(): a face that was shown with `announce` has been on screen.
    """

    pressed = Signal(object)
    painted = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self.face = Face("", "scan", "")
        self._announce = False
        self._kept = 0
        self._tone = "ink"
        lines = column(self, margins=(space["xxl"] - 4, space["m"], space["xxl"] - 4, space["xl"]), gap=space["xs"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=SIGN, height=SIGN)
        self.word = FitName(ui, _WORD)
        held(self.word, height=SIGN)
        self.at = Text("strong")
        head.addWidget(self._sign)
        head.addWidget(self.word, 1)
        lines.addLayout(head)
        lines.addStretch(1)
        self.name = FitName(ui, _NAME[ui.shape])
        self.facts = FitName(ui, _FACTS)
        whose = row(gap=space["m"])
        whose.addWidget(self.name, 1)
        whose.addWidget(self.at)
        lines.addLayout(whose)
        lines.addWidget(self.facts)
        lines.addStretch(1)
        self._box = Shaded(ui)
        inside = column(self._box, margins=(space["l"], space["m"], space["l"], space["m"]), gap=2)
        self.notes = Text("strong", wrap=True)
        inside.addWidget(self.notes)
        lines.addWidget(self._box)
        lines.addStretch(1)
        buttons = row(gap=space["m"])
        self.first = Button("on_verdict", "lead", rank="large")
        self.first.setObjectName("verdict_first")
        self.first.clicked.connect(self._on_first)
        self.second = Button("ghost_verdict", "lead", rank="large")
        self.second.setObjectName("verdict_second")
        self.second.clicked.connect(self._on_second)
        for button in (self.first, self.second):
            buttons.addWidget(button, 1)
        lines.addLayout(buttons)
        self.show_face(self.face)

    def show_face(self, face: Face, *, announce: bool = False) -> None:
        """Show it; with `announce` it is news: said aloud, and `painted` follows."""
        self.face = face
        asks, idle = face.colour == "guest_ask", not face.colour
        self._tone = "ink" if idle else "on_guest_ask" if asks else "on_guest"
        self.word.setText(face.word)
        self.at.setText(face.at)
        self.name.setText(face.name)
        self.facts.setText(face.facts)
        self.notes.setText("\n".join(face.notes))
        self._kept = len(face.notes)
        for text in (self.word, self.at, self.name, self.facts, self.notes):
            text.set_tone(self._tone)
        for part in (self.at, self.name, self.facts):
            part.setVisible(bool(part.text()))
        self._box.setVisible(bool(face.notes))
        self.first.set_kind("primary" if idle else "on_ask" if asks else "on_verdict")
        self.second.set_kind("" if idle else "ghost_ask" if asks else "ghost_verdict")
        self.retheme()
        self._fit_notes()
        self.update()
        if announce:
            self._announce = True
            self.ui.voice.say(self, face.word, face.name, face.facts, *face.notes, now=True)

    def _say_deeds(self) -> None:
        face = self.face
        for button, deed in ((self.first, face.first), (self.second, face.second)):
            button.setVisible(deed is not None)
            if deed is not None:
                # a narrow card has no room for the key, which the footer names, too
                tall = self.ui.shape is Shape.TALL
                button.say(deed.words if tall or not deed.key else f"{deed.words}  {deed.key}")
                restyle(button, type="strong" if tall else "lead")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_notes()

    def _fit_notes(self) -> None:
        """Where a screen is low the last notes are left out: they are the least of them, and the file (F3) has all."""
        layout, notes = self.layout(), self.face.notes
        if layout is None or not self.isVisible():
            return
        for kept in range(len(notes), 0, -1):
            if kept != self._kept:
                self._kept = kept
                self.notes.setText("\n".join(notes[:kept]))
            layout.invalidate()
            if layout.heightForWidth(self.width()) <= self.height():
                return

    @property
    def idle(self) -> bool:
        """Between two guests."""
        return not self.face.colour

    def retheme(self) -> None:
        self.name.use(_NAME[self.ui.shape])
        self._say_deeds()
        tone = "jade" if self.idle else self._tone
        self._sign.setPixmap(self.ui.icons.pixmap(self.face.icon, tone, SIGN, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.ui.theme
        radius = px(theme.radius["l"]) + 2
        box = self.rect().toRectF()
        if self.idle:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("surface"))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self.face.colour))
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
        super().paintEvent(event)
        if self._announce:
            self._announce = False
            QTimer.singleShot(0, self.painted.emit)

    @Slot()
    def _on_first(self) -> None:
        if self.face.first is not None:
            self.pressed.emit(self.face.first.deed)

    @Slot()
    def _on_second(self) -> None:
        if self.face.second is not None:
            self.pressed.emit(self.face.second.deed)
