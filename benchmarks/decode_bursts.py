"""How many bursts of camera frames are read within 15 frames: the product, zxing-cpp alone, zbar alone.

usage: python -m benchmarks.decode_bursts [--scenes 8] [--seed 1] [--quick] [--cells NAME,…] [--json FILE]

Makes the bursts with ../shared/tools/live_frames.py in a temporary folder (a scene is 15 frames of one code
in a hand), gives them to all three in the same run and prints, a cell, the scenes each read; the columns at
3 and 8 frames are the product's. 25 cells of 8 scenes, the default, are 200 scenes; --quick makes 2 a cell.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from benchmarks.decode_common import LIVE_FRAMES, of_bursts, write_json
from kiosk.adapters.scan.decoder import Decoder
from kiosk.adapters.scan.frames import read_picture
from kiosk.domain.scan.events import Symbology

Gray = NDArray[np.uint8]
READERS = ("product", "zxing-cpp", "zbar")


@dataclass
class Score:
    """Frames needed by each scene that was read, wrong texts, and time."""

    needed: list[int] = field(default_factory=list)
    wrong: int = 0
    frames: int = 0
    seconds: float = 0.0

    def within(self, frames: int) -> int:
        """Scenes read within so many frames."""
        return sum(n <= frames for n in self.needed)


def _product() -> Callable[[Gray], list[str]]:
    decoder = Decoder({Symbology.QR})
    return lambda gray: [reading.text for reading in decoder.decode(gray)]


def _zxing_alone() -> Callable[[Gray], list[str]]:
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    plain = zxingcpp.TextMode.Plain
    return lambda gray: [b.text for b in zxingcpp.read_barcodes(gray, formats=formats, text_mode=plain)]


def _zbar_alone() -> Callable[[Gray], list[str]]:
    only_qr = [pyzbar.ZBarSymbol.QRCODE]
    return lambda gray: [code.data.decode("utf-8", "replace") for code in pyzbar.decode(gray, symbols=only_qr)]


_MAKE = dict(zip(READERS, (_product, _zxing_alone, _zbar_alone), strict=True))


def score_scene(score: Score, read: Callable[[Gray], list[str]], frames: list[Gray], wanted: str) -> None:
    """Give one scene's frames to a reader until it reads something."""
    for count, gray in enumerate(frames, 1):
        start = time.perf_counter()
        texts = read(gray)
        score.seconds += time.perf_counter() - start
        score.frames += 1
        if texts:
            if set(texts) == {wanted}:
                score.needed.append(count)
            else:
                score.wrong += 1
            return


def main() -> int:
    args = of_bursts(__doc__).parse_args()
    if not LIVE_FRAMES.is_file():
        print(f"the generator is not there: {LIVE_FRAMES}")
        return 2
    cv2.setNumThreads(1)
    scenes_each = 2 if args.quick else args.scenes
    scores: dict[str, dict[str, Score]] = {}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(LIVE_FRAMES), folder, "--seed", args.seed, "--scenes", str(scenes_each)]
        subprocess.run(command + (["--cells", args.cells] if args.cells else []), check=True)
        scenes: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        with (Path(folder) / "manifest.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                scenes[row["cell"], row["scene"]].append(row)
        for (cell, _), rows in scenes.items():
            frames = [gray for row in rows if (gray := read_picture(Path(folder) / row["file"])) is not None]
            by_reader = scores.setdefault(cell, {name: Score() for name in READERS})
            for name in READERS:
                score_scene(by_reader[name], _MAKE[name](), frames, rows[0]["expected"])
    _print(scores, scenes_each)
    figures = {
        cell: {
            name: {"within_3": s.within(3), "within_8": s.within(8), "within_15": s.within(15), "wrong": s.wrong}
            for name, s in by_reader.items()
        }
        for cell, by_reader in scores.items()
    }
    write_json(args.json, {"bursts": figures, "scenes_each": scenes_each, "seed": args.seed})
    return 0


def _print(scores: dict[str, dict[str, Score]], scenes_each: int) -> None:
    print(f"{'cell':15}{'scenes':>7} |{'product':>9}{'zxing-cpp':>11}{'zbar':>7}{'':9}| {'in 3':>5}{'in 8':>6}")
    for cell, by_reader in scores.items():
        product, zxing, zbar = (by_reader[name] for name in READERS)
        mark = "  BEHIND " if product.within(15) < max(zxing.within(15), zbar.within(15)) else ""
        print(
            f"{cell:15}{scenes_each:7} |{product.within(15):9}{zxing.within(15):11}{zbar.within(15):7}{mark:9}|"
            f" {product.within(3):5}{product.within(8):6}"
        )
    total = scenes_each * len(scores)
    for name in READERS:
        all_of = [by_reader[name] for by_reader in scores.values()]
        read, wrong = sum(s.within(15) for s in all_of), sum(s.wrong for s in all_of)
        ms = 1000 * sum(s.seconds for s in all_of) / sum(s.frames for s in all_of)
        print(f"{name:10} {read} of {total} ({read / total:.1%}), wrong {wrong}, {ms:.1f} ms a frame")


if __name__ == "__main__":
    raise SystemExit(main())
