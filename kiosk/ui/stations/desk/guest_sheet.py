"""F3: all that the desk knows of a guest, and what can be done for them: people, seat, badge, questions, a
block, leaving, coming again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.guests.outcomes import GuestView
from kiosk.domain.guests.event import Seats, Standing
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan
from kiosk.ui.stations.desk.faces import Around, tags_of
from kiosk.ui.stations.desk.form_sheet import FormSheet
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, Panel, Text, column, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.guests import STANDING_PILL, answer_word, standing_word
from kiosk.ui.words.shortened import shortened

MOST_PEOPLE = 20
ANSWERED_WIDE, MOST_ANSWERS = 320, 10
"""So wide is what somebody answered at most, in Latin letters (a Chinese one is two): four lines; and of so many
questions."""


class GuestSheet(FormSheet):
    """Signals:
    sign_in_wanted(int, str): so many people come in; the name that is wished for on the badge, "" the list's.
    leave_wanted(): all of them go.
    companion_wanted(): one more is here.
    seat_wanted(str): they sit there.
    badge_wanted(str): once more, with the name that is wished for.
    questions_wanted(): answer those that are open.
    block_wanted(): keep them out, or not any more.
    withdraw_wanted(): they do not come, or do after all.
    """

    sign_in_wanted = Signal(int, str)
    leave_wanted = Signal()
    companion_wanted = Signal()
    seat_wanted = Signal(str)
    badge_wanted = Signal(str)
    questions_wanted = Signal()
    block_wanted = Signal()
    withdraw_wanted = Signal()
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, guest: GuestView, around: Callable[[], Around | None]) -> None:
        super().__init__(ui, "guest")
        self.guest, self._around = guest, around
        space = ui.theme.space
        self._card = Panel(ui, "well")
        facts = column(self._card, margins=(space["l"], space["m"], space["l"], space["m"]), gap=space["xs"])
        self.facts = Text("body", wrap=True)
        self.note = Text("strong", "warn", wrap=True)
        facts.addWidget(self.facts)
        facts.addWidget(self.note)
        self.seat = AskedField(ui, "guest_seat", longest=20)
        self.seat.put(guest.seat)
        self.called = AskedField(ui, "guest_called", longest=40)
        for field in (self.seat, self.called):
            field.edited.connect(self._on_edited)
        most = max(1 + guest.plus_ones - guest.came, 1)
        self.people = Choice(ui, "guest_people", _people_label, range(1, MOST_PEOPLE + 1), str, most)
        self._deeds, self._more = Panel(ui), Panel(ui)
        line, second = row(self._deeds, gap=space["s"]), row(self._more, gap=space["s"])
        self.companion = Button("", "strong", key="F6", rank="large")
        self.leave = Button("", "strong", key="F7", rank="large")
        self.badge = Button("", "strong", key="F5", rank="large")
        self.questions = Button("", "strong", key="F2", rank="large")
        self.block = Button("", "strong", key="F4", rank="large")
        self.withdraw = Button("", "strong", key="F8", rank="large")
        for name, button, wanted, place in (
            ("companion", self.companion, self.companion_wanted, line),
            ("leave", self.leave, self.leave_wanted, line),
            ("badge", self.badge, None, line),
            ("questions", self.questions, self.questions_wanted, second),
            ("block", self.block, self.block_wanted, second),
            ("withdraw", self.withdraw, self.withdraw_wanted, second),
        ):
            button.setObjectName(f"guest_{name}")
            button.clicked.connect(self.close_sheet)
            button.clicked.connect(wanted if wanted is not None else self._on_badge)
            place.addWidget(button, 1)
        self.build((self.seat, self.called), (self.people, self._deeds, self._more))
        self.body.insertWidget(0, self._card)
        event = around()
        self._seats = event.event.seats if event is not None else Seats.NONE
        self.seat.setVisible(self._seats is not Seats.NONE)
        self.called.setVisible(event is not None and event.event.badge)
        self.keys.setVisible(any(field.isVisibleTo(self) for field in self.fields))
        self._show()
        self.retranslate()

    def _show(self) -> None:
        guest, around = self.guest, self._around()
        inside, came = guest.people_in > 0, guest.came > 0
        self.make_room(keys=False)
        self.companion.setVisible(came)
        self.leave.setVisible(inside and around is not None and around.event.exits)
        self.badge.setVisible(came and around is not None and around.event.badge)
        self.questions.setVisible(bool(guest.unanswered))
        comes = guest.standing in (Standing.EXPECTED, Standing.WAITING)
        self.withdraw.setVisible(not came and (comes or bool(guest.withdrawn)))

    def make_room(self, *, keys: bool) -> None:
        self._card.setVisible(not keys)
        self._more.setVisible(not keys)
        self._deeds.setVisible(self.guest.came > 0 and not keys)
        self.people.setVisible(not self.guest.people_in and not keys)

    def start_focus(self) -> QWidget:
        return next((field.field for field in self.fields if field.isVisibleTo(self)), self.go)

    def retranslate(self) -> None:
        super().retranslate()
        guest, around = self.guest, self._around()
        self.title.setText(guest.name)
        self.seat.say(translate("Guest", "Table") if self._seats is Seats.TABLES else translate("Guest", "Seat"))
        self.people.retranslate()
        self.companion.say(translate("Guest", "One more is here"))
        self.leave.say(translate("Guest", "They leave"))
        self.badge.say(translate("Guest", "Badge again"))
        self.called.say(translate("Guest", "Name on the badge, as they wish"), guest.name)
        self.questions.say(translate("Guest", "%n question(s) open", None, len(guest.unanswered)))
        blocked = guest.standing == Standing.BLOCKED
        self.block.say(translate("Guest", "Not blocked any more (PIN)") if blocked else translate("Guest", "Block"))
        self.withdraw.say(
            translate("Guest", "They come after all") if guest.withdrawn else translate("Guest", "They do not come")
        )
        self.go.say(self._main())
        self.note.setText(guest.note)
        self.note.setVisible(bool(guest.note))
        self.facts.setText(self._facts(around))

    def _main(self) -> str:
        if self._moved:
            return translate("Guest", "They sit there")
        if self._badge_alone:
            return translate("Guest", "Print the badge")
        if self.guest.people_in:
            return translate("Sheet", "Close")
        if self.guest.came:
            return translate("Guest", "Come in again")
        return translate("Guest", "Sign in")

    def _facts(self, around: Around | None) -> str:
        guest, i18n = self.guest, self.ui.i18n
        lines = [" · ".join(part for part in (guest.masked_phone, guest.company, guest.ticket) if part)]
        if guest.standing in STANDING_PILL:
            word = translate("Guest", "does not come") if guest.withdrawn else standing_word(guest.standing)
            lines.append(" · ".join(part for part in (word, guest.reason) if part))
        if around is not None:
            lines.append(" · ".join(word for _, word in tags_of(guest.tags, around.event, i18n)))
        if guest.plus_ones:
            lines.append(translate("Desk", "with %n companion(s)", None, guest.plus_ones))
        if around is not None:
            lines.append(" · ".join(self._answers(around)))
        if guest.in_at is not None and around is not None:
            when = i18n.when(guest.in_at, around.now)
            words = translate("Guest", "Came {time}, {desk}, signed in by {name}")
            lines.append(words.format(time=when, desk=guest.in_desk or "—", name=guest.in_by or "—"))
        if guest.left_at is not None and around is not None and not guest.people_in:
            lines.append(translate("Guest", "Left {time}").format(time=i18n.when(guest.left_at, around.now)))
        if guest.people_in:
            lines.append(translate("Guest", "In the house: {n}").format(n=guest.people_in))
        return spaced("\n".join(line for line in lines if line))

    def _answers(self, around: Around) -> Iterator[str]:
        """What they answered, at whichever desk."""
        i18n, asked = self.ui.i18n, {one.id: one for one in around.event.questions}
        given = [(asked[name], answer) for name, answer in self.guest.answers if name in asked]
        each = ANSWERED_WIDE // min(max(1, len(given)), MOST_ANSWERS)
        for question, answer in given[:MOST_ANSWERS]:
            words = translate("Guest", "{question} “{answer}”")
            name = shortened(i18n.text(question.names), each // 3)
            yield words.format(question=name, answer=shortened(answer_word(question, answer, i18n), each - each // 3))
        if given[MOST_ANSWERS:]:
            yield "…"

    @property
    def _moved(self) -> bool:
        return self.seat.isVisible() and self.seat.text() != self.guest.seat

    @property
    def _badge_alone(self) -> bool:
        """They have come, and wish for another name."""
        return bool(self.called.text()) and self.guest.came > 0 and self.called.isVisibleTo(self)

    @Slot()
    def _on_edited(self) -> None:
        self.go.say(self._main())

    @Slot()
    def _on_badge(self) -> None:
        self.badge_wanted.emit(self.called.text())

    def own_key(self, event: QKeyEvent) -> bool:
        button = {
            Qt.Key.Key_F6: self.companion,
            Qt.Key.Key_F7: self.leave,
            Qt.Key.Key_F5: self.badge,
            Qt.Key.Key_F2: self.questions,
            Qt.Key.Key_F4: self.block,
            Qt.Key.Key_F8: self.withdraw,
        }.get(Qt.Key(event.key()))
        if button is None or button.isHidden() or event.isAutoRepeat():
            return False
        button.click()
        return True

    def enter(self) -> None:
        self.submit()

    def submit(self) -> None:
        seat, moved, people = self.seat.text(), self._moved, self.people.value
        inside, badge, called = self.guest.people_in > 0, self._badge_alone, self.called.text()
        self.close_sheet()
        if moved:
            self.seat_wanted.emit(seat)
        if badge:
            self.badge_wanted.emit(called)
        elif not moved and not inside:
            self.sign_in_wanted.emit(people, called)


def _people_label() -> str:
    return translate("Guest", "People who come in now")
