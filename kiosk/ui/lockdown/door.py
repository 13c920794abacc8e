"""The way out of a station for customers: hidden, for managers only, and journalled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.staff.outcomes import Approval, BadgeRead, SignedIn
from kiosk.domain.lockdown.ways import Way
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.roles import Permission
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.shell.switch import ChoiceRow, chosen_by_digit
from kiosk.ui.widgets.basics import Text

LEFT_ALONE_MS = 45_000
"""A sheet of the staff's that nobody touches for so long goes by itself: a customer comes next."""


def _why() -> str:
    return translate("Door", "This station is for customers. Your PIN or your badge lets you set it up or leave it.")


class DoorSheet(ApprovalSheet):
    """A manager's PIN, or their badge held up. What it gives is as with every approval."""

    on_scan = OnScan.TAKE

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.ui, shell.api, shell.tasks, shell.clock, Permission.SWITCH_STATION, _why)

    def take(self, event: ScanEvent) -> None:
        self._tasks.run(partial(self._api.badge_of, event), self._on_badge)

    def _on_badge(self, badge: BadgeRead | None) -> None:
        if badge is not None:
            self._tasks.run(partial(self._api.sign_in_badge, badge.staff, badge.serial), self._on_signed_in)

    def _on_signed_in(self, answer: SignedIn | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._on_answer(answer)
            return
        who = answer.actor
        self._tasks.run(partial(self._api.sign_out, who))  # they opened the door, and do not work here
        if who.may(self._permission):
            self._on_answer(Approval(who.id, who.name))
        else:
            self._on_answer(Refusal(RefusalCode.NOT_PERMITTED, {"name": who.name}))


class WaysSheet(Sheet):
    """What a manager may do behind the door.

    Signals:
        chosen(Way): this.
    """

    chosen = Signal(object)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self.rows = [
            ChoiceRow(ui, f"door_{way.value}", at, _WORDS[way], partial(self.chosen.emit, way))
            for at, way in enumerate(Way, 1)
        ]
        for line in self.rows:
            self.body.addWidget(line)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.rows[0]

    def retranslate(self) -> None:
        self.title.setText(translate("Door", "Staff only"))
        self.close_button.say(translate("Sheet", "Close"))
        self.what.setText(translate("Door", "Whoever was using the station is signed off first."))
        for line in self.rows:
            line.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        return chosen_by_digit(self.rows, event)


_WORDS: dict[Way, Callable[[], str]] = {
    Way.SET_UP: lambda: translate("Door", "Set this terminal up"),
    Way.LEAVE: lambda: translate("Door", "Close the program"),
}


class Door(QObject):
    """Opens for managers.

    Signals:
        passed(Way, Approval): a manager chose it, and it is journalled.
    """

    passed = Signal(object, object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._who: Approval | None = None
        self._way: tuple[Way, Approval] | None = None
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(LEFT_ALONE_MS)
        self._alone.timeout.connect(self._left_alone)

    def open(self) -> None:
        """Ask who it is; nothing while that is asked already."""
        if self._shell.overlay.sheet is not None:
            return
        sheet = DoorSheet(self._shell)
        sheet.approved.connect(self._on_approved)
        sheet.refused.connect(self._on_refused)
        self._shell.overlay.open(sheet)
        self._alone.start()

    def close(self) -> None:
        """Nobody's sheet is put away any more: another station is in the window."""
        self._alone.stop()
        self._who = None

    def touched(self) -> None:
        """Somebody is there."""
        if self._alone.isActive():
            self._alone.start()

    def _left_alone(self) -> None:
        self._who = None
        self._shell.overlay.close_sheet()

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_approved(self, approval: Approval) -> None:
        self._who = approval
        sheet = WaysSheet(self._shell.ui)
        sheet.chosen.connect(self._on_chosen)
        # the sheet before closes itself once its answer was heard
        QTimer.singleShot(0, sheet, partial(self._shell.overlay.open, sheet))

    def _on_chosen(self, way: Way) -> None:
        who, self._who = self._who, None
        if who is not None:
            self._way = way, who
            self._shell.tasks.run(partial(self._shell.api.open_door, way, who.staff), self._on_journalled)

    def _on_journalled(self, _nothing: None) -> None:
        taken, self._way = self._way, None
        if taken is not None:
            self._shell.overlay.close_sheet()
            self._shell.sounds.play(Sound.OK)
            self.passed.emit(*taken)
