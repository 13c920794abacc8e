"""Sheets that want a PIN: somebody else works, a manager stands by."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import Approval, SignedIn, StaffName
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.roles import Permission, may
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.shell.signin.staff_pin import StaffPin
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Text


class PinSheet(Sheet):
    """A sheet around a list of people (those `wanted`) and a PIN; `submitted` takes who it was and the PIN."""

    wide = True

    def __init__(
        self,
        ui: Ui,
        api: ShellApi,
        tasks: TaskRunner,
        clock: Clock,
        wanted: Callable[[StaffName], bool],
        submitted: Callable[[str, str], None],
        *,
        approve: bool = False,
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._wanted = api, tasks, wanted
        self.reason = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.reason)
        self.entry = StaffPin(ui, clock, approve=approve, others_only=not approve)
        held(self.entry, least_height=480)
        self.entry.submitted.connect(submitted)
        self.body.addWidget(self.entry)
        tasks.run(api.staff, self._on_staff)

    def start_focus(self) -> QWidget:
        return self.entry

    def _on_staff(self, people: tuple[StaffName, ...]) -> None:
        self.entry.show_people(tuple(person for person in people if self._wanted(person)))
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)


class SwitchClerkSheet(PinSheet):
    """F9 and a digit: somebody else works.

    Signals:
        signed_in(Staff): this person, from now on.
        refused(Refusal): the PIN was not accepted.
    """

    signed_in = Signal(object)
    refused = Signal(object)
    on_scan = OnScan.PASS

    def __init__(self, ui: Ui, api: ShellApi, tasks: TaskRunner, clock: Clock, current: str | None) -> None:
        super().__init__(ui, api, tasks, clock, lambda person: person.id != current, self._on_submitted)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Switch", "Switch clerk"))
        self.close_button.say(translate("Sheet", "Close"))
        self.reason.setText(
            translate("Switch", "Press the number beside the name, then key in the PIN. The sale goes on.")
        )

    def _on_submitted(self, staff: str, pin: str) -> None:
        self._tasks.run(partial(self._api.sign_in, staff, pin), self._on_answer)

    def _on_answer(self, answer: SignedIn | Refusal) -> None:
        if isinstance(answer, SignedIn):
            self.signed_in.emit(answer.actor)
            self.close_sheet()
        else:
            self.entry.show_refusal(answer)
            self.refused.emit(answer)


class ApprovalSheet(PinSheet):
    """A manager stands by and gives their PIN for one action; `why`, asked again in every language, says for which.

    Signals:
        approved(Approval): go on with it.
        refused(Refusal): the PIN was not accepted.
    """

    approved = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: ShellApi,
        tasks: TaskRunner,
        clock: Clock,
        permission: Permission,
        why: Callable[[], str],
    ) -> None:
        super().__init__(
            ui, api, tasks, clock, lambda person: may(person.role, permission), self._on_submitted, approve=True
        )
        self._permission = permission
        self._why = why
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Approval", "A manager’s PIN is needed"))
        self.close_button.say(translate("Sheet", "Close"))
        self.reason.setText(self._why())

    def _on_submitted(self, staff: str, pin: str) -> None:
        self._tasks.run(partial(self._api.approve, staff, pin, self._permission), self._on_answer)

    def _on_answer(self, answer: Approval | Refusal) -> None:
        if isinstance(answer, Approval):
            self.approved.emit(answer)
            self.close_sheet()
        else:
            self.entry.show_refusal(answer)
            self.refused.emit(answer)
