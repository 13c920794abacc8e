"""The scratch card. One prize lies under the foil, and nothing else: no rows of signs of which two are nearly three.

The card looks the same whatever is under it until the foil is gone from it.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QMouseEvent, QPainter, QPen, QPixmap

from kiosk.ui.draws.look import Look
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.draws.words import write
from kiosk.ui.i18n import translate
from kiosk.ui.shell.sounds import Sound

ENOUGH = 0.5
"""The share of the card that was rubbed when the rest goes by itself."""
PATIENCE_MS = 12_000
"""So long it waits for a hand, then it is rubbed by itself."""
_ALONE_MS = 500
RUB_MS = 1500
FADE_MS = 380
_ACROSS, _DOWN = 26, 14
_LINES = 6


class Scratch(Look):
    """A card under a foil that is rubbed off: with a finger, or by a key."""

    name = "scratch"
    touched_along = True

    def prepare(self) -> None:
        self._foil: QPixmap | None = None
        self._rubbed: set[tuple[int, int]] = set()
        self._finger: QPointF | None = None
        self._now = 0.0
        self._rubs_from: float | None = None
        self._fades_from: float | None = None
        self._rub_at = 0.0
        self._heard = -1e9

    # --- rubbing -----------------------------------------------------------------------------------------------------

    def reset(self) -> None:
        self.prepare()

    def begin(self, won: Prize) -> None:
        self.prepare()
        self._foil = QPixmap(self._whole_foil)
        self._card = self._painted_card(won)

    def help_along(self) -> None:
        if self.playing and self._rubs_from is None and self._fades_from is None:
            self._rubs_from = self._now

    def advance(self, ms: float) -> bool:
        self._now = ms
        if self._rubs_from is None and self._fades_from is None and ms >= (_ALONE_MS if self.alone else PATIENCE_MS):
            self._rubs_from = ms
        if self._rubs_from is not None:
            self._rub_alone(min(1.0, (ms - self._rubs_from) / RUB_MS))
        if self._fades_from is None and self.rubbed >= ENOUGH:
            self._fades_from = ms
            self._rubs_from = None
            self.sounded.emit(Sound.POP)
        return self._fades_from is not None and ms - self._fades_from >= FADE_MS

    def finish(self) -> None:
        self._foil = None

    def settle(self) -> None:
        self._foil = None
        if self.won is not None:
            self._card = self._painted_card(self.won)

    @property
    def rubbed(self) -> float:
        """The share that is free of foil."""
        return len(self._rubbed) / (_ACROSS * _DOWN)

    def _rub_alone(self, share: float) -> None:
        """In lines across, from above."""
        steps = [self._rub_at + (share - self._rub_at) * part / 4 for part in range(5)]
        for one, other in pairwise(steps):
            self._rub(self._on_way(one), self._on_way(other))
        self._rub_at = share

    def _on_way(self, share: float) -> QPointF:
        place = self.panel
        line = min(_LINES - 1, int(share * _LINES))
        along = share * _LINES - line
        along = along if line % 2 == 0 else 1 - along
        return QPointF(
            place.left() + place.width() * along, place.top() + place.height() * (line + 0.3 + 0.4 * along) / _LINES
        )

    def _rub(self, since: QPointF, until: QPointF) -> None:
        if self._foil is None:
            return
        place, wide = self.panel, self._brush_width
        painter = self.brush(self._foil)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        pen = QPen(Qt.GlobalColor.black, wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(since - place.topLeft(), until - place.topLeft()))
        painter.end()
        length = max(1, int(QLineF(since, until).length() / (wide / 3)))
        for step in range(length + 1):
            at = since + (until - since) * (step / length)
            for dx in (-0.4, 0, 0.4):
                for dy in (-0.4, 0, 0.4):
                    x = int((at.x() + dx * wide - place.left()) / place.width() * _ACROSS)
                    y = int((at.y() + dy * wide - place.top()) / place.height() * _DOWN)
                    if 0 <= x < _ACROSS and 0 <= y < _DOWN:
                        self._rubbed.add((x, y))
        if self._now - self._heard >= 90:
            self._heard = self._now
            self.sounded.emit(Sound.TICK)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.playing:
            self._finger = event.position()
            self._rub(self._finger, self._finger)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.playing and self._finger is not None:
            self._rub(self._finger, event.position())
            self._finger = event.position()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._finger = None
        event.accept()

    # --- painting ----------------------------------------------------------------------------------------------------

    @property
    def card(self) -> QRectF:
        """The whole card."""
        square = self.square
        high = square.height() * 0.74
        return QRectF(square.left(), square.center().y() - high / 2, square.width(), high)

    @property
    def panel(self) -> QRectF:
        """What lies under the foil."""
        card = self.card
        edge = card.width() * 0.06
        head = card.height() * 0.2
        return card.adjusted(edge, head, -edge, -edge)

    @property
    def _brush_width(self) -> float:
        return self.panel.height() * 0.21

    def make(self, unit: float) -> None:
        self._back = QPixmap(self.ground)
        painter = self.brush(self._back)
        card = self.card
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("shadow", 70))
        painter.drawRoundedRect(card.translated(0, 1.4 * unit), 5 * unit, 5 * unit)
        gold = QLinearGradient(card.topLeft(), card.bottomRight())
        for at, tone in enumerate(("gild_light", "gild", "gild_deep", "gild", "gild_light")):
            gold.setColorAt(at / 4, self.colour(tone))
        painter.setBrush(gold)
        painter.drawRoundedRect(card, 5 * unit, 5 * unit)
        ground = QLinearGradient(card.topLeft(), card.bottomLeft())
        ground.setColorAt(0, self.colour("packet"))
        ground.setColorAt(1, self.colour("packet_deep"))
        painter.setBrush(ground)
        thin = 1.1 * unit
        painter.drawRoundedRect(card.adjusted(thin, thin, -thin, -thin), 4.2 * unit, 4.2 * unit)
        head = QRectF(card.left() + 5 * unit, card.top() + 2 * unit, card.width() - 10 * unit, card.height() * 0.18)
        words = translate("Draws", "Scratch and see")
        write(painter, self.ui, words, head, 7 * unit, 3 * unit, self.colour("gild_light"))
        painter.end()
        self._radius = 3 * unit
        self._whole_foil = self._painted_foil(unit)
        won = self.won
        if won is not None:
            self._card = self._painted_card(won)

    def _painted_foil(self, unit: float) -> QPixmap:
        place = self.panel
        foil = self.canvas(place.width(), place.height())
        painter = self.brush(foil)
        around = QRectF(0, 0, place.width(), place.height())
        metal = QLinearGradient(around.topLeft(), around.bottomRight())
        for at in range(7):
            metal.setColorAt(at / 6, self.colour("foil").lighter(108) if at % 2 else self.colour("foil"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(metal)
        painter.drawRoundedRect(around, self._radius, self._radius)
        painter.setClipRect(around)
        side = 9 * unit
        star = self.picture("star", "foil_deep", side * 0.5)
        painter.setOpacity(0.4)
        for row in range(int(around.height() / side) + 1):
            for at in range(int(around.width() / side) + 2):
                painter.drawPixmap(QPointF(at * side - (row % 2) * side / 2, row * side + side * 0.2), star)
        painter.setOpacity(1.0)
        plate = QRectF(0, 0, around.width() * 0.62, around.height() * 0.34)
        plate.moveCenter(around.center())
        painter.setBrush(self.colour("foil"))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        words = plate.adjusted(4 * unit, unit, -4 * unit, -unit)
        text = translate("Draws", "Rub here") if not self.alone else ""
        write(painter, self.ui, text, words, 6 * unit, 3 * unit, self.colour("on_foil"))
        painter.end()
        return foil

    def _painted_card(self, won: Prize) -> QPixmap:
        place = self.panel
        card = self.canvas(place.width(), place.height())
        painter = self.brush(card)
        around = QRectF(0, 0, place.width(), place.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("draw_b"))
        painter.drawRoundedRect(around, self._radius, self._radius)
        high = around.height()
        sign = high * 0.34
        tone = "on_draw_b"
        picture = self.picture(won.sign, tone, sign)
        painter.drawPixmap(QPointF(around.center().x() - sign / 2, high * 0.1), picture)
        words = QRectF(around.width() * 0.06, high * 0.48, around.width() * 0.88, high * 0.42)
        write(painter, self.ui, won.name, words, high * 0.24, high * 0.09, self.colour(tone))
        painter.end()
        return card

    def paint_frame(self, painter: QPainter) -> None:
        painter.drawPixmap(0, 0, self._back)
        at = self.panel.topLeft()
        if self.won is None:
            painter.drawPixmap(at, self._whole_foil)
            return
        painter.drawPixmap(at, self._card)
        if self._foil is not None:
            gone = 0.0 if self._fades_from is None else min(1.0, (self._now - self._fades_from) / FADE_MS)
            painter.setOpacity(1 - gone)
            painter.drawPixmap(at, self._foil)
            painter.setOpacity(1.0)
