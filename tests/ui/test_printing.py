"""Printing from the screen: receipts by policy and again, what needs a word, and a manager's set-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.application.documents.outcomes import JobView, WhyNot
from kiosk.application.ports.printing import PrinterState
from kiosk.demo.checkout.printing_states import (
    CTRL,
    full_desk,
    has_printers,
    look_again,
    open_printers,
    open_printing,
    sell,
)
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.demo.store.printers import SETUP, print_next
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.printers import Reached, ReceiptPolicy, Trouble
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.shell.printer_sheet import PrinterSheet
from kiosk.ui.shell.printers_sheet import PrintersSheet
from kiosk.ui.shell.printing_sheet import PrintingSheet
from kiosk.ui.shell.roll_sheet import RollSheet
from kiosk.ui.shell.routes_sheet import RoutesSheet
from kiosk.ui.stations.checkout.code_sheet import CodeSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.words.printing import why_not_words
from tests.ui.hands import ENTER, ESC, F6, facts, notice, phase_of, press, sales, sheet_of

F4, F5, F8, P = Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F8, Qt.Key.Key_P


def jobs(stage: Stage) -> tuple[JobView, ...]:
    """Of today, newest first."""
    return stage.api.print_desk().jobs


def sold(stage: Stage) -> None:
    """A sale is made; its verdict is on screen."""
    stage.scan("M:m1")
    stage.type("462")
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


# --- receipts --------------------------------------------------------------------------------------------------------


def test_a_receipt_is_printed_when_it_is_asked_for(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    sold(stage)
    assert jobs(stage) == ()
    stage.key(P, modifiers=CTRL)
    (job,) = jobs(stage)
    assert (job.document, job.receipt, job.copy) == (DocumentKind.RECEIPT, sales(stage)[0].receipt, 0)
    assert "收銀台" in notice(stage)
    assert phase_of(stage) is Phase.DONE


def test_asked_for_twice_it_is_a_copy(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    sold(stage)
    for _ in range(2):
        press(stage, "print_receipt")
    assert [job.copy for job in jobs(stage)] == [1, 0]
    assert "補印第 1 份" in notice(stage)


def test_with_every_sale_it_is_printed_by_itself_once_the_verdict_was_seen(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    sold(stage)
    (job,) = jobs(stage)
    assert (job.receipt, job.copy) == (sales(stage)[0].receipt, 0)
    kinds = [fact.kind for fact in facts(stage, "sale.completed", "document.queued")]
    assert kinds == ["sale.completed", "document.queued"]
    assert not stage.window.notices.isVisible()
    stage.clock.move(1_000)
    stage.key(ENTER)
    sell(stage)  # with a Ctrl P: a copy
    assert [one.copy for one in jobs(stage)] == [1, 0, 0]


def test_never_means_only_from_the_list(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.NEVER)
    sold(stage)
    assert not stage.checkout.page.success.paper.isVisible()
    assert jobs(stage) == ()
    stage.key(F6)
    press(stage, "recent_print")
    assert len(jobs(stage)) == 1


def test_a_reprint_from_the_list_is_journalled_with_who(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    stage.key(F6)
    for _ in range(2):
        stage.key(P, "p", CTRL)
    first, second = facts(stage, "document.queued")
    assert first.actor == second.actor == stage.window.actor.id if stage.window.actor is not None else False
    assert first.body["about"] == second.body["about"] == sales(stage)[0].txn
    assert (first.body.get("copy", 0), second.body.get("copy")) == (0, 1)


def test_without_a_printer_the_code_is_on_the_screen(stage: Stage) -> None:
    stage.sign_in()
    sold(stage)
    stage.key(P, modifiers=CTRL)
    assert isinstance(sheet_of(stage), CodeSheet)
    assert jobs(stage) == ()
    stage.key(ESC)
    assert phase_of(stage) is Phase.DONE


def voids(stage: Stage, *, part: bool) -> None:
    """F8: all of the last sale, or 100 of it, by whoever may."""
    stage.clock.move(1)
    stage.key(F8)
    if part:
        stage.key(F4)
        stage.type("100")
    stage.key(Qt.Key.Key_Down)
    stage.key(ENTER)
    stage.settle()


@pytest.mark.parametrize("part", [False, True])
def test_what_is_undone_has_a_receipt_too(stage: Stage, part: bool) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    sold(stage)
    voids(stage, part=part)
    kind = DocumentKind.RETURN_RECEIPT if part else DocumentKind.VOID_RECEIPT
    assert [(job.document, job.copy) for job in jobs(stage)] == [(kind, 0), (DocumentKind.RECEIPT, 0)]
    assert {job.receipt for job in jobs(stage)} == {sales(stage)[0].receipt}
    stage.clock.move(1)
    stage.key(P, modifiers=CTRL)
    assert (jobs(stage)[0].document, jobs(stage)[0].copy) == (kind, 1)


def test_what_is_undone_is_printed_when_asked(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    sold(stage)
    voids(stage, part=True)
    assert jobs(stage) == ()
    stage.key(P, modifiers=CTRL)
    assert [job.document for job in jobs(stage)] == [DocumentKind.RETURN_RECEIPT]


def test_a_printer_out_of_paper_is_said_with_what_to_do_and_the_sale_goes_on(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    stage.store.spool.state["p-1"] = PrinterState(Trouble.PAPER_OUT)
    sold(stage)
    look_again(stage)
    assert "缺紙" in notice(stage)
    assert "裝紙" in notice(stage)
    assert stage.window.header.printing.text() == "1"
    stage.clock.move(1_000)
    stage.key(ENTER)
    assert phase_of(stage) is Phase.ENTRY


# --- what needs a word -----------------------------------------------------------------------------------------------


def doubtful(stage: Stage) -> PrintingSheet:
    """One of two receipts: nobody knows."""
    stage.sign_in()
    has_printers(stage)
    sell(stage)
    sell(stage)
    print_next(stage.store.context, Reached.PART)
    look_again(stage)
    assert "Ctrl F11" in notice(stage)
    return open_printing(stage)


def test_what_needs_a_word_comes_first_and_is_answered_by_a_key(stage: Stage) -> None:
    sheet = doubtful(stage)
    assert sheet.job is not None
    assert sheet.job.state is JobState.UNKNOWN
    stage.key(F4)
    assert [job.state for job in jobs(stage)] == [JobState.QUEUED, JobState.CAME_OUT]
    assert sheet.desk.words_wanted == 0
    assert stage.window.header.printing.text() == ""
    (told,) = facts(stage, "document.told")
    assert told.body["came_out"] is True


def test_print_again_is_a_copy_in_the_papers_language(stage: Stage) -> None:
    doubtful(stage)
    stage.i18n.set_language("en")
    stage.key(F5)
    newest, _, replaced = jobs(stage)
    assert (newest.state, newest.copy, replaced.state) == (JobState.QUEUED, 1, JobState.REPLACED)
    kept = stage.store.ledger.run(lambda tx: tx.kept_document(newest.job))
    assert kept is not None
    assert "補印第 1 份".encode() in kept


def test_withdraw_by_mouse(stage: Stage) -> None:
    doubtful(stage)
    press(stage, "job_withdraw")
    assert jobs(stage)[1].state is JobState.WITHDRAWN


def test_what_stands_on_a_paper_is_shown_in_the_printers_place(stage: Stage) -> None:
    sheet = doubtful(stage)
    stage.key(Qt.Key.Key_F6)
    stage.settle()
    assert sheet.paper.isVisible()
    assert sheet.paper.pages == 1
    first = sheet.paper.widget()
    assert first is not None
    title = first.accessibleName()
    stage.key(Qt.Key.Key_PageDown)
    assert sheet.paper.verticalScrollBar().value() > 0
    stage.key(Qt.Key.Key_PageUp)
    assert sheet.paper.verticalScrollBar().value() == 0
    # it follows the choice
    stage.key(Qt.Key.Key_Down)
    stage.settle()
    assert sheet.paper.isVisible()
    assert first.accessibleName() not in ("", title)
    press(stage, "job_look")
    assert not sheet.paper.isVisible()
    assert sheet.cards[0].isVisible()


def test_a_paper_that_is_not_kept_is_said(stage: Stage) -> None:
    sheet = doubtful(stage)
    assert sheet.job is not None
    gone = sheet.job.job
    stage.store.ledger.run(lambda tx: tx.forget_document(gone))
    stage.key(Qt.Key.Key_F6)
    stage.settle()
    assert not sheet.paper.isVisible()
    assert why_not_words(WhyNot.GONE) in sheet.what.text()


def test_only_what_fits_can_be_said(stage: Stage) -> None:
    sheet = doubtful(stage)
    stage.key(Qt.Key.Key_Down)
    assert sheet.job is not None
    assert sheet.job.state is JobState.QUEUED
    assert [button.isEnabled() for button in (sheet.came_out, sheet.again, sheet.withdraw)] == [False, False, True]
    stage.key(F4)
    stage.key(F8)
    assert [job.state for job in jobs(stage)] == [JobState.WITHDRAWN, JobState.UNKNOWN]


def test_old_ones_are_printed_or_withdrawn_at_a_word(stage: Stage) -> None:
    full_desk(stage)
    open_printing(stage)
    press(stage, "print_old_p-1")
    (released,) = facts(stage, "document.released")
    assert released.body["printer"] == "p-1"
    assert [card.view.old for card in sheet_of(stage).cards] == [0, 0, 0]  # type: ignore[union-attr]


def test_a_new_roll_is_counted(stage: Stage) -> None:
    full_desk(stage)
    open_printing(stage)
    press(stage, "roll_p-3")
    assert isinstance(sheet_of(stage), RollSheet)
    stage.type("0500")
    stage.key(Qt.Key.Key_Backspace)
    stage.type("0")
    stage.key(ENTER)
    assert stage.api.print_setup().printers[2].labels == 500
    assert isinstance(sheet_of(stage), PrintingSheet)


def test_nobody_signed_in_sees_nothing_of_it(stage: Stage) -> None:
    has_printers(stage)
    stage.key(Qt.Key.Key_F11, modifiers=CTRL)
    assert sheet_of(stage) is None


def test_a_scan_is_the_customer_behind_the_list(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    open_printing(stage)
    stage.scan("M:m1")
    assert sheet_of(stage) is None
    visit = stage.checkout.flow.visit
    assert visit is not None
    assert visit.member is not None


# --- set-up ----------------------------------------------------------------------------------------------------------


def printer_sheet(stage: Stage) -> PrinterSheet:
    sheet = sheet_of(stage)
    assert isinstance(sheet, PrinterSheet)
    return sheet


def test_a_printer_is_added_by_its_address_under_the_managers_name(stage: Stage) -> None:
    stage.sign_in()
    open_printers(stage)
    press(stage, "printer_new")
    sheet = printer_sheet(stage)
    assert not sheet.keep.isEnabled()
    stage.key(ENTER)
    assert stage.api.print_setup().printers == ()
    QTest.keyClicks(sheet.name.field, "Bar")
    QTest.keyClicks(sheet.address.field, "tcp://10.0.0.9:9100")
    sheet.choices["paper"].setFocus()
    stage.key(Qt.Key.Key_Right)
    stage.key(ENTER)  # on a choice: the next value
    assert sheet.choices["paper"].value == "A4"
    for _ in range(2):
        stage.key(Qt.Key.Key_Left)
    press(stage, "printer_keep")
    (printer,) = stage.api.print_setup().printers
    assert (printer.name, printer.address, printer.paper) == ("Bar", "tcp://10.0.0.9:9100", "80 mm")
    assert isinstance(sheet_of(stage), PrintersSheet)
    (fact,) = facts(stage, "setting.changed")
    assert fact.body["setting"] == "printing"
    assert fact.actor == fact.body["approved_by"]


def test_one_that_was_found_comes_with_what_it_says_of_itself(stage: Stage) -> None:
    stage.sign_in(4)
    open_printers(stage)
    press(stage, "printer_found_0")
    sheet = printer_sheet(stage)
    assert (sheet.name.text(), sheet.address.text()) == ("TM-m30III", "device:/dev/usb/lp1")
    stage.key(ESC)
    press(stage, "printer_found_1")
    assert printer_sheet(stage).printer.language.value == "system"


def test_a_look_says_what_is_wrong(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    open_printers(stage)
    press(stage, "printer_p-1")
    stage.store.spool.well = Trouble.COVER_OPEN
    stage.key(F4)
    assert "上蓋未關" in printer_sheet(stage).told.text()
    stage.store.spool.well = None
    stage.key(F4)
    assert "正常" in printer_sheet(stage).told.text()
    printer_sheet(stage).address.field.setText("nonsense")
    stage.key(F4)
    assert "不是印表機的位址" in printer_sheet(stage).told.text()


def test_a_test_page_keeps_the_printer_first(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    open_printers(stage)
    press(stage, "printer_p-2")
    sheet = printer_sheet(stage)
    sheet.choices["left"].choose(3)
    stage.key(F5)
    assert stage.api.print_setup().printers[1].left == 15
    (job,) = jobs(stage)
    assert (job.document, job.printer) == (DocumentKind.TEST_PAGE, "辦公室")
    assert printer_sheet(stage) is sheet


def test_removing_is_asked_twice(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    sell(stage)
    look_again(stage)
    open_printers(stage)
    press(stage, "printer_p-1")
    stage.key(F8)
    assert "1" in printer_sheet(stage).told.text()
    assert len(stage.api.print_setup().printers) == 3
    stage.key(F8)
    assert [one.id for one in stage.api.print_setup().printers] == ["p-2", "p-3"]
    assert jobs(stage)[0].state is JobState.WITHDRAWN


def test_routes_and_policy_are_kept_as_they_are_chosen(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    sheet = open_printers(stage)
    sheet.policy.choose(1)
    sheet.stale.choose(-1)
    stage.settle()
    press(stage, "print_routes")
    routes = sheet_of(stage)
    assert isinstance(routes, RoutesSheet)
    routes.choices[DocumentKind.RECEIPT].choose(2)
    stage.settle()
    setup = stage.api.print_setup()
    assert (setup.receipts, setup.stale_minutes) == (ReceiptPolicy.NEVER, 15)
    assert setup.routes == {DocumentKind.RECEIPT: "p-2"}
    assert setup.printers == SETUP.printers
    stage.key(ESC)
    assert isinstance(sheet_of(stage), PrintersSheet)
    stage.key(ESC)
    assert sheet_of(stage) is None


def test_it_takes_a_manager(stage: Stage) -> None:
    stage.sign_in(1)
    stage.key(Qt.Key.Key_F9, modifiers=CTRL)
    press(stage, "printers")
    stage.type("9" + PIN[1:])
    stage.key(ENTER)
    assert not isinstance(sheet_of(stage), PrintersSheet)


@pytest.mark.parametrize("policy", ReceiptPolicy)
def test_a_refusal_prints_nothing(stage: Stage, policy: ReceiptPolicy) -> None:
    stage.sign_in()
    has_printers(stage, policy)
    stage.scan(f"R:{RefusalCode.EXPIRED}")
    assert jobs(stage) == ()
