"""Paper that is thrown where something was won: from both lower corners, up, and down with the air's drag."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

LASTS_MS = 2600
_PIECES, _POSES = 90, 8


@dataclass(frozen=True, slots=True)
class _Piece:
    left: bool
    out: float
    up: float
    sway: float
    colour: int
    pose: float
    late_ms: float


class Confetti:
    """Pieces over an area. Every piece is a small picture in one of eight poses, made once."""

    def __init__(self, area: QRectF, colours: list[QColor], noise: Random, ratio: float) -> None:
        self._area = area
        side = max(6.0, min(area.width(), area.height()) * 0.022)
        self._sprites = [[_sprite(colour, side, pose, ratio) for pose in range(_POSES)] for colour in colours]
        self._pieces = [
            _Piece(
                at % 2 == 0,
                noise.uniform(0.02, 0.62),
                noise.uniform(0.75, 1.45),
                noise.uniform(-0.03, 0.03),
                noise.randrange(len(colours)),
                noise.uniform(0, _POSES),
                noise.uniform(0, 260),
            )
            for at in range(_PIECES)
        ]

    def paint(self, painter: QPainter, ms: float) -> None:
        """As it is so long after it was thrown."""
        if not 0 <= ms < LASTS_MS:
            return
        area = self._area
        fading = min(1.0, (LASTS_MS - ms) / 500)
        painter.setOpacity(fading)
        for piece in self._pieces:
            t = (ms - piece.late_ms) / 1000
            if t <= 0:
                continue
            slowed = 1 - math.exp(-2.2 * t)
            across = piece.out * slowed + piece.sway * math.sin(5 * t + piece.pose)
            x = area.left() + area.width() * (across if piece.left else 1 - across)
            y = area.bottom() - area.height() * (piece.up * slowed - 0.22 * t * t)
            pose = int(piece.pose + 9 * t) % _POSES
            painter.drawPixmap(int(x), int(y), self._sprites[piece.colour][pose])
        painter.setOpacity(1.0)


def _sprite(colour: QColor, side: float, pose: int, ratio: float) -> QPixmap:
    """A bit of paper, turned."""
    room = math.ceil(side * 1.5)
    made = QPixmap(math.ceil(room * ratio), math.ceil(room * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room / 2, room / 2)
    painter.rotate(360 * pose / _POSES)
    flat = 0.25 + 0.75 * abs(math.cos(math.pi * pose / _POSES))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if flat > 0.5 else colour.darker(125))
    painter.drawRect(QRectF(-side / 2, -side * flat * 0.3, side, side * flat * 0.6))
    painter.end()
    return made
