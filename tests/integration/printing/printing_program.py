"""Run as a program by test_killed_printing.py: has papers printed until it is killed, and says which are queued."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from kiosk.adapters.clock import SystemClock
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.printing.devices import PrinterDevices
from kiosk.adapters.printing.spooler import Pauses, Spooler
from kiosk.application.documents.spool import LedgerQueue
from kiosk.domain.documents.jobs import JobState
from tests.fakes import IDENTITY, KEY
from tests.integration.printing.rig import SHORT, QueueContext, jobs_in, set_up, wants
from tests.shared.printing.painter import PatternPainter

AHEAD = 3
"""Jobs that wait: so the kill comes while one is on its way, mostly."""


def main(path: Path, address: str, life: str) -> None:
    ledger = open_ledger(path, KEY, SystemClock())
    if ledger.run(lambda tx: tx.identity()) is None:
        ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    setup = set_up(ledger, address)
    context = QueueContext(ledger)
    spooler = Spooler(LedgerQueue(context.as_context), pauses=Pauses(0.01, 0.05))
    changed = threading.Condition()

    def on_change() -> None:
        with changed:
            changed.notify_all()

    spooler.on_change(on_change)
    spooler.start(PrinterDevices(PatternPainter(), patience=SHORT), lambda: setup)
    context.spool = spooler
    print("ready", flush=True)
    number = 0
    while life != "drain" or number:
        number += 1
        mark = f"{life}.{number}"
        wants(context, mark)
        print(f"queued {mark}", flush=True)
        with changed:
            changed.wait_for(lambda: len(jobs_in(ledger, JobState.QUEUED, JobState.SENT)) < AHEAD)
    with changed:
        changed.wait_for(lambda: bool(spooler.states()) and not jobs_in(ledger, JobState.QUEUED, JobState.SENT))
    spooler.close()
    ledger.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
