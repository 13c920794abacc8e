"""Draws as they are played, painted by software: frames a second, what one takes, and how soon the first moves.

usage: python -m benchmarks.wheel_frames [--rounds 20] [--quick] [--json FILE]

frames            each look alone over a whole screen of 1920×1080, played to its end by the program's own timer: frames
                  painted a second (wall), and in milliseconds what this process worked for each
first movement    the real page at 1080×1920 over the demo store (its ledger in memory): from the press until the first
                  frame with the wheel elsewhere than before was painted; the turn is durable by then

The frames a second are those of the wall clock: on a machine that others use, what a frame takes says more.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from benchmarks.common import spread, write_json

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop  # isort: skip  (offscreen is set first)
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SIZES, home, selfservice_stage, tap
from kiosk.demo.store.wheels import publish_wheel
from kiosk.station import application
from kiosk.ui.comfort import Comfort
from kiosk.ui.context import Ui
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.draws.wheel import Wheel
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.garbage import GarbageCollector
from kiosk.ui.theme import load_theme

SCREEN = (1920, 1080)
WANTED_FPS, WANTED_MS = 55, 100
NAMES = ("現金紅包 188 元", "現金紅包 28 元", "滿 300 折 30", "滿 800 折 100", "免費飲品", "週年紀念杯", "謝謝參與")


class Counted:
    """Counts what looks paint."""

    def __init__(self) -> None:
        self.frames: list[float] = []
        self.seen: Callable[[], None] = lambda: None
        self._paint = Look.paintEvent

    def __enter__(self) -> Counted:
        counted = self

        def paint(self: Look, event: QPaintEvent) -> None:
            begin = time.process_time()
            counted._paint(self, event)
            counted.frames.append((time.process_time() - begin) * 1000)
            counted.seen()

        Look.paintEvent = paint  # type: ignore[method-assign]  # put back at the end
        return self

    def __exit__(self, *_what: object) -> None:
        Look.paintEvent = self._paint  # type: ignore[method-assign]


def frames(ui: Ui, name: str, counted: Counted) -> dict[str, Any]:
    """One look, played to its end."""
    look = LOOKS[name](ui, noise=Random(3), alone=True)
    look.resize(*SCREEN)
    look.show_prizes([Prize(f"p{at}", words, at == len(NAMES) - 1, "gift", 10) for at, words in enumerate(NAMES)])
    look.show()
    QCoreApplication.processEvents()
    loop = QEventLoop()
    look.rested.connect(loop.quit)
    counted.frames = []
    begin, cpu = time.perf_counter(), time.process_time()
    look.play(look.prizes[2])
    loop.exec()
    took, worked = time.perf_counter() - begin, time.process_time() - cpu
    look.hide()
    look.deleteLater()
    return {
        "frames/s": round(len(counted.frames) / took, 1),
        "frame ms": spread(counted.frames),
        "share of a core": round(worked / took, 2),
    }


def first_movement(stage: Stage, counted: Counted) -> tuple[float, float]:
    """Milliseconds from a press to the first frame that shows the wheel elsewhere; what of them this process worked."""
    tap(stage, "wheel_0")
    look = stage.window.findChild(Wheel)
    assert look is not None
    button = next(one for one in stage.window.findChildren(QAbstractButton, "wheel_main") if one.isVisible())
    stage.window.repaint()
    before, moved = look.angle, [(0.0, 0.0)]

    def seen() -> None:
        if not moved[0][0] and look.angle != before:
            moved[0] = (time.perf_counter(), time.process_time())

    counted.seen = seen
    begin, cpu = time.perf_counter(), time.process_time()
    button.click()
    loop = QEventLoop()
    while not moved[0][0]:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    counted.seen = lambda: None
    return (moved[0][0] - begin) * 1000, (moved[0][1] - cpu) * 1000


def measure(rounds: int) -> dict[str, Any]:
    """All of it."""
    skin = load_theme("light")
    i18n = I18n(skin, "zh_TW")
    ui = Ui(skin, i18n)
    found: dict[str, Any] = {"looks": {}}
    with Counted() as counted:
        for name in LOOKS:
            found["looks"][name] = frames(ui, name, counted)
        i18n.remove()
        first = []
        for _ in range(rounds):
            with selfservice_stage("light", "zh_TW", SIZES[0]) as stage:
                publish_wheel(stage.store)
                stage.window.ui.set_comfort(Comfort())
                home(stage)
                first.append(first_movement(stage, counted))
    found["first movement ms"] = spread([took for took, _cpu in first])
    found["first movement of the processor ms"] = spread([cpu for _took, cpu in first])
    found["slowest frames/s"] = min(one["frames/s"] for one in found["looks"].values())
    found["slowest frame ms p95"] = max(one["frame ms"]["p95"] for one in found["looks"].values())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    held = application()
    collector = GarbageCollector()
    collector.start()
    found = measure(2 if args.quick else args.rounds)
    collector.stop()
    del held
    print(json.dumps(found, indent=1))
    write_json(args.json, found)


if __name__ == "__main__":
    main()
