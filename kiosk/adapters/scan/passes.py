"""Ways to prepare a picture so that a decoder reads what it missed at first.

Each pass takes a gray uint8 picture and gives another one, larger by `scale`. They earn their place by
benchmarks/decode_photos.py and benchmarks/decode_bursts.py; what each is good for is said with it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

GrayImage = NDArray[np.uint8]

# A prepared picture has at most this many pixels: doubling a phone's 12 megapixels would take seconds.
MOST_PIXELS = 4_000_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared picture; a point of it times 1/`scale` is the point in the original."""

    image: GrayImage
    scale: float


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to prepare a picture, with the name it has in reports."""

    name: str
    prepare: Callable[[GrayImage], Prepared]


def _gray(image: NDArray[Any]) -> GrayImage:
    return np.ascontiguousarray(image, dtype=np.uint8)


def _enlarged(gray: GrayImage, interpolation: int) -> Prepared:
    scale = min(2.0, math.sqrt(MOST_PIXELS / gray.size))
    if scale < 1.2:  # a large picture: its modules have pixels enough
        return Prepared(gray, 1.0)
    return Prepared(_gray(cv2.resize(gray, None, fx=scale, fy=scale, interpolation=interpolation)), scale)


def stretched(gray: GrayImage, low_percent: float = 1.0, high_percent: float = 99.0) -> GrayImage:
    """Stretch the gray levels between two percentiles over the whole range."""
    counts = np.cumsum(cv2.calcHist([gray], [0], None, [256], [0, 256]).ravel())
    low = int(np.searchsorted(counts, counts[-1] * low_percent / 100))
    high = int(np.searchsorted(counts, counts[-1] * high_percent / 100))
    levels = (np.arange(256) - low) * (255.0 / max(1, high - low))
    return _gray(cv2.LUT(gray, np.clip(levels, 0, 255).astype(np.uint8)))


def _sharpened(gray: GrayImage, sigma: float, amount: float) -> GrayImage:
    soft = cv2.GaussianBlur(gray, (0, 0), sigma)
    return _gray(cv2.addWeighted(gray, 1 + amount, soft, -amount, 0))


def _sharpen(gray: GrayImage) -> Prepared:
    # Sharpened before it is enlarged, which is a quarter of the work of the other way round.
    return _enlarged(_sharpened(gray, 1.5, 2.0), cv2.INTER_LINEAR)


def restored(gray: GrayImage, ends: float = 0.5) -> GrayImage:
    """Blur a little, stretch the contrast, strong unsharp mask. `ends`: percent of the pixels that may become black,
    and white: less than a small code on a large dark counter has."""
    calm = stretched(_gray(cv2.GaussianBlur(gray, (0, 0), 0.8)), ends, 100 - ends)
    return _sharpened(calm, 2.0, 3.0)


def _restore(gray: GrayImage) -> Prepared:
    return _enlarged(restored(gray), cv2.INTER_LINEAR)


def _thicken(gray: GrayImage) -> Prepared:
    larger = _enlarged(gray, cv2.INTER_CUBIC)
    return Prepared(_gray(cv2.erode(larger.image, np.ones((3, 3), np.uint8))), larger.scale)


def _even_out(gray: GrayImage) -> Prepared:
    larger = _enlarged(gray, cv2.INTER_CUBIC)
    return Prepared(_gray(cv2.createCLAHE(3.0, (8, 8)).apply(larger.image)), larger.scale)


SHARPEN = Pass("sharpen", _sharpen)
"""Unsharp mask, then double: modules of 1.5 pixels, tilted codes, light motion blur."""

RESTORE = Pass("restore", _restore)
"""Restored, then doubled: noise, the dark, low contrast, out of
focus."""

THICKEN = Pass("thicken", _thicken)
"""Double, then let the dark grow by a pixel: thin or broken print, light from behind."""

EVEN_OUT = Pass("even_out", _even_out)
"""Double, then stretch the contrast of each neighbourhood by itself: shade across a bar code."""

LIVE = (RESTORE, SHARPEN)
"""What a live frame gets when it was not read, one of them a frame, in turn."""

STILL = (SHARPEN, RESTORE, THICKEN, EVEN_OUT)
"""What a single picture gets until it is read."""
