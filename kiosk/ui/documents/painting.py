"""Documents as pictures: black dots for printers, grey and colour for screens. Usable on any thread, given a
QGuiApplication."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.application.ports.printing import Dots
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import MM_PER_INCH, Paper, dots_per_mm
from kiosk.ui.documents.drawing import FINE_PER_MM, Drawn
from kiosk.ui.documents.pictures import grey_values

SMOOTH = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)
_HALF, _WHITE = 128, 255
_EDGE = 40
"""How much lighter the dot beside has to be, of 255, for a line between two colours."""
_BAND = 2048
"""Rows that are painted at once: rolls are longer than a picture may be high."""


class DotsPainter:
    """The `Painter` of the ports."""

    def paint(self, document: Document, paper: Paper, dpi: int) -> tuple[Dots, ...]:
        """A picture a page in black dots: of a roll between its margins, of labels and sheets the whole."""
        drawn = Drawn(document, paper, dots_per_mm(dpi), crisp=True)
        return tuple(_dots(drawn, at, bare=paper.height is None) for at in range(drawn.count))


def _dots(drawn: Drawn, at: int, *, bare: bool) -> Dots:
    inside = drawn.inside(at)
    left, top = (inside.x(), inside.y()) if bare else (0, 0)
    width, height = (inside.width(), inside.height()) if bare else (drawn.width, drawn.height(at))
    rows = []
    for first in range(0, height, _BAND):
        image = QImage(width, min(_BAND, height - first), QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.translate(-left, -top - first)
        drawn.draw(painter, at, top=top + first, bottom=top + first + image.height())
        painter.end()
        rows.append(np.packbits(dark(grey_values(image)), axis=1).tobytes())
    return Dots(width, height, b"".join(rows))


def dark(values: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which dots are black. All is painted black or white but signs of fonts in colour (emoji), most of which are paler
    than half black: what they take gets an outline, and so does what is darker inside of it."""
    black: NDArray[np.bool_] = values < _HALF
    between = values - np.uint8(1) < _WHITE - 1  # 0 becomes 255
    if not between.any():
        return black
    around = np.pad(values.astype(np.int16), 1, mode="edge")
    lightest = np.maximum.reduce([around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]])
    lit: NDArray[np.bool_] = (lightest == _WHITE) | (lightest - values > _EDGE)
    return black | (between & lit)


def picture(document: Document, paper: Paper, dpi: float, page: int = 0) -> QImage:
    """A page as it looks on paper, in colour. IndexError when there is no such page."""
    drawn = Drawn(document, paper, FINE_PER_MM)
    if page >= drawn.count:
        raise IndexError(page)
    return page_picture(drawn, page, dpi)


def page_picture(drawn: Drawn, at: int, dpi: float) -> QImage:
    """A page of what was set: as it was, only larger or smaller."""
    scale = dpi / MM_PER_INCH / drawn.per_mm
    width, height = (max(1, round(length * scale)) for length in (drawn.width, drawn.height(at)))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(SMOOTH)
    painter.scale(scale, scale)
    drawn.draw(painter, at)
    painter.end()
    return image
