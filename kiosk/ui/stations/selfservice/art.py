"""The picture behind a campaign's name: the store's own, else the skin's colour and ornaments of the season."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kiosk.domain.documents.blocks import Frame
from kiosk.ui.context import Ui
from kiosk.ui.customer.posters import Backdrop, BackdropPainter
from kiosk.ui.measure import px


class Art(QFrame):
    """A backdrop that fills its place."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui, self._frame = ui, Frame.NONE
        self._image: QImage | None = None
        self._painter = BackdropPainter()
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
        backdrop = Backdrop(self._image, self._frame, px(100) / 100)
        painter = QPainter(self)
        self._painter.paint(painter, QRectF(self.rect()), backdrop, self._ui.theme, self.devicePixelRatioF())
