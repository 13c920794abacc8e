"""The sync's thread."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.adapters.sync.runner import SyncRunner
from kiosk.application.ports.faults import LedgerClosed, LedgerFull
from kiosk.application.sync.outcomes import Link
from kiosk.hq.ports import HqSettings
from tests.integration.terminal.visits import clerk, coupon_of, redeemed
from tests.simulation.world import SimTerminal, World

LONG_MS = 3_600_000


class Scripted:
    """An engine that does what it is told and says when it did."""

    def __init__(self, engine: Any, *script: Callable[[], int]) -> None:
        self._engine = engine
        self._script = list(script)
        self.rounds: queue.Queue[int] = queue.Queue()
        self.link = Link.ONLINE
        self.parked = 0

    def round(self, *, woken: bool = False) -> int:
        self.rounds.put(1)
        return self._script.pop(0)() if self._script else LONG_MS

    def status(self) -> Any:
        return replace(self._engine.status(), link=self.link)

    def park(self) -> None:
        self.parked += 1


def later() -> int:
    return LONG_MS


@pytest.fixture
def settings() -> HqSettings:
    """HQ asks terminals to come back in an hour: whatever comes earlier was woken."""
    return HqSettings(push_after=LONG_MS, pull_after=LONG_MS)


def test_a_new_fact_is_pushed_at_once(world: World, enrolled: Callable[..., SimTerminal]) -> None:
    till = enrolled(threaded=True)
    runner = SyncRunner(till.engine)
    till.ledger.on_append(runner.wake)
    arrived = threading.Event()
    runner.start()
    try:
        world.hq.database.on_change(lambda topics: arrived.set() if "store/xinyi/spent" in topics else None)
        txn = redeemed(till, clerk(till), coupon_of(world, "cash100", "xinyi").token).sale.txn
        assert arrived.wait(60)
    finally:
        runner.stop()
    assert [row.txn for row in world.hq.redemptions()] == [txn]


def test_while_hq_is_out_of_reach_facts_do_not_hurry_it(till: SimTerminal) -> None:
    engine = Scripted(till.engine, later)
    engine.link = Link.OFFLINE
    runner = SyncRunner(engine)  # type: ignore[arg-type]
    runner.start()
    engine.rounds.get(timeout=60)
    runner.wake()
    assert not runner._wake.is_set()
    engine.link = Link.ONLINE
    runner.wake()
    engine.rounds.get(timeout=60)
    runner.stop()


def test_it_stops_at_once_whatever_it_waits_for(till: SimTerminal) -> None:
    engine = Scripted(till.engine, later)
    runner = SyncRunner(engine)  # type: ignore[arg-type]
    runner.start()
    engine.rounds.get(timeout=60)
    runner.stop()  # would take an hour
    assert engine.rounds.empty()
    runner.stop()  # a second time does nothing


def test_a_held_runner_begins_no_round_until_it_is_released_or_the_hold_is_over(till: SimTerminal) -> None:
    engine = Scripted(till.engine, later, later)
    runner = SyncRunner(engine)  # type: ignore[arg-type]
    runner.hold(LONG_MS)
    runner.start()
    runner.wake()
    assert [runner.held] == [True]
    assert engine.rounds.empty()
    runner.release()
    assert [runner.held] == [False]
    engine.rounds.get(timeout=60)
    runner.hold(0)
    runner.wake()
    engine.rounds.get(timeout=60)
    runner.hold(LONG_MS)
    runner.stop()  # would take an hour


def test_a_runner_that_never_started_can_be_stopped(till: SimTerminal) -> None:
    SyncRunner(till.engine).stop()


def full() -> int:
    raise LedgerFull("no room")


def broken() -> int:
    raise ValueError("a row from the future")


@pytest.mark.parametrize("fault", [full, broken])
def test_it_outlives_a_fault(till: SimTerminal, allowed_warnings: list[str], fault: Callable[[], int]) -> None:
    allowed_warnings += ["sync stopped by the ledger", "sync round failed"]
    engine = Scripted(till.engine, fault, later)
    runner = SyncRunner(engine)  # type: ignore[arg-type]
    runner.start()
    engine.rounds.get(timeout=60)
    runner.wake()
    engine.rounds.get(timeout=60)
    runner.stop()


def closed() -> int:
    raise LedgerClosed


def test_it_ends_quietly_where_the_program_ended_before_it(till: SimTerminal) -> None:
    engine = Scripted(till.engine, closed)
    runner = SyncRunner(engine)  # type: ignore[arg-type]
    runner.start()
    runner._thread.join(60)
    assert not runner._thread.is_alive()
    assert engine.rounds.qsize() == 1
    runner.stop()


def test_a_main_thread_that_dies_does_not_leave_the_sync_behind() -> None:
    program = (
        "import pathlib, sys, tempfile, threading\n"
        "from kiosk.adapters.sync.runner import SyncRunner\n"
        "from tests.integration.ledger.samples import enrolled\n"
        "class Engine:\n"
        "    def round(self, *, woken=False):\n"
        "        threading.main_thread().join()\n"
        "        ledger.run(lambda tx: tx.identity())\n"
        "    def park(self): pass\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    ledger = enrolled(pathlib.Path(folder) / 'ledger.db', threaded=True)\n"
        "    SyncRunner(Engine()).start()\n"
        "    sys.exit('died')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=120)
    assert (ended.returncode, ended.stderr) == (1, "died\n")
