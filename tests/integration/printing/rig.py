"""A print queue on a ledger of its own, without the till around it; printers that answer on a socket."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import cast

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.printing.connections import Patience
from kiosk.application.context import Context
from kiosk.application.documents.outcomes import Queued
from kiosk.application.documents.queue import print_again, queue_document
from kiosk.application.documents.setup import keep
from kiosk.application.ports.documents import PrintJob
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.printing import NoSpool, Spool
from kiosk.domain.documents.blocks import Document, DocumentKind, Text
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup
from kiosk.domain.ids import ordered_id
from kiosk.domain.staff.actors import System

ACTOR = System()
SHORT = Patience(connect_s=5, answer_s=5, stall_s=5, come_out_s=20, poll_s=0.2, end_s=5)
_NUMBERS = itertools.count(1)


@dataclass
class QueueContext:
    """What the queue needs of `Context`."""

    ledger: SqlLedger
    spool: Spool = field(default_factory=NoSpool)

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def new_id(self) -> str:
        return ordered_id(self.now_ms(), next(_NUMBERS).to_bytes(10, "big"))

    @property
    def as_context(self) -> Context:
        return cast("Context", self)


def set_up(ledger: SqlLedger, address: str) -> PrintSetup:
    """One receipt printer at an address."""
    printer = Printer("p-1", "Counter", Language.ESCPOS, address, ROLL_80.name)
    setup = PrintSetup((printer,), stale_minutes=0)
    ledger.run(lambda tx: keep(tx, setup))
    return setup


def paper(mark: str) -> Document:
    """A receipt that says `mark`, which no other does."""
    lines = (Text(f"<{mark}>"), *(Text(f"line {n} of what was bought") for n in range(12)), Text(f"<{mark}>"))
    return Document(DocumentKind.RECEIPT, "en", mark, lines)


def wants(context: QueueContext, mark: str) -> str:
    """It is queued, durably; its job."""
    work = lambda tx: queue_document(context.as_context, tx, paper(mark), ACTOR, about=mark)  # noqa: E731
    done = context.ledger.run(work)
    assert isinstance(done, Queued)
    context.spool.wake()
    return done.job


def again(context: QueueContext, job: str) -> None:
    """A person has it printed once more."""
    done = context.ledger.run(lambda tx: print_again(context.as_context, tx, job, ACTOR))
    assert isinstance(done, Queued)
    context.spool.wake()


def jobs_in(ledger: SqlLedger, *states: JobState) -> list[PrintJob]:
    """Open jobs in these states."""

    def read(tx: LedgerTx) -> list[PrintJob]:
        return list(tx.print_jobs_in(states, -1))

    return ledger.run(read)


def all_jobs(ledger: SqlLedger) -> list[PrintJob]:
    """Every job there ever was."""

    def read(tx: LedgerTx) -> list[PrintJob]:
        return list(tx.latest_print_jobs(0, 1_000_000))

    return ledger.run(read)
