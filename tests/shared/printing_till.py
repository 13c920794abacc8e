"""A till with printers, and a spooler that is worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.documents.outcomes import Queued
from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.ports.printing import FoundPrinter, PrinterState
from kiosk.application.service import CheckoutService
from kiosk.domain.documents.blocks import Document, DocumentKind, Text
from kiosk.domain.documents.paper import BADGE, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Trouble
from tests.fakes import IDENTITY, KEY
from tests.shared.memory import reference_in_memory
from tests.shared.till import CLERK, Till

COUNTER = Printer("p-1", "Counter", Language.ESCPOS, "tcp://10.0.0.5:9100", ROLL_80.name, fallback="p-2")
OFFICE = Printer("p-2", "Office", Language.ESCPOS, "tcp://10.0.0.6:9100", ROLL_80.name)
LABELS = Printer("p-3", "Badges", Language.ZPL, "tcp://10.0.0.7:9100", BADGE.name, labels=30)
SETUP = PrintSetup((COUNTER, OFFICE, LABELS))


def paper(text: str = "Receipt 7", kind: DocumentKind = DocumentKind.RECEIPT) -> Document:
    """A document of one line."""
    return Document(kind, "en", text, (Text(text),))


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

    def found(self) -> tuple[FoundPrinter, ...]:
        return ()


class PrintingTill(Till):
    """A till whose manager has set printers up. `threads`: its ledger may be used from several."""

    def __init__(self, folder: Path | None = None, *, threads: bool = False, setup: PrintSetup = SETUP) -> None:
        self._threads = threads
        super().__init__(folder)
        self.spool = HandSpool()
        self.context = replace(self.context, spool=self.spool)
        self.service = CheckoutService(self.context)
        self.queue = LedgerQueue(self.context)
        self.service.set_up_printing(setup, "s-2")

    def _opened(self, folder: Path | None, reference: Path | None) -> tuple[SqlLedger, SqlReference]:
        if not self._threads:
            return super()._opened(folder, reference)
        ledger = memory_ledger(KEY, self.clock)
        ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        return ledger, reference_in_memory()

    def wants(self, text: str = "Receipt 7", about: str = "", printer: str = "") -> str:
        """The clerk has something printed; its job."""
        done = self.service.queue_document(paper(text), CLERK, about=about, printer=printer)
        assert isinstance(done, Queued)
        return done.job
