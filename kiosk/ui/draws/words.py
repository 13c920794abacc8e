"""Words painted as large as their place allows."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout

from kiosk.ui.context import Ui
from kiosk.ui.widgets.fitted_words import laid_out

CENTRE = Qt.AlignmentFlag.AlignHCenter
_HALVINGS = 7
_UNIT = re.compile(r"(?<=\d) (?=\S{1,2}$)")
"""Between a number and its unit at the end: no line begins with the unit."""
_WORD = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
"""Up to four characters in a row: most likely one word, which is better not divided."""
_SMALLER = 0.72
"""Rather so much smaller than divided within a word."""


def laid(ui: Ui, text: str, size: tuple[float, float], most: float, least: float) -> tuple[QTextLayout, float]:
    """The words in bold, wrapped into a place of `size`, in the largest type between two sizes (logical pixels) in
    which they have room, and how high they are. What has none in the smallest ends with an ellipsis."""
    font = ui.theme.face(ui.i18n.language)
    font.setWeight(QFont.Weight.Bold)
    smallest = max(1, round(least))
    text = _UNIT.sub("\u00a0", text)
    whole = _WORD.sub(lambda word: "\u2060".join(word[0]), text)
    for pixels in range(max(smallest, round(most)), smallest - 1, -1):
        font.setPixelSize(pixels)
        for words in (whole, text) if pixels < _SMALLER * most else (whole,):
            made, wide, high = _lines(words, font, size[0])
            if wide <= size[0] and high <= size[1]:
                return _balanced(words, font, size[0], high) if high > 1.8 * pixels else (made, high)
    short = text
    while short:
        short = short[:-1]
        made, wide, high = _lines(f"{short.rstrip()}…", font, size[0])
        if wide <= size[0] and high <= size[1]:
            break
    return made, high


def write(painter: QPainter, ui: Ui, text: str, place: QRectF, most: float, least: float, colour: QColor) -> None:
    """The words in the middle of a place."""
    made, high = laid(ui, text, (place.width(), place.height()), most, least)
    painter.setPen(colour)
    made.draw(painter, place.topLeft() + QPointF(0, (place.height() - high) / 2))


def _balanced(text: str, font: QFont, width: float, high: float) -> tuple[QTextLayout, float]:
    """The same lines, none of them much shorter than the others."""
    least, most = 0.0, width
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        _made, wide, needs = _lines(text, font, middle)
        least, most = (least, middle) if needs <= high and wide <= middle else (middle, most)
    made, _wide, high = _lines(text, font, most)
    made.setPosition(QPointF((width - most) / 2, 0))
    return made, high


def _lines(text: str, font: QFont, width: float) -> tuple[QTextLayout, float, float]:
    return laid_out(text, font, width, wrap=True, align=CENTRE)
