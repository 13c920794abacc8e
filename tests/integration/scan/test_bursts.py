"""Bursts of camera frames of a code in a hand, in cells where the plain look fails."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kiosk.cli.decode import decode_bursts
from tests.integration.scan.shared_data import LIVE_FRAMES, needs_live_frames, needs_photos

pytestmark = [pytest.mark.scan_photos, needs_live_frames, needs_photos]

CELLS = ("clean", "small_1.5px", "defocus_2.8", "noise_60", "dark_0.05", "low_contrast")


def test_bursts_that_zxing_alone_does_not_read_are_read_within_15_frames(tmp_path: Path) -> None:
    command = [sys.executable, str(LIVE_FRAMES), str(tmp_path), "--seed", "7", "--scenes", "1"]
    subprocess.run([*command, "--cells", ",".join(CELLS)], check=True)
    expected: dict[str, str] = {}
    files: dict[str, list[Path]] = defaultdict(list)
    with (tmp_path / "manifest.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expected[row["cell"]] = row["expected"]
            files[row["cell"]].append(tmp_path / row["file"])
    for cell in CELLS:
        (result,) = decode_bursts(files[cell])
        assert [code.text for code in result.codes] == [expected[cell]], cell
        assert result.frames_needed is not None
        assert result.frames_needed <= 15
        assert result.name == str(tmp_path / f"{cell}_000_*.jpg")
