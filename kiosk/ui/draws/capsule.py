"""The capsule machine (扭蛋): the knob is turned, capsules tumble, one comes out and opens. Which colour it has says
nothing of what is in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient

from kiosk.ui.draws.look import Look
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.draws.words import write
from kiosk.ui.shell.sounds import Sound

TURN_MS, FALL_MS, RISE_MS, OPEN_MS = 1300.0, 520.0, 420.0, 420.0
WHOLE_MS = TURN_MS + FALL_MS + RISE_MS + OPEN_MS
_POSES, _ROWS, _RADIUS = 8, 5, 5.6
_COLOURS = ("draw_a", "draw_c", "gild", "packet")
_DOME, _DOME_AT = 29.0, (50.0, 34.0)
_KNOB, _CHUTE, _TRAY = (39.0, 76.0), (62.0, 77.0), (62.0, 86.0)


@dataclass(frozen=True, slots=True)
class _Ball:
    x: float
    y: float
    colour: int
    pose: int
    phase: float
    lively: float


class Capsule(Look):
    """A machine with a dome full of capsules."""

    name = "capsule"

    def prepare(self) -> None:
        self._ms = 0.0
        self._colour = 0
        self._popped = self._dropped = False
        self._balls = _packed()

    def reset(self) -> None:
        self._ms = 0.0

    def begin(self, won: Prize) -> None:
        self._ms = 0.0
        self._popped = self._dropped = False
        self._colour = self.noise.randrange(len(_COLOURS))  # of the dome's, whatever is in it
        self._slip = self._painted_slip(won)

    def advance(self, ms: float) -> bool:
        if self._ms == 0 and ms >= 0:
            self.sounded.emit(Sound.TURN)
        self._ms = max(ms, 1e-6)
        if not self._dropped and ms >= TURN_MS + FALL_MS * 0.6:
            self._dropped = True
            self.sounded.emit(Sound.TICK)
        if not self._popped and ms >= TURN_MS + FALL_MS + RISE_MS:
            self._popped = True
            self.sounded.emit(Sound.POP)
        return ms >= WHOLE_MS

    def finish(self) -> None:
        self._ms = WHOLE_MS

    def settle(self) -> None:
        self._ms = WHOLE_MS
        if self.won is not None:
            self._slip = self._painted_slip(self.won)

    # --- painting ----------------------------------------------------------------------------------------------------

    def make(self, unit: float) -> None:
        self._unit = unit
        small, large = 2 * _RADIUS * unit, 34 * unit
        self._sprites = [[self._capsule(tone, small, 360 * at / _POSES) for at in range(_POSES)] for tone in _COLOURS]
        self._halves = [(self._capsule(tone, large, 0, upper=True), self._capsule(tone, large, 0, upper=False))
                        for tone in _COLOURS]  # fmt: skip
        self._back = QPixmap(self.ground)
        painter = self.brush(self._back)
        self._machine(painter, unit)
        painter.end()
        self._glass = self.canvas(2 * (_DOME + 2) * unit, 2 * (_DOME + 2) * unit)
        painter = self.brush(self._glass)
        painter.translate((_DOME + 2) * unit, (_DOME + 2) * unit)
        self._shine(painter, unit)
        painter.end()
        self._knob = self._painted_knob(unit)
        if self.won is not None:
            self._slip = self._painted_slip(self.won)

    def _at(self, x: float, y: float) -> QPointF:
        return self.square.topLeft() + QPointF(x * self._unit, y * self._unit)

    def _machine(self, painter: QPainter, unit: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        foot = QRadialGradient(QPointF(0, 0), 1)
        foot.setColorAt(0, self.colour("shadow", 120))
        foot.setColorAt(1, self.colour("shadow", 0))
        painter.save()
        painter.translate(self._at(50, 96))
        painter.scale(38 * unit, 5 * unit)
        painter.setBrush(foot)
        painter.drawEllipse(QPointF(0, 0), 1, 1)
        painter.restore()
        body = QPainterPath()
        body.addRoundedRect(QRectF(self._at(21, 57), self._at(79, 95)), 6 * unit, 6 * unit)
        paint = QLinearGradient(self._at(21, 0), self._at(79, 0))
        red = self.colour("draw_a")
        for at, colour in ((0, red.darker(125)), (0.18, red.lighter(118)), (0.6, red), (1, red.darker(140))):
            paint.setColorAt(at, colour)
        painter.fillPath(body, paint)
        gold = QLinearGradient(self._at(18, 0), self._at(82, 0))
        for at, tone in enumerate(("gild_deep", "gild_light", "gild", "gild_light", "gild_deep")):
            gold.setColorAt(at / 4, self.colour(tone))
        painter.setBrush(gold)
        painter.drawRoundedRect(QRectF(self._at(18, 56), self._at(82, 61.5)), 2.6 * unit, 2.6 * unit)
        painter.drawRoundedRect(QRectF(self._at(18, 92), self._at(82, 96)), 2 * unit, 2 * unit)
        painter.drawRoundedRect(QRectF(self._at(36, 2), self._at(64, 7.4)), 2.6 * unit, 2.6 * unit)
        plate = QRectF(self._at(53, 66), self._at(73, 91))
        painter.drawRoundedRect(plate, 3 * unit, 3 * unit)
        hole = plate.adjusted(1.3 * unit, 1.3 * unit, -1.3 * unit, -1.3 * unit)
        dark = QLinearGradient(hole.topLeft(), hole.bottomLeft())
        dark.setColorAt(0, self.colour("shadow"))
        dark.setColorAt(1, self.colour("packet_deep"))
        painter.setBrush(dark)
        painter.drawRoundedRect(hole, 2.2 * unit, 2.2 * unit)
        painter.setBrush(gold)
        painter.drawEllipse(self._at(*_KNOB), 10.5 * unit, 10.5 * unit)
        painter.setBrush(self.colour("packet_deep"))
        painter.drawEllipse(self._at(*_KNOB), 9.2 * unit, 9.2 * unit)
        middle = self._at(*_DOME_AT)
        inside = QRadialGradient(middle - QPointF(6 * unit, 9 * unit), _DOME * 1.5 * unit)
        inside.setColorAt(0, self.colour("bulb", 190))
        inside.setColorAt(1, self.colour("gild_light", 70))
        painter.setBrush(inside)
        painter.setPen(QPen(self.colour("bulb", 150), 0.7 * unit))
        painter.drawEllipse(middle, _DOME * unit, _DOME * unit)

    def _shine(self, painter: QPainter, unit: float) -> None:
        painter.setPen(QPen(self.colour("bulb", 200), 0.9 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), _DOME * unit, _DOME * unit)
        pen = QPen(self.colour("bulb", 150), 2.6 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        side = _DOME * 0.82 * unit
        painter.drawArc(QRectF(-side, -side, 2 * side, 2 * side), 16 * 118, 16 * 42)
        painter.drawArc(QRectF(-side, -side, 2 * side, 2 * side), 16 * 170, 16 * 8)

    def _capsule(self, tone: str, side: float, turned: float, *, upper: bool | None = None) -> QPixmap:
        """A capsule, or one half of it: coloured above, light below."""
        made = self.canvas(side, side)
        painter = self.brush(made)
        painter.translate(side / 2, side / 2)
        painter.rotate(turned)
        radius = side * 0.48
        around = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        for above, name in ((True, tone), (False, "bulb")):
            if upper is not None and upper is not above:
                continue
            half = QPainterPath()
            half.moveTo(-radius if above else radius, 0)
            half.arcTo(around, 180 if above else 0, -180)
            half.closeSubpath()
            colour = self.colour(name)
            ball = QRadialGradient(QPointF(-radius * 0.35, -radius * 0.45), radius * 1.7)
            ball.setColorAt(0, colour.lighter(150 if above else 100))
            ball.setColorAt(0.45, colour)
            ball.setColorAt(1, colour.darker(150))
            painter.fillPath(half, ball)
        painter.setPen(QPen(self.colour("gild_deep"), max(1.0, side * 0.03)))
        if upper is None or upper:
            painter.drawLine(QPointF(-radius, 0), QPointF(radius, 0))
            pen = QPen(self.colour("bulb", 170), side * 0.06)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            inner = radius * 0.7
            painter.drawArc(QRectF(-inner, -inner, 2 * inner, 2 * inner), 16 * 115, 16 * 40)
        painter.end()
        return made

    def _painted_knob(self, unit: float) -> QPixmap:
        side = 17 * unit
        knob = self.canvas(side, side)
        painter = self.brush(knob)
        painter.translate(side / 2, side / 2)
        metal = QLinearGradient(QPointF(0, -8 * unit), QPointF(0, 8 * unit))
        metal.setColorAt(0, self.colour("bulb"))
        metal.setColorAt(1, self.colour("gild"))
        painter.setPen(QPen(self.colour("gild_deep"), 0.5 * unit))
        painter.setBrush(metal)
        painter.drawEllipse(QPointF(0, 0), 7 * unit, 7 * unit)
        painter.setBrush(self.colour("gild_deep"))
        painter.drawRoundedRect(QRectF(-1.9 * unit, -7.8 * unit, 3.8 * unit, 15.6 * unit), 1.9 * unit, 1.9 * unit)
        painter.end()
        return knob

    def _painted_slip(self, won: Prize) -> QPixmap:
        unit = self._unit
        wide, high = 66 * unit, 27 * unit
        slip = self.canvas(wide, high)
        painter = self.brush(slip)
        painter.setPen(QPen(self.colour("gild"), 0.8 * unit))
        painter.setBrush(self.colour("draw_b"))
        painter.drawRoundedRect(QRectF(0, 0, wide, high).adjusted(unit, unit, -unit, -unit), 3 * unit, 3 * unit)
        sign = 15 * unit
        painter.drawPixmap(QPointF(4.5 * unit, (high - sign) / 2), self.picture(won.sign, "on_draw_b", sign))
        words = QRectF(21 * unit, 3 * unit, wide - 24.5 * unit, high - 6 * unit)
        write(painter, self.ui, won.name, words, 8.5 * unit, 3.2 * unit, self.colour("on_draw_b"))
        painter.end()
        return slip

    def paint_frame(self, painter: QPainter) -> None:
        unit, ms = self._unit, self._ms
        painter.drawPixmap(0, 0, self._back)
        lively = 0.0
        if self.won is not None and 0 < ms < TURN_MS + 500:
            lively = min(1.0, ms / 180) * min(1.0, (TURN_MS + 500 - ms) / 700)
        half = _RADIUS * unit
        for ball in self._balls:
            x, y, pose = ball.x, ball.y, ball.pose
            if lively:
                x += lively * ball.lively * 2.6 * math.sin(ms / 85 + ball.phase)
                y -= lively * ball.lively * 5.5 * abs(math.sin(ms / 110 + 2 * ball.phase))
                x, y = _within(x, y)
                pose = int(ball.pose + lively * ms / 70) % _POSES
            painter.drawPixmap(self._at(x, y) - QPointF(half, half), self._sprites[ball.colour][pose])
        glass = (_DOME + 2) * unit
        painter.drawPixmap(self._at(*_DOME_AT) - QPointF(glass, glass), self._glass)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self._at(*_KNOB))
        turn = min(1.0, ms / TURN_MS) if self.won is not None else 0.0
        painter.rotate(540 * (1 - (1 - turn) ** 2))
        painter.drawPixmap(QPointF(-8.5 * unit, -8.5 * unit), self._knob)
        painter.restore()
        if self.won is not None and ms > TURN_MS:
            self._out(painter, ms - TURN_MS)

    def _out(self, painter: QPainter, ms: float) -> None:
        """The capsule that came out: falls into the tray, comes near, opens."""
        unit = self._unit
        if ms < FALL_MS:
            share = ms / FALL_MS
            fallen = share / 0.6 if share < 0.6 else 1 - 0.18 * math.sin(math.pi * (share - 0.6) / 0.4)
            y = _CHUTE[1] - 6 + (_TRAY[1] - _CHUTE[1] + 4) * min(1.0, fallen**2 if share < 0.6 else fallen)
            painter.save()
            painter.setClipRect(QRectF(self._at(54, 67.5), self._at(72.5, 90)))
            half = _RADIUS * unit
            painter.drawPixmap(self._at(_CHUTE[0] + 1, y) - QPointF(half, half), self._sprites[self._colour][1])
            painter.restore()
            return
        near = min(1.0, (ms - FALL_MS) / RISE_MS)
        near = 1 - (1 - near) ** 3
        opened = max(0.0, min(1.0, (ms - FALL_MS - RISE_MS) / OPEN_MS))
        opened = 1 - (1 - opened) ** 3
        self.veil(painter, self.colour("stage_deep", round(150 * near)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = 2 * _RADIUS + (34 - 2 * _RADIUS) * near
        middle = self._at(_CHUTE[0] + (50 - _CHUTE[0]) * near, _TRAY[1] - 1 + (48 - _TRAY[1] + 1) * near)
        upper, lower = self._halves[self._colour]
        apart = 21 * opened * unit
        side = size * unit
        if opened:
            glow = QRadialGradient(middle, 52 * unit)
            glow.setColorAt(0, self.colour("gild_light", round(170 * opened)))
            glow.setColorAt(1, self.colour("gild_light", 0))
            self.veil(painter, QBrush(glow))
        for picture, away in ((lower, apart), (upper, -apart)):
            place = QRectF(middle.x() - side / 2, middle.y() - side / 2 + away, side, side)
            painter.drawPixmap(place, picture, QRectF(picture.rect()))
        if opened:
            wide, high = 66 * unit * opened, 27 * unit * opened
            place = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
            painter.drawPixmap(place, self._slip, QRectF(self._slip.rect()))


def _within(x: float, y: float) -> tuple[float, float]:
    """Not through the glass."""
    dx, dy = x - _DOME_AT[0], y - _DOME_AT[1]
    far = math.hypot(dx, dy)
    most = _DOME - _RADIUS - 0.6
    return (x, y) if far <= most else (_DOME_AT[0] + dx * most / far, _DOME_AT[1] + dy * most / far)


def _packed() -> list[_Ball]:
    """Capsules lying in the lower part of the dome, in rows, those behind first."""
    drawn = Random(7)
    balls = []
    for row in range(_ROWS):
        y = _DOME_AT[1] + _DOME - _RADIUS - 1.2 - row * 2 * _RADIUS * 0.84
        half = math.sqrt((_DOME - _RADIUS - 0.8) ** 2 - (y - _DOME_AT[1]) ** 2)
        count = int(2 * half / (1.9 * _RADIUS)) + 1
        for at in range(count):
            x = _DOME_AT[0] + (half * (2 * at / (count - 1) - 1) if count > 1 else 0)
            colour, pose = drawn.randrange(len(_COLOURS)), drawn.randrange(_POSES)
            balls.append(_Ball(x, y, colour, pose, drawn.uniform(0, 6.28), 0.4 + 0.2 * row))
    return balls[::-1]
