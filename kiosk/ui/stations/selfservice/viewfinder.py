"""What the camera sees, as in a mirror, with what to do next written below it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.scan.events import CameraStatus, Outline
from kiosk.domain.scan.hints import ScanHint
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.stations.selfservice.guidance import Guide, Hint

CALM_MS = 700
"""A hint stands at least so long: one that changes at every picture is read by nobody."""


def hint_words(hint: Hint, status: CameraStatus) -> str:
    """What to do."""
    if status is CameraStatus.LOST:
        return translate("Hint", "The camera does not work at the moment. Please choose another way.")
    if status is CameraStatus.NONE:
        return translate("Hint", "Please hold your code to the scanner.")
    return {
        Hint.HOLD_UP: translate("Hint", "Hold your code into the frame."),
        Hint.CLOSER: translate("Hint", "A little closer, please."),
        Hint.AWAY: translate("Hint", "A little further away, please."),
        Hint.HOLD_STILL: translate("Hint", "Please hold it still."),
        Hint.TILT: translate("Hint", "Please tilt it a little: it mirrors the light."),
        Hint.BRIGHTER: translate("Hint", "It is too dark: make your screen brighter."),
        Hint.SEEN: translate("Hint", "Seen! One moment…"),
    }[hint]


class Viewfinder(QWidget):
    """The newest picture, and nothing but that one.

    Signals:
        hinted(str): what to do now, another than before.
    """

    hinted = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._guide = Guide()
        self._image: QImage | None = None
        self._outline: Outline | None = None
        self.status = CameraStatus.STARTING
        self.hint = Hint.HOLD_UP
        self._decoders: ScanHint | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        held(self, least_height=160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Hint", "Camera"))

    def show_status(self, status: CameraStatus) -> None:
        """Another state of the camera."""
        self.status = status
        if status is not CameraStatus.READY:
            self.forget()
        self.tell()

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        """The newest picture; `outline` in its pixels."""
        self._image, self._outline = image, outline
        if self.status is not CameraStatus.READY:
            self.status = CameraStatus.READY
            self.tell()
        hint = self._guide.look(_gray(image), outline)
        if outline is None and self._decoders is not None:
            hint = Hint(self._decoders.value)  # measured on the code itself
        if hint is not self.hint and not self._calm.isActive():
            self.hint = hint
            self._calm.start()
            self.tell()
        self.update()

    def show_hint(self, hint: ScanHint | None) -> None:
        """What whoever decodes says would help."""
        self._decoders = hint

    def forget(self) -> None:
        """No picture of anybody stays."""
        self._decoders = None
        self._image = self._outline = None
        self._guide.forget()
        self.update()

    def tell(self) -> None:
        """Say the hint again, in the language in use."""
        self.hinted.emit(hint_words(self.hint, self.status))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = px(theme.radius["s_card"])
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        if self._image is not None:
            self._paint_frame(painter, self._image)
        else:
            ground = QLinearGradient(0, 0, self.width(), self.height())
            ground.setColorAt(0, theme.colour("camera_lift"))
            ground.setColorAt(1, theme.colour("camera"))
            painter.fillRect(self.rect(), ground)
        self._paint_aim(painter)

    def _paint_frame(self, painter: QPainter, image: QImage) -> None:
        scale = max(self.width() / image.width(), self.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-1, 1)  # as in a mirror: who looks at themselves moves the right way
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), image)
        if self._outline is not None:
            corners = [QPointF(x * scale - width / 2, y * scale - height / 2) for x, y in self._outline]
            pen = QPen(self._ui.theme.colour("outline"), px(6))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(QPolygonF(corners))
        painter.restore()

    def _paint_aim(self, painter: QPainter) -> None:
        if self.status in (CameraStatus.LOST, CameraStatus.NONE):
            edge = px(96)
            icon = self._ui.icons.pixmap("scan" if self.status is CameraStatus.NONE else "camera_off", "on_camera", 96)
            painter.drawPixmap((self.width() - edge) // 2, (self.height() - edge) // 2, icon)
            return
        side = min(self.width(), self.height()) * 0.62
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(self._ui.theme.colour("on_camera", 200), px(5)))
        arm = side * 0.18
        for x, y, dx, dy in (
            (box.left(), box.top(), 1, 1),
            (box.right(), box.top(), -1, 1),
            (box.left(), box.bottom(), 1, -1),
            (box.right(), box.bottom(), -1, -1),
        ):
            painter.drawPolyline([QPointF(x + dx * arm, y), QPointF(x, y), QPointF(x, y + dy * arm)])


def _gray(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    if image.format() != QImage.Format.Format_Grayscale8:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()
