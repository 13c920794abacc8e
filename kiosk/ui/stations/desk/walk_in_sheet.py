"""F2: somebody who is not on the list. A name, a phone, who recommends them: fifteen seconds, and they are in.
Who wishes becomes a member in a second step."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.outcomes import SOMEBODY_ELSE, FoundGuests, GuestView, WalkIn
from kiosk.application.registration.outcomes import CodeSent, NewMember, Referrer, RegistrationDesk
from kiosk.domain.guests.event import Event
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.phones import PhoneRead
from kiosk.domain.scan.events import ScanEvent
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan
from kiosk.ui.stations.desk.form_sheet import FormSheet
from kiosk.ui.stations.desk.joining import JoiningPart
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, Panel, Text, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.registration import phone_problem_words
from kiosk.ui.words.surroundings import Surroundings

_PHONE = re.compile(r"^[+\d０-９][\d０-９\s()-]{2,}$")
"""What was searched by is a phone."""
MOST_WITH = 9
T = TypeVar("T")


class WalkInSheet(FormSheet):
    """Signals:
    wanted(WalkIn): add them, and sign them in; the answer comes by `show_answer`.
    known_chosen(str): they are on the list already: this guest (id).
    refused(): for the ears.
    """

    wanted = Signal(object)
    known_chosen = Signal(str)
    refused = Signal()
    on_scan = OnScan.TAKE

    def __init__(
        self,
        ui: Ui,
        api: DeskStationApi,
        tasks: TaskRunner,
        event: Event,
        typed: str,
        walk_in: str,
        around: Callable[[], Surroundings],
    ) -> None:
        """`typed`: what was searched by: a phone, or a name. `walk_in`: a fresh name for what is added, so that two
        presses of the button are one guest."""
        super().__init__(ui, "walk_in")
        self._api, self._tasks, self._event, self._around = api, tasks, event, around
        self._id = walk_in
        self._referrer: Referrer | None = None
        self._read = ""
        self._phone = PhoneRead()
        self._refusal: Refusal | None = None
        self._listed_as: tuple[GuestView, ...] = ()
        self._country = ""
        self._grew = False
        self.name = AskedField(ui, "walk_in_name", longest=80)
        self.phone = AskedField(ui, "walk_in_phone", longest=32, digits=True)
        self.referrer = AskedField(ui, "walk_in_referrer", longest=200)
        self.company = AskedField(ui, "walk_in_company", longest=80)
        self.people = Choice(ui, "walk_in_people", _people_label, range(MOST_WITH + 1), _people_word, 0)
        self.tags = Panel(ui)
        tags = row(self.tags, gap=ui.theme.space["s"])
        self.chips: dict[str, Button] = {}
        for tag in event.tags:
            chip = Button("chip", "caption_strong")
            chip.setObjectName(f"walk_in_tag_{tag.id}")
            chip.setCheckable(True)
            self.chips[tag.id] = chip
            tags.addWidget(chip)
        tags.addStretch(1)
        self.joins = Button("", "strong", key="F4", rank="large")
        self.joins.setObjectName("walk_in_joins")
        self.joins.clicked.connect(self._on_joins)
        self.joining = JoiningPart(ui)
        self.joining.answered.connect(self._on_edited)
        self.joining.code_wanted.connect(self._send_code)
        self.known = Button("", "strong", rank="large")
        self.known.setObjectName("walk_in_known")
        self.known.clicked.connect(self._on_known)
        self.other = Button("chip", "strong", key="F3", rank="large")
        self.other.setObjectName("walk_in_other")
        self.other.setCheckable(True)
        self.other.clicked.connect(self._on_edited)
        self.same = Panel(ui)
        who = row(self.same, gap=ui.theme.space["m"])
        who.addWidget(self.known, 1)
        who.addWidget(self.other, 1)
        self.why = Text("caption", "ink2", wrap=True)
        parts = (self.people, self.tags, self.same, self.joins, self.joining, self.why)
        self.build((self.name, self.phone, self.referrer, self.company), parts)
        self.fields = (*self.fields, self.joining.code, self.joining.guardian, self.joining.guardian_phone)
        self.tags.setVisible(bool(self.chips))
        self.same.hide()
        self.joining.hide()
        for field in self.fields:
            field.edited.connect(self._on_edited)
        self.phone.edited.connect(self._on_phone)
        self.referrer.extra_pressed.connect(self._forget_referrer)
        text = typed.strip()
        (self.phone if _PHONE.match(text) else self.name).put(text)
        self._on_phone()
        self.retranslate()
        tasks.run(api.registration_desk, self._on_desk)

    def retranslate(self) -> None:
        super().retranslate()
        title = translate("WalkIn", "Not on the list: add and sign in")
        if self._asking:
            title = spaced(translate("WalkIn", "{name} becomes a member").format(name=self.name.text()))
        self.title.setText(title)
        self.name.say(translate("WalkIn", "Name"))
        self.phone.say(translate("WalkIn", "Phone"), translate("WalkIn", "may be left out"))
        self.referrer.say(
            translate("WalkIn", "Who recommends them"),
            translate("WalkIn", "scan their code, or type their phone"),
        )
        self.company.say(translate("WalkIn", "Company"), translate("WalkIn", "may be left out"))
        self.people.retranslate()
        for tag in self._event.tags:
            self.chips[tag.id].say(self.ui.i18n.text(tag.names))
        self.why.setText(
            translate("WalkIn", "Name and phone are kept for this event only, and erased after it as the list is.")
        )
        if self._asking:
            self.joins.say(translate("WalkIn", "No member after all"))
            self.go.say(translate("WalkIn", "Make them a member and sign in"))
        else:
            self.joins.say(translate("WalkIn", "Becomes a member, too"))
            self.go.say(translate("WalkIn", "Add and sign in"))
        self.joining.retranslate()
        self._say_meaning()
        if self._refusal is not None:
            self.miss(in_full(refusal_words(self._refusal, self._around())))

    def _say_meaning(self) -> None:
        read = self._phone
        if read.e164:
            self.phone.mean(read.shown)
        elif read.problem is not None and self.phone.text() and not self.phone.focused:
            self.phone.mean(phone_problem_words(read.problem), "red")
        else:
            self.phone.mean("")
        found = self._referrer
        self.referrer.mean(found.masked_name if found is not None else "", "jade")
        self.referrer.offer(translate("WalkIn", "Nobody") if found is not None else "")
        known = self._known
        self.same.setVisible(bool(self._listed_as) and not self._asking)
        self.known.setVisible(known is not None)
        self.other.say(translate("WalkIn", "Somebody else"))
        if known is not None:
            words = translate("WalkIn", "{name}, who is on the list")
            self.known.say(spaced(words.format(name=known.name)))

    @Slot(object)
    def _on_desk(self, desk: RegistrationDesk) -> None:
        self._country = desk.country
        self.joining.show_desk(desk)

    # --- a member, too -----------------------------------------------------------------------------------------------

    @property
    def _asking(self) -> bool:
        """Whether the consents are on the screen."""
        return self.joining.isVisibleTo(self)

    def make_room(self, *, keys: bool) -> None:
        self.joins.setVisible(not keys)
        self.why.setVisible(not keys and not self._asking)
        self.people.setVisible(not keys and not self._asking)
        self.tags.setVisible(bool(self.chips) and not keys and not self._asking)

    def _show_step(self, *, asking: bool) -> None:
        for part in (self.name, self.phone, self.referrer, self.company):
            part.setVisible(not asking)
        self.joining.setVisible(asking)
        self.keys.setChecked(False)
        self.pad.hide()
        self.make_room(keys=False)
        self.keys.setVisible(not asking or self.joining.code_needed or self.joining.child)
        if asking and self.joining.code_needed:
            self._last = self.joining.code
        elif not asking:
            self._last = self.name
        self.retranslate()

    @Slot()
    def _on_joins(self) -> None:
        """F4: the consents; once more: back, and no member after all."""
        if self.busy:
            return
        self._on_edited()
        if self._asking:
            self._show_step(asking=False)
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._typed_well(phone_needed=True) and self.joining.ready:
            self._show_step(asking=True)
            card = self.joining.missing
            if card is not None:
                self.joining.go_to(card)

    def _why_not_yet(self) -> bool:
        """Whether something of the consents is missing, which is said then."""
        card = self.joining.missing
        if card is not None:
            self.miss(
                translate("WalkIn", "Without this nobody becomes a member; F4: without it, as a guest.")
                if card.text()
                else translate("WalkIn", "An answer to each, please.")
            )
            self.joining.go_to(card)
        elif (field := self.joining.guardian_missing) is not None:
            words = translate("Newcomer", "Who is younger needs a guardian: their name and phone, please.")
            self.miss(words, field)
        elif self.joining.code_needed and self.joining.code_given is None:
            self.miss(translate("WalkIn", "Send a code, and type what their phone shows."), self.joining.code)
        else:
            return False
        self.refused.emit()
        return True

    @Slot()
    def _send_code(self) -> None:
        work = partial(self._api.send_code, self._phone.e164 or self.phone.text(), self.ui.i18n.language)
        self._tasks.ask_hq(work, self._on_code_sent)

    @Slot(object)
    def _on_code_sent(self, answer: CodeSent | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
        else:
            self.joining.show_sent(answer, self._phone.shown)

    # --- typing ------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        if self._asking:
            self.keys.setVisible(self.joining.code_needed or self.joining.child)
            if self.joining.child and not self.joining.code_needed:
                self._last = self.joining.guardian
        self._refusal = None
        self.miss("")

    @Slot()
    def _on_phone(self) -> None:
        text = self.phone.text()
        self._grew = len(text) > len(self._read)
        if text != self._read:
            self.joining.forget_code()
        self._read, self._phone, self._listed_as = text, PhoneRead(), ()
        self.other.setChecked(False)
        if text:
            self._tasks.run(partial(_of, self._api.read_phone, text), self._on_phone_read)
        self._say_meaning()

    @Slot(object)
    def _on_phone_read(self, answer: tuple[str, PhoneRead]) -> None:
        text, read = answer
        if text != self.phone.text():
            return
        self._phone = read
        self._say_meaning()
        # a whole mobile number of this country: nobody has to say that it is whole
        if read.mobile and read.country == self._country and self._grew and self.phone.focused and self.name.text():
            self.referrer.focus()
        if read.e164:
            self._tasks.run(partial(_of, self._listed, read.e164), self._on_listed)

    def _listed(self, phone: str) -> FoundGuests:
        return self._api.find_guests(self._event.id, phone, 2)

    @Slot(object)
    def _on_listed(self, answer: tuple[str, FoundGuests]) -> None:
        phone, found = answer
        if phone == self._phone.e164 and found.rows:
            self._listed_as = found.rows
            self._say_meaning()

    @property
    def _known(self) -> GuestView | None:
        """Who is on the list with this phone, and nobody else is."""
        return self._listed_as[0] if len(self._listed_as) == 1 else None

    # --- who recommends ----------------------------------------------------------------------------------------------

    def take(self, event: ScanEvent) -> None:
        """Whatever is scanned says who recommends them."""
        if not self.busy:
            self._find(event)

    def _find(self, said: str | ScanEvent) -> None:
        self._refusal = None
        self.miss("")
        # a phone or a card of another store's member is HQ's to know
        self._tasks.ask_hq(partial(self._api.find_referrer, said), self._on_referrer)

    @Slot(object)
    def _on_referrer(self, answer: Referrer | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._referrer = answer
        self.referrer.put("")
        self._say_meaning()
        self.ui.voice.say(self, self.referrer.means.text(), now=True)
        if self.referrer.focused:
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _forget_referrer(self) -> None:
        self._referrer = None
        self._say_meaning()
        self.referrer.focus()

    # --- doing it ----------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        """F2 once more: that was all; F3: somebody else; F4: a member, too; a digit answers a consent."""
        if event.isAutoRepeat():
            return False
        if event.key() == Qt.Key.Key_F2:
            self.submit()
        elif event.key() == Qt.Key.Key_F3 and self.other.isVisibleTo(self):
            self.other.click()
        elif event.key() == Qt.Key.Key_F4:
            self.joins.click()
        else:
            return self._asking and self.joining.own_key(event)
        return True

    def presses(self, button: QAbstractButton) -> bool:
        # an Enter too many must not agree to anything
        return super().presses(button) and not self.joining.area.isAncestorOf(button)

    def enter(self) -> None:
        """From name to phone to who recommends, and in. In an empty field for the code: send one."""
        if self._asking and self.joining.code.focused and not self.joining.code.text():
            self._send_code()
        elif self._asking and self.joining.guardian.focused and self.joining.guardian.text():
            self.joining.guardian_phone.focus()
        elif self._asking:
            self.submit()
        elif self.name.focused and self.name.text():
            (self.phone if not self.phone.text() else self.referrer).focus()
        elif self.phone.focused:
            (self.referrer if self.name.text() else self.name).focus()
        elif self.referrer.focused and self.referrer.text():
            self._find(self.referrer.text())
        else:
            self.submit()

    def submit(self) -> None:
        if self.busy:
            return
        if not self._typed_well() or (self._asking and self._why_not_yet()):
            return
        self.busy = True
        self.go.setEnabled(False)
        self.wanted.emit(self._who())

    def _typed_well(self, *, phone_needed: bool = False) -> bool:
        """Whether the fields can be handed in; what is wrong is said, and who recommends is looked for first."""
        if not self.name.text():
            self.miss(translate("WalkIn", "A name is needed."), self.name)
        elif phone_needed and not self.phone.text():
            self.miss(translate("WalkIn", "Members need a phone."), self.phone)
        elif self.phone.text() and self._phone.problem is not None:
            self.miss(phone_problem_words(self._phone.problem), self.phone)
        elif self._listed_as and not self.other.isChecked():
            names = translate("WalkIn", ", ").join(one.name for one in self._listed_as)
            words = translate("WalkIn", "On the list with this phone: {names}. Is this somebody else?")
            self.miss(spaced(words.format(names=names)), self.phone)
        elif self.referrer.text():
            self._find(self.referrer.text())
            return False
        else:
            return True
        self.refused.emit()
        return False

    def _who(self) -> WalkIn:
        return WalkIn(
            name=self.name.text(),
            phone=self._phone.e164 or self.phone.text(),
            referrer=self._referrer,
            plus_ones=self.people.value,
            people=1 + self.people.value,
            tags=tuple(tag for tag, chip in self.chips.items() if chip.isChecked()),
            company=self.company.text(),
            register=self._newcomer() if self._asking else None,
            id=self._id,
            despite=(SOMEBODY_ELSE,) if self._listed_as else (),
        )

    def _newcomer(self) -> NewMember:
        return NewMember(
            self.name.text(),
            self._phone.e164 or self.phone.text(),
            self.joining.agreed,
            language=self.ui.i18n.language,
            child=self.joining.child,
            guardian=self.joining.guardian_given,
            referrer=self._referrer,
            code=self.joining.code_given,
            registration=self.joining.registration,
        )

    def show_answer(self, refusal: Refusal | None) -> None:
        """Done (None), or why not."""
        self.busy = False
        self.go.setEnabled(True)
        if refusal is None:
            self.close_sheet()
        else:
            self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal = refusal
        self.miss(in_full(refusal_words(refusal, self._around())))
        self.refused.emit()

    @Slot()
    def _on_known(self) -> None:
        if self._known is not None:
            guest = self._known.id
            self.close_sheet()
            self.known_chosen.emit(guest)


def _people_label() -> str:
    return translate("WalkIn", "Companions")


def _people_word(count: int) -> str:
    return translate("WalkIn", "alone") if not count else f"+{count}"


def _of(ask: Callable[[str], T], text: str) -> tuple[str, T]:
    return text, ask(text)
