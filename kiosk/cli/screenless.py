"""Qt for commands that paint into files: letters need fonts, and fonts an application, but nothing is shown."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


def application() -> QCoreApplication:
    """The application of this process, to be held while there is painting. On Linux it needs no display."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication([])
