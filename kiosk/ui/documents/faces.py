"""Fonts on paper and lines set in them. The same families as on the screen, by language; what they lack is taken from
whatever else the system has, and where no font has a character, its number stands (`glyphs`)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kiosk.domain.documents.blocks import Align
from kiosk.domain.documents.paper import MM_PER_INCH, POINTS_PER_INCH
from kiosk.ui.documents.quiet import quiet
from kiosk.ui.glyphs import legible
from kiosk.ui.theme import Theme, load_theme

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINE_END = "\u2028"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufff9-\ufffc]")
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text. `ascent`: from its top down to where letters stand; `width`: what its letters take; `text`: what
    stands on it."""

    height: int
    ascent: int
    width: int
    text: str
    draw: Callable[[QPainter, int, int], None]


@lru_cache(maxsize=1)
def _theme() -> Theme:
    quiet()
    return load_theme("light")


def printable(text: str) -> str:
    """With one sign for all ends of lines, a sign that is seen for what has none, and percents that stay with their
    number."""
    plain = _UNPRINTABLE.sub("\ufffd", _BREAKS.sub(_LINE_END, text).replace("\t", " "))
    return plain.replace(" %", "\N{NO-BREAK SPACE}%")


class Faces:
    """Sets text for a language at a resolution of `per_mm` units a millimetre. `crisp`: for paper without grey, letters
    are fitted into its dots."""

    def __init__(self, language: str, per_mm: float, *, crisp: bool) -> None:
        theme = _theme()
        self._language = language if language in theme.fonts else "en"
        self._per_point = per_mm * MM_PER_INCH / POINTS_PER_INCH
        self._crisp = crisp
        self._fonts: dict[tuple[int, bool], QFont] = {}

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """The font of a size."""
        px = max(1, round(points * self._per_point))
        found = self._fonts.get((px, bold))
        if found is None:
            found = _theme().face(self._language)
            found.setPixelSize(px)
            found.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            if self._crisp:
                found.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
                found.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
            else:
                found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # text scales with the drawing
            self._fonts[px, bold] = found
        return found

    def width(self, text: str, font: QFont) -> int:
        """What a text takes on one line."""
        return math.ceil(QFontMetricsF(font).horizontalAdvance(legible(printable(text), font)))

    def lines(
        self,
        text: str,
        font: QFont,
        width: int,
        *,
        colour: QColor,
        align: Align = Align.LEFT,
        leading: float = 1.0,
        whole_words: bool = False,
    ) -> list[Line]:
        """A paragraph in a column of so many units: broken between words, by the rules of Chinese where it is Chinese
        (UAX 14: no closing mark begins a line), and inside of a word only where it is wider than the column.
        `whole_words`: not even there, so that lines may be wider. An empty text is one empty line."""
        layout = QTextLayout(legible(printable(text), font), font)
        option = QTextOption(_SIDES[align] | Qt.AlignmentFlag.AlignAbsolute)
        mode = QTextOption.WrapMode
        option.setWrapMode(mode.WordWrap if whole_words else mode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(not self._crisp)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        found: list[Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height = math.ceil(line.height() * leading)
            above = (height - math.ceil(line.height())) // 2
            line.setPosition(QPointF(0, 0))
            ascent = above + math.ceil(line.ascent())
            draw = _drawn(layout, len(found), above, colour)
            said = _units(layout.text(), line.textStart(), line.textLength())
            found.append(Line(height, ascent, math.ceil(line.naturalTextWidth()), said, draw))
        layout.endLayout()
        if not found:
            metrics = QFontMetricsF(font)
            height = math.ceil(metrics.height() * leading)
            found.append(Line(height, math.ceil(metrics.ascent()), 0, "", _nothing))
        return found


def _units(text: str, start: int, length: int) -> str:
    """Of a text that is counted in UTF-16, as Qt does."""
    if text.isascii() or max(map(ord, text)) < 0x10000:
        return text[start : start + length]
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def _drawn(layout: QTextLayout, at: int, above: int, colour: QColor) -> Callable[[QPainter, int, int], None]:
    def draw(painter: QPainter, x: int, y: int) -> None:
        painter.setPen(colour)
        layout.lineAt(at).draw(painter, QPointF(x, y + above))

    return draw


def _nothing(_painter: QPainter, _x: int, _y: int) -> None:
    pass
