"""Pictures in dots, moved and cut to what a printer reaches."""

from __future__ import annotations

from kiosk.application.ports.printing import Dots


def placed(dots: Dots, width: int, height: int, left: int = 0, top: int = 0) -> Dots:
    """On an empty ground of that size, moved right and down; what is beyond it is cut off."""
    stride = (width + 7) // 8
    rows = []
    ground = (1 << width) - 1
    for y in range(height):
        at = y - top
        if not 0 <= at < dots.height:
            rows.append(bytes(stride))
            continue
        row = int.from_bytes(dots.rows[at * dots.stride : (at + 1) * dots.stride], "big") >> (
            dots.stride * 8 - dots.width
        )
        shift = width - dots.width - left
        row = (row << shift if shift >= 0 else row >> -shift) & ground
        rows.append((row << (stride * 8 - width)).to_bytes(stride, "big"))
    return Dots(width, height, b"".join(rows))


def inked(dots: Dots) -> tuple[int, int]:
    """The first column with a dot and the one behind the last; (0, 0) of an empty picture."""
    seen = 0
    for at in range(0, len(dots.rows), dots.stride or 1):
        seen |= int.from_bytes(dots.rows[at : at + dots.stride], "big")
    if not seen:
        return 0, 0
    bits = dots.stride * 8
    return bits - seen.bit_length(), bits - (seen & -seen).bit_length() + 1


def lines_inked(dots: Dots) -> tuple[int, int]:
    """The first row with a dot and the one behind the last; (0, 0) of an empty picture."""
    empty = bytes(dots.stride)
    used = [y for y in range(dots.height) if dots.rows[y * dots.stride : (y + 1) * dots.stride] != empty]
    return (used[0], used[-1] + 1) if used else (0, 0)
