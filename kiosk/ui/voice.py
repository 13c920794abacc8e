"""What is said aloud by a screen reader when nothing that has the focus would say it: verdicts, notices, choices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Voice(QObject):
    """Announces.

    Signals:
        said(str, bool): what, and whether it breaks in on what is being read.
    """

    said = Signal(str, bool)

    def say(self, widget: QWidget, *words: str, now: bool = False) -> None:
        """Announce on behalf of a widget; empty words are left out. `now`: a verdict, which does not wait."""
        text = " ".join(word.strip() for word in words if word.strip())
        if not text:
            return
        self.said.emit(text, now)
        event = QAccessibleAnnouncementEvent(widget, text)
        if now:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
