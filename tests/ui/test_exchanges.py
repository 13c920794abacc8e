"""Goods come back while something else is bought, at the clerk's own screen: by keyboard, by mouse, with a manager."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.demo.checkout.return_states import part_of_newest, sold_articles
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import MakeStage
from tests.ui.hands import undone
from tests.ui.screen_law import problems
from tests.ui.test_returns import MANAGERS, PLAIN, click, gave_back, notice, open_sheet, returns, sale_at, sheet_of

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
F4, F6, F9, X = Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_X
CTRL = Qt.KeyboardModifier.ControlModifier


def open_exchange(stage: Stage, place: int = PLAIN) -> VoidSheet:
    """The sheet for goods of one of the recent sales."""
    stage.sign_in()
    stage.key(F6)
    for _ in range(place):
        stage.key(Qt.Key.Key_Down)
    stage.key(F9)
    return sheet_of(stage)


def test_an_exchange_is_one_sale_by_keyboard(stage: Stage) -> None:
    sheet = open_exchange(stage)
    sale = sale_at(stage, PLAIN)
    assert sheet.title.text() == "換貨"
    assert not sheet.go.isEnabled()
    stage.type("200")
    assert sheet.go.words() == "新的交易扣抵 NT$200"
    stage.key(ENTER)
    assert open_sheet(stage) is None
    assert returns(stage) == []  # nothing is recorded yet
    assert "NT$200" in notice(stage)
    quote = stage.checkout.page.quote
    assert (quote.caption.text(), quote.total.text()) == ("應退", "NT$200")
    stage.type("500")
    assert quote.total.text() == "NT$300"
    assert f"換回：{sale.receipt} × 1" in [line.name.text() for line in quote.lines if line.isVisible()]
    stage.key(ENTER)
    assert returns(stage) == [(SALE_RETURNED, sale.txn, 200_00, "goods_returned")]
    made = sale_at(stage, 0)
    assert (made.total, made.for_back) == (500_00, 200_00)
    assert sale_at(stage, PLAIN + 1).returned == 200_00
    last = [fact.kind for fact in stage.store.facts()][-4:]
    assert last.index(SALE_RETURNED) < last.index(SALE_COMPLETED)


def test_an_exchange_by_mouse_is_taken_off_again(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F6)
    recent = open_sheet(stage)
    assert isinstance(recent, RecentSheet)
    recent.list.at = PLAIN
    recent.retranslate()
    click(stage, recent.exchange)
    sheet = sheet_of(stage)
    for key in ("5", "0"):
        click(stage, sheet.back.keypad.key(key))
    click(stage, sheet.go)
    quote = stage.checkout.page.quote
    assert quote.total.text() == "NT$50"
    click(stage, quote.exchange)
    assert quote.total.text() == "NT$0"
    assert not quote.exchange.isVisible()


def test_the_whole_a_part_and_an_exchange_turn_into_each_other(stage: Stage) -> None:
    sheet = open_exchange(stage)
    for key, title, reason in ((F4, "撤銷交易", "goods_returned"), (F9, "換貨", "goods_returned")):
        stage.key(key)
        assert (sheet.title.text(), sheet._reason) == (title, reason)
    click(stage, sheet.all)
    assert (sheet.title.text(), sheet._reason) == ("撤銷交易", "")


def test_of_one_sale_what_was_said_last_comes_back(stage: Stage) -> None:
    open_exchange(stage)
    stage.type("200")
    stage.key(ENTER)
    stage.key(F6)
    for _ in range(PLAIN):
        stage.key(Qt.Key.Key_Down)
    stage.key(F9)
    stage.type("120")
    stage.key(ENTER)
    assert stage.checkout.page.quote.total.text() == "NT$120"
    stage.key(X, modifiers=CTRL)
    assert stage.checkout.page.quote.total.text() == "NT$0"


def test_a_manager_stands_by_where_the_policy_of_returns_wants_one(stage: Stage) -> None:
    open_exchange(stage, MANAGERS)
    sale = sale_at(stage, MANAGERS)
    stage.type("100")
    stage.key(ENTER)
    stage.type("900")
    stage.key(ENTER)
    sheet = open_sheet(stage)
    assert isinstance(sheet, ApprovalSheet)
    assert returns(stage) == []
    stage.type(PIN)
    stage.key(ENTER)
    assert returns(stage) == [(SALE_RETURNED, sale.txn, 100_00, "goods_returned")]


def test_articles_are_exchanged_for_what_the_rest_leaves(stage: Stage) -> None:
    sold_articles(stage)
    part_of_newest(stage)
    stage.key(F9)
    sheet = sheet_of(stage)
    stage.key(Qt.Key.Key_Plus)
    stage.key(ENTER)
    assert open_sheet(stage) is None
    quote = stage.checkout.page.quote
    assert "換回：4710088430014 × 1" in [line.name.text() for line in quote.lines if line.isVisible()]
    stage.type("900")
    stage.key(ENTER)
    (fact,) = undone(stage)
    assert [(row["sku"], row["pieces"]) for row in fact.body["items"]] == [("4710088430014", 1)]
    assert sale_at(stage, 0).for_back == fact.body["amount"]
    assert sheet.goods.lines[0].pieces == 1


def test_what_came_back_meanwhile_does_not_come_back_again(stage: Stage) -> None:
    open_exchange(stage)
    stage.type("200")
    stage.key(ENTER)
    stage.type("500")
    gave_back(stage, 800_00)  # of 899
    stage.key(ENTER)
    assert len(returns(stage)) == 1  # none with this sale, which is not made
    assert stage.checkout.page.quote.total.text() == "NT$500"
    stage.key(ESC)
    stage.key(ENTER)
    assert sale_at(stage, 0).total == 500_00
    assert sale_at(stage, 0).back == ()


def test_more_than_is_left_is_refused_before_anything_is_sold(stage: Stage) -> None:
    sheet = open_exchange(stage)
    stage.type("90000")
    stage.key(ENTER)
    assert open_sheet(stage) is sheet
    assert sheet.problem.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_and_the_price_fit(make_stage: MakeStage, language: str) -> None:
    stage = make_stage(language=language, size=(1024, 768))
    open_exchange(stage)
    assert problems(stage.window) == []
    stage.type("200")
    stage.key(ENTER)
    assert problems(stage.window) == []
