"""A window of the system."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Window(QWidget):
    """It becomes as large as whoever drags it, or the system, wants it; what is in it takes the scale of that size.

    On Windows Qt asks a window that has a height for its width how high it has to be, before it gets a new size. Its
    layout would answer in the scale of the size before: the window would stay higher than the screen, and the keys at
    its foot lie below the task bar.
    """

    def hasHeightForWidth(self) -> bool:
        return False
