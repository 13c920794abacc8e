"""Whether anything has moved in what a camera sees: an empty counter need not be searched thirty times a second."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_CELL = 16
"""Pixels over which the sensor's noise is averaged: a code covers a dozen such cells."""
_NOISE = 6.0
"""A cell has changed that differs by so many times what cells differ by usually."""
_LEAST = 4.0
"""Gray levels that a changed cell differs by at least."""
_CELLS = 3


class Stillness:
    """Belongs to one thread."""

    def __init__(self) -> None:
        self._before: NDArray[np.uint8] | None = None
        self.frames = 0
        """How many frames have shown the same since something changed."""

    def see(self, gray: NDArray[np.uint8]) -> None:
        """Take the next frame (uint8, height×width)."""
        size = (max(1, gray.shape[1] // _CELL), max(1, gray.shape[0] // _CELL))
        small = np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), np.uint8)
        # by the frame after the last change, not by the last one: what creeps has moved in the end
        if self._before is None or self._before.shape != small.shape or _changed(small, self._before):
            self._before, self.frames = small, 0
        else:
            self.frames += 1


def _changed(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    off = cv2.absdiff(one, other)
    usual = float(np.median(off))
    return int(np.count_nonzero(off > _NOISE * usual + _LEAST)) >= _CELLS
