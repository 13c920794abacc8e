"""Pages that show what the camera sees."""

from __future__ import annotations

from PySide6.QtGui import QImage

from kiosk.domain.scan.events import CameraStatus, Outline
from kiosk.domain.scan.hints import ScanHint
from kiosk.ui.stations.selfservice.flow import Screen
from kiosk.ui.stations.selfservice.viewfinder import Viewfinder


class LookingScreen(Screen):
    """Subclasses put `camera` where it belongs."""

    camera: Viewfinder

    def show_camera(self, status: CameraStatus) -> None:
        self.camera.show_status(status)

    def show_frame(self, image: QImage, outline: Outline | None) -> None:
        self.camera.show_frame(image, outline)

    def show_hint(self, hint: ScanHint | None) -> None:
        self.camera.show_hint(hint)

    def retire(self) -> None:
        super().retire()
        self.camera.forget()
