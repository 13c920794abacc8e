"""What a guest is asked, before they come in or afterwards: one card below the other, digits answer, Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.guests.event import Question
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.desk.question_parts import QuestionCard
from kiosk.ui.widgets.basics import Button, ListArea, Text, row
from kiosk.ui.widgets.letter_pad import LetterPad


class QuestionsSheet(Sheet):
    """Signals:
    answered(dict): answers by question's id; all that had to be answered are.
    """

    answered = Signal(object)
    wide = True

    def __init__(self, ui: Ui, name: str, questions: Sequence[Question], *, then_in: bool = True) -> None:
        """`name`: the guest's; `then_in`: with the answers they come in."""
        super().__init__(ui)
        self._name, self._then_in = name, then_in
        space = ui.theme.space
        self.area = ListArea(space["s"], right=space["s"])
        self.area.prefer(380)
        self.cards = [QuestionCard(ui, question) for question in questions]
        for at, card in enumerate(self.cards):
            card.answered.connect(self._on_answered)
            self.area.rows.insertWidget(at, card)
        self.body.addWidget(self.area, 1)
        self.pad = LetterPad(ui)
        self.pad.pressed.connect(self._on_pressed)
        self.body.addWidget(self.pad)
        self.pad.hide()
        self.problem = Text("strong", "red", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        foot = row(gap=space["m"])
        self.keys = Button("", "strong", rank="action")
        self.keys.setObjectName("questions_keys")
        self.keys.setProperty("shared_keys", True)
        self.keys.setCheckable(True)
        held(self.keys, least_width=96)
        self.keys.clicked.connect(self._on_keys)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("questions_go")
        self.go.clicked.connect(self.submit)
        foot.addWidget(self.keys)
        foot.addWidget(self.go, 1)
        self.body.addLayout(foot)
        self.keys.setVisible(any(card.field is not None for card in self.cards))
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.cards[0].start() if self.cards else self.go

    def retranslate(self) -> None:
        title = (
            translate("Question", "{name}: answer first")
            if self._then_in
            else translate("Question", "{name}: questions")
        )
        self.title.setText(spaced(title.format(name=self._name)))
        self.close_button.say(translate("Sheet", "Close"))
        self.keys.say(translate("Keypad", "Keys"))
        self.keys.setAccessibleName(translate("Keypad", "Keys on the screen"))
        done = (
            translate("Question", "Answered: sign in") if self._then_in else translate("Question", "Keep the answers")
        )
        self.go.say(done)

    def own_key(self, event: QKeyEvent) -> bool:
        card = self._here()
        return card is not None and card.own_key(event)

    def presses(self, button: QAbstractButton) -> bool:
        return button in (self.go, self.keys, self.close_button)  # an Enter too many must not agree to anything

    def enter(self) -> None:
        """To the next question that is open; then in."""
        missing = next((card for card in self.cards if not card.whole), None)
        here = self._here()
        if missing is None or missing is here:
            self.submit()
        else:
            self._go_to(missing)

    @Slot()
    def submit(self) -> None:
        """In, or to what is missing."""
        missing = next((card for card in self.cards if not card.whole), None)
        if missing is not None:
            self.problem.setText(
                translate("Question", "This has to be answered before they come in.")
                if self._then_in
                else translate("Question", "This has to be answered.")
            )
            self.problem.show()
            self.ui.voice.say(self, self.problem.text(), now=True)
            self._go_to(missing)
            return
        answers = {card.question.id: card.text() for card in self.cards if card.text()}
        self.close_sheet()
        self.answered.emit(answers)

    def _go_to(self, card: QuestionCard) -> None:
        card.start().setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(card)

    def _here(self) -> QuestionCard | None:
        focused = self.focusWidget()
        return next((card for card in self.cards if focused is not None and card.isAncestorOf(focused)), None)

    @Slot()
    def _on_answered(self) -> None:
        self.problem.hide()
        card = self.sender()
        if isinstance(card, QuestionCard) and card.field is None and card.whole:
            after = self.cards[self.cards.index(card) + 1 :]
            following = next((one for one in after if not one.text()), None)
            if following is not None:
                self._go_to(following)
            else:
                self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keys(self) -> None:
        self.pad.setVisible(self.keys.isChecked())
        card = self._typed_into()
        if card is not None:
            self._go_to(card)

    @Slot(str)
    def _on_pressed(self, key: str) -> None:
        card = self._typed_into()
        if card is not None and card.field is not None:
            card.field.press(key)

    def _typed_into(self) -> QuestionCard | None:
        here = self._here()
        if here is not None and here.field is not None:
            return here
        return next((card for card in self.cards if card.field is not None), None)
