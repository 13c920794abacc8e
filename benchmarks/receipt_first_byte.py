"""From a receipt that is queued to its first byte at a printer on this machine, durable on the way.

usage: python -m benchmarks.receipt_first_byte [--count 200] [--quick] [--folder DIR] [--json FILE]

The ledger lies on the disk, the spooler and the printer's line are the product's; the printer is a socket that answers
questions at once and notes when the first byte of a job comes. A receipt is painted (Chinese as a picture, the slowest
way) or sent as characters of a GB18030 page; each is queued when the one before is settled, as sales come. What is
counted: laying it out, the commit of the queue, waking, rendering, reaching the printer, asking how it is, the commit
that says that it goes.
"""

from __future__ import annotations

import argparse
import os
import socket
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.common import spread, write_json
from benchmarks.ledger_common import enrolled_threads, table
from kiosk.adapters.printing.devices import PrinterDevices
from kiosk.adapters.printing.spooler import Spooler
from kiosk.application.context import Context
from kiosk.application.documents.queue import queue_document
from kiosk.application.documents.setup import keep
from kiosk.application.documents.spool import LedgerQueue
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import OPEN
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import CodePage, Language, Printer, PrintSetup
from kiosk.domain.ids import ordered_id
from kiosk.domain.staff.actors import System


class LoopbackPrinter:
    """Answers DLE EOT and GS r, and notes when the first byte of each job came (`first`)."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"
        self.first: list[float] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            conn, _ = self._listener.accept()
            with conn:
                begun = False
                while data := conn.recv(65_536):
                    asked = data.startswith(b"\x10\x04") and len(data) == 3
                    if not asked and not begun:
                        begun = True
                        self.first.append(time.perf_counter())
                    if asked:
                        conn.sendall(b"\x12")
                    if b"\x1dr\x01" in data:
                        conn.sendall(b"\x00")


@dataclass
class QueueContext:
    """What the queue needs of `Context`."""

    ledger: Any
    spool: Any = None
    made: int = field(default=0)

    def now_ms(self) -> int:
        """ms since 1970."""
        return time.time_ns() // 1_000_000

    def new_id(self) -> str:
        """Ordered by time."""
        self.made += 1
        return ordered_id(self.now_ms(), os.urandom(10))


def measure(folder: Path, count: int, page: CodePage) -> dict[str, Any]:
    """Milliseconds from the call that queues to the first byte."""
    printer = LoopbackPrinter()
    ledger = enrolled_threads(folder / f"{page}.db")
    setup = PrintSetup((Printer("p", "Counter", Language.ESCPOS, printer.address, ROLL_80.name, code_page=page),))
    ledger.run(lambda tx: keep(tx, setup))
    context: Any = QueueContext(ledger)
    spooler = Spooler(LedgerQueue(context))
    context.spool = spooler
    settled = threading.Event()
    spooler.on_change(settled.set)
    from kiosk.ui.documents.painting import DotsPainter

    spooler.start(PrinterDevices(DotsPainter()), lambda: setup)
    while not spooler.states():
        settled.wait(1)
    took = [_one(context, spooler, printer, settled, number) for number in range(-3, count)]
    spooler.close()
    ledger.close()
    return {"page": page.value, **spread(took[3:])}  # the first ones warm up


def _one(context: Any, spooler: Spooler, printer: LoopbackPrinter, settled: threading.Event, number: int) -> float:
    before = len(printer.first)
    made: Context = context
    started = time.perf_counter()
    document = example(DocumentKind.RECEIPT, "zh_TW")
    context.ledger.run(lambda tx: queue_document(made, tx, document, System(), about=f"x{number}"))
    spooler.wake()
    while len(printer.first) == before or context.ledger.run(lambda tx: tx.print_jobs_in(OPEN, 1)):
        settled.wait(0.05)
        settled.clear()
    return 1_000 * (printer.first[before] - started)


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--folder", type=Path, help="on the disk that counts; default: the system's temporary folder")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    count = 40 if args.quick else args.count
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        rows = [measure(Path(folder), count, page) for page in (CodePage.PICTURE, CodePage.GB18030)]
    print(table(rows))
    figures = {row["page"]: row for row in rows}
    write_json(args.json, figures)
    app.quit()
    return figures


if __name__ == "__main__":
    main()
