"""An event that is made on the spot: a name and its hours are enough."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal

from kiosk.application.guests.outcomes import EventView
from kiosk.domain.guests.event import Entry, Event, Seats, Source
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held
from kiosk.ui.stations.desk.form_sheet import FormSheet
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.guests import entry_word, seats_word
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings

_TIME = re.compile(r"^([01]?\d|2[0-4])[:.：]?([0-5]\d)?$")


class NewEventSheet(FormSheet):
    """Signals:
    wanted(Event): make it; the answer comes by `show_answer`.
    """

    wanted = Signal(object)

    def __init__(self, ui: Ui, event_id: str, now: datetime, around: Callable[[], Surroundings]) -> None:
        """`event_id`: fresh; `now`: the event is today's."""
        super().__init__(ui, "new_event")
        self._id, self._now, self._around = event_id, now, around
        self._refusal: Refusal | None = None
        self.name = AskedField(ui, "new_event_name", longest=80)
        self.place = AskedField(ui, "new_event_place", longest=80)
        self.starts = AskedField(ui, "new_event_starts", longest=5, digits=True)
        self.ends = AskedField(ui, "new_event_ends", longest=5, digits=True)
        local = ui.i18n.local(now)
        hour = local.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        self.starts.put(f"{hour:%H:%M}")
        self.ends.put(f"{hour + timedelta(hours=3):%H:%M}")
        self.entry = Choice(ui, "new_event_entry", _entry_label, tuple(Entry), entry_word, Entry.ONCE)
        self.exits = Choice(ui, "new_event_exits", _exits_label, (False, True), yes_no, value=False)
        self.walk_ins = Choice(ui, "new_event_walk_ins", _walk_ins_label, (True, False), yes_no, value=True)
        self.seats = Choice(ui, "new_event_seats", _seats_label, tuple(Seats), seats_word, Seats.NONE)
        self.badge = Choice(ui, "new_event_badge", _badge_label, (False, True), yes_no, value=False)
        choices = (self.entry, self.exits, self.walk_ins, self.seats, self.badge)
        for choice in choices:
            held(choice, height=48)
        self.build((self.name, self.place, self.starts, self.ends), choices)
        for field in self.fields:
            field.edited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(translate("NewEvent", "An event, made here"))
        self.name.say(translate("NewEvent", "What it is called"))
        self.place.say(translate("NewEvent", "Place"), translate("NewEvent", "may be left out"))
        self.starts.say(translate("NewEvent", "Begins, today at"), "18:30")
        self.ends.say(translate("NewEvent", "Ends at"), "21:30")
        self.go.say(translate("NewEvent", "Make it"))
        for choice in (self.entry, self.exits, self.walk_ins, self.seats, self.badge):
            choice.retranslate()
        if self._refusal is not None:
            self.miss(in_full(refusal_words(self._refusal, self._around())))

    def _on_edited(self) -> None:
        self._refusal = None
        self.miss("")

    def submit(self) -> None:
        if self.busy:
            return
        starts, ends = self._at(self.starts.text()), self._at(self.ends.text())
        if not self.name.text():
            self.miss(translate("NewEvent", "A name is needed."), self.name)
        elif starts is None:
            self.miss(translate("NewEvent", "A time looks like 18:30."), self.starts)
        elif ends is None:
            self.miss(translate("NewEvent", "A time looks like 18:30."), self.ends)
        else:
            self.busy = True
            self.go.setEnabled(False)
            # one that ends before it begins ends tomorrow
            self.wanted.emit(self._event(starts, ends if ends > starts else ends + timedelta(days=1)))

    def _event(self, starts: datetime, ends: datetime) -> Event:
        name = self.name.text()
        return Event(
            id=self._id,
            names=LocalText(name, name, name),
            place=self.place.text(),
            starts=starts,
            ends=ends,
            zone=str(self.ui.i18n.zone),
            entry=self.entry.value,
            exits=self.exits.value,
            walk_ins=self.walk_ins.value,
            seats=self.seats.value,
            badge=self.badge.value,
            source=Source.LOCAL,
        )

    def _at(self, text: str) -> datetime | None:
        found = _TIME.match(text)
        if found is None or (found[1] == "24" and (found[2] or "00") != "00"):
            return None
        day = self.ui.i18n.local(self._now).replace(hour=0, minute=0, second=0, microsecond=0)
        return (day + timedelta(hours=int(found[1]), minutes=int(found[2] or 0))).astimezone(UTC)

    def show_answer(self, answer: EventView | Refusal) -> None:
        """Made, or why not."""
        self.busy = False
        self.go.setEnabled(True)
        if isinstance(answer, Refusal):
            self._refusal = answer
            self.retranslate()
        else:
            self.close_sheet()


def yes_no(value: bool) -> str:
    """In a word."""
    return translate("NewEvent", "yes") if value else translate("NewEvent", "no")


def _entry_label() -> str:
    return translate("NewEvent", "A ticket lets in")


def _exits_label() -> str:
    return translate("NewEvent", "Who leaves is signed out")


def _walk_ins_label() -> str:
    return translate("NewEvent", "Others than those on the list may come")


def _seats_label() -> str:
    return translate("NewEvent", "Places")


def _badge_label() -> str:
    return translate("NewEvent", "A badge is printed for each")
