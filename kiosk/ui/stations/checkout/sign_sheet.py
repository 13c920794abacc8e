"""The winner signs for a prize on their own screen, or on this one, turned to them: then it is handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.domain.draws.claim_facts import How
from kiosk.domain.refusals import Refusal
from kiosk.domain.remarks.strokes import packed
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text, row
from kiosk.ui.widgets.sign_field import SignField
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

_HIGH = 220


class SignSheet(Sheet):
    """Signals:
    done(ClaimView): it is handed over.
    refused(Refusal), faulted(Exception): it is not.
    wanted(): an empty field on the customer's own screen, where there is one.
    over(): nobody signs any more.
    """

    wide = True
    on_scan = OnScan.CLOSE
    done = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)
    wanted = Signal()
    over = Signal()

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
        self.about = Text("lead", wrap=True)
        self.field = SignField(ui, _HIGH)
        self.field.setObjectName("prize_sign")
        self.field.edited.connect(self.retranslate)
        self.note = Text("body", "ink2", wrap=True)
        self.problem = Text("body", "red", wrap=True)
        self.again = Button("", "strong", key="F4", rank="large")
        self.again.clicked.connect(self._on_again)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("prize_sign_go")
        self.go.clicked.connect(self.enter)
        for part in (self.about, self.field, self.note, self.problem):
            self.body.addWidget(part)
        deeds = row(gap=ui.theme.space["m"])
        deeds.addWidget(self.again)
        deeds.addWidget(self.go, 1)
        self.body.addLayout(deeds)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self

    def retranslate(self) -> None:
        i18n, claim = self.ui.i18n, self._claim
        self.title.setText(translate("Prizes", "Please sign here"))
        self.close_button.say(translate("Sheet", "Close"))
        words = translate("Prizes", "{name} has received: {prize}")
        self.about.setText(spaced(words.format(name=claim.member_name, prize=i18n.text(claim.name))))
        self.field.setAccessibleName(translate("Prizes", "Field to sign in"))
        self.note.setText(
            translate("Prizes", "The signature is kept with the prize, and is erased with the member’s data.")
        )
        self.problem.setVisible(self._refusal is not None)
        if self._refusal is not None:
            self.problem.setText(in_a_sentence(refusal_words(self._refusal, self._around())))
        self.again.say(translate("Prizes", "Once more"))
        self.again.setEnabled(bool(self.field.strokes) and not self._busy)
        self.go.say(translate("Prizes", "Signed: hand over"))
        self.go.setEnabled(bool(self.field.strokes) and not self._busy)

    def show_strokes(self, strokes: Sequence[Sequence[tuple[int, int]]]) -> None:
        """What the customer draws on their own screen."""
        if not self._busy:
            self.field.show_strokes(strokes)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.over.emit()  # however it goes

    def _on_again(self) -> None:
        self.field.clear()
        self.wanted.emit()

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F4:
            return False
        self.again.click()
        return True

    def enter(self) -> None:
        text = packed(self.field.strokes)
        if not self.go.isEnabled() or not text:
            return
        self._busy, self._refusal = True, None
        self.retranslate()
        work = partial(self._api.hand_over, self._claim.id, How.SCREEN, self._actor, text)
        self._tasks.ask_hq(work, self._on_done, self._on_fault)

    def _on_done(self, answer: ClaimView | Refusal) -> None:
        self._busy = False
        if not isinstance(answer, Refusal):
            self.field.clear()
            self.done.emit(answer)
            return
        self._refusal = answer
        self.retranslate()
        self.refused.emit(answer)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
