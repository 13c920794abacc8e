"""A suspected symbol straightened to one square.

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
"""Pixels of a rectified module, each way, where modules are read."""
AROUND = 3
"""Modules shown around the symbol."""


def rectified(picture: NDArray[Any], warp: Warp, size: int, per_module: int = PER_MODULE) -> Plane:
    """A symbol of `size` modules with AROUND modules about it."""
    start = 0.5 / per_module - AROUND
    scale = np.array([[1 / per_module, 0, start], [0, 1 / per_module, start], [0, 0, 1]])
    side = (size + 2 * AROUND) * per_module
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpPerspective(picture, warp @ scale, (side, side), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.float32)


def modules_of(flat: Plane) -> Plane:
    """The gray of each module's middle, without those around. `flat`: PER_MODULE pixels a module."""
    side = flat.shape[0] // PER_MODULE
    middles = flat.reshape(side, PER_MODULE, side, PER_MODULE)[:, 1:3, :, 1:3].mean(axis=(1, 3))
    return np.ascontiguousarray(middles[AROUND:-AROUND, AROUND:-AROUND])


def grown(modules: Plane, per_module: int) -> Plane:
    """A matrix of modules as a rectified picture, with nothing (0) about it."""
    return np.asarray(np.kron(np.pad(modules, AROUND), np.ones((per_module, per_module), np.float32)), np.float32)


def corners_of(warp: Warp, size: int) -> NDArray[np.float64]:
    """The four corners in pixels, the symbol's own top left first, clockwise."""
    square = np.array([[[0, 0], [size, 0], [size, size], [0, size]]], np.float64)
    return np.asarray(cv2.perspectiveTransform(square, warp)[0], np.float64)
