"""Keys that are held back and given on later, as Qt would have given them on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key that is held back, and the window it was meant for."""

    window: QWindow
    press: QKeyEvent
    release: QKeyEvent

    @staticmethod
    def of(window: QWindow, event: QKeyEvent) -> HeldKey:
        """A copy: Qt's own event does not outlive its delivery."""
        return HeldKey(window, _copy(event, QEvent.Type.KeyPress), _copy(event, QEvent.Type.KeyRelease))

    def give_on(self) -> None:
        """To a shortcut, else to the window. To nobody when the window is gone."""
        if not shiboken6.isValid(self.window):
            return
        override = _copy(self.press, QEvent.Type.ShortcutOverride)
        override.ignore()
        QCoreApplication.sendEvent(self.window, override)
        if not override.isAccepted() and _use_shortcut(self.press):
            return
        for event in (self.press, self.release):
            if shiboken6.isValid(self.window):  # the press may have closed it
                QCoreApplication.sendEvent(self.window, event)


def identity_of(event: QKeyEvent) -> tuple[int, int]:
    """What the press and the release of one key have in common."""
    # The letter of a key changes with Shift between press and release; its place on the keyboard does not.
    code = event.nativeScanCode()
    return (code, 0) if code else (0, event.key())


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _use_shortcut(event: QKeyEvent) -> bool:
    """Set off the one shortcut that the key stands for in the active window; False if there is none.

    Qt looks shortcuts up before a key event exists and not again when one is sent, so a key that was held
    back needs this. Of keys with Ctrl only Ctrl B is held back; the others, and those with Alt, take Qt's own way.
    """
    window = QApplication.activeWindow()
    if window is None:
        return False
    pressed = QKeySequence(event.keyCombination())
    fire: list[Callable[[], None]] = []
    for shortcut in window.findChildren(QShortcut):
        keys = shortcut.keys()
        if shortcut.isEnabled() and pressed in keys and _reaches(shortcut.context(), shortcut.parent()):
            fire.append(shortcut.activated.emit)
    for action in window.findChildren(QAction):
        if action.isEnabled() and pressed in action.shortcuts():
            owners = action.associatedObjects()
            if any(_reaches(action.shortcutContext(), owner) for owner in owners):
                fire.append(action.trigger)
    for button in window.findChildren(QAbstractButton):
        if button.isEnabled() and button.isVisible() and pressed == button.shortcut():
            fire.append(button.animateClick)
    if len(fire) != 1:  # none, or several that Qt would call ambiguous
        return False
    fire[0]()
    return True


def _reaches(context: Qt.ShortcutContext, owner: QObject | None) -> bool:
    """True if a shortcut of `owner` holds where the focus is."""
    if not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    focus = QApplication.focusWidget()
    if context == Qt.ShortcutContext.WidgetShortcut:
        return focus is owner
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return focus is not None and (focus is owner or owner.isAncestorOf(focus))
    return True
