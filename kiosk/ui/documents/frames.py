"""What is drawn around cards and posters, by the season: a line, an ornament in each corner, smaller ones along it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from kiosk.domain.documents.blocks import Frame

Shape = Callable[[], QPainterPath]
"""An ornament around 0, 0, at most 1 in every direction."""
_FINE = 1000
"""Shapes are cut out of each other this much larger: curves become lines at the size in which that is done."""


@dataclass(frozen=True, slots=True)
class _Look:
    """`corner`, `small`: ornaments; `colours`: of the line and the corners, then of the small ones, in turn."""

    corner: Shape
    small: Shape
    colours: tuple[str, ...]


def _diamond() -> QPainterPath:
    path = QPainterPath(QPointF(0, -1))
    for x, y in ((1, 0), (0, 1), (-1, 0)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _ring_of(count: int, distance: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for at in range(count):
        angle = 2 * math.pi * at / count - math.pi / 2
        path.addEllipse(QPointF(distance * math.cos(angle), distance * math.sin(angle)), radius, radius)
    return path


def _blossom() -> QPainterPath:
    """Five petals around a light middle: a plum blossom."""
    middle = QPainterPath()
    middle.addEllipse(QPointF(0, 0), 0.2, 0.2)
    return _cut(_ring_of(5, 0.56, 0.42), middle)


def _heart() -> QPainterPath:
    path = QPainterPath(QPointF(0, 0.9))
    path.cubicTo(-1.5, -0.1, -0.8, -1.2, 0, -0.4)
    path.cubicTo(0.8, -1.2, 1.5, -0.1, 0, 0.9)
    return path


def _moon() -> QPainterPath:
    """A crescent."""
    whole, shade = QPainterPath(), QPainterPath()
    whole.addEllipse(QPointF(0, 0), 0.95, 0.95)
    shade.addEllipse(QPointF(0.42, -0.22), 0.78, 0.78)
    return _cut(whole, shade)


def _cut(whole: QPainterPath, hole: QPainterPath) -> QPainterPath:
    larger, smaller = QTransform.fromScale(_FINE, _FINE), QTransform.fromScale(1 / _FINE, 1 / _FINE)
    return smaller.map(larger.map(whole).subtracted(larger.map(hole)))


def _star() -> QPainterPath:
    path = QPainterPath()
    for at in range(10):
        angle = math.pi * at / 5 - math.pi / 2
        radius = 1 if at % 2 == 0 else 0.42
        point = QPointF(radius * math.cos(angle), radius * math.sin(angle))
        if at:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


def _flake() -> QPainterPath:
    """Six arms with two branches each."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for at in range(6):
        angle = math.pi * at / 3 + math.pi / 6
        out = QPointF(math.cos(angle), math.sin(angle))
        _arm(path, QPointF(0, 0), out)
        for turn in (-1, 1):
            branch = angle + turn * math.pi / 4
            tip = QPointF(0.55 * out.x() + 0.4 * math.cos(branch), 0.55 * out.y() + 0.4 * math.sin(branch))
            _arm(path, out * 0.55, tip)
    return path


def _arm(path: QPainterPath, begin: QPointF, end: QPointF, half: float = 0.07) -> None:
    along = end - begin
    length = math.hypot(along.x(), along.y())
    aside = QPointF(-along.y(), along.x()) * (half / length)
    path.moveTo(begin + aside)
    for point in (end + aside, end - aside, begin - aside):
        path.lineTo(point)
    path.closeSubpath()


def _balloon() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addEllipse(QRectF(-0.62, -1, 1.24, 1.4))
    path.moveTo(0, 0.36)
    path.lineTo(-0.16, 0.58)
    path.lineTo(0.16, 0.58)
    path.closeSubpath()
    path.addRect(QRectF(-0.04, 0.5, 0.08, 0.5))
    return path


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 0.6, 0.6)
    return path


def _ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 1, 1)
    path.addEllipse(QPointF(0, 0), 0.62, 0.62)
    return path


_LOOKS = {
    Frame.SPRING: _Look(_blossom, _blossom, ("#c0202c", "#c9971c", "#c0202c")),
    Frame.LOVERS: _Look(_heart, _heart, ("#c7315f", "#e58aa8", "#c7315f")),
    Frame.MID_AUTUMN: _Look(_moon, _star, ("#b07d12", "#d8a93a")),
    Frame.WINTER: _Look(_flake, _flake, ("#2c6a97", "#7fb0cf")),
    Frame.BIRTHDAY: _Look(_balloon, _dot, ("#c7472b", "#e0a11b", "#2b7fa3", "#6a9f3a")),
}


def ornaments(frame: Frame) -> tuple[QPainterPath, QPainterPath]:
    """The ornaments of a season, the large one and the small one, around 0, 0 and at most 1 in every direction."""
    look = _LOOKS.get(frame) or _Look(_ring, _dot, ())
    return look.corner(), look.small()


_APART = 5.2
"""From one small ornament to the next, in breadths of the frame."""


def draw_frame(painter: QPainter, inside: QRect, band: int, frame: Frame, accent: QColor, *, crisp: bool) -> None:
    """Draw a frame within `inside`, `band` units broad; `accent` is the colour of a plain one. `crisp`: in black."""
    look = _LOOKS.get(frame) or _Look(_diamond, _diamond, (accent.name(),))
    colours = [QColor(Qt.GlobalColor.black) if crisp else QColor(name) for name in look.colours]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not crisp)
    middle = band / 2
    line = QRectF(inside).adjusted(middle, middle, -middle, -middle)
    pen = QPen(colours[0], max(1.0, band / 22))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(line)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.small is not _diamond:
        for number, point in enumerate(_along(line, band)):
            _put(painter, look.small(), point, band * 0.24, colours[1 + number % (len(colours) - 1)], band * 0.36)
    for corner in (line.topLeft(), line.topRight(), line.bottomLeft(), line.bottomRight()):
        size = band * (0.22 if look.corner is _diamond else 0.46)
        _put(painter, look.corner(), corner, size, colours[0], size * 1.15)
    painter.restore()


def _along(line: QRectF, band: int) -> list[QPointF]:
    """Where the small ornaments stand: evenly on each side, none near a corner."""
    points = []
    for begin, end in (
        (line.topLeft(), line.topRight()),
        (line.bottomLeft(), line.bottomRight()),
        (line.topLeft(), line.bottomLeft()),
        (line.topRight(), line.bottomRight()),
    ):
        way = end - begin
        count = max(2, round(math.hypot(way.x(), way.y()) / (band * _APART)))
        points += [begin + way * (at / count) for at in range(1, count)]
    return points


def _put(painter: QPainter, shape: QPainterPath, at: QPointF, size: float, colour: QColor, free: float) -> None:
    """An ornament of half a breadth `size`, the line behind it interrupted `free` units to all sides."""
    painter.fillRect(QRectF(at.x() - free, at.y() - free, 2 * free, 2 * free), Qt.GlobalColor.white)
    painter.save()
    painter.translate(at)
    painter.scale(size, size)
    painter.fillPath(shape, colour)
    painter.restore()


def scatter(
    painter: QPainter,
    drawn: Random,
    shape: QPainterPath,
    count: int,
    sizes: tuple[float, float],
    place: QRectF,
    colour: QColor,
) -> None:
    """Ornaments here and there, of sizes between two, turned a little."""
    for _ in range(count):
        size = drawn.uniform(*sizes)
        at = QPointF(place.x() + drawn.random() * place.width(), place.y() + drawn.random() * place.height())
        painter.save()
        painter.translate(at)
        painter.rotate(drawn.uniform(-24, 24))
        painter.scale(size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(shape, colour)
        painter.restore()
