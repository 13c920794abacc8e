"""A document is to be printed."""

from __future__ import annotations

from msgspec import structs

from kiosk.application.context import Context
from kiosk.application.documents.contents import Contents, read, written
from kiosk.application.documents.outcomes import NotPrinted, Queued, ShownPaper, WhyNot
from kiosk.application.documents.setup import read_setup
from kiosk.application.ports.documents import PrintJob
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.copies import CopyWords, copy_of
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.documents.facts import Queued as Body
from kiosk.domain.documents.jobs import JobState, next_copy
from kiosk.domain.documents.paper import ROLL_80, paper_named
from kiosk.domain.documents.printers import Language, Printer
from kiosk.domain.documents.routing import SUITS, route
from kiosk.domain.staff.actors import Actor


def queue_document(
    context: Context,
    tx: LedgerTx,
    document: Document,
    actor: Actor,
    *,
    about: str = "",
    copy_words: CopyWords | None = None,
    printer: str = "",
) -> Queued | NotPrinted:
    """Put it into the queue of its printer. `about`: the id of what it is about; a second document of its kind about
    the same is a copy, and says so in `copy_words`. `printer`: id of another
    than the one that such documents go to."""
    setup = read_setup(tx)
    found = setup.printer(printer) if printer else route(setup, document.kind)
    if found is None:
        return NotPrinted(WhyNot.NO_PRINTER)
    if found.language is Language.PAGE:
        # a page is no paper: neither is it a copy of one, nor does it make one of the next
        document = structs.replace(document, page=context.randomness.bytes(16).hex())
        return _queue(context, tx, document, found, actor, about="", copy_words=None)
    return _queue(context, tx, document, found, actor, about=about, copy_words=copy_words)


def print_again(
    context: Context, tx: LedgerTx, job: str, actor: Actor, *, copy_words: CopyWords | None = None
) -> Queued | NotPrinted:
    """A job of which nobody knows whether it came out is printed once more, as a copy. The one before is over."""
    before = tx.print_job(job)
    if before is None or before.state is not JobState.UNKNOWN:
        return NotPrinted(WhyNot.OVER)
    kept = tx.kept_document(job)
    if kept is None:
        return NotPrinted(WhyNot.GONE)
    document, setup = read(kept).unmarked, read_setup(tx)
    printer = setup.printer(before.printer) or route(setup, document.kind)
    if printer is None:
        return NotPrinted(WhyNot.NO_PRINTER)
    return _queue(context, tx, document, printer, actor, about=before.about, copy_words=copy_words, again=before)


def paper_of(tx: LedgerTx, job: str) -> ShownPaper | None:
    """What stands on the paper of a job; None: it is not kept any more."""
    known, kept = tx.print_job(job), tx.kept_document(job)
    if known is None or kept is None:
        return None
    document = read(kept).document
    printer = read_setup(tx).printer(known.printer)
    paper = paper_named(printer.paper) if printer is not None else None
    return ShownPaper(job, document, paper or paper_named(SUITS[document.kind][0]) or ROLL_80)


def _queue(
    context: Context,
    tx: LedgerTx,
    document: Document,
    printer: Printer,
    actor: Actor,
    *,
    about: str,
    copy_words: CopyWords | None,
    again: PrintJob | None = None,
) -> Queued:
    highest = tx.highest_copy(document.kind, about) if about else None
    if again is not None and highest is None:
        highest = again.copy
    copy, job = next_copy(highest), context.new_id()
    body = Body(
        job=job,
        document=document.kind,
        printer=printer.id,
        language=document.language,
        about=about,
        copy=copy,
        again=again.job if again is not None else "",
    )
    tx.append(DOCUMENT_QUEUED, actor.id, DOCUMENT_QUEUED.write(body))
    tx.keep_document(job, written(_contents(document, copy, copy_words)))
    state = context.spool.states().get(printer.id)
    return Queued(job, printer.name, copy, state.trouble if state is not None else None, document.page)


def _contents(document: Document, copy: int, words: CopyWords | None) -> Contents:
    if not copy:
        return Contents(document)
    marks = words or CopyWords(document.language, "", "Copy {n}", "Copy {n}")
    return Contents(copy_of(document, copy, marks), document)
