"""A station beside an existing till, for tests that kill it:

    python -m tests.e2e.till_station FOLDER HQ-URL PORT DROP [die-when-sold]

Its real window is on an offscreen display; nobody is signed in. It prints `ready` when it is painted and works until
killed. `die-when-sold`: it kills itself between the commit of the first sale and the answer about it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.bootstrap import open_terminal
from kiosk.station import Station, application
from tests.e2e.shop import settings_of

_KILL = 9  # by number, because Windows has no such signal and ends a process at once for any that it does not know


class Deadly:
    """Watches the till, and dies at its first sale."""

    def basket_arrived(self, visit: Visit) -> None:
        """Nothing yet."""

    def sale_made(self, redemption: Redemption) -> None:
        """It is durable, and nobody was told."""
        os.kill(os.getpid(), _KILL)

    def put_aside(self, till: str) -> None:
        """Nothing."""


def main(folder: Path, url: str, port: int, drop: str, *, die: bool) -> None:
    """Work until killed."""
    app = application()
    settings = replace(settings_of(folder), till_port=port, till_drop=drop)
    station = Station(open_terminal(settings, hq_url=url), "en")
    station.window.whole.connect(station.start)
    if die:  # after the start, which has the station watch
        station.window.whole.connect(lambda: station.terminal.till.watched_by(Deadly()))
    station.window.painted.connect(lambda: os.write(1, b"ready\n"))
    station.window.show()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4], die="die-when-sold" in sys.argv)
