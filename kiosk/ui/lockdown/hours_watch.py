"""Whether the store is open, looked at again and again: clocks are set, and summer time comes and goes."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.lockdown.hours import OpeningHours, Standing
from kiosk.domain.time import Clock, instant

LOOK_MS = 2_000
_ANEW = timedelta(minutes=1)
"""What was found is believed for so long at most."""


class HoursWatch(QObject):
    """Lives in the GUI thread.

    Signals:
        looked(Standing): how it stands, every two seconds.
    """

    looked = Signal(object)

    def __init__(self, hours: OpeningHours, clock: Clock) -> None:
        super().__init__()
        self._hours, self._clock = hours, clock
        self._zone: ZoneInfo | None = None
        self._found: Standing | None = None
        self._from = self._until = instant(0)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def in_zone(self, zone: str) -> None:
        """The store's zone is known, or another one."""
        self._zone, self._found = ZoneInfo(zone), None
        self.look()

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """How does it stand? As long as nobody knows where the store is, it is open."""
        if self._timer.isActive():
            self.looked.emit(self.standing())

    def standing(self) -> Standing:
        """How it stands now."""
        if self._zone is None:
            return Standing(True, None)
        now = self.now()
        if self._found is None or not self._from <= now < self._until:
            self._found = self._hours.at(now, self._zone)
            self._from = now
            self._until = min(now + _ANEW, self._found.changes or now + _ANEW)
        return self._found

    def now(self) -> datetime:
        """UTC."""
        return instant(self._clock.now_ms())
