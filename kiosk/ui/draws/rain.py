"""Red packets that rain (紅包雨): one is caught and opens. Whichever is caught, it is the one that was won: what is in
it was fixed before the first fell, and the page says so."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient

from kiosk.ui.draws.look import Look
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.draws.words import write
from kiosk.ui.shell.sounds import Sound

PATIENCE_MS = 9_000
"""So long they rain, then one is caught by itself."""
_ALONE_MS = 2_600
COME_MS, OPEN_MS = 380.0, 460.0
_PACKETS, _POSES = 30, 5
_WIDE, _HIGH = 13.0, 18.0
_LARGE = 2.9
_SLIP = 12.0


@dataclass(frozen=True, slots=True)
class _Falling:
    """`x`: share of the width; `speed`: heights a second; `first`: where it is at the beginning, in heights."""

    x: float
    first: float
    speed: float
    sway: float
    phase: float
    pose: int
    near: int


class Rain(Look):
    """Packets that fall until one is caught."""

    name = "rain"
    touched_along = True

    def prepare(self) -> None:
        self._ms = 0.0
        self._caught: QPointF | None = None
        self._caught_ms = 0.0
        self._popped = False
        drawn = Random(11)
        self._packets = sorted(
            (
                _Falling(
                    (at * 0.618 + drawn.uniform(-0.03, 0.03)) % 1,
                    (at * 0.381 + drawn.uniform(-0.04, 0.04)) % 1.3 - 0.15,
                    (0.24, 0.36)[near := int(at % 5 > 1)] * drawn.uniform(0.85, 1.2),
                    drawn.uniform(0.008, 0.024),
                    drawn.uniform(0, 6.28),
                    drawn.randrange(_POSES),
                    near,
                )
                for at in range(_PACKETS)
            ),
            key=lambda packet: packet.near,
        )

    def reset(self) -> None:
        self._ms, self._caught, self._popped = 0.0, None, False

    def begin(self, won: Prize) -> None:
        self.reset()
        self._slip = self._painted_slip(won)

    def advance(self, ms: float) -> bool:
        if self._ms == 0:
            self.sounded.emit(Sound.TURN)
        self._ms = max(ms, 1e-6)
        if self._caught is None:
            if ms >= (_ALONE_MS if self.alone else PATIENCE_MS):
                self._catch(self._nearest(QPointF(self.width() / 2, self.height() / 2)))
            return False
        since = ms - self._caught_ms
        if not self._popped and since >= COME_MS:
            self._popped = True
            self.sounded.emit(Sound.POP)
        return since >= COME_MS + OPEN_MS

    def help_along(self) -> None:
        if self.playing and self._caught is None:
            self._catch(self._nearest(QPointF(self.width() / 2, self.height() / 2)))

    def finish(self) -> None:
        self._caught, self._caught_ms, self._ms = QPointF(0, 0), 0.0, COME_MS + OPEN_MS

    def settle(self) -> None:
        if self._caught is None:
            self._caught = QPointF(0, 0)
        self._ms = self._caught_ms + COME_MS + OPEN_MS
        if self.won is not None:
            self._slip = self._painted_slip(self.won)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.playing and self._caught is None:
            # a finger is broad and the packets are quick: the nearest is meant
            self._catch(self._nearest(event.position()))
            event.accept()
            return
        super().mousePressEvent(event)

    def _catch(self, at: QPointF) -> None:
        self._caught, self._caught_ms = at, self._ms

    def _nearest(self, to: QPointF) -> QPointF:
        seen = [self._at(packet) for packet in self._packets]
        return min(seen, key=lambda at: (at.x() - to.x()) ** 2 + (at.y() - to.y()) ** 2)

    def _at(self, packet: _Falling) -> QPointF:
        """The middle of a packet now; one that has fallen begins above again."""
        t = (self._caught_ms if self._caught is not None else self._ms) / 1000
        down = (packet.first + packet.speed * min(t, 0.7 + t * 0.8) + 0.15) % 1.3 - 0.15
        across = packet.x + packet.sway * math.sin(1.7 * t + packet.phase)
        return QPointF(across * self.width(), down * self.height())

    # --- painting ----------------------------------------------------------------------------------------------------

    def make(self, unit: float) -> None:
        self._unit = unit
        self._back = QPixmap(self.ground)
        painter = self.brush(self._back)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("stage_deep", 130))
        radius = self.radius
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()
        poses = [30 * (2 * at / (_POSES - 1) - 1) for at in range(_POSES)]
        self._sprites = [[self._packet(unit * size, angle) for angle in poses] for size in (0.68, 1.0)]
        self._large = self._packet(unit * _LARGE, 0)
        self._flap = self._painted_flap(unit * _LARGE)
        self._empty = self._packet(unit * _LARGE, 0, flap=False)
        if self.won is not None:
            self._slip = self._painted_slip(self.won)

    def _packet(self, unit: float, turned: float, *, flap: bool = True) -> QPixmap:
        wide, high = _WIDE * unit, _HIGH * unit
        turn = abs(math.radians(turned))
        room = (wide * math.cos(turn) + high * math.sin(turn) + 2, high * math.cos(turn) + wide * math.sin(turn) + 2)
        made = self.canvas(*room)
        painter = self.brush(made)
        painter.translate(room[0] / 2, room[1] / 2)
        painter.rotate(turned)
        place = QRectF(-wide / 2, -high / 2, wide, high)
        red = QLinearGradient(place.topLeft(), place.bottomRight())
        red.setColorAt(0, self.colour("packet").lighter(115))
        red.setColorAt(0.5, self.colour("packet"))
        red.setColorAt(1, self.colour("packet_deep"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        painter.drawRoundedRect(place, 1.1 * unit, 1.1 * unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour("gild", 190), 0.28 * unit))
        edge = 0.7 * unit
        painter.drawRoundedRect(place.adjusted(edge, edge, -edge, -edge), 0.8 * unit, 0.8 * unit)
        if flap:
            self._draw_flap(painter, place, unit)
        else:
            star = 6.4 * unit
            at = place.center() + QPointF(-star / 2, 1.6 * unit - star / 2)
            painter.drawPixmap(at, self.picture("star", "gild", star))
        painter.end()
        return made

    def _draw_flap(self, painter: QPainter, place: QRectF, unit: float) -> None:
        """The flap with its seal: a coin with a square hole."""
        flap = _flap_of(place, unit)
        painter.fillPath(flap.translated(0, 0.25 * unit), self.colour("shadow", 60))
        deep = QLinearGradient(place.topLeft(), QPointF(place.left(), place.top() + place.height() * 0.45))
        deep.setColorAt(0, self.colour("packet"))
        deep.setColorAt(1, self.colour("packet_deep"))
        painter.fillPath(flap, deep)
        painter.setPen(QPen(self.colour("gild", 220), 0.28 * unit))
        painter.drawPath(flap)
        coin = QPointF(place.center().x(), place.top() + place.height() * 0.4)
        gold = QRadialGradient(coin - QPointF(unit, unit), 4.6 * unit)
        gold.setColorAt(0, self.colour("gild_light"))
        gold.setColorAt(1, self.colour("gild"))
        painter.setPen(QPen(self.colour("gild_deep"), 0.3 * unit))
        painter.setBrush(gold)
        painter.drawEllipse(coin, 2.9 * unit, 2.9 * unit)
        painter.setBrush(self.colour("packet"))
        painter.drawRect(QRectF(coin.x() - 0.85 * unit, coin.y() - 0.85 * unit, 1.7 * unit, 1.7 * unit))

    def _painted_flap(self, unit: float) -> QPixmap:
        wide, high = _WIDE * unit, _HIGH * unit
        made = self.canvas(wide, high)
        painter = self.brush(made)
        self._draw_flap(painter, QRectF(0, 0, wide, high), unit)
        painter.end()
        return made

    def _painted_slip(self, won: Prize) -> QPixmap:
        unit = self._unit * _LARGE
        wide, high = (_WIDE - 1.4) * unit, _SLIP * unit
        slip = self.canvas(wide, high)
        painter = self.brush(slip)
        painter.setPen(QPen(self.colour("gild"), 0.25 * unit))
        painter.setBrush(self.colour("draw_b"))
        painter.drawRoundedRect(QRectF(0, 0, wide, high).adjusted(1, 1, -1, -1), 0.8 * unit, 0.8 * unit)
        sign = 4 * unit
        painter.drawPixmap(QPointF((wide - sign) / 2, 0.7 * unit), self.picture(won.sign, "on_draw_b", sign))
        words = QRectF(0.5 * unit, 5 * unit, wide - unit, 5.8 * unit)
        write(painter, self.ui, won.name, words, 2.9 * unit, 1.0 * unit, self.colour("on_draw_b"))
        painter.end()
        return slip

    def paint_frame(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._back)
        painter.setClipRect(self.rect())
        for packet in self._packets:
            picture = self._sprites[packet.near][packet.pose]
            size = picture.deviceIndependentSize()
            at = self._at(packet)
            painter.drawPixmap(int(at.x() - size.width() / 2), int(at.y() - size.height() / 2), picture)
        if self._caught is not None:
            self._open(painter, self._caught, self._ms - self._caught_ms)

    def _open(self, painter: QPainter, since: QPointF, ms: float) -> None:
        unit = self._unit * _LARGE
        come = 1 - (1 - min(1.0, ms / COME_MS)) ** 3
        opened = 1 - (1 - max(0.0, min(1.0, (ms - COME_MS) / OPEN_MS))) ** 3
        self.veil(painter, self.colour("stage_deep", round(165 * come)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        goal = self.square.center() + QPointF(0, 5.2 * unit)
        middle = since + (goal - since) * come
        size = (1 + (_LARGE - 1) * come) / _LARGE
        wide, high = _WIDE * unit * size, _HIGH * unit * size
        place = QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        if not opened:
            painter.drawPixmap(place, self._large, QRectF(self._large.rect()))
            return
        glow = QRadialGradient(middle, 15 * unit)
        glow.setColorAt(0, self.colour("gild_light", round(150 * opened)))
        glow.setColorAt(1, self.colour("gild_light", 0))
        self.veil(painter, QBrush(glow))
        slip_wide = (_WIDE - 1.4) * unit
        rise = _SLIP * unit * 0.95 * opened
        slip_at = QPointF(middle.x() - slip_wide / 2, place.top() + 0.5 * unit - rise)
        lifted = 1 - 2 * opened
        if lifted < 0:
            self._paint_flap(painter, place, lifted)
            painter.drawPixmap(slip_at, self._slip)
            painter.save()
            painter.drawPixmap(place, self._empty, QRectF(self._empty.rect()))
            painter.restore()
        else:
            painter.drawPixmap(place, self._empty, QRectF(self._empty.rect()))
            self._paint_flap(painter, place, lifted)

    def _paint_flap(self, painter: QPainter, place: QRectF, lifted: float) -> None:
        """The flap turned about the upper edge: 1 closed, -1 open."""
        painter.save()
        painter.translate(place.left(), place.top())
        painter.scale(1, lifted)
        painter.drawPixmap(0, 0, self._flap)
        painter.restore()


def _flap_of(place: QRectF, unit: float) -> QPainterPath:
    flap = QPainterPath(place.topLeft() + QPointF(0, 1.1 * unit))
    flap.quadTo(place.topLeft(), place.topLeft() + QPointF(1.1 * unit, 0))
    flap.lineTo(place.topRight() - QPointF(1.1 * unit, 0))
    flap.quadTo(place.topRight(), place.topRight() + QPointF(0, 1.1 * unit))
    down = place.height() * 0.4
    flap.cubicTo(
        QPointF(place.right() - 0.5 * unit, place.top() + down * 0.9),
        QPointF(place.center().x() + 3 * unit, place.top() + down),
        QPointF(place.center().x(), place.top() + down),
    )
    flap.cubicTo(
        QPointF(place.center().x() - 3 * unit, place.top() + down),
        QPointF(place.left() + 0.5 * unit, place.top() + down * 0.9),
        place.topLeft() + QPointF(0, 1.1 * unit),
    )
    return flap
