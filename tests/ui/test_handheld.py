"""Handheld scanners in real windows: keys take Qt's own way, from the window down to the widget."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.keyboard_layouts import LayoutMixup, MixupKind
from kiosk.domain.scan.keystrokes import KeystrokeSettings
from kiosk.ui.shell.handheld import HandheldScanner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


class Till(QWidget):
    """A window with a field, a button, a shortcut on a digit, and a scanner at the keyboard."""

    def __init__(self, settings: KeystrokeSettings | None = None) -> None:
        super().__init__()
        self.now = 100.0
        self.field, self.button = QLineEdit(), QPushButton("pay")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.button.setDefault(True)
        self.clicks = self.shortcuts = 0
        self.button.clicked.connect(self._clicked)
        self.shortcut = QShortcut(QKeySequence("1"), self)
        self.shortcut.activated.connect(self._shortcut)
        self.scans: list[ScanEvent] = []
        self.mixups: list[LayoutMixup] = []
        self.handheld = HandheldScanner(settings, clock=self._clock, key_clock=self._key_clock, parent=self)
        self.handheld.scanned.connect(self.scans.append)
        self.handheld.mixed_up.connect(self.mixups.append)

    def _clicked(self) -> None:
        self.clicks += 1

    def _shortcut(self) -> None:
        self.shortcuts += 1

    def _clock(self) -> float:
        return self.now

    def _key_clock(self, _event: QKeyEvent) -> float:
        return self.now

    def keys(self, text: str, gap: float) -> None:
        """Press and release the keys of a text, `gap` seconds apart, as the operating system would hand them on."""
        window = self.windowHandle()
        for char in text:
            self.now += gap
            if char in "\r\t":
                QTest.keyClick(window, Qt.Key.Key_Return if char == "\r" else Qt.Key.Key_Tab)
            else:
                QTest.keyClick(window, char)  # type: ignore[call-overload]  # missing in PySide6's stubs

    def typed(self, text: str, gap: float) -> None:
        """A person: every key comes after the one before was given up waiting for."""
        for char in text:
            self.keys(char, gap)
            if gap > 0.1:
                self.handheld.settle()

    def pause(self) -> None:
        """Nobody touches anything."""
        self.handheld.settle()
        self.now += 5


@pytest.fixture
def till(qtbot: QtBot, qapp: QApplication) -> Iterator[Till]:
    window = Till()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.handheld.install(qapp)
    yield window
    window.handheld.remove(qapp)


def test_a_scan_reaches_nothing_but_the_scanner_wherever_the_focus_is(till: Till) -> None:
    for focus in (till.field, till.button, till):
        focus.setFocus()
        till.scans.clear()
        till.keys(TOKEN + "\r", 0.004)
        assert [(s.text, s.source, s.symbology) for s in till.scans] == [
            (TOKEN, ScanSource.HANDHELD, Symbology.UNKNOWN)
        ]
        till.pause()
    assert (till.field.text(), till.clicks, till.shortcuts) == ("", 0, 0)
    assert till.scans[0].seen_mono < till.now


def test_a_window_that_comes_later_is_listened_to_as_well(till: Till, qtbot: QtBot) -> None:
    later = QLineEdit()
    qtbot.addWidget(later)
    with qtbot.waitActive(later):
        later.show()
        later.activateWindow()
    for char in "4006381333931\r":
        till.now += 0.004
        QTest.keyClick(later.windowHandle(), char)  # type: ignore[call-overload]  # missing in PySide6's stubs
    assert [s.text for s in till.scans] == ["4006381333931"]
    assert later.text() == ""
    for count in range(12):
        till.now += 0.005
        QCoreApplication.sendEvent(later, QInputMethodEvent("ㄎㄏㄅ"[: count % 3 + 1], []))
    till.handheld.settle()
    assert [m.kind for m in till.mixups] == [MixupKind.INPUT_METHOD]


def test_tab_ends_a_scan_and_does_not_move_the_focus(till: Till) -> None:
    till.field.setFocus()
    till.keys("4006381333931\t", 0.010)
    assert [s.text for s in till.scans] == ["4006381333931"]
    assert till.field.hasFocus()


def test_a_typed_text_reaches_the_field_unchanged(till: Till) -> None:
    till.field.setFocus()
    till.typed("Chen 138-0013", 0.18)
    till.handheld.settle()
    assert till.field.text() == "Chen 138-0013"
    assert till.scans == []


@pytest.mark.parametrize("gap", [0.06, 0.08, 0.095, 0.15])
def test_a_fast_hand_on_the_number_block_is_no_scan(till: Till, gap: float) -> None:
    till.field.setFocus()
    entered: list[str] = []
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.typed("12850050\r", gap)
    till.handheld.settle()
    assert entered == ["12850050"]
    assert till.scans == []


def test_a_few_keys_at_once_are_no_scan(till: Till) -> None:
    till.field.setFocus()
    till.keys("4567\r", 0.002)
    assert till.field.text() == "4567"
    assert till.scans == []


def test_a_shortcut_on_a_digit_still_works_for_a_person(till: Till) -> None:
    till.button.setFocus()
    till.typed("1", 1.0)
    till.handheld.settle()
    assert till.shortcuts == 1
    till.field.setFocus()
    till.pause()
    till.typed("1", 1.0)
    till.handheld.settle()
    assert (till.shortcuts, till.field.text()) == (1, "1")


def test_enter_and_space_press_the_button_when_a_person_presses_them(till: Till) -> None:
    till.button.setFocus()
    till.keys("\r", 1.0)
    till.handheld.settle()
    assert till.clicks == 1
    till.keys(" ", 1.0)
    till.handheld.settle()
    assert till.clicks == 2
    assert not till.button.isDown()


def test_a_late_enter_of_the_scanner_does_not_press_anything(till: Till) -> None:
    entered: list[str] = []
    till.field.setFocus()
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.keys(TOKEN, 0.004)
    till.handheld.settle()
    till.keys("\r", 0.15)
    assert ([s.text for s in till.scans], entered) == ([TOKEN], [])
    till.keys("\r", 2.0)
    assert entered == [""]


def test_typing_right_before_a_scan_stays_typing(till: Till) -> None:
    till.field.setFocus()
    till.typed("25", 0.2)
    till.now += 0.3
    till.keys(TOKEN + "\r", 0.005)
    assert till.field.text() == "25"
    assert [s.text for s in till.scans] == [TOKEN]


def test_commands_and_editing_keys_pass_and_end_what_was_held(till: Till) -> None:
    till.field.setFocus()
    till.keys("ab", 0.01)
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_Backspace)
    assert till.field.text() == "a"
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert till.field.selectedText() == "a"


def test_the_gap_timer_gives_a_lone_key_on_by_itself(till: Till, qtbot: QtBot) -> None:
    till.field.setFocus()
    till.keys("7", 1.0)
    assert till.field.text() == ""
    qtbot.waitUntil(lambda: till.field.text() == "7")


def test_caps_lock_is_repaired_and_said(till: Till) -> None:
    till.keys(TOKEN.swapcase() + "\r", 0.005)
    assert [m.kind for m in till.mixups] == [MixupKind.CAPS_LOCK]
    assert [s.text for s in till.scans] == [TOKEN]


def test_a_layout_that_loses_letters_is_said_and_not_guessed(till: Till) -> None:
    german = TOKEN.translate(str.maketrans(":-/+ZY", "Öß-`YZ"))
    till.handheld.settle()
    window = till.windowHandle()
    for char in german:
        till.now += 0.004
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(
                window, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            )
    till.keys("\r", 0.004)
    assert till.scans == []
    assert [(m.kind, m.computer, m.repaired) for m in till.mixups] == [(MixupKind.OTHER_LAYOUT, "de", None)]


def test_a_prefix_that_the_scanner_was_told_to_type_is_cut_off(qtbot: QtBot, qapp: QApplication) -> None:
    window = Till(KeystrokeSettings(prefix="~", min_length=3))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.handheld.install(qapp)
    window.keys("~12345\r", 0.09)  # too slow for a scanner without a prefix
    window.handheld.remove(qapp)
    assert [s.text for s in window.scans] == ["12345"]


def test_a_scan_into_an_input_method_is_explained(till: Till) -> None:
    till.field.setFocus()
    for count in range(12):
        till.now += 0.005
        QCoreApplication.sendEvent(till.field, QInputMethodEvent("ㄎㄏㄅ"[: count % 3 + 1], []))
    till.handheld.settle()
    assert [m.kind for m in till.mixups] == [MixupKind.INPUT_METHOD]


def test_a_person_at_an_input_method_is_left_alone(till: Till) -> None:
    till.field.setFocus()
    for step in ("c", "ch", "che", "chen"):
        till.now += 0.2
        QCoreApplication.sendEvent(till.field, QInputMethodEvent(step, []))
    done = QInputMethodEvent()
    done.setCommitString("陳")
    till.now += 0.2
    QCoreApplication.sendEvent(till.field, done)
    till.handheld.settle()
    assert (till.mixups, till.field.text()) == ([], "陳")


def test_keys_held_back_are_given_on_when_listening_ends(till: Till, qapp: QApplication) -> None:
    till.field.setFocus()
    till.keys("9", 1.0)
    till.handheld.remove(qapp)
    assert till.field.text() == "9"


def test_the_filter_lives_with_its_parent(till: Till) -> None:
    assert isinstance(till.handheld, QObject)
    assert till.handheld.parent() is till
