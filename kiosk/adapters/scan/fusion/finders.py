"""Finder patterns in a picture: squares of three by three in a ring of five by five, whatever lies about them.

The outermost dark ring is not asked for: where a code has no margin, or a dark one, it runs into what is beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.rectify import GrayImage

_LEAST, _MOST = 8, 20_000
"""Pixels of a middle square in the picture that is looked at."""
MOST_FINDERS = 14
"""Patterns that are kept, those most like a finder: textures have hundreds that are a little like one."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A finder pattern: its middle in pixels, and the side of a module (the root of its area)."""

    x: float
    y: float
    module: float


def finders_in(gray: GrayImage, scale: float = 1.0, block: int = 41) -> list[Finder]:
    """The finder patterns of a picture, in its pixels times 1/`scale`."""
    levels = cv2.boxFilter(gray, -1, (block, block))
    dark = cv2.compare(gray, levels, cv2.CMP_LT)
    _, labels_d, stats_d, middles_d = cv2.connectedComponentsWithStats(dark, connectivity=4, ltype=cv2.CV_32S)
    _, labels_l, stats_l, middles_l = cv2.connectedComponentsWithStats(255 - dark, connectivity=4, ltype=cv2.CV_32S)
    found = [*_nested(stats_d, middles_d, stats_l, labels_l), *_nested(stats_l, middles_l, stats_d, labels_d)]
    found.sort()
    return [Finder(x / scale, y / scale, module / scale) for _odd, x, y, module in found[:MOST_FINDERS]]


def _nested(
    stats: NDArray[np.int32], middles: NDArray[np.float64], rings: NDArray[np.int32], labels: NDArray[np.int32]
) -> list[tuple[float, float, float, float]]:
    """Parts that fill a compact box and have another part, a ring, right around them: how unlike a finder (a sum of
    deviations), x, y, side of a module."""
    x, y, w, h, area = (stats[:, k].astype(np.int64) for k in range(5))
    good = (area >= _LEAST) & (area <= _MOST) & (x > 0) & (y > 0)
    good &= (x + w < labels.shape[1]) & (y + h < labels.shape[0])
    good &= (w <= 3 * h) & (h <= 3 * w) & (2.4 * area >= w * h)
    index = np.flatnonzero(good)
    # the ring is left of the box's left edge at the row of the middle, or that of a row near it
    mx, my = middles[index, 0], middles[index, 1]
    rows = np.clip(np.rint(my).astype(np.int64), 0, labels.shape[0] - 1)
    columns = np.clip(np.rint(mx).astype(np.int64), 0, labels.shape[1] - 1)
    left = labels[rows, x[index] - 1]
    above = labels[y[index] - 1, columns]
    right = labels[rows, x[index] + w[index]]
    ring = np.where(left == above, left, np.where(left == right, left, above))
    same = (ring > 0) & ((left == ring).astype(int) + (above == ring) + (right == ring) >= 2)
    r = rings[ring].astype(np.int64)
    ratio = r[:, 4] / np.maximum(1, area[index])
    same &= (ratio > 0.9) & (ratio < 3.6)
    # its box is five by five where the middle is three by three
    same &= np.abs(r[:, 0] + r[:, 2] / 2 - x[index] - w[index] / 2) < 0.25 * w[index] + 1
    same &= np.abs(r[:, 1] + r[:, 3] / 2 - y[index] - h[index] / 2) < 0.25 * h[index] + 1
    same &= (r[:, 2] > 1.25 * w[index]) & (r[:, 2] < 2.4 * w[index] + 2)
    same &= (r[:, 3] > 1.25 * h[index]) & (r[:, 3] < 2.4 * h[index] + 2)
    module = np.sqrt((area[index] + r[:, 4]) / 25.0)
    odd = np.abs(np.log(np.maximum(ratio, 0.1) / (16 / 9)))
    odd += np.abs(np.log(np.maximum(1, r[:, 2]) / (w[index] * 5 / 3))) + np.abs(np.log(np.maximum(1, r[:, 3]) / (h[index] * 5 / 3)))
    odd += np.hypot(r[:, 0] + r[:, 2] / 2 - x[index] - w[index] / 2, r[:, 1] + r[:, 3] / 2 - y[index] - h[index] / 2) / module
    odd += np.hypot(mx - x[index] - w[index] / 2 + 0.5, my - y[index] - h[index] / 2 + 0.5) / module
    rows_found = np.stack([odd, mx, my, module], axis=1)[same]
    return [(float(o), float(a), float(b), float(m)) for o, a, b, m in rows_found.tolist()]
