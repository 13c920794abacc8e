"""What Qt says in the log of things that are expected on paper, and told otherwise, is not said."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLoggingCategory


@lru_cache(maxsize=1)
def quiet() -> None:
    """For a script that no font shapes Qt lists every font of the system; of a broken picture it says what it lacks.
    Where QT_LOGGING_RULES says otherwise, that counts."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false\nqt.gui.imageio*=false")
