"""QR symbols in a page: small, sharp at every size, without a picture to load."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import zxingcpp

_BORDER = 4


def symbol(code: str, side: int = 220) -> str:
    """The SVG of a text's symbol, error correction M, `side` CSS pixels wide with its quiet zone; "" for a text that is
    too long for one, or none."""
    try:
        made = zxingcpp.create_barcode(code, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        image: Any = zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False)
    except ValueError:
        return ""
    rows: Any = memoryview(image).tolist()
    size = len(rows) + 2 * _BORDER
    dark = "".join(f"M{_BORDER} {y}.5{_strokes(row)}" for y, row in enumerate(rows, _BORDER))
    return (
        f'<svg viewBox="0 0 {size} {size}" width="{side}" height="{side}" role="img" aria-label="QR"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{dark}"/></svg>'
    )


def _strokes(row: Sequence[int]) -> str:
    """A row as strokes of dark modules (0) and steps over light ones."""
    runs = ((level == 0, len(list(run))) for level, run in groupby(row))
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
