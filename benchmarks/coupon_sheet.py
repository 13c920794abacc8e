"""How long 1,000 coupons with their codes take as one PDF of sheets that are cut up, and how much memory.

usage: python -m benchmarks.coupon_sheet [--count 1000] [--slips] [--quick] [--json FILE]

The demo's coupon with the chain's logo and a code as long as a signed one, another on each, nine to a sheet of A4; with
--slips paper slips for manual redemption, six to a sheet. It is written by a thread that is not the GUI's. "CPU s":
what that thread used, whatever else runs on the machine.
"after": seconds from "give it up" to the end, asked in the middle of a second run; no file is left of it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.common import write_json

if TYPE_CHECKING:
    from kiosk.domain.documents.blocks import Document

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")


def coupons(count: int) -> Iterator[Document]:
    """One after the other, so that none waits in memory."""
    from kiosk.demo import papers
    from kiosk.demo.brand import brand
    from kiosk.domain.documents import coupon
    from kiosk.ui.words.documents import members

    words = members.coupon_words("zh_TW", papers.CURRENCY)
    for at in range(count):
        yield coupon.lay_out(replace(papers.COUPON, code=papers.code_of(f"KC1-{at}", 160)), words, brand())


def slips(count: int) -> Iterator[Document]:
    """Numbered slips, each with a code of its own."""
    from kiosk.demo import papers
    from kiosk.demo.brand import brand
    from kiosk.domain.documents import paper_slip
    from kiosk.ui.words.documents import store

    words = store.paper_slip_words("zh_TW", papers.CURRENCY)
    for at in range(count):
        slip = replace(papers.SLIP, number=f"S02-{at + 1:04d}", code=papers.code_of(f"KS1-{at}", 160))
        yield paper_slip.lay_out(slip, words, brand())


def measure(count: int, folder: Path, *, of_slips: bool = False) -> dict[str, Any]:
    """Seconds and MB."""
    from kiosk.cli.run import peak_memory_mb
    from kiosk.domain.documents.paper import A4
    from kiosk.station import application
    from kiosk.ui.documents.pdf import part_of, write_sheet

    application()
    pieces, made, name = ((2, 3), slips, "slips") if of_slips else ((3, 3), coupons, "coupons")
    piece, path = part_of(A4, *pieces), folder / "sheets.pdf"
    figures: dict[str, Any] = {name: count}

    def whole() -> None:
        write_sheet(made(9), piece, A4, path)  # fonts are loaded
        before = peak_memory_mb()
        began, used = time.perf_counter(), time.thread_time()
        figures["sheets"] = write_sheet(made(count), piece, A4, path)
        figures["s"] = round(time.perf_counter() - began, 2)
        figures["CPU s"] = round(time.thread_time() - used, 2)
        figures["more MB"] = round(peak_memory_mb() - before, 1)
        figures["file MB"] = round(path.stat().st_size / 2**20, 2)
        path.unlink()

    asked = threading.Event()
    when = 0.0

    def given_up() -> None:
        def done(number: int) -> None:
            nonlocal when
            if number == count // 2:
                when = time.perf_counter()
                asked.set()

        write_sheet(made(count), piece, A4, path, done=done, cancelled=asked.is_set)
        figures["after s"] = round(time.perf_counter() - when, 3)
        figures["left"] = len(list(folder.iterdir()))

    for run in (whole, given_up):
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    return figures


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--slips", action="store_true", help="paper slips, not coupons")
    parser.add_argument("--quick", action="store_true", help="the same: it takes seconds")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        figures = measure(args.count, Path(name), of_slips=args.slips)
    for name, value in figures.items():
        print(f"{name:10} {value}")
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
