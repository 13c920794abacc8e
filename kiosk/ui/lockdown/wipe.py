"""What somebody left in widgets and clipboards, taken away when their session is over.

A field that is cleared still knows what was in it (undo), text that was marked lies in the system's clipboard on X11,
and pictures stay in Qt's cache. What was freed is written over by the system's memory manager where it can
(`kiosk/watchdog/forgetting.py`).
"""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_CLIPBOARDS = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)


def wipe_widgets(root: QWidget) -> None:
    """Empty every field below `root` and what it could undo to. What labels and lists show is for whoever shows it:
    pages of a session are deleted, not emptied."""
    for field in (*root.findChildren(QLineEdit), *([root] if isinstance(root, QLineEdit) else [])):
        field.setText("")  # `clear` could be undone
    areas: list[QTextEdit | QPlainTextEdit] = [*root.findChildren(QTextEdit), *root.findChildren(QPlainTextEdit)]
    for area in areas:
        area.setPlainText("")
        area.document().clearUndoRedoStacks()


def wipe_surroundings() -> None:
    """Empty the clipboards and the pictures that Qt keeps. What another program has put into the clipboard goes,
    too: at a station for customers there is none."""
    clipboard = QGuiApplication.clipboard()
    for mode in _CLIPBOARDS:
        if mode is QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        if mode is QClipboard.Mode.FindBuffer and not clipboard.supportsFindBuffer():
            continue
        clipboard.clear(mode)
    QPixmapCache.clear()
