"""Room left empty above a page, so that all of it is within reach of who sits or is small."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.context import Ui
from kiosk.ui.widgets.basics import Panel

SHARE = 0.42
"""Of a tall screen. 1080×1920 on a stand has its upper edge at 1.8 m and more; what lies below this is under 1.2 m."""


class ReachSpace(Panel):
    """Nothing, or the upper part of a tall screen. It stands first in a page's column."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        self.setObjectName("reach_space")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        ui.comfort_changed.connect(self._fit)
        self._fit()

    def retheme(self) -> None:
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        tall = window is not self and window.height() > window.width()
        wanted = round(window.height() * SHARE) if self.ui.comfort.reach and tall else 0
        self.setFixedHeight(wanted)
        self.setVisible(bool(wanted))
