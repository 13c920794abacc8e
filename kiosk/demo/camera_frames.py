"""Pictures of a code held in front of a till's camera: what the demo's camera sees, as files."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from kiosk.adapters.printing.qr_symbols import make_symbol
from kiosk.adapters.scan.passes import GrayImage

WIDTH, HEIGHT = 1280, 720
_MODULE_PX = 8


def write_frames(text: str, folder: Path, name: str, *, count: int = 12, seed: int = 1) -> list[Path]:
    """Write `count` gray 1280×720 JPEG files of a hand holding `text` as a QR code: it drifts, tilts, is a little out
    of focus and noisy. Same arguments, same pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng(seed)
    paper = np.frombuffer(make_symbol(text).to_png(module_px=_MODULE_PX), np.uint8)
    code: Any = cv2.imdecode(paper, cv2.IMREAD_GRAYSCALE)
    counter = _counter(chance)
    phase = float(chance.uniform(0, 6))
    paths = []
    for index in range(count):
        picture = _held(code, counter, index / 4 + phase)
        noisy = picture.astype(np.float32) * 0.8 + chance.normal(0, 6, picture.shape).astype(np.float32)
        path = folder / f"{name}_{index:02d}.jpg"
        ok, data = cv2.imencode(".jpg", np.clip(noisy, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 88])
        assert ok
        path.write_bytes(data.tobytes())
        paths.append(path)
    return paths


def empty_frame() -> GrayImage:
    """The counter with nobody at it."""
    frame: GrayImage = np.clip(_counter(np.random.default_rng(0)), 0, 255).astype(np.uint8)
    return frame


def _counter(chance: np.random.Generator) -> Any:
    """Light and shade, out of focus."""
    coarse = chance.normal(0, 1, (3, 5)).astype(np.float32)
    return 96 + 22 * cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)


def _held(code: Any, counter: Any, moment: float) -> Any:
    """The code in the picture at a moment of a hand's sway."""
    side = code.shape[0]
    size = 340 + 12 * math.sin(moment)
    tilt, turn = 0.12 + 0.03 * math.sin(moment * 1.3), math.radians(7 * math.sin(moment * 0.7))
    centre = np.array([WIDTH / 2 + 14 * math.sin(moment), HEIGHT / 2 + 10 * math.cos(moment * 1.1)])
    corners = []
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        far = 1 + tilt * y
        point = np.array([x, y]) * size / 2 / far
        turned = [
            math.cos(turn) * point[0] - math.sin(turn) * point[1],
            math.sin(turn) * point[0] + math.cos(turn) * point[1],
        ]
        corners.append(centre + turned)
    source = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    seen = cv2.warpPerspective(code.astype(np.float32), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones_like(code, np.float32), matrix, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    return cv2.GaussianBlur(counter * (1 - mask) + seen * mask, (0, 0), 0.9)
