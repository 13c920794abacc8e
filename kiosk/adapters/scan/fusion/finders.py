"""Finder patterns in a picture: squares of three by three in a ring of five by five, whatever lies about them.

The outermost dark ring is not asked for: where a code has no margin, or a dark one, it runs into what is beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.rectify import GrayImage

_LEAST, _MOST = 8, 20_000
"""Pixels of a middle square in the picture that is looked at."""
MOST_FINDERS = 20
"""Patterns that are kept, those most like a finder: textures have hundreds that are a little like one."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A finder pattern: its middle in pixels, and the side of a module (the root of its area). `shape`: a circle of one
    module as it is seen, 2×2 and symmetric: what is seen from the side is squeezed."""

    x: float
    y: float
    module: float
    shape: NDArray[np.float64] = field(compare=False)


def finders_in(gray: GrayImage, block: int) -> list[Finder]:
    """The finder patterns of a picture. `block`: pixels over which light and dark are levelled, an odd number; a finder
    pattern of about that size is found best."""
    levels = cv2.boxFilter(gray, -1, (block, block))
    dark = cv2.compare(gray, levels, cv2.CMP_LT)
    darks, lights = _parts(dark), _parts(cv2.bitwise_not(dark))
    sides = ((darks, lights), (lights, darks))
    found = [(*one, side) for side, (inner, outer) in enumerate(sides) for one in _nested(inner, outer)]
    found.sort()
    return [
        Finder(x, y, module, _shape(*sides[side], int(part), int(ring), module))
        for _odd, x, y, module, part, ring, side in found[:MOST_FINDERS]
    ]


def halved_finders_in(gray: GrayImage, block: int) -> list[Finder]:
    """The same, found in a picture of half the size; places and `block` are in pixels of the whole one."""
    half = np.asarray(cv2.resize(gray, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    found = finders_in(half, block // 2 | 1)
    return [Finder(2 * one.x + 0.5, 2 * one.y + 0.5, 2 * one.module, 2 * one.shape) for one in found]


class _Parts(NamedTuple):
    """What hangs together: a number a pixel, and by number x, y, width, height, area, and the middle."""

    labels: NDArray[np.int32]
    stats: NDArray[np.int64]
    middles: NDArray[np.float64]


def _parts(binary: Any) -> _Parts:
    _count, labels, stats, middles = cv2.connectedComponentsWithStats(binary, connectivity=4, ltype=cv2.CV_32S)
    return _Parts(np.asarray(labels), np.asarray(stats, np.int64), np.asarray(middles))


def _shape(inner: _Parts, outer: _Parts, part: int, ring: int, module: float) -> NDArray[np.float64]:
    """A circle of one module as it is seen, by the spread of the middle square and its ring together."""
    x, y, w, h, _area = outer.stats[ring]
    box = np.s_[y : y + h, x : x + w]
    rows, columns = np.nonzero((outer.labels[box] == ring) | (inner.labels[box] == part))
    values, vectors = np.linalg.eigh(np.cov(columns, rows))
    root = (vectors * np.sqrt(np.maximum(values, 0.05))) @ vectors.T
    return np.asarray(root * (module / np.sqrt(np.linalg.det(root))), np.float64)


def _nested(inner: _Parts, outer: _Parts) -> list[tuple[float, float, float, float, float, float]]:
    """Parts that fill a compact box and have another part, a ring, right around them: how unlike a finder (a sum of
    deviations), x, y, side of a module, and the numbers of the part and its ring."""
    labels, middles = outer.labels, inner.middles
    x, y, w, h, area = inner.stats.T
    good = (area >= _LEAST) & (area <= _MOST) & (x > 0) & (y > 0)
    good &= (x + w < labels.shape[1]) & (y + h < labels.shape[0])
    good &= (w <= 3 * h) & (h <= 3 * w) & (2.4 * area >= w * h)
    index = np.flatnonzero(good)
    # the ring is left of the box's left edge at the row of the middle, or that of a row near it
    mx, my = middles[index, 0], middles[index, 1]
    rows = np.clip(np.rint(my).astype(np.int64), 0, labels.shape[0] - 1)
    columns = np.clip(np.rint(mx).astype(np.int64), 0, labels.shape[1] - 1)
    whole = inner.labels[rows, columns] == index  # a ring has another part in its middle
    left = labels[rows, x[index] - 1]
    above = labels[y[index] - 1, columns]
    right = labels[rows, x[index] + w[index]]
    ring = np.where(left == above, left, np.where(left == right, left, above))
    same = whole & (ring > 0) & ((left == ring).astype(int) + (above == ring) + (right == ring) >= 2)
    r = outer.stats[ring]
    ratio = r[:, 4] / np.maximum(1, area[index])
    same &= (ratio > 0.9) & (ratio < 3.6)
    # its box is five by five where the middle is three by three
    same &= np.abs(r[:, 0] + r[:, 2] / 2 - x[index] - w[index] / 2) < 0.25 * w[index] + 1
    same &= np.abs(r[:, 1] + r[:, 3] / 2 - y[index] - h[index] / 2) < 0.25 * h[index] + 1
    same &= (r[:, 2] > 1.25 * w[index]) & (r[:, 2] < 2.4 * w[index] + 2)
    same &= (r[:, 3] > 1.25 * h[index]) & (r[:, 3] < 2.4 * h[index] + 2)
    x, y, w, h, area = x[index], y[index], w[index], h[index], area[index]
    module = np.sqrt((area + r[:, 4]) / 25.0)
    odd = np.abs(np.log(np.maximum(ratio, 0.1) / (16 / 9)))
    for ring_side, side in ((r[:, 2], w), (r[:, 3], h)):
        odd += np.abs(np.log(np.maximum(1, ring_side) / (side * 5 / 3)))
    box_x, box_y = x + w / 2, y + h / 2
    odd += np.hypot(r[:, 0] + r[:, 2] / 2 - box_x, r[:, 1] + r[:, 3] / 2 - box_y) / module
    odd += np.hypot(mx - box_x + 0.5, my - box_y + 0.5) / module
    rows_found = np.stack([odd, mx, my, module, index, ring], axis=1)[same]
    return [(float(o), float(a), float(b), float(m), float(i), float(r)) for o, a, b, m, i, r in rows_found.tolist()]
