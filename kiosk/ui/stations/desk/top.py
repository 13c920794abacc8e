"""The line above the desk's page: which event and session, how many have come, who is reached, labels left."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.guests.event import Event, Session
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.texts import LocalText
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.measure import Shape, held
from kiosk.ui.stations.desk.flow import Board, Place
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, Pill, Text, column, row
from kiosk.ui.widgets.camera_view import hint_words

FEW_LABELS = 30
"""Labels left from which on a new roll should lie ready."""


class TopStrip(Panel):
    """Signals:
    event_pressed(): another event or session is wanted.
    doubles_pressed(): what was used twice.
    counts_pressed(): every figure.
    """

    event_pressed = Signal()
    doubles_pressed = Signal()
    counts_pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "header")
        space = ui.theme.space
        held(self, height=64)
        self._place: Place | None = None
        self._state = Board()
        self._desks = 0
        self._status: SyncStatus | None = None
        self._desk = ""
        line = row(self, margins=(space["xl"], 0, space["xl"], 0), gap=space["m"])
        self.change = Button("", "strong", key="F4")
        self.change.setObjectName("desk_event")
        self.change.clicked.connect(self.event_pressed)
        words = column(gap=0)
        words.addStretch(1)
        self.title = ElidedText("lead")
        self.about = ElidedText("caption", "ink2")
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        self.doubles = Button("chip", "caption_strong")
        self.doubles.setObjectName("desk_doubles")
        self.doubles.clicked.connect(self.doubles_pressed)
        self.hint = Pill("warn")
        self.hint.setObjectName("desk_hint")
        self._hint: ScanHint | None = None
        self.labels = Pill("line")
        self.badge = Pill("jade")
        self.came_word = Text("body", "ink2")
        self.came = Text("title")
        self.expected = Text("line", "ink2")
        self.counts = Button("chip", "caption_strong")
        self.counts.setObjectName("desk_counts")
        self.counts.clicked.connect(self.counts_pressed)
        line.addLayout(words, 1)
        line.addWidget(self.hint)
        line.addWidget(self.change)
        line.addWidget(self.doubles)
        line.addWidget(self.badge)
        line.addWidget(self.labels)
        line.addWidget(self.counts)
        line.addWidget(self.came_word)
        line.addWidget(self.came)
        line.addWidget(self.expected)
        self.retranslate()

    def show_place(self, place: Place | None) -> None:
        """What is signed in to."""
        self._place = place
        self.retranslate()

    def show_desks(self, desks: int) -> None:
        """How many desks hold together over the hall's network, this one among them; 0: there is none."""
        self._desks = desks
        self.retranslate()

    def show_state(self, state: Board) -> None:
        """What all desks know together."""
        self._state = state
        self.retranslate()

    def show_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""
        self._status = status
        self.retranslate()

    def show_hint(self, hint: ScanHint | None) -> None:
        """What would help a code that the camera sees and cannot read yet; None: nothing."""
        self._hint = hint
        self._say_hint()

    def _say_hint(self) -> None:
        if self._hint is not None:
            self.hint.set("warn", hint_words(self._hint))
        self.hint.setVisible(self._hint is not None)

    def show_desk(self, name: str) -> None:
        """What this desk is called."""
        self._desk = name
        self.retranslate()

    def retranslate(self) -> None:
        place, state, i18n = self._place, self._state, self.ui.i18n
        self._say_hint()
        event = place.event if place is not None else None
        self.change.say(translate("Desk", "Event"))
        self.change.setAccessibleName(translate("Desk", "Another event or session"))
        for part in (self.doubles, self.labels, self.badge, self.counts, self.came_word, self.came, self.expected):
            part.setVisible(event is not None)
        if place is None or event is None:
            self.title.setText(translate("Desk", "No event chosen"))
            self.about.setText(translate("Desk", "Choose one, or make one here"))
            return
        self.title.setText(i18n.text(event.names))
        self.about.setText(
            about_event(event, place.session, i18n, place.zone.names if place.zone else None, self._desk)
        )
        counts = state.counts
        self.came_word.setText(translate("Desk", "Came"))
        self.came.setText(i18n.number(counts.came))
        self.expected.setText(f"/ {i18n.number(counts.expected)}" if counts.expected else "")
        self.expected.setVisible(bool(counts.expected))
        self.counts.setVisible(event.exits)
        self.counts.say(spaced(translate("Desk", "In the house {n}").format(n=i18n.number(counts.inside))))
        self.doubles.setVisible(bool(state.doubles))
        self.doubles.say(translate("Desk", "%n used twice", None, len(state.doubles)))
        self.doubles.setIcon(self.ui.icons.icon("alert", "warn"))
        left = state.labels_left
        self.labels.setVisible(left is not None and (self.ui.shape is Shape.WIDE or left < FEW_LABELS))
        if left is not None:
            self.labels.set("warn" if left < FEW_LABELS else "line", translate("Desk", "%n label(s) left", None, left))
        kind, words = together_words(self._status, self._desks)
        self.badge.set(kind, f"●  {words}")
        self.badge.setVisible(bool(words))

    def retheme(self) -> None:
        self.retranslate()


def about_event(
    event: Event, session: Session | None, i18n: I18n, zone: LocalText | None = None, desk: str = ""
) -> str:
    """Its day, hours, session, zone, place."""
    at = session or event
    hours = f"{i18n.short_day(at.starts)} {i18n.time(at.starts)}–{i18n.time(at.ends)}"
    parts = (i18n.text(session.names) if session is not None else "", hours, i18n.text(zone), event.place, desk)
    return " · ".join(part for part in parts if part)


def together_words(status: SyncStatus | None, desks: int) -> tuple[str, str]:
    """(pill, words): whether HQ is reached, and how many desks hold together without it."""
    online = status is not None and status.link is Link.ONLINE
    others = translate("Desk", "%n desk(s) together", None, desks) if desks > 1 else ""
    if online or status is None:
        return "jade", others  # that HQ is there the header says
    if others:
        return "warn", spaced(translate("Desk", "HQ away · {desks}").format(desks=others))
    return "warn", translate("Desk", "Alone: no HQ, no other desk")
