"""Printers of the demo store: set up as a manager would, and as well or ill as a state wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.application.context import Context
from kiosk.application.documents.setup import keep
from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.printing import FoundPrinter, PrinterState
from kiosk.domain.documents.paper import BADGE, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Reached, ReceiptPolicy, Sent, Trouble

COUNTER = Printer("p-1", "收銀台", Language.ESCPOS, "tcp://192.168.1.50:9100", ROLL_80.name, fallback="p-2")
OFFICE = Printer("p-2", "辦公室", Language.ESCPOS, "tcp://192.168.1.51:9100", ROLL_80.name)
LABELS = Printer("p-3", "名牌", Language.ZPL, "device:/dev/usb/lp0", BADGE.name, labels=18)
PHONES = Printer("p-4", "手機", Language.PAGE, "hq:", ROLL_80.name)
SETUP = PrintSetup((COUNTER, OFFICE, LABELS))
FOUND = (FoundPrinter("device:/dev/usb/lp1", "TM-m30III", Language.ESCPOS), FoundPrinter("system:HP_M404", "HP M404"))


class DemoSpool:
    """A `Spool` that prints when it is told to, and is asked by nobody."""

    def __init__(self) -> None:
        self.state: dict[str, PrinterState] = {}
        self.well: Trouble | None = None
        """How every printer is that is asked."""

    def wake(self) -> None:
        """Nothing is printed by itself."""

    def use(self, setup: PrintSetup) -> None:
        """As they are."""

    def states(self) -> Mapping[str, PrinterState]:
        """As a state of the demo wants them."""
        return self.state

    def same_roll(self, printer: str) -> None:
        """It is known."""
        if printer in self.state:
            self.state[printer] = replace(self.state[printer], new_roll=False)

    def ask(self, printer: Printer) -> Trouble | None:
        """As every printer is. ValueError: an address of no known form."""
        if ":" not in printer.address:
            raise ValueError(printer.address)
        return self.well

    def found(self) -> tuple[FoundPrinter, ...]:
        """Two more."""
        return FOUND


def set_up(
    context: Context, policy: ReceiptPolicy = ReceiptPolicy.ASKED, printers: tuple[Printer, ...] = SETUP.printers
) -> None:
    """Printers, without a word in the journal."""
    setup = PrintSetup(printers, receipts=policy)

    def put(tx: LedgerTx) -> None:
        keep(tx, setup)

    context.ledger.run(put)


def print_next(context: Context, reached: Reached = Reached.PRINTED, trouble: Trouble | None = None) -> None:
    """What waits longest at the counter goes to the printer, so far."""
    queue = LedgerQueue(context)
    work = queue.next({COUNTER.id: 0})
    if work is not None:
        queue.starting(work, COUNTER.id, 0)
        queue.settle(work, COUNTER.id, 0, Sent(reached, trouble))
