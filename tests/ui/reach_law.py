"""The law of reach: what a hand, a finger and who listens to the screen need, in whatever state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.ui.widgets.keypad import Keypad
from tests.ui.screen_law import small_targets

IDS = re.compile(r"[0-9a-fA-F]{16,}|\b[0-9a-f]{8}-[0-9a-f]{4}-")


def scope_of(stage: Stage) -> QWidget:
    """Where something can be done now."""
    return stage.window.overlay.sheet or stage.window


def shown(scope: QWidget) -> Iterator[QWidget]:
    return (widget for widget in scope.findChildren(QWidget) if widget.isVisible())


def nameless(scope: QWidget) -> list[str]:
    """What can have the focus and does not say what it is."""
    found = []
    for widget in shown(scope):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        known = QAccessible.queryAccessibleInterface(widget)
        if known is None or not known.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def keyless(scope: QWidget) -> list[str]:
    """Fields that can be typed into and have no keys on the screen."""
    return [
        field.objectName()
        for field in shown(scope)
        if isinstance(field, QLineEdit) and not field.isReadOnly() and not has_keys(field, scope)
    ]


def has_keys(field: QLineEdit, scope: QWidget) -> bool:
    if scope.findChild(QAbstractButton, f"{field.objectName()}_keys") is not None:
        return True
    if any(one.property("shared_keys") for one in scope.findChildren(QAbstractButton)):
        return True
    return any(pad.isVisible() for pad in scope.findChildren(Keypad))


def ids(window: QWidget) -> list[str]:
    """Numbers of ours that are nobody's to read."""
    words = []
    for widget in shown(window):
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QPushButton | QLineEdit):
            words.append(widget.text())
    return [text for text in words if IDS.search(text)]


def beyond_reach(stage: Stage) -> list[str]:
    """All that breaks the law where something can be done now."""
    scope = scope_of(stage)
    return [*small_targets(scope), *nameless(scope), *keyless(scope), *ids(stage.window)]
