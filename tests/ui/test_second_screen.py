"""The customer's window on a real second screen of Qt's, which goes and comes back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CLERKS, CUSTOMERS = [0, 0, 1366, 768], [1366, 0, 1024, 600]


def run(folder: Path, wanted: str, *places: list[int]) -> Any:
    screens = [
        {
            "name": f"S{at}",
            "x": x,
            "y": y,
            "width": wide,
            "height": high,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for at, (x, y, wide, high) in enumerate(places)
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens", wanted],
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


@pytest.mark.parametrize("wanted", ["auto", "S1"])
def test_the_customers_window_fills_its_screen_and_comes_back_with_it(tmp_path: Path, wanted: str) -> None:
    told = run(tmp_path, wanted, CLERKS, CUSTOMERS)

    before, placed, at_once, gone, back, dragged = told["steps"]
    assert before is None
    assert placed == CUSTOMERS
    assert told["refuses_focus"], "the focus stays where the scanner types"
    assert (at_once, gone) == (None, None)
    assert back == CUSTOMERS
    # the clerk's window was dragged there: it is never covered
    assert dragged == (CLERKS if wanted == "auto" else None)


@pytest.mark.parametrize("wanted", ["S7", "auto"])
def test_without_a_second_screen_nothing_is_shown(tmp_path: Path, wanted: str) -> None:
    told = run(tmp_path, wanted, CLERKS)

    assert all(step is None for step in told["steps"][:2])
