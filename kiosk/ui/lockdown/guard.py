"""What gets through to a station for customers: letters, Enter, Tab, arrows, the left button and fingers. Nothing else.

An event filter on the window of the system, behind the handheld scanner's (which has to see Ctrl and Alt), before
shortcuts, menus and widgets. What the system itself does with a key is not seen here: docs/kiosk-lockdown.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_BUTTONS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.NativeGesture,
        QEvent.Type.Gesture,
    }
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MOVING = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Shift,
    }
)

DOOR_KEY = Qt.Key.Key_F9
_DOOR_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TAPS, WITHIN_MS = 5, 4_000
CORNER = 96
"""Logical pixels of the upper left corner that are tapped so many times within that."""
CURSOR_MS = 4_000
"""A mouse that rests so long is not there."""


def passes(event: QKeyEvent) -> bool:
    """Whether a key is one that a customer may press."""
    command = event.modifiers() & _COMMAND
    if event.key() in _MOVING:
        return not command
    text = event.text()
    typed = bool(text) and text.isprintable()
    # Control and Alt together are AltGr on Windows, which types letters
    return typed and command in (Qt.KeyboardModifier.NoModifier, _ALTGR)


class SystemKeys(Protocol):
    """Keeps keys from the system itself, where a program can."""

    def hold(self) -> bool:
        """From now on. False where nothing is kept."""

    def release(self) -> None:
        """The system has its keys again."""


class NoKeys:
    """Where there is nothing that a program could do."""

    def hold(self) -> bool:
        return False

    def release(self) -> None:
        pass


class Guard(QObject):
    """Lives in the GUI thread. `engage` and `release` as often as the station changes.

    Signals:
        door_wanted(): the hidden key, or the taps in the corner.
        touched(): somebody pressed a key, a button or the screen.
    """

    door_wanted = Signal()
    touched = Signal()

    def __init__(
        self,
        window: QWidget,
        may_close: Callable[[], bool],
        mono_ms: Callable[[], int],
        system: SystemKeys | None = None,
    ) -> None:
        """`may_close`: whether the window may be closed now, since a manager said so."""
        super().__init__(window)
        self._window, self._may_close, self._mono_ms = window, may_close, mono_ms
        self._system = system or NoKeys()
        self._handle: QWindow | None = None
        self._taps: list[int] = []
        self._pointing = False
        self._on = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CURSOR_MS)
        self._rest.timeout.connect(self._hide_cursor)

    @property
    def engaged(self) -> bool:
        """Whether it is on."""
        return self._on

    def engage(self) -> None:
        """Let nothing else through from now on."""
        if self._on:
            return
        self._on = True
        self._window.installEventFilter(self)
        self._watch()
        self._system.hold()
        QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._pointing = False

    def release(self) -> None:
        """Let everything through again."""
        if not self._on:
            return
        self._on = False
        self._rest.stop()
        self._system.release()
        self._window.removeEventFilter(self)
        if self._handle is not None and shiboken6.isValid(self._handle):
            self._handle.removeEventFilter(self)
            self._grab(False)
        self._handle = None
        QApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            return self._of_the_widget(event)
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in _BUTTONS and isinstance(event, QMouseEvent):
            return self._button(event)
        if kind is QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            self._hide_cursor()
            self.touched.emit()
        elif kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._moved(event)
        return kind in _NEVER

    # --- the window ----------------------------------------------------------------------------------------------

    def _of_the_widget(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            self._watch()  # other flags, or another screen, make another window of the system
        if event.type() is QEvent.Type.Close and not self._may_close():
            event.ignore()
            return True
        return False

    def _watch(self) -> None:
        handle = self._window.windowHandle()
        if handle is None or handle is self._handle:
            return
        if self._handle is not None and shiboken6.isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = handle
        handle.installEventFilter(self)
        self._grab(True)

    def _grab(self, on: bool) -> None:
        """On X11 what the window manager does with Alt Tab and the like is done with no more."""
        if self._handle is not None and QGuiApplication.platformName() == "xcb":
            self._handle.setKeyboardGrabEnabled(on)

    # --- keys and fingers ----------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self.touched.emit()
            if event.key() == DOOR_KEY and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _DOOR_WITH:
                if not event.isAutoRepeat():
                    self.door_wanted.emit()
                return True
        if passes(event):
            return False
        event.accept()  # else an accepted ShortcutOverride would have come to nobody, and a shortcut been looked for
        return True

    def _button(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return True
        if event.type() is not QEvent.Type.MouseButtonRelease:
            if _finger(event):
                self._hide_cursor()
            self.touched.emit()
            self._tapped(event.position())
        return False

    def _tapped(self, where: QPointF) -> None:
        now = self._mono_ms()
        if where.x() > CORNER or where.y() > CORNER:
            self._taps.clear()
            return
        self._taps = [at for at in self._taps if now - at <= WITHIN_MS] + [now]
        if len(self._taps) >= TAPS:
            self._taps.clear()
            self.door_wanted.emit()

    def _moved(self, event: QMouseEvent) -> None:
        if _finger(event):
            self._hide_cursor()
        elif not self._pointing:
            self._pointing = True
            QApplication.changeOverrideCursor(Qt.CursorShape.ArrowCursor)
            self._rest.start()
        else:
            self._rest.start()

    def _hide_cursor(self) -> None:
        self._rest.stop()
        if self._on and self._pointing:
            self._pointing = False
            QApplication.changeOverrideCursor(Qt.CursorShape.BlankCursor)


def _finger(event: QMouseEvent) -> bool:
    """Whether the system, or Qt, made a mouse of a finger."""
    device = event.pointingDevice()
    return event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized or (
        device is not None and device.type() is QInputDevice.DeviceType.TouchScreen
    )
