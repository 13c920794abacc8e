"""The queue as the spooler works through it: each step is journalled before the next one is taken."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from kiosk.application.context import Context
from kiosk.application.documents.contents import read
from kiosk.application.documents.setup import count_labels
from kiosk.application.ports.documents import PrintJob
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.printing import NotQueued, Work
from kiosk.domain.documents.blocks import UnreadableDocument
from kiosk.domain.documents.facts import DOCUMENT_FAILED, DOCUMENT_PRINTED, DOCUMENT_SENT, DOCUMENT_UNKNOWN
from kiosk.domain.documents.jobs import NOT_KEPT, JobState, may_become, outcome
from kiosk.domain.documents.printers import Sent, Trouble
from kiosk.domain.staff.actors import SYSTEM

KEPT_MS = 24 * 3_600_000
"""How long what stood on the paper of a job that is over is kept: it may be wanted again the same day."""

log = logging.getLogger(__name__)


class LedgerQueue:
    """Implements `PrintQueue`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def now_ms(self) -> int:
        """By HQ's clock as far as it is known, as jobs have their times."""
        return self._context.now_ms()

    def recover(self) -> None:
        """What was on its way is unknown from now on."""
        self._context.ledger.run(_recover)

    def next(self, printers: Mapping[str, int]) -> Work | None:
        """The first job that waits."""
        return self._context.ledger.run(lambda tx: _next(tx, printers))

    def starting(self, work: Work, printer: str, pieces: int) -> None:
        """Durable before the first byte."""
        self._context.ledger.run(lambda tx: _starting(tx, work, printer, pieces))

    def settle(self, work: Work, printer: str, pieces: int, sent: Sent) -> None:
        """What became of it."""
        self._context.ledger.run(lambda tx: _settle(tx, work, printer, pieces, sent))

    def cannot(self, work: Work, trouble: Trouble) -> None:
        """A person decides."""
        self._context.ledger.run(lambda tx: _fail(tx, work.job, trouble))

    def forget(self) -> None:
        """Contents go a day after their job was over."""
        before = self.now_ms() - KEPT_MS
        self._context.ledger.run(lambda tx: tx.forget_documents(before))


def forget(tx: LedgerTx, job: PrintJob) -> None:
    """A job is over: of some documents nothing is kept."""
    if job.document in NOT_KEPT:
        tx.forget_document(job.job)


def _recover(tx: LedgerTx) -> None:
    for job in tx.print_jobs_in((JobState.SENT,), -1):
        tx.append(DOCUMENT_UNKNOWN, SYSTEM, {"job": job.job})


def _next(tx: LedgerTx, printers: Mapping[str, int]) -> Work | None:
    for printer, since_ms in printers.items():
        while (job := tx.next_print_job(printer, since_ms)) is not None:
            work = _work(tx, job)
            if work is not None:
                return work
            _fail(tx, job.job, Trouble.FAULT)
    return None


def _work(tx: LedgerTx, job: PrintJob) -> Work | None:
    kept = tx.kept_document(job.job)
    if kept is None:
        return None
    try:
        return Work(job.job, read(kept).document)
    except UnreadableDocument as error:
        log.info("job %s cannot be read: %s", job.job, error)
        return None


def _starting(tx: LedgerTx, work: Work, printer: str, pieces: int) -> None:
    job = tx.print_job(work.job)
    if job is None or not may_become(job.state, JobState.SENT):
        raise NotQueued(work.job)
    tx.append(DOCUMENT_SENT, SYSTEM, {"job": work.job, "printer": printer})
    count_labels(tx, printer, pieces)


def _settle(tx: LedgerTx, work: Work, printer: str, pieces: int, sent: Sent) -> None:
    to, job = outcome(sent.reached), tx.print_job(work.job)
    if job is None or not may_become(job.state, to):
        return
    trouble = sent.trouble.value if sent.trouble is not None else ""
    if to is JobState.UNKNOWN:
        tx.append(DOCUMENT_UNKNOWN, SYSTEM, {"job": work.job, "trouble": trouble})
    elif to is JobState.QUEUED:
        tx.append(DOCUMENT_FAILED, SYSTEM, {"job": work.job, "trouble": trouble})
        count_labels(tx, printer, -pieces)
    else:
        tx.append(DOCUMENT_PRINTED, SYSTEM, {"job": work.job, "sure": to is JobState.PRINTED})
        forget(tx, job)


def _fail(tx: LedgerTx, job: str, trouble: Trouble) -> None:
    found = tx.print_job(job)
    if found is not None and may_become(found.state, JobState.FAILED):
        tx.append(DOCUMENT_FAILED, SYSTEM, {"job": job, "trouble": trouble.value, "retried": False})
