"""A printer that drops every third connection: each job is printed once or asked about, none lost, none doubled."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable

import pytest

from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.printing.devices import PrinterDevices
from kiosk.adapters.printing.spooler import Pauses, Spooler
from kiosk.application.documents.spool import LedgerQueue
from kiosk.domain.documents.jobs import JobState
from tests.fakes import IDENTITY, KEY, ManualClock
from tests.integration.printing.rig import SHORT, QueueContext, again, all_jobs, jobs_in, set_up, wants
from tests.shared.printing.painter import PatternPainter
from tests.shared.printing.server import NONE, FakePrinter, Fault, Paper, every

JOBS, MANY = 45, 500
FAULTS: dict[str, Fault] = {
    "before": Fault.drop_before(),
    "at its beginning": Fault.drop_in(after=8),
    "in the middle": Fault.drop_in(after=200),
    "at its end": Fault.drop_at_end(),
}


class Line:
    """A queue in memory, its spooler, and a printer on a socket."""

    def __init__(self, printer: FakePrinter) -> None:
        self.printer = printer
        self.ledger = memory_ledger(KEY, ManualClock())
        self.ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        self.context = QueueContext(self.ledger)
        self.changed = threading.Condition()
        self.spooler = Spooler(LedgerQueue(self.context.as_context), pauses=Pauses(0.001, 0.01, 20))
        self.spooler.on_change(self._on_change)
        setup = set_up(self.ledger, printer.address)
        self.spooler.start(PrinterDevices(PatternPainter(), patience=SHORT), lambda: setup)
        self.context.spool = self.spooler

    def _on_change(self) -> None:
        with self.changed:
            self.changed.notify_all()

    def wait_until(self, done: Callable[[], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(done, 120)

    def printed_out(self) -> bool:
        """Nothing waits, and nothing is on its way."""
        return not jobs_in(self.ledger, JobState.QUEUED, JobState.SENT)

    def close(self) -> None:
        self.spooler.close()
        self.ledger.close()


def marks(papers: tuple[Paper, ...]) -> tuple[Counter[str], Counter[str]]:
    """How often each mark came out unmarked as a copy: at all, and on a whole paper. A paper that broke off before its
    mark says nothing."""
    seen: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for one in papers:
        found = re.search(rb"<([^<>]+)>", one.data)
        if found is not None and b"Copy" not in one.data:
            mark = found[1].decode()
            seen[mark] += 1
            whole[mark] += one.whole
    return seen, whole


@pytest.mark.slow
@pytest.mark.parametrize("where", FAULTS)
def test_each_job_is_printed_once_or_asked_about(where: str, torture: bool) -> None:
    count = MANY if torture else JOBS
    with FakePrinter() as printer:
        printer.fault = every(3, FAULTS[where])
        line = Line(printer)
        try:
            wanted = {wants(line.context, f"m{n:04d}"): f"m{n:04d}" for n in range(count)}
            line.wait_until(line.printed_out)
            states = {job.job: job.state for job in all_jobs(line.ledger)}
            assert set(states) == set(wanted)
            assert set(states.values()) <= {JobState.PRINTED, JobState.TAKEN, JobState.UNKNOWN}
            seen, whole = marks(printer.papers)
            assert max(seen.values()) == 1
            for job, mark in wanted.items():
                if states[job] is not JobState.UNKNOWN:
                    assert whole[mark] == 1, mark
            asked = [job for job, state in states.items() if state is JobState.UNKNOWN]
            if where == "before":
                assert asked == []
            else:
                assert asked
            # whoever stands there has them printed again: marked, each of them
            printer.fault = NONE
            for job in asked:
                again(line.context, job)
            line.wait_until(line.printed_out)
            assert jobs_in(line.ledger, JobState.UNKNOWN, JobState.FAILED) == []
            assert max(marks(printer.papers)[0].values()) == 1
            copies = [one for one in printer.papers if b"Copy 1" in one.data]
            assert len(copies) == len(asked)
            assert all(one.whole for one in copies)
        finally:
            line.close()


def test_a_printer_that_is_off_loses_nothing() -> None:
    with FakePrinter() as printer:
        printer.refuse()
        line = Line(printer)
        try:
            for n in range(20):
                wants(line.context, f"m{n:04d}")
            line.wait_until(lambda: line.spooler.states()["p-1"].trouble is not None)
            assert len(jobs_in(line.ledger, JobState.QUEUED)) == 20
            printer.accept()
            line.wait_until(line.printed_out)
            assert [job.state for job in all_jobs(line.ledger)] == [JobState.PRINTED] * 20
            assert sum(marks(printer.papers)[1].values()) == 20
        finally:
            line.close()
