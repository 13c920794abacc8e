"""A suspected symbol straightened to one square, and laid onto what is known of it.

`Warp`: 3×3, from modules (x right, y down, the symbol's own corner at 0, 0) to pixels of the picture.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

GrayImage = NDArray[np.uint8]
Warp = NDArray[np.float64]
Plane = NDArray[np.float32]

PER_MODULE = 4
"""Pixels of a rectified module, each way."""
AROUND = 3
"""Modules shown around the symbol."""
_FINEST = 1e-3


def warp_of(corners: Any, size: int) -> Warp:
    """The warp of a symbol of `size` modules with these four corners in pixels, its own top left first, clockwise."""
    square = np.array([[0, 0], [size, 0], [size, size], [0, size]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(square, np.asarray(corners, np.float32)), np.float64)


def corners_of(warp: Warp, size: int) -> NDArray[np.float64]:
    """The four corners in pixels."""
    square = np.array([[[0, 0], [size, 0], [size, size], [0, size]]], np.float64)
    return np.asarray(cv2.perspectiveTransform(square, warp)[0], np.float64)


def rectified(picture: NDArray[Any], warp: Warp, size: int) -> Plane:
    """The symbol with AROUND modules about it, PER_MODULE pixels a module."""
    scale = np.array([[1 / PER_MODULE, 0, 0.5 / PER_MODULE - AROUND], [0, 1 / PER_MODULE, 0.5 / PER_MODULE - AROUND], [0, 0, 1]])
    side = (size + 2 * AROUND) * PER_MODULE
    flat = cv2.warpPerspective(
        picture, warp @ scale, (side, side), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(flat, np.float32)


def modules_of(flat: Plane) -> Plane:
    """The gray of each module's middle, without those around."""
    side = flat.shape[0] // PER_MODULE
    middles = flat.reshape(side, PER_MODULE, side, PER_MODULE)[:, 1:3, :, 1:3].mean(axis=(1, 3))
    return np.ascontiguousarray(middles[AROUND:-AROUND, AROUND:-AROUND])


def grown(modules: Plane, around: float = 0.0) -> Plane:
    """A matrix of modules as a rectified picture; `around`: what lies about it."""
    padded = np.pad(modules, AROUND, constant_values=around)
    return np.asarray(np.kron(padded, np.ones((PER_MODULE, PER_MODULE), np.float32)), np.float32)


def settled(picture: NDArray[Any], warp: Warp, expected: Plane, weight: Plane, rounds: int) -> tuple[Warp, float]:
    """The warp moved so that the rectified picture looks most like `expected` (−1 light … 1 dark, as `grown` makes it)
    where `weight` is, by Gauss and Newton's steps; and how much it does then (a correlation, −1 to 1)."""
    size = expected.shape[0] // PER_MODULE - 2 * AROUND
    soft = cv2.GaussianBlur(expected, (0, 0), 0.45 * PER_MODULE)
    side = expected.shape[0]
    steps = (np.arange(side, dtype=np.float32) + 0.5) / PER_MODULE - AROUND
    x, y = np.meshgrid((2 * steps / size - 1), (2 * steps / size - 1))
    used = weight > 0
    x, y, wanted, weights = x[used], y[used], soft[used], weight[used]
    best, best_alike = warp, -1.0
    for turn in range(rounds + 1):
        shown = even(rectified(picture, warp, size))
        alike = correlation(shown[used], wanted, weights)
        if alike > best_alike:
            best, best_alike = warp, alike
        if turn == rounds:
            break
        gx = cv2.Sobel(shown, cv2.CV_32F, 1, 0, ksize=3)[used] / 8
        gy = cv2.Sobel(shown, cv2.CV_32F, 0, 1, ksize=3)[used] / 8
        radial = gx * x + gy * y
        jacobian = np.stack([gx, gy, gx * x, gx * y, gy * x, gy * y, radial * x, radial * y, np.ones_like(gx), wanted], 1)
        # shown(moved) ≈ shown + gradient · step; offset and contrast are free
        heavy = jacobian * weights[:, None]
        normal = heavy.T @ jacobian
        normal[np.diag_indices(8)] += 1e-3 * (1.0 + np.trace(normal[:8, :8]) / 8)
        try:
            step = np.linalg.solve(normal, heavy.T @ shown[used])
        except np.linalg.LinAlgError:
            break
        s = -step[:8] / PER_MODULE * 2 / size  # in half sizes
        s = np.clip(s, -0.1, 0.1)
        turn_matrix = np.array([[1 + s[2], s[3], s[0]], [s[4], 1 + s[5], s[1]], [-s[6], -s[7], 1.0]])
        unit = np.array([[2 / size, 0, -1], [0, 2 / size, -1], [0, 0, 1.0]])
        warp = warp @ np.linalg.inv(unit) @ turn_matrix @ unit
        warp = warp / warp[2, 2]
        if np.abs(s).max() < _FINEST / size:
            break
    return best, best_alike


def shifted(picture: NDArray[Any], warp: Warp, expected: Plane, size: int) -> Warp:
    """The warp moved by up to AROUND modules to where the picture looks most like `expected`."""
    margin = AROUND * PER_MODULE
    shown = even(rectified(picture, warp, size))
    core = np.ascontiguousarray(cv2.GaussianBlur(expected, (0, 0), 0.45 * PER_MODULE)[margin:-margin, margin:-margin])
    found = cv2.matchTemplate(shown, core, cv2.TM_CCORR_NORMED)
    _least, _most, _at, (x, y) = cv2.minMaxLoc(found)
    move = np.array([[1, 0, x / PER_MODULE - AROUND], [0, 1, y / PER_MODULE - AROUND], [0, 0, 1.0]])
    return warp @ move


def even(flat: Plane) -> Plane:
    """A picture without its shade: darkness by the levels around, about −1 light … 1 dark."""
    reach = 4.0 * PER_MODULE
    small = cv2.resize(flat, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    mean = cv2.GaussianBlur(small, (0, 0), reach / 2)
    spread = cv2.GaussianBlur(small * small, (0, 0), reach / 2) - mean * mean
    shape = flat.shape[::-1]
    mean = cv2.resize(mean, shape, interpolation=cv2.INTER_LINEAR)
    spread = np.sqrt(np.maximum(cv2.resize(spread, shape, interpolation=cv2.INTER_LINEAR), 16.0))
    return np.asarray((mean - flat) / spread, np.float32)


def correlation(one: Plane, other: Plane, weight: Plane) -> float:
    """Weighted correlation of two pictures."""
    total = float(weight.sum())
    if total <= 0:
        return 0.0
    a = one - float((one * weight).sum()) / total
    b = other - float((other * weight).sum()) / total
    both = float((a * a * weight).sum()) * float((b * b * weight).sum())
    return float((a * b * weight).sum()) / both**0.5 if both > 0 else 0.0
