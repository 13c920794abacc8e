"""A phone is proved by the code that HQ sends to it: the customer reads it out, or shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.registration.outcomes import CodeSent, Proved
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text, row
from kiosk.ui.widgets.keypad import Keypad, press_in
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings

DIGITS = 6


class PhoneProofSheet(Sheet):
    """Has a code sent as soon as it opens.

    Signals:
        proved(str): the member's (id) phone is theirs.
        refused(Refusal): the code was wrong, or none can be sent.
        faulted(Exception): it could not be recorded.
    """

    proved = Signal(str)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        member: str,
        name: str,
        send: Callable[[], CodeSent | Refusal],
        around: Callable[[], Surroundings],
    ) -> None:
        """`name`: masked. `send`: has a code sent; waits for HQ."""
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._around = api, tasks, actor, around
        self._member, self._name, self._send = member, name, send
        self._sent: CodeSent | None = None
        self._refusal: Refusal | None = None
        self._busy = True
        self.about = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.about)
        self.field = QLineEdit()
        self.field.setProperty("type", "figure")
        self.field.setObjectName("phone_code")
        self.field.setMaxLength(12)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self.submit)
        self.body.addWidget(self.field)
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.keypad = Keypad(ui, pin=True)
        self.keypad.pressed.connect(self._on_key)
        self.keypad.lend_to_field()
        self.body.addWidget(self.keypad)
        foot = row(gap=ui.theme.space["m"])
        self.again = Button("", "strong", key="F4", rank="large")
        self.again.setObjectName("phone_code_again")
        self.again.clicked.connect(self._on_again)
        self.go = Button("primary", "strong", key="Enter", rank="large")
        self.go.setObjectName("phone_code_go")
        self.go.clicked.connect(self.submit)
        foot.addWidget(self.again, 1)
        foot.addWidget(self.go, 1)
        self.body.addLayout(foot)
        self.retranslate()
        tasks.ask_hq(send, self._on_sent, self._on_fault)

    def start_focus(self) -> QWidget:
        return self.field

    def retranslate(self) -> None:
        self.title.setText(spaced(translate("Proof", "Is this the phone of {name}?").format(name=self._name)))
        self.close_button.say(translate("Sheet", "Close"))
        if self._sent is not None:
            words = translate("Proof", "A code was sent, good until {time}. Ask the customer for the six digits.")
            self.about.setText(spaced(words.format(time=self.ui.i18n.time(self._sent.until))))
        elif self._busy:
            self.about.setText(translate("Proof", "A code is being sent…"))
        else:
            self.about.setText(translate("Proof", "No code was sent."))
        self.field.setPlaceholderText(translate("Proof", "Six digits"))
        self.field.setAccessibleName(translate("Proof", "Six digits"))
        problem = in_full(refusal_words(self._refusal, self._around())) if self._refusal is not None else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.again.say(translate("Proof", "Another code"))
        self.again.setEnabled(not self._busy)
        self.go.say(translate("Proof", "Check the code"))
        self.go.setEnabled(self._sent is not None and not self._busy and len(self._digits()) == DIGITS)

    def _digits(self) -> str:
        text = "".join(unicodedata.normalize("NFKC", self.field.text()).split())
        return text if text.isascii() and text.isdecimal() else ""

    def _on_key(self, key: str) -> None:
        press_in(self.field, key)
        self._on_edited()

    def _on_edited(self) -> None:
        self._refusal = None
        self.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F4:
            return False
        self._on_again()
        return True

    def enter(self) -> None:
        self.submit()

    def _on_again(self) -> None:
        if not self._busy:
            self._busy = True
            self._refusal = None
            self.retranslate()
            self._tasks.ask_hq(self._send, self._on_sent, self._on_fault)

    def _on_sent(self, answer: CodeSent | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._refuse(answer)
        else:
            self._sent = answer
            self.retranslate()
            self.ui.voice.say(self, self.about.text())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Ask HQ whether it is that code."""
        if self.go.isEnabled() and self._sent is not None:
            self._busy = True
            self.retranslate()
            work = partial(self._api.prove_phone, self._member, self._sent.op, self._digits(), self._actor)
            self._tasks.ask_hq(work, self._on_checked, self._on_fault)

    def _on_checked(self, answer: Proved | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self.field.clear()
            self._refuse(answer)
            return
        self.retranslate()
        self.proved.emit(self._member)

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal = refusal
        self.retranslate()
        self.refused.emit(refusal)
        self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
