"""Run by test_second_screen.py where Qt has two screens: what the second window does when one of them goes."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.second_screen import SecondScreen
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme


def main() -> None:
    """Prints, as JSON, where the customer's window was after each step; None: out of sight."""
    app = QApplication([])
    theme = load_theme("light")
    clerk = QWidget()
    clerk.setGeometry(0, 0, 800, 600)
    clerk.show()
    plugged_in: list[QScreen] = list(QGuiApplication.screens())
    second = SecondScreen(CustomerScreen(Ui(theme, I18n(theme, "en"))), clerk, sys.argv[1], lambda: plugged_in)
    steps: list[list[int] | None] = []

    def settle() -> None:
        for _ in range(5):
            QApplication.sendPostedEvents(None, QEvent.Type.None_.value)
            app.processEvents()
        place = second.screen.geometry()
        steps.append([place.x(), place.y(), place.width(), place.height()] if second.screen.isVisible() else None)

    settle()
    second.place()
    settle()
    # offscreen Qt activates every window that it shows; what other platforms go by is asked instead
    refuses = bool(second.screen.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus)
    refuses = refuses and second.screen.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    gone = plugged_in.pop()
    app.screenRemoved.emit(gone)
    steps.append(None if not second.screen.isVisible() else [0])  # at once, before any event
    settle()
    plugged_in.append(gone)
    app.screenAdded.emit(gone)
    settle()
    clerk.windowHandle().setScreen(gone)
    clerk.setGeometry(gone.geometry())
    settle()
    second.close()
    print(json.dumps({"steps": steps, "refuses_focus": refuses}))


if __name__ == "__main__":
    main()
