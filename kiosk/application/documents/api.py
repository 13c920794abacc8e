"""What any station may ask about printing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from kiosk.application.documents.outcomes import NotPrinted, PrintDesk, Queued, ShownPaper
from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.copies import CopyWords
from kiosk.domain.documents.printers import Printer, PrintSetup, Trouble
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor

if TYPE_CHECKING:
    from kiosk.domain.documents.closing_report import ClosingReport


class DocumentsApi(Protocol):
    """The print queue and its printers. Nothing waits for a printer, but `ask_printer`."""

    def queue_document(
        self,
        document: Document,
        actor: Actor,
        *,
        about: str = "",
        copy_words: CopyWords | None = None,
        printer: str = "",
    ) -> Queued | NotPrinted:
        """Print it. `about`: the id of what it is about; a second one of its kind about the same is a copy and says so
        (in `copy_words`). `printer`: id of another than its own."""

    def closing_report(self, day: date, actor: Actor) -> ClosingReport | Refusal:
        """What this terminal did on a day of the store's calendar; reasons of voids are codes. Takes a day's journal to
        read, a stretch at a time. NOT_PERMITTED without VIEW_JOURNAL."""

    def print_desk(self, *, jobs: bool = True) -> PrintDesk:
        """Printers, jobs that a person decides about and, with `jobs`, those of today."""

    def paper_of(self, job: str) -> ShownPaper | None:
        """What stands on the paper of a job, and which paper; None: it is not kept any more."""

    def print_again(self, job: str, actor: Actor, *, copy_words: CopyWords | None = None) -> Queued | NotPrinted:
        """Once more, as a copy, what may not have come out."""

    def came_out(self, job: str, actor: Actor) -> bool:
        """It did. False: the job stands elsewhere by now; so below."""

    def withdraw_job(self, job: str, actor: Actor) -> bool:
        """It is not wanted any more, or did not come out and is not wanted again."""

    def try_again(self, job: str, actor: Actor) -> bool:
        """What could not be brought to the printer, once more."""

    def print_old(self, printer: str, before_ms: int, actor: Actor) -> int:
        """Print what waits at a printer since before then (ms since 1970). Gives how many it are."""

    def withdraw_old(self, printer: str, before_ms: int, actor: Actor) -> int:
        """Print none of it."""

    def print_setup(self) -> PrintSetup:
        """The printers in use."""

    def set_up_printing(self, setup: PrintSetup, approved_by: str) -> PrintSetup:
        """Use others from now on; gives what is in use now. `approved_by`: staff id of who gave their PIN for it.
        Journalled."""

    def new_roll(self, printer: str, labels: int | None, actor: Actor) -> PrintSetup:
        """So many labels are on the roll of a printer now; None: nobody counts them. Journalled."""

    def new_printer_id(self) -> str:
        """The id of a printer that is added."""

    def ask_printer(self, printer: Printer) -> Trouble | None:
        """How a printer is, set up or not; waits for it, some seconds at most. ValueError: an address of no known
        form."""

    def found_printers(self) -> tuple[FoundPrinter, ...]:
        """Printers on this machine's ports, and its system's. Takes some hundredths of a second."""
