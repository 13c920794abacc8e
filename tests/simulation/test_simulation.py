"""Terminals and HQ through everything that may happen to them: nothing lost, nothing doubled, both sides agree."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.staff.facts import STAFF_SIGNED_OUT
from tests.simulation.invariants import Deeds, Violation, check_together
from tests.simulation.run import Run
from tests.simulation.runner import Failed, play, play_anew, shorten, step
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import World

ROOT = Path(__file__).parents[2]
SHORT_SEEDS, SHORT_STEPS = range(2), 250
LONG_SEEDS, LONG_STEPS = range(1_000, 1_200), 600


@pytest.mark.parametrize("seed", SHORT_SEEDS)
def test_nothing_is_lost_or_doubled(tmp_path: Path, seed: int) -> None:
    outcome = play(tmp_path, seed, SHORT_STEPS)
    assert outcome.sales > 5
    assert outcome.crashes > 0


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_in_the_long_run(torture: bool) -> None:
    """120,000 steps in 200 worlds."""
    if not torture:
        pytest.skip("the long form: --torture")
    for seed in LONG_SEEDS:
        play_anew(seed, LONG_STEPS)


def test_the_same_seed_gives_the_same_trace(tmp_path: Path) -> None:
    """Also in another process, where Python's sets and dicts are shaken differently."""
    steps = 30
    here = [play_anew(3, steps).digest for _ in range(2)]
    there = subprocess.run(
        [sys.executable, "-m", "tests.simulation.runner", "3", str(steps)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert here == [here[0]] * 2
    assert there.stdout.split()[1] == here[0][:16]
    assert play_anew(4, steps).digest != here[0]


def test_a_failure_tells_its_seed_and_trace_and_is_made_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a world in which every sale is forbidden, the shortest failing run is one sale."""

    def no_sales(world: World, deeds: Deeds) -> None:
        if any(attempt.sold for attempt in deeds.attempts.values()):
            raise Violation("somebody sold something")

    monkeypatch.setattr("tests.simulation.run.check_together", no_sales)
    with pytest.raises(Failed, match=r"seed 1, 12 steps: Violation: somebody sold(?s:.)*again: python -m") as caught:
        play_anew(1, 12)
    short = shorten(caught.value, tries=20)
    assert len(short.steps) == 1
    assert any("XY0" in line or "ZX0" in line for line in short.trace)


def test_the_invariants_see_what_is_wrong(tmp_path: Path) -> None:
    """Invariants that hold everywhere prove nothing: here each is shown a world that breaks it."""
    with quiet_logs():
        run = Run(tmp_path, 2)
        for number in range(40):
            step(run, number)
        run.come_together()
        world, deeds = run.world, run.deeds
        sold = next(attempt for attempt in deeds.attempts.values() if attempt.sold and not attempt.voided)

        sold.sold = False
        with pytest.raises(Violation, match="refused sale"):
            check_together(world, deeds)
        sold.sold = True

        del deeds.attempts[sold.txn]
        with pytest.raises(Violation, match="that nobody made"):
            check_together(world, deeds)
        deeds.attempts[sold.txn] = sold

        sold.voided, sold.voided_by = True, sold.terminal
        with pytest.raises(Violation, match="acknowledged void"):
            check_together(world, deeds)
        sold.voided = False
        check_together(world, deeds)

        terminal = world.terminals[sold.terminal]
        terminal.ledger.run(lambda tx: tx.append(STAFF_SIGNED_OUT, "s-1", {"staff": "s-1"}))
        with pytest.raises(Violation, match="HQ's copy of the journal differs"):
            check_together(world, deeds)
        terminal.engine.round()
        check_together(world, deeds)

        body = {"grant": [{"coupon": "c000001", "uses": 1, "fence": 99}], "revoke": []}
        for other in world.terminals.values():
            other.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", body))
            other.engine.round()
        with pytest.raises(Violation, match=r"rights differ|both hold"):
            check_together(world, deeds)
        world.close()
