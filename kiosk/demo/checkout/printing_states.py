"""States of printing: receipts, the list of jobs, a manager's set-up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.application.ports.printing import PrinterState
from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.demo.store.printers import print_next, set_up
from kiosk.domain.documents.printers import Reached, ReceiptPolicy, Trouble
from kiosk.ui.shell.printer_sheet import PrinterSheet
from kiosk.ui.shell.printers_sheet import PrintersSheet
from kiosk.ui.shell.printing_sheet import PrintingSheet

CTRL = Qt.KeyboardModifier.ControlModifier


def has_printers(stage: Stage, policy: ReceiptPolicy = ReceiptPolicy.ASKED) -> None:
    """Three printers are set up, and the window knows."""
    set_up(stage.store.context, policy)
    stage.window.printing.look()
    stage.settle()


def look_again(stage: Stage) -> None:
    """A printer stands elsewhere."""
    stage.window.printing.look()
    stage.settle()


def open_printing(stage: Stage) -> PrintingSheet:
    """Ctrl F11."""
    stage.key(Qt.Key.Key_F11, modifiers=CTRL)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, PrintingSheet)
    return sheet


def open_printers(stage: Stage) -> PrintersSheet:
    """Ctrl F9, the printers, the manager's PIN."""
    stage.key(Qt.Key.Key_F9, modifiers=CTRL)
    tap(stage, "printers")
    stage.type(PIN)
    stage.key(Qt.Key.Key_Return)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, PrintersSheet)
    return sheet


def sell(stage: Stage) -> None:
    """A sale, and its receipt when it is asked for."""
    stage.scan("M:m1")
    stage.type("462")
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_P, modifiers=CTRL)
    stage.clock.move(1_000)
    stage.key(Qt.Key.Key_Return)


def _receipt_printed(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage)
    stage.scan("M:m1")
    stage.type("462")
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_P, modifiers=CTRL)
    stage.frame()


def _receipt_waits(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    stage.store.spool.state["p-1"] = PrinterState(Trouble.PAPER_OUT)
    stage.scan("M:m1")
    stage.type("462")
    stage.key(Qt.Key.Key_Return)
    look_again(stage)
    stage.frame()


def _receipt_code(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_P, modifiers=CTRL)


def full_desk(stage: Stage) -> None:
    """Jobs in every state, and a printer in trouble."""
    stage.sign_in()
    has_printers(stage)
    for _ in range(5):
        sell(stage)
    for reached in (Reached.PRINTED, Reached.PART, Reached.ALL):
        print_next(stage.store.context, reached)
    old = stage.store.context.now_ms()
    stage.clock.move(1_000)
    sell(stage)
    stage.store.spool.state = {
        "p-1": PrinterState(Trouble.PAPER_OUT, oldest_ms=old, stands_in="p-2"),
        "p-2": PrinterState(Trouble.PAPER_LOW),
        "p-3": PrinterState(new_roll=True),
    }
    look_again(stage)


def _printing(stage: Stage) -> None:
    full_desk(stage)
    open_printing(stage)


def _printing_paper(stage: Stage) -> None:
    full_desk(stage)
    open_printing(stage).look.click()
    stage.settle()


def _printing_none(stage: Stage) -> None:
    stage.sign_in()
    open_printing(stage)


def _roll(stage: Stage) -> None:
    full_desk(stage)
    open_printing(stage).cards[2].roll_button.click()
    stage.settle()
    stage.type("500")


def _printers(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    open_printers(stage)


def _printer(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    stage.store.spool.well = Trouble.COVER_OPEN
    open_printers(stage).rows[2].click()
    stage.settle()
    stage.key(Qt.Key.Key_F4)


def _printer_new(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    open_printers(stage).rows[3].click()
    stage.settle()
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, PrinterSheet)
    sheet.address.keys.click()
    stage.settle()


def _print_routes(stage: Stage) -> None:
    stage.sign_in(4)
    has_printers(stage)
    open_printers(stage).routes.click()
    stage.settle()


PRINTING_STATES: dict[str, Callable[[Stage], None]] = {
    "receipt_printed": _receipt_printed,
    "receipt_waits": _receipt_waits,
    "receipt_code": _receipt_code,
    "printing": _printing,
    "printing_paper": _printing_paper,
    "printing_none": _printing_none,
    "label_roll": _roll,
    "printers": _printers,
    "printer": _printer,
    "printer_new": _printer_new,
    "print_routes": _print_routes,
}
