"""A window on the second screen, which may be unplugged and plugged in again at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

AUTO = "auto"
"""The setting for "the first screen on which the clerk's window is not"."""


def screens() -> Sequence[QScreen]:
    """Those that are plugged in."""
    return QGuiApplication.screens()


class SecondScreen(QObject):
    """Keeps what customers or a room see on their screen, filling it, and out of sight while there is none. It never
    takes the focus: what a scanner types belongs to the clerk's window.

    Signals:
        placed(bool): it is on a screen now, or on none any more.
    """

    placed = Signal(bool)

    def __init__(
        self, screen: QWidget, clerk: QWidget, wanted: str, plugged_in: Callable[[], Sequence[QScreen]] = screens
    ) -> None:
        """`wanted`: AUTO, or the name of a screen as the system gives it. `clerk`: the window that is not covered."""
        super().__init__(screen)
        self.screen, self._clerk, self._wanted, self._plugged_in = screen, clerk, wanted, plugged_in
        self._watched: QWindow | None = None
        self._where: QScreen | None = None
        self._used, self._over = True, False
        screen.setWindowFlags(
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        screen.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        screen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # A screen that goes is still listed while the signal is sent, and Qt moves its windows to another one behind
        # it: what is there is looked at when both are over.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.place)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._changed)
            app.screenRemoved.connect(self._gone)
            app.primaryScreenChanged.connect(self._changed)  # as on a laptop whose lid is shut

    @Slot()
    def place(self) -> None:
        """Show the widget where it belongs, or hide it."""
        self._watch_clerk()
        screen = self._chosen() if self._used else None
        if screen is None:
            self._leave()
            return
        if screen is not self._where:
            self._leave()
            self._where = screen
            screen.geometryChanged.connect(self._resized)
        self.screen.setScreen(screen)
        self.screen.setGeometry(screen.geometry())
        if not self.screen.isVisible():
            self.screen.show()
            self.placed.emit(True)

    def use(self, used: bool) -> None:
        """Whether it is wanted at all: another window may have the second screen meanwhile."""
        self._used = used
        self.place()

    def cover(self, over: bool) -> None:
        """Where there is no second screen, lie over the clerk's window instead, or not any more. Its keys stay its
        own."""
        self._over = over
        self.place()

    @property
    def seen(self) -> bool:
        """Whether it is on a screen."""
        return self._where is not None

    @property
    def covers(self) -> bool:
        """Whether it lies over the clerk's window."""
        return self._where is not None and self._where is self._clerk.screen()

    def close(self) -> None:
        """Take the window down for good."""
        self._leave()
        self.screen.deleteLater()

    def _chosen(self) -> QScreen | None:
        clerk = self._clerk.screen()
        others = [screen for screen in self._plugged_in() if screen is not clerk]
        found = [one for one in others if self._wanted in (AUTO, one.name())]
        if found or not self._over:
            return found[0] if found else None
        return clerk

    def _leave(self) -> None:
        if self._where is not None:
            self._where.geometryChanged.disconnect(self._resized)
            self._where = None
            self.screen.hide()
            self.placed.emit(False)
        self.screen.hide()

    def _watch_clerk(self) -> None:
        """The clerk's window may be dragged to the customer's screen."""
        window = self._clerk.windowHandle()
        if window is not None and window is not self._watched:
            self._watched = window
            window.screenChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        self._later.start()

    @Slot(QScreen)
    def _gone(self, screen: QScreen) -> None:
        if screen is self._where:
            # At once: on the screen that is left it would cover the clerk's window.
            self._leave()
        self._later.start()

    @Slot(QRect)
    def _resized(self, geometry: QRect) -> None:
        self.screen.setGeometry(geometry)
