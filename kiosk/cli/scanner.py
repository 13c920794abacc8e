"""`kiosk scanner learn`: scan one code three times, and the terminal knows how its handheld scanner types."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from kiosk.cli.arguments import number
from kiosk.cli.display import display_needed
from kiosk.config import load, settings_file
from kiosk.domain.scan.burst_shape import Stroke
from kiosk.domain.scan.scanner_learning import LEAST_SCANS, Learned, NotLearned, learn
from kiosk.scanner_settings import keep, overruled, values_of
from kiosk.ui.shell.handheld import key_time
from kiosk.ui.shell.scan_watch import ScanWatch


class LearningWindow(QWidget):
    """Watches keys until the same code was scanned often enough. `done` gets the scans; closing the window ends it."""

    def __init__(
        self,
        times: int,
        done: Callable[[list[list[Stroke]]], None],
        *,
        key_clock: Callable[[QKeyEvent], float] = key_time,
    ) -> None:
        super().__init__()
        self.scans: list[list[Stroke]] = []
        self._times, self._done = times, done
        self.watch = ScanWatch(key_clock=key_clock, parent=self)
        self.watch.scanned.connect(self._on_scanned)
        self._words = QLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._words)
        self.setWindowTitle("kiosk scanner learn")
        self.resize(640, 240)
        self._say()

    def _say(self) -> None:
        self._words.setText(f"Scan one and the same code {self._times} times.\n\n{len(self.scans)} of {self._times}")

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False  # Tab is a key of the scanner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.watch.press(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.watch.release(event)

    def _on_scanned(self, scan: list[Stroke]) -> None:
        self.scans.append(scan)
        self._say()
        if len(self.scans) >= self._times:
            self._done(self.scans)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `scanner` to the command line."""
    scanner = subparsers.add_parser("scanner", help="learn how the handheld scanner types")
    what = scanner.add_subparsers(dest="what", required=True, metavar="learn")
    learning = what.add_parser("learn", help="scan one code three times; the settings file is written")
    learning.add_argument("--times", type=number(1, 50), default=LEAST_SCANS, help="how many scans (default: 3)")
    learning.add_argument("--code", help="what the code says; what the scanner types before it is its prefix")
    learning.add_argument("--dry-run", action="store_true", help="print the settings and write nothing")


def run(args: argparse.Namespace) -> int:
    """0 learned, 1 not."""
    load(args.config)  # a settings file that cannot be read is not written to
    scans = watch(max(LEAST_SCANS, args.times))
    try:
        learned = learn(scans, code=args.code)
    except NotLearned as fault:
        print(f"not learned: {fault}", file=sys.stderr)
        return 1
    print(summary(learned))
    for name, value in values_of(learned).items():
        print(f"{name} = {value}")
    if not args.dry_run:
        file: Path = settings_file(args.config, os.environ)
        keep(file, learned)
        print(f"written to {file}; in force when the station is opened next")
        if ignored := overruled(os.environ):
            print(f"{ignored} of the environment: what was learned is in force in its place")
    return 0


def watch(times: int) -> list[list[Stroke]]:
    """The keys of so many scans into a window; fewer when it was closed."""
    with display_needed("kiosk scanner learn"):
        app = QApplication.instance() or QApplication([])
    window = LearningWindow(times, lambda _scans: app.quit())
    window.show()
    window.activateWindow()
    app.exec()
    window.close()
    return window.scans


def summary(learned: Learned) -> str:
    """What was found, for a person."""
    end = {"\r": "Enter", "\t": "Tab"}.get(learned.end[:1], "nothing")
    said = (
        f"{len(learned.text)} {'characters by Alt and the number block' if learned.by_alt else 'keys'}, usually "
        f"{learned.usual_gap_s * 1000:.0f} ms apart, at most {learned.longest_gap_s * 1000:.0f} ms, then {end}"
    )
    if learned.stays_digits:
        said += (
            "\nslow, and nothing after a code: short codes stay like typed digits. Have it send Enter, and learn again"
        )
    return said
