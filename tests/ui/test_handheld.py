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

    def control(self, letter: str, gap: float) -> None:
        """Ctrl and a key, as systems hand it on: with a control character for its text."""
        self.now += gap
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = chr(ord(letter) & 0x1F)
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.ControlModifier, text)
            event.ignore()
            QApplication.sendEvent(self.windowHandle(), event)

    def hand(self, text: str, gap: float) -> None:
        """A fast hand on the number block: every key is let go a little after the next is pressed."""
        window, before = self.windowHandle(), None
        for char in text:
            key = Qt.Key.Key_Return if char == "\r" else Qt.Key(ord(char))
            self.now += gap
            QTest.keyPress(window, key)
            if before is not None:
                self.now += 0.02
                QTest.keyRelease(window, before)
            before = key
        assert before is not None
        self.now += 0.02
        QTest.keyRelease(window, before)

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
    till.hand("12850450\r", gap)
    till.handheld.settle()
    assert entered == ["12850450"]
    assert till.scans == []


@pytest.mark.parametrize("end", ["\r", "\t", "\r\r"])
@pytest.mark.parametrize("code", ["4", "45", "4567"])
def test_a_few_keys_at_once_are_a_scan_however_few(till: Till, code: str, end: str) -> None:
    entered: list[str] = []
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.field.setText("20")
    till.field.setFocus()
    till.keys(code + end, 0.003)
    till.handheld.settle()
    assert [s.text for s in till.scans] == [code]
    assert (till.field.text(), entered, till.field.hasFocus()) == ("20", [], True)


def test_a_slow_scan_is_taken_back_without_a_trace(till: Till) -> None:
    till.field.setText("20.00")
    till.field.setFocus()
    till.field.setSelection(0, 2)
    edited: list[str] = []
    till.field.textEdited.connect(edited.append)
    for index, char in enumerate("4006381333931\r"):
        till.keys(char, 0.045 + index % 4 * 0.015)
    assert [s.text for s in till.scans] == ["4006381333931"]
    assert (till.field.text(), till.field.selectedText(), edited[-1]) == ("20.00", "20", "20.00")


def test_the_enter_after_a_few_slow_keys_asks(till: Till) -> None:
    entered: list[str] = []
    asked: list[bool] = []
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.handheld.unsure.connect(lambda: asked.append(True))
    till.field.setFocus()
    till.keys("4567\r", 0.08)
    till.handheld.settle()
    assert (till.field.text(), entered, asked, till.scans) == ("4567", [], [True], [])
    till.keys("\r", 1.0)
    till.handheld.settle()
    assert entered == ["4567"]


def alt_and(till: Till, digits: str, gap: float) -> None:
    """Alt held down, digits of the number block, Alt let go. (QTest would press Alt anew for every digit.)"""
    block = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    clicks = [(kind, Qt.Key(ord(digit)), block) for digit in digits for kind in (press, release)]
    plain = Qt.KeyboardModifier.NoModifier
    for kind, key, modifiers in ((press, Qt.Key.Key_Alt, plain), *clicks, (release, Qt.Key.Key_Alt, plain)):
        till.now += gap
        QCoreApplication.sendEvent(till.windowHandle(), QKeyEvent(kind, key, modifiers, ""))


@pytest.mark.parametrize("gap", [0.001, 0.004, 0.015])
@pytest.mark.parametrize("form", ["{}", "0{}"])
def test_alt_and_the_number_block_is_a_scanner(till: Till, gap: float, form: str) -> None:
    entered: list[str] = []
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.field.setFocus()
    for char in "KC1:0":
        alt_and(till, form.format(ord(char)), gap)
    till.keys("\r", 0.004)
    assert [s.text for s in till.scans] == ["KC1:0"]
    assert (till.field.text(), entered) == ("", [])


def test_alt_and_single_digits_at_a_machines_pace_do_nothing(till: Till) -> None:
    unreadable: list[bool] = []
    till.handheld.unreadable.connect(lambda: unreadable.append(True))
    till.shortcut.setKey(QKeySequence("Alt+2"))
    for digit in "2322":
        QTest.keyClick(till.windowHandle(), Qt.Key(ord(digit)), Qt.KeyboardModifier.AltModifier)
        till.now += 0.003
    till.keys("\r", 0.003)
    till.handheld.settle()
    assert (till.shortcuts, till.clicks, till.scans, unreadable) == (0, 0, [], [True])


def test_alt_and_one_digit_stay_a_persons(till: Till) -> None:
    got: list[tuple[Qt.Key, Qt.KeyboardModifier]] = []
    till.keyPressEvent = lambda event: got.append((Qt.Key(event.key()), event.modifiers()))  # type: ignore[method-assign]
    till.setFocus()
    till.now += 1
    alt_and(till, "2", 0.05)
    assert [key for key, _ in got] == [Qt.Key.Key_Alt]
    till.handheld.settle()
    assert [key for key, _ in got] == [Qt.Key.Key_Alt, Qt.Key.Key_2]
    assert got[1][1] & Qt.KeyboardModifier.AltModifier


def test_a_key_held_down_repeats_nothing_but_what_corrects(till: Till) -> None:
    till.field.setText("1234567")
    till.field.setFocus()
    window = till.windowHandle()
    for key, text in ((Qt.Key.Key_0, "0"), (Qt.Key.Key_Backspace, "")):
        till.now += 1
        QTest.keyPress(window, key)
        till.handheld.settle()
        for _ in range(3):
            till.now += 0.03
            QCoreApplication.sendEvent(
                window, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True)
            )
        QTest.keyRelease(window, key)
        till.handheld.settle()
    assert till.field.text() == "1234"
    assert till.scans == []


def test_what_got_past_an_input_method_is_no_code_and_is_taken_back(till: Till) -> None:
    till.field.setText("old")
    till.field.setFocus()
    for char in "ㄎ4006381ㄏ333931":
        if char in "ㄎㄏ":
            till.now += 0.004
            event = QInputMethodEvent()
            event.setCommitString(char)
            QCoreApplication.sendEvent(till.field, event)
        else:
            till.keys(char, 0.004)
    till.keys("\r", 0.004)
    till.handheld.settle()
    assert till.scans == []
    assert [m.kind for m in till.mixups] == [MixupKind.INPUT_METHOD]
    assert till.field.text() == "old"


def test_where_no_text_is_wanted_the_input_method_is_off(till: Till) -> None:
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    till.field.setFocus()
    assert till.field.testAttribute(enabled)
    till.button.setAttribute(enabled)
    till.button.setFocus()
    assert not till.button.testAttribute(enabled)
    till.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    till.field.setFocus()
    assert not till.field.testAttribute(enabled)


@pytest.mark.parametrize("code", ["4006381333931", "4567", "]d2010400638\x1d10AB12"])
@pytest.mark.parametrize(("before", "after"), [("B", "\r"), ("B", "C"), ("", "C"), ("", "M"), ("B", "J"), ("", "\rC")])
def test_a_scanner_may_press_control_and_a_key_around_a_code(till: Till, before: str, after: str, code: str) -> None:
    """STX, ETX, carriage return, line feed and the separator of GS1 codes, as keys; none of them decides anything."""
    QShortcut(QKeySequence("Ctrl+B"), till).activated.connect(till._shortcut)
    till.field.setFocus()
    till.typed("7", 1.0)
    till.now += 1.0
    for letter in before:
        till.control(letter, 0.004)
    for char in code:
        till.control("]", 0.004) if char == "\x1d" else till.keys(char, 0.004)
    for char in after:
        till.keys(char, 0.004) if char == "\r" else till.control(char, 0.004)
    assert [s.text for s in till.scans] == [code]
    till.pause()
    assert (till.field.text(), till.shortcuts, till.clicks) == ("7", 0, 0)


def test_control_and_a_letter_stay_a_persons(till: Till) -> None:
    QShortcut(QKeySequence("Ctrl+B"), till).activated.connect(till._shortcut)
    till.field.setFocus()
    till.typed("12", 0.2)
    till.control("B", 0.1)
    till.handheld.settle()
    assert (till.field.text(), till.shortcuts) == ("12", 1)
    till.control("A", 0.2)
    till.control("C", 0.2)
    assert QApplication.clipboard().text() == "12"
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


@pytest.mark.parametrize("code", ["AB 12", "12 34", " 4567", "A  B", "9 ", "AB 12 CD 34 EF 56"])
@pytest.mark.parametrize("gaps", [(0.004,), (0.045, 0.09, 0.06, 0.075), (0.11,), (0.036,)])
@pytest.mark.parametrize("end", ["\r", "\t", ""])
def test_a_space_in_a_code_presses_nothing(till: Till, code: str, gaps: tuple[float, ...], end: str) -> None:
    asked: list[bool] = []
    till.handheld.unsure.connect(lambda: asked.append(True))
    till.button.setFocus()
    for at, char in enumerate(code + end):
        till.keys(char, gaps[at % len(gaps)])
    till.pause()
    assert till.clicks == 0
    assert [s.text for s in till.scans] == [code] or len(asked) == 1


def test_a_late_enter_of_the_scanner_does_not_press_anything(till: Till) -> None:
    entered: list[str] = []
    till.field.setFocus()
    till.field.returnPressed.connect(lambda: entered.append(till.field.text()))
    till.keys(TOKEN, 0.004)
    till.handheld.settle()
    till.keys("\r", 0.15)
    assert ([s.text for s in till.scans], entered) == ([TOKEN], [])
    till.keys("\r", 2.0)
    till.handheld.settle()
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
    till.typed("ab", 0.2)
    till.now += 0.2
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_Backspace)
    till.handheld.settle()
    assert till.field.text() == "a"
    till.typed("b", 0.2)
    till.now += 0.2
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert till.field.selectedText() == "ab"


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
    window = Till(KeystrokeSettings(prefix="~"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.handheld.install(qapp)
    window.keys("~12345\r", 0.09)  # too slow and too short without a prefix
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
