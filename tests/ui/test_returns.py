"""Part of a sale comes back: by keyboard, by mouse, with a manager; and what does not come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.application.ports.faults import LedgerFull
from kiosk.application.sales.outcomes import Returned, SaleView, Voided
from kiosk.application.staff.outcomes import Approval
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.people import PIN
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.checkout.amount import typed_minor
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import sales, undone
from tests.ui.screen_law import problems

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
F4, F6, F8 = Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8
RETURNED = SALE_RETURNED
PLAIN, MANAGERS = 2, 4
"""Places in the list of recent sales: NT$899 sold by who works here, NT$400 whose undoing needs a manager."""


def open_part(stage: Stage, place: int = PLAIN) -> VoidSheet:
    """The sheet for a part of one of the recent sales."""
    if stage.window.actor is None:
        stage.sign_in()
    stage.key(F6)
    for _ in range(place):
        stage.key(Qt.Key.Key_Down)
    stage.key(F8)
    stage.key(F4)
    return sheet_of(stage)


def open_sheet(stage: Stage) -> Sheet | None:
    return stage.window.overlay.sheet


def sheet_of(stage: Stage) -> VoidSheet:
    sheet = open_sheet(stage)
    assert isinstance(sheet, VoidSheet)
    return sheet


def sale_at(stage: Stage, place: int) -> SaleView:
    return sales(stage)[place]


def returns(stage: Stage) -> list[tuple[str, str, int | None, str]]:
    """What was journalled: kind, transaction, amount (of a return), reason."""
    return [(fact.kind, fact.body["txn"], fact.body.get("amount"), fact.body["reason"]) for fact in undone(stage)]


def gave_back(stage: Stage, amount: int, place: int = PLAIN) -> None:
    """Part of a sale comes back at this very till, behind the open sheet."""
    clerk = stage.window.actor
    assert clerk is not None
    manager = Approval("1010", "許志豪")
    done = stage.api.return_goods(sale_at(stage, place).txn, Returned(amount), "goods_returned", clerk, manager)
    assert isinstance(done, Voided), done


def notice(stage: Stage) -> str:
    assert stage.window.notices.isVisible()
    return stage.window.notices.text.text()


def click(stage: Stage, button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    stage.settle()


def test_part_of_a_sale_comes_back_by_keyboard_and_its_rewards_with_it(stage: Stage) -> None:
    stage.basket()
    stage.key(ENTER)
    stage.key(ESC)
    sale = sale_at(stage, 0)
    stage.key(F8)
    stage.key(F4)
    sheet = sheet_of(stage)
    assert sheet.back.field.hasFocus()
    assert "優惠券維持已使用" in sheet.effect.text()
    assert not sheet.go.isEnabled()
    stage.type("150")
    assert "NT$150" in sheet.go.words()
    stage.key(ENTER)
    assert open_sheet(stage) is None
    assert returns(stage) == [(RETURNED, sale.txn, 15000, "goods_returned")]
    assert (sale_at(stage, 0).returned, sale_at(stage, 0).voided_at) == (150_00, None)
    left = stage.i18n.money(sale.total - 150_00)
    assert f"已退回 NT$150，這筆交易還剩 {left}。" in notice(stage)
    assert "收回：15 積分、「每晚八點抽獎」抽獎券 1 張。" in notice(stage)
    used = stage.store.ledger.run(lambda tx: tx.uses_of_coupon("c1"))
    assert [use.txn for use in used] == [sale.txn]  # its coupons are not to be used again
    assert stage.checkout.page.side.sales[0].name.text() == "已退 NT$150"
    stage.key(F6)
    recent = open_sheet(stage)
    assert isinstance(recent, RecentSheet)
    assert recent.rows[0].state.text() == "已退 NT$150"
    assert "退貨" in [label.text() for label in recent.paper.findChildren(type(sheet.title)) if label.isVisible()]


def test_part_of_a_sale_comes_back_by_mouse(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F6)
    recent = open_sheet(stage)
    assert isinstance(recent, RecentSheet)
    click(stage, recent.rows[PLAIN])
    click(stage, recent.void)
    sheet = sheet_of(stage)
    click(stage, sheet.part)
    for key in ("9", "clear", "1", "2", "back", "0", ".", "5"):
        click(stage, sheet.back.keypad.key(key))
    assert sheet.back.minor == 10_50
    click(stage, sheet.reasons["other"])
    assert not sheet.go.isEnabled()
    QTest.keyClicks(sheet.other, "2 cups broken")
    assert sheet.back.minor == 10_50
    assert problems(stage.window) == []
    click(stage, sheet.go)
    assert returns(stage) == [(RETURNED, sale_at(stage, PLAIN).txn, 1050, "other: 2 cups broken")]


def test_more_than_is_left_does_not_come_back(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    sheet = open_part(stage)
    stage.type("899.01")
    sounds.heard.clear()
    stage.key(ENTER)
    assert sheet_of(stage) is sheet
    assert "超過可退金額" in sheet.problem.text()
    assert "只剩 NT$899 可退，不能退 NT$899.01" in sheet.problem.text()
    assert sounds.heard == [Sound.REFUSED]
    assert returns(stage) == []
    stage.key(Qt.Key.Key_Backspace)
    assert not sheet.problem.isVisible()
    stage.type("0")
    stage.key(ENTER)
    assert sale_at(stage, PLAIN).returned == 899_00


def test_what_came_back_meanwhile_is_the_journals_answer(stage: Stage) -> None:
    sheet = open_part(stage)
    stage.type("500")
    gave_back(stage, 500_00)
    stage.key(ENTER)
    assert "只剩 NT$399 可退，不能退 NT$500" in sheet.problem.text()


def test_nothing_is_left_of_what_came_back_altogether(stage: Stage) -> None:
    stage.sign_in()
    gave_back(stage, 899_00)
    sheet = open_part(stage)
    assert not sheet.part.isEnabled()
    assert not sheet.back.isVisible()
    assert "還剩 NT$0" in sheet.what.text()


def test_a_manager_stands_by_for_a_part_too(stage: Stage) -> None:
    sheet = open_part(stage, MANAGERS)
    assert sheet.manager.isVisible()
    stage.type("120")
    stage.key(ENTER)
    assert isinstance(open_sheet(stage), ApprovalSheet)
    assert returns(stage) == []
    stage.type(PIN)
    stage.key(ENTER)
    assert open_sheet(stage) is None
    assert returns(stage) == [(RETURNED, sale_at(stage, MANAGERS).txn, 12000, "goods_returned")]
    assert undone(stage)[0].body["approved_by"] == "1010"
    assert "NT$120" in notice(stage)


def test_a_manager_is_not_called_for_more_than_is_left(stage: Stage) -> None:
    sheet = open_part(stage, MANAGERS)
    stage.type("401")
    stage.key(ENTER)
    assert sheet_of(stage) is sheet
    assert sheet.problem.isVisible()


def test_what_a_manager_allowed_can_still_be_too_much(stage: Stage) -> None:
    open_part(stage, MANAGERS)
    stage.type("120")
    stage.key(ENTER)
    gave_back(stage, 300_00, MANAGERS)
    stage.type(PIN)
    stage.key(ENTER)
    refusal = stage.checkout.page.side.refusal.refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.RETURN_TOO_LARGE
    assert [amount for _kind, _txn, amount, _reason in returns(stage)] == [300_00]


def test_what_is_no_amount_is_said_at_once(stage: Stage) -> None:
    sheet = open_part(stage)
    QTest.keyClicks(sheet.back.field, "1x")
    assert sheet.problem.text() == "只能輸入數字與小數點。"
    assert not sheet.go.isEnabled()
    stage.key(ENTER)
    assert returns(stage) == []


def test_digits_are_the_amount_wherever_the_focus_is_and_arrows_the_reason(stage: Stage) -> None:
    sheet = open_part(stage)
    stage.type("1")
    stage.key(Qt.Key.Key_Down)
    assert sheet.reasons["training"].isChecked()
    assert QApplication.focusWidget() is sheet.reasons["training"]
    stage.type("25")
    assert sheet.back.minor == 125_00
    assert sheet.reasons["training"].isChecked()
    stage.key(ENTER)
    assert returns(stage) == [(RETURNED, sale_at(stage, PLAIN).txn, 12500, "training")]


def test_back_to_the_whole_sale_a_reason_is_wanted_again(stage: Stage) -> None:
    sheet = open_part(stage)
    stage.type("150")
    stage.key(F4)
    assert not sheet.back.isVisible()
    stage.key(ENTER)
    assert returns(stage) == []
    stage.type("2")
    stage.key(ENTER)
    assert returns(stage) == [(SALE_VOIDED, sale_at(stage, PLAIN).txn, None, "wrong_amount")]


def test_the_rest_of_a_sale_can_be_voided(stage: Stage) -> None:
    open_part(stage)
    stage.type("150")
    stage.key(ENTER)
    open_part(stage)
    stage.key(F4)
    stage.type("1")
    stage.key(ENTER)
    assert sale_at(stage, PLAIN).voided_at is not None
    assert "NT$749" in notice(stage)


def test_a_return_that_cannot_be_recorded_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise LedgerFull("no space left")

    monkeypatch.setattr(stage.api, "return_goods", full)
    open_part(stage)
    stage.type("150")
    stage.key(ENTER)
    fault = open_sheet(stage)
    assert isinstance(fault, FaultSheet)
    assert fault.content.report.code == "disk_full"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_sheet_fits(make_stage: MakeStage, language: str) -> None:
    """A manager is needed, the reason wants words, and the amount is refused."""
    stage = make_stage("dark", language)
    sheet = open_part(stage, MANAGERS)
    stage.type("12345678")
    click(stage, sheet.reasons["other"])
    QTest.keyClicks(sheet.other, "broken")
    assert problems(stage.window) == []
    stage.key(ENTER)
    assert sheet.problem.isVisible()
    assert sheet.sizeHint().height() <= sheet.height() + 1
    assert problems(stage.window) == []


def test_the_recent_list_tells_returns_in_every_language(stage: Stage) -> None:
    STATES["recent_returned"](stage)
    recent = open_sheet(stage)
    assert isinstance(recent, RecentSheet)
    said = []
    for language in LANGUAGES:
        stage.i18n.set_language(language)
        stage.settle()
        said.append(recent.rows[PLAIN].state.text())
    assert said == ["已退 NT$230", "已退 NT$230", "returned NT$230"]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("", 0),
        ("150", 150_00),
        (" 1,500.5 ", 1500_50),
        ("１５０．２５", 150_25),
        ("1.234", None),
        ("-5", None),
        ("五", None),
    ],
)
def test_amounts_are_read_from_a_field(text: str, minor: int | None) -> None:
    assert typed_minor(text, "TWD") == minor
