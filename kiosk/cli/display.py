"""Where there is no display, Qt aborts the whole process. Here that becomes one line and exit code 2."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.cli.arguments import complain


@contextmanager
def display_needed(command: str, *, quiet: bool = False) -> Iterator[None]:
    """While the first window system connection is made: Qt's last words become a line that says what to do,
    or nothing when something was said already (`quiet`)."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            heard.append(text)
            return
        why = next((line for line in heard if "display" in line or "plugin" in line), text.partition("\n")[0])
        if not quiet:
            complain(command, f"no display: {why.strip().rstrip('.')}; sign in to a desktop, or set DISPLAY")
        # Qt aborts as soon as this returns: nothing was begun that would have to be put away
        sys.stderr.flush()
        os._exit(2)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for text in heard:
            print(text, file=sys.stderr)
