"""What this terminal is: another station, or a scanner to be learned; and what it may lose without the network. What is
open is asked about, a manager's PIN is wanted, the choice is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.staff.outcomes import Approval
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.widgets.basics import KeyCap, RowButton, Text, row
from kiosk.ui.words.stations import station_word

if TYPE_CHECKING:
    from kiosk.application.sales.offline_loss import OfflineLoss
    from kiosk.ui.shell.print_setup import PrintSetupDesk
    from kiosk.ui.shell.scanner_sheet import ScannerSheet
    from kiosk.ui.shell.settings import ScannerDesk


class ChoiceRow(RowButton):
    """One thing that can be chosen here; `words` says it in the language in use."""

    def __init__(self, ui: Ui, name: str, number: int, words: Callable[[], str], chosen: Callable[[], None]) -> None:
        super().__init__(60)
        space = ui.theme.space
        self.setObjectName(name)
        self._words, self.choose = words, chosen
        line = row(self, margins=(space["l"], 6, space["l"], 6), gap=space["m"])
        self.name = Text("lead")
        line.addWidget(self.name, 1)
        line.addWidget(KeyCap(str(number)))
        self.clicked.connect(chosen)
        self.seal()

    def retranslate(self) -> None:
        """Its words again."""
        self.name.setText(self._words())
        self.setAccessibleName(self.name.text())


def chosen_by_digit(rows: Sequence[ChoiceRow], event: QKeyEvent) -> bool:
    """Choose the row of a digit that was pressed; False: it was none of them."""
    number = event.key() - Qt.Key.Key_0
    if not 1 <= number <= len(rows):
        return False
    rows[number - 1].choose()
    return True


class StationSheet(Sheet):
    """How shall this terminal be set up: which station is it, how does its scanner type, what does it risk offline,
    where does it print?

    Signals:
        chosen(StationRole): it becomes this one; a manager's PIN comes next.
        scanner_wanted(): learn the handheld scanner; a manager's PIN comes next.
        offline_wanted(): show what may be lost without HQ; a manager's PIN comes next.
        printers_wanted(): set the printers up; a manager's PIN comes next.
    """

    chosen = Signal(object)
    scanner_wanted = Signal()
    offline_wanted = Signal()
    printers_wanted = Signal()

    def __init__(
        self, ui: Ui, roles: tuple[StationRole, ...], *, busy: bool, scanner: bool = False, known: bool = False
    ) -> None:
        """`roles`: the choice, without the present one. `busy`: something is open that would be put aside. `scanner`:
        whether there is one to learn. `known`: a manager has said who they are."""
        super().__init__(ui)
        self._known = known
        self.what = Text("body", "ink2", wrap=True)
        self.warning = Text("strong", "warn", wrap=True)
        self.body.addWidget(self.what)
        self.body.addWidget(self.warning)
        self.warning.setVisible(busy)  # only now: by itself it would be a window of its own and take the focus
        self.rows = [
            ChoiceRow(ui, f"station_{role.value}", at, partial(_station_words, role), partial(self.chosen.emit, role))
            for at, role in enumerate(roles, 1)
        ]
        if scanner:
            self.rows.append(
                ChoiceRow(ui, "scanner_learn", len(roles) + 1, _scanner_words, partial(self.scanner_wanted.emit))
            )
        at = len(self.rows) + 1
        self.rows.append(ChoiceRow(ui, "offline_loss", at, _offline_words, partial(self.offline_wanted.emit)))
        self.rows.append(ChoiceRow(ui, "printers", at + 1, _printers_words, partial(self.printers_wanted.emit)))
        for line in self.rows:
            self.body.addWidget(line)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.rows[0] if self.rows else self

    def retranslate(self) -> None:
        self.title.setText(translate("StationSwitch", "Set this terminal up"))
        self.close_button.say(translate("Sheet", "Close"))
        self.what.setText(
            translate("StationSwitch", "Choose what shall change.")
            if self._known
            else translate("StationSwitch", "Choose what shall change. A manager’s PIN is asked for next.")
        )
        self.warning.setText(
            translate("StationSwitch", "Something is open here. Another station puts it aside, and it is not recorded.")
        )
        for line in self.rows:
            line.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        return chosen_by_digit(self.rows, event)


def _station_words(role: StationRole) -> str:
    return spaced(translate("StationSwitch", "Change the station: {station}").format(station=station_word(role)))


def _scanner_words() -> str:
    return translate("StationSwitch", "Learn the handheld scanner")


def _offline_words() -> str:
    return translate("Offline", "If the network goes")


def _printers_words() -> str:
    return translate("Printing", "Printers")


class StationSwitch(QObject):
    """Asks, has it journalled, and says so.

    Signals:
        switched(StationRole): durable; show it.
    """

    switched = Signal(object)

    def __init__(self, shell: Shell, roles: tuple[StationRole, ...], scanner: ScannerDesk | None = None) -> None:
        super().__init__()
        self._shell, self._roles, self._scanner = shell, roles, scanner
        self._from: Station | None = None
        self._to: StationRole | None = None
        self._warned = False
        self._printers: PrintSetupDesk | None = None
        self._known: Approval | None = None

    def ask(self, station: Station, approval: Approval | None = None) -> None:
        """Begin: `station` is in the window now. `approval`: a manager has just said who they are."""
        if self._settling(station):
            return
        self._from, self._warned, self._known = station, station.busy(), approval
        others = tuple(role for role in self._roles if role is not station.role)
        sheet = StationSheet(
            self._shell.ui,
            others,
            busy=self._warned,
            scanner=self._scanner is not None,
            known=approval is not None,
        )
        sheet.chosen.connect(self._on_chosen)
        sheet.scanner_wanted.connect(self._on_scanner_wanted)
        sheet.offline_wanted.connect(self._on_offline_wanted)
        sheet.printers_wanted.connect(self._on_printers_wanted)
        self._shell.overlay.open(sheet)

    def _settling(self, station: Station) -> bool:
        if station.settling():
            self._shell.messages.notice(
                lambda: translate("StationSwitch", "Something is being recorded. Change the station when it is done."),
                Level.ATTENTION,
            )
        return station.settling()

    def _on_chosen(self, role: StationRole) -> None:
        self._to = role

        def why() -> str:
            change = translate("StationSwitch", "This terminal becomes: {station}.").format(station=station_word(role))
            if self._warned:
                change = translate("StationSwitch", "{change} What is open is put aside.").format(change=change)
            return spaced(change)

        self._ask_a_manager(Permission.SWITCH_STATION, why, self._on_approved)

    def _on_scanner_wanted(self) -> None:
        def why() -> str:
            return translate("StationSwitch", "The terminal learns how its handheld scanner types.")

        self._ask_a_manager(Permission.SETTINGS, why, self._on_scanner_approved)

    def _on_scanner_approved(self, _approval: Approval) -> None:
        from kiosk.ui.shell.scanner_sheet import ScannerSheet  # hardly ever wanted, and the start waits for no import

        if self._scanner is None:
            return
        sheet = ScannerSheet(self._shell.ui, self._scanner, self._shell.sounds)
        sheet.closed.connect(partial(self._on_learned, sheet))
        self._shell.overlay.open(sheet)

    def _on_learned(self, sheet: ScannerSheet) -> None:
        if sheet.kept:
            self._shell.messages.notice(
                lambda: translate("StationSwitch", "The handheld scanner is known now, and stays so.")
            )

    def _on_offline_wanted(self) -> None:
        def why() -> str:
            return translate("Offline", "It shows what can be lost while HQ is out of reach.")

        self._ask_a_manager(Permission.SETTINGS, why, self._on_offline_approved)

    def _on_offline_approved(self, _approval: Approval) -> None:
        self._shell.tasks.run(self._shell.api.offline_loss, self._show_offline)

    def _show_offline(self, loss: OfflineLoss) -> None:
        from kiosk.ui.shell.offline_sheet import OfflineSheet  # hardly ever wanted, and the start waits for no import

        self._shell.overlay.open(OfflineSheet(self._shell.ui, loss))

    def _on_printers_wanted(self) -> None:
        def why() -> str:
            return translate("Printing", "The printers of this terminal are set up.")

        self._ask_a_manager(Permission.SETTINGS, why, self._on_printers_approved)

    def _on_printers_approved(self, approval: Approval) -> None:
        from kiosk.ui.shell.print_setup import PrintSetupDesk  # hardly ever wanted, and the start waits for no import

        self._printers = PrintSetupDesk(self._shell, approval)
        self._printers.begin()

    def _ask_a_manager(
        self, permission: Permission, why: Callable[[], str], approved: Callable[[Approval], None]
    ) -> None:
        shell, known = self._shell, self._known
        if known is not None:
            self._known = None
            shell.overlay.close_sheet()
            approved(known)
            return
        sheet = ApprovalSheet(shell.ui, shell.api, shell.tasks, shell.clock, permission, why)
        sheet.approved.connect(approved)
        sheet.refused.connect(self._on_refused)
        shell.overlay.open(sheet)

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_approved(self, approval: Approval) -> None:
        station, role = self._from, self._to
        if station is None or role is None or self._settling(station):
            return
        if station.busy() and not self._warned:
            # The till pushed a basket while the PIN was keyed in: nobody was asked about that one.
            self.ask(station)
            return
        self._shell.tasks.run(partial(self._shell.api.switch_station, role, approval.staff), self._on_done)

    def _on_done(self, _nothing: None) -> None:
        self._shell.sounds.play(Sound.OK)
        self.switched.emit(self._to)
