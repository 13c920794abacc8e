"""Paper slips at the checkout: keyed in by scanner and keyboard alone, one after the other; a manager's books."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.demo.checkout.slip_states import BOOK, MANAGER, key_in, open_books, open_slips, publish_book, scan_code
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.facts import SLIPS_DECLARED
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.stations.checkout.slip_books_sheet import SlipBooksSheet
from kiosk.ui.stations.checkout.slips_sheet import SlipsSheet

MakeStage = Callable[..., Stage]
CTRL = Qt.KeyboardModifier.ControlModifier


def sheet(stage: Stage) -> SlipsSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, SlipsSheet), found
    return found


def books(stage: Stage) -> SlipBooksSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, SlipBooksSheet), found
    return found


def sold(stage: Stage) -> list[dict[str, object]]:
    return [dict(fact.body) for fact in stage.store.facts(SALE_COMPLETED)]


def test_scan_time_amount_enter_and_the_next(stage: Stage) -> None:
    codes = open_slips(stage)
    for at, time in enumerate(("1042", "1105", "1131")):
        key_in(stage, codes[at], time, "980")
    assert [sale["slip"] for sale in sold(stage)] == [
        {"book": BOOK, "number": at + 1, "at": sale["slip"]["at"], "by": "1001"}  # type: ignore[index]
        for at, sale in enumerate(sold(stage))
    ]
    assert [sale["total"] for sale in sold(stage)] == [92_000] * 3
    assert stage.window.focusWidget() is sheet(stage).slip.field
    assert sheet(stage).time.text() == sheet(stage).amount.text() == ""
    assert sheet(stage).done.isVisible()


def test_by_keyboard_alone(stage: Stage) -> None:
    open_slips(stage)
    stage.type(code_of(BOOK, 7).partition("-")[2])
    stage.key(Qt.Key.Key_Return)  # what is missing next
    assert stage.window.focusWidget() is sheet(stage).time.field
    stage.type("0930")
    assert stage.window.focusWidget() is sheet(stage).amount.field
    stage.type("980")
    stage.key(Qt.Key.Key_Return)
    (sale,) = sold(stage)
    assert sale["slip"]["number"] == 7  # type: ignore[index]
    assert sale["slip"]["typed"] is True  # type: ignore[index]


def test_day_and_clerk_stay_for_the_next_slip(stage: Stage) -> None:
    codes = open_slips(stage)
    slips = sheet(stage)
    slips.day.field.setText("20")
    slips.by.field.setText("周")
    slips.by.edited.emit()
    assert slips.by.means.text() == "周建宏"
    key_in(stage, codes[0], "1500", "980")
    assert slips.day.text() == date(2026, 11, 20).isoformat()
    key_in(stage, codes[1], "1501", "980")
    assert [sale["slip"]["by"] for sale in sold(stage)] == ["1002", "1002"]  # type: ignore[index]


def test_what_is_missing_is_asked_for_one_after_the_other(stage: Stage) -> None:
    codes = open_slips(stage)
    stage.key(Qt.Key.Key_Return)
    assert sheet(stage).problem.isVisible()
    scan_code(stage, codes[0])
    assert not sheet(stage).problem.isVisible()
    stage.type("99")
    stage.key(Qt.Key.Key_Return)
    assert "1432" in sheet(stage).problem.text()
    assert sold(stage) == []


def test_a_slip_that_is_scanned_at_the_till_opens_the_sheet(stage: Stage) -> None:
    codes = publish_book(stage)
    stage.basket()
    scan_code(stage, codes[0])
    assert sheet(stage).slip.text() == code_of(BOOK, 1)
    stage.type("1042")
    stage.type("980")
    stage.key(Qt.Key.Key_Return)
    assert len(sold(stage)) == 1
    stage.key(Qt.Key.Key_Escape)
    assert stage.checkout.flow.amount.minor == 46_200  # the sale at the till goes on


def test_twice_is_refused_before_anything_else_is_keyed_in(stage: Stage) -> None:
    codes = open_slips(stage)
    key_in(stage, codes[0], "1042", "462")
    scan_code(stage, codes[0])
    assert sheet(stage).problem.isVisible()
    assert stage.window.focusWidget() is sheet(stage).slip.field
    assert len(sold(stage)) == 1


def test_a_card_that_is_scanned_after_the_slip_is_the_members(stage: Stage) -> None:
    codes = open_slips(stage)
    scan_code(stage, codes[0])
    stage.scan("K:m1")
    stage.type("1042")
    stage.type("980")
    stage.key(Qt.Key.Key_Return)
    (sale,) = sold(stage)
    assert sale["member"] == "m1"


def test_a_lost_number_needs_a_managers_pin_and_the_sheet_goes_on(stage: Stage) -> None:
    codes = open_slips(stage, MANAGER)
    stage.key(Qt.Key.Key_F4)
    stage.key(Qt.Key.Key_F6)
    assert [fact.body["what"] for fact in stage.store.facts(SLIPS_DECLARED)] == ["lost"]
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    key_in(stage, codes[4], "1105", "462")
    assert isinstance(stage.window.overlay.sheet, ApprovalSheet)
    stage.type(PIN)
    stage.key(Qt.Key.Key_Return)
    (sale,) = sold(stage)
    assert sale["slip"]["despite"] == "slip_declared"  # type: ignore[index]
    assert stage.window.focusWidget() is sheet(stage).slip.field
    assert sheet(stage).done.isVisible()


def test_what_was_keyed_in_outlasts_the_sheet(stage: Stage) -> None:
    codes = open_slips(stage)
    scan_code(stage, codes[3])
    stage.type("1105")
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    assert sheet(stage).time.text() == "1105"
    stage.type("980")
    stage.key(Qt.Key.Key_Return)
    assert len(sold(stage)) == 1


def test_a_clerk_sees_the_books_with_a_managers_pin_only(stage: Stage) -> None:
    open_slips(stage)
    stage.key(Qt.Key.Key_F4)
    assert isinstance(stage.window.overlay.sheet, ApprovalSheet)
    stage.type(PIN)
    stage.key(Qt.Key.Key_Return)
    assert len(books(stage).list.lines) == 1


def test_the_worst_case_shrinks_with_what_is_declared(stage: Stage) -> None:
    open_books(stage)
    before = books(stage).total.text()
    assert (books(stage).first.text(), books(stage).last.text()) == ("51", "70")
    stage.key(Qt.Key.Key_F5)
    assert books(stage).total.text() != before
    (fact,) = stage.store.facts(SLIPS_DECLARED)
    assert fact.body["ranges"] == [[51, 70]]
    books(stage).last.field.setText("99")
    books(stage).first.field.setText("51")
    stage.key(Qt.Key.Key_F6)
    assert books(stage).problem.isVisible()


def test_a_book_is_printed_while_the_sheet_goes_on(make_stage: MakeStage, tmp_path: Path) -> None:
    stage = make_stage(slips=tmp_path)
    publish_book(stage, count=7)
    stage.sign_in(MANAGER)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    stage.key(Qt.Key.Key_F4)
    stage.key(Qt.Key.Key_F11)
    printing = stage.checkout.slips._printing
    assert printing is not None
    printing.wait()
    stage.settle()
    assert (tmp_path / f"slips-{BOOK}.pdf").read_bytes().startswith(b"%PDF")
    assert BOOK in books(stage).news.text()


def test_a_folder_that_cannot_be_written_is_said(make_stage: MakeStage, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    stage = make_stage(slips=tmp_path / "file")
    publish_book(stage, count=3)
    stage.sign_in(MANAGER)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    stage.key(Qt.Key.Key_F4)
    stage.key(Qt.Key.Key_F11)
    printing = stage.checkout.slips._printing
    assert printing is not None
    printing.wait()
    stage.settle()
    assert books(stage).news.isVisible()


def test_somebody_elses_slips_are_not_the_next_clerks(stage: Stage) -> None:
    codes = open_slips(stage)
    scan_code(stage, codes[3])
    stage.type("1105")
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_F10)
    stage.key(Qt.Key.Key_Escape)
    stage.sign_in(2)
    stage.key(Qt.Key.Key_K, modifiers=CTRL)
    assert sheet(stage).time.text() == ""
    assert sheet(stage).by.text() == "1002"
