"""The pages of the self-service station, and the way through them: which is shown, which one was before, who stands
there.

A page is one question, made when it is shown and gone when it is left. Nothing of a customer outlives the page it stood
on: the next page is a new widget, and this one is deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.help.outcomes import HelpCall
from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice.outcomes import Poster
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.application.sync.outcomes import Link, SyncStatus, TerminalInfo
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.actors import Customer
from kiosk.domain.time import instant
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.selfservice.layer import Saying
from kiosk.ui.stations.selfservice.session import Session
from kiosk.ui.stations.selfservice.settings import SelfServiceSettings
from kiosk.ui.widgets.basics import Panel
from kiosk.ui.words.surroundings import Audience, Surroundings

T = TypeVar("T")
Make = Callable[[], "Screen"]
"""Makes a page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that every way leads to, each made anew."""

    attract: Callable[[Flow], Screen]
    identify: Callable[[Flow], Screen]
    home: Callable[[Flow], Screen]
    trouble: Callable[[Flow, FaultReport], Screen]


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

    def __init__(self, shell: Shell, api: SelfServiceApi, settings: SelfServiceSettings, pages: Pages) -> None:
        super().__init__()
        self.shell, self.api, self.settings, self._pages = shell, api, settings, pages
        self.ui, self.tasks = shell.ui, shell.tasks
        self.session = Session(settings.clock, settings.idle_s)
        self.actor = Customer()
        self.terminal: TerminalInfo | None = None
        self.status: SyncStatus | None = None
        self.camera = CameraStatus.NONE
        self.posters: tuple[Poster, ...] = ()
        self.pictures: Sequence[tuple[str, QImage]] | None = None
        """Of the attract loop; None: nobody has read them yet."""
        self.screen: Screen | None = None
        self.scan: Callable[[ScanEvent], None] = lambda _event: None
        """Judges a code: who stands here."""
        self.help_call: HelpCall | None = None
        """Help that was called for in this session."""
        self._language = settings.language or self.ui.i18n.language
        self._path: list[Make] = []
        self._asked_by: Screen | None = None
        self.session.expired.connect(self.end)
        self.session.changed.connect(self._on_changed)

    # --- pages -------------------------------------------------------------------------------------------------------

    def attract(self) -> None:
        """Nobody is here: the campaigns invite."""
        self._path = []
        self._show(lambda: self._pages.attract(self))

    def start(self) -> None:
        """Somebody touched the screen: who are you?"""
        self.session.begin()
        self._path = [lambda: self._pages.identify(self)]
        self._show(self._path[0])

    def home(self) -> None:
        """The member's own page; who is not known yet begins."""
        if self.session.visit is None:
            self.start()
            return
        self._path = [lambda: self._pages.home(self)]
        self._show(self._path[0])

    def done(self) -> None:
        """Something came to its end: back to the member's page, or, of somebody who is none, to the beginning."""
        if self.session.member is None:
            self.end()
        else:
            self.home()

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
        self.end_help()
        self.session.end()
        self.hush()
        self._forget()
        self.ui.i18n.set_language(self._language)
        self.attract()
        self.ended.emit()

    def end_help(self) -> None:
        """Nobody is needed any more."""
        call, self.help_call = self.help_call, None
        if call is not None and not call.ended:
            self.tasks.run(partial(self.api.end_help, call.call, self.actor))

    def _forget(self) -> None:
        clipboard = QGuiApplication.clipboard()
        for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
            if clipboard.text(mode):
                clipboard.clear(mode)

    def _show(self, make: Make) -> None:
        if self.screen is not None:
            self.screen.retire()
            if self._asked_by is self.screen:
                self.hush()
        self.screen = make()
        self.showing.emit(self.screen)

    def _on_changed(self) -> None:
        if self.screen is not None:
            self.screen.session_changed()

    # --- what is said over them --------------------------------------------------------------------------------------

    def say(self, saying: Saying, of: Screen | None = None) -> None:
        """Over the page. `of`: a page whose question it is, and with which it goes."""
        self._asked_by = of
        self.saying.emit(saying)

    def hush(self) -> None:
        """Not any more."""
        self._asked_by = None
        self.saying.emit(None)

    def stumble(self, fault: Exception) -> None:
        """Work failed: the one route of all faults."""
        self.shell.messages.fault(fault)

    def show_trouble(self, report: FaultReport) -> None:
        """Something does not go on here: said calmly, with a way on."""
        self.hush()
        self.session.begin()
        self._path = [lambda: self._pages.trouble(self, report)]
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


class Screen(Panel):
    """One page between the bars. `name`: stable, of the page in the help call and in tests; `bars`: the bars above and
    below are shown."""

    name = ""
    bars = True
    waits = False
    """True while something is made durable: the page is not left by itself."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow.ui, "page")
        self.flow = flow
        self.gone = False
        self.setObjectName(f"screen_{self.name}")

    def heading(self) -> str:
        """What the page is about, in the bar above."""
        return ""

    def start_focus(self) -> QWidget:
        """Where the focus is when the page comes."""
        return self

    def arrange(self, portrait: bool) -> None:
        """Lay the parts out for a high window, or a wide one."""

    def shown(self) -> None:
        """It is on the screen now."""

    def retire(self) -> None:
        """It is left: answers that still come are nobody's."""
        self.gone = True

    # --- what comes from outside -------------------------------------------------------------------------------------

    def on_scan(self, event: ScanEvent) -> bool:
        """A code was held up. False: it is nothing to this page, and says who stands here."""
        return False

    def show_camera(self, status: CameraStatus) -> None:
        """What the camera is doing."""

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        """What it sees."""

    def show_hint(self, hint: ScanHint | None) -> None:
        """What would help a code that it sees and cannot read yet."""

    def show_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""

    def session_changed(self) -> None:
        """The member, or what is known of them, is another."""

    # --- asking ------------------------------------------------------------------------------------------------------

    def ask(self, work: Callable[[], T], then: Callable[[T], None], *, hq: bool = False) -> None:
        """Do work on the database's thread (or `hq`: on the one that may wait); the answer comes to this page, if it is
        still there, and to the customer who asked. A page that is gone asks nothing."""
        if self.gone:
            return
        asking = _Asking(self, then)
        run = self.flow.tasks.ask_hq if hq else self.flow.tasks.run
        run(work, asking.take, asking.fail)


class _Asking(QObject):
    """One question that was put; dies with its page."""

    def __init__(self, screen: Screen, then: Callable[[Any], None]) -> None:
        super().__init__(screen)
        self._screen: Screen | None = screen
        self._then: Callable[[Any], None] | None = then
        self._session = screen.flow.session.number

    def take(self, answer: Any) -> None:
        """The answer."""
        screen, then = self._let_go()
        if screen is not None and then is not None and self._session == screen.flow.session.number:
            then(answer)

    def fail(self, fault: Exception) -> None:
        """A fault: said calmly."""
        screen, _then = self._let_go()
        if screen is not None:
            screen.flow.stumble(fault)

    def _let_go(self) -> tuple[Screen | None, Callable[[Any], None] | None]:
        """Page and question, unless the page is gone; whoever still holds this one holds nothing of a customer."""
        screen, then = self._screen, self._then
        self._screen = self._then = None
        self.deleteLater()
        return (None, None) if screen is None or screen.gone else (screen, then)
