"""kill -9 in the middle of printing: each paper that was wanted came out once, or is asked about."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.adapters.db.verify import rebuild, verify
from kiosk.domain.documents.jobs import JobState
from tests.fakes import KEY
from tests.integration.ledger.samples import open_at
from tests.integration.printing.rig import all_jobs
from tests.integration.printing.test_bad_lines import marks
from tests.shared.printing.server import FakePrinter, Fault

SHORT, LONG = 2, 60


@pytest.mark.slow
def test_no_kill_loses_or_doubles_a_paper(tmp_path: Path, torture: bool) -> None:
    rng, path = random.Random(7), tmp_path / "ledger.db"
    kills = LONG if torture else SHORT
    said: list[str] = []
    with FakePrinter() as printer:
        printer.fault = Fault.slow(piece=60, pause_s=0.002)  # a job takes some hundredths of a second
        for life in range(kills):
            program = _started(path, printer.address, f"l{life}")
            said += _killed(program, rng.randrange(3, 25))
        drained = _started(path, printer.address, "drain")
        assert drained.wait(120) == 0
        assert drained.stdout is not None
        drained.stdout.close()
        seen, whole = marks(printer.papers)
    ledger = open_at(path)
    jobs = all_jobs(ledger)
    ledger.close()
    states = {job.about: job.state for job in jobs}
    assert len(states) == len(jobs)
    assert set(said) <= set(states)
    assert set(states.values()) <= {JobState.PRINTED, JobState.UNKNOWN}
    assert max(seen.values()) == 1
    assert all(whole[mark] == 1 for mark, state in states.items() if state is JobState.PRINTED)
    # at most the one that was on its way at the moment of each kill
    assert list(states.values()).count(JobState.UNKNOWN) <= kills
    assert list(states.values()).count(JobState.PRINTED) > kills
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


def _started(path: Path, address: str, life: str) -> subprocess.Popen[str]:
    module = "tests.integration.printing.printing_program"
    command = [sys.executable, "-m", module, str(path), address, life]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd(), encoding="utf-8")


def _killed(program: subprocess.Popen[str], lines: int) -> list[str]:
    """Kill it somewhere behind that many lines; the marks it called queued."""
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    told += program.stdout.readlines()
    program.stdout.close()
    assert program.wait() != 0
    return [line.split()[1] for line in told if line.startswith("queued ") and line.endswith("\n")]
