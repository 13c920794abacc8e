"""The page of a machine that is no terminal yet: HQ's address and the code, then on to the checkout."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout

from kiosk.application.sync.enrolment import MAX_CODE, EnrolmentRefusal, EnrolPort, address_of, code_of
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import LANGUAGE_NAMES, next_language, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.messages import FaultReport, report_of
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Panel, Text, column, row
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.window import Window
from kiosk.ui.words.faults import fault_words
from kiosk.ui.words.troubles import trouble_word

MAX_ADDRESS = 300
"""Characters of an address; a host alone may have 253."""


def refusal_text(refusal: EnrolmentRefusal) -> str:
    """What is wrong and what to do about it."""
    if trouble := trouble_word(refusal):
        words = translate(
            "Enrolment", "{trouble}. Check the address and this computer’s clock, then ask IT for the rest."
        )
        return spaced(words.format(trouble=trouble))
    return {
        EnrolmentRefusal.HQ_UNREACHABLE: translate(
            "Enrolment", "HQ does not answer at this address. Check the network cable and the address, then try again."
        ),
        EnrolmentRefusal.NOT_HQ: translate(
            "Enrolment", "Something answers at this address, but it is not HQ. Check the address."
        ),
        EnrolmentRefusal.CODE_UNKNOWN: translate(
            "Enrolment", "HQ does not know this code. Check it letter by letter, or ask for a new one."
        ),
        EnrolmentRefusal.CODE_EXPIRED: translate(
            "Enrolment", "This code is older than ten minutes. Ask HQ for a new one."
        ),
        EnrolmentRefusal.CODE_USED: translate(
            "Enrolment", "Another terminal has used this code. Ask HQ for a new one; each terminal needs its own."
        ),
        EnrolmentRefusal.REFUSED: translate("Enrolment", "HQ refuses this terminal. Ask HQ why, then try again."),
    }[refusal]


class EnrolmentPage(Panel):
    """Two fields and one button.

    Signals:
        enrolled(): this machine is a terminal now.
        quit_pressed(): not now.
    """

    enrolled = Signal()
    quit_pressed = Signal()

    def __init__(self, ui: Ui, tasks: TaskRunner, port: EnrolPort) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._tasks, self._port = tasks, port
        self._refusal: EnrolmentRefusal | None = None
        self._fault: FaultReport | None = None
        self._missing: tuple[bool, bool] | None = None
        self._busy = False
        lines = column(self, gap=space["l"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=56, height=56)
        titles = column(gap=2)
        self.title = Text("title")
        self.more = Text("body", "ink2", wrap=True)
        titles.addWidget(self.title)
        titles.addWidget(self.more)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        lines.addLayout(head)
        self.address_label, self._address = self._field("enrol_address", MAX_ADDRESS)
        self.code_label, self._code = self._field("enrol_code", MAX_CODE)
        self.address, self.code = self._address.field, self._code.field
        self.code_hint = Text("caption", "ink2", wrap=True)
        for label, typed in ((self.address_label, self._address), (self.code_label, self._code)):
            pair = column(gap=6)
            pair.addWidget(label)
            pair.addWidget(typed)
            if typed is self._code:
                pair.addWidget(self.code_hint)
            lines.addLayout(pair)
        self.problem = Text("strong", "red_ink", wrap=True)
        self._problem_box = Panel(ui, "problem")
        inside = column(self._problem_box, margins=(space["l"], space["m"], space["l"], space["m"]))
        inside.addWidget(self.problem)
        lines.addWidget(self._problem_box)
        buttons = row(gap=space["m"])
        self.quit = Button("", "strong")
        self.quit.setObjectName("enrol_quit")
        self.quit.clicked.connect(self.quit_pressed)
        self.go = Button("primary", "lead", key="Enter", rank="large")
        self.go.setObjectName("enrol_go")
        self.go.clicked.connect(self.submit)
        buttons.addWidget(self.quit)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        lines.addLayout(buttons)
        self.retheme()
        self.retranslate()

    def _field(self, name: str, length: int) -> tuple[Text, TypedField]:
        label, typed = Text("strong"), TypedField(self.ui, name, longest=length)
        typed.edited.connect(self._on_edited)
        typed.field.returnPressed.connect(self._on_return)
        typed.pad_shown.connect(self._on_pad)
        label.setBuddy(typed.field)
        return label, typed

    def _on_pad(self, _shown: bool) -> None:
        """Keys on the screen have the room of everything but their field and the buttons."""
        for typed, label in ((self._address, self.address_label), (self._code, self.code_label)):
            other = self._code if typed is self._address else self._address
            for part in (typed, label):
                part.setVisible(not other.keys.isChecked())
        keys = self._address.keys.isChecked() or self._code.keys.isChecked()
        self.more.setVisible(not keys)
        self.code_hint.setVisible(not keys)

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("badge", "jade", 56, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self.title.setText(translate("Enrolment", "Set up this terminal"))
        self.more.setText(
            translate("Enrolment", "It belongs to no store yet. HQ or your manager gives you the address and a code.")
        )
        self.address_label.setText(translate("Enrolment", "HQ’s address"))
        self.address.setPlaceholderText("https://hq.example.com")
        self.address.setAccessibleName(self.address_label.text())
        self.code_label.setText(translate("Enrolment", "Enrolment code"))
        self.code.setPlaceholderText("ABCD-1234")
        self.code.setAccessibleName(self.code_label.text())
        self.code_hint.setText(translate("Enrolment", "Good once, for ten minutes."))
        self.quit.say(translate("Enrolment", "Not now"))
        self.go.say(translate("Enrolment", "Connecting…") if self._busy else translate("Enrolment", "Join the store"))
        self.go.setEnabled(not self._busy)
        text = self._problem()
        self.problem.setText(text)
        self._problem_box.setVisible(bool(text))
        self._problem_box.setAccessibleName(text)

    def _problem(self) -> str:
        if self._missing == (True, False):
            return translate("Enrolment", "This is no address. It looks like https://hq.example.com.")
        if self._missing == (True, True):
            return translate("Enrolment", "Key in HQ’s address and the code first.")
        if self._missing == (False, True):
            return translate("Enrolment", "Key in the code first: letters and digits, as HQ wrote it.")
        if self._refusal is not None:
            return refusal_text(self._refusal)
        if self._fault is not None:
            words = fault_words(self._fault.code)
            return translate("Enrolment", "{title}. {step}").format(title=words.title, step=words.steps[0])
        return ""

    def _on_edited(self) -> None:
        if self._problem():
            self._settle()

    def _on_return(self) -> None:
        if self.sender() is self.address and not self.code.text():
            self._address.close_pad()
            self.code.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()

    def submit(self) -> None:
        """Ask HQ, unless something is missing or the question is under way."""
        if self._busy:
            return
        for typed in (self._address, self._code):
            typed.close_pad()  # both fields are looked at, and what comes of it is said below them
        address, code = address_of(self.address.text()), code_of(self.code.text())
        if address is None or code is None:
            self._settle(missing=(address is None, code is None))
            (self.address if address is None else self.code).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy = True
        self._settle()
        self._tasks.run(partial(self._port, address, code), self._on_answer, self._on_fault)

    def _settle(
        self,
        *,
        missing: tuple[bool, bool] | None = None,
        refusal: EnrolmentRefusal | None = None,
        fault: FaultReport | None = None,
    ) -> None:
        self._missing, self._refusal, self._fault = missing, refusal, fault
        self.retranslate()

    def _on_answer(self, refusal: EnrolmentRefusal | None) -> None:
        self._busy = False
        self._settle(refusal=refusal)
        if refusal is None:
            self.enrolled.emit()
        elif refusal in (EnrolmentRefusal.CODE_UNKNOWN, EnrolmentRefusal.CODE_EXPIRED, EnrolmentRefusal.CODE_USED):
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.code.selectAll()
        else:
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self._settle(fault=report_of(fault))


class EnrolmentWindow(Window):
    """The whole window while there is no station to show.

    Signals:
        enrolled(): go on to the checkout.
    """

    enrolled = Signal()

    def __init__(self, ui: Ui, tasks: TaskRunner, port: EnrolPort) -> None:
        super().__init__()
        self.setObjectName("root")
        self._ui = ui
        ui.dress(self)
        outer = column(self, margins=(32, 16, 32, 32))
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        switch = row(gap=ui.theme.space["xs"])
        switch.addStretch(1)
        self.languages: dict[str, Button] = {}
        for language in LANGUAGES:
            button = Button("chip", "caption_strong")
            button.setObjectName(f"language_{language}")
            button.say(LANGUAGE_NAMES[language])
            button.setCheckable(True)
            button.clicked.connect(self._on_language)
            self.languages[language] = button
            switch.addWidget(button)
        outer.addLayout(switch)
        card = Panel(ui, "card")
        held(card, width=680)
        self.page = EnrolmentPage(ui, tasks, port)
        column(card, margins=(40, 32, 40, 32)).addWidget(self.page)
        self.page.enrolled.connect(self.enrolled)
        self.page.quit_pressed.connect(self.close)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        ui.i18n.changed.connect(self._show_language)
        self._show_language()
        self.page.address.setFocus()

    def _show_language(self) -> None:
        for language, button in self.languages.items():
            button.setChecked(language == self._ui.i18n.language)
        self.setWindowTitle(translate("Enrolment", "Set up this terminal"))

    def _on_language(self) -> None:
        chosen = next(language for language, button in self.languages.items() if button is self.sender())
        self._ui.i18n.set_language(chosen)
        self._show_language()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._ui.i18n.set_language(next_language(self._ui.i18n.language))
        else:
            super().keyPressEvent(event)
