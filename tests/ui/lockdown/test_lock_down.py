"""A station for customers over the demo store: nothing leads out of it but the door, and the store has its hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import home
from kiosk.demo.store.people import PIN
from kiosk.domain.lockdown.facts import LOCKDOWN_OPENED
from kiosk.domain.lockdown.hours import read_hours
from kiosk.domain.staff.facts import STAFF_SIGNED_IN
from kiosk.domain.stations import StationRole
from kiosk.ui.lockdown.door import LEFT_ALONE_MS, DoorSheet, WaysSheet
from kiosk.ui.lockdown.guard import CORNER, TAPS
from kiosk.ui.lockdown.lock_down import LockDown, LockDownSettings
from kiosk.ui.shell.switch import StationSheet
from kiosk.ui.stations.selfservice.attract import AttractScreen
from tests.ui.conftest import MakeStage
from tests.ui.hands import facts, sheet_of

HOURS = "daily 10:00-21:30"


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    return make_stage(role=StationRole.SELF_SERVICE)


@pytest.fixture
def lock(stage: Stage) -> Iterator[LockDown]:
    made = LockDown(stage.window, LockDownSettings(stage.clock, hours=read_hours(HOURS)))
    made.look()
    stage.settle()
    yield made
    made.guard.release()
    made.screen.stop()
    made.hours.stop()
    stage.settle()


def _press(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(stage.window.windowHandle(), QKeyEvent(kind, key, modifiers, text))
    stage.settle()


def _knock(stage: Stage) -> None:
    """Five taps in the corner."""
    for _ in range(TAPS):
        stage.clock.move(200)
        QTest.mousePress(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(CORNER // 2, CORNER // 2))
        QTest.mouseRelease(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(CORNER // 2, CORNER // 2))
    stage.settle()


def _enter_pin(stage: Stage) -> None:
    sheet = sheet_of(stage)
    assert isinstance(sheet, DoorSheet)
    stage.type(PIN)  # the only manager is chosen already
    stage.key(Qt.Key.Key_Return)


def test_the_window_fills_the_screen_and_nothing_of_the_shell_opens(stage: Stage, lock: LockDown) -> None:
    assert stage.window.isFullScreen()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11):
        for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            _press(stage, key, modifiers)
    assert sheet_of(stage) is None
    assert not stage.window.close()
    assert stage.window.isVisible()


def test_a_managers_pin_leaves_the_program_and_is_journalled(stage: Stage, lock: LockDown) -> None:
    left: list[bool] = []
    stage.window.quit_wanted.connect(lambda: left.append(True))
    home(stage)
    _knock(stage)
    _enter_pin(stage)
    assert isinstance(sheet_of(stage), WaysSheet)
    stage.key(Qt.Key.Key_2)
    assert left == [True]
    assert not stage.selfservice.busy(), "whoever was using it is signed off"
    (opened,) = facts(stage, LOCKDOWN_OPENED)
    assert (opened.actor, opened.body["way"], opened.body["approved_by"]) == ("1010", "leave", "1010")
    assert stage.window.close()


def test_only_managers_are_asked_and_a_wrong_pin_opens_nothing(stage: Stage, lock: LockDown) -> None:
    _press(stage, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    sheet = sheet_of(stage)
    assert isinstance(sheet, DoorSheet)
    stage.type("0000")
    stage.key(Qt.Key.Key_Return)
    assert sheet_of(stage) is sheet
    assert facts(stage, LOCKDOWN_OPENED) == []
    stage.key(Qt.Key.Key_Escape)
    assert sheet_of(stage) is None
    assert isinstance(stage.selfservice.flow.screen, AttractScreen)


def test_a_managers_badge_opens_it_and_a_clerks_does_not(stage: Stage, lock: LockDown) -> None:
    _knock(stage)
    stage.scan("S:1001")
    assert isinstance(sheet_of(stage), DoorSheet), "a clerk leaves no station for customers"
    stage.scan("M:m1")
    assert isinstance(sheet_of(stage), DoorSheet), "a customer's code opens nothing"
    assert stage.selfservice.flow.session.member is None, "and nobody is signed on behind the sheet"
    stage.scan("S:1010")
    assert isinstance(sheet_of(stage), WaysSheet)
    assert [fact.actor for fact in facts(stage, STAFF_SIGNED_IN)] == ["1001", "1010"]


def test_set_up_needs_no_second_pin(stage: Stage, lock: LockDown) -> None:
    _knock(stage)
    _enter_pin(stage)
    stage.key(Qt.Key.Key_1)
    sheet = sheet_of(stage)
    assert isinstance(sheet, StationSheet)
    stage.key(Qt.Key.Key_1)
    assert stage.window.station.role is StationRole.CHECKOUT
    assert not lock.guard.engaged
    assert not stage.window.isFullScreen()
    stage.window.closing.let_go()


def test_a_sheet_of_the_staffs_that_is_left_alone_goes(stage: Stage, lock: LockDown) -> None:
    _knock(stage)
    assert sheet_of(stage) is not None
    assert lock.door._alone.interval() == LEFT_ALONE_MS
    lock.door._alone.timeout.emit()
    stage.settle()
    assert sheet_of(stage) is None


# --- opening hours ---------------------------------------------------------------------------------------------------


def _at(stage: Stage, lock: LockDown, hour: int, minute: int = 0, day: int = 21) -> None:
    """So late it is in UTC; in Taipei eight hours later."""
    stage.clock.set(datetime(2026, 11, day, hour, minute, tzinfo=UTC))
    lock.hours.look()
    stage.settle()


def dark(lock: LockDown) -> bool:
    return lock.night.isVisible()


def lit(lock: LockDown) -> bool:
    return lock.night.lit


def test_it_is_dark_outside_opening_hours_and_says_when_they_begin(stage: Stage, lock: LockDown) -> None:
    assert not dark(lock), "14:26 in Taipei"
    _at(stage, lock, 13, 30)  # 21:30 in Taipei
    assert dark(lock)
    assert "10:00" in lock.night.words()
    stage.scan("M:m1")
    assert not stage.selfservice.busy(), "no code is heard of in the dark"
    assert not lit(lock)
    QTest.mousePress(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(500, 400))
    assert lit(lock)
    assert not stage.selfservice.busy(), "a customer's hand wakes it, and that is all"
    _knock(stage)
    assert isinstance(sheet_of(stage), DoorSheet), "a manager's hand gets in"
    stage.key(Qt.Key.Key_Escape)
    _at(stage, lock, 2, 0, day=22)
    assert not dark(lock)
    stage.scan("M:m1")
    assert stage.selfservice.busy()


def test_who_is_still_there_at_closing_time_ends_what_they_began(stage: Stage, lock: LockDown) -> None:
    home(stage)
    _at(stage, lock, 13, 31)
    assert not dark(lock)
    stage.selfservice.clear()
    lock.hours.look()
    assert dark(lock)


def test_a_clock_that_is_set_is_followed_both_ways(stage: Stage, lock: LockDown) -> None:
    _at(stage, lock, 20)
    assert dark(lock)
    _at(stage, lock, 5, day=20)
    assert not dark(lock)
    _at(stage, lock, 18, day=25)
    assert dark(lock)


def test_the_attract_loop_stands_still_in_the_dark(stage: Stage, lock: LockDown) -> None:
    screen = stage.selfservice.flow.screen
    assert isinstance(screen, AttractScreen)
    assert screen._turn.isActive()
    _at(stage, lock, 20)
    assert not screen._turn.isActive()
    _at(stage, lock, 5)
    assert screen._turn.isActive()


def test_the_cursor_is_given_back_at_the_end(stage: Stage, lock: LockDown) -> None:
    assert QApplication.overrideCursor() is not None
    lock.guard.release()
    assert QApplication.overrideCursor() is None
