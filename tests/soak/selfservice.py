"""Sessions at a station for customers, one after the other, by hands that press whatever there is:

    python -m tests.soak.selfservice [--sessions 5000] [--seed 1] [--presses 12]      (make soak-selfservice)

The real window over a real ledger of an enrolled terminal that cannot reach HQ, in a process that writes over what it
frees. Every session begins with a member's pass, wanders, and ends. Prints how the memory goes, and ends with 1 when
something was raised, when a page of trouble came, or when the memory after the warm-up and at the end differ by more
than 5 %: what the process has to itself. Pages of files (two fonts of 35 MB each) come and go as the system likes.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.bootstrap import open_terminal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.stations import StationRole
from kiosk.station import Station, application
from kiosk.ui.stations.selfservice.station import SelfServiceStation
from kiosk.watchdog.forgetting import environment
from tests.e2e.shop import ROOT, Shop, Visit, prepare

FLAT = 0.05
_WARM_UP = 300
"""Sessions until pictures, fonts and the allocator's pages are there; of a shorter run, half."""


def memory_kb() -> int:
    """What this process has in RAM, and no file has."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("RssAnon:")[2].split()[0])


@dataclass
class Seen:
    """What became of the sessions."""

    faults: list[str] = field(default_factory=list)
    pages: Counter[str] = field(default_factory=Counter)
    memory: list[int] = field(default_factory=list)
    widgets: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)


class Sessions:
    """Hands at the station."""

    def __init__(self, shop: Shop, seed: int, presses: int) -> None:
        self._app = application()
        settings = replace(shop.settings, station=StationRole.SELF_SERVICE.value)
        self.station = Station(open_terminal(settings), "zh_TW")
        self.station.show()
        made = self.station.window.made(StationRole.SELF_SERVICE)
        assert isinstance(made, SelfServiceStation)
        self.page = made
        self.seen = Seen()
        self._chance, self._presses = random.Random(seed), presses
        sys.excepthook = self._raised
        self.settle()

    def close(self) -> None:
        """Close the station."""
        self.station.window.closing.let_go()
        self.station.close()

    def _raised(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        self.seen.faults.append("".join(traceback.format_exception(kind, fault, trace)))

    def settle(self) -> None:
        """Until everything is answered."""
        for _ in range(4):
            QApplication.processEvents()
            while self.station.tasks.pending:
                QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def play(self, visit: Visit) -> None:
        """One whole session."""
        self.station.window.on_scan(ScanEvent(visit.pass_code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
        self.settle()
        for _ in range(self._chance.randrange(self._presses)):
            self._press()
        self.page.clear()
        self.settle()

    def _press(self) -> None:
        there = [
            one
            for one in self.station.window.findChildren(QAbstractButton)
            if one.isVisible() and one.isEnabled() and one.objectName() != "end"
        ]
        if there:
            self._chance.choice(there).click()
            self.settle()
        screen = self.page.flow.screen
        if screen is not None:
            self.seen.pages[screen.name] += 1
            if screen.name == "trouble":
                self.seen.faults.append("a page of trouble")

    def rest(self) -> int:
        """Everything that can go has gone; how many objects are left."""
        gc.collect()
        self.settle()
        return len(gc.get_objects())

    def measure(self) -> None:
        """How it stands between two sessions."""
        objects = self.rest()
        self.seen.memory.append(memory_kb())
        self.seen.widgets.append(len(QApplication.allWidgets()))
        self.seen.objects.append(objects)


def soak(folder: Path, sessions: int, seed: int, presses: int) -> Seen:
    """Play so many sessions at a copy of the prepared terminal in `folder`."""
    hands = Sessions(Shop(folder / "prepared", folder / "shop"), seed, presses)
    visits = hands_of(folder)
    warm_up, step = min(max(_WARM_UP, sessions // 10), max(1, sessions // 2)), max(1, sessions // 20)
    for at in range(sessions):
        hands.play(visits[at % len(visits)])
        if at + 1 < warm_up and (at + 1) % step == 0:
            hands.rest()  # as later on: what it takes to look has its own pages
        if at + 1 == warm_up or (at + 1 > warm_up and (at + 1) % step == 0) or at + 1 == sessions:
            hands.measure()
            seen = hands.seen
            mib = seen.memory[-1] / 1024
            print(f"{at + 1}: {mib:.1f} MiB, {seen.widgets[-1]} widgets, {seen.objects[-1]} objects", flush=True)
    hands.close()
    return hands.seen


def hands_of(folder: Path) -> list[Visit]:
    """Whose passes are shown, in turn."""
    return Shop(folder / "prepared", folder / "looked").visits[:40]


def _verdict(seen: Seen) -> int:
    change = seen.memory[-1] / seen.memory[0] - 1
    print(f"memory {change:+.1%}, widgets {seen.widgets[0]} → {seen.widgets[-1]}, {len(seen.faults)} faults")
    print("pages:", ", ".join(f"{name} {count}" for name, count in seen.pages.most_common()))
    for fault in seen.faults[:5]:
        print(fault, file=sys.stderr)
    return int(bool(seen.faults) or abs(change) > FLAT)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--presses", type=int, default=12)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.folder is not None:
        return _verdict(soak(args.folder, args.sessions, args.seed, args.presses))
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place) / "prepared", members=200)
        again: list[Any] = [sys.executable, "-m", "tests.soak.selfservice", "--folder", place]
        again += ["--sessions", str(args.sessions), "--seed", str(args.seed), "--presses", str(args.presses)]
        return subprocess.run(again, cwd=ROOT, env=environment(os.environ), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
