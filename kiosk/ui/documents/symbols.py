"""QR symbols and bar codes as modules: which squares and bars are dark. Both come from zxing-cpp, which also reads
them; a symbol takes it half a millisecond."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import zxingcpp
from numpy.typing import NDArray

QR_QUIET = 4
"""Modules that stay empty around a QR symbol (ISO/IEC 18004)."""
BAR_QUIET = 10
"""Modules that stay empty before and behind the bars (ISO/IEC 15417)."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """So many modules across and down (1 for bars), without quiet zones. `runs`: dark ones beside each other, as row,
    first column, how many."""

    across: int
    down: int
    runs: tuple[tuple[int, int, int], ...]


@lru_cache(maxsize=64)
def qr_symbol(code: str) -> Symbol | None:
    """The smallest symbol of level M for a text (UTF-8); None when it is empty or longer than any symbol."""
    data: str | bytes = code if code.isascii() else code.encode("utf-8", "replace")
    modules = _modules(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return None if modules is None else _symbol(modules)


@lru_cache(maxsize=64)
def bar_symbol(code: str) -> Symbol | None:
    """The bars of a Code 128 symbol; None when the text is empty, not printable ASCII, or too long."""
    if not (code.isascii() and code.isprintable()):
        return None
    modules = _modules(code, zxingcpp.BarcodeFormat.Code128)
    return None if modules is None else _symbol(modules[:1])


def _modules(data: str | bytes, kind: zxingcpp.BarcodeFormat, **options: str) -> NDArray[np.bool_] | None:
    """True is dark."""
    if not data:
        return None
    try:
        image = zxingcpp.create_barcode(data, kind, **options).to_image(scale=1, add_quiet_zones=False)
    except (ValueError, RuntimeError):
        return None
    return np.asarray(image) < 128


def _symbol(modules: NDArray[np.bool_]) -> Symbol:
    edges = np.diff(np.pad(modules, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, begins = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    runs = zip(rows.tolist(), begins.tolist(), (ends - begins).tolist(), strict=True)
    return Symbol(modules.shape[1], modules.shape[0], tuple(runs))
