"""Nothing is lost by a slip: Enter, Esc and closing do what they seem to do; sales are taken back; locks keep them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.people import PIN
from kiosk.ui.shell.ask import AskSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sheets import FindMemberSheet
from tests.ui.hands import ENTER, ESC, F3, agree, phase_of, press, sales, sheet_of, visit_of

CTRL = Qt.KeyboardModifier.ControlModifier


def member(stage: Stage) -> str:
    found = visit_of(stage).member
    return found.id if found is not None else ""


def asked(stage: Stage) -> AskSheet:
    sheet = sheet_of(stage)
    assert isinstance(sheet, AskSheet)
    return sheet


# --- Enter and Esc ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_whatever_button_has_the_focus_and_confirms_nothing(stage: Stage, key: Qt.Key) -> None:
    stage.basket()
    before = len(sales(stage))
    find = stage.checkout.page.side.find_button
    find.setFocus()
    stage.key(key)
    assert isinstance(sheet_of(stage), FindMemberSheet)
    stage.key(ESC)
    card = next(one for one in stage.checkout.page.coupons.cards if one.isVisible() and one.isChecked())
    coupon = card.coupon
    card.setFocus()
    stage.key(key)
    assert coupon not in [line.coupon for line in visit_of(stage).quote.lines]
    language = stage.i18n.language
    stage.window.header.setFocus()
    pill = next(b for b in stage.window.header.findChildren(type(find)) if b.isVisible() and b.isEnabled())
    pill.setFocus()
    stage.key(key)
    assert phase_of(stage) is Phase.ENTRY
    assert len(sales(stage)) == before
    stage.i18n.set_language(language)
    if sheet_of(stage) is not None:
        stage.key(ESC)
    stage.checkout.page.setFocus()
    stage.key(key)
    assert phase_of(stage) is Phase.DONE


def test_a_digit_gives_the_amount_the_keyboard_back(stage: Stage) -> None:
    stage.basket()
    stage.checkout.page.side.find_button.setFocus()
    stage.type("5")
    assert stage.checkout.page.hasFocus()
    assert stage.checkout.flow.amount.text == "4625"


def test_escape_closes_a_notice_first_then_the_sheet_then_asks(stage: Stage) -> None:
    stage.basket()
    stage.key(F3)
    stage.window.messages.notice("hello")
    stage.key(ESC)
    assert not stage.window.notices.isVisible()
    assert isinstance(sheet_of(stage), FindMemberSheet)
    stage.key(ESC)
    assert sheet_of(stage) is None
    stage.window.messages.notice("hello")
    stage.key(ESC)
    assert sheet_of(stage) is None
    stage.key(ESC)
    assert "NT$462" in asked(stage).title.text()
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert not stage.checkout.flow.empty


def test_a_member_alone_is_put_away_without_a_question(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert stage.checkout.flow.empty


# --- taken back ------------------------------------------------------------------------------------------------------


def test_a_sale_put_aside_can_be_taken_back(stage: Stage) -> None:
    STATES["put_aside"](stage)
    assert stage.checkout.flow.empty
    button = stage.checkout.page.quote.back
    assert button.isVisible()
    press(stage, "take_back")
    assert not button.isVisible()
    assert member(stage) == "m1"
    assert stage.checkout.page.quote.total.text() == "NT$379"
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


def test_one_that_is_open_is_exchanged_for_it(stage: Stage) -> None:
    STATES["put_aside"](stage)
    stage.type("77")
    stage.key(Qt.Key.Key_Z, "", CTRL)
    assert stage.checkout.flow.amount.text == "462"
    stage.key(Qt.Key.Key_Z, "", CTRL)
    assert stage.checkout.flow.amount.text == "77"


def test_after_a_while_it_is_gone(stage: Stage) -> None:
    STATES["put_aside"](stage)
    stage.checkout.flow.shelf.timer.timeout.emit()
    assert not stage.checkout.page.quote.back.isVisible()
    stage.key(Qt.Key.Key_Z, "", CTRL)
    assert stage.checkout.flow.empty


# --- two phones ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", [("M:m1", "462"), ("M:m1", "C:p1")])
def test_another_members_code_asks_once_something_is_in(stage: Stage, texts: tuple[str, str]) -> None:
    stage.sign_in()
    stage.scan(texts[0])
    stage.scan(texts[1]) if texts[1].startswith("C:") else stage.type(texts[1])
    before = visit_of(stage)
    stage.scan("M:m2")
    asked(stage)
    assert visit_of(stage) == before
    stage.key(ESC)
    assert visit_of(stage) == before
    stage.scan("M:m2")
    asked(stage)
    agree(stage)
    assert member(stage) == "m2"
    assert visit_of(stage).member.proven  # type: ignore[union-attr]
    assert visit_of(stage).txn != before.txn
    assert visit_of(stage).amount == 0
    assert visit_of(stage).scanned == ()
    assert {coupon.id for coupon in visit_of(stage).coupons} == {"c6"}
    stage.key(Qt.Key.Key_Z, "", CTRL)
    assert (member(stage), visit_of(stage).amount) == ("m1", before.amount)


def test_with_nothing_in_another_member_simply_comes(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.scan("M:m2")
    assert sheet_of(stage) is None
    assert member(stage) == "m2"


# --- closing and locking ---------------------------------------------------------------------------------------------


def test_closing_asks_while_a_sale_is_open(stage: Stage) -> None:
    stage.basket()
    assert not stage.window.close()
    stage.settle()
    assert stage.window.isVisible()
    stage.key(ESC)
    assert not stage.checkout.flow.empty
    stage.window.close()
    asked(stage)
    agree(stage)
    assert not stage.window.isVisible()


def test_a_sale_outlives_a_lock_a_managers_badge_and_the_return(stage: Stage) -> None:
    stage.basket()
    txn = visit_of(stage).txn
    stage.window.lock()
    stage.settle()
    stage.scan("S:1003")  # the manager looks after something
    assert stage.window.actor is not None
    assert stage.window.actor.id == "1003"
    assert stage.checkout.flow.empty
    stage.type("55")
    stage.window.lock()
    stage.settle()
    stage.scan("S:1001")
    assert stage.window.actor.id == "1001"
    assert (visit_of(stage).txn, stage.checkout.flow.amount.text, member(stage)) == (txn, "462", "m1")
    assert stage.checkout.page.quote.total.text() == "NT$379"
    stage.window.lock()
    stage.settle()
    stage.type(PIN)
    stage.key(ENTER)
    assert visit_of(stage).txn == txn
