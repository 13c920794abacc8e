"""kill -9 of HQ while a till pushes, again and again: the till works on, and in the end both know the same."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from tests.e2e.shop import Shop, assert_converged, prepare
from tests.shared.forks import Forked

pytestmark = pytest.mark.slow

SHORT, LONG = 2, 200


def next_shown(till: Forked | subprocess.Popen[str]) -> tuple[str, ...]:
    """What the next success names: however slow the machine is, something is sold between two kills."""
    assert till.stdout is not None
    for line in till.stdout:
        if line.startswith("shown "):
            return tuple(line.split()[1:])
    raise AssertionError("the till has ended")


def test_hq_and_terminal_agree_in_the_end(tmp_path: Path, torture: bool) -> None:
    kills = LONG if torture else SHORT
    prepare(tmp_path / "prepared", members=20_000 if torture else 600)
    shop = Shop(tmp_path / "prepared", tmp_path / "shop")
    chance = random.Random(3)
    shown: list[tuple[str, ...]] = []
    shop.start_hq()
    try:
        shop.write_visits()
        with shop.till(0) as till:
            assert till.stdout is not None
            try:
                assert till.stdout.readline() == "ready\n"
                for _ in range(kills):
                    shown.append(next_shown(till))
                    with pytest.raises(subprocess.TimeoutExpired):  # it works on, whatever HQ does
                        till.wait(chance.uniform(0.05, 1.2))
                    shop.kill_hq()
                    shop.start_hq()
            finally:
                till.kill()
            shown += [tuple(line.split()[1:]) for line in till.stdout if line.startswith("shown ")]
        shop.bring_into_step()
        booked = assert_converged(shop)
        assert len(shown) >= kills
        assert set(shown) <= set(booked)
    finally:
        shop.close()
