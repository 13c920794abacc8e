"""Vouchers that are sold: what the customer sees of it, and that any of the last ones can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.ui.customer.pole_words import pole_lines
from kiosk.ui.customer.views import Charging, CustomerView
from kiosk.ui.stations.checkout.voucher_sheet import VoucherSheet
from tests.ui.hands import F8, press
from tests.ui.screen_law import problems

ENTER, ESC, F6 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F6


def sheet_of(stage: Stage) -> VoucherSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, VoucherSheet)
    return sheet


def test_the_customer_sees_what_is_paid_for_until_the_sheet_is_gone(stage: Stage) -> None:
    seen: list[CustomerView] = []
    stage.checkout.customer_sees.connect(seen.append)
    STATES["voucher_sold"](stage)
    last = seen[-1]
    assert isinstance(last, Charging)
    assert (last.amount, last.left, last.first, last.done, len(last.code)) == (1500_00, 1500_00, True, True, 4)
    assert pole_lines(last, "Store", "en")[0][0] == "Paid"
    asked = [one for one in seen if isinstance(one, Charging) and not one.done]
    assert asked[-1].amount == 1500_00
    assert asked[-1].code == ""
    stage.key(ESC)
    assert not isinstance(seen[-1], Charging)


def test_one_before_the_last_is_taken_back(stage: Stage) -> None:
    STATES["voucher_sold"](stage)
    if not isinstance(stage.window.overlay.sheet, VoucherSheet):
        stage.key(ESC)
        stage.checkout.vouchers.open()
        stage.settle()
    stage.type("700")
    stage.key(ENTER)
    if not isinstance(stage.window.overlay.sheet, VoucherSheet):
        stage.key(ESC)
        stage.checkout.vouchers.open()
        stage.settle()
    newest, before = (one.receipt for one in stage.api.recent_charges(2))
    sheet = sheet_of(stage)
    assert newest in sheet.of.text()
    assert problems(stage.window) == []
    press(stage, "voucher_older")
    assert before in sheet.of.text()
    stage.key(F8)
    stage.clock.move(1_000)
    press(stage, "ask_yes")
    charges = {one.receipt: one.voided_at is not None for one in stage.api.recent_charges(2)}
    assert charges == {newest: False, before: True}
    stage.key(F6)
    assert newest in sheet_of(stage).of.text()
