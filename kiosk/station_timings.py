"""`kiosk run --timings`: when the window was painted, and when the station could scan."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.scan.events import CameraStatus
from kiosk.station import Station


class Timings(QObject):
    """Prints seconds since `begun` (as time.time() gives it). Make it before the station is started.

    Signals:
        over(): everything was printed.
    """

    over = Signal()

    def __init__(self, station: Station, begun: float, memory: Callable[[], float]) -> None:
        """`memory`: MiB used so far at most, printed at the end."""
        super().__init__()
        self._begun = begun
        self._memory = memory
        self._missing = {"painted", "staff", "scanner"}
        queued = Qt.ConnectionType.QueuedConnection
        station.window.painted.connect(self._on_painted)
        station.window.ready.connect(self._on_staff)
        # the first preview comes with the first frame that was decoded
        station.bridge.preview.connect(self._on_scanner, queued)
        station.bridge.camera_status.connect(self._on_camera, queued)

    @Slot()
    def _on_painted(self) -> None:
        self._say("painted")
        self._have("painted")

    @Slot()
    def _on_staff(self) -> None:
        self._have("staff")

    @Slot()
    def _on_scanner(self) -> None:
        self._have("scanner")

    @Slot(object)
    def _on_camera(self, status: CameraStatus) -> None:
        if status in (CameraStatus.NONE, CameraStatus.LOST):  # there is a handheld scanner still
            self._have("scanner")

    def _have(self, what: str) -> None:
        if what in self._missing:
            self._missing.remove(what)
            if not self._missing:
                self._say("ready")
                print(f"MB {self._memory():.1f}", flush=True)
                self.over.emit()

    def _say(self, what: str) -> None:
        print(f"{what} {time.time() - self._begun:.3f}", flush=True)
