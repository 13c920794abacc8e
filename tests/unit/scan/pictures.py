"""Pictures of codes, drawn for the tests."""

from __future__ import annotations

import cv2
import numpy as np
import segno
import zxingcpp
from numpy.typing import NDArray

Gray = NDArray[np.uint8]


def qr(data: str | bytes, module: int = 4, micro: bool = False) -> Gray:
    """A QR code of `data`, bytes in byte mode, `module` pixels a module, with its margin."""
    mode = "byte" if isinstance(data, bytes) else None
    code = segno.make(data, error="L" if micro else "M", micro=micro, mode=mode)
    dark = np.array([list(row) for row in code.matrix], np.uint8)
    modules = np.pad((1 - dark) * 255, 4, constant_values=255)
    return np.asarray(np.kron(modules, np.ones((module, module))), np.uint8)


def bar_code(text: str, name: str, module: int = 3) -> Gray:
    """A bar code ("EAN13", "EAN8", "UPCA", "Code128") with a quiet zone."""
    barcode = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, name))
    drawn = np.array(zxingcpp.write_barcode_to_image(barcode, scale=module))
    return np.asarray(np.pad(drawn, 30, constant_values=255), np.uint8)


def on_table(code: Gray, at: tuple[int, int] = (400, 150), size: tuple[int, int] = (1280, 720)) -> Gray:
    """The code lying on a gray table, as a camera sees it; `at` is its top left corner (x, y)."""
    frame: Gray = np.full((size[1], size[0]), 120, np.uint8)
    x, y = at
    frame[y : y + code.shape[0], x : x + code.shape[1]] = code
    return frame


def seen_badly(frame: Gray, *, gain: float = 1.0, blur: float = 0.0, noise: float = 0.0, seed: int = 1) -> Gray:
    """The frame through a bad camera: out of focus by `blur` pixels, dark by `gain`, noisy."""
    if blur:
        frame = np.asarray(cv2.GaussianBlur(frame, (0, 0), blur), np.uint8)
    grain = np.random.default_rng(seed).normal(0, noise, frame.shape) if noise else 0.0
    return np.asarray(np.clip(frame * gain + grain, 0, 255), np.uint8)
