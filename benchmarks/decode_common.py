"""What the decoding benchmarks share: where the pictures lie, how texts are compared, how results are
written."""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PHOTOS = SHARED / "data" / "scan"
LIVE_FRAMES = SHARED / "tools" / "live_frames.py"

# The manifest's text is not what these pictures show: 9784872348880 is printed under the bars.
MISLABELLED = {"zxing-cpp_ean13-2__23.png": "9784872348880", "zxing-cpp_ean13-2__28.png": "9784872348880"}


def normalised(text: str) -> str:
    """A text as it is compared: line ends are line feeds, none at the end (the manifest's rule), and a UPC-A is
    the EAN-13 with a zero in front, which readers write with it or without."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return "0" + text if len(text) == 12 and text.isdecimal() else text


def write_json(path: Path | None, figures: dict[str, Any]) -> None:
    """Write the figures with the machine they were measured on, if a file is asked for."""
    if path is not None:
        machine = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
        path.write_text(json.dumps({**figures, "machine": machine}, ensure_ascii=False, indent=1) + "\n", "utf-8")


def of_bursts(description: str | None) -> argparse.ArgumentParser:
    """What benchmarks of made-up bursts are asked with."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", type=int, default=8)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--cells", default="")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser
