"""A test's module run where Qt has the screens that the test wants: the offscreen platform reads them from a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


def run_with_screens(module: str, folder: Path, wanted: str, *places: list[int]) -> Any:
    """What `module`, called with `wanted`, prints as JSON. `places`: x, y, width, height of each screen, S0 first."""
    usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": f"S{at}", "x": x, "y": y, "width": wide, "height": high, **usual}
        for at, (x, y, wide, high) in enumerate(places)
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", module, wanted],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen:configfile=screens.json", "PYTHONPATH": str(Path.cwd())},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
