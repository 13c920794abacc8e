"""The self-service station at 1080×1920, painted by software: how long a customer waits, what the attract loop costs.

usage: python -m benchmarks.self_service [--rounds 20] [--seconds 48] [--quick] [--json FILE]

The real station over the demo store (the ledger in memory: no disk, no HQ is in these figures). In milliseconds:

code → home             from a pass handed to the window until the member's page, with all they may do, was painted
page → page             from a tap until the next page was painted whole, its answers from the database in it

each with what of it this process worked, which says more on a machine that others use,

and the share of one core that the attract loop takes over so many seconds, two campaigns in turn every eight of them.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from benchmarks.common import spread, write_json

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer  # isort: skip  (offscreen is set first)
from PySide6.QtWidgets import QAbstractButton

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SIZES, selfservice_stage
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.station import application
from kiosk.ui.shell.garbage import GarbageCollector

PAGES = ("tile_coupons", "tile_mall", "tile_due", "tile_points", "tile_why", "home_calendar", "tile_invite", "language")


def painted(stage: Stage, do: Callable[[], None]) -> tuple[float, float]:
    """Milliseconds from doing something until every answer is there and the whole window is painted; and what of them
    this process worked."""
    begin, cpu = time.perf_counter(), time.process_time()
    do()
    QCoreApplication.processEvents()
    while stage.tasks.pending:
        QCoreApplication.processEvents()
    stage.window.repaint()
    took = (time.perf_counter() - begin) * 1000, (time.process_time() - cpu) * 1000
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return took


def _press(stage: Stage, name: str) -> Callable[[], None]:
    found = next(one for one in stage.window.findChildren(QAbstractButton, name) if one.isVisible())
    return found.click


def measure(rounds: int, seconds: int) -> dict[str, Any]:
    """All of it."""
    found: dict[str, Any] = {}
    with selfservice_stage("light", "zh_TW", SIZES[0]) as stage:
        stage.window.on_sync_status(stage.api.sync_status())
        stage.settle()
        found["attract share of a core"] = _attract(seconds)
        event = ScanEvent(stage.store.codes["M:m1"], Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
        home, pages = [], []
        for _ in range(rounds):
            home.append(painted(stage, lambda: stage.window.on_scan(event)))
            for name in PAGES:
                pages.append(painted(stage, _press(stage, name)))
                pages.append(painted(stage, _press(stage, "back")))
            painted(stage, _press(stage, "end"))
        for name, each in (("code to home", home), ("page to page", pages)):
            found[f"{name} ms"] = spread([took for took, _cpu in each])
            found[f"{name} of the processor ms"] = spread([cpu for _took, cpu in each])
    return found


def _attract(seconds: int) -> float:
    loop = QEventLoop()
    QTimer.singleShot(seconds * 1000, loop.quit)
    begin, cpu = time.perf_counter(), time.process_time()
    loop.exec()
    return round((time.process_time() - cpu) / (time.perf_counter() - begin), 4)


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=48)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    held = application()
    collector = GarbageCollector()
    collector.start()
    found = measure(3 if args.quick else args.rounds, 17 if args.quick else args.seconds)
    collector.stop()
    del held
    print(json.dumps(found, indent=1))
    write_json(args.json, found)


if __name__ == "__main__":
    main()
