"""A minute at the event desk: a scanner gives a ticket every second, and every tenth guest is typed for.

usage: python -m benchmarks.desk_minute [--guests 100000] [--seconds 60] [--quick] [--json FILE]

The real page, offscreen, over the product's service with a ledger and a list in files (SQLCipher, WAL,
synchronous=FULL). The scanner is a keyboard: a signed ticket's letters, 2 ms apart, and Enter go into the window, by
way of the filter that tells a scanner from a person, one ticket a second by the clock, whether the guest before was
done or not. Every tenth guest is found by the last digits of their phone, at a person's 140 ms a key, and Enter once
they are marked. The page asks every two seconds what other desks have done, as it does in a hall.

`ticket`, `typed`: milliseconds from the last key (Enter) until the welcome has been painted; it is durable by then.
`guests a minute`: welcomes that were painted, by minute, while one guest a second came.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from benchmarks.common import spread, write_json
from benchmarks.guest_scan import VOLUNTEER, Desk, ticket
from benchmarks.station_common import let_qt_work
from benchmarks.walk_in import phone
from kiosk.adapters.clock import SystemClock
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.stations import StationRole
from kiosk.station import application
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.handheld import HandheldScanner
from kiosk.ui.shell.settings import ShellSettings
from kiosk.ui.shell.station import Shell
from kiosk.ui.shell.window import ShellWindow
from kiosk.ui.stations.desk.settings import DeskSettings
from kiosk.ui.stations.desk.station import DeskStation
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import load_theme

SCANNER_MS, PERSON_MS = 2, 140
DIGITS = 5
EVERY = 10
"""Every so manyth guest is typed for."""
MORE = 5
"""Seconds after the last guest within which the last welcome has to come."""


class Minute(QObject):
    """Guests come one a second, and what was painted when is noted."""

    def __init__(self, window: ShellWindow, desk: DeskStation, numbers: Sequence[int]) -> None:
        super().__init__()
        self._window, self._desk, self._numbers = window, desk, numbers
        self._keys: list[tuple[int, str]] = []
        self._coming = self._stamp = 0
        self._typed = False
        self._entered, self._by_hand = 0.0, False
        self.ticket: list[float] = []
        self.typed: list[float] = []
        self.painted: list[float] = []
        self.other = 0
        self._second = QTimer(self)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._next)
        self._press = QTimer(self)
        self._press.setTimerType(Qt.TimerType.PreciseTimer)
        self._press.timeout.connect(self._on_press)
        desk.verdict_painted.connect(self._on_painted)

    def begin(self) -> None:
        """Doors open."""
        self._second.start()
        self._next()

    @property
    def over(self) -> bool:
        """Everybody has come, and the last one was let in."""
        return self._coming == len(self._numbers) and len(self.painted) + self.other >= len(self._numbers)

    @Slot()
    def _next(self) -> None:
        if self._coming == len(self._numbers):
            self._second.stop()
            return
        number = self._numbers[self._coming]
        self._coming += 1
        self._typed = self._coming % EVERY == 0
        text = phone(number)[-DIGITS:] if self._typed else ticket(number)
        self._keys = [(ord(sign.upper()), sign) for sign in text] + [(Qt.Key.Key_Return.value, "\r")]
        self._stamp = round(time.monotonic() * 1000)
        if self._typed:
            self._press.start(PERSON_MS)
        while self._keys and not self._typed:  # the system's queue has them, however busy the screen is
            self._post(SCANNER_MS)

    @Slot()
    def _on_press(self) -> None:
        if not self._keys:
            self._press.stop()
        elif len(self._keys) > 1 or self._desk.page.marked is not None:  # a person looks before they press Enter
            self._post(PERSON_MS)

    def _post(self, after_ms: int) -> None:
        """The next key, with the time that the keyboard gives it."""
        key, sign = self._keys.pop(0)
        self._stamp += after_ms
        handle = self._window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            event.setTimestamp(self._stamp)
            QCoreApplication.postEvent(handle, event)
        if not self._keys:
            self._entered, self._by_hand = time.perf_counter(), self._typed

    @Slot()
    def _on_painted(self) -> None:
        now = time.perf_counter()
        verdict = self._desk.flow.verdict
        if verdict is None or verdict.kind is not VerdictKind.WELCOME:
            self.other += 1
            return
        self.painted.append(now)
        (self.typed if self._by_hand else self.ticket).append((now - self._entered) * 1000)


def measure(folder: Path, guests: int, seconds: int) -> dict[str, Any]:
    """The figures of one run."""
    app = application()
    made = Desk(folder, guests, guests // 5)
    tasks, theme, clock = TaskRunner(), load_theme("light"), SystemClock()
    names = iter(range(10**9))

    def new_desk(shell: Shell) -> DeskStation:
        return DeskStation(shell, made.service, DeskSettings(clock, lambda: f"w{next(names)}"))

    window = ShellWindow(
        made.service,
        tasks,
        theme,
        I18n(theme, "zh_TW"),
        ShellSettings(clock, idle_lock_s=0),
        {StationRole.EVENT_DESK: new_desk},
        StationRole.EVENT_DESK,
    )
    handheld = HandheldScanner()
    handheld.scanned.connect(window.on_scan)
    try:
        window.show()
        window.activateWindow()
        handheld.install(app)
        window.sign_in.signed_in.emit(VOLUNTEER)
        desk = window.station
        assert isinstance(desk, DeskStation)
        let_qt_work(lambda: desk.flow.place is not None and desk.flow.board.counts.expected > 0)
        first = guests // 5
        step = max(1, (guests - first) // (seconds + 1))
        minute = Minute(window, desk, range(first, first + seconds * step, step))
        began = time.perf_counter()
        minute.begin()
        while not minute.over and time.perf_counter() - began <= seconds + MORE:
            _let_pass(minute)
        within = sum(1 for at in minute.painted if at - began <= seconds + 1)
        return {
            "guests": guests,
            "came": len(minute.painted),
            "other verdicts": minute.other,
            "guests a minute": round(within * 60 / seconds),
            "ticket ms": spread(minute.ticket, 1),
            "typed ms": spread(minute.typed or [0.0], 1),
        }
    finally:
        handheld.remove(app)
        window.closing.let_go()
        window.close()
        tasks.close()
        made.ledger.close()
        made.reference.close()


def _let_pass(minute: Minute) -> None:
    """Ten seconds, or until everybody is in."""
    until = time.perf_counter() + 10
    let_qt_work(lambda: minute.over or time.perf_counter() > until)


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guests", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--quick", action="store_true", help="20 seconds, 2,000 guests")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args(argv)
    guests, seconds = (2_000, 20) if args.quick else (args.guests, args.seconds)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), guests, seconds)
    for name, value in found.items():
        print(f"{name}: {value}")
    write_json(args.json, found)
    return found


if __name__ == "__main__":
    main()
