"""Lists that are pulled with a finger, or the mouse that stands for one.

Qt has QScroller for it; but each list that it is asked for makes a kind of gesture of its own, for each of which PySide
keeps a class for good: at a station where every page is made anew for every customer, memory would grow for ever.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QScrollArea

from kiosk.ui.measure import px

STARTS = 14
"""Design pixels that a finger trembles when it means to press."""
_AWAY = QPointF(-100_000, -100_000)


class Pull(QObject):
    """Moves `area` while it is pulled; what was pressed at the beginning is not pressed then."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._window: QWindow | None = None
        self._from: tuple[float, int] | None = None
        self._pulling = False
        self._passing = False
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area:
            if event.type() is QEvent.Type.Show:
                self._watch(self._area.window().windowHandle())
            return False
        if self._passing or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pressed(event)
            case QEvent.Type.MouseMove if self._from is not None:
                return self._moved(event.globalPosition().y())
            case QEvent.Type.MouseButtonRelease:
                return self._released(event)
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def _pressed(self, event: QMouseEvent) -> None:
        viewport, bar = self._area.viewport(), self._area.verticalScrollBar()
        where = viewport.mapFromGlobal(event.globalPosition().toPoint())
        here = viewport.isVisible() and viewport.rect().contains(where) and not self._covered(where)
        self._from = (event.globalPosition().y(), bar.value()) if here and bar.maximum() > bar.minimum() else None
        self._pulling = False

    def _covered(self, where: QPoint) -> bool:
        """Something lies over the list there."""
        window, viewport = self._area.window(), self._area.viewport()
        top = window.childAt(viewport.mapTo(window, where))
        return top is not None and top is not viewport and not viewport.isAncestorOf(top)

    def _moved(self, y: float) -> bool:
        assert self._from is not None
        begun, value = self._from
        if not self._pulling and abs(y - begun) < px(STARTS):
            return False
        self._pulling = True
        self._area.verticalScrollBar().setValue(value - round(y - begun))
        return True

    def _released(self, event: QMouseEvent) -> bool:
        pulled, self._from, self._pulling = self._pulling, None, False
        if not pulled or self._window is None:
            return False
        # whatever is held down is let go of far away from it, which presses nothing
        away = QMouseEvent(
            event.type(),
            _AWAY,
            _AWAY,
            _AWAY,
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )
        self._passing = True
        QCoreApplication.sendEvent(self._window, away)
        self._passing = False
        return True
