"""The law of a station for customers: no widget has a way out of the program.

No link that opens, no text that can be marked, dragged or copied, no menu, no drop, no dialog of the system.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

_OPENS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_MARKED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard

NEVER_IMPORTED = frozenset(
    {
        "QDesktopServices",
        "QFileDialog",
        "QColorDialog",
        "QFontDialog",
        "QInputDialog",
        "QMessageBox",
        "QPrintDialog",
        "QPrintPreviewDialog",
        "QTextBrowser",
        "QMenu",
        "QDrag",
        "QProcess",
        "webbrowser",
        "startDetached",
    }
)
"""Names that no source of a customers' station has a use for: they open what is not the program's."""


def ways_out(root: QWidget) -> list[str]:
    """Every widget below `root`, and `root` itself, that leads out of it, in words."""
    return [
        f"{widget.objectName() or type(widget).__name__}: {what}"
        for widget in (root, *root.findChildren(QWidget))
        for what in _leads_out(widget)
    ]


def windows_beside(root: QWidget) -> list[str]:
    """Windows of the program that are shown and are not `root`'s."""
    return [
        f"a window of its own: {type(window).__name__}"
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window is not root.window()
    ]


def _leads_out(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if widget.openExternalLinks():
            yield "its links open"
        if widget.textInteractionFlags() & _MARKED:
            yield "its text can be marked and dragged"
    if isinstance(widget, QTextBrowser):
        yield "a browser"
    if isinstance(widget, QTextEdit | QPlainTextEdit) and widget.textInteractionFlags() & _OPENS:
        yield "its links open"
    if isinstance(widget, QAbstractItemView) and widget.dragEnabled():
        yield "its items can be dragged"
    if isinstance(widget, QMenu | QDialog):
        yield "a menu or a dialog"
    if widget.contextMenuPolicy() in (
        Qt.ContextMenuPolicy.ActionsContextMenu,
        Qt.ContextMenuPolicy.CustomContextMenu,
    ):
        yield "a menu of its own"


def names_never_imported(folder: Path) -> list[str]:
    """Sources below `folder` that name what a customers' station has no use for."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = {alias.name for alias in node.names} if isinstance(node, ast.Import | ast.ImportFrom) else set()
            if isinstance(node, ast.Attribute):
                named.add(node.attr)
            found += [f"{path}:{node.lineno}: {name}" for name in sorted(named & NEVER_IMPORTED)]  # type: ignore[attr-defined]
    return found
