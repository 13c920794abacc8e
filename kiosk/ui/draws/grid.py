"""The grid (九宮格): a light runs around fields in a ring and stops at what was won."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPixmap

from kiosk.ui.draws.look import Look
from kiosk.ui.draws.motion import Turning, turning
from kiosk.ui.draws.prizes import Prize, fields_of, tones_of
from kiosk.ui.draws.words import write
from kiosk.ui.shell.sounds import Sound

SPEED = 1 / 62
"""Fields a millisecond at full speed."""
DOWN_MS = 3300
_TRAIL = 3


class Grid(Look):
    """Fields in a ring around the middle, clockwise from the upper left."""

    name = "grid"

    def prepare(self) -> None:
        self.at = 0.5
        """Where the light is, in fields; the middle of the first is 0.5."""
        self._turning: Turning | None = None
        self._bright: QPixmap | None = None

    @property
    def fields(self) -> list[Prize]:
        """Around the ring."""
        return fields_of(self.prizes, 8, 4)

    @property
    def lit(self) -> int:
        """The field with the light."""
        return int(self.at) % len(self.fields)

    def reset(self) -> None:
        self._turning, self._bright = None, None

    def begin(self, won: Prize) -> None:
        self._bright = None
        which = [at for at, field in enumerate(self.fields) if field.code == won.code]
        field = which[self.noise.randrange(len(which))]
        self._turning = turning(self.at, field + 0.5, len(self.fields), speed=SPEED, down_ms=DOWN_MS)

    def advance(self, ms: float) -> bool:
        if self._turning is None:
            return True
        before = self.lit
        self.at = self._turning.at(ms)
        if self.lit != before:
            self.sounded.emit(Sound.TICK)
        return ms >= self._turning.whole_ms

    def finish(self) -> None:
        if self._turning is not None:
            self.at = self._turning.end

    def settle(self) -> None:
        bright = self.canvas(self.width(), self.height())
        painter = self.brush(bright)
        for at, place in enumerate(self._places):
            if at != self.lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.colour("stage_deep", 130))
                painter.drawRoundedRect(place, self._radius, self._radius)
        painter.end()
        self._bright = bright

    # --- painting ----------------------------------------------------------------------------------------------------

    def make(self, unit: float) -> None:
        fields = self.fields
        side = len(fields) // 4 + 1
        square, edge, gap = self.square, 3.6 * unit, 1.8 * unit
        inner = square.adjusted(edge, edge, -edge, -edge)
        cell = (inner.width() - gap * (side - 1)) / side
        self._radius = min(3.4 * unit, cell * 0.16)
        step = cell + gap
        ring = [(x, 0) for x in range(side - 1)] + [(side - 1, y) for y in range(side - 1)]
        ring += [(side - 1 - x, y) for x, y in ring]
        ring[2 * (side - 1) :] = [(side - 1 - x, side - 1) for x in range(side - 1)]
        ring += [(0, side - 1 - y) for y in range(side - 1)]
        self._places = [QRectF(inner.left() + x * step, inner.top() + y * step, cell, cell) for x, y in ring]
        hole = QRectF(inner.left() + step, inner.top() + step, step * (side - 2) - gap, step * (side - 2) - gap)
        self._board = QPixmap(self.ground)
        painter = self.brush(self._board)
        self._frame(painter, square, unit)
        for field, place, tone in zip(fields, self._places, tones_of(len(fields)), strict=True):
            self._cell(painter, field, place, f"draw_{'bac'[tone]}" if tone != 1 else "draw_b", lit=False)
        self._middle(painter, hole, unit)
        painter.end()
        self._lights = []
        for field in fields:
            light = self.canvas(cell + 4 * unit, cell + 4 * unit)
            painter = self.brush(light)
            self._cell(painter, field, QRectF(2 * unit, 2 * unit, cell, cell), "draw_a", lit=True)
            painter.end()
            self._lights.append(light)
        self._out = 2 * unit

    def _frame(self, painter: QPainter, square: QRectF, unit: float) -> None:
        gold = QLinearGradient(square.topLeft(), square.bottomRight())
        for at, tone in enumerate(("gild_light", "gild", "gild_deep", "gild", "gild_light")):
            gold.setColorAt(at / 4, self.colour(tone))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gold)
        painter.drawRoundedRect(square, 6 * unit, 6 * unit)
        painter.setBrush(self.colour("draw_a").darker(140))
        thin = 1.3 * unit
        painter.drawRoundedRect(square.adjusted(thin, thin, -thin, -thin), 5 * unit, 5 * unit)

    def _cell(self, painter: QPainter, field: Prize, place: QRectF, name: str, *, lit: bool) -> None:
        side = place.width()
        painter.setPen(Qt.PenStyle.NoPen)
        if lit:
            painter.setBrush(self.colour("gild_light", 110))
            glow = side * 0.05
            painter.drawRoundedRect(place.adjusted(-glow, -glow, glow, glow), self._radius * 1.3, self._radius * 1.3)
        ground = QLinearGradient(place.topLeft(), place.bottomLeft())
        colour = self.colour(name)
        ground.setColorAt(0, colour.lighter(112 if lit else 104))
        ground.setColorAt(1, colour)
        painter.setBrush(ground)
        painter.setPen(QPen(self.colour("gild_light" if lit else "gild"), side * (0.035 if lit else 0.014)))
        painter.drawRoundedRect(place, self._radius, self._radius)
        tone = f"on_{name}"
        sign = side * 0.34
        painter.drawPixmap(
            QPointF(place.center().x() - sign / 2, place.top() + side * 0.12), self.picture(field.sign, tone, sign)
        )
        words = QRectF(place.left() + side * 0.06, place.top() + side * 0.5, side * 0.88, side * 0.44)
        write(painter, self.ui, field.name, words, side * 0.17, side * 0.085, self.colour(tone))

    def _middle(self, painter: QPainter, place: QRectF, unit: float) -> None:
        ground = QLinearGradient(place.topLeft(), place.bottomLeft())
        ground.setColorAt(0, self.colour("gild_light"))
        ground.setColorAt(1, self.colour("gild"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, self._radius, self._radius)
        side = min(place.width(), place.height())
        inner = side * 0.07
        painter.setBrush(self.colour("packet"))
        painter.drawRoundedRect(place.adjusted(inner, inner, -inner, -inner), self._radius * 0.8, self._radius * 0.8)
        star = side * 0.5
        painter.drawPixmap(place.center() - QPointF(star / 2, star / 2), self.picture("star", "gild_light", star))

    def paint_frame(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._board)
        if self._bright is not None:
            painter.drawPixmap(0, 0, self._bright)
        if self._turning is None:
            return
        trail = _TRAIL if self.playing else 0
        for back in range(trail, -1, -1):
            at = (self.lit - back) % len(self._places)
            painter.setOpacity(1 - back / (_TRAIL + 1))
            painter.drawPixmap(self._places[at].topLeft() - QPointF(self._out, self._out), self._lights[at])
        painter.setOpacity(1.0)
