"""The window of a station for customers: it fills its screen, nothing leads out of it but a door for managers, and it
is dark while the store is shut. Off while another station is in the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.application.staff.outcomes import Approval
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.lockdown.hours import OpeningHours, Standing
from kiosk.domain.lockdown.ways import Way
from kiosk.domain.time import Clock
from kiosk.ui.lockdown.door import Door
from kiosk.ui.lockdown.guard import Guard, SystemKeys
from kiosk.ui.lockdown.hours_watch import HoursWatch
from kiosk.ui.lockdown.night import NightPage
from kiosk.ui.lockdown.screen_keeper import ScreenKeeper
from kiosk.ui.shell.window import ShellWindow


@dataclass(frozen=True, slots=True)
class LockDownSettings:
    """`screen`: the name of the one it fills, "" for the first. `hours`: when it is bright. `system`: keeps keys from
    the system."""

    clock: Clock
    screen: str = ""
    hours: OpeningHours = OpeningHours()  # noqa: RUF009  (frozen)
    system: SystemKeys | None = None


class LockDown(QObject):
    """Follows the station that is in the window."""

    def __init__(self, window: ShellWindow, settings: LockDownSettings) -> None:
        super().__init__(window)
        self._window = window
        self.guard = Guard(window, lambda: window.closing.free, settings.clock.mono_ms, settings.system)
        self.screen = ScreenKeeper(window, settings.screen)
        self.door = Door(window.shell)
        self.night = NightPage(window.ui, window)
        self.hours = HoursWatch(settings.hours, settings.clock)
        self.guard.door_wanted.connect(self._on_door_wanted)
        self.guard.touched.connect(self._on_touched)
        self.door.passed.connect(self._on_passed)
        self.hours.looked.connect(self._on_looked)
        window.station_changed.connect(self.look)
        window.terminal_known.connect(self._on_terminal)
        window.exit_by(self._on_door_wanted)

    def look(self) -> None:
        """Lock the window down if customers stand before it, or let go of it."""
        if self._window.station.attended:
            self._let_go()
        elif not self.guard.engaged:
            self.guard.engage()
            self.screen.start()
            if self._window.terminal is not None:
                self._on_terminal(self._window.terminal)
            self.hours.start()

    def _let_go(self) -> None:
        self.hours.stop()
        self._day()
        self.door.close()
        self.guard.release()
        self.screen.stop()

    # --- the door ----------------------------------------------------------------------------------------------------

    def _on_touched(self) -> None:
        self.night.wake()
        self.door.touched()

    def _on_door_wanted(self) -> None:
        if self.guard.engaged:
            self.door.open()

    def _on_passed(self, way: Way, approval: Approval) -> None:
        self._window.station.clear()
        if way is Way.LEAVE:
            self._window.closing.let_go()
            self._window.quit_wanted.emit()
        else:
            self._window.set_up(approval)

    # --- opening hours -----------------------------------------------------------------------------------------------

    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self.hours.in_zone(terminal.zone)

    def _on_looked(self, standing: Standing) -> None:
        if standing.open:
            self._day()
        elif not self._window.station.busy():  # whoever stands there still may end what they began
            self.night.fall(self.hours.now(), standing.changes)
            self._window.rest(True)
            if self._window.overlay.sheet is not None:
                self._window.overlay.raise_()

    def _day(self) -> None:
        if not self.night.isHidden():
            self.night.lift()
            self._window.rest(False)
