"""QR symbols and bar codes as modules: which squares and bars are dark. Both come from zxing-cpp, which also reads
them; a symbol takes it half a millisecond."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import zxingcpp
from numpy.typing import NDArray

QR_QUIET = 4
"""Modules that stay empty around a QR symbol (ISO/IEC 18004)."""
BAR_QUIET = 10
"""Modules that stay empty before and behind the bars (ISO/IEC 15417)."""

Modules = NDArray[np.bool_]
"""True is dark. A QR symbol's rows and columns, a bar code's one row."""


@lru_cache(maxsize=32)
def qr_modules(code: str) -> Modules | None:
    """The smallest symbol of level M for a text (UTF-8), without its quiet zone; None when it is empty or longer than
    any symbol."""
    data: str | bytes = code if code.isascii() else code.encode("utf-8", "replace")
    return _made(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")


@lru_cache(maxsize=32)
def bar_modules(code: str) -> Modules | None:
    """The bars of a Code 128 symbol, without quiet zones; None when the text is not printable ASCII or too long."""
    if not (code.isascii() and code.isprintable()):
        return None
    made = _made(code, zxingcpp.BarcodeFormat.Code128)
    return None if made is None else made[:1]


def _made(data: str | bytes, kind: zxingcpp.BarcodeFormat, **options: str) -> Modules | None:
    if not data:
        return None
    try:
        image = zxingcpp.create_barcode(data, kind, **options).to_image(scale=1, add_quiet_zones=False)
    except (ValueError, RuntimeError):
        return None
    return np.asarray(image) < 128


def dark_runs(modules: Modules) -> Iterator[tuple[int, int, int]]:
    """Dark modules that stand beside each other: row, first column, how many."""
    for y, row in enumerate(modules):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8)))
        for first, end in zip(edges[::2], edges[1::2], strict=True):
            yield y, int(first), int(end - first)
