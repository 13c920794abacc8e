"""A page of the self-service station: one question, made when it is shown and gone when it is left.

Nothing of a customer outlives the page it stood on: the next page is a new widget, and this one is deleted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.application.sync.outcomes import SyncStatus
from kiosk.domain.scan.events import CameraStatus, Outline, ScanEvent
from kiosk.ui.widgets.basics import Panel

if TYPE_CHECKING:
    from kiosk.ui.stations.selfservice.flow import Flow

T = TypeVar("T")


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

    def show_status(self, status: SyncStatus) -> None:
        """How HQ is reached."""

    def session_changed(self) -> None:
        """The member, or what is known of them, is another."""

    # --- asking ------------------------------------------------------------------------------------------------------

    def ask(self, work: Callable[[], T], then: Callable[[T], None], *, hq: bool = False) -> None:
        """Do work on the database's thread (or `hq`: on the one that may wait); the answer comes to this page, if it is
        still there, and to the customer who asked."""
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
