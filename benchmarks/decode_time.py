"""How long the decoder takes for a 1280×720 frame without a code, on one core.

usage: python -m benchmarks.decode_time [--rounds 8] [--json FILE]

The frames are the photographs without a code, cropped and enlarged to 1280×720, plain, darkened and noisy.
QR codes only is the figure: one plain look and one extra look a frame. The whole set of symbologies beside
it.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import time
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.decode_common import PHOTOS, write_json
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
            start = time.perf_counter()
            decoder.decode(frame)
            if turn:
                spent.append(1000 * (time.perf_counter() - start))
    return spent


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
    for name, symbologies in sets.items():
        spent = measure(Decoder(symbologies), frames, args.rounds)
        row = {
            "median": statistics.median(spent),
            "p95": statistics.quantiles(spent, n=20)[-1],
            "max": max(spent),
        }
        figures[name] = row
        print(f"{name:22}" + "".join(f"{value:8.1f}" for value in row.values()))
    write_json(args.json, {"milliseconds": figures})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
