"""F4: which event and session this desk signs in to; from here also a new event, or a list from a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.guests.outcomes import EventView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.desk.flow import Place
from kiosk.ui.stations.desk.top import about_event
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.pick_list import PickList

TALL = 320
"""Design pixels of the list."""


class EventRow(RowButton):
    """An event, or one of its sessions."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(68)
        space = ui.theme.space
        line = row(self, margins=(space["l"], 4, space["l"], 4), gap=space["m"])
        words = column(gap=0)
        words.addStretch(1)
        self.name = ElidedText("lead")
        self.about = ElidedText("caption", "ink2")
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addStretch(1)
        self.state = Pill("line")
        self.count = Text("body", "ink2")
        self.cap = KeyCap("")
        line.addLayout(words, 1)
        line.addWidget(self.count)
        line.addWidget(self.state)
        line.addWidget(self.cap)
        self.seal()

    def write(self, name: str, about: str, count: str, state: tuple[str, str], number: int) -> None:
        """Another one."""
        self.name.setText(name)
        self.about.setText(about)
        self.count.setText(count)
        self.state.set(*state)
        self.state.setVisible(bool(state[1]))
        self.cap.setText(str(number))
        self.cap.setVisible(number <= 9)
        self.setAccessibleName(aloud(name, about, count, state[1]))


class EventsSheet(Sheet):
    """Signals:
    chosen(Place): this one.
    new_wanted(): an event is made here.
    list_wanted(): a file of guests.
    """

    chosen = Signal(object)
    new_wanted = Signal()
    list_wanted = Signal()
    wide = True

    def __init__(self, ui: Ui, events: Sequence[EventView], now: Place | None) -> None:
        """`now`: what is worked on."""
        super().__init__(ui)
        self._now = now
        self.none = Text("lead", "ink2", wrap=True)
        self.list = PickList(ui, self._made, self._write, gap=ui.theme.space["s"], right=ui.theme.space["s"])
        self.list.prefer(TALL)
        self.list.tells.pressed.connect(self._choose)
        self.new = Button("", "strong", key="F2", rank="large")
        self.new.setObjectName("events_new")
        self.new.clicked.connect(self.new_wanted)
        self.file = Button("", "strong", key="F3", rank="large")
        self.file.setObjectName("events_list")
        self.file.clicked.connect(self.list_wanted)
        self.file.setVisible(False)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list, 1)
        foot = row(gap=ui.theme.space["m"])
        foot.addWidget(self.new, 1)
        foot.addWidget(self.file, 1)
        self.body.addLayout(foot)
        self._offers: list[tuple[EventView, Place]] = []
        self.show_events(events)

    def show_events(self, events: Sequence[EventView]) -> None:
        """Those there are; an event with sessions or zones stands there for each of them, too."""
        self._offers = [(view, place) for view in events for place in _places(view)]
        at = next((at for at, (_, place) in enumerate(self._offers) if place == self._now), 0)
        self.list.show_items(len(self._offers), at)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.list.lines[self.list.at] if self.list.lines and self._offers else self.new

    def _made(self) -> EventRow:
        return EventRow(self.ui)

    def _write(self, row_: EventRow, at: int) -> None:
        view, place = self._offers[at]
        i18n = self.ui.i18n
        zone = place.zone.names if place.zone is not None else None
        inner = place.session.names if place.session is not None else zone
        name = " · ".join(part for part in (i18n.text(place.event.names), i18n.text(inner)) if part)
        count = "" if inner is not None else translate("Desk", "%n guest(s)", None, view.guests)
        state = ("line", "")
        if place == self._now:
            state = ("jade", translate("Desk", "here now"))
        elif view.over:
            state = ("line", translate("Desk", "over"))
        elif view.today:
            state = ("info", translate("Desk", "today"))
        row_.setObjectName(f"event_{at}")
        row_.write(name, about_event(place.event, place.session, i18n, zone), count, state, at + 1)

    def retranslate(self) -> None:
        self.title.setText(translate("Desk", "Which event?"))
        self.close_button.say(translate("Sheet", "Close"))
        self.none.setText(translate("Desk", "HQ has told of no event for this store. Make one here, in a minute."))
        self.none.setVisible(not self._offers)
        self.list.setVisible(bool(self._offers))
        self.new.say(translate("Desk", "Make an event here"))
        self.file.say(translate("Desk", "Guests from a file"))
        self.file.setVisible(self._now is not None)
        self.list.show_items(len(self._offers), self.list.at)

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)

    def own_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F2:
            self.new_wanted.emit()
        elif key == Qt.Key.Key_F3 and self._now is not None:
            self.list_wanted.emit()
        elif 1 <= key - Qt.Key.Key_0 <= min(9, len(self._offers)):
            self._choose(key - Qt.Key.Key_0 - 1)
        else:
            return False
        return True

    def enter(self) -> None:
        if self._offers:
            self._choose(self.list.at)

    def presses(self, button: object) -> bool:
        return not isinstance(button, EventRow)  # Enter on a line chooses it, whether it is marked or not

    @Slot(int)
    def _choose(self, at: int) -> None:
        self.close_sheet()
        self.chosen.emit(self._offers[at][1])


def _places(view: EventView) -> Iterator[Place]:
    """What a desk can sign in to."""
    event = view.event
    yield Place(event)
    yield from (Place(event, session) for session in event.sessions)
    yield from (Place(event, None, zone) for zone in event.zones)
