"""The printers and what waits for them, for people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from kiosk.application.context import Context, here
from kiosk.application.documents.outcomes import JobView, PrintDesk, PrinterView
from kiosk.application.documents.setup import read_setup
from kiosk.application.ports.documents import PrintJob
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.printing import PrinterState
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import ASKED, JobState, oldest_printed
from kiosk.domain.documents.printers import Printer, PrintSetup, Trouble
from kiosk.domain.time import instant, millis

MOST = 200
"""Jobs in a list."""


def print_desk(context: Context, tx: LedgerTx, *, jobs: bool = True) -> PrintDesk:
    """Printers, jobs that a person decides about and, with `jobs`, those of today."""
    setup, states = read_setup(tx), context.spool.states()
    oldest = {printer.id: _oldest(context, setup, states.get(printer.id)) for printer in setup.printers}
    printers = tuple(_printer(tx, setup, printer, states, oldest[printer.id]) for printer in setup.printers)
    names = {one.id: one.name for one in tx.staff()}
    called = {printer.id: printer.name for printer in setup.printers}

    def view(job: PrintJob) -> JobView:
        return _job(tx, job, names, called, oldest.get(job.printer, 0))

    today = tx.latest_print_jobs(_midnight(context, tx), MOST) if jobs else ()
    return PrintDesk(setup, printers, tuple(map(view, tx.print_jobs_in(ASKED, MOST))), tuple(map(view, today)))


def _oldest(context: Context, setup: PrintSetup, state: PrinterState | None) -> int:
    """Since when a job must wait to be printed by itself. A printer in trouble will judge when it is back."""
    now = oldest_printed(context.now_ms(), setup.stale_minutes)
    if state is None:
        return now
    return max(now, state.oldest_ms) if state.trouble is not None else state.oldest_ms


def _printer(
    tx: LedgerTx, setup: PrintSetup, printer: Printer, states: Mapping[str, PrinterState], oldest_ms: int
) -> PrinterView:
    state = states.get(printer.id, PrinterState())
    waiting = tx.waiting_jobs({printer.id: 2**62}).get(printer.id)
    old = tx.waiting_jobs({printer.id: oldest_ms}).get(printer.id)
    other = setup.printer(state.stands_in)
    return PrinterView(
        printer,
        state.trouble,
        state.printing,
        waiting.count if waiting is not None else 0,
        old.count if old is not None else 0,
        oldest_ms,
        instant(waiting.oldest_ms) if waiting is not None else None,
        other.name if other is not None else "",
        state.new_roll,
    )


def _job(tx: LedgerTx, job: PrintJob, names: Mapping[str, str], called: Mapping[str, str], oldest_ms: int) -> JobView:
    sale = tx.sale(job.about.partition("/")[0]) if job.about else None  # behind it: which return of the sale
    printer = job.sent_to or job.printer
    return JobView(
        job=job.job,
        document=DocumentKind(job.document) if job.document in tuple(DocumentKind) else None,
        language=job.language,
        receipt=str(sale.document.get("receipt", "")) if sale is not None else "",
        printer=called.get(printer, ""),
        state=job.state,
        copy=job.copy,
        at=instant(job.at_ms),
        who=names.get(job.actor, job.actor),
        trouble=Trouble(job.trouble) if job.trouble in tuple(Trouble) else None,
        old=job.state is JobState.QUEUED and job.since_ms < oldest_ms,
    )


def _midnight(context: Context, tx: LedgerTx) -> int:
    _identity, store = here(context, tx)
    zone = ZoneInfo(store.zone)
    return millis(datetime.combine(context.now().astimezone(zone).date(), time(), zone))
