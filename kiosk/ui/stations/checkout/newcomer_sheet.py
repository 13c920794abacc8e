"""A new member at the till: scan who recommends, phone, name, consents, Enter. The open sale waits behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.members.outcomes import MemberView
from kiosk.application.registration.outcomes import (
    AlreadyMember,
    CodeSent,
    KnownHere,
    PaperForm,
    Referrer,
    RegistrationDesk,
)
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.names import NameRead
from kiosk.domain.registration.phones import PhoneRead
from kiosk.domain.registration.referral import How
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.checkout.newcomer_draft import Draft
from kiosk.ui.stations.checkout.newcomer_parts import Answer, ConsentCard
from kiosk.ui.stations.checkout.newcomer_view import NewcomerView
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.words.surroundings import Surroundings

_CODE_DIGITS = 6
T = TypeVar("T")


class NewcomerSheet(NewcomerView):
    """Does what is typed, scanned and pressed.

    Signals:
        register_wanted(NewMember): all is there; the answer comes by `show_answer`.
        known_chosen(str): they are a member already: this one (id) is meant.
        refused(Refusal), attention(): for the ears.
        faulted(Exception): it could not be recorded.
    """

    register_wanted = Signal(object)
    known_chosen = Signal(str)
    refused = Signal(object)
    attention = Signal()
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        clock: Clock,
        draft: Draft,
        at_till: MemberView | None,
        around: Callable[[], Surroundings],
    ) -> None:
        """`draft`: goes on, and outlasts the sheet."""
        super().__init__(ui, draft, at_till, around)
        self._api, self._tasks, self._clock = api, tasks, clock
        self._grew = False
        self._coded = ""
        for part in self.fields:
            part.edited.connect(self._on_edited)
        self.phone.edited.connect(self._on_phone)
        self.name.edited.connect(self._on_name)
        self.phone.extra_pressed.connect(self.send_code)
        self.code.extra_pressed.connect(self._skip_code)
        self.referrer.extra_pressed.connect(self._on_referrer_extra)
        for chip in self.languages.values():
            chip.clicked.connect(self._on_language)
        self._last = self.phone
        self.keys.clicked.connect(self._on_keys)
        self.pad.pressed.connect(self._on_pressed)
        self.again.clicked.connect(self._start_over)
        self.go.clicked.connect(self.submit)
        self._fill()
        self.retranslate()
        tasks.run(api.registration_desk, self._on_desk, self._on_fault)

    # --- what stands there -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        draft = self._draft
        for part, text in (
            (self.referrer, draft.asked_referrer), (self.phone, draft.phone), (self.code, draft.digits),
            (self.name, draft.name), (self.birthday, draft.birthday), (self.email, draft.email),
            (self.guardian, draft.guardian_name), (self.guardian_phone, draft.guardian_phone),
        ):  # fmt: skip
            part.put(text)
        if draft.phone:
            self._ask_phone()
        if draft.name:
            self._on_name()

    def _keep(self) -> None:
        """What was typed outlasts the sheet, as it was typed."""
        draft = self._draft
        draft.asked_referrer, draft.phone, draft.digits = self.referrer.text(), self.phone.text(), self.code.text()
        draft.name, draft.birthday, draft.email = self.name.text(), self.birthday.text(), self.email.text()
        draft.guardian_name, draft.guardian_phone = self.guardian.text(), self.guardian_phone.text()
        draft.touched = self._clock.mono_ms()

    def _on_desk(self, desk: RegistrationDesk) -> None:
        self._draft.registration = self._draft.registration or desk.registration
        self._show_desk(desk)
        for card in self._cards:
            card.answered.connect(self._on_answered)

    # --- typing ------------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._refusal, self._missing = None, ""
        self._keep()
        self.retranslate()

    def _on_phone(self) -> None:
        if self.phone.text() == self._asked_phone:
            return
        self._known = ()
        self._draft.code, self._draft.digits = None, ""
        self.code.put("")
        self._ask_phone()

    def _ask_phone(self) -> None:
        text = self.phone.text()
        grew = len(text) > len(self._asked_phone)
        self._asked_phone = text
        if not text:
            self._phone = PhoneRead()
            return
        self._grew = grew
        self._tasks.run(partial(_of, self._api.read_phone, text), self._on_phone_read)

    def _on_phone_read(self, answer: tuple[str, PhoneRead]) -> None:
        text, read = answer
        if text != self.phone.text():
            return
        self._phone = read
        self.retranslate()
        if not read.e164:
            return
        self._tasks.ask_hq(partial(_of, self._api.who_has, text), self._on_known)
        home = self._desk.country if self._desk is not None else ""
        # a whole mobile number of this country: nobody has to say that it is whole
        if self._grew and self.phone.focused and read.mobile and read.country == home and not self.name.text():
            self.name.focus()

    def _on_known(self, answer: tuple[str, tuple[KnownHere, ...]]) -> None:
        text, known = answer
        if text != self.phone.text() or self._busy:
            return
        self._known = known
        self.retranslate()
        if known:
            self.attention.emit()
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)
            said = (self.known_title, self.known_name, self.known_about)
            self.ui.voice.say(self, *(line.text() for line in said), now=True)

    def _on_name(self) -> None:
        text = self.name.text()
        self._tasks.run(partial(_of, self._api.read_name, text), self._on_name_read)

    def _on_name_read(self, answer: tuple[str, NameRead]) -> None:
        text, read = answer
        if text == self.name.text():
            self._name = read
            self.retranslate()

    def _on_keys(self) -> None:
        """The keys on the screen, for whichever field is typed into."""
        self.retranslate()
        self._typed_into().focus()

    def _on_pressed(self, key: str) -> None:
        self._typed_into().press(key)

    def _typed_into(self) -> AskedField:
        self._last = next((part for part in self.fields if part.focused), self._last)
        return self._last

    def _on_language(self) -> None:
        chosen = next(language for language, chip in self.languages.items() if chip is self.sender())
        self._draft.language = chosen
        for card in self._cards:
            card.read_in(chosen)
        self.retranslate()

    # --- who recommends ----------------------------------------------------------------------------------------------

    def take(self, event: ScanEvent) -> None:
        """Whatever is scanned says who recommends; the code of a paper form, which form it is."""
        if not self._busy:
            self._find(event)

    def use_form(self, form: PaperForm) -> None:
        """A paper form is keyed in."""
        self._draft.form = form
        self.retranslate()

    def _on_referrer_extra(self) -> None:
        if self._draft.referrer is not None:
            self._draft.referrer = None
        elif self._at_till is not None:
            who = self._at_till
            self._draft.referrer = Referrer(who.id, who.masked_name, How.PASS if who.proven else How.CARD)
        self._refusal = None
        self._keep()
        self.retranslate()
        self._go_on()

    def _find(self, said: str | ScanEvent) -> None:
        self._looking = True
        self._refusal, self._missing = None, ""
        self.retranslate()
        # a phone or a card of another store's member is HQ's to know
        self._tasks.ask_hq(partial(self._api.find_referrer, said), self._on_referrer, self._on_fault)

    def _on_referrer(self, answer: Referrer | Refusal) -> None:
        self._looking = False
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._draft.referrer = answer
        self.referrer.put("")
        self._keep()
        self.retranslate()
        self.ui.voice.say(self, self.referrer.means.text(), now=True)
        if self.referrer.focused:
            self._go_on()

    # --- the code ----------------------------------------------------------------------------------------------------

    def send_code(self) -> None:
        """F4: HQ sends a one-time code to the phone that was typed."""
        desk = self._desk
        if desk is None or not (desk.codes and self._phone.mobile) or self._known or self._busy:
            return
        self._coded = self.phone.text()
        self._tasks.ask_hq(
            partial(self._api.send_code, self._coded, self._language), self._on_code_sent, self._on_fault
        )

    def _on_code_sent(self, answer: CodeSent | Refusal) -> None:
        if self._coded != self.phone.text():
            return  # another phone by now
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._draft.code = answer
        self.retranslate()
        words = translate("Newcomer", "A code is on its way to {phone}.").format(phone=self._phone.shown)
        self.ui.voice.say(self, spaced(words), now=True)

    def _skip_code(self) -> None:
        self._draft.code, self._draft.digits = None, ""
        self.code.put("")
        self._refusal, self._missing = None, ""
        self.retranslate()
        self._go_on()

    # --- consents ----------------------------------------------------------------------------------------------------

    def _on_answered(self, given: bool, child: bool) -> None:
        card = self.sender()
        assert isinstance(card, ConsentCard)
        self._draft.answers[card.consent.purpose] = given
        if card.child in card.chips:
            self._draft.child = child
        self._refusal, self._missing = None, ""
        self._keep()
        self.retranslate()
        self._go_on()

    # --- keys --------------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F4:
            self.send_code()
        elif key == Qt.Key.Key_F8:
            self._start_over()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._walk(1 if key == Qt.Key.Key_Right else -1)
        else:
            return self._choose(key - Qt.Key.Key_0)
        return True

    def step(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        return by is not None and self._walk(by)

    def _walk(self, by: int) -> bool:
        chips, focused = self._chips(), self.focusWidget()
        at = next((at for at, chip in enumerate(chips) if chip is focused), None)
        if at is None or not 0 <= at + by < len(chips):
            return False
        chips[at + by].setFocus(Qt.FocusReason.TabFocusReason)
        self._consents.ensureWidgetVisible(chips[at + by])
        return True

    def _choose(self, number: int) -> bool:
        """1, 2, 3 where a consent is asked for now."""
        focused = self.focusWidget()
        card = next((card for card in self._cards if focused in card.chips), None)
        return card is not None and card.choose(number)

    def enter(self) -> None:
        if self.referrer.focused and self.referrer.text():
            self._find(self.referrer.text())
        else:
            self.submit()

    # --- what is missing, and registering -----------------------------------------------------------------------------

    def _wanted(self) -> tuple[str, QWidget] | None:
        """The first thing that is missing, and where it is answered."""
        draft = self._draft
        if not self._phone.e164:
            return "phone", self.phone.field
        if draft.code is not None and len(draft.digits) < _CODE_DIGITS:
            return "code", self.code.field
        if not self.name.text() or self._name.problem is not None:
            return "name", self.name.field
        if draft.child and not draft.guardian_name:
            return "guardian", self.guardian.field
        if draft.child and not draft.guardian_phone:
            return "guardian", self.guardian_phone.field
        for card in self._cards:
            if card.consent.purpose not in draft.answers:
                return "consent", card.yes
        return None

    def _go_on(self) -> None:
        """To the first thing that is missing; to the button when nothing is."""
        wanted = self._wanted()
        widget = wanted[1] if wanted is not None else self.go
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, Answer):
            self._consents.ensureWidgetVisible(widget)

    def submit(self) -> None:
        """Register, or go to what is missing."""
        desk = self._desk
        if self._busy or desk is None:
            return
        if self._known:
            self.known_chosen.emit(self._known[0].member)
            self.close_sheet()
            return
        self._keep()
        wanted = self._wanted()
        if wanted is not None:
            self._miss(*wanted)
            return
        self._busy = True
        new = self._draft.whole(desk, self.ui.i18n.language)
        self.retranslate()
        self.register_wanted.emit(new)

    def _miss(self, what: str, widget: QWidget) -> None:
        # Enter goes on from field to field: only what was left twice, or is wrong, is said to be missing
        focused = self.focusWidget()
        wrong = (what == "phone" and bool(self.phone.text())) or (what == "name" and bool(self.name.text()))
        said = wrong or widget is focused
        self._missing, self._refusal = (what if said else ""), None
        self.retranslate()
        self._go_on()
        if said:
            self.attention.emit()
            self.ui.voice.say(self, self.problem.text(), now=True)

    def show_answer(self, answer: AlreadyMember | Refusal | None) -> None:
        """It was not done: they are a member already, or why not. None: it could not be recorded."""
        self._busy = False
        if isinstance(answer, AlreadyMember):
            self._on_known((self.phone.text(), (answer.known,)))
        elif answer is not None:
            self._refuse(answer)
        else:
            self.retranslate()

    def close_sheet(self) -> None:
        if not self._busy:  # what is being recorded is waited for: what becomes of it has to be said
            super().close_sheet()

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal, self._missing = refusal, ""
        self.retranslate()
        self.refused.emit(refusal)
        self.ui.voice.say(self, self.problem.text(), now=True)

    def _start_over(self) -> None:
        """F8: somebody else."""
        if self._busy:
            return
        fresh = Draft()
        for name in fresh.__slots__:
            setattr(self._draft, name, getattr(fresh, name))
        self._phone, self._name, self._known, self._asked_phone = PhoneRead(), NameRead(), (), ""
        self._refusal, self._missing = None, ""
        self._fill()
        for card in self._cards:
            card.read_in(self._draft.language)
        self.retranslate()
        self.phone.focus()
        self._tasks.run(self._api.registration_desk, self._on_desk, self._on_fault)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = self._looking = False
        self.retranslate()
        self.faulted.emit(fault)


def _of(ask: Callable[[str], T], text: str) -> tuple[str, T]:
    """An answer with what it was asked about: by then something else may stand there."""
    return text, ask(text)
