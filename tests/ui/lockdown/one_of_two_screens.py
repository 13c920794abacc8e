"""Run by test_screen_keeper.py where Qt has two screens: where a station's window is as screens and hands change."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.lockdown.screen_keeper import ScreenKeeper


def main() -> None:
    """Prints, as JSON, where the window was after each step; None: out of sight."""
    app = QApplication([])
    window = QWidget()
    window.resize(800, 600)
    window.show()
    plugged_in: list[QScreen] = list(QGuiApplication.screens())
    keeper = ScreenKeeper(window, sys.argv[1], lambda: plugged_in)
    steps: dict[str, list[int] | None] = {}

    def settle(step: str) -> None:
        for _ in range(6):
            QApplication.sendPostedEvents(None, QEvent.Type.None_.value)
            app.processEvents()
        place = window.geometry()
        shown = window.isVisible() and window.isFullScreen()
        steps[step] = [place.x(), place.y(), place.width(), place.height()] if shown else None

    keeper.start()
    settle("placed")
    window.showMinimized()
    settle("minimized")
    window.showNormal()
    window.setGeometry(10, 10, 300, 200)
    settle("dragged")
    if len(plugged_in) > 1:
        gone = plugged_in.pop(1)
        app.screenRemoved.emit(gone)
        settle("gone")
        plugged_in.append(gone)
        app.screenAdded.emit(gone)
        settle("back")
    frameless = bool(window.windowFlags() & Qt.WindowType.FramelessWindowHint)
    keeper.stop()
    app.processEvents()
    steps["let go"] = None if not window.isFullScreen() else [0]
    print(json.dumps({"steps": steps, "frameless": frameless}))


if __name__ == "__main__":
    main()
