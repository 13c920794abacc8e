"""Icons: our own SVG set in resources/icons, drawn in one colour (`currentColor`) and coloured by tokens.

An SVG is parsed and drawn once for each size in pixels, whatever colours, skins and windows it is wanted in: into a
mask, which is an image of this process and belongs to no window, screen or application. Windows show the mask in
a colour. Both are kept, so many and no more.
"""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from kiosk import paths
from kiosk.ui import measure
from kiosk.ui.theme import Theme

MOST_MASKS, MOST_PIXMAPS = 256, 256
"""Kept at once. One window shows some forty; the rest is for other sizes of it, and other screens."""


class Icons:
    """Pixmaps for one skin, for the GUI thread. Names are the stems of resources/icons/*.svg."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[str, str, int, float], QPixmap] = OrderedDict()

    def pixmap(self, name: str, tone: str, px: int, ratio: float = 1.0) -> QPixmap:
        """An icon of `px` design pixels in a colour token, for a screen of this device pixel ratio."""
        side = max(1, round(measure.px(px) * ratio))
        key = (name, tone, side, ratio)
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            made = QPixmap.fromImage(_coloured(_mask(name, side), self._theme.colours[tone]))
            made.setDevicePixelRatio(ratio)
            self._kept[key] = made
            if len(self._kept) > MOST_PIXMAPS:
                self._kept.popitem(last=False)
        return self._kept[key]

    def icon(self, name: str, tone: str, px: int = 20) -> QIcon:
        """The same as QIcon, for buttons."""
        icon = QIcon(self.pixmap(name, tone, px))
        icon.addPixmap(self.pixmap(name, tone, px, 2.0))
        return icon


@lru_cache(maxsize=MOST_MASKS)
def _mask(name: str, side: int) -> QImage:
    """The icon in black on nothing; never written to."""
    from PySide6.QtSvg import QSvgRenderer  # here: the first screen is painted before the library is needed

    source = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    mask = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(0)
    renderer = QSvgRenderer(source.replace(b"currentColor", b"black"))
    painter = QPainter(mask)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return mask


def _coloured(mask: QImage, colour: str) -> QImage:
    image = mask.copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(colour))
    painter.end()
    return image
