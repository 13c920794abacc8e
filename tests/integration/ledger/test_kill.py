"""kill -9 in the middle of sales: every sale that was acknowledged is in the ledger, once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.adapters.db.verify import rebuild, verify
from tests.integration.ledger.samples import KEY, open_at, raw

SHORT, LONG = 10, 200
LIVES = 4
"""Programs at work at once, each on a ledger of its own, so that starting them does not take all the time."""


def test_no_kill_loses_or_doubles_a_sale(tmp_path: Path, torture: bool) -> None:
    rng = random.Random(20)
    ledgers = [tmp_path / str(number) / "ledger.db" for number in range(LIVES)]
    said: dict[Path, list[str]] = {path: [] for path in ledgers}
    kills = LONG if torture else SHORT
    for round_ in range(0, kills, LIVES):
        running = [(path, _started(path, f"{path.parent.name}.{round_}")) for path in ledgers]
        for path, program in running:
            said[path] += _killed(program, rng.randrange(2, 60))
        for path in ledgers:
            _check(path, said[path])
    assert all(len(txns) > kills / LIVES for txns in said.values())


def _started(path: Path, life: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.integration.ledger.seller", str(path), life]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd(), encoding="utf-8")


def _killed(program: subprocess.Popen[str], lines: int) -> list[str]:
    """Kill it somewhere behind that many lines; the sales it called durable. It goes on selling while we read, so the
    moment of the kill falls anywhere in a sale."""
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(lines)]
    program.kill()
    told += program.stdout.readlines()
    program.stdout.close()
    assert program.wait() != 0
    # the last line may be cut off in the middle; it was not said then
    return [line.split()[1] for line in told if line.startswith("ok ") and line.endswith("\n")]


def _sales(path: Path) -> list[str]:
    connection = raw(path)
    try:
        return [txn for (txn,) in connection.execute("SELECT txn FROM sale ORDER BY number")]
    finally:
        connection.close()


def _check(path: Path, said: list[str]) -> None:
    ledger = open_at(path)
    seq = ledger.head.seq
    ledger.close()
    there = _sales(path)
    assert set(said) <= set(there)
    assert len(there) == len(set(there))
    # at most the sale at the moment of each kill was durable and not yet said
    unsaid = set(there) - set(said)
    assert len(unsaid) <= len({txn.rpartition("-")[0] for txn in there})
    assert "given-up" not in there
    report = verify(path, KEY)
    assert report.sound, report.problem
    assert report.facts >= seq
    assert rebuild(path, KEY).differences == {}


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_the_seller_is_a_program_that_ends_only_by_a_signal(tmp_path: Path) -> None:
    program = _started(tmp_path / "ledger.db", "x")
    assert _killed(program, 3)
    assert program.returncode == -9
