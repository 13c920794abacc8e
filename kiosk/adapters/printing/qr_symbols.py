"""Texts as QR symbols: for receipts, slips, the screen, demo data and tests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import qrcode
from qrcode import constants
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData

_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
QUIET_ZONE = 4
"""Empty modules around a symbol that ISO/IEC 18004 asks for."""


class ErrorCorrection(Enum):
    """Share of a symbol that may be lost: 7, 15, 25, 30 %."""

    L = constants.ERROR_CORRECT_L
    M = constants.ERROR_CORRECT_M
    Q = constants.ERROR_CORRECT_Q
    H = constants.ERROR_CORRECT_H


class TooLongForSymbol(ValueError):
    """The text does not fit into the largest QR symbol."""


@dataclass(frozen=True, slots=True)
class QrSymbol:
    """A QR symbol. `modules`: rows of True for dark, without the quiet zone; `version` 1 to 40 (size
    17 + 4 · version)."""

    version: int
    modules: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules along one side, without the quiet zone."""
        return len(self.modules)

    def to_png(self, module_px: int = 8, quiet_zone: int = QUIET_ZONE) -> bytes:
        """The symbol as a grey PNG, each module `module_px` pixels wide, with a light border of `quiet_zone`
        modules."""
        # Imported here: OpenCV takes half a second, and most callers paint the modules themselves.
        import cv2
        import numpy as np

        light = np.where(np.array(self.modules, dtype=bool), 0, 255).astype(np.uint8)
        framed = np.pad(light, quiet_zone, constant_values=255)
        written, data = cv2.imencode(".png", np.kron(framed, np.ones((module_px, module_px), np.uint8)))
        if not written:
            raise RuntimeError("the PNG encoder refused the picture")
        return bytes(data)


def symbol_size(text: str, correction: ErrorCorrection = ErrorCorrection.M) -> int:
    """Modules along one side of the smallest symbol for a text, found much quicker than the symbol. Raises
    TooLongForSymbol."""
    code = _given(text, correction)
    try:
        return 17 + 4 * int(code.best_fit())
    except (DataOverflowError, ValueError) as fault:
        raise TooLongForSymbol(f"{len(text)} characters") from fault


def make_symbol(text: str, correction: ErrorCorrection = ErrorCorrection.M) -> QrSymbol:
    """The smallest symbol for a text. Tokens go in alphanumeric mode, everything else as UTF-8 bytes.

    Raises TooLongForSymbol.
    """
    code = _given(text, correction)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as fault:
        raise TooLongForSymbol(f"{len(text)} characters") from fault
    return QrSymbol(code.version, tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix()))


def _given(text: str, correction: ErrorCorrection) -> qrcode.QRCode:
    # The library would split a text into several modes and, for tokens with digits in between, lose by it.
    alphanumeric = bool(text) and _ALPHANUMERIC.issuperset(text)
    data = QRData(text.encode(), mode=MODE_ALPHA_NUM if alphanumeric else MODE_8BIT_BYTE)
    code = qrcode.QRCode(error_correction=correction.value, border=0)
    code.add_data(data)
    return code
