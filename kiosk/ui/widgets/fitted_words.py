"""Words in the largest letters in which a place has room for them: for screens that are read across a room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from kiosk.ui.glyphs import legible


def fitted(
    text: str, font: QFont, room: tuple[float, float], px: float, least: int, *, wrap: bool, align: Qt.AlignmentFlag
) -> tuple[QTextLayout, float]:
    """Text laid out for a `room` (width, height) as large as `px`, or smaller until it fits, down to `least` (what has
    no room then ends with an ellipsis); and how high that is. Logical pixels. `font` gets the size that was chosen."""
    width, height = room
    for size in range(max(least, round(px)), least - 1, -1):
        font.setPixelSize(size)
        laid, wide, high = laid_out(text, font, width, wrap=wrap, align=align)
        if wide <= width and high <= height:
            return laid, high
    shown = text
    while shown:
        shown = shown[:-1]
        laid, wide, high = laid_out(f"{shown.rstrip()}…", font, width, wrap=wrap, align=align)
        if wide <= width and high <= height:
            break
    return laid, high


def laid_out(
    text: str, font: QFont, width: float, *, wrap: bool, align: Qt.AlignmentFlag
) -> tuple[QTextLayout, float, float]:
    """Text in lines, how wide the widest and how high all of them are."""
    laid = QTextLayout(legible(text, font), font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wrap else QTextOption.WrapMode.NoWrap)
    laid.setTextOption(option)
    laid.beginLayout()
    high = wide = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, high))
        high += line.height()
        wide = max(wide, line.naturalTextWidth())
    laid.endLayout()
    return laid, wide, high
