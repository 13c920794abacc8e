"""How many bursts of a bar code in a hand are read within 15 frames: the product, zxing-cpp alone, zbar alone.

usage: python -m benchmarks.decode_bars [--scenes 8] [--seed 1] [--quick] [--cells NAME,…] [--json FILE]

EAN-13, UPC-A and EAN-8 in the scenes of ../shared/tools/live_frames.py. The product's reading counts when it is a scan
(two frames that agree), the others' at once. `wrong`: another text than the one that is there, until that is read.
Milliseconds are the processor's.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from benchmarks.bar_scenes import CELLS, scenes
from benchmarks.decode_common import LIVE_FRAMES, normalised, of_bursts, write_json
from kiosk.adapters.scan.decoder import Decoder
from kiosk.domain.scan.events import Debouncer, ScanEvent, ScanSource

Gray = NDArray[np.uint8]
READERS = ("product", "zxing-cpp", "zbar")


@dataclass
class Score:
    """Frames needed by each scene that was read, wrong texts, and time of the processor."""

    needed: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    frames: int = 0
    seconds: float = 0.0

    def within(self, frames: int) -> int:
        """Scenes read within so many frames."""
        return sum(n <= frames for n in self.needed)


def _product() -> Callable[[Gray, int], list[str]]:
    decoder, debouncer = Decoder(), Debouncer()

    def read(gray: Gray, frame: int) -> list[str]:
        found = decoder.decode(gray, frame)
        seen = [ScanEvent(r.text, r.symbology, ScanSource.CAMERA, r.outline, frame, frame / 30) for r in found]
        return [scan.text for scan in debouncer.see_all(seen)]

    return read


def _zxing_alone() -> Callable[[Gray, int], list[str]]:
    kinds = [zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.EAN8, zxingcpp.BarcodeFormat.UPCA]
    formats = zxingcpp.BarcodeFormats(kinds)
    return lambda gray, _frame: [b.text for b in zxingcpp.read_barcodes(gray, formats=formats)]


def _zbar_alone() -> Callable[[Gray, int], list[str]]:
    kinds = [pyzbar.ZBarSymbol.EAN13, pyzbar.ZBarSymbol.EAN8, pyzbar.ZBarSymbol.UPCA]
    return lambda gray, _frame: [code.data.decode("ascii") for code in pyzbar.decode(gray, symbols=kinds)]


_MAKE = dict(zip(READERS, (_product, _zxing_alone, _zbar_alone), strict=True))


def score_scene(score: Score, read: Callable[[Gray, int], list[str]], frames: list[Gray], wanted: str) -> None:
    """Give one scene's frames to a reader until it reads what is there."""
    for count, gray in enumerate(frames, 1):
        start = time.process_time()
        texts = {normalised(text) for text in read(gray, count)}
        score.seconds += time.process_time() - start
        score.frames += 1
        score.wrong += sorted(texts - {normalised(wanted)})
        if normalised(wanted) in texts:
            score.needed.append(count)
            return


def main() -> int:
    args = of_bursts(__doc__).parse_args()
    if not LIVE_FRAMES.is_file():
        print(f"the generator is not there: {LIVE_FRAMES}")
        return 2
    cv2.setNumThreads(1)
    scenes_each = 2 if args.quick else args.scenes
    cells = args.cells.split(",") if args.cells else list(CELLS)
    scores = {cell: {name: Score() for name in READERS} for cell in cells}
    for cell, text, frames in scenes(args.seed, scenes_each, cells):
        for name in READERS:
            score_scene(scores[cell][name], _MAKE[name](), frames, text)
    print(f"{'cell':15}{'scenes':>7} |{'product':>9}{'zxing-cpp':>11}{'zbar':>7} | {'in 4':>5}{'in 8':>6}")
    for cell, by_reader in scores.items():
        row = "".join(f"{by_reader[name].within(15):{width}}" for name, width in zip(READERS, (9, 11, 7), strict=True))
        product = by_reader["product"]
        print(f"{cell:15}{scenes_each:7} |{row} | {product.within(4):5}{product.within(8):6}")
    total = scenes_each * len(scores)
    for name in READERS:
        every = [by_reader[name] for by_reader in scores.values()]
        read = sum(s.within(15) for s in every)
        wrong = [text for s in every for text in s.wrong]
        ms = 1000 * sum(s.seconds for s in every) / sum(s.frames for s in every)
        print(
            f"{name:10} {read} of {total} ({read / total:.1%}), wrong {len(wrong)} {wrong or ''}, {ms:.1f} ms a frame"
        )
    figures = {
        cell: {name: {"within_15": s.within(15), "wrong": len(s.wrong)} for name, s in by_reader.items()}
        for cell, by_reader in scores.items()
    }
    write_json(args.json, {"bars": figures, "scenes_each": scenes_each, "seed": args.seed})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
