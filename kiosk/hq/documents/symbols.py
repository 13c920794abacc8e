"""QR symbols in a page: small, sharp at every size, without a picture to load."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import qrcode

_BORDER = 4


def symbol(code: str, side: int = 220) -> str:
    """The SVG of a text's symbol, error correction M, `side` CSS pixels wide with its quiet zone; "" for a text that is
    too long for one."""
    made = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=_BORDER)
    made.add_data(code)
    try:
        rows = made.get_matrix()
    except (ValueError, qrcode.exceptions.DataOverflowError):
        return ""
    size = len(rows)
    dark = "".join(f"M0 {y}.5{_strokes(row)}" for y, row in enumerate(rows) if any(row))
    return (
        f'<svg viewBox="0 0 {size} {size}" width="{side}" height="{side}" role="img" aria-label="QR"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{dark}"/></svg>'
    )


def _strokes(row: Sequence[bool]) -> str:
    """A row as strokes of dark modules and steps over light ones."""
    return "".join(f"{'h' if dark else 'm'}{len(list(run))}{'' if dark else ' 0'}" for dark, run in groupby(row))
