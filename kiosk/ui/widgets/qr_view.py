"""A QR symbol on the screen: dark on white in every skin, so that every scanner reads it."""

from __future__ import annotations

import qrcode
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.measure import held

QUIET_ZONE = 4  # modules, ISO/IEC 18004
_DARK, _LIGHT = QColor("#000000"), QColor("#ffffff")


class QrView(QWidget):
    """The symbol for a text, `side` design pixels wide and high with its quiet zone."""

    def __init__(self, text: str, side: int) -> None:
        super().__init__()
        symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET_ZONE)
        symbol.add_data(text)
        self._rows = symbol.get_matrix()
        held(self, width=side, height=side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _LIGHT)
        # whole pixels: soft edges cost readability
        module = min(self.width(), self.height()) // len(self._rows)
        left = (self.width() - module * len(self._rows)) // 2
        top = (self.height() - module * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(left + x * module, top + y * module, module, module), _DARK)
