"""A copy of a terminal that syncs beside it until it says that it is two: `python -m tests.e2e.beside FOLDER HQ-URL`.

Prints two lines: when its first whole sync ended (ISO 8601; "-" when there was none), and how many there were.
"""

from __future__ import annotations

import os
import sys
import threading
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.bootstrap import Terminal, open_terminal
from tests.e2e.shop import HUNG_S, settings_of


class Watch:
    """Whole syncs of a terminal, and whether it says that it is two."""

    def __init__(self, terminal: Terminal) -> None:
        self.syncs: list[datetime] = []
        self.two = threading.Event()
        self.before = terminal.service.sync_status().last_sync
        terminal.on_status(self._look)

    def _look(self, status: SyncStatus) -> None:
        done = status.last_sync
        if status.link is Link.COPIED and status.waits == "copied":
            self.two.set()
        elif done is not None and done != self.before and done not in self.syncs:
            self.syncs.append(done)


def main(folder: Path, url: str) -> None:
    """Sync until told."""
    terminal = open_terminal(settings_of(folder), hq_url=url)
    watch = Watch(terminal)
    try:
        terminal.start()
        assert watch.two.wait(HUNG_S), terminal.service.sync_status()
    finally:
        terminal.close()
    print(watch.syncs[0].isoformat() if watch.syncs else "-", len(watch.syncs), sep="\n", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
