"""HQ tidies up while it runs."""

from __future__ import annotations

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.keeping import EVERY_MS, Keeping
from tests.unit.hq.rig import TestClock


def test_it_tidies_at_once_and_then_every_six_hours(hq: Headquarters, clock: TestClock) -> None:
    done: list[int] = []
    keeping = Keeping(hq.context, lambda: done.append(clock.mono_ms()))
    for wait in (0, 1_000, EVERY_MS, 5):
        clock.now += wait
        keeping.once()
    assert len(done) == 2
    assert not keeping.heeds(frozenset({"store/s1/guests"}))
