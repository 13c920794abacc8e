"""Pictures in dots, moved on a ground of another size."""

from __future__ import annotations

from kiosk.application.ports.printing import Dots


def placed(dots: Dots, width: int, height: int, left: int = 0, top: int = 0) -> Dots:
    """On an empty ground of that size, moved right and down; what is beyond it is cut off."""
    stride = (width + 7) // 8
    if width == dots.width and not left and 0 <= -top <= dots.height - height:
        return Dots(width, height, dots.rows[-top * stride : (height - top) * stride])
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
