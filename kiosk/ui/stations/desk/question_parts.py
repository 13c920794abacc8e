"""One question to a guest, answered by a press, a digit, typing or a signature."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.guests.event import Question, QuestionKind
from kiosk.ui.context import Ui
from kiosk.ui.i18n import about, translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Button, Panel, Pill, Text, column, row
from kiosk.ui.widgets.sign_field import SignField

YES, NO = "yes", "no"
_DAY = re.compile(r"^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$")


class QuestionCard(Panel):
    """A question with its answers.

    Signals:
        answered(): another answer.
    """

    answered = Signal()

    def __init__(self, ui: Ui, question: Question) -> None:
        super().__init__(ui, "well")
        self.question = question
        space = ui.theme.space
        lines = column(self, margins=(space["l"], space["m"], space["l"], space["m"]), gap=space["s"])
        head = row(gap=space["s"])
        self.title = Text("lead", wrap=True)
        self.needed = Pill("line")
        head.addWidget(self.title, 1)
        head.addWidget(self.needed)
        lines.addLayout(head)
        self.chips: list[Button] = []
        self._values: list[str] = []
        self.field: AskedField | None = None
        self.sign: SignField | None = None
        kind, name = question.kind, f"question_{question.id}"
        if kind in (QuestionKind.TEXT, QuestionKind.DATE):
            self.field = AskedField(ui, name, longest=200, digits=kind is QuestionKind.DATE)
            self.field.edited.connect(self.answered)
            lines.addWidget(self.field)
        else:
            if kind is QuestionKind.SIGNATURE:
                self.sign = SignField(ui)
                self.sign.edited.connect(self.answered)
                lines.addWidget(self.sign)
                self._values = [YES, ""]
            elif kind is QuestionKind.CHOICE:
                self._values = [choice.id for choice in question.choices]
            else:
                self._values = self.answers()
            chips = row(gap=space["s"])
            for at, _value in enumerate(self._values):
                chip = Button("answer", "strong")
                chip.setObjectName(f"{name}_{at}")
                chip.setCheckable(True)
                held(chip, least_width=96)
                chip.clicked.connect(self._on_chip)
                self.chips.append(chip)
                chips.addWidget(chip)
            chips.addStretch(1)
            lines.addLayout(chips)
        self.retranslate()

    def answers(self) -> list[str]:
        """Of a question that wants yes or no."""
        return [YES, NO]

    def text(self) -> str:
        """The answer as it is kept; "" while there is none."""
        if self.field is not None:
            return day_of(self.field.text()) if self.question.kind is QuestionKind.DATE else self.field.text()
        chosen = next((at for at, chip in enumerate(self.chips) if chip.isChecked()), None)
        if self.sign is not None:
            return self.sign.text() or (YES if chosen == 0 else "")
        return self._values[chosen] if chosen is not None else ""

    @property
    def whole(self) -> bool:
        """Answered, or nobody has to."""
        if self.question.kind is QuestionKind.CONSENT and self.question.required:
            return self.text() == YES
        return bool(self.text()) or not self.question.required

    def start(self) -> QWidget:
        """Where the focus goes."""
        return self.field.field if self.field is not None else self.chips[0]

    def choose(self, number: int) -> bool:
        """The answer of that number, from 1."""
        if not 1 <= number <= len(self.chips):
            return False
        self.chips[number - 1].click()
        return True

    @Slot()
    def _on_chip(self) -> None:
        sender = self.sender()
        if self.sign is not None and sender is self.chips[1]:
            self.chips[0].setChecked(False)
            self.chips[1].setChecked(False)
            self.sign.clear()
            return
        for chip in self.chips:
            chip.setChecked(chip is sender)
        self.answered.emit()

    def retranslate(self) -> None:
        question, i18n = self.question, self.ui.i18n
        self.title.setText(i18n.text(question.names))
        self.needed.set("line", translate("Question", "needed"))
        self.needed.setVisible(question.required)
        if self.field is not None:
            hint = "2026-11-30" if question.kind is QuestionKind.DATE else ""
            self.field.say(translate("Question", "Answer"), hint)
            self.field.field.setAccessibleName(self.title.text())
        for at, chip in enumerate(self.chips):
            word = self._word(at)
            chip.say(f"{at + 1}  {word}")
            chip.setAccessibleName(about(self.title.text(), word))

    def _word(self, at: int) -> str:
        kind, value = self.question.kind, self._values[at]
        if kind is QuestionKind.SIGNATURE:
            return translate("Question", "Signed on paper") if at == 0 else translate("Question", "Once more")
        if kind is QuestionKind.CHOICE:
            return self.ui.i18n.text(self.question.choices[at].names)
        if kind is QuestionKind.CONSENT:
            return translate("Question", "Agrees") if value == YES else translate("Question", "Does not agree")
        return translate("Question", "Yes") if value == YES else translate("Question", "No")

    def own_key(self, event: QKeyEvent) -> bool:
        """A digit where it answers."""
        return not self.field and self.choose(event.key() - Qt.Key.Key_0)


def day_of(text: str) -> str:
    """A day as YYYY-MM-DD; "" when the text is none."""
    found = _DAY.match(text)
    if found is None:
        return ""
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""
