"""A photograph as a phone sends it becomes two small JPEGs of our own making: nothing of the file is kept but what can
be seen, no place, time or camera (EXIF), and nothing that is hidden behind it.

How large a picture is stands in its head and is judged before anything is decoded: a few bytes may claim billions of
pixels.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kiosk.protocol.rows import PHOTO_BYTES

MOST_BYTES = 12 * 1024 * 1024
"""Of a file: a phone's usual photograph has three to eight."""
MOST_PIXELS = {"jpeg": 64_000_000, "png": 16_000_000}
"""A JPEG is decoded smaller than it is, a PNG only whole."""
LEAST_SIDE = 200
LONGER_SIDE, SMALL_SIDE = 1_440, 360
"""Pixels for the big screen, and for phones."""
_SMALL_BYTES = 40_000
_QUALITIES = (85, 75, 65, 50, 35)
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of a JPEG's frame, which has its size."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


class Wrong(StrEnum):
    """Why a file is no photograph for the wall."""

    NONE = "none"
    KIND = "kind"
    LARGE = "large"
    SMALL = "small"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Made:
    """JPEGs: for the big screen, and for phones."""

    picture: bytes = field(repr=False)
    small: bytes = field(repr=False)


def head(data: bytes) -> tuple[str, int, int] | Wrong:
    """("jpeg" or "png", width, height) as the file says."""
    if not data:
        return Wrong.NONE
    if data.startswith(_PNG):
        if data[12:16] != b"IHDR" or len(data) < 33:
            return Wrong.BROKEN
        return ("png", *struct.unpack(">II", data[16:24]))
    if data.startswith(b"\xff\xd8\xff"):
        size = _jpeg_size(data)
        return Wrong.BROKEN if size is None else ("jpeg", *size)
    return Wrong.KIND


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _SIZES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        else:
            at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None


def made(data: bytes) -> Made | Wrong:
    """The pictures that are kept of a file."""
    if len(data) > MOST_BYTES:
        return Wrong.LARGE
    said = head(data)
    if isinstance(said, Wrong):
        return said
    kind, wide, high = said
    if not wide * high:
        return Wrong.BROKEN
    if wide * high > MOST_PIXELS[kind] or max(wide, high) > 20 * min(wide, high):
        return Wrong.LARGE
    if min(wide, high) < LEAST_SIDE:
        return Wrong.SMALL
    image = _decoded(data, max(wide, high) if kind == "jpeg" else 0)
    if image is None:
        return Wrong.BROKEN
    picture = _encoded(image, LONGER_SIDE, PHOTO_BYTES)
    small = _encoded(image, SMALL_SIDE, _SMALL_BYTES)
    return Wrong.BROKEN if picture is None or small is None else Made(picture, small)


def _decoded(data: bytes, longer: int) -> Any:
    """The picture upright, in colour, and no larger than is of use; None: it cannot be read."""
    import cv2  # half a second, and most of HQ's processes never see a photograph
    import numpy as np

    way = cv2.IMREAD_COLOR
    for part, smaller in (
        (8, cv2.IMREAD_REDUCED_COLOR_8),
        (4, cv2.IMREAD_REDUCED_COLOR_4),
        (2, cv2.IMREAD_REDUCED_COLOR_2),
    ):
        if longer >= part * LONGER_SIDE:
            way = smaller
            break
    try:
        return cv2.imdecode(np.frombuffer(data, np.uint8), way)
    except cv2.error:
        return None


def _encoded(image: Any, longer: int, most: int) -> bytes | None:
    """A JPEG of at most `most` bytes, smaller where there is more in it than fits; None: it cannot be made."""
    import cv2

    high, wide = image.shape[:2]
    for side in (longer, longer // 2, longer // 4):
        part = min(1.0, side / max(high, wide))
        size = max(1, round(wide * part)), max(1, round(high * part))
        scaled = image if part == 1 else cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        for quality in _QUALITIES:
            done, data = cv2.imencode(".jpg", scaled, [cv2.IMWRITE_JPEG_QUALITY, quality])
            if done and len(data) <= most:
                return bytes(data.tobytes())
    return None
