"""How many bursts of camera frames are read within 15 frames: the product, zxing-cpp alone, zbar alone.

usage: python -m benchmarks.decode_bursts [--scenes 8] [--seed 1] [--quick] [--cells NAME,…] [--product] [--keep DIR]
                                          [--json FILE]

Draws the bursts of ../shared/tools/live_frames.py (a scene is 15 frames of one code in a hand), gives them to all
three in the same run and prints, a cell, the scenes each read; the columns at 3 and 8 frames are the product's. A frame
is drawn when the first reader asks for it, so what is read at once takes little. 25 cells of 8 scenes, the default,
are 200 scenes; --quick makes 2 a cell. --product: without the other two. --keep: the frames of scenes that the product
did not read, or read wrongly, for `kiosk decode --burst --explain`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray
from pyzbar import pyzbar

from benchmarks.bar_scenes import live_frames
from benchmarks.decode_common import LIVE_FRAMES, PHOTOS, of_bursts, write_json
from kiosk.adapters.scan.decoder import Decoder
from kiosk.domain.scan.events import Symbology

Gray = NDArray[np.uint8]
READERS = ("product", "zxing-cpp", "zbar")
FRAMES = 15


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


class Scene:
    """One burst; `text` is what it says. Its frames (uint8, 720×1280) are drawn as they are asked for, and once."""

    def __init__(self, tool: Any, grounds: list[Gray], seed: str, cell: str, number: int) -> None:
        self._chance = random.Random(f"{seed}/{cell}/{number}")
        self._scene = tool.Scene(self._chance, tool.CELLS[cell] or tool.mix(self._chance, cell), grounds)
        self._frames: list[Gray] = []
        self.name = f"{cell}_{number:03d}"
        self.text: str = self._scene.text

    def frames(self) -> Iterator[Gray]:
        """As a camera that sends JPEG gives them; the same pictures as the tool writes to files."""
        for number in range(FRAMES):
            if number == len(self._frames):
                drawn = self._scene.frame(self._chance, number)
                _written, data = cv2.imencode(".jpg", drawn, [cv2.IMWRITE_JPEG_QUALITY, 88])
                self._frames.append(np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8))
            yield self._frames[number]


def score_scene(score: Score, read: Callable[[Gray], list[str]], frames: Iterable[Gray], wanted: str) -> bool:
    """Give one scene's frames to a reader until it reads something; whether that was what it says."""
    for count, gray in enumerate(frames, 1):
        start = time.perf_counter()
        texts = read(gray)
        score.seconds += time.perf_counter() - start
        score.frames += 1
        if texts:
            right = set(texts) == {wanted}
            score.needed += [count] * right
            score.wrong += not right
            return right
    return False


def main() -> int:
    parser = of_bursts(__doc__)
    parser.add_argument("--product", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    args = parser.parse_args()
    if not LIVE_FRAMES.is_file():
        print(f"the generator is not there: {LIVE_FRAMES}")
        return 2
    cv2.setNumThreads(1)
    scenes_each = 2 if args.quick else args.scenes
    readers = READERS[:1] if args.product else READERS
    tool = live_frames()
    grounds = tool.backgrounds(str(PHOTOS))
    scores: dict[str, dict[str, Score]] = {}
    for cell in args.cells.split(",") if args.cells else tool.CELLS:
        by_reader = scores[cell] = {name: Score() for name in READERS}
        for number in range(scenes_each):
            scene = Scene(tool, grounds, args.seed, cell, number)
            for name in readers:
                right = score_scene(by_reader[name], _MAKE[name](), scene.frames(), scene.text)
                if args.keep and name == "product" and not right:
                    _keep(scene, args.keep)
    _print(scores, scenes_each, readers)
    figures = {
        cell: {
            name: {"within_3": s.within(3), "within_8": s.within(8), "within_15": s.within(15), "wrong": s.wrong}
            for name, s in by_reader.items()
        }
        for cell, by_reader in scores.items()
    }
    write_json(args.json, {"bursts": figures, "scenes_each": scenes_each, "seed": args.seed})
    return 0


def _keep(scene: Scene, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, gray in enumerate(scene.frames()):
        cv2.imwrite(str(folder / f"{scene.name}_{number:02d}.png"), gray)


def _print(scores: dict[str, dict[str, Score]], scenes_each: int, readers: tuple[str, ...]) -> None:
    print(f"{'cell':15}{'scenes':>7} |{'product':>9}{'zxing-cpp':>11}{'zbar':>7}{'':9}| {'in 3':>5}{'in 8':>6}")
    for cell, by_reader in scores.items():
        product, zxing, zbar = (by_reader[name] for name in READERS)
        mark = "  BEHIND " if product.within(15) < max(zxing.within(15), zbar.within(15)) else ""
        print(
            f"{cell:15}{scenes_each:7} |{product.within(15):9}{zxing.within(15):11}{zbar.within(15):7}{mark:9}|"
            f" {product.within(3):5}{product.within(8):6}"
        )
    total = scenes_each * len(scores)
    for name in readers:
        all_of = [by_reader[name] for by_reader in scores.values()]
        read, wrong = sum(s.within(15) for s in all_of), sum(s.wrong for s in all_of)
        ms = 1000 * sum(s.seconds for s in all_of) / sum(s.frames for s in all_of)
        print(f"{name:10} {read} of {total} ({read / total:.1%}), wrong {wrong}, {ms:.1f} ms a frame")


if __name__ == "__main__":
    raise SystemExit(main())
