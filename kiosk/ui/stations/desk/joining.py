"""A walk-in who becomes a member in the same step: consents as at registration, and the code from their phone where
HQ wants one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from kiosk.application.registration.outcomes import Agreed, CodeGiven, CodeSent, GuardianGiven, RegistrationDesk
from kiosk.domain.guests.event import Question, QuestionKind
from kiosk.domain.registration.names import LONGEST_NAME
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.stations.desk.question_parts import NO, YES, QuestionCard
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import ListArea, Panel, Text, column, row

GUARDIAN = "guardian"


class AgeCard(QuestionCard):
    """The consent without which there is no membership: whoever is old enough gives it, or a guardian does."""

    def answers(self) -> list[str]:
        return [YES, NO, GUARDIAN]

    @property
    def whole(self) -> bool:
        return self.text() in (YES, GUARDIAN)

    def _word(self, at: int) -> str:
        return translate("Newcomer", "Guardian agrees") if at == 2 else super()._word(at)


class JoiningPart(Panel):
    """Signals:
    answered(): another answer.
    code_wanted(): send a code to the phone that was typed.
    """

    answered = Signal()
    code_wanted = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._desk: RegistrationDesk | None = None
        self._sent: CodeSent | None = None
        lines = column(self, gap=ui.theme.space["m"])
        self.what = Text("body", "ink2", wrap=True)
        self.area = ListArea(ui.theme.space["s"], right=ui.theme.space["s"])
        self.area.prefer(300)
        self.cards: list[QuestionCard] = []
        self.code = AskedField(ui, "walk_in_code", longest=12, digits=True)
        self.code.extra_pressed.connect(self.code_wanted)
        self.code.edited.connect(self.answered)
        self.guardian = AskedField(ui, "walk_in_guardian", longest=2 * LONGEST_NAME)
        self.guardian_phone = AskedField(ui, "walk_in_guardian_phone", longest=80, digits=True)
        self.who = Panel(ui)
        signs = row(self.who, gap=ui.theme.space["l"])
        for field in (self.guardian, self.guardian_phone):
            field.edited.connect(self.answered)
            signs.addWidget(field, 1)
        self.who.hide()
        lines.addWidget(self.what)
        lines.addWidget(self.area, 1)
        lines.addWidget(self.who)
        lines.addWidget(self.code)

    def show_desk(self, desk: RegistrationDesk) -> None:
        """What is asked, in which words."""
        self._desk = desk
        for at, consent in enumerate(desk.consents):
            question = Question(consent.purpose, QuestionKind.CONSENT, consent.text, required=consent.required)
            ages = desk.guardian_below and at == _telling_age(desk)
            card = (AgeCard if ages else QuestionCard)(self.ui, question)
            card.answered.connect(self._on_answered)
            self.cards.append(card)
            self.area.rows.insertWidget(at, card)
        self.code.setVisible(self.code_needed)
        self.retranslate()

    @property
    def ready(self) -> bool:
        """Whether it is known what is asked."""
        return self._desk is not None

    @property
    def code_needed(self) -> bool:
        """Nobody is registered without a code while HQ can send one."""
        return self._desk is not None and self._desk.codes and self._desk.code_needed

    @property
    def missing(self) -> QuestionCard | None:
        """The first consent that is not answered, or not given though it is needed."""
        return next((card for card in self.cards if not card.text() or not card.whole), None)

    @property
    def child(self) -> bool:
        """A guardian agrees for them."""
        return any(card.text() == GUARDIAN for card in self.cards)

    @property
    def guardian_missing(self) -> AskedField | None:
        """What of the guardian is not typed yet."""
        fields = (self.guardian, self.guardian_phone) if self.child else ()
        return next((field for field in fields if not field.text()), None)

    @property
    def guardian_given(self) -> GuardianGiven | None:
        """Who signs for a child."""
        return GuardianGiven(self.guardian.text(), self.guardian_phone.text()) if self.child else None

    @property
    def here(self) -> QuestionCard | None:
        """The consent that has the focus."""
        focused = self.window().focusWidget()
        return next((card for card in self.cards if focused is not None and card.isAncestorOf(focused)), None)

    def go_to(self, card: QuestionCard) -> None:
        """Answer this one."""
        card.start().setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(card)

    def show_sent(self, sent: CodeSent, phone: str) -> None:
        """A code is on its way."""
        self._sent = sent
        self.code.mean(translate("Newcomer", "A code is on its way to {phone}.").format(phone=phone), "jade")
        self.code.focus()

    def forget_code(self) -> None:
        """Of another phone."""
        self._sent = None
        self.code.put("")
        self.code.mean("")

    @property
    def agreed(self) -> tuple[Agreed, ...]:
        """An answer to each, in the version that was shown."""
        consents = self._desk.consents if self._desk is not None else ()
        shown = zip(consents, self.cards, strict=True)
        return tuple(Agreed(one.purpose, one.version, card.text() in (YES, GUARDIAN)) for one, card in shown)

    @property
    def code_given(self) -> CodeGiven | None:
        """What they read from their phone."""
        return CodeGiven(self._sent.op, self.code.text()) if self._sent is not None and self.code.text() else None

    @property
    def registration(self) -> str:
        """Of this newcomer: two presses are one member."""
        return self._desk.registration if self._desk is not None else ""

    def own_key(self, event: QKeyEvent) -> bool:
        """A digit answers the consent that has the focus."""
        card = self.here
        return card is not None and card.own_key(event)

    @Slot()
    def _on_answered(self) -> None:
        self.who.setVisible(self.child)
        self.answered.emit()
        card, field = self.missing, self.guardian_missing
        if card is not None and card is not self.sender():
            self.go_to(card)
        elif card is None and field is not None:
            field.focus()

    def retranslate(self) -> None:
        """In the language in use."""
        below = self._desk.guardian_below if self._desk is not None else 0
        self.what.setText(
            translate(
                "WalkIn", "Read aloud, and ask for each. For who is younger than {n} a guardian agrees, and is named."
            ).format(n=below)
            if below
            else translate("WalkIn", "Read aloud, and ask for each.")
        )
        self.guardian.say(translate("Newcomer", "Guardian’s name"), "")
        self.guardian_phone.say(translate("Newcomer", "Guardian’s phone"), "")
        self.code.say(translate("WalkIn", "Code from their phone"))
        self.code.offer(translate("WalkIn", "Send a code") if self.code_needed else "")
        for card in self.cards:
            card.retranslate()


def _telling_age(desk: RegistrationDesk) -> int:
    """The first consent without which there is no membership is the one that says how old they are."""
    return next((at for at, one in enumerate(desk.consents) if one.required), 0)
