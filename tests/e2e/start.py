"""Starts the station as `kiosk run` does and says what came on the screen: `python -m tests.e2e.start FOLDER`.

Prints one line of JSON: {"station": true}, or what the fault page says. Then it presses "Quit", or closes the station.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from kiosk.cli_run import show
from kiosk.station import application
from kiosk.ui.checkout.window import CheckoutWindow
from kiosk.ui.fault_page import FaultWindow
from kiosk.ui.widgets.basics import Text
from tests.e2e.shop import settings_of


def look() -> None:
    """Say what stands there, once something does."""
    for window in application().topLevelWidgets():
        if isinstance(window, FaultWindow) and window.isVisible():
            body = window.body
            words = [text.text() for text in body.findChildren(Text) if text.isVisible()]
            said = {"code": body.report.code, "title": body.title.text(), "words": words}
            print(json.dumps(said), flush=True)
            body.quit.click()
            return
        if isinstance(window, CheckoutWindow) and window.isVisible():
            print(json.dumps({"station": True}), flush=True)
            application().quit()
            return


if __name__ == "__main__":
    application()
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    sys.exit(show(settings_of(Path(sys.argv[1]))))
