"""Whether anybody is there: the station locks itself when nobody is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent, QWindow

from kiosk.domain.staff.pins import idle_locked
from kiosk.domain.time import Clock

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


_GRACE = timedelta(seconds=5)


class Presence(QObject):
    """Watches the hands at a window. Scans are told with `touch`."""

    def __init__(self, clock: Clock, limit_s: int, lock: Callable[[], bool] = lambda: False) -> None:
        """`limit_s`: seconds of rest until nobody is there any more; 0: never. `lock`: called when hands come to
        a window whose clerk is long gone (the machine slept, and woke with this key); True when it locked now: then the
        key is nobody's."""
        super().__init__()
        self._lock = lock
        self._clock = clock
        self._limit = timedelta(seconds=limit_s)
        self._last_ms = clock.mono_ms()

    def touch(self) -> None:
        """Somebody did something."""
        self._last_ms = self._clock.mono_ms()

    @property
    def gone(self) -> bool:
        """Nobody has done anything for as long as the limit."""
        return bool(self._limit) and idle_locked(self._last_ms / 1000, self._clock.mono_ms() / 1000, self._limit)

    @property
    def overslept(self) -> bool:
        """Nobody has for so long that the lock would have come by itself, had the machine been awake."""
        late = self._limit + _GRACE
        return bool(self._limit) and idle_locked(self._last_ms / 1000, self._clock.mono_ms() / 1000, late)

    def watch(self, window: QWindow) -> None:
        """Keys, clicks and touches of a whole window come in here first. A filter on the application would see every
        event of every widget instead."""
        window.installEventFilter(self)

    def leave(self, window: QWindow) -> None:
        """Watch it no longer."""
        window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent) and event.type() in _ACTIVITY:
            if self.overslept and self._lock():
                return True
            self.touch()
        return False
