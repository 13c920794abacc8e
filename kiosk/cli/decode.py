"""`kiosk decode`: what the product's own scanning reads in pictures, for support. English, like the whole
command line."""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.arguments import complain
from kiosk.domain.scan.events import Debouncer, ScanEvent, ScanSource

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kiosk.adapters.scan.decoder import Reading

ALL_READ, SOME_UNREAD, NO_PICTURES = 0, 1, 2

_FRAME_RATE = 30.0
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was read: its text, symbology ("qr", "ean13", …) and corners in pixels."""

    text: str
    symbology: str
    outline: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one picture or one scene gave.

    `frames_needed` is the number of frames until the first code counted as scanned, None if none did;
    `frames` is how many there were. `milliseconds` is the time spent decoding, reading the files not
    included. `readable` is False if no file was a picture. `steps`: what was done with each frame of a scene.
    """

    name: str
    codes: tuple[Code, ...]
    frames_needed: int | None
    frames: int
    milliseconds: float
    readable: bool = True
    steps: tuple[str, ...] = ()


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `decode` to the command line; `args.run` is set to `run`."""
    decode = subparsers.add_parser("decode", help="read the codes in pictures as the terminal would")
    decode.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a picture or a folder of pictures")
    decode.add_argument("--json", action="store_true", help="print JSON")
    decode.add_argument(
        "--burst",
        action="store_true",
        help="take files of one folder that share all but the last number as frames of one scene",
    )
    decode.add_argument(
        "--explain", action="store_true", help="with --burst: what was done with each frame, and what gave the reading"
    )
    decode.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run `decode`. Returns 0 when something was read in every picture or scene, 1 when not, 2 when there
    is a path that holds no picture."""
    # OpenCV takes its time to import; the other commands shall not wait for it.
    from kiosk.adapters.scan.frames import pictures_in

    pictures: list[Path] = []
    for path in args.paths:
        found = pictures_in(path) if path.is_dir() else [path] if path.is_file() else []
        if not found:
            complain("kiosk decode", f"no picture at {path}")
            return NO_PICTURES
        pictures += found
    results = decode_bursts(pictures) if args.burst else decode_stills(pictures)
    good = True
    if args.json:
        listed = list(results)
        good = all(result.codes for result in listed)
        print(json.dumps([_as_json(result) for result in listed], ensure_ascii=False, indent=1))
    else:
        for result in results:
            good = good and bool(result.codes)
            print(_as_text(result), flush=True)
            for number, step in enumerate(result.steps if args.explain else (), 1):
                print(f"  frame {number}: {step}")
    return ALL_READ if good else SOME_UNREAD


def decode_stills(pictures: Iterable[Path], clock: Callable[[], float] = time.perf_counter) -> Iterator[Result]:
    """Read each picture by itself, with everything there is."""
    from kiosk.adapters.scan.decoder import Decoder
    from kiosk.adapters.scan.frames import read_picture

    decoder = Decoder()
    for path in pictures:
        gray = read_picture(path)
        if gray is None:
            yield Result(str(path), (), None, 0, 0.0, readable=False)
            continue
        start = clock()
        codes = tuple(Code(r.text, r.symbology, r.outline) for r in decoder.decode_still(gray))
        yield Result(str(path), codes, 1 if codes else None, 1, 1000 * (clock() - start))


def decode_bursts(pictures: Iterable[Path], clock: Callable[[], float] = time.perf_counter) -> Iterator[Result]:
    """Read scenes frame by frame as the camera thread does, until a code counts as scanned."""
    from kiosk.adapters.scan.frames import read_picture

    for name, files in scenes(pictures).items():
        grays = (gray for path in files if (gray := read_picture(path)) is not None)
        yield decode_scene(name, grays, clock=clock)


def decode_scene(
    name: str, frames: Iterable[NDArray[np.uint8]], clock: Callable[[], float] = time.perf_counter
) -> Result:
    """Read one scene's frames, in order, until a code counts as scanned."""
    from kiosk.adapters.scan.decoder import Decoder

    decoder, debouncer, spent, count = Decoder(), Debouncer(), 0.0, 0
    steps: list[str] = []
    for index, gray in enumerate(frames):
        count += 1
        start = clock()
        readings = decoder.decode(gray, index)
        spent += clock() - start
        steps.append(", ".join(decoder.steps) + "".join(f" → {_how(reading)}" for reading in readings))
        seen = index / _FRAME_RATE
        scans = debouncer.see_all(
            ScanEvent(r.text, r.symbology, ScanSource.CAMERA, r.outline, index, seen) for r in readings
        )
        if scans:
            codes = tuple(Code(s.text, s.symbology, s.outline or ()) for s in scans)
            return Result(name, codes, count, count, 1000 * spent, steps=tuple(steps))
    return Result(name, (), None, count, 1000 * spent, readable=count > 0, steps=tuple(steps))


def _how(reading: Reading) -> str:
    together = f", {reading.frames} frame(s) together" if reading.found_by == "fused" else ""
    return f"{reading.symbology} read ({reading.found_by}{together})"


def scenes(pictures: Iterable[Path]) -> dict[str, list[Path]]:
    """Group files into scenes: same folder, same name but for the last number, in the order of that number.

    The key is the path with ``*`` for the number; a name without a number is a scene of its own.
    """
    grouped: dict[str, list[tuple[int, Path]]] = {}
    for path in pictures:
        number = _LAST_NUMBER.search(path.stem)
        if number is None:
            scene, order = path.name, 0
        else:
            scene = path.stem[: number.start()] + "*" + path.stem[number.end() :] + path.suffix
            order = int(number[0])
        grouped.setdefault(str(path.with_name(scene)), []).append((order, path))
    return {scene: [path for _, path in sorted(files)] for scene, files in grouped.items()}


def _as_json(result: Result) -> dict[str, Any]:
    return {
        "name": result.name,
        "readable": result.readable,
        "codes": [{"text": c.text, "symbology": c.symbology, "outline": c.outline} for c in result.codes],
        "frames_needed": result.frames_needed,
        "frames": result.frames,
        "milliseconds": round(result.milliseconds, 2),
        **({"steps": result.steps} if result.steps else {}),
    }


def _as_text(result: Result) -> str:
    if not result.readable:
        return f"{result.name}: not a picture that can be read"
    time_spent = f"{result.milliseconds:.1f} ms"
    if not result.codes:
        return f"{result.name}: nothing read in {result.frames} frame(s), {time_spent}"
    texts = " · ".join(f"{code.symbology} {_printable(code.text)}" for code in result.codes)
    return f"{result.name}: {texts} · {result.frames_needed} frame(s), {time_spent}"


def _printable(text: str) -> str:
    """The text with anything that a console would act upon as an escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
