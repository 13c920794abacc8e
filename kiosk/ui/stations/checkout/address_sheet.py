"""Where a prize is to be sent: HQ sends it, and nobody hands it over any more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.domain.refusals import Refusal
from kiosk.domain.remarks.remark import LONGEST
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings


class AddressSheet(Sheet):
    """One field.

    Signals:
        done(ClaimView): HQ sends it.
        refused(Refusal), faulted(Exception): it does not.
    """

    done = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        claim: ClaimView,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._claim, self._around = api, tasks, actor, claim, around
        self._refusal: Refusal | None = None
        self._busy = False
        self.about = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.about)
        self.field = TypedField(ui, "prize_address", longest=LONGEST)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self.enter)
        self.body.addWidget(self.field)
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("prize_address_go")
        self.go.clicked.connect(self.enter)
        self.body.addWidget(self.go)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.field.field

    def retranslate(self) -> None:
        name = self.ui.i18n.text(self._claim.name)
        self.title.setText(spaced(translate("Prizes", "Send: {prize}").format(prize=name)))
        self.close_button.say(translate("Sheet", "Close"))
        self.about.setText(
            translate("Prizes", "Headquarters sends it there and is the only one who reads this. It can be erased.")
        )
        self.field.ask(translate("Prizes", "Name, street and number, postcode, town"))
        self.field.retranslate()
        self.problem.setVisible(self._refusal is not None)
        if self._refusal is not None:
            self.problem.setText(in_a_sentence(refusal_words(self._refusal, self._around())))
        self.go.say(translate("Prizes", "Send it there"))
        self.go.setEnabled(bool(self.field.text()) and not self._busy)

    def own_key(self, event: QKeyEvent) -> bool:
        return self.field.take(event)

    def enter(self) -> None:
        if self.go.isEnabled():
            self._busy = True
            self.retranslate()
            work = partial(self._api.send_prize, self._claim.id, self.field.text(), self._actor)
            self._tasks.run(work, self._on_done, self._on_fault)

    def _on_edited(self) -> None:
        self._refusal = None
        self.retranslate()

    def _on_done(self, answer: ClaimView | Refusal) -> None:
        self._busy = False
        if not isinstance(answer, Refusal):
            self.field.field.clear()
            self.done.emit(answer)
            return
        self._refusal = answer
        self.retranslate()
        self.field.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(answer)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
