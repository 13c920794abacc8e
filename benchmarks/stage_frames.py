"""Names that roll on the big screen, painted by software.

usage: python -m benchmarks.stage_frames [--seconds 3] [--quick] [--json FILE]

The real big screen with the console beside it, among 100,000 synthetic ticket holders. For 1, 3, 10 and 40 winners at
1920×1080, and for 3 at 3840×2160:

frames      painted in a second while names roll (the timer asks for 66)
first       ms from the key that shows the winners until the first frame with names is painted, by the clock, and
            (worked) as the process worked, for others use the machine, too; before that the step is durable
work        ms of the process for a frame
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from benchmarks.common import write_json

from PySide6.QtCore import QCoreApplication  # isort: skip  (offscreen is set first)

from kiosk.application.draws.stage_outcomes import PlannedPrize
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.stage_states import console, drawn, plan
from kiosk.station import application
from kiosk.ui.shell.garbage import GarbageCollector

CASES = ((1, (1920, 1080)), (3, (1920, 1080)), (10, (1920, 1080)), (40, (1920, 1080)), (3, (3840, 2160)))


class RealClock:
    """The machine's."""

    def now_ms(self) -> int:
        """Wall clock."""
        return int(time.time() * 1000)

    def mono_ms(self) -> int:
        """Monotonic clock."""
        return int(time.monotonic() * 1000)

    def boot_id(self) -> str:
        """This run."""
        return "bench"


def rolled(stage: Stage, size: tuple[int, int], seconds: float) -> dict[str, float]:
    """One prize's winners."""
    room = stage.big.big
    room._clock = RealClock()
    room.resize(*size)
    room.show()
    QCoreApplication.processEvents()
    begin, begun = time.perf_counter(), time.process_time()
    stage.big.page.step.go()
    while not (room.rolling and room.frames):
        QCoreApplication.processEvents()
    first, before = (
        (now - since) * 1000 for now, since in ((time.perf_counter(), begin), (time.process_time(), begun))
    )
    begun_at, since, worked = room.frames, time.monotonic(), time.process_time()
    while room.rolling and time.monotonic() - since < seconds:
        QCoreApplication.processEvents()
    lasted, painted = time.monotonic() - since, room.frames - begun_at
    work = (time.process_time() - worked) * 1000 / max(1, painted)
    frames = round(painted / lasted, 1)
    return {"frames": frames, "first": round(first, 1), "worked": round(before, 1), "work": round(work, 2)}


def main() -> int:
    """Prints a table; writes it as JSON if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--quick", action="store_true", help="a thousand people, one second each")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    app = application()
    collector = GarbageCollector()
    collector.start()
    count, seconds = (1_000, 1.0) if args.quick else (100_000, args.seconds)
    found: dict[str, Any] = {}
    for winners, size in CASES:
        with console("light", "zh_TW") as stage:
            drawn(stage, plan(prizes=(PlannedPrize("智慧音箱", winners),)), count)
            name = f"{winners} at {size[0]}x{size[1]}"
            found[name] = rolled(stage, size, seconds)
            print(f"{name:18} {found[name]}", flush=True)
    collector.stop()
    app.processEvents()
    if args.json is not None:
        write_json(args.json, found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
