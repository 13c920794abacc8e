"""The whole station on the demo store: by keyboard alone, by mouse, by scans; locks, voids, faults, sounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.application.ports.faults import LedgerDamaged, LedgerFull
from kiosk.application.sales.outcomes import Redemption, SaleView
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.checkout.states import STATES, Stage
from kiosk.demo.checkout.store import NOW, PIN, TERMINAL
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.scan.events import CameraStatus, ScanSource
from kiosk.domain.scan.keyboard_layouts import LayoutMixup, MixupKind
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.flow import Phase
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.sheets import ApprovalSheet, CategorySheet, FindMemberSheet, SwitchClerkSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import HeardSounds, MakeStage

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def press(stage: Stage, name: str, scope: QWidget | None = None) -> None:
    """Click a button by its object name, where it is on the screen."""
    button = (scope or stage.window).findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))
    stage.settle()


def sheet_of(stage: Stage) -> Sheet | None:
    return stage.window.overlay.sheet


def phase_of(stage: Stage) -> Phase:
    return stage.window.flow.phase


def notice(stage: Stage) -> str:
    assert stage.window.notices.isVisible()
    return stage.window.notices.text.text()


# --- a whole visit, three ways ---------------------------------------------------------------------------------------


def test_by_keyboard_alone(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    stage.type("1" + PIN)
    stage.key(ENTER)
    assert window.actor is not None
    assert window.actor.name == "林雅婷"
    stage.key(Qt.Key.Key_F3)
    stage.type("444")
    stage.key(ENTER)  # search now
    stage.key(ENTER)  # the first
    assert window.overlay.sheet is None
    assert window.flow.visit is not None
    assert window.flow.visit.member is not None
    stage.type("46.2")
    stage.key(Qt.Key.Key_Backspace)
    stage.key(Qt.Key.Key_Backspace)
    stage.key(Qt.Key.Key_2, "2", Qt.KeyboardModifier.KeypadModifier)  # the number block
    assert window.page.quote.total.text() == "NT$378.90"
    with qtbot.waitSignals([window.redeemed, window.verdict_painted]):
        stage.key(ENTER)
    assert window.page.success.isVisible()
    assert window.page.success.verdict.text() == "完成"
    stage.key(Qt.Key.Key_F11)
    assert notice(stage) == "收據已儲存：S02-000482.pdf"
    stage.clock.move(1_000)
    stage.key(ENTER)
    assert not window.page.success.isVisible()
    assert window.flow.empty


def test_by_mouse_alone(stage: Stage) -> None:
    window = stage.window
    press(stage, "staff_1002")
    for digit in PIN:
        press(stage, f"key_{digit}", window.sign_in)
    press(stage, "submit_pin", window.sign_in)
    assert window.actor is not None
    press(stage, "find")
    sheet = window.overlay.sheet
    assert isinstance(sheet, FindMemberSheet)
    sheet.field.setText("陳")
    sheet._search()
    stage.settle()
    press(stage, "found_m1")
    for digit in "462":
        press(stage, f"key_{digit}", window.page)
    press(stage, "coupon_c3")
    assert window.page.quote.total.text() == "NT$408.90"
    press(stage, "best")
    assert window.page.quote.total.text() == "NT$378.90"
    press(stage, "confirm")
    assert window.flow.phase is Phase.DONE
    press(stage, "next")
    assert window.flow.empty


def test_by_scans_and_a_number_pad(stage: Stage) -> None:
    stage.scan("S:1003", ScanSource.HANDHELD)
    assert stage.window.actor is not None
    assert stage.window.actor.name == "吳佩珊"
    stage.scan("M:m2")
    stage.scan("C:c3")
    stage.type("100")
    stage.key(ENTER)
    redemption = stage.window.flow.redemption
    assert redemption is not None
    assert redemption.sale.total == 7_000
    assert stage.window.page.success.name.text() == "請交付：環保袋一個"


def test_a_double_enter_neither_confirms_twice_nor_wipes_the_verdict(stage: Stage) -> None:
    stage.basket()
    before = len(stage.api.sales)
    stage.key(ENTER)
    stage.key(ENTER)
    assert len(stage.api.sales) == before + 1
    assert stage.window.page.success.isVisible()


def test_escape_reads_the_refusal_first_and_clears_then(stage: Stage) -> None:
    stage.basket()
    stage.scan("R:forged")
    stage.key(ESC)
    assert not stage.window.page.side.refusal_shown
    assert not stage.window.flow.empty
    stage.key(ESC)
    assert stage.window.flow.empty


# --- refusals, scans and verdicts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(RefusalCode))
def test_every_refusal_is_a_verdict(stage: Stage, qtbot: QtBot, code: RefusalCode) -> None:
    stage.sign_in()
    with qtbot.waitSignal(stage.window.verdict_painted):
        stage.scan(f"R:{code.value}")
    card = stage.window.page.side.refusal
    assert card.isVisible()
    assert card.verdict.text() == "已拒絕"
    assert card.title.text()
    assert card.next_step.text()


def test_a_refused_coupon_is_named(stage: Stage) -> None:
    stage.basket()
    refusal = stage.api.refusal(RefusalCode.NO_RIGHT_OFFLINE)
    stage.window.page.show_refusal(replace(refusal, args={**refusal.args, "coupon": "c1"}))
    assert stage.window.page.side.refusal.subject.text() == "滿 400 減 60"


def test_the_next_scan_puts_the_refusal_away(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("R:not_ours")
    stage.scan("M:m1")
    assert not stage.window.page.side.refusal_shown


def test_scans_work_while_a_sheet_is_open(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.scan("M:m1")
    assert stage.window.flow.visit is not None
    assert stage.window.flow.visit.member is not None


def test_nothing_moves_before_somebody_signed_in(stage: Stage) -> None:
    stage.scan("M:m1")
    assert stage.window.flow.visit is None
    assert "員工證" in stage.window.sign_in.entry.problem.text()
    assert not stage.window.page.isVisible()


def test_sounds_go_with_verdicts_and_can_be_muted(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    stage.scan("R:forged")
    stage.scan("M:m1")
    stage.type("462")
    stage.key(ENTER)
    lost = LayoutMixup(MixupKind.INPUT_METHOD, "ㄎㄏ")
    stage.window.on_layout_mixup(lost)
    assert sounds.heard == ["ok", "refused", "ok", "attention"]
    press(stage, "sound")
    stage.window.on_layout_mixup(lost)
    assert len(sounds.heard) == 4


# --- coupons ---------------------------------------------------------------------------------------------------------


def test_coupons_say_what_is_missing(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type("300")
    cards = {card.coupon: card for card in stage.window.page.coupons.cards}
    assert cards["c1"].note.text() == "滿 NT$400 可用，還差 NT$100。"
    assert cards["c1"].progress.value() == 75
    assert not cards["c1"].isEnabled()
    assert "有效期到" in cards["c5"].note.text()
    assert cards["c2"].isChecked()


def test_category_amounts_make_their_coupon_usable(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    sheet = sheet_of(stage)
    assert isinstance(sheet, CategorySheet)
    stage.type("900")
    assert not sheet.accept.isEnabled()  # more than the whole amount
    sheet.fields["tea"].clear()
    stage.type("x")
    assert not sheet.accept.isEnabled()
    sheet.fields["tea"].clear()
    stage.type("120")
    stage.key(ENTER)
    assert stage.window.page.quote.total.text() == "NT$354.90"
    stage.key(ESC)
    stage.key(Qt.Key.Key_F4)
    assert sheet_of(stage) is None
    assert "分類" in notice(stage)


def test_arrows_and_space_choose_coupons(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Space, " ")
    assert stage.window.page.quote.total.text() == "NT$402"
    for _ in range(2):
        stage.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() in stage.window.page.coupons.cards


def test_arrows_go_through_the_members_found(stage: Stage) -> None:
    STATES["find"](stage)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Down)
    stage.key(ENTER)
    assert stage.window.flow.visit is not None
    assert stage.window.flow.visit.member is not None
    assert stage.window.flow.visit.member.id == "m2"


def test_alt_and_a_digit_toggle_coupons_and_plain_digits_do_not(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    assert stage.window.page.quote.total.text() == "NT$438.90"
    stage.key(Qt.Key.Key_0, "0", Qt.KeyboardModifier.AltModifier)
    assert stage.window.page.quote.total.text() == "NT$378.90"
    stage.type("1")
    assert stage.window.flow.amount.text == "4621"


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
    assert stage.window.flow.visit is not None
    assert stage.window.flow.visit.member is not None
    assert stage.api.journal[-2:] == ["sign_in 1002", "sign_out 1001"]
    stage.key(ENTER)
    assert stage.api.sales[0].clerk == "周建宏"


def test_a_badge_switches_the_clerk_at_any_time(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9)
    stage.scan("S:1010")
    assert not stage.window.overlay.isVisible()
    assert stage.window.actor is not None
    assert stage.window.actor.name == "許志豪"
    stage.scan("S:4711")
    assert stage.window.page.side.refusal_shown


def test_the_station_locks_itself_and_keeps_the_sale_for_the_same_clerk(stage: Stage, qtbot: QtBot) -> None:
    stage.basket()
    stage.clock.move(179_000)
    stage.window._on_second()
    assert stage.window.actor is not None
    with qtbot.waitSignal(stage.window.locked):
        stage.clock.move(1_000)
        stage.window._on_second()
    stage.settle()
    assert not stage.window.page.isVisible()
    assert stage.api.journal[-1] == "lock 1001"
    stage.type(PIN)  # the last clerk is asked at once
    stage.key(ENTER)
    assert stage.window.page.quote.total.text() == "NT$378.90"


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
    assert stage.window.page.side.camera._image is None
    stage.key(ESC)
    stage.type("2" + PIN)
    stage.key(ENTER)
    assert stage.window.actor is not None
    assert stage.window.actor.name == "周建宏"
    assert stage.window.flow.empty


# --- sales that were made --------------------------------------------------------------------------------------------


def test_the_last_sale_is_voided_with_a_reason(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    sheet = sheet_of(stage)
    assert isinstance(sheet, VoidSheet)
    stage.key(ENTER)
    assert isinstance(sheet_of(stage), VoidSheet)  # no reason, no void
    stage.type("6")
    stage.key(ENTER)
    assert stage.api.sales[0].voided_at is None  # "other" wants words
    QTest.keyClicks(sheet.other, "gift wrapped twice")
    stage.key(ENTER)
    assert sheet_of(stage) is None
    assert stage.api.sales[0].void_reason == "other: gift wrapped twice"
    assert "NT$120" in notice(stage)


def test_a_void_beyond_policy_asks_a_manager(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    sheet = sheet_of(stage)
    assert isinstance(sheet, RecentSheet)
    for _ in range(4):
        stage.key(Qt.Key.Key_Down)
    assert sheet.sale is not None
    assert sheet.sale.void_needs_manager
    stage.key(Qt.Key.Key_F8)
    stage.type("4")
    stage.key(ENTER)
    approval = sheet_of(stage)
    assert isinstance(approval, ApprovalSheet)
    assert [button.person.id for button in approval.entry.buttons if button.person] == ["1010"]
    stage.type("9999")
    stage.key(ENTER)
    assert approval.entry.problem.text()
    stage.type(PIN)
    stage.key(ENTER)
    assert sheet_of(stage) is None
    assert stage.api.journal[-2:] == ["approve 1010 approve_void", "void txn-old-0477 goods_returned"]


def test_a_manager_lets_a_coupon_through_offline(stage: Stage) -> None:
    STATES["approval"](stage)
    assert isinstance(sheet_of(stage), ApprovalSheet)
    stage.key(ESC)
    assert phase_of(stage) is Phase.ENTRY
    stage.key(ENTER)
    stage.type(PIN)
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


def test_what_was_voided_cannot_be_voided_again(stage: Stage) -> None:
    STATES["recent_voided"](stage)
    sheet = sheet_of(stage)
    assert isinstance(sheet, RecentSheet)
    assert not sheet.void.isEnabled()
    stage.key(Qt.Key.Key_F8)
    assert sheet_of(stage) is sheet
    assert "撤銷" in " ".join(label.text() for label in sheet.paper.findChildren(type(sheet.title)))


def test_with_nothing_to_void_it_says_so(stage: Stage) -> None:
    stage.api.sales.clear()
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    assert sheet_of(stage) is None
    assert "沒有可撤銷" in notice(stage)


def test_a_receipt_that_cannot_be_saved_is_said(stage: Stage) -> None:
    class Full:
        def save_pdf(self, *_: object) -> None:
            raise OSError(28, "No space left on device")

        save_text = save_pdf

    stage.window.desk._settings = replace(stage.window.desk._settings, receipts=Full())  # type: ignore[arg-type]  # only fails
    stage.basket()
    stage.key(ENTER)
    stage.key(Qt.Key.Key_F12)
    assert "無法儲存" in notice(stage)


# --- HQ, camera, clock, faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "queue", "words", "kind"),
    [
        (Link.ONLINE, 0, "已連線", "jade"),
        (Link.ONLINE, 3, "已連線 · 待上傳 3", "jade"),
        (Link.OFFLINE, 17, "離線 10:42 起 · 待上傳 17", "warn"),
        (Link.CONNECTING, 0, "正在連線總部…", "info"),
        (Link.REVOKED, 0, "終端已被總部停用", "red"),
        (Link.FORKED, 2, "流水已還原，總部核對中 · 待上傳 2", "red"),
    ],
)
def test_the_badge_says_how_hq_is_reached(stage: Stage, link: Link, queue: int, words: str, kind: str) -> None:
    stage.sign_in()
    stage.window.on_sync_status(SyncStatus(link, NOW - timedelta(hours=3, minutes=44), queue, None))
    assert stage.window.header.badge.text() == f"●  {words}"
    assert stage.window.header.badge.property("pill") == kind
    assert stage.window.banner.isVisible() == (link in (Link.REVOKED, Link.FORKED))


@pytest.mark.parametrize(
    ("off", "shown"), [(0, ""), (119_000, ""), (-47 * 60_000, "快了 47 分鐘"), (300_000, "慢了 5 分鐘")]
)
def test_a_wrong_clock_is_said(stage: Stage, off: int, shown: str) -> None:
    stage.window.on_sync_status(SyncStatus(Link.ONLINE, NOW, 0, NOW, clock_off_ms=off))
    assert shown in stage.window.banner.text.text()
    assert stage.window.banner.isVisible() == bool(shown)


def test_the_camera_comes_and_goes(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.basket()
    camera = stage.window.page.side.camera
    corner = camera.grab().toImage().pixelColor(camera.width() // 2, camera.height() // 2)
    assert camera.status is CameraStatus.READY
    stage.window.on_camera_status(CameraStatus.LOST)
    stage.window.on_camera_status(CameraStatus.LOST)
    assert sounds.heard.count("attention") == 1
    assert "拔除" in notice(stage)
    assert camera.grab().toImage().pixelColor(camera.width() // 2, camera.height() // 2) != corner
    stage.frame()
    assert camera.status is CameraStatus.READY
    outline = QColor(stage.window.ui.theme.colours["outline"])
    image = camera.grab().toImage()
    assert any(
        image.pixelColor(x, y) == outline for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


def test_no_picture_is_shown_behind_the_sign_in(stage: Stage) -> None:
    stage.frame()
    assert stage.window.page.side.camera._image is None


def test_a_fault_is_a_page_and_the_sale_stays(stage: Stage) -> None:
    stage.basket()
    stage.window.messages.fault(LedgerFull("no space left"))
    sheet = sheet_of(stage)
    assert isinstance(sheet, FaultSheet)
    assert sheet.content.title.text() == "這台終端的磁碟滿了"
    press(stage, "fault_copy")
    assert QGuiApplication.clipboard().text() == "disk_full · LedgerFull"
    stage.key(ENTER)
    assert sheet_of(stage) is None
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


def test_a_fault_of_any_task_reaches_the_page(stage: Stage) -> None:
    def broken() -> None:
        raise LedgerDamaged("chain broken")

    stage.window._tasks.run(broken)
    stage.settle()
    assert isinstance(sheet_of(stage), FaultSheet)


def test_keys_do_not_reach_the_page_below_a_sheet(stage: Stage) -> None:
    stage.basket()
    before = len(stage.api.sales)
    stage.key(Qt.Key.Key_F9)
    stage.key(ENTER)
    stage.key(Qt.Key.Key_F8)
    assert isinstance(sheet_of(stage), SwitchClerkSheet)
    assert len(stage.api.sales) == before
    QTest.mouseClick(stage.window.overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert QApplication.focusWidget() is stage.window.page


def test_the_skin_changes_on_the_spot(stage: Stage) -> None:
    stage.basket()
    light = stage.window.grab().toImage().pixelColor(700, 90)
    press(stage, "theme")
    dark = stage.window.grab().toImage().pixelColor(700, 90)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_the_till_pushes_the_amount(stage: Stage) -> None:
    stage.sign_in()
    stage.window.on_amount(46_200)
    stage.settle()
    assert stage.window.page.quote.amount.text() == "NT$462"


def test_news_from_hq_are_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.api, "terminal", lambda: replace(TERMINAL, day=10))
    stage.window.on_reference_changed()
    stage.settle()
    assert "第 10 天" in stage.window.header.campaign.text()


def test_painted_is_said_once(qtbot: QtBot, make_stage: MakeStage) -> None:
    stage = Stage()
    seen: list[bool] = []
    stage.window.painted.connect(lambda: seen.append(True))
    with stage:
        stage.window.update()
        stage.settle()
    assert seen == [True]


def test_closing_signs_out(stage: Stage) -> None:
    stage.sign_in()
    stage.window.close()
    stage.settle()
    assert stage.api.journal[-1] == "sign_out 1001"


def test_redeemed_is_said_to_the_outside(stage: Stage) -> None:
    said: list[Redemption] = []
    stage.window.redeemed.connect(said.append)
    STATES["done"](stage)
    assert [type(one.sale) for one in said] == [SaleView]
