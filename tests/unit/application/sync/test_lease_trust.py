"""When shares may be given away: time on the monotonic clock, starts, clocks set back, restored ledgers."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.application.ports.ledger import PARKED, RESTORED
from kiosk.application.sync.lease_trust import UNTIL, good_for, leases_usable, renewal_due, time_left
from kiosk.domain.journal import hlc
from tests.fakes import ManualClock

DAY_S = 24 * 3600
DAY_MS = DAY_S * 1000


class Settings:
    """What a transaction says of itself."""

    def __init__(self, clock: ManualClock, **meta: str) -> None:
        self.values = meta
        self.stamp = hlc.tick(0, clock.now_ms())

    def meta(self, key: str) -> str | None:
        return self.values.get(key)

    def last_stamp(self) -> int:
        return self.stamp


def usable(clock: ManualClock, tx: Any, *, online: bool = False) -> bool:
    return leases_usable(tx, clock, online=online)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def tx(clock: ManualClock) -> Settings:
    return Settings(clock, **{UNTIL: good_for(clock.boot_id(), clock.mono_ms(), DAY_S)})


def test_without_an_answer_of_hq_nothing_is_given(clock: ManualClock) -> None:
    assert not usable(clock, Settings(clock))
    assert not usable(clock, Settings(clock), online=True)


def test_a_share_is_good_for_its_time_and_no_longer(clock: ManualClock, tx: Settings) -> None:
    assert usable(clock, tx)
    clock.advance(DAY_MS - 1)
    assert usable(clock, tx)
    clock.advance(1)
    assert not usable(clock, tx)
    assert not usable(clock, tx, online=True)


def test_the_wall_clock_does_not_prolong_it(clock: ManualClock, tx: Settings) -> None:
    clock.advance(DAY_MS)
    clock.now -= DAY_MS
    assert not usable(clock, tx)
    assert not usable(clock, tx, online=True)


def test_after_a_start_of_the_machine_hq_comes_first(clock: ManualClock, tx: Settings) -> None:
    clock.reboot()
    assert not usable(clock, tx)
    tx.values[UNTIL] = good_for(clock.boot_id(), clock.mono_ms(), DAY_S)
    assert usable(clock, tx)


def test_a_monotonic_clock_that_began_anew_under_the_same_name_is_a_start(clock: ManualClock, tx: Settings) -> None:
    clock.mono = 0
    assert not usable(clock, tx)


def test_a_clock_set_back_is_believed_only_while_hq_is_met(clock: ManualClock, tx: Settings) -> None:
    clock.now -= 10 * 60_000
    assert not usable(clock, tx)
    assert usable(clock, tx, online=True)


@pytest.mark.parametrize("wait", [RESTORED, PARKED])
def test_after_a_restore_or_a_good_end_hq_comes_first(clock: ManualClock, tx: Settings, wait: str) -> None:
    tx.values[wait] = "1"
    assert not usable(clock, tx, online=True)


def test_half_of_the_time_is_for_renewal(clock: ManualClock) -> None:
    boot, asked = clock.boot_id(), clock.mono_ms()
    until = good_for(boot, asked, DAY_S)
    assert renewal_due(None, boot, asked)
    assert not renewal_due(until, boot, asked)
    assert not renewal_due(until, boot, asked + DAY_MS // 2 - 1)
    assert renewal_due(until, boot, asked + DAY_MS // 2)
    assert renewal_due(until, "another", asked)
    assert time_left(until, boot, asked + DAY_MS // 2) == DAY_MS // 2
    assert time_left(good_for("a name with spaces", 5, 1), "a name with spaces", 5) == 1000
