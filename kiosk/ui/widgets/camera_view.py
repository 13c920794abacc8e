"""What the camera sees, with the outline of a code that was found, or what is the matter with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.scan.events import CameraStatus, Outline
from kiosk.domain.scan.hints import ScanHint
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px


def camera_words(status: CameraStatus) -> str:
    """The state of the camera in a few words."""
    return {
        CameraStatus.NONE: translate("Camera", "No camera: use the scanner"),
        CameraStatus.STARTING: translate("Camera", "Camera is starting…"),
        CameraStatus.READY: translate("Camera", "Camera ready"),
        CameraStatus.LOST: translate("Camera", "Camera unplugged: use the scanner"),
    }[status]


def hint_words(hint: ScanHint) -> str:
    """What the clerk may ask of whoever holds the code."""
    return {
        ScanHint.CLOSER: translate("Camera", "Code seen: closer, please"),
        ScanHint.TILT: translate("Camera", "Code seen: tilt it away from the lamp"),
        ScanHint.HOLD_STILL: translate("Camera", "Code seen: hold it still"),
    }[hint]


class CameraView(QWidget):
    """Live preview. Frames are painted as they come; nothing is kept but the last one.

    Signals:
        status_changed(): another state of the camera, another hint, or another language to say it in.
    """

    status_changed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self._ui = ui
        self._status = CameraStatus.STARTING
        self._image: QImage | None = None
        self._outline: Outline | None = None
        self._hint: ScanHint | None = None
        held(self, least_height=100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(camera_words(self._status))

    def sizeHint(self) -> QSize:
        return QSize(px(self._ui.theme.size["aside"]), px(160))

    @property
    def status(self) -> CameraStatus:
        """What is shown."""
        return self._status

    @property
    def words(self) -> str:
        """The same in words, with what would help a code that is seen and not read yet."""
        if self._status is CameraStatus.READY and self._hint is not None:
            return hint_words(self._hint)
        return camera_words(self._status)

    def show_hint(self, hint: ScanHint | None) -> None:
        """What would help a code that is seen and not read yet; None: nothing."""
        self._hint = hint
        self.show_status(self._status)

    def show_status(self, status: CameraStatus) -> None:
        """Another state of the camera; without one the last picture goes."""
        self._status = status
        if status is not CameraStatus.READY:
            self._image = self._outline = self._hint = None
        self.setAccessibleName(self.words)
        self.update()
        self.status_changed.emit()

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        """The newest frame; `outline` in pixels of `image`."""
        self._image, self._outline = image, outline
        if self._status is not CameraStatus.READY:
            self.show_status(CameraStatus.READY)
            self._image, self._outline = image, outline
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_status(self._status)

    def forget(self) -> None:
        """No picture of a customer stays behind a lock."""
        self._image = self._outline = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._ui.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(theme.radius["l"]) - 1
        shape = QPainterPath()
        # Round above, straight below: the card goes on underneath.
        shape.addRoundedRect(QRectF(0, 0, self.width(), self.height() + radius), radius, radius)
        painter.setClipPath(shape)
        if self._image is not None and self._status is CameraStatus.READY:
            self._paint_frame(painter, self._image)
        else:
            ground = QLinearGradient(0, 0, self.width(), self.height())
            ground.setColorAt(0, theme.colour("camera_lift"))
            ground.setColorAt(1, theme.colour("camera"))
            painter.fillRect(self.rect(), ground)
            self._paint_waiting(painter)
        self._paint_words(painter)

    def _paint_frame(self, painter: QPainter, image: QImage) -> None:
        scale = max(self.width() / image.width(), self.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(left, top, width, height), image)
        if self._outline is not None:
            corners = QPolygonF([QPointF(left + x * scale, top + y * scale) for x, y in self._outline])
            pen = QPen(self._ui.theme.colour("outline"), 4)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(corners)

    def _paint_waiting(self, painter: QPainter) -> None:
        theme = self._ui.theme
        side = min(px(88), self.height() - px(72))
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2 - px(12), side, side)
        lost = self._status in (CameraStatus.LOST, CameraStatus.NONE)
        if lost:
            icon = self._ui.icons.pixmap("camera_off", "on_camera", 48, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - px(24)), round(box.center().y() - px(24)), icon)
            return
        tone = "outline" if self._status is CameraStatus.READY else "on_camera"
        pen = QPen(theme.colour(tone, 255 if self._status is CameraStatus.READY else 120), 3)
        painter.setPen(pen)
        painter.drawRoundedRect(box, px(theme.radius["m"]), px(theme.radius["m"]))

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._ui.theme
        painter.setFont(theme.font(self._ui.i18n.language, "caption"))
        words = self.words
        edge, high = px(theme.space["m"]), px(28)
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * edge
        box = QRect(edge, self.height() - high - edge, min(width, self.width() - 2 * edge), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("camera", 220))
        painter.drawRoundedRect(box, px(theme.radius["s"]), px(theme.radius["s"]))
        painter.setPen(theme.colour("on_camera"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
