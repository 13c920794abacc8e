"""The way through the pages: which is shown, which one was before, and who stands there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice.outcomes import Poster
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.staff.actors import Customer
from kiosk.domain.time import instant
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.selfservice.layer import Saying
from kiosk.ui.stations.selfservice.screen import Screen
from kiosk.ui.stations.selfservice.session import Session
from kiosk.ui.stations.selfservice.settings import SelfServiceSettings
from kiosk.ui.words.surroundings import Audience, Surroundings

Make = Callable[[], Screen]
"""Makes a page."""


class Flow(QObject):
    """Shows pages, one after the other.

    Signals:
        showing(Screen): this page takes the place of the one before.
        saying(Saying or None): something is said over the page; None: not any more.
        ended(): everything of the customer is gone.
    """

    showing = Signal(object)
    saying = Signal(object)
    ended = Signal()

    def __init__(self, shell: Shell, api: SelfServiceApi, settings: SelfServiceSettings) -> None:
        super().__init__()
        self.shell, self.api, self.settings = shell, api, settings
        self.ui, self.tasks = shell.ui, shell.tasks
        self.session = Session(settings.clock, settings.idle_s)
        self.actor = Customer()
        self.terminal: TerminalInfo | None = None
        self.status: SyncStatus | None = None
        self.camera = CameraStatus.NONE
        self.posters: tuple[Poster, ...] = ()
        self.screen: Screen | None = None
        self._language = settings.language or self.ui.i18n.language
        self._path: list[Make] = []
        self.session.expired.connect(self.end)
        self.session.changed.connect(self._on_changed)

    # --- pages -------------------------------------------------------------------------------------------------------

    def attract(self) -> None:
        """Nobody is here: the campaigns invite."""
        from kiosk.ui.stations.selfservice.attract import AttractScreen

        self._path = []
        self._show(lambda: AttractScreen(self))

    def start(self) -> None:
        """Somebody touched the screen: who are you?"""
        from kiosk.ui.stations.selfservice.identify import IdentifyScreen

        self.session.begin()
        self._path = [lambda: IdentifyScreen(self)]
        self._show(self._path[0])

    def home(self) -> None:
        """The member's own page; who is not known yet begins."""
        from kiosk.ui.stations.selfservice.home import HomeScreen

        if self.session.visit is None:
            self.start()
            return
        self._path = [lambda: HomeScreen(self)]
        self._show(self._path[0])

    def go(self, make: Make) -> None:
        """On to a page; back leads here."""
        self.session.begin()
        self._path.append(make)
        self._show(make)

    def instead(self, make: Make) -> None:
        """On to a page that takes this one's place: back does not lead here."""
        self.session.begin()
        self._path[-1:] = [make]
        self._show(make)

    def begin_at(self, make: Make) -> None:
        """Somebody looks at something before they say who they are; back from there is the beginning."""
        self.session.begin()
        self._path = [make]
        self._show(make)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before this one that is not the end."""
        return len(self._path) > 1 or (self.session.open and self.session.member is None and bool(self._path))

    def back(self) -> None:
        """The page before; from the first one, to the beginning."""
        if self.screen is not None and self.screen.waits:
            return
        if len(self._path) < 2:
            if self.session.member is None:
                self.end()
            return
        self._path.pop()
        self._show(self._path[-1])

    def end(self) -> None:
        """The customer goes, or is gone: nothing of them stays."""
        self._path = []
        self.session.end()
        self.saying.emit(None)
        self._forget()
        self.ui.i18n.set_language(self._language)
        self.attract()
        self.ended.emit()

    def _forget(self) -> None:
        clipboard = QGuiApplication.clipboard()
        for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
            if clipboard.text(mode):
                clipboard.clear(mode)

    def _show(self, make: Make) -> None:
        if self.screen is not None:
            self.screen.retire()
        self.screen = make()
        self.showing.emit(self.screen)

    def _on_changed(self) -> None:
        if self.screen is not None:
            self.screen.session_changed()

    # --- what is said over them --------------------------------------------------------------------------------------

    def say(self, saying: Saying) -> None:
        """Over the page."""
        self.saying.emit(saying)

    def hush(self) -> None:
        """Not any more."""
        self.saying.emit(None)

    def stumble(self, fault: Exception) -> None:
        """Work failed: the one route of all faults."""
        self.shell.messages.fault(fault)

    def show_trouble(self, report: FaultReport) -> None:
        """Something does not go on here: said calmly, with a way on."""
        from kiosk.ui.stations.selfservice.trouble import TroubleScreen

        self.hush()
        self.session.begin()
        self._path = [lambda: TroubleScreen(self, report)]
        self._show(self._path[0])

    # --- what pages need to know -------------------------------------------------------------------------------------

    @property
    def online(self) -> bool:
        """HQ can be asked."""
        return self.status is not None and self.status.link is Link.ONLINE

    @property
    def desk(self) -> PrintDesk:
        """How printing stands."""
        return self.shell.printing.desk

    def around(self) -> Surroundings:
        """What words for a customer need."""
        stores = {id_: self.ui.i18n.text(name) for id_, name in self.terminal.stores} if self.terminal else {}
        now = instant(self.settings.clock.now_ms())
        return Surroundings(self.ui.i18n, now, stores, audience=Audience.CUSTOMER)

    def identified(self, visit: Visit) -> None:
        """It is this member: their page comes at once, what they may do a moment later."""
        self.shell.sounds.play(Sound.OK)
        self.session.is_member(visit)
        self.home()

    def renew(self, visit: Visit) -> None:
        """What was done changed the member: the pages see it."""
        self.session.visit = visit
        self.session.changed.emit()
