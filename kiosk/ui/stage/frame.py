"""The areas of the big screen at any size."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from kiosk.ui.stage.scene import Scene


class Frame:
    """The screen's areas. `unit`: a hundredth of its shorter side, less where it is much wider than high."""

    def __init__(self, width: float, height: float, *, rehearsal: bool = False) -> None:
        self.whole = QRectF(0, 0, width, height)
        self.unit = unit = min(width / 1.5, height) / 100
        top = unit * 8 if rehearsal else 0
        self.band = QRectF(0, 0, width, top)
        self.inner = self.whole.adjusted(unit * 7.5, top + unit * 5.5, -unit * 7.5, -unit * 5)
        self.head = QRectF(self.inner.left(), self.inner.top(), self.inner.width(), unit * 14)
        code = unit * 16
        self.code = QRectF(self.inner.right() - code, self.inner.bottom() - code, code, code)
        self.foot = QRectF(
            self.inner.left(), self.inner.bottom() - unit * 12, self.inner.width() - code * 1.25, unit * 12
        )
        self.middle = QRectF(
            self.inner.left(),
            self.head.bottom() + unit * 2,
            self.inner.width(),
            self.code.top() - self.head.bottom() - unit * 3.5,
        )


def frame_of(scene: Scene, width: float, height: float) -> Frame:
    """The areas for a scene."""
    return Frame(width, height, rehearsal=scene.rehearsed())
