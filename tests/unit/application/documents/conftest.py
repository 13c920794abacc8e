"""A till with printers, and a spooler that is worked by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.ports.printing import PrinterState
from kiosk.application.service import CheckoutService
from kiosk.domain.documents.paper import BADGE, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Trouble
from tests.shared.till import Till

COUNTER = Printer("p-1", "Counter", Language.ESCPOS, "tcp://10.0.0.5:9100", ROLL_80.name, fallback="p-2")
OFFICE = Printer("p-2", "Office", Language.ESCPOS, "tcp://10.0.0.6:9100", ROLL_80.name)
LABELS = Printer("p-3", "Badges", Language.ZPL, "tcp://10.0.0.7:9100", BADGE.name, labels=30)
SETUP = PrintSetup((COUNTER, OFFICE, LABELS))


class HandSpool:
    """Printers that are as a test says."""

    def __init__(self) -> None:
        self.woken = 0
        self.state: dict[str, PrinterState] = {}
        self.used: list[PrintSetup] = []
        self.rolls: list[str] = []

    def wake(self) -> None:
        self.woken += 1

    def use(self, setup: PrintSetup) -> None:
        self.used.append(setup)

    def states(self) -> Mapping[str, PrinterState]:
        return self.state

    def same_roll(self, printer: str) -> None:
        self.rolls.append(printer)

    def ask(self, printer: Printer) -> Trouble | None:
        return Trouble.COVER_OPEN


class PrintingTill(Till):
    """A till whose manager has set printers up."""

    def __init__(self) -> None:
        super().__init__()
        self.spool = HandSpool()
        self.context = replace(self.context, spool=self.spool)
        self.service = CheckoutService(self.context)
        self.queue = LedgerQueue(self.context)
        self.service.set_up_printing(SETUP, "s-2")


@pytest.fixture
def till() -> Iterator[PrintingTill]:
    till = PrintingTill()
    yield till
    till.close()
