"""The picture behind a campaign's name: the store's own, else the skin's colour and ornaments of the season."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QSizePolicy

from kiosk.domain.documents.blocks import Frame
from kiosk.ui.context import Ui
from kiosk.ui.documents.frames import ornaments, scatter
from kiosk.ui.measure import px

_LARGE, _SMALL = 7, 26


class Art(QFrame):
    """Painted once for each picture or season and size, and shown as a picture from then on."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui, self._frame = ui, Frame.NONE
        self._image: QImage | None = None
        self._kept: QPixmap | None = None
        self._of: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_season(self, frame: Frame) -> None:
        """The ornaments of another season."""
        self._frame = frame
        self.update()

    def show_picture(self, image: QImage | None) -> None:
        """A picture in place of the season's; None: the season's again."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        image = self._image.cacheKey() if self._image is not None else 0
        key = (self.size(), self._frame, self._ui.theme.name, image)
        if self._kept is None or key != self._of:
            self._kept, self._of = self._painted(), key
        QPainter(self).drawPixmap(0, 0, self._kept)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        theme = self._ui.theme
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image is not None:
            self._paint_picture(painter, self._image)
            painter.end()
            return picture
        ground = QLinearGradient(0, 0, self.width(), self.height())
        ground.setColorAt(0, theme.colour("jade"))
        ground.setColorAt(1, theme.colour("jade_press"))
        painter.fillRect(self.rect(), ground)
        large, small = ornaments(self._frame)
        drawn = random.Random(str(self._frame))  # the same every time: it is a picture, not chance
        scatter(painter, drawn, large, _LARGE, (px(60), px(190)), QRectF(self.rect()), theme.colour("on_jade", 22))
        scatter(painter, drawn, small, _SMALL, (px(8), px(26)), QRectF(self.rect()), theme.colour("on_jade", 40))
        painter.end()
        return picture

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        """It fills the place, cut at its edges, and is dark where words stand on it."""
        theme, place = self._ui.theme, QRectF(self.rect())
        size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        shown = QRectF(QPointF(0, 0), size)
        shown.moveCenter(place.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown, image)
        shade = QLinearGradient(0, 0, 0, self.height())
        for at, alpha in ((0, 190), (0.22, 60), (0.45, 70), (0.68, 215), (1, 235)):
            shade.setColorAt(at, theme.colour("jade_press", alpha))
        painter.fillRect(self.rect(), shade)
