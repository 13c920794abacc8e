"""What the big screen is painted from: words, grounds, codes, pictures and dice in their places, in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath

from kiosk.ui.stage.skin import StageSkin
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.painted import CENTRE as CENTRE
from kiosk.ui.widgets.painted import LEFT as LEFT
from kiosk.ui.widgets.painted import RIGHT as RIGHT
from kiosk.ui.widgets.painted import Ground as Ground
from kiosk.ui.widgets.painted import PlainBrush
from kiosk.ui.widgets.painted import Symbol as Symbol
from kiosk.ui.widgets.painted import Words as Words
from kiosk.ui.widgets.qr_view import Modules, modules_of

SMALLEST = 0.024
"""Of the shorter side: smaller letters cannot be read in a room."""


@dataclass(frozen=True, slots=True)
class Die:
    """A die with so many pips; 0: it has not been thrown."""

    pips: int
    place: QRectF


@dataclass(frozen=True, slots=True)
class Across:
    """Words that lie across the whole screen, to be seen in every photograph of it."""

    text: str
    place: QRectF


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A picture that fills its place, cut at its edges; `whole`: as large as it fits, as a sponsor's sign has to be."""

    image: QImage
    place: QRectF
    radius: float = 0
    whole: bool = False


Part = Words | Ground | Symbol | Die | Across | Photo


class Brush(PlainBrush):
    """Paints parts in a skin and a language; `least`: logical pixels of the smallest letters."""

    def __init__(self, skin: StageSkin, theme: Theme, language: str, least: int) -> None:
        super().__init__(skin.colour, theme.face(language), least, _modules)
        self.skin = skin

    def paint(self, painter: QPainter, part: Part) -> None:
        """One part, over what is there."""
        if isinstance(part, Words):
            self.words(painter, part)
        elif isinstance(part, Ground):
            self.ground(painter, part)
        elif isinstance(part, Symbol):
            self.symbol(painter, part)
        elif isinstance(part, Die):
            self._die(painter, part)
        elif isinstance(part, Photo):
            self._photo(painter, part)
        else:
            self._across(painter, part)

    def symbol(self, painter: QPainter, part: Symbol) -> None:
        """On a white card, since the stage is dark."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(part.place, part.place.width() * 0.08, part.place.width() * 0.08)
        inner = part.place.width() * 0.04
        super().symbol(painter, Symbol(part.code, part.place.adjusted(inner, inner, -inner, -inner)))

    def _die(self, painter: QPainter, part: Die) -> None:
        place, side = part.place, part.place.width()
        painter.setPen(self.skin.colour("card_line"))
        painter.setBrush(self.skin.colour("ink" if part.pips else "card", 255 if part.pips else 120))
        painter.drawRoundedRect(place, side * 0.18, side * 0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.skin.colour("on_gold"))
        for x, y in _PIPS.get(part.pips, ()):
            painter.drawEllipse(QPointF(place.left() + side * x, place.top() + side * y), side * 0.095, side * 0.095)

    def _photo(self, painter: QPainter, part: Photo) -> None:
        if part.image.isNull():
            return
        size, place = QSizeF(part.image.size()), part.place
        cut = Qt.AspectRatioMode.KeepAspectRatio if part.whole else Qt.AspectRatioMode.KeepAspectRatioByExpanding
        size.scale(place.size(), cut)
        shown = QRectF(QPointF(0, 0), size)
        shown.moveCenter(place.center())
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(place, part.radius, part.radius)
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, part.image)
        painter.restore()

    def _across(self, painter: QPainter, part: Across) -> None:
        painter.save()
        place = part.place
        font = self.font(bold=True)
        font.setPixelSize(100)
        wide = QFontMetricsF(font).horizontalAdvance(part.text)
        font.setPixelSize(max(self._least, int(min(place.width() * 85 / max(1.0, wide), place.height() * 0.34))))
        painter.setFont(font)
        painter.setPen(self.skin.colour("across", 44))
        painter.translate(place.center())
        painter.rotate(-18)
        wide = place.width() * 1.4
        painter.drawText(
            QRectF(-wide / 2, -place.height() / 2, wide, place.height()), Qt.AlignmentFlag.AlignCenter, part.text
        )
        painter.restore()


@lru_cache(maxsize=8)
def _modules(text: str) -> Modules:
    """The same code stands on every scene of a draw."""
    return modules_of(text)


_PIPS = {
    1: ((0.5, 0.5),),
    2: ((0.28, 0.28), (0.72, 0.72)),
    3: ((0.28, 0.28), (0.5, 0.5), (0.72, 0.72)),
    4: ((0.28, 0.28), (0.72, 0.28), (0.28, 0.72), (0.72, 0.72)),
    5: ((0.28, 0.28), (0.72, 0.28), (0.5, 0.5), (0.28, 0.72), (0.72, 0.72)),
    6: ((0.28, 0.26), (0.72, 0.26), (0.28, 0.5), (0.72, 0.5), (0.28, 0.74), (0.72, 0.74)),
}
"""Where the pips of a die are, in its sides."""
