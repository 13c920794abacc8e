"""Sales that were made: voids with a reason and a manager, receipts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.application.ports.faults import LedgerFull
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.people import PIN
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import MakeStage
from tests.ui.hands import ENTER, ESC, notice, phase_of, sales, sheet_of, undone
from tests.ui.screen_law import problems

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
    assert sales(stage)[0].voided_at is None  # "other" wants words
    QTest.keyClicks(sheet.other, "gift wrapped twice")
    stage.key(ENTER)
    assert sheet_of(stage) is None
    assert sales(stage)[0].void_reason == "other: gift wrapped twice"
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
    (void,) = undone(stage)
    expected = {"txn": sales(stage)[4].txn, "reason": "goods_returned", "approved_by": "1010"}
    assert expected.items() <= void.body.items()


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


def test_with_nothing_to_void_it_says_so(make_stage: MakeStage) -> None:
    stage = make_stage(past=False)
    stage.sign_in()
    stage.key(Qt.Key.Key_F8)
    assert sheet_of(stage) is None
    assert "沒有可撤銷" in notice(stage)


def test_a_receipt_that_cannot_be_saved_is_said(stage: Stage) -> None:
    class Full:
        def save_pdf(self, *_: object) -> None:
            raise OSError(28, "No space left on device")

        save_text = save_pdf

    stage.checkout.desk._settings = replace(stage.checkout.desk._settings, receipts=Full())  # type: ignore[arg-type]  # only fails
    stage.basket()
    stage.key(ENTER)
    stage.key(Qt.Key.Key_F12)
    assert "無法儲存" in notice(stage)


# --- voids -----------------------------------------------------------------------------------------------------------


def test_a_void_by_keyboard_with_a_manager(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    for _ in range(4):
        stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_F8)
    sheet = sheet_of(stage)
    assert isinstance(sheet, VoidSheet)
    assert sheet.manager.isVisible()
    assert problems(stage.window) == []
    stage.type("4")
    stage.key(ENTER)
    assert isinstance(sheet_of(stage), ApprovalSheet)
    stage.type(PIN)
    stage.key(ENTER)
    assert sheet_of(stage) is None
    (void,) = undone(stage)
    assert (void.body["txn"], void.body["reason"]) == (sales(stage)[4].txn, "goods_returned")


def test_a_void_that_cannot_be_recorded_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise LedgerFull("no space left")

    stage.sign_in()
    monkeypatch.setattr(stage.api, "void", full)
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(ENTER)
    sheet = sheet_of(stage)
    assert isinstance(sheet, FaultSheet)
    assert sheet.content.report.code == "disk_full"
