"""What the sheet for a new member is made of beside its fields: consents that are read aloud, and their answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.domain.registration.policy import ConsentText
from kiosk.ui.context import Ui
from kiosk.ui.i18n import about, translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import Button, Panel, Pill, Text, column, row
from kiosk.ui.words.registration import purpose_words


class Answer(Button):
    """One answer to a consent: chosen or not. 1, 2, 3 answer too, and arrows go from one to the next."""

    def __init__(self, name: str) -> None:
        super().__init__("chip", "caption_strong")
        self.setObjectName(name)
        self.setCheckable(True)
        held(self, least_height=44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # by itself a button takes arrows: they are the sheet's
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConsentCard(Panel):
    """One consent: its words in the customer's language, the version they are of, and the answers.

    Signals:
        answered(bool, bool): given or not; by a guardian, for a child.
    """

    answered = Signal(bool, bool)

    def __init__(self, ui: Ui, consent: ConsentText, guardian_below: int) -> None:
        """`guardian_below`: of the consent that says how old they are; 0: it does not."""
        super().__init__(ui, "well")
        space = ui.theme.space
        self.consent, self._below = consent, guardian_below
        self._language = ""
        lines = column(self, margins=(space["l"], space["m"], space["l"], space["s"]), gap=space["xs"])
        head = row(gap=space["s"])
        self.title = Text("strong")
        self.required = Pill("line")
        self.version = Text("caption", "ink2")
        head.addWidget(self.title)
        head.addWidget(self.required)
        head.addStretch(1)
        head.addWidget(self.version)
        lines.addLayout(head)
        self.words = Text("body", wrap=True)
        lines.addWidget(self.words)
        chips = row(gap=space["s"])
        name = f"consent_{consent.purpose}"
        self.yes, self.child, self.no = (Answer(f"{name}_{part}") for part in ("yes", "child", "no"))
        for chip in self.chips:
            chip.clicked.connect(self._on_chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        lines.addLayout(chips)
        self.child.setVisible(bool(guardian_below))
        self.retranslate()

    @property
    def chips(self) -> tuple[Answer, ...]:
        """Its answers, in their order."""
        return (self.yes, self.child, self.no) if self._below else (self.yes, self.no)

    def read_in(self, language: str) -> None:
        """The language in which it is read aloud; "": the screen's."""
        self._language = language
        self.retranslate()

    def show_answer(self, given: bool | None, *, child: bool) -> None:
        """None: nobody has answered yet."""
        self.yes.setChecked(given is True and not (child and bool(self._below)))
        self.child.setChecked(given is True and child and bool(self._below))
        self.no.setChecked(given is False)

    def choose(self, number: int) -> bool:
        """The answer of that number, from 1."""
        if not 1 <= number <= len(self.chips):
            return False
        self.chips[number - 1].click()
        return True

    def _on_chip(self) -> None:
        chip = self.sender()
        self.answered.emit(chip is not self.no, chip is self.child)

    def retranslate(self) -> None:
        consent = self.consent
        self.title.setText(purpose_words(consent.purpose))
        self.required.set("line", translate("Newcomer", "needed"))
        self.required.setVisible(consent.required)
        self.version.setText(translate("Newcomer", "Version {version}").format(version=consent.version))
        self.words.setText(consent.text.get(self._language or self.ui.i18n.language))
        if self._below:
            self.yes.say(translate("Newcomer", "Agrees, {n}+").format(n=self._below))
            self.child.say(translate("Newcomer", "Guardian agrees"))
        else:
            self.yes.say(translate("Newcomer", "Agrees"))
        self.no.say(translate("Newcomer", "No"))
        for at, chip in enumerate(self.chips, 1):
            chip.setAccessibleName(about(self.title.text(), chip.words()))
            chip.setToolTip(str(at))
