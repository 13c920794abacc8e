"""The learning scan in the shell: by a manager, with the scanner's own keys; tried, kept or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.setting_up_states import open_scanner_sheet, scan_of
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.ui.shell.scanner_sheet import CODE, ScannerSheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from tests.ui.hands import notice, press, sheet_of

CTRL = Qt.KeyboardModifier.ControlModifier


class Gun:
    """A handheld scanner at the stage's window."""

    def __init__(self, stage: Stage, gap: float, end: str = "\r") -> None:
        self.now, self._gap, self._end, self._stage = 50.0, gap, end, stage
        stage.handheld._key_clock = lambda _event: self.now
        stage.handheld._clock = lambda: self.now
        self.scans: list[ScanEvent] = []
        stage.handheld.scanned.connect(self._on_scanned)

    def _on_scanned(self, event: ScanEvent) -> None:
        self.scans.append(event)
        self._stage.window.on_scan(event)

    def scan(self, text: str) -> None:
        """The keys of one pull of the trigger, then silence."""
        window = self._stage.window.windowHandle()
        sheet = sheet_of(self._stage)
        if isinstance(sheet, ScannerSheet):
            sheet.watch._key_clock = lambda _event: self.now
        for char in text + self._end:
            self.now += self._gap
            key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(char)
            if key is None:
                QTest.keyClick(window, char)  # type: ignore[call-overload]  # missing in PySide6's stubs
            else:
                QTest.keyClick(window, key)
        self.now += 2
        if isinstance(sheet, ScannerSheet):
            sheet.watch.end_scan()
        self._stage.handheld.settle()
        self._stage.settle()


@pytest.fixture
def listening(stage: Stage) -> Iterator[Stage]:
    """A stage whose window has a keyboard with a scanner among it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    stage.handheld.install(app)
    yield stage
    stage.handheld.remove(app)


def test_a_manager_has_the_terminal_learn_its_scanner(listening: Stage) -> None:
    stage = listening
    stage.basket()
    before = stage.handheld.settings
    sheet = open_scanner_sheet(stage)
    gun = Gun(stage, 0.004)
    for done in (1, 2):
        gun.scan(CODE)
        assert str(done) in sheet.count.text()
        assert stage.handheld.settings is before
    gun.scan(CODE)
    assert [value.text() for _, value in sheet.lines] == ["快，手打不出來", "4 毫秒，最長 4 毫秒", "無", "Enter"]
    assert not sheet.advice.isVisible()
    assert stage.handheld.settings.alone_s == 0
    gun.scan("8800000013")
    assert sheet.tried.text() == "讀到：8800000013"
    assert stage.learned == []
    press(stage, "scanner_keep", sheet)
    assert sheet_of(stage) is None
    (learned,) = stage.learned
    assert stage.handheld.settings == learned.settings != before
    assert "學會" in notice(stage)
    assert stage.checkout.page.quote.isVisible()  # the sale is where it was
    gun.scan("8800000013")
    assert gun.scans[-1].text == "8800000013"


def test_by_keys_alone_and_discarded(listening: Stage) -> None:
    stage = listening
    stage.sign_in(4)
    before = stage.handheld.settings
    sheet = open_scanner_sheet(stage)
    gun = Gun(stage, 0.004, "\t")
    for _ in range(3):
        gun.scan(CODE)
    assert sheet.lines[3][1].text() == "Tab"
    assert QApplication.focusWidget() is sheet  # an Enter that gets through presses nothing
    stage.key(Qt.Key.Key_Return)
    assert sheet_of(stage) is sheet
    stage.key(Qt.Key.Key_Escape)
    assert sheet_of(stage) is None
    assert (stage.handheld.settings, stage.learned) == (before, [])
    sheet = open_scanner_sheet(stage)
    for _ in range(3):
        sheet.on_watched(scan_of(CODE + "\r", 0.004))
    for _ in range(6):
        if QApplication.focusWidget() is sheet.keep:
            break
        stage.window.overlay.focusNextPrevChild(True)
    stage.key(Qt.Key.Key_Space)
    assert len(stage.learned) == 1


def test_escape_by_hand_closes_while_the_keys_are_watched(listening: Stage) -> None:
    stage = listening
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    gun = Gun(stage, 0.004)
    gun.scan(CODE)
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_Escape)
    stage.settle()
    assert sheet_of(stage) is None
    assert sheet.kept is False
    gun.scan("8800000013")
    assert [event.text for event in gun.scans] == ["8800000013"]  # and the scanner is the shop's again


def test_a_scanner_whose_short_codes_would_stay_as_digits_is_told(listening: Stage) -> None:
    stage = listening
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    gun = Gun(stage, 0.080, end="")
    for _ in range(3):
        gun.scan(CODE)
    assert sheet.lines[0][1].text() == "慢，像手打"
    assert sheet.lines[3][1].text() == "無"
    assert "送 Enter" in sheet.advice.text()
    press(stage, "scanner_again", sheet)
    assert sheet.code.isVisible()
    gun = Gun(stage, 0.080)
    for _ in range(3):
        gun.scan(CODE)
    assert "字元間隔" in sheet.advice.text()
    assert "送 Enter" not in sheet.advice.text()


def test_prefixes_are_learned_and_kinds_of_codes_are_none(listening: Stage) -> None:
    stage = listening
    stage.sign_in(4)
    for before, prefix in (("~~", "~~"), ("]Q1", "無"), ("~]Q1", "~")):
        sheet = open_scanner_sheet(stage)
        gun = Gun(stage, 0.004)
        for _ in range(3):
            gun.scan(before + CODE)
        assert sheet.lines[2][1].text() == prefix
        stage.key(Qt.Key.Key_Escape)


def test_alt_and_the_number_block_is_known_as_such(listening: Stage) -> None:
    stage = listening
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    gun = Gun(stage, 0.0)
    sheet.watch._key_clock = lambda _event: gun.now
    block = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    plain, down, up = Qt.KeyboardModifier.NoModifier, QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for _ in range(3):
        for char in CODE + "\r":
            digits = [(kind, Qt.Key(ord(digit)), block) for digit in f"{ord(char):03}" for kind in (down, up)]
            for kind, key, modifiers in ((down, Qt.Key.Key_Alt, plain), *digits, (up, Qt.Key.Key_Alt, plain)):
                gun.now += 0.006
                QApplication.sendEvent(stage.window.windowHandle(), QKeyEvent(kind, key, modifiers, ""))
        gun.now += 2
        sheet.watch.end_scan()
    assert sheet.lines[0][1].text() == "用 Alt 加數字鍵"
    assert not sheet.advice.isVisible()


def test_what_says_nothing_is_told_and_may_be_done_again(stage: Stage) -> None:
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    cases = [
        (["K:+/-48\r"] * 3, 0.004, "別的內容"),
        ([CODE + "\r", "K:+/-483\r", CODE + "\r"], 0.004, "不一樣"),
        ([CODE + "\r"] * 3, 0.4, "太慢"),
        (["\r" + CODE + "\r"] * 3, 0.06, "前綴"),
    ]
    for scans, gap, told in cases:
        for text in scans:
            sheet.on_watched(scan_of(text, gap))
        assert told in sheet.advice.text()
        assert sheet.code.isVisible()
        assert not sheet.keep.isVisible()
    for _ in range(3):
        sheet.on_watched(scan_of(CODE + "\r", 0.004))
    assert sheet.keep.isVisible()


def test_a_settings_file_that_cannot_be_written_is_said(stage: Stage) -> None:
    stage.sign_in(4)
    stage.may_keep = False
    sheet = open_scanner_sheet(stage)
    before = sheet._before
    for _ in range(3):
        sheet.on_watched(scan_of(CODE + "\r", 0.004))
    press(stage, "scanner_keep", sheet)
    assert sheet_of(stage) is sheet
    assert "設定檔" in sheet.tried.text()
    stage.window.lock()
    stage.settle()
    assert stage.handheld.settings == before  # whatever takes the sheet away


def test_it_takes_a_manager(stage: Stage) -> None:
    stage.sign_in(1)
    stage.key(Qt.Key.Key_F9, modifiers=CTRL)
    press(stage, "scanner_learn")
    approval = sheet_of(stage)
    assert isinstance(approval, ApprovalSheet)
    stage.type("9" + PIN[1:])
    stage.key(Qt.Key.Key_Return)
    assert sheet_of(stage) is approval


def test_other_sources_are_not_the_handheld_scanner(stage: Stage) -> None:
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    for _ in range(3):
        sheet.on_watched(scan_of(CODE + "\r", 0.004))
    before = sheet.tried.text()
    stage.window.on_scan(ScanEvent("8800000013", Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    stage.settle()
    assert sheet.tried.text() == before
