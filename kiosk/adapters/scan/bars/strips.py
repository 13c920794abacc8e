"""Lines across bars, laid onto each other and summed: of one frame, and of several.

A place with bars is straightened into bands a few pixels high; each band is laid onto those beside it (shift and
stretch: bars fan out where a code is tilted, and lean where the direction was not measured exactly) and counts by how
much is to be seen in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.bars.places import BarPlace

Line = NDArray[np.float32]

_BAND = 5
"""Pixels that a band is high."""
_MOST_BANDS = 16
_MOST_SAMPLES = 900
_PER_PIXEL = 2.0
_MARGIN = 0.12
"""Of the place's extent, to either side: light margins belong to the code."""
_LEVELLED = 7
"""A place is so many times as wide as what light and dark are levelled over."""
_STEPS = 5
_LEAST_LIKE = 0.3
"""Correlation with those before, from which on a band counts."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Darkness across bars, about −1 light … 1 dark, summed over bands; `weight`: how much is known of each sample.
    `start` is the first sample's place, `step` a sample's way, in pixels of the picture."""

    line: Line
    weight: Line
    start: tuple[float, float]
    step: tuple[float, float]
    along: tuple[float, float]
    bands: int


def strip_of(gray: NDArray[Any], place: BarPlace) -> Strip | None:
    """The summed line of a place; None where its bands have nothing in common."""
    across = 2 * place.half_across * (1 + 2 * _MARGIN)
    step = max(1 / _PER_PIXEL, across / _MOST_SAMPLES)
    width = int(across / step)
    high = max(1, int(2 * place.half_along * 0.9))
    bands = min(_MOST_BANDS, max(1, high // _BAND))
    rows = max(1, high // bands)
    u = np.array(place.across) / place.half_across
    v = np.array(place.along) / place.half_along
    start = np.array([place.x, place.y]) - u * (across - step) / 2 - v * (bands * rows - 1) / 2
    warp = np.array([[u[0] * step, v[0], start[0]], [u[1] * step, v[1], start[1]]])
    flat = cv2.warpAffine(
        gray,
        warp,
        (width, bands * rows),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    lines = flat.astype(np.float32).reshape(bands, rows, width).mean(axis=1)
    levelled, spread = _levelled(lines)
    summed = _summed(levelled, spread)
    if summed is None:
        return None
    line, weight, used = summed
    middle = start + v * (bands * rows - 1) / 2
    half = v * place.half_along
    return Strip(
        line,
        weight,
        (float(middle[0]), float(middle[1])),
        (float(u[0] * step), float(u[1] * step)),
        (float(half[0]), float(half[1])),
        used,
    )


def _levelled(lines: Line) -> tuple[Line, Line]:
    """Darkness by the levels around, and how far light and dark are apart there (gray levels)."""
    block = (max(3, int(lines.shape[1] / _LEVELLED) | 1), 1)
    mean = cv2.blur(lines, block, borderType=cv2.BORDER_REPLICATE)
    spread = np.sqrt(np.maximum(cv2.blur(lines * lines, block, borderType=cv2.BORDER_REPLICATE) - mean * mean, 0.25))
    return np.asarray((mean - lines) / spread, np.float32), np.asarray(spread, np.float32)


def _summed(levelled: Line, spread: Line) -> tuple[Line, Line, int] | None:
    """Bands from the best one outwards, each laid onto the sum of those before."""
    count, width = levelled.shape
    best = int(np.argmax(np.convolve(spread.mean(axis=1), np.ones(3), "same")))
    weights = spread / float(spread.max())
    total, seen = levelled[best] * weights[best], weights[best].copy()
    used = 1
    for side in (range(best + 1, count), range(best - 1, -1, -1)):
        shift, stretch = 0.0, 1.0
        for band in side:
            shift, stretch, like = laid_onto(levelled[band], total / (seen + 1e-3), seen, shift, stretch)
            if like < _LEAST_LIKE:
                shift, stretch = 0.0, 1.0
                continue
            at = _places(width, shift, stretch)
            inside = (at >= 0) & (at <= width - 1)
            moved, heavy = _at(levelled[band], at), np.where(inside, _at(weights[band], at), 0) * like
            total += moved * heavy
            seen += heavy
            used += 1
    if used < min(2, count):
        return None
    return np.asarray(total / (seen + 1e-3), np.float32), np.asarray(seen, np.float32), used


def _places(width: int, shift: float, stretch: float) -> NDArray[np.float64]:
    middle = (width - 1) / 2
    return np.asarray((np.arange(width) - middle) * stretch + middle + shift)


def _at(line: Line, at: NDArray[np.float64]) -> Line:
    return np.asarray(np.interp(at, np.arange(len(line)), line), np.float32)


def laid_onto(
    line: Line, reference: Line, weight: Line, shift: float = 0.0, stretch: float = 1.0
) -> tuple[float, float, float]:
    """Where `line` is in `reference`: sample i of the reference is sample (i − middle) · stretch + middle + shift of
    the line; and their correlation there. By Gauss and Newton's steps from the place given."""
    width = len(line)
    half = (np.arange(width) - (width - 1) / 2) / width
    slope = np.gradient(line).astype(np.float32)
    best = (shift, stretch, -1.0)
    for turn in range(_STEPS + 1):
        at = _places(width, shift, stretch)
        here = _at(line, at)
        like = _correlation(here, reference, weight)
        if like > best[2]:
            best = (shift, stretch, like)
        elif turn:
            break
        if turn == _STEPS:
            break
        gradient = _at(slope, at)
        columns = np.stack([gradient, gradient * half])
        heavy = columns * weight
        normal = heavy @ columns.T + 1e-3 * np.eye(2)
        move = np.linalg.solve(normal, heavy @ (reference - here))
        shift += float(np.clip(move[0], -4, 4))
        stretch += float(np.clip(move[1] / width, -0.02, 0.02))
    return best


def _correlation(one: Line, other: Line, weight: Line) -> float:
    total = float(weight.sum())
    a = one - float(one @ weight) / total
    b = other - float(other @ weight) / total
    both = float(a * a @ weight) * float(b * b @ weight)
    return float(a * b @ weight) / both**0.5 if both > 0 else 0.0
