"""Laying what is known of a symbol onto a picture, until it fits to a fraction of a module."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.alike import correlation
from kiosk.adapters.scan.fusion.rectify import AROUND, Plane, Warp, corners_of, grown, rectified

PER_MODULE = 2
"""Pixels of a module where symbols are laid onto pictures."""
_SOFT = 0.45
"""Edges are softened by so many modules, so that what is off by a module still pulls."""
_LEVELLED = 9
"""Modules over which light and dark are levelled."""
_BETTER = 0.003
_FINEST = 4.0
"""Pixels of a module, more of which only take time."""
_WORTH_SHRINKING = 0.8
_LARGEST_STEP = 0.1


class Place:
    """The part of a picture about a suspected symbol, levelled and softened."""

    def __init__(self, picture: NDArray[Any], warp: Warp, size: int) -> None:
        corners = corners_of(warp, size)
        module = max(1.0, float(np.sqrt(abs(cv2.contourArea(corners.astype(np.float32)))) / size))
        margin = (AROUND + 2) * module + 2
        height, width = picture.shape
        low = np.clip(np.floor(corners.min(0) - margin), 0, [width - 2, height - 2]).astype(int)
        high = np.clip(np.ceil(corners.max(0) + margin), low + 2, [width, height]).astype(int)
        part = np.asarray(picture[low[1] : high[1], low[0] : high[0]])
        shrunk = min(1.0, _FINEST / module)
        if shrunk < _WORTH_SHRINKING:
            part = cv2.resize(part, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
            module *= shrunk
        else:
            shrunk = 1.0
        part = part.astype(np.float32)
        part = np.asarray(cv2.GaussianBlur(part, (0, 0), max(0.3, 0.3 * module)), np.float32)
        block = (int(_LEVELLED * module) | 1,) * 2
        mean = cv2.boxFilter(part, -1, block)
        spread = cv2.boxFilter(part * part, -1, block) - mean * mean
        self._dark: Plane = np.asarray((mean - part) / np.sqrt(np.maximum(spread, 16.0)), np.float32)
        off = (1 - shrunk) / 2
        self._back = np.array([[shrunk, 0, -low[0] * shrunk - off], [0, shrunk, -low[1] * shrunk - off], [0, 0, 1.0]])
        self._size = size

    def shown(self, warp: Warp) -> Plane:
        """Darkness by the levels around, straightened: about −1 light … 1 dark."""
        return rectified(self._dark, self._back @ warp, self._size, PER_MODULE)

    def shifted(self, warp: Warp, expected: Plane) -> Warp:
        """The warp moved by up to AROUND modules to where the picture looks most like `expected`."""
        margin = AROUND * PER_MODULE
        core = np.ascontiguousarray(expected[margin:-margin, margin:-margin])
        found = cv2.matchTemplate(self.shown(warp), core, cv2.TM_CCORR_NORMED)
        _least, _most, _at, (x, y) = cv2.minMaxLoc(found)
        move = np.array([[1, 0, x / PER_MODULE - AROUND], [0, 1, y / PER_MODULE - AROUND], [0, 0, 1.0]])
        return np.asarray(warp @ move)

    def alike(self, warp: Warp, expected: Plane) -> float:
        """How much the picture looks like `expected` where that is not 0 (a correlation, −1 to 1)."""
        wanted = expected.ravel()
        return correlation(self.shown(warp).ravel(), wanted, np.abs(wanted))

    def settled(self, warp: Warp, expected: Plane, rounds: int) -> tuple[Warp, float]:
        """The warp moved so that the picture looks most like `expected` where that is not 0, by Gauss and Newton's
        steps; and how much it does then (a correlation, −1 to 1)."""
        size = self._size
        steps = (np.arange(len(expected), dtype=np.float32) + 0.5) * (2 / (PER_MODULE * size)) - (2 * AROUND / size + 1)
        used = np.flatnonzero(np.abs(expected.ravel()) > 0.02)
        x, y = np.tile(steps, len(steps))[used], np.repeat(steps, len(steps))[used]
        wanted = expected.ravel()[used]
        weights = np.abs(wanted)
        unit = np.array([[2 / size, 0, -1], [0, 2 / size, -1], [0, 0, 1.0]])
        whole = np.linalg.inv(unit)
        best, best_alike = warp, -1.0
        for turn in range(rounds + 1):
            shown = self.shown(warp)
            here = shown.ravel()[used]
            alike = correlation(here, wanted, weights)
            better = alike > best_alike + _BETTER
            if alike > best_alike:
                best, best_alike = warp, alike
            if turn == rounds or not better:
                break
            gx = cv2.Sobel(shown, cv2.CV_32F, 1, 0, ksize=3).ravel()[used] * np.float32(PER_MODULE * size / 16)
            gy = cv2.Sobel(shown, cv2.CV_32F, 0, 1, ksize=3).ravel()[used] * np.float32(PER_MODULE * size / 16)
            radial = gx * x + gy * y
            # here(moved) = contrast · wanted + offset, and moving changes it by gradient · step
            columns = (gx, gy, gx * x, gx * y, gy * x, gy * y, radial * x, radial * y, np.ones_like(gx), wanted)
            jacobian = np.stack(columns, axis=1)
            heavy = jacobian * weights[:, None]
            normal = (heavy.T @ jacobian).astype(np.float64)
            normal[np.diag_indices(8)] *= 1.001
            normal[np.diag_indices(10)] += 1e-3
            s = np.clip(-np.linalg.solve(normal, heavy.T @ here)[:8], -_LARGEST_STEP, _LARGEST_STEP)
            move = np.array([[1 + s[2], s[3], s[0]], [s[4], 1 + s[5], s[1]], [-s[6], -s[7], 1.0]])
            warp = warp @ whole @ move @ unit
            warp = warp / warp[2, 2]
        return best, best_alike


def softened(modules: Plane) -> Plane:
    """What is expected (−1 light … 1 dark, 0 not known) as `Place` compares it."""
    return np.asarray(cv2.GaussianBlur(grown(modules, PER_MODULE), (0, 0), _SOFT * PER_MODULE), np.float32)
