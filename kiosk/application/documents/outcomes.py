"""What the use cases of printing give back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.jobs import ASKED, JobState
from kiosk.domain.documents.paper import Paper
from kiosk.domain.documents.printers import Printer, PrintSetup, Trouble
from kiosk.domain.documents.routing import route


class WhyNot(StrEnum):
    """Why nothing is printed."""

    NO_PRINTER = "no_printer"
    """None is set up for such a document."""
    GONE = "gone"
    """What stood on the paper is not kept any more."""
    OVER = "over"
    """The job stands elsewhere by now."""


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Nothing was queued, or changed."""

    why: WhyNot


@dataclass(frozen=True, slots=True)
class Queued:
    """A document waits for its printer (its name). `copy`: 0, or the how manieth copy it is marked as; `trouble`: what
    holds the printer up now. `page`: the name of a page at HQ, "" where it is paper."""

    job: str
    printer: str
    copy: int
    trouble: Trouble | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """What stands on the paper of a job, and which paper its printer has."""

    job: str
    document: Document
    paper: Paper


@dataclass(frozen=True, slots=True)
class JobView:
    """A job for people. `document`: None for a kind that this program does not know; `receipt`: number of the sale it
    is about, "" where it is about none; `printer`: the name of the one it waits for or went to; `old`: it waits to be
    asked for; `who`: by name."""

    job: str
    document: DocumentKind | None
    language: str
    receipt: str
    printer: str
    state: JobState
    copy: int
    at: datetime
    who: str
    trouble: Trouble | None = None
    old: bool = False

    @property
    def asked(self) -> bool:
        """A person decides about it."""
        return self.state in ASKED


@dataclass(frozen=True, slots=True)
class PrinterView:
    """A printer and what waits for it. `old`: how many of the waiting are too old to be printed unasked, since before
    `old_before_ms` (ms since 1970); `stands_in`: the name of the printer that prints for it; `new_roll`: how many
    labels are on the roll now?"""

    printer: Printer
    trouble: Trouble | None = None
    printing: bool = False
    waiting: int = 0
    old: int = 0
    old_before_ms: int = 0
    oldest: datetime | None = None
    stands_in: str = ""
    new_roll: bool = False

    @property
    def few_labels(self) -> bool:
        """Few are left on the roll."""
        left = self.printer.labels
        return left is not None and left <= self.printer.warn_at


@dataclass(frozen=True, slots=True)
class PrintDesk:
    """All of it. `asked`: jobs that a person decides about, oldest first; `jobs`: those of today, newest first."""

    setup: PrintSetup
    printers: tuple[PrinterView, ...] = ()
    asked: tuple[JobView, ...] = ()
    jobs: tuple[JobView, ...] = ()

    @property
    def prints_receipts(self) -> bool:
        """There is a printer for receipts."""
        return route(self.setup, DocumentKind.RECEIPT) is not None

    @property
    def words_wanted(self) -> int:
        """How many answers are wanted from a person."""
        return len(self.asked) + sum((view.old > 0) + view.new_roll for view in self.printers)

    @property
    def in_trouble(self) -> tuple[PrinterView, ...]:
        """Printers that hold something up."""
        return tuple(view for view in self.printers if view.trouble is not None and view.waiting > 0)
