"""A QR symbol on the screen: dark on white in every skin, so that every scanner reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.measure import held

QUIET_ZONE = 4  # modules, ISO/IEC 18004
LONG = 300
"""Characters, as of a draw's receipt."""
_ANY_MASK = 3
_DARK, _LIGHT = QColor("#000000"), QColor("#ffffff")

Modules = Sequence[Sequence[bool]]


def modules_of(text: str) -> Modules:
    """The symbol for a text, row by row, with its quiet zone."""
    import qrcode  # when the first one is wanted: a start needs none

    # the best of eight masks is looked for eight times: for a long text that would hold the screen up
    mask = _ANY_MASK if len(text) > LONG else None
    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET_ZONE, mask_pattern=mask)
    symbol.add_data(text)
    return symbol.get_matrix()  # type: ignore[no-any-return]


def paint_modules(painter: QPainter, rows: Modules, place: QRectF) -> None:
    """In the middle of a place, which is white as far as the symbol does not reach."""
    painter.save()
    # whole pixels: soft edges cost readability
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(place, _LIGHT)
    module = max(1, int(min(place.width(), place.height()) // len(rows)))
    left = round(place.center().x() - module * len(rows) / 2)
    top = round(place.center().y() - module * len(rows) / 2)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(left + x * module, top + y * module, module, module, _DARK)
    painter.restore()


class QrView(QWidget):
    """The symbol for a text, `side` design pixels wide and high with its quiet zone."""

    def __init__(self, text: str, side: int) -> None:
        super().__init__()
        self._rows = modules_of(text)
        held(self, width=side, height=side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_modules(QPainter(self), self._rows, QRectF(self.rect()))
