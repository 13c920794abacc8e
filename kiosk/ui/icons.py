"""Icons: our own SVG set in resources/icons, drawn with `currentColor` and coloured by tokens."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from kiosk import paths
from kiosk.ui import measure
from kiosk.ui.theme import Theme


class Icons:
    """Renders and keeps pixmaps for one skin. Names are the stems of resources/icons/*.svg."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, tone: str, px: int, ratio: float = 1.0) -> QPixmap:
        """An icon of `px` design pixels in a colour token, for a screen of this device pixel ratio."""
        key = (name, tone, px, ratio)
        if key not in self._kept:
            self._kept[key] = self._render(name, tone, measure.px(px), ratio)
        return self._kept[key]

    def icon(self, name: str, tone: str, px: int = 20) -> QIcon:
        """The same as QIcon, for buttons."""
        icon = QIcon(self.pixmap(name, tone, px))
        icon.addPixmap(self.pixmap(name, tone, px, 2.0))
        return icon

    def _render(self, name: str, tone: str, px: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # here: the first screen is painted before the library is needed

        source = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", self._theme.colours[tone]).encode()))
        size = round(px * ratio)
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
