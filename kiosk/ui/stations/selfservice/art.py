"""The picture behind a campaign's name: the store's own, which may be a clip, else the skin's colour and ornaments of
the season."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kiosk.domain.documents.blocks import Frame
from kiosk.ui.context import Ui
from kiosk.ui.customer.clips import FRAME_MS, Clip
from kiosk.ui.customer.posters import Backdrop, BackdropPainter
from kiosk.ui.measure import px


class Art(QFrame):
    """A backdrop that fills its place."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui, self._frame = ui, Frame.NONE
        self._image: QImage | None = None
        self._clip: Clip | None = None
        self._at, self._resting = 0, False
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)
        self._painter = BackdropPainter()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_season(self, frame: Frame) -> None:
        """The ornaments of another season."""
        self._frame = frame
        self.update()

    def show_picture(self, image: QImage | None) -> None:
        """A picture or a clip in place of the season's; None: the season's again."""
        clip = image if isinstance(image, Clip) else None
        if clip is None or clip is not self._clip:
            self._image, self._clip, self._at = image, clip, 0
        self._move()
        self.update()

    def rest(self, resting: bool) -> None:
        """Nothing moves meanwhile."""
        self._resting = resting
        self._move()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._move()

    def _move(self) -> None:
        """A clip runs while it is seen, and nobody wants the screen calm."""
        if self._clip is None or self._resting or not self.isVisible() or not self._ui.moving(FRAME_MS):
            self._frames.stop()
        elif not self._frames.isActive():
            self._frames.start()

    @Slot()
    def _next_frame(self) -> None:
        if self._clip is not None:
            self._at += 1
            self._image = self._clip.frame(self._at)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        backdrop = Backdrop(self._image, self._frame, px(100) / 100)
        painter = QPainter(self)
        self._painter.paint(painter, QRectF(self.rect()), backdrop, self._ui.theme, self.devicePixelRatioF())
