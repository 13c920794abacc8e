"""A window that fills its screen, and the screen that may go and come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screens() -> Sequence[QScreen]:
    """Those that are plugged in."""
    return QGuiApplication.screens()


class ScreenKeeper(QObject):
    """Keeps `window` filling the screen that is wanted, whatever makes it smaller, moves or hides it.

    Without a name that is the first screen. A screen that is named and not there hides the window as long as there are
    others: what stands on those is somebody else's.
    """

    def __init__(
        self, window: QWidget, wanted: str = "", plugged_in: Callable[[], Sequence[QScreen]] = screens
    ) -> None:
        super().__init__(window)
        self._window, self._wanted, self._plugged_in = window, wanted, plugged_in
        self._where: QScreen | None = None
        self._on = False
        self._became = QRect()
        # a screen that goes is still listed while the signal is sent: what is there is looked at when that is over
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)

    def start(self) -> None:
        """Fill the screen from now on. The window has no frame any more, and is above all others."""
        if self._on:
            return
        self._on = True
        self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint, True)
        self._window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
        self._window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._changed)
            app.screenRemoved.connect(self._changed)
            app.primaryScreenChanged.connect(self._changed)
            app.applicationStateChanged.connect(self._changed)
        self.place()

    def stop(self) -> None:
        """The window is like others again."""
        if not self._on:
            return
        self._on = False
        self._later.stop()
        self._watch(None)
        self._window.removeEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._changed)
            app.screenRemoved.disconnect(self._changed)
            app.primaryScreenChanged.disconnect(self._changed)
            app.applicationStateChanged.disconnect(self._changed)
        self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint, False)
        self._window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, False)
        self._window.showMaximized()

    @Slot()
    def place(self) -> None:
        """Put the window where it belongs, if it is not there."""
        screen = self._chosen()
        self._watch(screen)
        if screen is None:
            self._window.hide()
            return
        window = self._window
        if window.screen() is not screen:
            if window.isVisible():
                window.setWindowState(Qt.WindowState.WindowNoState)  # a full screen is left on the screen it is on
            window.setScreen(screen)
        # a window that cannot be as small as its screen is left as large as it became
        if window.geometry() not in (screen.geometry(), self._became):
            window.setGeometry(screen.geometry())
        if not (window.isVisible() and window.isFullScreen()):
            window.showFullScreen()
        self._became = window.geometry()
        if not window.isActiveWindow():
            window.activateWindow()

    def _chosen(self) -> QScreen | None:
        there = list(self._plugged_in())
        if not self._wanted:
            primary = QGuiApplication.primaryScreen()
            return primary if primary in there else next(iter(there), None)
        return next((screen for screen in there if screen.name() == self._wanted), None)

    def _watch(self, screen: QScreen | None) -> None:
        if screen is self._where:
            return
        if self._where is not None:
            self._where.geometryChanged.disconnect(self._resized)
        self._where = screen
        if screen is not None:
            screen.geometryChanged.connect(self._resized)

    @Slot()
    def _changed(self) -> None:
        self._later.start()

    @Slot(QRect)
    def _resized(self, _geometry: QRect) -> None:
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in (
            QEvent.Type.WindowStateChange,
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.WindowDeactivate,
        ):
            self._later.start()
        return False
