"""A station's window fills the screen it was given, and comes back with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FIRST, SECOND = [0, 0, 1366, 768], [1366, 0, 1080, 1920]


def run(folder: Path, wanted: str, *places: list[int]) -> Any:
    usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": f"S{at}", "x": x, "y": y, "width": wide, "height": high, **usual}
        for at, (x, y, wide, high) in enumerate(places)
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": screens}), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.lockdown.one_of_two_screens", wanted],
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


@pytest.mark.parametrize(
    ("wanted", "place", "without"), [("", FIRST, FIRST), ("S0", FIRST, FIRST), ("S1", SECOND, None)]
)
def test_it_fills_its_screen_whatever_happens(
    tmp_path: Path, wanted: str, place: list[int], without: list[int] | None
) -> None:
    told = run(tmp_path, wanted, FIRST, SECOND)
    assert told["frameless"]
    assert told["steps"] == {
        "placed": place,
        "minimized": place,
        "dragged": place,
        "gone": without,
        "back": place,
        "let go": None,
    }


def test_a_screen_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    assert run(tmp_path, "S7", FIRST)["steps"]["placed"] is None
