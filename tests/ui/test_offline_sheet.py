"""If the network goes: a manager sees at the station what could be lost, before it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.application.sales.offline_loss import OfflineLoss
from kiosk.demo.checkout.setting_up_states import open_offline_sheet
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.sales.offline_loss import OfflineRule
from kiosk.domain.texts import LocalText
from kiosk.ui.shell.offline_sheet import OfflineSheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from tests.ui.hands import DOWN, ESC, UP, press, sheet_of

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = LocalText("券", "券", "Coupon")


def shown(sheet: OfflineSheet) -> list[tuple[str, str, str]]:
    return [(name.text(), what.text(), most.text()) for name, what, most in sheet.lines]


def test_rules_and_total_are_those_of_the_store(stage: Stage) -> None:
    stage.basket()
    sheet = open_offline_sheet(stage)
    loss = stage.api.offline_loss()
    assert sheet.loss == loss
    assert loss.total == sum(rule.loss for rule in loss.rules) > 0
    assert stage.i18n.money(loss.total) in sheet.total.text()
    assert [most for _, _, most in shown(sheet)] == [stage.i18n.money(rule.loss) for rule in loss.rules]
    assert all("主管" in what and stage.i18n.money(100_00) in what for _, what, _ in shown(sheet))
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert stage.checkout.page.quote.isVisible()  # the sale is where it was


def test_in_plain_words_in_the_language_in_use(stage: Stage) -> None:
    stage.sign_in(4)
    coupons = OfflineRule(NAME, 100_00, 60_00, 12)
    points = replace(coupons, once=80_00, times=1, points=True)
    loss = OfflineLoss((coupons, points, replace(coupons, times=0)), 3)
    sheet = OfflineSheet(stage.window.ui, loss)
    stage.window.overlay.open(sheet)
    stage.i18n.set_language("en")
    stage.settle()
    assert sheet.total.text() == "This till can lose NT$800 at most, as things are now."
    allowed = "Up to NT$100 with a manager’s PIN."
    assert shown(sheet) == [
        ("Coupon", f"{allowed} Good for 12 uses held elsewhere, NT$60 each at most.", "NT$720"),
        ("Coupon", f"{allowed} 1 member may have points, NT$80 at most.", "NT$80"),
        ("Coupon", f"{allowed} Nothing is at risk now.", "NT$0"),
    ]
    assert sheet.refused.text() == "3 other kinds of coupons are refused."
    assert sheet.assumed.isVisible()


def test_nothing_to_lose_is_said_so(stage: Stage) -> None:
    stage.sign_in(4)
    sheet = OfflineSheet(stage.window.ui, OfflineLoss((), 7))
    stage.window.overlay.open(sheet)
    stage.settle()
    assert "不會有損失" in sheet.total.text()
    assert not sheet.assumed.isVisible()
    assert not sheet.refused.isVisible()


def test_many_rules_are_scrolled_by_keys(stage: Stage) -> None:
    stage.sign_in(4)
    sheet = OfflineSheet(stage.window.ui, OfflineLoss((OfflineRule(NAME, 1, 1, 1),) * 40))
    stage.window.overlay.open(sheet)
    stage.settle()
    bar = sheet._area.verticalScrollBar()
    QTest.keyClick(sheet, DOWN)
    moved = bar.value()
    assert moved > 0
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 2 * moved
    for _ in range(9):
        QTest.keyClick(sheet, UP)
    assert bar.value() == 0


def test_it_takes_a_manager(stage: Stage) -> None:
    stage.sign_in(1)
    stage.key(Qt.Key.Key_F9, modifiers=CTRL)
    press(stage, "offline_loss")
    approval = sheet_of(stage)
    assert isinstance(approval, ApprovalSheet)
    stage.type("9" + PIN[1:])
    stage.key(Qt.Key.Key_Return)
    assert sheet_of(stage) is approval
