"""A draw among a million, checked by the page that customers have, in Chromium: `python -m benchmarks.draw_verifier
[--quick] [--entrants N] [--json FILE]`. Seconds from choosing the packed file to the verdict by the clock on the
wall, and what all processes of the browser took of the processor until then, its start among it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.common import write_json
from benchmarks.draws import ENTRANTS, QUICK_ENTRANTS, publish
from kiosk import paths
from kiosk.protocol.draws import verifier


def checked(folder: Path, program: str) -> dict[str, Any]:
    """How long the page takes, and what it says."""
    from tests.shared.chromium import Chromium

    page = folder / verifier.NAME
    page.write_bytes(verifier.html(paths.resources() / "verifier"))
    browser = Chromium(program)
    try:
        phone = browser.phone("en", script=True)
        phone.open(page.as_uri())
        began = time.perf_counter()
        phone.choose("#file", folder / "draw.json.zst")
        phone.until(".verdict")
        took = time.perf_counter() - began
        good = phone.count(".verdict.good") == 1
        return {"chromium_s": round(took, 1), "chromium_cpu_s": round(worked(browser.folder), 1), "good": good}
    finally:
        browser.close()


def worked(profile: str) -> float:
    """Seconds of the processor that the browser's processes have taken since they began (Linux)."""
    parents, ticks = {}, {}
    ours = set()
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit():
                said = (process / "stat").read_text("utf-8").rpartition(")")[2].split()
                parents[process.name], ticks[process.name] = said[1], int(said[11]) + int(said[12])
                if profile.encode() in (process / "cmdline").read_bytes():
                    ours.add(process.name)
        except OSError:  # it has ended
            continue
    while more := {name for name, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(ticks[name] for name in ours) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entrants", type=int)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ENTRANTS:,} entrants")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    args = parser.parse_args()
    from tests.shared.chromium import program

    found = program()
    if found is None:
        raise SystemExit("Chromium is not installed (packages.debian)")
    entrants = args.entrants or (QUICK_ENTRANTS if args.quick else ENTRANTS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = publish(folder, entrants)
        figures = {"entrants": entrants, "file_mb": made["file_mb"], **checked(folder, found)}
    for name, figure in figures.items():
        print(f"{name:<14} {figure}")
    write_json(args.json, figures)


if __name__ == "__main__":
    main()
