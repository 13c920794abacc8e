"""F6: every sale is found by what is known of it, by a hand, a finger or a scanner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.application.sales.outcomes import SaleView
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.hands import DOWN, ENTER, ESC, F6, F8, phase_of, press, sales, sheet_of, words_in


def scan(stage: Stage, text: str) -> None:
    stage.window.on_scan(ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    stage.settle()


def recent(stage: Stage) -> RecentSheet:
    sheet = sheet_of(stage)
    assert isinstance(sheet, RecentSheet)
    return sheet


def found(stage: Stage) -> list[str]:
    """Receipts in the list."""
    sheet = recent(stage)
    sheet._on_return()
    stage.settle()
    return [sale.receipt for sale in sheet._sales]


def looked_for(stage: Stage, text: str) -> list[str]:
    recent(stage).field.setText(text)
    recent(stage).field.textEdited.emit(text)
    return found(stage)


@pytest.fixture
def opened(stage: Stage) -> Stage:
    stage.sign_in()
    stage.key(F6)
    return stage


def test_every_row_says_its_receipt(opened: Stage) -> None:
    rows = [row for row in recent(opened).rows if row.isVisible()]
    assert len(rows) == len(sales(opened))
    for row, sale in zip(rows, sales(opened), strict=True):
        assert sale.receipt in row.receipt.text()
        assert sale.receipt in row.accessibleName()


def test_a_sale_is_found_by_each_thing_that_is_known_of_it(opened: Stage) -> None:
    sale = sales(opened)[2]
    assert sale.masked_name is not None
    for text in (sale.receipt, str(int(sale.receipt[-6:])), opened.i18n.money(sale.total), "張", "zhang"):
        assert sale.receipt in looked_for(opened, text), text
    assert len(looked_for(opened, "今天")) == len(sales(opened))
    assert looked_for(opened, "昨天") == []
    assert "昨天" in recent(opened).state.text()
    assert looked_for(opened, f"今天 {opened.i18n.money(sale.total)}") == [sale.receipt]


def test_the_receipt_of_another_epoch_is_another_receipt(opened: Stage) -> None:
    sale = sales(opened)[0]
    head, _, digits = sale.receipt.rpartition("-")
    assert looked_for(opened, f"{head}-9.{digits}") == []
    assert looked_for(opened, f"{head}-{digits}") == [sale.receipt]


def test_typing_goes_on_after_an_arrow(opened: Stage) -> None:
    sale = sales(opened)[2]
    opened.key(DOWN)
    assert recent(opened).sale == sales(opened)[1]
    opened.type(sale.receipt[-1])
    assert sale.receipt in found(opened)
    assert recent(opened).field.text() == sale.receipt[-1]


def test_keys_on_the_screen_search(opened: Stage) -> None:
    sale = sales(opened)[2]
    press(opened, "sales_field_keys")
    for sign in "zhang":
        press(opened, f"letter_{sign}")
    assert found(opened) == [one.receipt for one in sales(opened) if one.masked_name == sale.masked_name]
    press(opened, "letter_clear")
    assert recent(opened).field.text() == ""
    press(opened, "sales_field_keys")
    assert not recent(opened).typed.pad.isVisible()


def sell_more(stage: Stage, count: int) -> None:
    for amount in range(count):
        stage.type(str(10 + amount))
        stage.key(ENTER)
        assert phase_of(stage) is Phase.DONE
        stage.clock.move(1000)
        stage.key(ENTER)


def test_older_ones_come_when_the_end_is_reached(stage: Stage) -> None:
    stage.sign_in()
    sell_more(stage, 20)
    stage.key(F6)
    sheet = recent(stage)
    every = [sale.receipt for sale in stage.api.recent_sales(100)]
    assert len(every) == 26
    assert "20" in sheet.state.text()
    assert "26" in sheet.state.text()
    assert sheet.older.isVisible()
    for _ in range(25):
        stage.key(DOWN)
    assert [sale.receipt for sale in sheet._sales] == every
    assert sheet.sale is not None
    assert sheet.sale.receipt == every[-1]
    line = sheet.list.line(25)
    assert line is not None
    assert line.isChecked()
    assert line.visibleRegion().boundingRect().height() > 40, "the list has scrolled"
    assert not sheet.older.isVisible()


def test_a_finger_gets_older_ones_too(stage: Stage) -> None:
    stage.sign_in()
    sell_more(stage, 20)
    stage.key(F6)
    recent(stage).list.ensureWidgetVisible(recent(stage).older)
    stage.settle()
    press(stage, "sales_older")
    assert len(recent(stage)._sales) == 26


# --- receipts are scanned --------------------------------------------------------------------------------------------


def opens(stage: Stage, sale: SaleView) -> bool:
    sheet = recent(stage)
    return sheet.sale is not None and sheet.sale.txn == sale.txn and len(sheet._sales) == 1


def test_a_scanned_receipt_opens_its_sale(stage: Stage) -> None:
    stage.sign_in()
    sale = sales(stage)[3]
    scan(stage, sale.txn)
    assert opens(stage, sale)
    assert sale.receipt in words_in(recent(stage).paper)
    scan(stage, sales(stage)[1].txn)  # while it is open
    assert opens(stage, sales(stage)[1])


def test_a_receipt_leaves_the_open_sale_alone(stage: Stage) -> None:
    stage.basket()
    before = stage.checkout.flow.visit
    scan(stage, sales(stage)[1].txn)
    assert opens(stage, sales(stage)[1])
    stage.key(ESC)
    assert stage.checkout.flow.visit == before
    assert stage.checkout.flow.amount.text == "462"


def test_the_receipt_just_printed_is_voided_from_there(stage: Stage) -> None:
    stage.basket()
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE
    sale = sales(stage)[0]
    scan(stage, sale.txn)
    assert opens(stage, sale)
    assert phase_of(stage) is Phase.DONE, "the verdict stays behind it"
    stage.key(F8)
    assert isinstance(sheet_of(stage), VoidSheet)


def test_a_receipt_of_another_till_says_where_to_go(stage: Stage) -> None:
    stage.sign_in()
    scan(stage, sales(stage)[0].txn[:-4] + "0000")
    assert sheet_of(stage) is None
    refusal = stage.checkout.page.side.refusal.refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.SALE_UNKNOWN


def test_enter_in_the_field_searches_at_once(opened: Stage) -> None:
    sale = sales(opened)[2]
    QTest.keyClicks(recent(opened).field, sale.receipt)
    opened.key(Qt.Key.Key_Return)
    assert [one.receipt for one in recent(opened)._sales] == [sale.receipt]
