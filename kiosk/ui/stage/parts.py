"""What the big screen is painted from: words, grounds, codes, pictures and dice in their places, in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath

from kiosk.ui.stage.skin import StageSkin
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.fitted_words import fitted
from kiosk.ui.widgets.qr_view import Modules, modules_of, paint_modules

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
SMALLEST = 0.024
"""Of the shorter side: smaller letters cannot be read in a room."""
MONO = ("DejaVu Sans Mono", "Consolas", "Noto Sans Mono CJK TC")
"""For fingerprints, which are compared digit by digit."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the middle of their place between top and bottom, as large as `px` or smaller until they fit, on one
    line or `wrap`ped."""

    text: str
    place: QRectF
    px: float
    tone: str = "ink"
    bold: bool = False
    wrap: bool = False
    align: Qt.AlignmentFlag = LEFT
    mono: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """A coloured area. `alpha`: 0 to 255; `line`: the tone of its edge, "" for none."""

    place: QRectF
    tone: str
    radius: float = 0
    alpha: int = 255
    line: str = ""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR symbol."""

    code: str
    place: QRectF


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


class Brush:
    """Paints parts in a skin and a language; `least`: logical pixels of the smallest letters."""

    def __init__(self, skin: StageSkin, theme: Theme, language: str, least: int) -> None:
        self.skin, self._theme, self._language, self._least = skin, theme, language, least

    def font(self, *, bold: bool = False, mono: bool = False) -> QFont:
        """A face without a size."""
        font = self._theme.face(self._language)
        if mono:
            font = QFont()
            font.setFamilies(list(MONO))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def paint(self, painter: QPainter, part: Part) -> None:
        """One part, over what is there."""
        if isinstance(part, Words):
            self.words(painter, part)
        elif isinstance(part, Ground):
            painter.setPen(self.skin.colour(part.line) if part.line else Qt.PenStyle.NoPen)
            painter.setBrush(self.skin.colour(part.tone, part.alpha))
            painter.drawRoundedRect(part.place, part.radius, part.radius)
        elif isinstance(part, Symbol):
            self._symbol(painter, part)
        elif isinstance(part, Die):
            self._die(painter, part)
        elif isinstance(part, Photo):
            self._photo(painter, part)
        else:
            self._across(painter, part)

    def words(self, painter: QPainter, part: Words) -> None:
        """In their place."""
        font = self.font(bold=part.bold, mono=part.mono)
        room = (part.place.width(), part.place.height())
        laid, high = fitted(part.text, font, room, part.px, self._least, wrap=part.wrap, align=part.align)
        painter.setPen(self.skin.colour(part.tone))
        laid.draw(painter, part.place.topLeft() + QPointF(0, (part.place.height() - high) / 2))

    def _symbol(self, painter: QPainter, part: Symbol) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(part.place, part.place.width() * 0.08, part.place.width() * 0.08)
        inner = part.place.width() * 0.04
        paint_modules(painter, _modules(part.code), part.place.adjusted(inner, inner, -inner, -inner))

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
