"""How long a badge takes from its document to the dots that its label printer gets.

usage: python -m benchmarks.badge_rendered [--count 300] [--quick] [--json FILE]

Badges of the demo's event with names of two to forty letters, in three languages, with a code, as a printer of 203 dpi
prints them (720 × 440 dots); and receipts for comparison. They are painted on a thread that is not the GUI's, as the
spooler's. "first": the first one of a new thread, with its fonts still to be loaded.
"""

from __future__ import annotations

import argparse
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.common import spread, write_json

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
NAMES = ("王小明", "歐陽 安娜", "Anna", "Christoph-Alexander von Hohenstaufen", "José Ñandú", "司馬 相如", "مرحبا")


def measure(count: int) -> dict[str, Any]:
    """Milliseconds."""
    from kiosk.demo import papers
    from kiosk.demo.brand import brand
    from kiosk.demo.documents import example
    from kiosk.domain.documents import badge
    from kiosk.domain.documents.blocks import DocumentKind
    from kiosk.domain.documents.paper import BADGE, ROLL_80
    from kiosk.domain.texts import LANGUAGES
    from kiosk.station import application
    from kiosk.ui.documents.painting import DotsPainter
    from kiosk.ui.words.documents import events

    application()
    painter = DotsPainter()
    badges, receipts = [], []
    for at in range(count):
        language = LANGUAGES[at % len(LANGUAGES)]
        data = replace(papers.BADGE, name=f"{NAMES[at % len(NAMES)]} {at}", code=papers.code_of(f"KT{at}", 90))
        badges.append(badge.lay_out(data, events.badge_words(language, papers.CURRENCY), brand()))
        receipts.append(example(DocumentKind.RECEIPT, language))
    figures: dict[str, Any] = {}

    def run() -> None:
        for name, documents, paper in (("badge", badges, BADGE), ("receipt", receipts, ROLL_80)):
            spent = []
            for document in documents:
                began = time.perf_counter()
                painter.paint(document, paper, 203)
                spent.append(1000 * (time.perf_counter() - began))
            figures[f"{name} ms"] = spread(spent)
            figures[f"first {name} ms"] = round(spent[0], 1)

    in_a_thread(run)
    return figures


def in_a_thread(run: Callable[[], None]) -> None:
    """As the spooler does it."""
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--quick", action="store_true", help="a fifth of them")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    figures = measure(args.count // 5 if args.quick else args.count)
    for name, value in figures.items():
        print(f"{name:18} {value}")
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
