"""Where the shared photographs and tools lie, beside the project."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
PHOTOS = SHARED / "data" / "scan"
LIVE_FRAMES = SHARED / "tools" / "live_frames.py"

needs_photos = pytest.mark.skipif(not PHOTOS.is_dir(), reason="the photographs in ../shared/data/scan are not there")
needs_live_frames = pytest.mark.skipif(not LIVE_FRAMES.is_file(), reason="../shared/tools/live_frames.py is not there")


def manifest() -> list[dict[str, str]]:
    """The photographs: file, symbology, expected text."""
    with (PHOTOS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def normalised(text: str) -> str:
    """The manifest's rule: line ends are line feeds, none at the end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
