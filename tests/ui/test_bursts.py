"""A scanner's keys in the real window decide nothing, wherever they go: no sale, no void, no PIN, no page left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.facts import STAFF_PIN_FAILED
from kiosk.ui.shell.handheld import BLOCK, HandheldScanner
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sheets import FindMemberSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.hands import ENTER, F3, F8, facts, notice, phase_of, sheet_of, undone

CARD = "4006381333931"
FAST = (0.003,)
UNEVEN = (0.045, 0.090, 0.060, 0.075)


class Wedge:
    """A scanner that is a keyboard, at a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.now = stage, 100.0
        self.scans: list[str] = []
        self.asked = 0
        self.handheld = HandheldScanner(clock=lambda: self.now, key_clock=self._at)
        self.handheld.scanned.connect(self._on_scan)
        self.handheld.unsure.connect(self._on_unsure)

    def _at(self, _event: QKeyEvent) -> float:
        return self.now

    def _on_scan(self, event: ScanEvent) -> None:
        self.scans.append(event.text)
        self.stage.window.on_scan(event)

    def _on_unsure(self) -> None:
        self.asked += 1

    def send(self, text: str, gaps: tuple[float, ...]) -> None:
        """One burst, and nothing after it."""
        self.now += 5
        for index, char in enumerate(text):
            self.now += gaps[index % len(gaps)]
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(char, Qt.Key(ord(char)))
            QTest.keyClick(self.stage.window.windowHandle(), key)
        self.handheld.settle()
        self.stage.settle()

    def press(self, key: Qt.Key) -> None:
        """A person presses a key."""
        self.now += 5
        QTest.keyClick(self.stage.window.windowHandle(), key)
        self.handheld.settle()
        self.stage.settle()


@pytest.fixture
def wedge(stage: Stage, qapp: QApplication) -> Iterator[Wedge]:
    made = Wedge(stage)
    made.handheld.install(qapp)
    yield made
    made.handheld.remove(qapp)


def priced(stage: Stage) -> None:
    stage.sign_in()
    stage.type("2000")
    assert stage.checkout.flow.amount.minor == 200_000


def test_a_burst_sells_nothing_and_leaves_the_amount(stage: Stage, wedge: Wedge) -> None:
    priced(stage)
    before = QApplication.focusWidget()
    for code, end in product(("4", "45", "4567", CARD), ("\r", "\t", "\r\r", "")):
        if len(code + end) < 2:
            continue
        wedge.scans.clear()
        wedge.send(code + end, FAST)
        assert wedge.scans == [code], (code, end)
        assert stage.checkout.flow.amount.text == "2000", (code, end)
        assert facts(stage, SALE_COMPLETED) == [], (code, end)
        assert phase_of(stage) is Phase.ENTRY, (code, end)
        assert QApplication.focusWidget() is before, (code, end)


def test_a_slow_card_sells_nothing_and_leaves_the_amount(stage: Stage, wedge: Wedge) -> None:
    priced(stage)
    for gaps, end in product((UNEVEN, (0.1,), (0.07,)), ("\r", "\t", "")):
        wedge.scans.clear()
        wedge.send(CARD + end, gaps)
        assert wedge.scans == [CARD], (gaps, end)
        assert stage.checkout.flow.amount.text == "2000", (gaps, end)
        assert facts(stage, SALE_COMPLETED) == [], (gaps, end)


def test_a_stumble_makes_no_amount_of_a_code(stage: Stage, wedge: Wedge) -> None:
    priced(stage)
    for spot, pause in product((1, 2, 5, 13), (0.10, 0.15, 0.25)):
        gaps = [0.004] * len(CARD + "\r")
        gaps[spot] = pause
        wedge.scans.clear()
        wedge.send(CARD + "\r", tuple(gaps))
        assert wedge.scans == [CARD], (spot, pause)
        assert stage.checkout.flow.amount.text == "2000", (spot, pause)
        assert facts(stage, SALE_COMPLETED) == [], (spot, pause)


def test_a_short_code_of_a_slow_scanner_asks_instead_of_selling(stage: Stage, wedge: Wedge) -> None:
    priced(stage)
    wedge.send("4567\r", UNEVEN)
    assert wedge.asked == 1
    assert facts(stage, SALE_COMPLETED) == []
    assert phase_of(stage) is Phase.ENTRY


def test_a_person_still_sells(stage: Stage, wedge: Wedge) -> None:
    stage.sign_in()
    for key in (Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_2, ENTER):
        wedge.press(key)
    assert phase_of(stage) is Phase.DONE
    assert len(facts(stage, SALE_COMPLETED)) == 1


def test_a_burst_after_f8_voids_nothing(stage: Stage, wedge: Wedge) -> None:
    stage.basket()
    wedge.press(ENTER)
    assert phase_of(stage) is Phase.DONE
    for code, gaps in product(("1", "12", "4567", CARD), (FAST, UNEVEN)):
        if code == "1" and gaps is UNEVEN:  # one slow key and Enter are a person's: nobody's code is one letter
            continue
        wedge.press(F8)
        sheet = sheet_of(stage)
        assert isinstance(sheet, VoidSheet), (code, gaps)
        wedge.send(code + "\r", gaps)
        assert undone(stage) == [], (code, gaps)
        assert sheet_of(stage) is sheet, (code, gaps)
        wedge.press(Qt.Key.Key_Escape)  # what is said of the code
        if sheet_of(stage) is not None:
            wedge.press(Qt.Key.Key_Escape)
        assert sheet_of(stage) is None, (code, gaps)


def test_bursts_at_the_lock_are_no_pins(stage: Stage, wedge: Wedge) -> None:
    stage.sign_in()
    stage.window.lock()
    stage.settle()
    for code, gaps in product(("14567", "112345", CARD), (FAST, UNEVEN)):
        for _ in range(6):
            wedge.send(code + "\r", gaps)
            wedge.press(Qt.Key.Key_Escape)
        assert facts(stage, STAFF_PIN_FAILED) == [], (code, gaps)
        assert stage.window.actor is None, (code, gaps)


@pytest.mark.parametrize("gaps", [FAST, UNEVEN])
def test_in_the_find_field_a_burst_is_a_scan(stage: Stage, wedge: Wedge, gaps: tuple[float, ...]) -> None:
    stage.sign_in()
    wedge.press(F3)
    sheet = sheet_of(stage)
    assert isinstance(sheet, FindMemberSheet)
    seen: list[str] = []
    sheet.field.textChanged.connect(seen.append)
    wedge.send(CARD + "\r", gaps)
    assert wedge.scans == [CARD]
    assert (seen[-1:] or [""]) == [""]
    assert stage.checkout.flow.amount.text == ""


def test_a_number_block_that_types_nothing_says_why(stage: Stage, wedge: Wedge) -> None:
    stage.sign_in()
    keypad = Qt.KeyboardModifier.KeypadModifier
    quiet = []
    for key, digit in BLOCK.items():
        wedge.now += 5
        QTest.keyClick(stage.window.windowHandle(), key, keypad)
        wedge.handheld.settle()
        stage.settle()
        typed = key == Qt.Key(Qt.Key.Key_0 + int(digit))
        assert stage.checkout.flow.amount.text == (digit if typed else ""), key
        told = stage.window.notices.isVisible() and "Num Lock" in notice(stage)
        assert not (typed and told), key
        if not typed and not told:
            quiet.append(key)  # it moved something: the clerk sees that
        stage.window.notices.put_away()
        stage.checkout.flow.clear()
    assert set(quiet) <= {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
