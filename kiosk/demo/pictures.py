"""Pictures of the demo's papers, drawn dot by dot: the chain's logo and a photo for a greeting card."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import lru_cache

Colour = tuple[int, int, int]
_WHITE, _JADE = (255, 255, 255), (14, 107, 91)
_FINE = 3
"""Dots a side that each dot is the middle of, so that edges are soft."""


def png(width: int, height: int, colour: Callable[[float, float], Colour]) -> bytes:
    """A PNG of three bytes a dot (ISO/IEC 15948); `colour` is asked for x and y in dots."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes(_middle(colour, x, y))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def _middle(colour: Callable[[float, float], Colour], x: int, y: int) -> Colour:
    seen = [colour(x + (i + 0.5) / _FINE, y + (j + 0.5) / _FINE) for i in range(_FINE) for j in range(_FINE)]
    red, green, blue = (sum(one[at] for one in seen) // len(seen) for at in range(3))
    return red, green, blue


@lru_cache(maxsize=1)
def logo() -> bytes:
    """A leaf of two arcs in a ring."""

    def colour(x: float, y: float) -> Colour:
        far = ((x - 48) ** 2 + (y - 48) ** 2) ** 0.5
        if 40 <= far <= 46:
            return _JADE
        leaf = (x - 26) ** 2 + (y - 70) ** 2 <= 46**2 and (x - 70) ** 2 + (y - 26) ** 2 <= 46**2
        if leaf and abs((x - 26) + (y - 26) - 44) > 2:
            return _JADE
        return _WHITE

    return png(96, 96, colour)


@lru_cache(maxsize=1)
def moonlit_hills() -> bytes:
    """A full moon above hills."""

    def colour(x: float, y: float) -> Colour:
        if y > 84 + 10 * (1 - abs(x - 40) / 60) ** 2 - 14 * max(0.0, 1 - abs(x - 110) / 50):
            return _JADE
        if (x - 112) ** 2 + (y - 32) ** 2 <= 20**2:
            return (252, 236, 190)
        return (28 + int(y * 0.6), 42 + int(y * 0.7), 88 + int(y * 0.5))

    return png(160, 120, colour)
