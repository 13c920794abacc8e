"""A picture whose length is known, for holding a ruler to what a printer made of it."""

from __future__ import annotations

import struct
import zlib

SCALE_MM = 50
_DOTS = 8
"""A millimetre: as printers of 203 dpi have it, so that each line is whole dots there."""


def scale_png() -> bytes:
    """SCALE_MM millimetres: a line for each, a longer one for every fifth, the longest for every tenth."""
    width, height = SCALE_MM * _DOTS + 1, 5 * _DOTS
    rows = []
    for y in range(height):
        row = bytearray((width + 7) // 8)
        for mm in range(SCALE_MM + 1):
            tall = height if mm % 10 == 0 else height * 7 // 10 if mm % 5 == 0 else height * 4 // 10
            if y >= height - tall:
                _blacken(row, mm * _DOTS)
        if y == height - 1:
            for x in range(width):
                _blacken(row, x)
        rows.append(b"\0" + bytes(byte ^ 0xFF for byte in row))
    return _png(width, height, b"".join(rows))


def _blacken(row: bytearray, x: int) -> None:
    row[x // 8] |= 0x80 >> x % 8


def _png(width: int, height: int, rows: bytes) -> bytes:
    """A PNG of one bit a dot, 1 for white (ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
