"""The wheel. Its disc is painted once, with all its words, and turned as a picture."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QConicalGradient,
    QHideEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRadialGradient,
    QShowEvent,
)

from kiosk.ui.draws.look import Look
from kiosk.ui.draws.motion import Turning, resting, turning
from kiosk.ui.draws.prizes import Prize, fields_of, tones_of
from kiosk.ui.draws.words import write
from kiosk.ui.shell.sounds import Sound

LEAST_FIELDS = 6
MANY = 10
"""With more fields words run along the radius, and there is no room for signs."""
SPEED = 0.62
"""Degrees a millisecond at full speed: seen as turning at sixty frames a second, not as standing or running back."""
DOWN_MS = 3700
BULBS = 24
_METAL = ("gild_light", "gild", "gild_deep", "gild", "gild_light", "gild", "gild_deep", "gild", "gild_light")
"""Around the rim, as light falls on it."""
_TWINKLE_MS = 640
_LEAST_TICK_MS = 55


class Wheel(Look):
    """Turns and stops with what was won under the pointer above."""

    name = "wheel"

    def prepare(self) -> None:
        self.angle = 0.0
        """Degrees by which the disc is turned clockwise; at 0 the first field begins at the pointer."""
        self._turning: Turning | None = None
        self._field, self._ticked = 0, -1e9
        self._lit = 0
        self._bright: QPixmap | None = None
        self._twinkle = QTimer(self)
        self._twinkle.setInterval(_TWINKLE_MS)
        self._twinkle.timeout.connect(self._on_twinkle)

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def fields(self) -> list[Prize]:
        """Clockwise from the first."""
        return fields_of(self.prizes, LEAST_FIELDS)

    @property
    def span(self) -> float:
        """Degrees of a field."""
        return 360 / len(self.fields)

    @property
    def pointed(self) -> int:
        """The field under the pointer."""
        return int((-self.angle % 360) // self.span) % len(self.fields)

    def reset(self) -> None:
        self._turning, self._bright = None, None

    def begin(self, won: Prize) -> None:
        self._bright = None
        fields = self.fields
        which = [at for at, field in enumerate(fields) if field.code == won.code]
        field = which[self.noise.randrange(len(which))]
        target = -(field + resting(self.noise)) * self.span
        self._turning = turning(self.angle, target, 360, speed=SPEED, down_ms=DOWN_MS)
        self._field = self.pointed

    def advance(self, ms: float) -> bool:
        turning_ = self._turning
        if turning_ is None:
            return True
        self.angle = turning_.at(ms)
        if self.pointed != self._field:
            self._field = self.pointed
            if ms - self._ticked >= _LEAST_TICK_MS or ms < self._ticked:
                self._ticked = ms
                self.sounded.emit(Sound.TICK)
        self._lit = int(ms // 140) % 2
        return ms >= turning_.whole_ms

    def finish(self) -> None:
        if self._turning is not None:
            self.angle = self._turning.end

    def settle(self) -> None:
        """The field that was won stays bright; the others step back."""
        side = self._disc_side
        bright = self.canvas(side, side)
        painter = self.brush(bright)
        middle = QPointF(side / 2, side / 2)
        around = QRectF(0, 0, side, side)
        sector = QPainterPath(middle)
        begin = 90 - self.angle - self.pointed * self.span
        sector.arcTo(around, begin, -self.span)
        sector.closeSubpath()
        whole = QPainterPath()
        whole.addEllipse(around)
        painter.fillPath(whole.subtracted(sector), self.colour("stage_deep", 150))
        painter.setPen(QPen(self.colour("gild_light"), side * 0.012, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(sector.intersected(whole))
        painter.end()
        self._bright = bright

    def _on_twinkle(self) -> None:
        if not self.moving and self.ui.moving(1):
            self._lit = 1 - self._lit
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._twinkle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._twinkle.stop()

    # --- painting ----------------------------------------------------------------------------------------------------

    @property
    def _disc_side(self) -> float:
        return self.square.width() * 0.86

    def make(self, unit: float) -> None:
        place = self.square
        rim = QPixmap(self.ground)
        painter = self.brush(rim)
        self._rim(painter, place, unit)
        painter.end()
        self._rims = [rim, QPixmap(rim)]
        for lit, picture in enumerate(self._rims):
            painter = self.brush(picture)
            self._bulbs(painter, place.center(), unit, lit)
            painter.end()
        self._disc = self._painted_disc(self._disc_side)
        self._cap, self._cap_at = self._painted_cap(place, unit)

    def _rim(self, painter: QPainter, place: QRectF, unit: float) -> None:
        middle = place.center()
        # rings, not discs: what the disc will cover costs more to paint than all that is seen
        below = middle + QPointF(0, 1.6 * unit)
        shade = QRadialGradient(below, 52 * unit)
        shade.setColorAt(0.9, self.colour("shadow", 110))
        shade.setColorAt(1, self.colour("shadow", 0))
        painter.fillPath(_ring(below, 52 * unit, 46 * unit), shade)
        gold = QConicalGradient(middle, 62)
        for at, tone in enumerate(_METAL):
            gold.setColorAt(at / 8, self.colour(tone))
        painter.fillPath(_ring(middle, 49.6 * unit, 47.8 * unit), gold)
        painter.fillPath(_ring(middle, 48 * unit, 44 * unit), self.colour("draw_a").darker(135))
        painter.fillPath(_ring(middle, 44.2 * unit, 42 * unit), gold)

    def _bulbs(self, painter: QPainter, middle: QPointF, unit: float, lit: int) -> None:
        """Every other one is bright."""
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(BULBS):
            angle = math.radians(360 * at / BULBS)
            bulb = middle + QPointF(46.1 * unit * math.sin(angle), -46.1 * unit * math.cos(angle))
            bright = at % 2 == lit
            if bright:
                halo = QRadialGradient(bulb, 3.2 * unit)
                halo.setColorAt(0, self.colour("gild_light", 190))
                halo.setColorAt(1, self.colour("gild_light", 0))
                painter.setBrush(halo)
                painter.drawEllipse(bulb, 3.2 * unit, 3.2 * unit)
            painter.setBrush(self.colour("bulb") if bright else self.colour("gild"))
            painter.drawEllipse(bulb, 1.05 * unit, 1.05 * unit)

    def _painted_disc(self, side: float) -> QPixmap:
        disc = self.canvas(side, side)
        painter = self.brush(disc)
        fields, span, radius = self.fields, self.span, side / 2
        painter.translate(radius, radius)
        around = QRectF(-radius, -radius, side, side)
        for at, (field, tone) in enumerate(zip(fields, tones_of(len(fields)), strict=True)):
            name = f"draw_{'abc'[tone]}"
            colour = self.colour(name)
            light = QRadialGradient(QPointF(0, 0), radius)
            light.setColorAt(0, colour.lighter(112))
            light.setColorAt(0.72, colour)
            light.setColorAt(1, colour.darker(108))
            sector = QPainterPath(QPointF(0, 0))
            sector.arcTo(around, 90 - at * span, -span)
            sector.closeSubpath()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillPath(sector, light)
            painter.save()
            painter.rotate((at + 0.5) * span)
            self._field_words(painter, field, radius, f"on_{name}")
            painter.restore()
        painter.setPen(QPen(self.colour("gild"), max(1.5, side * 0.005)))
        for at in range(len(fields)):
            painter.save()
            painter.rotate(at * span)
            painter.drawLine(QPointF(0, 0), QPointF(0, -radius))
            painter.restore()
        painter.end()
        return disc

    def _field_words(self, painter: QPainter, field: Prize, radius: float, tone: str) -> None:
        half = math.radians(self.span / 2)
        if len(self.fields) > MANY:
            painter.rotate(90)
            high = 2 * 0.55 * radius * math.sin(half) * 0.86
            place = QRectF(-0.94 * radius, -high / 2, 0.58 * radius, high)
            write(painter, self.ui, field.name, place, radius * 0.085, radius * 0.045, self.colour(tone))
            return
        inner = 0.57
        wide = 2 * (inner + 0.06) * radius * math.sin(min(half, math.radians(30))) * 0.92
        place = QRectF(-wide / 2, -0.91 * radius, wide, (0.91 - inner) * radius)
        write(painter, self.ui, field.name, place, radius * 0.105, radius * 0.055, self.colour(tone))
        sign = 0.2 * radius
        icon = self.picture(field.sign, tone, sign)
        painter.drawPixmap(QPointF(-sign / 2, -0.4 * radius - sign / 2), icon)

    def _painted_cap(self, place: QRectF, unit: float) -> tuple[QPixmap, QPointF]:
        """The hub, and the pointer above."""
        wide, high = 24 * unit, 65 * unit
        left, top = place.center().x() - wide / 2, place.center().y() - 53 * unit
        cap = self.canvas(wide, high)
        painter = self.brush(cap)
        painter.translate(-left, -top)
        middle = place.center()
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QRadialGradient(middle + QPointF(0, 0.8 * unit), 11.5 * unit)
        shade.setColorAt(0.7, self.colour("shadow", 90))
        shade.setColorAt(1, self.colour("shadow", 0))
        painter.setBrush(shade)
        painter.drawEllipse(middle + QPointF(0, 0.8 * unit), 11.5 * unit, 11.5 * unit)
        gold = QLinearGradient(middle - QPointF(0, 9 * unit), middle + QPointF(0, 9 * unit))
        gold.setColorAt(0, self.colour("gild_light"))
        gold.setColorAt(1, self.colour("gild_deep"))
        painter.setBrush(gold)
        painter.drawEllipse(middle, 9.6 * unit, 9.6 * unit)
        inner = QRadialGradient(middle - QPointF(2 * unit, 3 * unit), 11 * unit)
        inner.setColorAt(0, self.colour("draw_a").lighter(125))
        inner.setColorAt(1, self.colour("draw_a").darker(115))
        painter.setBrush(inner)
        painter.drawEllipse(middle, 8.1 * unit, 8.1 * unit)
        star = 8.4 * unit
        painter.drawPixmap(middle - QPointF(star / 2, star / 2), self.picture("star", "gild_light", star))
        self._pointer(painter, QPointF(middle.x(), middle.y() - 39.8 * unit), 0.8 * unit)
        painter.end()
        return cap, QPointF(left, top)

    def _pointer(self, painter: QPainter, tip: QPointF, unit: float) -> None:
        """A drop of metal that hangs over the rim."""

        def at(x: float, y: float) -> QPointF:
            return tip + QPointF(x * unit, y * unit)

        pointer = QPainterPath(tip)
        pointer.cubicTo(at(-1.6, -4.5), at(-4.4, -6), at(-4.4, -9.2))
        pointer.arcTo(QRectF(at(-4.4, -13.6), at(4.4, -4.8)), 180, -180)
        pointer.cubicTo(at(4.4, -6), at(1.6, -4.5), tip)
        painter.fillPath(pointer.translated(0, unit), self.colour("shadow", 80))
        metal = QLinearGradient(at(-4.4, 0), at(4.4, 0))
        metal.setColorAt(0, self.colour("gild_light"))
        metal.setColorAt(0.5, self.colour("bulb"))
        metal.setColorAt(1, self.colour("gild_deep"))
        painter.fillPath(pointer, metal)
        painter.setBrush(self.colour("draw_a"))
        painter.drawEllipse(at(0, -9.2), 1.9 * unit, 1.9 * unit)

    def paint_frame(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._rims[self._lit])
        middle, half = self.square.center(), self._disc_side / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(middle)
        painter.rotate(self.angle)
        painter.drawPixmap(QPointF(-half, -half), self._disc)
        painter.resetTransform()
        if self._bright is not None:
            painter.drawPixmap(middle - QPointF(half, half), self._bright)
        painter.drawPixmap(self._cap_at, self._cap)


def _ring(middle: QPointF, outer: float, inner: float) -> QPainterPath:
    ring = QPainterPath()
    ring.addEllipse(middle, outer, outer)
    ring.addEllipse(middle, inner, inner)
    return ring
