"""How long the decoder takes for a 1280×720 frame, on one core: without a code, and while a code is put together.

usage: python -m benchmarks.decode_time [--rounds 8] [--json FILE]

The frames are the photographs without a code, cropped and enlarged to 1280×720, plain, darkened and noisy.
QR codes only is the figure: one plain look and one extra look a frame; each frame shows something else, so nothing is
spared. The whole set of symbologies beside it, and a counter on which nothing moves. `put together`: frames of codes in
a hand (../shared/tools/live_frames.py: reflections, noise, blur, tilt) of which several are needed, those in which a
symbol or bars were followed or looked for. Milliseconds are the processor's, so that a busy machine counts less.

Memory: by how much a process grows at most while a decoder sees all these frames, with and without putting together
(Linux).
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.bar_scenes import live_frames, scenes
from benchmarks.decode_common import LIVE_FRAMES, PHOTOS, write_json
from kiosk.adapters.scan.decoder import DEFAULT_SYMBOLOGIES, Decoder
from kiosk.adapters.scan.frames import read_picture
from kiosk.domain.scan.events import Symbology

Gray = NDArray[np.uint8]
WIDTH, HEIGHT = 1280, 720


def frames_without_code() -> list[Gray]:
    """1280×720 frames with something on them that is no code."""
    rng = np.random.default_rng(1)
    frames: list[Gray] = []
    with (PHOTOS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        names = [row["file"] for row in csv.DictReader(file) if row["symbology"] == "none"]
    for number, name in enumerate(names):
        gray = read_picture(PHOTOS / name)
        if gray is None or min(gray.shape) < 100:
            continue
        scale = max(WIDTH / gray.shape[1], HEIGHT / gray.shape[0])
        size = (max(WIDTH, round(gray.shape[1] * scale)), max(HEIGHT, round(gray.shape[0] * scale)))
        picture = cv2.resize(gray, size, interpolation=cv2.INTER_CUBIC)[:HEIGHT, :WIDTH].astype(np.float32)
        gain = 0.15 if number % 3 == 1 else 1.0
        sigma = 12.0 if number % 3 == 2 else 2.0
        noisy = picture * gain + rng.normal(0, sigma, picture.shape)
        frames.append(np.clip(noisy, 0, 255).astype(np.uint8))
    return frames


def measure(decoder: Decoder, frames: list[Gray], rounds: int) -> list[float]:
    """Milliseconds of each frame; the first round warms up and does not count."""
    spent: list[float] = []
    for turn in range(rounds + 1):
        for frame in frames:
            start = time.process_time()
            decoder.decode(frame)
            if turn:
                spent.append(1000 * (time.process_time() - start))
    return spent


def still_frames() -> list[Gray]:
    """One counter under a sensor's noise, for as long as a decoder takes to believe it."""
    rng = np.random.default_rng(2)
    counter = frames_without_code()[0].astype(np.float32)
    return [np.clip(counter + rng.normal(0, 3, counter.shape), 0, 255).astype(np.uint8) for _ in range(40)]


def scenes_to_fuse() -> Iterator[list[Gray]]:
    """Scenes of 15 frames in which a code is seen that single frames do not hold, QR codes and bar codes."""
    tool = live_frames()
    grounds = tool.backgrounds(str(PHOTOS))
    for cell in ("glare_15pct", "noise_60", "tilt_62", "mix_hard", "small_1.5px", "defocus_2.8"):
        for number in range(2):
            r = random.Random(f"time/{cell}/{number}")
            scene = tool.Scene(r, tool.CELLS[cell] or tool.mix(r, cell), grounds)
            yield [scene.frame(r, frame) for frame in range(15)]
    for _cell, _text, frames in scenes("time", 2, ["noise_60", "defocus_2.8", "small_1px"]):
        yield frames


def measure_fusing(decoder: Decoder, frames: list[Gray]) -> list[float]:
    """Milliseconds of the frames in which something is put together."""
    spent: list[float] = []
    for frame in frames:
        start = time.process_time()
        decoder.decode(frame)
        if any(step.startswith(("follow", "look", "bars")) for step in decoder.steps):
            spent.append(1000 * (time.process_time() - start))
    return spent


def _memory(which: str) -> float:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(which))


def peak_mb(fuse: bool) -> float:
    """By how much a process grows at most while a decoder sees everything, in MB."""
    cv2.setNumThreads(1)
    decoder = Decoder(fuse=fuse)
    frames = frames_without_code()
    fusing = [frame for scene in scenes_to_fuse() for frame in scene] if LIVE_FRAMES.is_file() else []
    Path("/proc/self/clear_refs").write_text("5", "utf-8")  # the most so far is what there is now
    before = _memory("VmRSS")
    measure(decoder, frames, 1)
    for frame in fusing:
        decoder.decode(frame)
    return _memory("VmHWM") - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    if not PHOTOS.is_dir():
        print(f"the photographs are not there: {PHOTOS}")
        return 2
    cv2.setNumThreads(1)
    frames = frames_without_code()
    figures: dict[str, dict[str, float]] = {}
    print(f"{len(frames)} frames of {WIDTH}×{HEIGHT}, {args.rounds} rounds, milliseconds")
    print(f"{'':22}{'median':>8}{'p95':>8}{'max':>8}")
    sets = {"QR only": frozenset({Symbology.QR}), "QR and bar codes": DEFAULT_SYMBOLOGIES}
    taken = {name: measure(Decoder(symbologies), frames, args.rounds) for name, symbologies in sets.items()}
    taken["nothing moves"] = measure(Decoder(), still_frames(), args.rounds)[-300:]
    if LIVE_FRAMES.is_file():
        taken["put together"] = [ms for scene in scenes_to_fuse() for ms in measure_fusing(Decoder(), scene)]
    for name, spent in taken.items():
        row = {
            "median": statistics.median(spent),
            "p95": statistics.quantiles(spent, n=20)[-1],
            "max": max(spent),
        }
        figures[name] = row
        print(f"{name:22}" + "".join(f"{value:8.1f}" for value in row.values()))
    megabytes = {}
    if sys.platform == "linux":
        with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
            megabytes = {
                name: pool.submit(peak_mb, fuse).result() for name, fuse in (("plain", False), ("fused", True))
            }
        print(f"memory: {megabytes['plain']:.1f} MB more without putting together, {megabytes['fused']:.1f} MB with it")
    write_json(args.json, {"milliseconds": figures, "megabytes": megabytes})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
