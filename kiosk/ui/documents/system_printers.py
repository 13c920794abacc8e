"""Printers of the operating system (CUPS, Windows), by Qt: found, asked how they are, printed on. Never a dialog.

What Qt's plugin for them needs is not everywhere: without it, or without a print service, there are none.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.blocks import Document, UnreadableDocument, read, written
from kiosk.domain.documents.paper import MM_PER_INCH, Paper, paper_named
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent, Trouble
from kiosk.ui.documents import cups
from kiosk.ui.documents.drawing import Drawn

log = logging.getLogger(__name__)

ADDRESS = "system:"
_LABEL_MM = 100
"""Papers less high are labels on a roll, of which somebody may count what is left."""


def system_printers() -> tuple[FoundPrinter, ...]:
    """Every queue of the system. Waits for the print service."""
    return tuple(
        FoundPrinter(f"{ADDRESS}{info.printerName()}", info.description() or info.printerName(), Language.SYSTEM)
        for info in QPrinterInfo.availablePrinters()
    )


class SystemPrinter:
    """A `Device`. A job is the document itself: it is drawn while it is sent, as the queue's driver wants it."""

    def __init__(self, printer: Printer) -> None:
        """Raises ValueError: the address names no queue, or there is no such paper."""
        paper = paper_named(printer.paper)
        self._queue = printer.address.removeprefix(ADDRESS)
        if paper is None or not printer.address.startswith(ADDRESS) or not self._queue.strip():
            raise ValueError(f"{printer.address!r} on {printer.paper!r} is no system printer")
        self._paper: Paper = paper
        self._moved = (printer.left / 10, printer.top / 10)
        self._closed = threading.Event()

    def render(self, document: Document) -> bytes:
        """See `Device`."""
        return written(document)

    def pieces(self, data: bytes) -> int:
        """See `Device`."""
        if self._paper.height is None or self._paper.height > _LABEL_MM:
            return 0
        try:
            return Drawn(read(data), self._paper, 4).count
        except UnreadableDocument:
            return 0

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """See `Device`. What the queue took is not known to be on paper: the system prints it when it can."""
        try:
            document = read(data)
        except UnreadableDocument:
            return Sent(Reached.NOTHING, Trouble.FAULT)
        if (trouble := self.status()) is not None and trouble is not Trouble.PAPER_LOW:
            return Sent(Reached.NOTHING, trouble)
        info = QPrinterInfo.printerInfo(self._queue)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.title)
        starting()
        return send_to(printer, document, self._paper, self._moved, self._closed.is_set)

    def status(self) -> Trouble | None:
        """See `Device`."""
        if self._closed.is_set():
            return Trouble.UNREACHABLE
        info = QPrinterInfo.printerInfo(self._queue)
        if info.isNull():
            return Trouble.UNREACHABLE
        if (said := cups.queue(self._queue)) is not None:
            return said.trouble
        return Trouble.FAULT if info.state() is QPrinter.PrinterState.Error else None

    def close(self) -> None:
        """See `Device`."""
        self._closed.set()


def send_to(
    printer: QPrinter,
    document: Document,
    paper: Paper,
    moved: tuple[float, float] = (0, 0),
    stopped: Callable[[], bool] = lambda: False,
) -> Sent:
    """Print on what Qt opened, on `paper`, everything `moved` by millimetres. Runs on any thread; `stopped` is asked
    before each page."""
    per_mm = printer.resolution() / MM_PER_INCH
    drawn = Drawn(document, paper, per_mm)
    printer.setFullPage(True)
    _page(printer, drawn, 0, per_mm)
    painter = QPainter()
    if not painter.begin(printer):
        log.warning("the system's printer %r takes no job", printer.printerName())
        return Sent(Reached.NOTHING, Trouble.FAULT)
    whole = True
    for at in range(drawn.count):
        if at and not stopped():
            _page(printer, drawn, at, per_mm)
            whole = printer.newPage()
        if stopped() or not whole:
            whole = False
            break
        painter.save()
        painter.translate(round(moved[0] * per_mm), round(moved[1] * per_mm))
        drawn.draw(painter, at)
        painter.restore()
    if not whole:
        printer.abort()
    painter.end()
    state = printer.printerState()
    why = cups.refused() if printer.printerName() and not printer.outputFileName() else ""
    if why:
        log.warning("the system's printer %r does not take the job: %s", printer.printerName(), why)
    if whole and not why and state not in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        return Sent(Reached.ALL)
    # Windows prints while it is drawn; CUPS is given the job when it is whole
    return Sent(Reached.PART if sys.platform == "win32" else Reached.NOTHING, Trouble.FAULT)


def _page(printer: QPrinter, drawn: Drawn, at: int, per_mm: float) -> None:
    """The paper of the page that follows: a card that lies is a sheet that is turned."""
    width, height = drawn.width / per_mm, drawn.height(at) / per_mm
    turned = width > height and drawn.paper.height is not None
    size = QSizeF(min(width, height), max(width, height)) if turned else QSizeF(width, height)
    page = QPageSize(size, QPageSize.Unit.Millimeter)
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, orientation, QMarginsF(0, 0, 0, 0)))
