"""HQ counts how often a terminal's program was started again."""

from __future__ import annotations

from kiosk.domain.journal.kinds import PROGRAM_RESTARTED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.wire.app import health
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock

_DAY_MS = 86_400_000


def test_restarts_of_a_week_are_counted_and_many_in_an_hour_are_alarming(hq: Headquarters, clock: TestClock) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    for _ in range(3):
        clock.now += 60_000
        till.fact(PROGRAM_RESTARTED, {"how": "hung", "lived_s": 60}, actor="system")
    till.push()
    other.sale("x2", "c1", right="accepted")
    other.push()
    seen = {one.device: (one.restarts, one.restarted_at) for one in hq.terminals()}
    assert seen == {till.device: (3, NOON_MS + 3 * 60_000), other.device: (0, None)}
    with hq.database.read() as tx:
        assert health(hq.context, tx)["terminals_restarting"] == 1
    clock.now += 2 * 3_600_000
    with hq.database.read() as tx:
        assert health(hq.context, tx)["terminals_restarting"] == 0
    clock.now += 8 * _DAY_MS
    assert [one.restarts for one in hq.terminals()] == [0, 0]
