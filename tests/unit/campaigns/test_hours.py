"""Hours of a rule: they belong to the day on which they begin, as a coupon's do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.conditions import Case, compile_conditions
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.campaigns.model import Conditions, DateSpan, SegmentNumbers
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.campaigns.things import TimeSpan
from kiosk.domain.coupons.hours import is_open
from kiosk.domain.coupons.model import WeekWindow
from tests.unit.campaigns.stage import campaign

FRIDAY = date(2026, 12, 4)
NIGHT = TimeSpan(time(22), time(2))
CAMPAIGN = campaign("rules: []")


def holds(if_: Conditions, at: datetime) -> bool:
    """Whether everything holds when a wall clock shows `at`."""
    happening = Happening("h", HappeningKind.BASKET, (0, "", 0, 0, 0), 0, minutes(at.replace(tzinfo=None)))
    case = Case(happening, MemberState("m"), 0, SegmentNumbers())
    return all(judge(case).ok for judge in compile_conditions(if_, CAMPAIGN))


@pytest.mark.parametrize(
    ("day", "hour", "inside"),
    [(4, 22, True), (4, 23, True), (5, 1, True), (5, 2, False), (4, 1, False), (4, 21, False), (5, 22, False)],
)
def test_friday_night_ends_on_saturday_morning(day: int, hour: int, inside: bool) -> None:
    if_ = Conditions(weekdays=(5,), times=(NIGHT,))
    assert holds(if_, datetime(2026, 12, day, hour, tzinfo=UTC)) is inside


def test_the_last_day_of_a_sale_has_its_night_and_the_first_has_no_morning() -> None:
    if_ = Conditions(dates=(DateSpan(FRIDAY, FRIDAY),), times=(NIGHT,))
    assert holds(if_, datetime(2026, 12, 5, 1, 59, tzinfo=UTC))
    assert not holds(if_, datetime(2026, 12, 4, 1, 59, tzinfo=UTC))
    by_month = Conditions(month_days=(4,), times=(NIGHT,))
    assert holds(by_month, datetime(2026, 12, 5, 1, tzinfo=UTC))
    assert not holds(by_month, datetime(2026, 12, 4, 1, tzinfo=UTC))


def test_a_moment_in_two_windows_may_belong_to_either_day() -> None:
    both = (NIGHT, TimeSpan(time(1), time(3)))
    assert holds(Conditions(weekdays=(5,), times=both), datetime(2026, 12, 5, 1, 30, tzinfo=UTC))
    assert holds(Conditions(weekdays=(6,), times=both), datetime(2026, 12, 5, 1, 30, tzinfo=UTC))
    # of one day all has to hold: Friday's night on the 5th is neither
    assert not holds(Conditions(weekdays=(5,), month_days=(5,), times=both), datetime(2026, 12, 5, 1, 30, tzinfo=UTC))


TIME = st.builds(time, st.integers(0, 23), st.sampled_from((0, 30)))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(TIME, TIME), min_size=1, max_size=3),
    st.sets(st.integers(1, 7), min_size=1),
    st.integers(0, 14 * 48),
)
def test_a_rule_and_a_coupon_mean_the_same_hours(
    spans: list[tuple[time, time]], days: set[int], half_hours: int
) -> None:
    at = datetime(2026, 12, 1, tzinfo=UTC) + timedelta(minutes=30 * half_hours)
    weekdays = tuple(sorted(days))
    if_ = Conditions(weekdays=weekdays, times=tuple(TimeSpan(since, until) for since, until in spans))
    windows = tuple(WeekWindow(weekdays, since, until) for since, until in spans)
    assert holds(if_, at) is is_open(windows, at, "UTC")
