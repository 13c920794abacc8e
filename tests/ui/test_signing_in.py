"""Who works here: PINs, badges, waits, the lock, switching the clerk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.people import PIN
from kiosk.domain.staff.facts import STAFF_LOCKED, STAFF_SIGNED_IN, STAFF_SIGNED_OUT
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.protocol.rows import encode_row
from kiosk.ui.shell.signin.sheets import SwitchClerkSheet
from tests.ui.hands import ENTER, ESC, facts, sales, sheet_of

# --- staff -----------------------------------------------------------------------------------------------------------


def test_wrong_pins_wait_and_the_wait_counts_down(stage: Stage) -> None:
    entry = stage.window.sign_in.entry
    stage.type("1")
    stage.type("9999")
    stage.key(ENTER)
    assert "再錯 2 次" in entry.problem.text()
    for _ in range(2):
        stage.type("9999")
        stage.key(ENTER)
    assert "5 秒" in entry.problem.text()
    stage.type(PIN)
    stage.key(ENTER)
    assert stage.window.actor is None
    stage.clock.move(3_000)
    entry._on_tick()
    assert "2 秒" in entry.problem.text()
    assert entry.buttons[0].role.text() == "請等 2 秒"
    stage.clock.move(2_001)
    entry._on_tick()
    assert entry.problem.text() == ""
    stage.type(PIN)
    stage.key(ENTER)
    assert stage.window.actor is not None


def test_a_pin_does_not_stay_on_the_screen(stage: Stage) -> None:
    entry = stage.window.sign_in.entry
    stage.type("1830")
    assert entry.dots.text() == "●  ●  ●"
    assert not any(PIN[:3] in label for label in (entry.dots.text(), entry.prompt.text()))
    stage.key(ESC)
    assert entry.dots.text() == ""
    assert entry.chosen is None


def test_f9_and_a_digit_switch_the_clerk_and_the_sale_goes_on(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9)
    assert isinstance(sheet_of(stage), SwitchClerkSheet)
    stage.type("1" + PIN)
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.name == "周建宏"
    assert stage.window.header.clerk.words() == "周建宏"
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None
    assert [(fact.kind, fact.body["staff"]) for fact in facts(stage)[-2:]] == [
        (STAFF_SIGNED_IN, "1002"), (STAFF_SIGNED_OUT, "1001"),
    ]  # fmt: skip
    stage.key(ENTER)
    assert sales(stage)[0].clerk == "周建宏"


def test_a_badge_switches_the_clerk_at_any_time(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9)
    stage.scan("S:1010")
    assert not stage.window.overlay.isVisible()
    assert stage.window.actor is not None
    assert stage.window.actor.name == "許志豪"
    stage.scan("S:4711")
    assert stage.checkout.page.side.refusal_shown


def test_whom_hq_stops_works_no_longer_and_the_sale_stays(stage: Stage) -> None:
    stage.basket()
    people = {one.id: one for one in stage.store.ledger.run(lambda tx: tx.staff())}

    def publish(person: StaffMember) -> None:
        row = (person.id, 2, encode_row(person).decode())
        stage.store.ledger.run(lambda tx: tx.put_staff([row], []))
        stage.window.on_reference_changed()
        stage.settle()

    def works() -> str | None:
        return stage.window.actor.name if stage.window.actor is not None else None

    publish(replace(people["1002"], active=False))  # somebody else
    assert works() == "林雅婷"
    publish(replace(people["1001"], active=False, pin_hash=None))
    assert works() is None
    assert facts(stage)[-1].kind == STAFF_LOCKED
    assert "總部更改了林雅婷" in stage.window.sign_in.more.text()
    assert stage.window.sign_in.entry.chosen is None
    assert "1001" not in {button.person.id for button in stage.window.sign_in.entry.buttons if button.person}
    publish(people["1001"])  # a slip of the pen at HQ
    stage.type("1" + PIN)
    stage.key(ENTER)
    stage.window._on_second()
    assert works() == "林雅婷"
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None


def test_another_role_is_taken_up_by_signing_in_again(stage: Stage) -> None:
    stage.sign_in()
    person = next(one for one in stage.store.ledger.run(lambda tx: tx.staff()) if one.id == "1001")
    row = ("1001", 2, encode_row(replace(person, role=Role.MANAGER)).decode())
    stage.store.ledger.run(lambda tx: tx.put_staff([row], []))
    stage.window.on_reference_changed()
    stage.settle()
    assert facts(stage)[-1].kind == STAFF_LOCKED
    stage.type(PIN)  # whose PIN is asked for is chosen
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.role is Role.MANAGER


def test_the_station_locks_itself_and_keeps_the_sale_for_the_same_clerk(stage: Stage, qtbot: QtBot) -> None:
    stage.basket()
    stage.clock.move(179_000)
    stage.window._on_second()
    assert stage.window.actor is not None
    with qtbot.waitSignal(stage.window.locked):
        stage.clock.move(1_000)
        stage.window._on_second()
    stage.settle()
    assert not stage.checkout.page.isVisible()
    assert (facts(stage)[-1].kind, facts(stage)[-1].actor) == (STAFF_LOCKED, "1001")
    stage.type(PIN)  # the last clerk is asked at once
    stage.key(ENTER)
    assert stage.checkout.page.quote.total.text() == "NT$379"


def test_a_key_that_wakes_the_machine_finds_nobody_signed_in(stage: Stage) -> None:
    """Eight hours of sleep have passed by the clock before anything else is told."""
    stage.basket()
    stage.clock.move(8 * 3_600_000)
    before = stage.api.recent_sales(50)
    QTest.keyClick(stage.window.windowHandle(), ENTER)
    assert stage.window.actor is None
    assert stage.api.recent_sales(50) == before


def test_a_scan_that_wakes_the_machine_finds_nobody_signed_in(stage: Stage) -> None:
    stage.basket()
    stage.clock.move(8 * 3_600_000)
    stage.scan("M:m1")
    assert stage.window.actor is None


def test_any_key_click_or_scan_puts_the_lock_off(stage: Stage) -> None:
    stage.sign_in()
    window = stage.window.windowHandle()  # where the system hands keys and clicks over

    def key() -> None:
        QTest.keyClick(window, Qt.Key.Key_1)

    def click() -> None:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    def scan() -> None:
        stage.scan("M:m1")

    for act in (key, click, scan):
        stage.clock.move(180_000)
        act()
        stage.window._on_second()
        assert stage.window.actor is not None


def test_after_a_lock_somebody_else_begins_afresh(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F10)
    assert stage.checkout.page.side.camera._image is None
    stage.key(ESC)
    stage.type("2" + PIN)
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.name == "周建宏"
    assert stage.checkout.flow.empty


# --- signing in ------------------------------------------------------------------------------------------------------


def test_news_from_hq_do_not_take_the_pin_back(stage: Stage) -> None:
    stage.type("2" + PIN[:2])
    stage.window.on_reference_changed()
    stage.settle()
    entry = stage.window.sign_in.entry
    assert entry.chosen is not None
    assert entry.chosen.id == "1002"
    stage.type(PIN[2:])
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.id == "1002"


def test_somebody_else_may_take_over_a_locked_till_whatever_hq_sends(stage: Stage) -> None:
    stage.sign_in()
    stage.window.lock()
    stage.settle()
    stage.key(ESC)
    stage.type("2" + PIN[:1])
    stage.window.on_reference_changed()
    stage.settle()
    stage.type(PIN[1:])
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.id == "1002"


def test_the_wait_after_wrong_pins_counts_down(stage: Stage) -> None:
    STATES["sign_in_wait"](stage)
    entry = stage.window.sign_in.entry
    assert "5 秒" in entry.problem.text()
    stage.clock.move(3_000)
    entry._on_tick()
    assert "2 秒" in entry.problem.text()
    stage.type(PIN)
    assert entry.dots.text() == ""
    stage.clock.move(2_000)
    entry._on_tick()
    assert entry.problem.text() == ""
    stage.type(PIN)
    stage.key(ENTER)
    assert stage.window.actor is not None


def test_the_lock_comes_over_an_open_sheet(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F8)
    stage.clock.move(10 * 60_000)
    stage.window._on_second()
    stage.settle()
    assert stage.window.actor is None
    assert sheet_of(stage) is None
    assert stage.window.sign_in.isVisible()
    stage.type(PIN)
    stage.key(ENTER)
    assert stage.checkout.page.quote.total.text() == "NT$379"
