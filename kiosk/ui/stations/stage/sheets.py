"""Sheets of the console: why a winner gives way or a draw is called off, two signatures, an envelope made here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.application.draws.stage_outcomes import SealedEnvelope
from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws.batch import grouped
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.roles import Permission
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.station import Shell
from kiosk.ui.widgets.basics import Button, Text, row
from kiosk.ui.widgets.qr_view import QrView


class _SignSheet(ApprovalSheet):
    """One of two signatures, by a PIN or a badge."""

    on_scan = OnScan.TAKE

    def __init__(self, shell: Shell, permission: Permission, number: int, why: Callable[[], str]) -> None:
        self._number, self._shell, self._wanted_permission = number, shell, permission
        super().__init__(shell.ui, shell.api, shell.tasks, shell.clock, permission, why)

    def take(self, event: ScanEvent) -> None:
        self._shell.tasks.run(partial(_by_badge, self._shell.api, event, self._wanted_permission), self._on_badge)

    def _on_badge(self, answer: Approval | Refusal | None) -> None:
        if isinstance(answer, Approval):
            self.approved.emit(answer)
        elif answer is not None:
            self.entry.show_refusal(answer)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(
            translate("StageDesk", "First signature")
            if self._number == 1
            else translate("StageDesk", "Second signature, by somebody else")
        )


def _by_badge(api: ShellApi, event: ScanEvent, permission: Permission) -> Approval | Refusal | None:
    badge = api.badge_of(event)
    return api.approve_badge(badge.staff, badge.serial, permission) if badge is not None else None


class TwoSignatures(QObject):
    """Two people, one after the other, give their PINs."""

    def __init__(self, shell: Shell, why: Callable[[], str], done: Callable[[Approval, Approval], None]) -> None:
        super().__init__()
        self._shell, self._why, self._done = shell, why, done
        self._first: Approval | None = None

    def ask(self) -> None:
        """Open the first sheet."""
        sheet = _SignSheet(self._shell, Permission.HOLD_DRAWS, 1, self._why)
        sheet.approved.connect(self._on_first)
        self._shell.overlay.open(sheet)

    def _on_first(self, approval: Approval) -> None:
        self._first = approval
        sheet = _SignSheet(self._shell, Permission.SIGN_DRAWS, 2, self._why)
        sheet.approved.connect(self._on_second)
        self._shell.overlay.open(sheet)

    def _on_second(self, approval: Approval) -> None:
        if self._first is not None:
            self._shell.overlay.close_sheet()
            self._done(self._first, approval)


class EnvelopeSheet(Sheet):
    """What goes into an envelope, shown once: photographed or written down, and then forgotten here."""

    wide = True
    forgotten = Signal()

    def __init__(self, ui: Ui, sealed: SealedEnvelope) -> None:
        super().__init__(ui)
        self.text = Text("body", "ink2", wrap=True)
        self.digits = Text("lead", wrap=True, text=grouped(sealed.value, 64))
        self.digits.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        line = row(gap=ui.theme.space["xl"])
        line.addWidget(QrView(sealed.value, 240))
        line.addWidget(self.digits, 1)
        self.done = Button("primary", "action", key="Enter", rank="action")
        self.done.setObjectName("envelope_done")
        self.done.clicked.connect(self.close_sheet)
        self.body.addWidget(self.text)
        self.body.addLayout(line)
        self.body.addWidget(self.done)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("StageDesk", "Into the envelope"))
        self.text.setText(
            translate(
                "StageDesk",
                "Whoever holds the envelope photographs this or writes it down, and nobody else looks. It is shown once"
                " and kept nowhere: without it the draw cannot be held.",
            )
        )
        self.done.say(translate("StageDesk", "It is in the envelope"))
        self.close_button.say(translate("Sheet", "Close"))

    def enter(self) -> None:
        self.close_sheet()
