"""Registration forms on paper: printed by a manager, keyed in one after the other, each once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from kiosk.demo.checkout.newcomer_states import agree, publish_newcomers, write
from kiosk.demo.checkout.slip_states import MANAGER, scan_code
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.printers import set_up
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.documents.paper import A4
from kiosk.domain.documents.printers import Language, Printer
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.facts import FORMS_PRINTED
from kiosk.domain.registration.forms import form_numbers, form_read, square_code
from kiosk.domain.slips.code import book_id
from kiosk.ui.stations.checkout.forms_sheet import FormsSheet
from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet
from tests.ui.hands import ENTER, ESC, notice, press

CTRL = Qt.KeyboardModifier.ControlModifier
SET = "K7MP3QRT"
PAPER = Printer(id="a4", name="影印機", language=Language.SYSTEM, paper=A4.name, address="system:a4")


def sheet(stage: Stage) -> FormsSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, FormsSheet), found
    return found


def open_forms(stage: Stage, person: int = 1) -> None:
    publish_newcomers(stage)
    stage.sign_in(person)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    stage.key(Qt.Key.Key_F6)


def key_in(stage: Stage, number: str, phone: str, name: str) -> None:
    scan_code(stage, square_code(number))
    assert isinstance(stage.window.overlay.sheet, NewcomerSheet)
    stage.type(phone)
    write(stage, "new_name", name)
    stage.key(ENTER)
    agree(stage)
    stage.key(ENTER)


def bodies(stage: Stage) -> list[dict[str, object]]:
    return [dict(fact.body) for fact in stage.store.facts(MEMBER_REGISTERED)]


def test_one_after_the_other_each_with_its_number_and_day(stage: Stage) -> None:
    open_forms(stage)
    write(stage, "form_day", "20")
    first, second, *_ = form_numbers(SET, 3)
    key_in(stage, first, "0912000511", "林小安")
    key_in(stage, second, "0912000622", "何大同")
    assert [(body["form"], body["form_day"]) for body in bodies(stage)] == [
        (first, "2026-11-20"),
        (second, "2026-11-20"),
    ]
    assert sheet(stage).done.isVisible() or notice(stage)
    assert stage.checkout.flow.visit is None or stage.checkout.flow.visit.member is None  # nobody is at the till


def test_a_number_only_once(stage: Stage) -> None:
    open_forms(stage)
    (number,) = form_numbers(SET, 1)
    key_in(stage, number, "0912000511", "林小安")
    scan_code(stage, square_code(number))
    assert sheet(stage).problem.isVisible()
    assert len(bodies(stage)) == 1


def test_by_keyboard_the_set_stays(stage: Stage) -> None:
    open_forms(stage)
    first, second, *_ = form_numbers(SET, 2)
    write(stage, "form_number", first)
    stage.key(ENTER)
    stage.type("0912000511")
    write(stage, "new_name", "林小安")
    stage.key(ENTER)
    agree(stage)
    stage.key(ENTER)
    write(stage, "form_number", second.partition("-")[2])
    stage.key(ENTER)
    assert isinstance(stage.window.overlay.sheet, NewcomerSheet)
    assert second in stage.window.overlay.sheet.title.text()


@pytest.mark.parametrize("number", ["", "1234", "K7MP3QRT-00000", "HELLO", "KS1:X", "0912345678"])
def test_no_number_that_is_none(stage: Stage, number: str) -> None:
    open_forms(stage)
    write(stage, "form_number", number)
    stage.key(ENTER)
    assert sheet(stage).problem.isVisible()
    if number:
        refused = stage.api.name_form(number)
        assert isinstance(refused, Refusal)
        assert refused.code is RefusalCode.FORM_MISREAD


def test_no_day_that_is_still_to_come(stage: Stage) -> None:
    open_forms(stage)
    write(stage, "form_number", form_numbers(SET, 1)[0])
    write(stage, "form_day", "2027-01-01")
    stage.key(ENTER)
    assert sheet(stage).problem.isVisible()


def test_a_form_that_is_scanned_at_the_till_opens_it_and_the_sale_stays(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.basket()
    scan_code(stage, square_code(form_numbers(SET, 1)[0]))
    assert isinstance(stage.window.overlay.sheet, NewcomerSheet)
    stage.key(ESC)
    assert stage.checkout.flow.amount.minor == 46_200


def test_a_manager_prints_a_set_and_a_clerk_does_not(stage: Stage) -> None:
    set_up(stage.store.context, printers=(PAPER,))
    stage.window.printing.look()
    open_forms(stage)
    press(stage, "form_print")
    assert stage.store.facts(FORMS_PRINTED) == []
    stage.key(ESC)
    stage.key(ESC)
    stage.key(Qt.Key.Key_F10)
    stage.key(ESC)
    open_forms(stage, MANAGER)
    write(stage, "form_count", "3")
    stage.key(Qt.Key.Key_F11)
    (fact,) = stage.store.facts(FORMS_PRINTED)
    assert (fact.body["first"], fact.body["last"]) == (1, 3)
    queued = [one.body for one in stage.store.facts(DOCUMENT_QUEUED)]
    assert [one["document"] for one in queued] == ["registration_form"] * 3
    assert [one["about"] for one in queued] == list(form_numbers(str(fact.body["set"]), 3))


@given(st.binary(min_size=8, max_size=8).map(book_id), st.integers(1, 100), st.data())
def test_a_number_is_read_as_it_was_printed_and_no_other_one(made: str, count: int, data: st.DataObject) -> None:
    number = form_numbers(made, count)[-1]
    short = number.partition("-")[2]
    for text in (number, number.lower(), square_code(number), f" {number} "):
        assert form_read(text) == number
    assert form_read(short, made) == number
    place = data.draw(st.integers(0, len(short) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != short[place]]))
    assert form_read(f"{made}-{short[:place]}{other}{short[place + 1 :]}") is None
