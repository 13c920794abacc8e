"""A guest in the desk's table: name with what the search found marked, phone, seat, tags, and the button that signs
them in, or when they came."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.measure import Shape, held
from kiosk.ui.stations.desk.parts import MarkedText, Span
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, Pill, RowButton, Text, column, row

HEIGHT = 56
PHONE, SEAT, TAGS, DEED = 132, 84, 128, 116
"""Design pixels of the columns; the name has the rest."""


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row says. `came`: "✓ 13:58"'s time; `gone`: it is when they left. `standing`: (pill, word) of somebody who
    is not simply expected."""

    name: str
    name_spans: tuple[Span, ...] = ()
    phone: str = ""
    phone_spans: tuple[Span, ...] = ()
    seat: str = ""
    seat_spans: tuple[Span, ...] = ()
    about: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    """(pill, word)"""
    came: str = ""
    gone: bool = False
    standing: tuple[str, str] | None = None


class GuestRow(RowButton):
    """One guest.

    Signals:
        deed_pressed(): the button in the row.
    """

    deed_pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(HEIGHT)
        self.setProperty("kind", "guest")
        self._ui = ui
        space = ui.theme.space
        self.face = RowFace("")
        line = row(self, margins=(space["l"], 2, space["l"], 2), gap=space["m"])
        words = column(gap=0)
        words.addStretch(1)
        self.name = MarkedText(ui, "line_strong")
        self.below = MarkedText(ui, "caption", "ink2")
        words.addWidget(self.name)
        words.addWidget(self.below)
        words.addStretch(1)
        self.phone = MarkedText(ui, "body")
        self.seat = MarkedText(ui, "body")
        held(self.phone, width=PHONE)
        held(self.seat, width=SEAT)
        self._tags = QWidget()
        held(self._tags, width=TAGS)
        tags = row(self._tags, gap=space["xs"])
        self.pills = (Pill("line"), Pill("line"))
        self.more = Text("caption", "ink2")
        for pill in self.pills:
            tags.addWidget(pill)
        tags.addWidget(self.more)
        tags.addStretch(1)
        deed = QWidget()
        held(deed, width=DEED)
        inside = row(deed, gap=space["xs"])
        self.deed = Button("", "strong")
        self.deed.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab stops at the row, and Enter there does it
        self.deed.clicked.connect(self.deed_pressed)
        self.state_sign = QLabel()
        held(self.state_sign, width=20, height=20)
        self.state = ElidedText("body", "jade")
        self.standing = Pill("line")
        inside.addWidget(self.deed, 1)
        inside.addWidget(self.state_sign)
        inside.addWidget(self.state, 1)
        inside.addWidget(self.standing)
        line.addLayout(words, 1)
        for part in (self.phone, self.seat, self._tags, deed):
            line.addWidget(part)
        self.seal()
        self.deed.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        deed.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.toggled.connect(self._mark)

    def write(self, face: RowFace) -> None:
        """Another guest."""
        self.face = face
        tall = self._ui.shape is Shape.TALL
        self.name.write(face.name, face.name_spans)
        self.phone.write(face.phone, face.phone_spans)
        self.phone.setVisible(not tall)
        below = " · ".join(part for part in (face.phone, face.about) if part) if tall else face.about
        self.below.write(below, face.phone_spans if tall else ())
        self.below.setVisible(bool(below))
        self.seat.write(face.seat, face.seat_spans)
        tags = face.tags[: len(self.pills)]
        for pill, shown in zip(self.pills, (*tags, *(None,) * len(self.pills)), strict=False):
            pill.setVisible(shown is not None)
            if shown is not None:
                pill.set(*shown)
        left = len(face.tags) - len(tags)
        self.more.setText(f"+{left}" if left > 0 else "")
        self.more.setVisible(left > 0)
        plain = not face.came and face.standing is None
        self.deed.setVisible(plain)
        for part in (self.state_sign, self.state):
            part.setVisible(bool(face.came))
        self.standing.setVisible(face.standing is not None and not face.came)
        if face.standing is not None:
            self.standing.set(*face.standing)
        self.state.setText(face.came)
        tone = "ink2" if face.came else "ink"
        for text in (self.name, self.phone, self.seat):
            text.set_tone(tone)
        self.state.set_tone("ink2" if face.gone else "jade")
        said = (*(word for _, word in face.tags), face.standing[1] if face.standing is not None else "")
        state = ""
        if face.came:
            state = translate("Desk", "left {time}") if face.gone else translate("Desk", "came {time}")
            state = state.format(time=face.came)
        self.setAccessibleName(aloud(face.name, face.phone, face.about, face.seat, *said, state))
        self.deed.setAccessibleName(aloud(translate("Desk", "Sign in"), face.name))
        self._mark()

    def _mark(self) -> None:
        chosen, icons = self.isChecked(), self._ui.icons
        self.deed.set_kind("primary" if chosen else "")
        self.deed.say(translate("Desk", "Sign in"))
        self.deed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.deed.setIcon(icons.icon("enter", "on_jade", 18) if chosen else QIcon())
        if self.face.came:
            sign = ("leave", "ink2") if self.face.gone else ("check", "jade")
            self.state_sign.setPixmap(icons.pixmap(*sign, 20, self.devicePixelRatioF()))

    def retheme(self) -> None:
        """Another skin or shape."""
        self.write(self.face)


class GuestHead(Panel):
    """What stands above the columns."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "guest_head")
        space = ui.theme.space
        held(self, height=40)
        line = row(self, margins=(space["l"], 0, space["l"], 0), gap=space["m"])
        self.name, self.phone, self.seat, self.tags, self.state = (ElidedText("caption", "ink2") for _ in range(5))
        for part, width in ((self.phone, PHONE), (self.seat, SEAT), (self.tags, TAGS), (self.state, DEED)):
            held(part, width=width)
        line.addWidget(self.name, 1)
        for part in (self.phone, self.seat, self.tags, self.state):
            line.addWidget(part)
        self._listing = False
        self.retranslate()

    def retheme(self) -> None:
        self.phone.setVisible(self.ui.shape is not Shape.TALL)

    def show_titles(self, *, listing: bool) -> None:
        """What the table holds: guests of the list, or who came last."""
        self._listing = listing
        self.retranslate()

    def retranslate(self) -> None:
        self.name.setText(translate("Desk", "Name") if self._listing else translate("Desk", "Came last"))
        self.phone.setText(translate("Desk", "Phone") if self._listing else translate("Desk", "Desk"))
        self.seat.setText(translate("Desk", "Seat"))
        self.tags.setText(translate("Desk", "Tags"))
        self.state.setText("")
        self.retheme()
