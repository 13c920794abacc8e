"""A station for customers, locked down, in a process that writes over what it frees:

    python -m tests.e2e.customers_station FOLDER

The real window on an offscreen display over a real ledger. It reads orders, a line each, and answers with a line of
JSON: `scan CODE`, `type TEXT` (where the focus is), `press NAME` (a button), `end`, `state`.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QSocketNotifier, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.bootstrap import open_terminal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.stations import StationRole
from kiosk.station import Station, application
from kiosk.ui.stations.selfservice.station import SelfServiceStation
from tests.e2e.shop import settings_of


class Orders:
    """Carries orders out, and says how it stands after each."""

    def __init__(self, station: Station) -> None:
        self._window = station.window
        made = station.window.made(StationRole.SELF_SERVICE)
        assert isinstance(made, SelfServiceStation)
        self._station = made
        self._rest = b""
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        self._tasks = station.tasks

    def _read(self) -> None:
        data = os.read(0, 65_536)
        if not data:
            QApplication.quit()
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, _, what = line.decode().partition(" ")
            getattr(self, f"_{word}")(what)
            self._settle()
            os.write(1, json.dumps(self._told()).encode() + b"\n")

    def _settle(self) -> None:
        for _ in range(20):
            QApplication.processEvents()
            while self._tasks.pending:
                QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _told(self) -> dict[str, Any]:
        screen = self._station.flow.screen
        member = self._station.flow.session.member
        return {
            "screen": screen.name if screen is not None else "",
            "member": member.masked_name if member is not None else "",
            "full": self._window.isFullScreen(),
        }

    def _scan(self, code: str) -> None:
        self._window.on_scan(ScanEvent(code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))

    def _type(self, text: str) -> None:
        for char in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                field = QApplication.focusWidget()
                assert field is not None
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))

    def _press(self, name: str) -> None:
        found = [one for one in self._window.findChildren(QAbstractButton, name) if one.isVisible()]
        found[0].click()

    def _end(self, _what: str) -> None:
        self._station.clear()

    def _state(self, _what: str) -> None:
        """Nothing is done."""


def main(folder: Path) -> int:
    """Until the orders end."""
    app = application()
    settings = replace(settings_of(folder), station=StationRole.SELF_SERVICE.value)
    station = Station(open_terminal(settings), "zh_TW")
    station.show()
    orders = Orders(station)
    app.exec()
    station.window.closing.let_go()
    del orders
    station.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
