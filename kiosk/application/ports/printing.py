"""Printers as the queue sees them. Adapters implement `Device`; whoever paints implements `Painter`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import Paper
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Sent, Trouble


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture in black dots. `rows`: row by row from the top, eight dots a byte, the leftmost in the highest bit,
    1 for black; each row begins a byte, and what is beyond `width` is 0."""

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8


class Painter(Protocol):
    """Brings documents into dots. May be called on any thread."""

    def paint(self, document: Document, paper: Paper, dpi: int) -> tuple[Dots, ...]:
        """A picture a page, on a roll one a part between cuts (`PageBreak`). Of a roll what is between its margins (as
        wide as the printer's head reaches, nothing above and below), of a label or sheet the whole. QR symbols and
        barcodes fall on whole dots."""


class Device(Protocol):
    """One printer, used by one thread at a time."""

    def render(self, document: Document) -> bytes:
        """What the printer is sent for it. Touches nothing outside."""

    def pieces(self, data: bytes) -> int:
        """How many labels a rendered job takes off the roll; 0 where nobody counts them (receipts)."""

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """Send one job and say how far it came; never raises for what a printer, a cable or a disk may do. `starting`
        is called once, when the printer was reached and before the first byte goes (that it goes is made durable
        there); what it raises comes through, and no byte has gone then."""

    def status(self) -> Trouble | None:
        """How the printer is; None: well, or it cannot tell."""

    def close(self) -> None:
        """Let go, from any thread: a `send` or `status` under way gives up at once and says how far it came. What is
        asked of the device afterwards reaches nothing."""


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """Where a printer may be. `name`: what it calls itself, or the place where it is; `language`: what it says that it
    understands, None when it does not say."""

    address: str
    name: str
    language: Language | None = None


class Devices(Protocol):
    """Opens printers by their settings, and looks for some."""

    def found(self) -> tuple[FoundPrinter, ...]:
        """Printers on this machine's serial and USB ports, and its system's. Takes some hundredths of a second."""

    def open(self, printer: Printer) -> Device:
        """The device of a printer; nothing is reached before it is used. ValueError: an address of no known form."""


@dataclass(frozen=True, slots=True)
class Work:
    """A job to be printed."""

    job: str
    document: Document


class NotQueued(Exception):
    """The job does not wait any more: another printer took it, or a person withdrew it."""


class PrintQueue(Protocol):
    """What the spooler asks of the queue, on any of its threads. Each call is durable when it returns. Raises
    LedgerFault."""

    def now_ms(self) -> int:
        """The time by which jobs are too old (ms since 1970)."""

    def recover(self) -> None:
        """At the start: of what was on its way when the program ended, nobody knows how far it came."""

    def next(self, printers: Mapping[str, int]) -> Work | None:
        """The first job that waits at one of these printers (in this order) since the time beside it, or later. What
        cannot be read is said to have failed and passed over."""

    def starting(self, work: Work, printer: str, pieces: int) -> None:
        """Its first byte goes to `printer` next, whose roll is `pieces` labels shorter then. Raises NotQueued."""

    def settle(self, work: Work, printer: str, pieces: int, sent: Sent) -> None:
        """What became of a job that was started."""

    def cannot(self, work: Work, trouble: Trouble) -> None:
        """It cannot be brought into the printer's language: a person decides."""

    def forget(self) -> None:
        """Drop what stands on the paper of jobs that have been over for a day."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """How a printer is. `trouble`: None while it is well; `printing`: a job is on its way; `oldest_ms`: jobs that wait
    since before then are offered, not printed; `stands_in`: id of the one that prints what waits here, "" for itself;
    `new_roll`: its labels are counted, and its roll may have been changed."""

    trouble: Trouble | None = None
    printing: bool = False
    oldest_ms: int = 0
    stands_in: str = ""
    new_roll: bool = False


class Spool(Protocol):
    """The threads at work at the printers, as use cases see them. Called on any thread; nothing waits, unless it says
    so."""

    def wake(self) -> None:
        """There is something to print, or was."""

    def use(self, setup: PrintSetup) -> None:
        """The printers are others now."""

    def states(self) -> Mapping[str, PrinterState]:
        """By printer's id, of those that are set up."""

    def same_roll(self, printer: str) -> None:
        """It was said how many labels are left."""

    def ask(self, printer: Printer) -> Trouble | None:
        """How a printer is that may not be set up yet. Waits for it, some seconds at most. ValueError: an address of no
        known form."""

    def found(self) -> tuple[FoundPrinter, ...]:
        """Printers on this machine's ports, and its system's. Takes some hundredths of a second."""


class NoSpool:
    """A `Spool` of a terminal that prints nothing."""

    def wake(self) -> None:
        """Nothing."""

    def use(self, setup: PrintSetup) -> None:
        """Nothing."""

    def states(self) -> Mapping[str, PrinterState]:
        """None."""
        return {}

    def same_roll(self, printer: str) -> None:
        """Nothing."""

    def ask(self, printer: Printer) -> Trouble | None:
        """Nobody is there."""
        return Trouble.UNREACHABLE

    def found(self) -> tuple[FoundPrinter, ...]:
        """None."""
        return ()
