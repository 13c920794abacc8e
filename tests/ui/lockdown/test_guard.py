"""What gets through to a station for customers, and what does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from kiosk.ui.lockdown.guard import CORNER, TAPS, WITHIN_MS, Guard, passes

NONE, CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)


class Locked(QWidget):
    """A window with a field, locked down, and what became of what was done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(600, 400)
        self.field = QLineEdit(self)
        self.field.setGeometry(200, 200, 200, 40)
        self.keys: list[int] = []
        self.mono = 0
        self.may_close = False
        self.doors = 0
        self.guard = Guard(self, lambda: self.may_close, lambda: self.mono)
        self.guard.door_wanted.connect(self._on_door)

    def _on_door(self) -> None:
        self.doors += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())


@pytest.fixture
def locked(qapp: QApplication) -> Iterator[Locked]:
    made = Locked()
    made.guard.engage()
    made.show()
    made.field.setFocus()
    yield made
    made.guard.release()
    made.may_close = True
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def _press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, modifiers, text))


LEAVES = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_W, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_O, CTRL),
    (Qt.Key.Key_P, CTRL),
    (Qt.Key.Key_F9, CTRL),
    (Qt.Key.Key_F11, NONE),
    (Qt.Key.Key_F1, NONE),
    (Qt.Key.Key_F2, NONE),
    (Qt.Key.Key_F10, NONE),
    (Qt.Key.Key_Escape, CTRL),
    (Qt.Key.Key_Escape, CTRL | SHIFT),
    (Qt.Key.Key_Delete, CTRL | ALT),
    (Qt.Key.Key_Super_L, NONE),
    (Qt.Key.Key_Meta, NONE),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_Menu, NONE),
    (Qt.Key.Key_Print, NONE),
    (Qt.Key.Key_Back, NONE),
    (Qt.Key.Key_HomePage, NONE),
    (Qt.Key.Key_LaunchMail, NONE),
    (Qt.Key.Key_Search, NONE),
    (Qt.Key.Key_Help, NONE),
    (Qt.Key.Key_Space, ALT),
]


@pytest.mark.parametrize(("key", "modifiers"), LEAVES)
def test_keys_that_lead_elsewhere_reach_nobody(locked: Locked, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    locked.field.clearFocus()
    locked.setFocus()
    _press(locked, key, modifiers)
    assert locked.keys == []
    assert locked.isVisible()
    assert locked.doors == 0


def test_letters_digits_and_what_moves_the_focus_get_through(locked: Locked) -> None:
    for char in "Aß9陳@ ":
        _press(locked, Qt.Key(ord(char.upper()) if char.isascii() else 0), NONE, char)
    _press(locked, Qt.Key.Key_Q, CTRL | ALT, "@")  # AltGr
    assert locked.field.text() == "Aß9陳@ @"
    _press(locked, Qt.Key.Key_Backspace)
    assert locked.field.text() == "Aß9陳@ "
    _press(locked, Qt.Key.Key_Return)
    assert locked.keys == [Qt.Key.Key_Return]


@given(
    st.sampled_from([key for key in Qt.Key if key is not Qt.Key.Key_unknown]),
    st.lists(st.sampled_from([CTRL, ALT, SHIFT, META]), max_size=4),
    st.sampled_from(["", "a", "\x11", "\x1b", "\n"]),
)
def test_no_command_passes_whatever_the_key(key: Qt.Key, held: list[Qt.KeyboardModifier], text: str) -> None:
    modifiers = NONE
    for one in held:
        modifiers |= one
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    if passes(event):
        modifiers = event.modifiers()  # a key that is a modifier itself counts
        altgr = modifiers & (CTRL | ALT) == CTRL | ALT and text.isprintable() and bool(text)
        assert altgr or not modifiers & (CTRL | ALT | META)
        assert not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 or text == "a"


def test_no_menu_opens_by_button_key_or_long_press(locked: Locked) -> None:
    handle = locked.windowHandle()
    where = locked.field.geometry().center()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(handle, button, NONE, where)
    QCoreApplication.sendEvent(handle, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, where))
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, where)
    assert locked.field.hasFocus()


def test_nothing_is_dropped_into_it(locked: Locked) -> None:
    data = QMimeData()
    data.setText("a file")
    event = QDragEnterEvent(QPoint(250, 210), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    event.ignore()
    QCoreApplication.sendEvent(locked.windowHandle(), event)
    assert not event.isAccepted()


def test_it_closes_only_when_somebody_may(locked: Locked) -> None:
    assert not locked.close()
    assert locked.isVisible()
    locked.may_close = True
    assert locked.close()


def test_taps_in_the_corner_and_the_hidden_key_open_the_door(locked: Locked) -> None:
    handle = locked.windowHandle()

    def tap(where: QPoint, after_ms: int = 300) -> None:
        locked.mono += after_ms
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, where)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, where)

    corner, elsewhere = QPoint(CORNER // 2, CORNER // 2), QPoint(300, 300)
    for _ in range(TAPS):
        tap(corner)
    assert locked.doors == 1
    for _ in range(TAPS - 1):
        tap(corner)
    tap(elsewhere)
    tap(corner)
    assert locked.doors == 1, "somebody who taps here and there"
    locked.mono += WITHIN_MS
    for _ in range(2 * TAPS):
        tap(corner, WITHIN_MS // 3)
    assert locked.doors == 1, "a child that drums slowly"
    _press(locked, Qt.Key.Key_F9, CTRL | SHIFT)
    assert locked.doors == 2
    assert locked.keys == []


def test_the_cursor_is_there_while_a_mouse_moves(locked: Locked) -> None:
    def shape() -> Qt.CursorShape:
        cursor = QApplication.overrideCursor()
        assert cursor is not None
        return cursor.shape()

    assert shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(locked.windowHandle(), QPoint(50, 50))
    QTest.mouseMove(locked.windowHandle(), QPoint(60, 60))
    assert shape() is Qt.CursorShape.ArrowCursor
    touch = QTest.createTouchDevice()
    QTest.touchEvent(locked.windowHandle(), touch).press(0, QPoint(70, 70)).commit()
    assert shape() is Qt.CursorShape.BlankCursor
    QTest.touchEvent(locked.windowHandle(), touch).release(0, QPoint(70, 70)).commit()


def test_released_it_is_a_window_like_others(locked: Locked) -> None:
    locked.guard.release()
    assert QApplication.overrideCursor() is None
    locked.setFocus()
    _press(locked, Qt.Key.Key_F11)
    assert locked.keys == [Qt.Key.Key_F11]
