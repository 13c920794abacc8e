"""Who shows no member code proves who they are by the last four digits of their phone number."""

from __future__ import annotations

import unicodedata
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.widgets.basics import Button, Panel, Text, column
from kiosk.ui.widgets.keypad import Keypad, press_in

DIGITS = 4


class ProofField(Panel):
    """Four digits and a button.

    Signals:
        given(str): four digits were keyed in and sent off.
    """

    given = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self._wrong = False
        lines = column(self, gap=ui.theme.space["xs"])
        self.ask = Text("body", "ink", wrap=True)
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName("proof_field")
        self.field.setMaxLength(DIGITS)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._send)
        self.problem = Text("body", "red", wrap=True)
        self.keypad = Keypad(ui, pin=True)
        self.keypad.pressed.connect(self._on_key)
        self.go = Button("primary", "strong", key="Enter", rank="large")
        self.go.setObjectName("proof_go")
        self.go.clicked.connect(self._send)
        for part in (self.ask, self.problem, self.field, self.keypad, self.go):
            lines.addWidget(part)
        self.retranslate()

    def clear(self) -> None:
        """For the next one."""
        self._wrong = False
        self.field.clear()
        self.retranslate()

    def show_wrong(self) -> None:
        """The digits were not those of this member."""
        self._wrong = True
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()
        self.ui.voice.say(self, self.problem.text(), now=True)

    def retranslate(self) -> None:
        self.ask.setText(translate("Proof", "Ask the customer for the last four digits of their phone number."))
        self.field.setPlaceholderText(translate("Proof", "Four digits"))
        self.field.setAccessibleName(self.ask.text())
        self.problem.setText(
            translate("Proof", "These are not this member’s digits. Ask again, or scan the member code.")
        )
        self.problem.setVisible(self._wrong)
        self.ask.setVisible(not self._wrong)
        self.go.say(translate("Proof", "Check the digits"))
        self.go.setEnabled(len(self._digits()) == DIGITS)

    def _digits(self) -> str:
        text = unicodedata.normalize("NFKC", self.field.text())
        return text if text.isascii() and text.isdecimal() else ""

    def _on_key(self, key: str) -> None:
        """A key on the screen."""
        press_in(self.field, key)
        self._on_edited()

    def _on_edited(self) -> None:
        self._wrong = False
        self.retranslate()

    def _send(self) -> None:
        if len(self._digits()) == DIGITS:
            self.given.emit(self._digits())


class ProofSheet(Sheet):
    """Before points are spent for somebody who showed no member code.

    Signals:
        proven(): the digits were right; the visit says so.
        refused(Refusal): they were not.
    """

    proven = Signal()
    refused = Signal(object)
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, api: CheckoutApi, flow: CheckoutFlow) -> None:
        super().__init__(ui)
        self._api, self._flow = api, flow
        self.why = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.why)
        self.proof = ProofField(ui)
        self.proof.given.connect(self._on_given)
        self.body.addWidget(self.proof)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.proof.field

    def retranslate(self) -> None:
        self.title.setText(translate("Proof", "Is this the member?"))
        self.close_button.say(translate("Sheet", "Close"))
        self.why.setText(
            translate("Proof", "Points are spent only by who shows the member code or knows the phone number.")
        )

    def _on_given(self, digits: str) -> None:
        self._flow.run_errand(partial(prove, self._api, digits), self._on_answer)

    def _on_answer(self, answer: Visit | Acted | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.proof.show_wrong()
            self.refused.emit(answer)
        else:
            self.proven.emit()
            self.close_sheet()


def prove(api: CheckoutApi, digits: str, visit: Visit, _actor: Staff) -> Visit | Refusal:
    """An errand for `CheckoutFlow.run_errand`."""
    return api.prove(visit, digits)
