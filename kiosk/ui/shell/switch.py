"""Another station on this terminal: what is open is asked about, a manager's PIN is wanted, the choice is kept."""

from __future__ import annotations

from functools import partial

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


class StationRow(RowButton):
    """One station that this terminal can become."""

    def __init__(self, ui: Ui, role: StationRole, number: int) -> None:
        super().__init__(60)
        space = ui.theme.space
        self.role = role
        self.setObjectName(f"station_{role.value}")
        line = row(self, margins=(space["l"], 6, space["l"], 6), gap=space["m"])
        self.name = Text("lead")
        line.addWidget(self.name, 1)
        line.addWidget(KeyCap(str(number)))
        self.seal()

    def retranslate(self) -> None:
        """Its name again."""
        self.name.setText(station_word(self.role))
        self.setAccessibleName(self.name.text())


class StationSheet(Sheet):
    """Which station shall this terminal be?

    Signals:
        chosen(StationRole): this one; a manager's PIN comes next.
    """

    chosen = Signal(object)

    def __init__(self, ui: Ui, roles: tuple[StationRole, ...], *, busy: bool) -> None:
        """`roles`: the choice, without the present one. `busy`: something is open that would be put aside."""
        super().__init__(ui)
        self.what = Text("body", "ink2", wrap=True)
        self.warning = Text("strong", "warn", wrap=True)
        self.body.addWidget(self.what)
        self.body.addWidget(self.warning)
        self.warning.setVisible(busy)  # only now: by itself it would be a window of its own and take the focus
        self.rows = [StationRow(ui, role, at) for at, role in enumerate(roles, 1)]
        for line in self.rows:
            line.clicked.connect(self._on_row)
            self.body.addWidget(line)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.rows[0] if self.rows else self

    def retranslate(self) -> None:
        self.title.setText(translate("StationSwitch", "Change the station"))
        self.close_button.say(translate("Sheet", "Close"))
        self.what.setText(
            translate("StationSwitch", "What shall this terminal be from now on? A manager’s PIN is asked for next.")
        )
        self.warning.setText(
            translate("StationSwitch", "Something is open here. If you go on, it is put aside and not recorded.")
        )
        for line in self.rows:
            line.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= len(self.rows):
            self.chosen.emit(self.rows[number - 1].role)
            return True
        return False

    def _on_row(self) -> None:
        for line in self.rows:
            if line is self.sender():
                self.chosen.emit(line.role)


class StationSwitch(QObject):
    """Asks, has it journalled, and says so.

    Signals:
        switched(StationRole): durable; show it.
    """

    switched = Signal(object)

    def __init__(self, shell: Shell, roles: tuple[StationRole, ...]) -> None:
        super().__init__()
        self._shell, self._roles = shell, roles
        self._from: Station | None = None
        self._to: StationRole | None = None
        self._warned = False

    def ask(self, station: Station) -> None:
        """Begin: `station` is in the window now."""
        if self._settling(station):
            return
        self._from, self._warned = station, station.busy()
        others = tuple(role for role in self._roles if role is not station.role)
        sheet = StationSheet(self._shell.ui, others, busy=self._warned)
        sheet.chosen.connect(self._on_chosen)
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

        sheet = ApprovalSheet(
            self._shell.ui,
            self._shell.api,
            self._shell.tasks,
            self._shell.clock,
            Permission.SWITCH_STATION,
            why,
        )
        sheet.approved.connect(self._on_approved)
        sheet.refused.connect(self._on_refused)
        self._shell.overlay.open(sheet)

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
