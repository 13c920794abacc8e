"""What a person says about jobs: it came out, it is not wanted any more, the old ones shall be printed after all."""

from __future__ import annotations

from kiosk.application.documents.spool import forget
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.documents.facts import DOCUMENT_RELEASED, DOCUMENT_TOLD, DOCUMENT_WITHDRAWN
from kiosk.domain.documents.jobs import JobState, may_become
from kiosk.domain.staff.actors import Actor


def came_out(tx: LedgerTx, job: str, actor: Actor) -> bool:
    """The paper of a job that nobody knew of lies there. False: the job stands elsewhere by now."""
    found = tx.print_job(job)
    if found is None or not may_become(found.state, JobState.CAME_OUT):
        return False
    tx.append(DOCUMENT_TOLD, actor.id, {"job": job, "came_out": True})
    forget(tx, found)
    return True


def withdraw(tx: LedgerTx, job: str, actor: Actor) -> bool:
    """It is not wanted; one that nobody knew of did not come out. False: the job stands elsewhere by now."""
    found = tx.print_job(job)
    if found is None or not may_become(found.state, JobState.WITHDRAWN):
        return False
    if found.state is JobState.UNKNOWN:
        tx.append(DOCUMENT_TOLD, actor.id, {"job": job, "came_out": False})
    else:
        tx.append(DOCUMENT_WITHDRAWN, actor.id, {"printer": found.printer, "job": job})
    forget(tx, found)
    return True


def try_again(tx: LedgerTx, job: str, actor: Actor) -> bool:
    """A job of which nothing left, and would not by itself, goes to its printer once more. False: it stands elsewhere
    by now."""
    found = tx.print_job(job)
    if found is None or found.state is not JobState.FAILED:
        return False
    tx.append(DOCUMENT_RELEASED, actor.id, {"printer": found.printer, "job": job})
    return True


def withdraw_old(tx: LedgerTx, printer: str, before_ms: int, actor: Actor) -> int:
    """None of those that wait at a printer since before then is wanted. Gives how many it were."""
    waiting = tx.waiting_jobs({printer: before_ms}).get(printer)
    if waiting is None:
        return 0
    tx.append(DOCUMENT_WITHDRAWN, actor.id, {"printer": printer, "before": before_ms})
    return waiting.count


def print_old(tx: LedgerTx, printer: str, before_ms: int, actor: Actor) -> int:
    """All of them shall be printed. Gives how many it are."""
    waiting = tx.waiting_jobs({printer: before_ms}).get(printer)
    if waiting is None:
        return 0
    tx.append(DOCUMENT_RELEASED, actor.id, {"printer": printer, "before": before_ms})
    return waiting.count
