"""HQ's clock minus ours: kept with every answer, journalled when it jumps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.sync.clock import CLOCK_TOLERANCE_MS, HqTime
from kiosk.application.ports.ledger import Identity
from kiosk.domain.journal.facts import decode
from tests.fakes import ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def ledger(clock: ManualClock) -> Iterator[SqlLedger]:
    ledger = memory_ledger(bytes(32), clock, threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(Identity("d-01", "N01-1", "N01", 1, "https://hq.example"), "enrolled"))
    yield ledger
    ledger.close()


def jumps(ledger: SqlLedger) -> list[object]:
    facts = [decode(raw) for _, raw, _ in ledger.run(lambda tx: tx.facts_after(1, 1, 100))]
    assert {fact.kind for fact in facts} <= {"clock.jumped"}
    return [fact.body for fact in facts]


def test_the_offset_is_kept_over_a_restart(ledger: SqlLedger, clock: ManualClock) -> None:
    assert HqTime(ledger, clock).offset_ms is None
    time = HqTime(ledger, clock)
    time.heard(clock.now + 2_500)
    assert time.offset_ms == 2_500
    assert HqTime(ledger, clock).offset_ms == 2_500
    assert jumps(ledger) == []


@pytest.mark.parametrize(("moved_ms", "kept_ms"), [(999, 0), (-999, 0), (1_000, 1_000), (-1_000, -1_000)])
def test_less_than_a_second_is_the_network(ledger: SqlLedger, clock: ManualClock, moved_ms: int, kept_ms: int) -> None:
    time = HqTime(ledger, clock)
    time.heard(clock.now)
    time.heard(clock.now + moved_ms)
    assert time.offset_ms == kept_ms


@pytest.mark.parametrize("sign", [1, -1])
def test_a_jump_is_journalled_once(ledger: SqlLedger, clock: ManualClock, sign: int) -> None:
    time = HqTime(ledger, clock)
    time.heard(clock.now)
    time.heard(clock.now + sign * (CLOCK_TOLERANCE_MS - 1))
    assert jumps(ledger) == []
    time.heard(clock.now - sign)  # as far back and one further
    time.heard(clock.now - sign)
    assert jumps(ledger) == [{"before_ms": sign * (CLOCK_TOLERANCE_MS - 1), "after_ms": -sign}]


def test_the_first_meeting_counts_from_nothing(ledger: SqlLedger, clock: ManualClock) -> None:
    HqTime(ledger, clock).heard(clock.now - CLOCK_TOLERANCE_MS)
    assert jumps(ledger) == [{"before_ms": None, "after_ms": -CLOCK_TOLERANCE_MS}]


def test_before_enrolment_nothing_can_be_journalled(clock: ManualClock) -> None:
    ledger = memory_ledger(bytes(32), clock, threaded=False)
    time = HqTime(ledger, clock)
    time.heard(clock.now + CLOCK_TOLERANCE_MS)
    assert time.offset_ms == CLOCK_TOLERANCE_MS
    ledger.close()


def test_a_meeting_is_remembered_while_stamps_are_ahead(ledger: SqlLedger, clock: ManualClock) -> None:
    time = HqTime(ledger, clock)
    remembered = []
    for days in (0, -1, 2):  # at a day before, the newest fact is of tomorrow
        clock.now += days * 86_400_000
        time.heard(clock.now)
        assert HqTime(ledger, clock).met == time.met
        remembered.append(time.met is not None)
    assert remembered == [False, True, False]
