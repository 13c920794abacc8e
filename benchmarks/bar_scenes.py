"""Bursts of a bar code in a hand, seen badly: EAN-13, UPC-A and EAN-8 drawn anew into the scenes of
../shared/tools/live_frames.py, with its hands, lamps, blur and noise. Same seed, same frames."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.decode_common import LIVE_FRAMES, PHOTOS
from kiosk.adapters.scan.bars.patterns import EAN8, EAN13, states_of

Gray = NDArray[np.uint8]

CELLS: dict[str, dict[str, float] | None] = {
    "clean": {"mod": 2.5},
    "small_1px": {"mod": 1.0},
    "small_1.3px": {"mod": 1.3},
    "motion_4px": {"mod": 2.5, "motion": 4},
    "motion_7px": {"mod": 2.5, "motion": 7},
    "defocus_2": {"mod": 2.5, "defocus": 2.0},
    "defocus_2.8": {"mod": 2.5, "defocus": 2.8},
    "noise_30": {"mod": 2.0, "noise": 30},
    "noise_60": {"mod": 2.0, "noise": 60},
    "dark_0.05": {"mod": 2.0, "gain": 0.05, "noise": 3},
    "low_contrast": {"mod": 2.0, "black": 95, "white": 120},
    "glare_6pct": {"mod": 2.5, "glare": 0.06},
    "glare_15pct": {"mod": 2.5, "glare": 0.15},
    "shade": {"mod": 2.5, "grad": 1.0},
    "tilt_50": {"mod": 2.5, "tilt": 50},
    "tilt_62": {"mod": 2.5, "tilt": 62},
    "mix": None,
}


def _mix(r: random.Random) -> dict[str, float]:
    return {
        "mod": r.uniform(1.4, 3),
        "tilt": r.uniform(0, 45),
        "motion": r.uniform(0, 4),
        "defocus": r.uniform(0.5, 1.8),
        "noise": r.uniform(4, 25),
        "gain": r.uniform(0.12, 0.9),
        "glare": r.choice([0, 0, 0.03]),
        "grad": r.uniform(0, 0.6),
    }


def _text(r: random.Random) -> str:
    """A text as the product gives it: of a UPC-A with a zero in front."""
    length, first = r.choice([(12, "123456789"), (12, "123456789"), (12, "0"), (7, "0123456789")])
    digits = r.choice(first) + "".join(r.choice("0123456789") for _ in range(length - 1))
    total = sum(int(digit) * (3 if (length - place) % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def live_frames() -> Any:
    """The module of ../shared/tools/live_frames.py."""
    spec = importlib.util.spec_from_file_location("live_frames", LIVE_FRAMES)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(LIVE_FRAMES)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scenes(seed: str, count: int, cells: list[str], frames: int = 15) -> Iterator[tuple[str, str, list[Gray]]]:
    """Cell, text and frames (1280×720) of `count` scenes a cell."""
    tool = live_frames()
    grounds = tool.backgrounds(str(PHOTOS))
    for cell in cells:
        for number in range(count):
            r = random.Random(f"{seed}/{cell}/{number}")
            scene = tool.Scene(r, {**(CELLS[cell] or _mix(r)), "version": 2}, grounds)
            text = _drawn_into(scene, r)
            yield cell, text, [scene.frame(r, frame) for frame in range(frames)]


def _drawn_into(scene: Any, r: random.Random) -> str:
    """A label with a bar code and its digits instead of the scene's QR code."""
    text = _text(r)
    kind = EAN8 if len(text) == 8 else EAN13
    dark, light = scene.p.get("black", 25), scene.p.get("white", 225)
    high = r.randrange(30, 60)
    modules = np.tile(np.array(kind.symbol(states_of(kind, text)), np.uint8), (high, 1))
    label = np.where(np.pad(modules, ((8, 14), (11, 9))) > 0, dark, light).astype(np.uint8)
    scene.n = kind.modules
    big = cv2.resize(label, None, fx=scene.S, fy=scene.S, interpolation=cv2.INTER_NEAREST)
    cv2.putText(big, text, (11 * scene.S, (high + 20) * scene.S), cv2.FONT_HERSHEY_SIMPLEX, 3.0, dark, 6)
    scene.big = big.astype(np.float32)
    return text
