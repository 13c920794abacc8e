"""A shop's empty counter: frames on which there is no code, and whether anything is read. A million are three weeks.

usage: python -m benchmarks.empty_counter [--frames 20000] [--seed 1] [--size 320x180] [--quick] [--json FILE]

Scenes of thirty frames (`benchmarks.empty_scenes`: stripes, checks, shelves, text, noise, moving light, halftone,
blinds, modules at random, what is almost a bar code, bar codes of kinds nobody asked for), one decoder for all of them,
as a till has it. `readings`: codes that the decoder gave in single frames; `scans`: what the camera thread would have
reported. Frames are small so that there can be many: modules in them are as large as in a camera's frame, of which each
is a part.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

import cv2

from benchmarks.decode_common import write_json
from benchmarks.empty_scenes import scenes
from kiosk.adapters.scan.decoder import Decoder, Reading
from kiosk.domain.scan.events import Debouncer, ScanEvent, ScanSource

_SCENE = 30
_SAID_EVERY = 5_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="320x180")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    wanted = 5_000 if args.quick else args.frames
    width, height = (int(side) for side in args.size.split("x"))
    decoder, debouncer = Decoder(), Debouncer()
    frames, seconds, scans = 0, 0.0, 0
    read: Counter[str] = Counter()
    for name, seen in scenes(args.seed, width, height, _SCENE):
        for gray in seen:
            start = time.process_time()
            readings = decoder.decode(gray, frames)
            seconds += time.process_time() - start
            for reading in readings:
                read[name] += 1
                print(f"frame {frames}, {name}: {reading.symbology} {reading.text!r}, {reading.found_by}", flush=True)
            scans += len(debouncer.see_all(_sightings(readings, frames)))
            frames += 1
            if frames % _SAID_EVERY == 0:
                print(f"{frames:,} frames, {sum(read.values())} readings, {scans} scans", flush=True)
        if frames >= wanted:
            break
    print(f"{frames:,} frames, {sum(read.values())} readings, {scans} scans, {1000 * seconds / frames:.1f} ms each")
    write_json(args.json, {"frames": frames, "readings": dict(read), "scans": scans, "seed": args.seed})
    return 0


def _sightings(readings: list[Reading], frame: int) -> list[ScanEvent]:
    return [ScanEvent(r.text, r.symbology, ScanSource.CAMERA, r.outline, frame, frame / 30) for r in readings]


if __name__ == "__main__":
    raise SystemExit(main())
