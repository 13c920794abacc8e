"""Starts the station as `kiosk run` does and says what came on the screen: `python -m tests.e2e.start FOLDER`, and URL
and CODE where the enrolment page is to be filled in.

Prints one line of JSON: {"station": true}, what the fault page says, or what the enrolment page says when URL and CODE
were typed. Then it presses "Quit", or closes the station.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from kiosk.cli.run import show
from kiosk.station import application
from kiosk.ui.shell.enrolment import EnrolmentWindow
from kiosk.ui.shell.fault_page import FaultWindow
from kiosk.ui.shell.window import ShellWindow
from kiosk.ui.widgets.basics import Text
from tests.e2e.shop import settings_of


@dataclass
class Typed:
    """What is to be typed into the enrolment page."""

    url: str
    code: str
    done: bool = False


def look(typed: Typed | None) -> None:
    """Say what stands there, once something does."""
    for window in application().topLevelWidgets():
        if isinstance(window, FaultWindow) and window.isVisible():
            body = window.body
            words = [text.text() for text in body.findChildren(Text) if text.isVisible()]
            said = {"code": body.report.code, "title": body.title.text(), "words": words}
            print(json.dumps(said), flush=True)
            body.quit.click()
            return
        if isinstance(window, EnrolmentWindow) and window.isVisible():
            _enrol(window, typed)
            return
        if isinstance(window, ShellWindow) and window.isVisible():
            print(json.dumps({"station": True}), flush=True)
            application().quit()
            return


def _enrol(window: EnrolmentWindow, typed: Typed | None) -> None:
    """Type what the command line gave, say what comes of it; without anything to type, leave."""
    page = window.page
    if typed is None:
        print(json.dumps({"enrolment": page.title.text()}), flush=True)
        page.quit.click()
    elif not typed.done:
        typed.done = True
        page.address.setText(typed.url)
        page.code.setText(typed.code)
        page.go.click()
    elif page.problem.isVisible():
        print(json.dumps({"enrolment": page.problem.text()}), flush=True)
        page.quit.click()


def main(words: Sequence[str]) -> int:
    """The command."""
    folder, *asked = words
    application()
    timer = QTimer()
    typed = Typed(asked[0], asked[1]) if asked else None
    timer.timeout.connect(lambda: look(typed))
    timer.start(20)
    return show(settings_of(Path(folder)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
