"""How long from the start of the process until the checkout is painted and can scan, and how much memory it takes.

usage: python -m benchmarks.station_start [--runs 15] [--quick] [--json FILE]

Each round starts, one after the other: a bare PySide6 window with one label (what no station can be quicker than), the
station without a camera, and the station with a folder of pictures for a camera; HQ runs and the store has 2,000
members. "painted": the window's first paint was done. "ready": painted, the staff to sign in are known, and the
first frame has been decoded (without a camera: scanners are listened to). Times come from the process itself, in
seconds since the system started it; memory is the peak of what it held in RAM. Offscreen: no display server's time is
in it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import percentile, write_json
from benchmarks.station_common import Place, shop

HELLO = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    from kiosk.cli.run import peak_memory_mb, process_age_s
    print("painted", round(process_age_s(), 3))
    print("MB", peak_memory_mb())
    QApplication.quit()

app = QApplication([])
window = Window("hello")
window.resize(1366, 768)
window.show()
app.exec()
"""


def start(command: Sequence[str], environment: dict[str, str]) -> dict[str, float]:
    """Run a station (or a window) that says when it was painted, and ends. Seconds, and MB."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        subprocess.run(command, stdout=said, stderr=subprocess.DEVNULL, check=True, env=environment)
        said.seek(0)
        return {name: float(value) for name, value in (line.split() for line in said)}


def measure(place: Place, runs: int) -> dict[str, Any]:
    """Medians over `runs` rounds."""
    from kiosk.demo.camera_frames import write_frames

    pictures = place.folder / "camera"
    write_frames("KC1:NOBODY", pictures, "hand", count=6)
    station = [sys.executable, "-m", "kiosk", "run", "--data", str(place.settings.data_dir), "--timings", "--camera"]
    commands = {
        "bare window": [sys.executable, "-c", HELLO],
        "no camera": [*station, ""],
        "camera": [*station, str(pictures)],
    }
    # an installed program has its bytecode; wherever this runs, the first round makes it
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(place.folder / "bytecode")
    found: dict[str, dict[str, list[float]]] = {name: defaultdict(list) for name in commands}
    for turn in range(-1, runs):  # the first round fills the system's caches
        for name, command in commands.items():
            for figure, value in start(command, environment).items():
                if turn >= 0:
                    found[name][figure].append(value)
    medians = {
        name: {figure: round(percentile(values, 0.5), 3) for figure, values in figures.items()}
        for name, figures in found.items()
    }
    return {
        "runs": runs,
        "seconds": medians,
        "painted": medians["camera"]["painted"],
        "ready": medians["camera"]["ready"],
        "ready_without_camera": medians["no camera"]["ready"],
        "peak_mb": round(max(found["camera"]["MB"]), 1),
        "times_bare_window": round(medians["camera"]["painted"] / medians["bare window"]["painted"], 2),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the table and return the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--quick", action="store_true", help="five rounds")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name, shop(Path(name), members=2_000) as place:
        figures = measure(place, 5 if args.quick else args.runs)
    print(f"medians of {figures['runs']} starts, 2,000 members")
    print(f"{'':14}{'painted s':>10}{'ready s':>10}{'MB':>8}")
    for label, row in figures["seconds"].items():
        ready = f"{row['ready']:.2f}" if "ready" in row else "–"
        print(f"{label:14}{row['painted']:10.2f}{ready:>10}{row['MB']:8.0f}")
    print(f"painted: {figures['times_bare_window']} times the bare window; peak memory {figures['peak_mb']} MB")
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
