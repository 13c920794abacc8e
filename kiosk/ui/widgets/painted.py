"""Screens that are painted, and not laid out of widgets: the customer's and the room's. Words, areas and codes in their
places, in logical pixels, and a brush that paints them in the colours and letters of a skin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout

from kiosk.ui.widgets.fitted_words import fitted
from kiosk.ui.widgets.qr_view import Modules, paint_modules

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
MONO = ("DejaVu Sans Mono", "Consolas", "Noto Sans Mono CJK TC")
"""For fingerprints, which are compared digit by digit."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in their place, in its middle between top and bottom: as large as `px`, or smaller until they fit, on one
    line or `wrap`ped."""

    text: str
    place: QRectF
    px: float
    tone: str = "ink"
    bold: bool = False
    wrap: bool = False
    align: Qt.AlignmentFlag = LEFT
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A coloured area. `alpha`: 0 to 255; `line`: the tone of its edge, "" for none."""

    place: QRectF
    tone: str
    radius: float = 0
    alpha: int = 255
    line: str = ""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol."""

    code: str
    place: QRectF


class PlainBrush:
    """Paints them. `colour`: a tone of the skin, with an alpha; `face`: letters without a size; `least`: logical pixels
    of the smallest letters; `modules`: of a code, kept as long as whoever paints wants."""

    def __init__(
        self, colour: Callable[[str, int], QColor], face: QFont, least: int, modules: Callable[[str], Modules]
    ) -> None:
        self._colour, self._face, self._least, self._modules = colour, face, least, modules

    def font(self, *, bold: bool = False, mono: bool = False) -> QFont:
        """A face without a size."""
        font = QFont(self._face)
        if mono:
            font = QFont()
            font.setFamilies(list(MONO))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def laid(self, part: Words) -> tuple[QTextLayout, float]:
        """The words in the largest type in which they have room, down to the smallest (what has none then either ends
        with an ellipsis), and how high that is."""
        font, room = self.font(bold=part.bold, mono=part.mono), (part.place.width(), part.place.height())
        return fitted(part.text, font, room, part.px, self._least, wrap=part.wrap, align=part.align)

    def words(self, painter: QPainter, part: Words) -> None:
        """In their place."""
        laid, high = self.laid(part)
        painter.setPen(self._colour(part.tone, 255))
        laid.draw(painter, part.place.topLeft() + QPointF(0, (part.place.height() - high) / 2))

    def ground(self, painter: QPainter, part: Ground) -> None:
        """An area."""
        painter.setPen(self._colour(part.line, 255) if part.line else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(part.tone, part.alpha))
        painter.drawRoundedRect(part.place, part.radius, part.radius)

    def symbol(self, painter: QPainter, part: Symbol) -> None:
        """A code."""
        paint_modules(painter, self._modules(part.code), part.place)
