"""What a station is: a page in the shell's window, and what the two say to each other.

A station knows the shell (`Shell`) and its own use cases; it knows no other station, and the shell knows no station.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.application.shell_api import ShellApi
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.shell.actions import Action
from kiosk.ui.shell.messages import FaultReport, Messages
from kiosk.ui.shell.overlay import Overlay
from kiosk.ui.shell.print_watch import PrintWatch
from kiosk.ui.shell.sounds import Speaker
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.words.stations import station_word


@dataclass(frozen=True, slots=True)
class ShellActions:
    """What every station can do: the shell does it. A station puts them where they belong in its footer."""

    clerk: Action
    lock: Action
    language: Action
    station: Action
    printing: Action
    help: Action


@dataclass(frozen=True, slots=True)
class Shell:
    """What a station gets from the window it is in."""

    api: ShellApi
    tasks: TaskRunner
    ui: Ui
    clock: Clock
    messages: Messages
    overlay: Overlay
    sounds: Speaker
    actions: ShellActions
    printing: PrintWatch
    exit_wanted: Callable[[], None]
    """Somebody of the store wants to leave a station that nobody signs in at: asks for a manager's PIN."""


class Station(QObject):
    """A station. Lives in the GUI thread. Subclasses say at least `role`, `needs`, `page` and `actions`.

    Signals:
        badge_read(BadgeRead): somebody's badge was scanned; the shell sees to it.
    """

    badge_read = Signal(object)

    role: StationRole
    needs: Permission
    """Who may work here: whoever has this."""
    shows_help = True
    """Calls for help from the store's stations without staff are shown here: not where customers stand."""
    page: QWidget
    """What the window shows. It gets the focus, and the keys it wants."""

    @property
    def attended(self) -> bool:
        """Somebody of the store works here, and signs in. Else the page fills the window, and whoever comes uses it."""
        return self.role.attended

    def title(self) -> str:
        """Its name in the language in use."""
        return station_word(self.role)

    def actions(self) -> tuple[Action, ...]:
        """What can be done, in the order of the footer; the keys that the page ignores come here."""
        raise NotImplementedError

    def on_scan(self, event: ScanEvent) -> bool:
        """A code was scanned while somebody works and no sheet forbids it. False: it is nothing to this station, and
        the shell looks whether it is a badge."""
        return False

    def busy(self) -> bool:
        """Something is open that would be lost, such as a sale: the shell asks before it changes the station."""
        return False

    def settling(self) -> bool:
        """Something is being made durable: neither lock nor change the station now."""
        return False

    def clear(self) -> None:
        """Put aside what is open, and everything that somebody else must not see."""

    def leave_to(self, staff: Staff) -> None:
        """Somebody else works here now, and what is open is `staff`'s: put it out of sight. A station that can keeps
        it until they `begin` again."""
        self.clear()

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin(self, staff: Staff) -> None:
        """This person works here from now on. What was open goes on."""

    def begin_alone(self) -> None:
        """The page is in the window, and nobody signs in (`attended` is False)."""

    def rest(self, resting: bool) -> None:
        """The store is shut, or open again: nothing moves meanwhile."""

    def leave(self) -> None:
        """Nobody works any more; the lock is in front of the page."""

    def retry(self) -> None:
        """A fault was read: go on with what still waits."""

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, now and whenever HQ says otherwise."""

    def show_status(self, status: SyncStatus) -> None:
        """How HQ is reached and how much it does not know yet; told after every fact, too."""

    def show_camera(self, status: CameraStatus) -> None:
        """What the camera is doing."""

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        """The newest frame, while somebody works."""

    def show_hint(self, hint: ScanHint | None) -> None:
        """What would help a code that the camera sees and cannot read yet; None: nothing any more."""

    def show_refusal(self, refusal: Refusal) -> None:
        """A badge was refused while somebody works: show it where this station shows its verdicts."""

    def show_fault(self, report: FaultReport) -> bool:
        """Work cannot go on. True: the station says so itself, to people who are nobody's colleagues."""
        return False


StationFactory = Callable[[Shell], Station]
"""Makes a station when it is shown for the first time."""
