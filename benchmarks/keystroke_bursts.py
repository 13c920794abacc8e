"""Whose keys are these? Scanners and typists that were never there, played into the real assembler.

`python -m benchmarks.keystroke_bursts [--count 100000] [--quick] [--json FILE]`. Counted, by kind: scanner bursts after
which anything was decided (an Enter or Tab reached the page), those that asked, and those that left digits behind;
typed amounts that were taken for a scan, that were asked about, and that were lost.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.common import machine
from benchmarks.keystroke_corpus import bursts, led, typings
from benchmarks.keystroke_play import play
from kiosk.domain.scan.keystrokes import KeystrokeSettings

BEFORE = "2000"
"""What stands in the page's field when a scanner comes."""


def scanners(count: int, settings: KeystrokeSettings | None = None) -> dict[str, Counter[str]]:
    """What became of scanner bursts, by kind."""
    found: dict[str, Counter[str]] = {}
    for burst in chain(bursts(count), led(count // 10, 0.026)):
        page = play(burst.keys, settings, entry=BEFORE)
        kind = found.setdefault(burst.kind, Counter())
        kind["all"] += 1
        kind["acted"] += bool(page.decided)
        kind["asked"] += bool(page.asked)
        kind["read"] += page.scans == [burst.text]
        kind["read wrongly"] += bool(page.scans) and page.scans != [burst.text]
        kind["left in the field"] += page.entry != BEFORE
    return found


def typists(count: int, settings: KeystrokeSettings | None = None) -> dict[str, Counter[str]]:
    """What became of typed amounts, by kind of hand."""
    found: dict[str, Counter[str]] = {}
    for typing in typings(count):
        page = play(typing.keys, settings)
        kind = found.setdefault(typing.kind, Counter())
        kind["all"] += 1
        kind["taken for a scan"] += bool(page.scans)
        kind["asked"] += bool(page.asked)
        kind["lost"] += not page.scans and page.entry != typing.text
    return found


def total(found: dict[str, Counter[str]]) -> Counter[str]:
    """All kinds together."""
    return sum(found.values(), Counter())


def lines(found: dict[str, Counter[str]], columns: Sequence[str]) -> list[str]:
    """A table as Markdown, all kinds together last."""
    rows = [*sorted(found.items()), ("all", total(found))]
    cells = [f"| {kind} | " + " | ".join(f"{counted[column]:,}" for column in columns) + " |" for kind, counted in rows]
    return ["| | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns), *cells]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a burst acted or an amount was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000, help="scanner bursts; a fifth as many typed amounts")
    parser.add_argument("--quick", action="store_true", help="5,000 bursts")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    count = 5_000 if args.quick else args.count
    began = time.perf_counter()
    scanned, typed = scanners(count), typists(count // 5)
    print("\n".join(lines(scanned, ("all", "acted", "asked", "read", "read wrongly", "left in the field"))))
    print()
    print("\n".join(lines(typed, ("all", "taken for a scan", "asked", "lost"))))
    print(f"\n{time.perf_counter() - began:.0f} s")
    if args.json is not None:
        figures: dict[str, Any] = {"scanners": scanned, "typists": typed}
        figures |= {"all scanners": total(scanned), "all typists": total(typed), "machine": machine()}
        args.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 1 if total(scanned)["acted"] or total(typed)["lost"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
