"""The self-service station: what the shell tells it, and what it does by itself."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.application.selfservice.outcomes import Poster
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.ui.shell.actions import Action
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.stations.selfservice.attract import AttractScreen
from kiosk.ui.stations.selfservice.flow import Flow, Pages
from kiosk.ui.stations.selfservice.home import HomeScreen
from kiosk.ui.stations.selfservice.identifier import Identifier
from kiosk.ui.stations.selfservice.identify import IdentifyScreen
from kiosk.ui.stations.selfservice.page import SelfServicePage
from kiosk.ui.stations.selfservice.settings import SelfServiceSettings
from kiosk.ui.stations.selfservice.trouble import TroubleScreen
from kiosk.ui.theme import FESTIVE
from kiosk.ui.words.documents.campaign_rules import frame_of


class SelfServiceStation(Station):
    """A customer alone at a screen."""

    role = StationRole.SELF_SERVICE
    needs = Permission.ACT_FOR_ONESELF
    shows_help = False
    page: SelfServicePage

    def __init__(self, shell: Shell, api: SelfServiceApi, settings: SelfServiceSettings) -> None:
        super().__init__()
        self._shell = shell
        self.flow = Flow(shell, api, settings, Pages(AttractScreen, IdentifyScreen, HomeScreen, TroubleScreen))
        self.identifier = Identifier(self.flow)
        self.flow.scan = self.identifier.scan
        self.page = SelfServicePage(self.flow)
        self._plain = shell.ui.theme.name
        self._working = False

    def actions(self) -> tuple[Action, ...]:
        return (self._shell.actions.station,)

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin_alone(self) -> None:
        self._working = True
        self._plain = self._shell.ui.theme.name
        self.flow.attract()
        self._look()

    def leave(self) -> None:
        self._working = False
        self._shell.ui.set_theme(self._plain)

    def clear(self) -> None:
        if self.flow.session.open:
            self.flow.end()

    def busy(self) -> bool:
        return self.flow.session.open

    def settling(self) -> bool:
        return self.flow.screen is not None and self.flow.screen.waits

    def on_scan(self, event: ScanEvent) -> bool:
        self.flow.session.touch()
        if self.flow.screen is None or not self.flow.screen.on_scan(event):
            self.identifier.scan(event)
        return True

    def show_terminal(self, terminal: TerminalInfo) -> None:
        self.flow.terminal = terminal
        if self._working:
            self._look()

    def show_status(self, status: SyncStatus) -> None:
        self.flow.status = status
        if self.flow.screen is not None:
            self.flow.screen.show_status(status)

    def show_camera(self, status: CameraStatus) -> None:
        self.flow.camera = status
        if self.flow.screen is not None:
            self.flow.screen.show_camera(status)

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        if self.flow.screen is not None:
            self.flow.screen.show_frame(image, outline)

    def show_hint(self, hint: ScanHint | None) -> None:
        if self.flow.screen is not None:
            self.flow.screen.show_hint(hint)

    def show_fault(self, report: FaultReport) -> bool:
        self.flow.show_trouble(report)
        return True

    def retry(self) -> None:
        self.flow.home()

    def rest(self, resting: bool) -> None:
        """The store is closed, or open again: nothing moves meanwhile."""
        if isinstance(self.flow.screen, AttractScreen):
            self.flow.screen.rest(resting)

    # --- campaigns ---------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._shell.tasks.run(self.flow.api.posters, self._on_posters)

    def _on_posters(self, posters: tuple[Poster, ...]) -> None:
        self.flow.posters = posters
        festive = any(frame_of(poster.theme) not in (Frame.PLAIN, Frame.NONE) for poster in posters)
        if self._working:
            self._shell.ui.set_theme(FESTIVE if festive else self._plain)
        if isinstance(self.flow.screen, AttractScreen):
            self.flow.screen.renew()
