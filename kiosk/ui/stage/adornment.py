"""Ornaments of a season on the ground of the big screen: along its edges, so pale that every word stands out."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kiosk.domain.documents.blocks import Frame
from kiosk.ui.documents.frames import ornaments, scatter
from kiosk.ui.stage.skin import StageSkin

_LARGE, _SMALL = 4, 14
"""On each side."""
PALE = 30
"""Of 255: over the brightest of the ground letters keep 4.5:1 (a test holds it)."""


def adorn(painter: QPainter, place: QRectF, season: Frame, skin: StageSkin) -> None:
    """Paint them: the same each time, since it is a picture and not chance."""
    large, small = ornaments(season)
    chance = Random(str(season))
    unit = min(place.width() / 1.5, place.height()) / 100
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    wide, high = place.width() * 0.19, place.height() / _LARGE
    for left in (place.left(), place.right() - wide):
        for at in range(_LARGE):  # each in a stretch of its own: none lies on another
            middle = place.top() + high * (at + 0.5)
            stretch = QRectF(left, middle - high * 0.22, wide, high * 0.44)
            scatter(painter, chance, large, 1, (unit * 4, high * 0.3), stretch, skin.colour("gold", PALE - 8))
        side = QRectF(left, place.top(), wide, place.height())
        scatter(painter, chance, small, _SMALL, (unit * 0.7, unit * 2), side, skin.colour("gold", PALE))
    painter.restore()
