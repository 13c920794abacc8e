"""Where bars may lie in a picture: parts whose gradients all run one way (a structure tensor, as literature on finding
bar codes has it)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

_LONGEST = 640
"""Pixels of the longer side of the picture that is looked at: narrow bars may blur, wide ones stay."""
_CELL = 8
_COHERENT = 0.6
"""How much gradients of one cell and its neighbours run one way, 0 … 1."""
_LEAST_STEP = 1.5
"""Gray levels a pixel, of a cell's gradient (root of the mean square)."""
_LEVELS = (1.0, 9.0, 81.0)
"""By how much more a cell's gradient is (squared) than the least, from which on cells hang together: bars lie on things
that have stripes of their own."""
_SECTORS = 6
_LEAST_CELLS = 6
_LEAST_ACROSS = 6.0
"""Cells across the bars that a place has at least: 95 modules of half a pixel."""
_MOST_LONG = 6.0
"""How many times as long as it is wide a place may be, along its bars: lines of text and edges are no bars."""
_SLANTED = 2.0
_SAME = 0.6
"""Share of two places' cells that both have, from which on they are one."""
_ENOUGH = 300.0
"""Cells from which on more of them say nothing."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class BarPlace:
    """A part of a picture with bars: its middle; from there to its end across the bars, and to their end along them; in
    pixels of the picture. Seen from the side, the two are not at right angles."""

    x: float
    y: float
    across: tuple[float, float]
    along: tuple[float, float]

    @property
    def half_across(self) -> float:
        """Pixels."""
        return math.hypot(*self.across)

    @property
    def half_along(self) -> float:
        """Pixels."""
        return math.hypot(*self.along)


def bars_in(gray: NDArray[Any]) -> list[BarPlace]:
    """Places with bars, those that stand out most first."""
    scale = min(1.0, _LONGEST / max(gray.shape))
    small = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else gray
    rows, columns = small.shape[0] // _CELL, small.shape[1] // _CELL
    if rows < 1 or columns < 1:
        return []
    small = small[: rows * _CELL, : columns * _CELL]
    gx = cv2.Sobel(small, cv2.CV_32F, 1, 0, ksize=3, scale=1 / 8)
    gy = cv2.Sobel(small, cv2.CV_32F, 0, 1, ksize=3, scale=1 / 8)
    xx, yy, xy = (_cells(a, b, rows, columns) for a, b in ((gx, gx), (gy, gy), (gx, gy)))
    found = [
        place
        for cells in _parts(xx + yy, xx - yy, 2 * xy)
        if (place := _place(cells, (xx - yy)[cells], (2 * xy)[cells], (xx + yy)[cells], scale)) is not None
    ]
    found.sort(key=lambda one: -one[0])
    kept: list[tuple[NDArray[np.intp], BarPlace]] = []
    for _score, members, candidate in found:
        if all(_shared(members, other) < _SAME for other, _place in kept):
            kept.append((members, candidate))
            if len(kept) == _MOST:
                break
    return [place for _members, place in kept]


def _shared(one: NDArray[np.intp], other: NDArray[np.intp]) -> float:
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / (len(one) + len(other) - both)


def _cells(a: NDArray[Any], b: NDArray[Any], rows: int, columns: int) -> NDArray[np.float32]:
    """Means of a product over cells and their neighbours."""
    means = cv2.resize(cv2.multiply(a, b), (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.blur(means, (3, 3), borderType=cv2.BORDER_REPLICATE), np.float32)


def _parts(
    energy: NDArray[np.float32], across: NDArray[np.float32], skew: NDArray[np.float32]
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Cells that hang together and whose gradients run about one way: (rows, columns)."""
    length = np.sqrt(across * across + skew * skew)
    coherent = length >= _COHERENT * energy
    for level in _LEVELS:
        strong = coherent & (energy >= level * _LEAST_STEP**2)
        if np.count_nonzero(strong) < _LEAST_CELLS:
            return
        for sector in range(_SECTORS):
            turn = 2 * math.pi * sector / _SECTORS
            # of twice the angle: within 60° of the sector's middle, so that neighbours overlap by half
            near = across * math.cos(turn) + skew * math.sin(turn) >= 0.5 * length
            mask = (strong & near).astype(np.uint8)
            _count, labels, stats, _middles = cv2.connectedComponentsWithStats(mask, connectivity=4)
            good = (stats[:, 4] >= _LEAST_CELLS) & (np.hypot(stats[:, 2], stats[:, 3]) >= _LEAST_ACROSS)
            for label in np.flatnonzero(good[1:]) + 1:
                x, y, width, height, _size = stats[label]
                inside = np.nonzero(labels[y : y + height, x : x + width] == label)
                yield inside[0] + y, inside[1] + x


def _place(
    cells: tuple[NDArray[np.intp], NDArray[np.intp]],
    across: NDArray[np.float32],
    skew: NDArray[np.float32],
    energy: NDArray[np.float32],
    scale: float,
) -> tuple[float, NDArray[np.intp], BarPlace] | None:
    angle = 0.5 * math.atan2(float(skew.sum()), float(across.sum()))
    y, x = (part.astype(np.float64) for part in cells)
    u, v = math.cos(angle), math.sin(angle)
    p, q = x * u + y * v, y * u - x * v
    # seen from the side, a code leans: where its middle is along the bars goes on as one goes across them
    spread = float(np.var(p)) + 1e-6
    slant = float(np.clip(np.mean((p - p.mean()) * (q - q.mean())) / spread, -_SLANTED, _SLANTED))
    q = q - slant * p
    low, high = float(p.min()), float(p.max())
    # of an even spread, the ends are √3 standard deviations from the middle
    reach = min(float(np.std(q)) * 3**0.5, float(np.ptp(q)) / 2)
    bottom, top = float(q.mean()) - reach, float(q.mean()) + reach
    wide, high_along = high - low + 1, top - bottom + 1
    if wide * math.hypot(1, slant) < _LEAST_ACROSS or high_along > _MOST_LONG * wide:
        return None
    fill = min(1.0, len(p) / (wide * high_along))
    score = fill * math.sqrt(float(energy.mean()) * min(len(p), _ENOUGH))
    middle_p, middle_q = (low + high) / 2, (bottom + top) / 2
    middle_q += slant * middle_p
    size = _CELL / scale
    half = wide / 2 * size
    return (
        score,
        cells[0] * 10_000 + cells[1],
        BarPlace(
            float((middle_p * u - middle_q * v + 0.5) * size),
            float((middle_p * v + middle_q * u + 0.5) * size),
            (float((u - slant * v) * half), float((v + slant * u) * half)),
            (float(-v * high_along / 2 * size), float(u * high_along / 2 * size)),
        ),
    )
