"""The use cases of printing behind one interface; each lives in a file of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kiosk.application.context import Context
from kiosk.application.documents import say
from kiosk.application.documents.desk import print_desk
from kiosk.application.documents.outcomes import NotPrinted, PrintDesk, Queued, ShownPaper
from kiosk.application.documents.queue import paper_of, print_again, queue_document
from kiosk.application.documents.setup import change_setup, new_roll, read_setup
from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.copies import CopyWords
from kiosk.domain.documents.printers import Printer, PrintSetup, Trouble
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission

if TYPE_CHECKING:
    from kiosk.domain.documents.closing_report import ClosingReport


class DocumentsService:
    """Implements `DocumentsApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def queue_document(
        self,
        document: Document,
        actor: Actor,
        *,
        about: str = "",
        copy_words: CopyWords | None = None,
        printer: str = "",
    ) -> Queued | NotPrinted:
        """Print it."""
        queued = self._context.ledger.run(
            lambda tx: queue_document(
                self._context, tx, document, actor, about=about, copy_words=copy_words, printer=printer
            )
        )
        self._context.spool.wake()
        return queued

    def closing_report(self, day: date, actor: Actor) -> ClosingReport | Refusal:
        """A day's figures."""
        from kiosk.application.documents import closing  # once a day

        if not actor.may(Permission.VIEW_JOURNAL):
            return Refusal(RefusalCode.NOT_PERMITTED)
        run = self._context.ledger.run
        figures = run(lambda tx: closing.begin(self._context, tx, day))
        while figures.following is not None:
            run(lambda tx: closing.go_on(self._context, tx, figures))
        return run(lambda tx: closing.finish(self._context, tx, figures, actor.id))

    def print_desk(self, *, jobs: bool = True) -> PrintDesk:
        """Printers and jobs."""
        return self._context.ledger.run(lambda tx: print_desk(self._context, tx, jobs=jobs))

    def paper_of(self, job: str) -> ShownPaper | None:
        """What stands on it."""
        return self._context.ledger.run(lambda tx: paper_of(tx, job))

    def print_again(self, job: str, actor: Actor, *, copy_words: CopyWords | None = None) -> Queued | NotPrinted:
        """As a copy."""
        queued = self._context.ledger.run(lambda tx: print_again(self._context, tx, job, actor, copy_words=copy_words))
        self._context.spool.wake()
        return queued

    def came_out(self, job: str, actor: Actor) -> bool:
        """It did."""
        return self._context.ledger.run(lambda tx: say.came_out(tx, job, actor))

    def withdraw_job(self, job: str, actor: Actor) -> bool:
        """It is not wanted."""
        return self._context.ledger.run(lambda tx: say.withdraw(tx, job, actor))

    def try_again(self, job: str, actor: Actor) -> bool:
        """Once more."""
        done = self._context.ledger.run(lambda tx: say.try_again(tx, job, actor))
        self._context.spool.wake()
        return done

    def print_old(self, printer: str, before_ms: int, actor: Actor) -> int:
        """The old ones too."""
        count = self._context.ledger.run(lambda tx: say.print_old(tx, printer, before_ms, actor))
        self._context.spool.wake()
        return count

    def withdraw_old(self, printer: str, before_ms: int, actor: Actor) -> int:
        """None of the old ones."""
        return self._context.ledger.run(lambda tx: say.withdraw_old(tx, printer, before_ms, actor))

    def print_setup(self) -> PrintSetup:
        """The printers in use."""
        return self._context.ledger.run(read_setup)

    def set_up_printing(self, setup: PrintSetup, approved_by: str) -> PrintSetup:
        """Other ones."""
        used = self._context.ledger.run(lambda tx: change_setup(tx, setup, approved_by))
        self._context.spool.use(used)
        return used

    def new_roll(self, printer: str, labels: int | None, actor: Actor) -> PrintSetup:
        """So many labels."""
        setup = self._context.ledger.run(lambda tx: new_roll(tx, printer, labels, actor.id))
        self._context.spool.same_roll(printer)
        return setup

    def new_printer_id(self) -> str:
        """Short, and of chance."""
        return f"p-{self._context.randomness.bytes(4).hex()}"

    def ask_printer(self, printer: Printer) -> Trouble | None:
        """How it is."""
        return self._context.spool.ask(printer)

    def found_printers(self) -> tuple[FoundPrinter, ...]:
        """Where printers may be."""
        return self._context.spool.found()
