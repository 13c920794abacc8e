"""Whole visits on the demo store: by keyboard alone, by mouse, by scans; verdicts, sounds, coupons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.checkout.stubs import sample
from kiosk.demo.store.people import PIN
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.scan.events import ScanSource
from kiosk.domain.scan.keyboard_layouts import LayoutMixup, MixupKind
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sheets import CategorySheet, FindMemberSheet
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import (
    ENTER,
    ESC,
    agree,
    notice,
    press,
    sales,
    sheet_of,
)

# --- a price that changed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "total"), [("refused_price_changed", "NT$409"), ("refused_price_lower", "NT$319")])
def test_no_stale_price_is_sold_and_the_clerk_sees_the_new_one(
    make_stage: MakeStage, qtbot: QtBot, state: str, total: str
) -> None:
    stage = make_stage()
    before = len(sales(stage))
    STATES[state](stage)
    assert len(sales(stage)) == before
    assert stage.checkout.flow.phase is not Phase.DONE
    assert stage.checkout.page.quote.total.text() == total
    assert total in notice(stage)
    stage.clock.move(1_000)
    with qtbot.waitSignal(stage.checkout.redeemed):
        stage.key(ENTER)
    assert len(sales(stage)) == before + 1


# --- a whole visit, three ways ---------------------------------------------------------------------------------------


def test_by_keyboard_alone(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window
    stage.type("1" + PIN)
    stage.key(ENTER)
    assert window.actor is not None
    assert window.actor.name == "林雅婷"
    stage.key(Qt.Key.Key_F3)
    stage.type("3444")
    stage.key(ENTER)  # search now
    stage.key(ENTER)  # the first
    assert window.overlay.sheet is None
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None
    stage.type("46.2")
    stage.key(Qt.Key.Key_Backspace)
    stage.key(Qt.Key.Key_Backspace)
    stage.key(Qt.Key.Key_2, "2", Qt.KeyboardModifier.KeypadModifier)  # the number block
    assert stage.checkout.page.quote.total.text() == "NT$379"
    with qtbot.waitSignals([stage.checkout.redeemed, stage.checkout.verdict_painted]):
        stage.key(ENTER)
    assert stage.checkout.page.success.isVisible()
    assert stage.checkout.page.success.verdict.text() == "完成"
    stage.key(Qt.Key.Key_F11)
    assert notice(stage) == "收據已儲存：S02-02-000007.pdf"
    stage.clock.move(1_000)
    stage.key(ENTER)
    assert not stage.checkout.page.success.isVisible()
    assert stage.checkout.flow.empty


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
        press(stage, f"key_{digit}", stage.checkout.page)
    press(stage, "coupon_c3")
    assert stage.checkout.page.quote.total.text() == "NT$409"
    press(stage, "best")
    assert stage.checkout.page.quote.total.text() == "NT$379"
    press(stage, "confirm")
    assert stage.checkout.flow.phase is Phase.DONE
    press(stage, "next")
    assert stage.checkout.flow.empty


def test_by_scans_and_a_number_pad(stage: Stage) -> None:
    stage.scan("S:1003", ScanSource.HANDHELD)
    assert stage.window.actor is not None
    assert stage.window.actor.name == "吳佩珊"
    stage.scan("M:m2")
    stage.scan("C:p1")
    stage.type("100")
    stage.key(ENTER)
    redemption = stage.checkout.flow.redemption
    assert redemption is not None
    assert redemption.sale.total == 4_000
    assert stage.checkout.page.success.name.text() == "請交付：環保袋一個"


def test_a_double_enter_neither_confirms_twice_nor_wipes_the_verdict(stage: Stage) -> None:
    stage.basket()
    before = len(sales(stage))
    stage.key(ENTER)
    stage.key(ENTER)
    assert len(sales(stage)) == before + 1
    assert stage.checkout.page.success.isVisible()


def test_escape_reads_the_refusal_first_and_clears_then(stage: Stage) -> None:
    stage.basket()
    stage.scan("R:forged")
    stage.key(ESC)
    assert not stage.checkout.page.side.refusal_shown
    assert not stage.checkout.flow.empty
    stage.key(ESC)
    assert not stage.checkout.flow.empty  # asked first
    agree(stage)
    assert stage.checkout.flow.empty


# --- refusals, scans and verdicts ------------------------------------------------------------------------------------


def test_every_refusal_is_a_verdict(stage: Stage, qtbot: QtBot) -> None:
    stage.sign_in()
    card = stage.checkout.page.side.refusal
    for code in RefusalCode:
        if code in (RefusalCode.ALREADY_IN_SALE, RefusalCode.PRICE_CHANGED):
            continue
        with qtbot.waitSignal(stage.checkout.verdict_painted):
            stage.scan(f"R:{code.value}")
        assert card.isVisible(), code
        assert card.refusal is not None, code
        assert card.refusal.code is code
        assert card.verdict.text() == "已拒絕", code
        assert card.title.text(), code
        assert card.next_step.text(), code
        stage.key(ESC)
        assert not stage.checkout.page.side.refusal_shown, code


def test_a_refused_coupon_is_named(stage: Stage) -> None:
    stage.basket()
    refusal = sample(RefusalCode.NO_RIGHT_OFFLINE)
    stage.checkout.page.show_refusal(replace(refusal, args={**refusal.args, "coupon": "c1"}))
    assert stage.checkout.page.side.refusal.subject.text() == "滿 400 減 60"


def test_the_next_scan_puts_the_refusal_away(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("R:not_ours")
    stage.scan("M:m1")
    assert not stage.checkout.page.side.refusal_shown


def test_scans_work_while_a_sheet_is_open(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F3)
    stage.scan("M:m1")
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None


def test_nothing_moves_before_somebody_signed_in(stage: Stage) -> None:
    stage.scan("M:m1")
    assert stage.checkout.flow.visit is None
    assert "員工證" in stage.window.sign_in.entry.problem.text()
    assert not stage.checkout.page.isVisible()


def test_sounds_go_with_verdicts_and_can_be_muted(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    stage.scan("R:forged")
    stage.scan("M:m1")
    stage.type("462")
    stage.key(ENTER)
    lost = LayoutMixup(MixupKind.INPUT_METHOD, "ㄎㄏ")
    stage.window.devices.on_layout_mixup(lost)
    assert sounds.heard == ["ok", "refused", "ok", "attention"]
    press(stage, "sound")
    stage.window.devices.on_layout_mixup(lost)
    assert len(sounds.heard) == 4


# --- coupons ---------------------------------------------------------------------------------------------------------


def test_coupons_say_what_is_missing(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type("300")
    cards = {card.coupon: card for card in stage.checkout.page.coupons.cards}
    assert cards["c1"].note.text() == "滿 NT$400 可用，還差 NT$100。"
    assert cards["c1"].progress.value() == 75
    assert not cards["c1"].usable
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
    assert stage.checkout.page.quote.total.text() == "NT$355"
    stage.key(ESC)
    agree(stage)
    stage.key(Qt.Key.Key_F4)
    assert sheet_of(stage) is None
    assert "分類" in notice(stage)


def test_arrows_and_space_choose_coupons(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Space, " ")
    assert stage.checkout.page.quote.total.text() == "NT$402"
    for _ in range(2):
        stage.key(Qt.Key.Key_Up)
    assert QApplication.focusWidget() in stage.checkout.page.coupons.cards


def test_arrows_go_through_the_members_found(stage: Stage) -> None:
    STATES["find"](stage)
    stage.key(Qt.Key.Key_Down)  # from the first, which is chosen already
    stage.key(ENTER)
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None
    assert stage.checkout.flow.visit.member.id == "m1"  # m2 has come more often: the first


def test_alt_and_a_digit_toggle_coupons_and_plain_digits_do_not(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    assert stage.checkout.page.quote.total.text() == "NT$439"
    stage.key(Qt.Key.Key_0, "0", Qt.KeyboardModifier.AltModifier)
    assert stage.checkout.page.quote.total.text() == "NT$379"
    stage.type("1")
    assert stage.checkout.flow.amount.text == "4621"


# --- undone: the verdict says so -------------------------------------------------------------------------------------


def test_after_a_void_the_screen_says_voided_and_what_to_take_back(stage: Stage) -> None:
    STATES["done_voided"](stage)
    panel = stage.checkout.page.success
    assert panel.isVisible()
    assert panel.property("role") == "undone"
    assert panel.verdict.text() == "已撤銷"
    assert panel.caption.text() == "應退"
    assert panel.total.text() == "NT$40"
    assert panel.name.text() == "請收回：環保袋一個"
    assert "不再計入" in panel.state.text()
    assert stage.checkout.flow.redemption is not None
    assert stage.checkout.flow.redemption.sale.voided_at is not None
    stage.window.next_language()
    assert panel.verdict.text() != "完成"
    stage.clock.move(1_000)
    stage.key(ENTER)
    stage.type("100")
    stage.key(ENTER)  # the next one is green again
    assert panel.property("role") == "success"
    assert panel.verdict.text() not in ("已撤銷", "已撤销")


def test_a_void_of_an_older_sale_leaves_the_verdict(stage: Stage) -> None:
    stage.basket()
    stage.key(ENTER)
    older = sales(stage)[1]
    stage.checkout.desk.open_void(older)
    stage.settle()
    stage.type("2")
    stage.key(ENTER)
    assert stage.checkout.page.success.property("role") == "success"
    assert stage.checkout.page.success.verdict.text() == "完成"
