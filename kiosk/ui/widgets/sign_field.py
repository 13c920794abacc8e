"""A field to sign in."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import held, px

GRID = 1000
"""A signature's points, as thousandths of the field."""
MOST_POINTS = 400


class SignField(QWidget):
    """A field to sign in, by finger, pen or mouse.

    Signals:
        edited(): another stroke.
    """

    edited = Signal()

    def __init__(self, ui: Ui, height: int = 120) -> None:
        """`height`: in design pixels; 0: as high as it is made."""
        super().__init__()
        self._ui = ui
        self.strokes: list[list[tuple[int, int]]] = []
        if height:
            held(self, height=height)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def text(self) -> str:
        """The strokes as they are kept; "" while there are none."""
        return json.dumps(self.strokes, separators=(",", ":")) if self.strokes else ""

    def show_strokes(self, strokes: Sequence[Sequence[tuple[int, int]]]) -> None:
        """What was drawn in another field, on another screen."""
        self.strokes = [list(stroke) for stroke in strokes]
        self.update()
        self.edited.emit()

    def clear(self) -> None:
        """Once more."""
        self.strokes = []
        self.update()
        self.edited.emit()

    def _point(self, at: QPointF) -> tuple[int, int]:
        x, y = at.x() / max(1, self.width()), at.y() / max(1, self.height())
        return round(GRID * min(max(x, 0), 1)), round(GRID * min(max(y, 0), 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if sum(map(len, self.strokes)) < MOST_POINTS:
            self.strokes.append([self._point(event.position())])
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._point(event.position())
        if self.strokes and sum(map(len, self.strokes)) < MOST_POINTS and self.strokes[-1][-1] != point:
            self.strokes[-1].append(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.update()
        self.edited.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.setBrush(theme.colour("surface"))
        radius = px(theme.radius["m"])
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        line = round(self.height() * 0.78)
        painter.drawLine(px(20), line, self.width() - px(20), line)
        painter.setPen(
            QPen(theme.colour("ink"), max(px(3), self.height() / 90), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        for stroke in self.strokes:
            points = [QPointF(x * self.width() / GRID, y * self.height() / GRID) for x, y in stroke]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else [*points, points[0] + QPointF(0.5, 0.5)]))
