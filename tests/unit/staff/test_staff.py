"""Roles, PINs, delays, signing in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staff.pins import (
    NO_FAILURES,
    PinFailures,
    SignInOutcome,
    after_pin,
    before_pin,
    by_badge,
    delay_after,
    idle_locked,
    wait_left,
)
from kiosk.domain.staff.roles import Permission, Role, StaffMember, may

NOON = datetime(2025, 3, 21, 4, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
CLERK = StaffMember("E0012", "陳美麗", Role.CLERK, ("S1",), pin_hash="$argon2id$…", badge_id="B7Q2")

moments = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
failures = st.builds(PinFailures, st.integers(1, 50), moments)


def test_who_may_do_what() -> None:
    assert may(Role.CLERK, Permission.REDEEM)
    assert may(Role.CLERK, Permission.VOID_OWN)
    assert not may(Role.CLERK, Permission.APPROVE_VOID)
    assert not may(Role.CLERK, Permission.VIEW_JOURNAL)
    assert all(may(Role.MANAGER, permission) for permission in Permission)
    doors = {one for one in Permission if may(Role.VOLUNTEER, one)}
    assert doors == {Permission.GREET, Permission.ACT_FOR_ONESELF}
    assert CLERK.may(Permission.REDEEM)
    assert not CLERK.may(Permission.SETTINGS)


def test_an_auditor_looks_and_never_writes() -> None:
    reading = {Permission.VIEW_TRANSACTIONS, Permission.VIEW_JOURNAL, Permission.EXPORT}
    assert {p for p in Permission if may(Role.AUDITOR, p)} == reading


def test_the_delays() -> None:
    seconds = [delay_after(count).total_seconds() for count in range(10)]
    assert seconds == [0, 0, 0, 5, 15, 60, 300, 900, 900, 900]


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_delays_never_shrink_with_more_failures(fewer: int, more: int) -> None:
    fewer, more = sorted((fewer, more))
    assert delay_after(fewer) <= delay_after(more) <= timedelta(minutes=15)


@given(failures, moments)
def test_a_wait_is_never_negative_nor_longer_than_the_delay(wrong: PinFailures, at: datetime) -> None:
    assert timedelta(0) <= wait_left(wrong, at) <= delay_after(wrong.count)


@given(failures)
def test_a_wait_ends_exactly_after_the_delay(wrong: PinFailures) -> None:
    assert wrong.last_at is not None
    delay = delay_after(wrong.count)
    assert wait_left(wrong, wrong.last_at) == delay
    assert wait_left(wrong, wrong.last_at + delay) == timedelta(0)


def test_a_wrong_pin_counts_and_a_right_one_clears() -> None:
    wrong = NO_FAILURES
    for _ in range(3):
        assert before_pin(CLERK, "S1", wrong, NOON) is None
        decision = after_pin(CLERK, "S1", wrong, NOON, matches=False)
        assert decision.outcome is SignInOutcome.WRONG_PIN
        wrong = decision.failures
    assert (wrong.count, decision.retry_at) == (3, NOON + 5 * SECOND)
    waiting = before_pin(CLERK, "S1", wrong, NOON + SECOND)
    assert waiting is not None
    assert (waiting.outcome, waiting.retry_at) == (SignInOutcome.WAIT, NOON + 5 * SECOND)
    assert before_pin(CLERK, "S1", wrong, NOON + 5 * SECOND) is None
    right = after_pin(CLERK, "S1", wrong, NOON + 5 * SECOND, matches=True)
    assert right.signed_in
    assert right.failures == NO_FAILURES


def test_a_try_during_the_wait_does_not_lengthen_it() -> None:
    wrong = PinFailures(4, NOON)
    waiting = before_pin(CLERK, "S1", wrong, NOON + SECOND)
    assert waiting is not None
    assert waiting.failures == wrong


@pytest.mark.parametrize(
    ("changes", "store", "outcome"),
    [
        ({"active": False}, "S1", SignInOutcome.NOT_ACTIVE),
        ({"valid_from": NOON + SECOND}, "S1", SignInOutcome.NOT_YET_VALID),
        ({"valid_until": NOON}, "S1", SignInOutcome.NO_LONGER_VALID),
        ({}, "S2", SignInOutcome.OTHER_STORE),
        ({"stores": None}, "S2", SignInOutcome.SIGNED_IN),
        ({"valid_from": NOON, "valid_until": NOON + SECOND}, "S1", SignInOutcome.SIGNED_IN),
    ],
)
def test_who_may_work_where_and_when(changes: dict[str, object], store: str, outcome: SignInOutcome) -> None:
    person = replace(CLERK, **changes)  # type: ignore[arg-type]
    assert after_pin(person, store, NO_FAILURES, NOON, matches=True).outcome is outcome
    assert by_badge(person, "B7Q2", store, NO_FAILURES, NOON).outcome is outcome
    # A wrong PIN learns nothing of it.
    assert after_pin(person, store, NO_FAILURES, NOON, matches=False).outcome is SignInOutcome.WRONG_PIN


def test_only_the_badge_in_the_staff_row_is_good() -> None:
    wrong = PinFailures(5, NOON)
    assert by_badge(CLERK, "B7Q2", "S1", wrong, NOON).failures == wrong
    for person, serial, outcome in (
        (CLERK, "B7Q1", SignInOutcome.BADGE_WITHDRAWN),
        (replace(CLERK, badge_id=None), "B7Q2", SignInOutcome.BADGE_WITHDRAWN),
        (None, "B7Q2", SignInOutcome.UNKNOWN_STAFF),
    ):
        assert by_badge(person, serial, "S1", NO_FAILURES, NOON).outcome is outcome


def test_nobody_and_no_pin() -> None:
    nobody = before_pin(None, "S1", NO_FAILURES, NOON)
    no_pin = before_pin(replace(CLERK, pin_hash=None), "S1", NO_FAILURES, NOON)
    assert nobody is not None
    assert nobody.outcome is SignInOutcome.UNKNOWN_STAFF
    assert no_pin is not None
    assert no_pin.outcome is SignInOutcome.NO_PIN


def test_the_pin_hash_is_not_in_the_repr() -> None:
    assert "argon2" not in repr(CLERK)


def test_idle() -> None:
    limit = timedelta(seconds=60)
    assert not idle_locked(100.0, 159.9, limit)
    assert idle_locked(100.0, 160.0, limit)
    assert idle_locked(100.0, 5.0, limit)  # the machine was restarted
