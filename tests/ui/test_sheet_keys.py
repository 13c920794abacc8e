"""One way for keys in sheets: Esc puts away one of them, Enter presses what has the focus, arrows move the choice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.ui.shell.overlay import Overlay, Sheet
from tests.ui.hands import DOWN, ENTER, ESC, F1, F3, F5, F6, F8, UP, press, sheet_of, undone

F4, F9 = Qt.Key.Key_F4, Qt.Key.Key_F9
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
OPENERS = ((F1, NONE), (F3, NONE), (F4, NONE), (F5, NONE), (F6, NONE), (F8, NONE), (F9, NONE), (F9, CTRL))


def kinds(of: type[Sheet] = Sheet) -> Iterator[type[Sheet]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_no_sheet_has_its_own_way_with_keys(stage: Stage) -> None:
    stage.basket()
    for key, modifier in OPENERS:  # sheets are imported when they are opened, one at a time
        stage.key(key, modifiers=modifier)
        stage.key(ESC)
    assert len({*kinds()}) > 10
    assert [kind.__name__ for kind in kinds() if "keyPressEvent" in vars(kind)] == []


def test_escape_puts_away_one_sheet_and_nothing_of_the_sale(stage: Stage) -> None:
    stage.basket()
    for key, modifier in OPENERS:
        stage.key(key, modifiers=modifier)
        assert sheet_of(stage) is not None, key
        stage.key(ESC)
        assert sheet_of(stage) is None, key
        assert stage.checkout.page.hasFocus()
        assert stage.checkout.flow.amount.text == "462"


def test_enter_presses_the_button_that_has_the_focus(stage: Stage) -> None:
    stage.basket()
    for key, modifier in OPENERS:
        stage.key(key, modifiers=modifier)
        sheet = sheet_of(stage)
        assert sheet is not None
        sheet.close_button.setFocus()
        stage.key(ENTER)
        assert sheet_of(stage) is None, key
        assert stage.checkout.flow.amount.text == "462"


def test_a_stray_enter_neither_gives_a_reason_nor_voids(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F8)
    for _ in range(3):
        stage.key(ENTER)
    stage.key(Qt.Key.Key_Tab)
    stage.key(ENTER)
    assert sheet_of(stage) is not None
    assert undone(stage) == []


def test_arrows_go_through_the_lines_of_every_list(stage: Stage) -> None:
    stage.basket()
    stage.key(F9, modifiers=CTRL)
    sheet = sheet_of(stage)
    assert sheet is not None
    first = QApplication.focusWidget()
    stage.key(DOWN)
    stage.key(UP)
    assert QApplication.focusWidget() is first


def test_a_key_that_repeats_enters_once(stage: Stage) -> None:
    STATES["actions"](stage)
    sheet = sheet_of(stage)
    assert sheet is not None
    entered: list[bool] = []
    sheet.enter = lambda: entered.append(True)  # type: ignore[method-assign]
    QTest.sendKeyEvent(QTest.KeyAction.Press, sheet, ENTER, "", NONE)
    assert entered == [True]


def test_a_sales_list_opens_receipts_by_hand_and_by_keyboard(stage: Stage) -> None:
    stage.sign_in()
    newest = stage.api.recent_sales()[0]
    press(stage, "last_0")
    assert shown_receipt(stage) == newest.receipt
    stage.key(ESC)
    stage.checkout.page.side.sales[1].setFocus()
    stage.key(ENTER)
    assert shown_receipt(stage) == stage.api.recent_sales()[1].receipt


def test_the_receipt_of_the_sale_just_made_is_opened_by_its_number_and_by_the_paper(stage: Stage) -> None:
    STATES["done"](stage)
    made = stage.api.recent_sales()[0].receipt
    press(stage, "done_receipt")
    assert shown_receipt(stage) == made
    stage.key(ESC)
    QTest.mouseClick(stage.checkout.page.paper, Qt.MouseButton.LeftButton)
    stage.settle()
    assert shown_receipt(stage) == made


def test_on_a_tall_page_the_strip_has_the_last_sale(stage: Stage) -> None:
    stage.basket()
    stage.window.resize(1024, 768)
    stage.settle()
    press(stage, "last_sale")
    assert shown_receipt(stage) == stage.api.recent_sales()[0].receipt


def shown_receipt(stage: Stage) -> str:
    from kiosk.ui.stations.checkout.sales_sheets import RecentSheet

    sheet = sheet_of(stage)
    assert isinstance(sheet, RecentSheet)
    assert sheet.sale is not None
    assert len(sheet.rows) >= 1
    return sheet.sale.receipt


def test_keys_end_at_a_sheet(stage: Stage) -> None:
    """What no sheet wants is not the page's either."""
    stage.basket()
    stage.key(F4)
    assert isinstance(stage.window.overlay, Overlay)
    before = stage.checkout.flow.amount.text
    sheet = sheet_of(stage)
    assert sheet is not None
    sheet.close_button.setFocus()
    stage.type("9")
    stage.key(ESC)
    assert stage.checkout.flow.amount.text == before


@pytest.mark.parametrize("key", [UP, DOWN])
def test_the_first_arrow_of_a_void_chooses_the_nearest_reason(stage: Stage, key: Qt.Key) -> None:
    stage.sign_in()
    stage.key(F8)
    stage.key(key)
    sheet = sheet_of(stage)
    assert sheet is not None
    reasons = list(sheet.reasons.values())  # type: ignore[attr-defined]
    assert reasons[0 if key == DOWN else -1].isChecked()
