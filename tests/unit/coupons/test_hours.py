"""Windows of the week on the store's wall clock, across midnight and clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.coupons.hours import is_open, local_day, next_opening
from kiosk.domain.coupons.model import WeekWindow

TAIPEI, NEW_YORK = "Asia/Taipei", "America/New_York"
ALL_DAYS = (1, 2, 3, 4, 5, 6, 7)


def wall(zone: str, day: int, hour: int, minute: int = 0, *, month: int = 9, fold: int = 0) -> datetime:
    """An instant of 2026 by its wall clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "hour", "minute", "shows_open"),
    [
        (25, 21, 59, False),  # Friday
        (25, 22, 0, True),
        (26, 1, 59, True),  # Saturday, still Friday's night
        (26, 2, 0, False),
        (26, 22, 30, False),
        (25, 1, 0, False),  # Friday's early morning belongs to Thursday
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(day: int, hour: int, minute: int, shows_open: bool) -> None:
    friday_night = (WeekWindow((5,), time(22), time(2)),)
    assert is_open(friday_night, wall(TAIPEI, day, hour, minute), TAIPEI) is shows_open


def test_equal_ends_are_a_whole_day() -> None:
    tuesday = (WeekWindow((2,), time(0), time(0)),)
    assert is_open(tuesday, wall(TAIPEI, 22, 0), TAIPEI)
    assert is_open(tuesday, wall(TAIPEI, 22, 23, 59), TAIPEI)
    assert not is_open(tuesday, wall(TAIPEI, 23, 0), TAIPEI)


def test_no_windows_is_always() -> None:
    assert is_open((), wall(TAIPEI, 22, 3), TAIPEI)


def test_next_opening_is_the_nearest_of_all_windows() -> None:
    windows = (WeekWindow((1,), time(9), time(12)), WeekWindow((6, 7), time(10), time(22)))
    assert next_opening(windows, wall(TAIPEI, 22, 14), TAIPEI) == wall(TAIPEI, 26, 10)
    assert next_opening(windows, wall(TAIPEI, 27, 22), TAIPEI) == wall(TAIPEI, 28, 9)
    assert next_opening((WeekWindow((2,), time(9), time(14)),), wall(TAIPEI, 22, 14), TAIPEI) == wall(TAIPEI, 29, 9)
    assert next_opening((WeekWindow((), time(9), time(14)),), wall(TAIPEI, 22, 14), TAIPEI) is None


def test_a_beginning_that_the_spring_change_skips_is_at_the_change() -> None:
    """8 March 2026, New York: 01:59:59 EST is followed by 03:00 EDT."""
    window = (WeekWindow((7,), time(2, 30), time(4)),)
    change = datetime(2026, 3, 8, 7, tzinfo=UTC)
    assert next_opening(window, wall(NEW_YORK, 8, 1, month=3), NEW_YORK) == change
    assert is_open(window, change, NEW_YORK)
    assert not is_open(window, change - timedelta(seconds=1), NEW_YORK)


def test_a_window_that_the_change_swallows_opens_a_week_later() -> None:
    window = (WeekWindow((7,), time(2), time(2, 30)),)
    assert next_opening(window, wall(NEW_YORK, 8, 1, month=3), NEW_YORK) == wall(NEW_YORK, 15, 2, month=3)


def test_in_the_hour_that_repeats_the_window_is_open_twice() -> None:
    """1 November 2026, New York: 01:59:59 EDT is followed by 01:00 EST."""
    window = (WeekWindow((7,), time(0, 30), time(1, 30)),)
    for fold in (0, 1):
        assert is_open(window, wall(NEW_YORK, 1, 1, 29, month=11, fold=fold), NEW_YORK)
        assert not is_open(window, wall(NEW_YORK, 1, 1, 30, month=11, fold=fold), NEW_YORK)
    between = wall(NEW_YORK, 1, 1, 40, month=11)
    assert next_opening(window, between, NEW_YORK) == wall(NEW_YORK, 1, 1, month=11, fold=1)


def test_the_day_is_read_off_the_wall() -> None:
    assert local_day(datetime(2026, 9, 22, 16, tzinfo=UTC), TAIPEI).day == 23


QUARTERS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
WINDOWS = st.lists(
    st.builds(WeekWindow, st.lists(st.sampled_from(ALL_DAYS), max_size=3).map(tuple), QUARTERS, QUARTERS), max_size=3
).map(tuple)
CLOCK_CHANGES = (datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC))  # of New York
INSTANTS = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CLOCK_CHANGES),
    st.integers(-3 * 24 * 60, 24 * 60),
)


@given(WINDOWS, INSTANTS, st.sampled_from((TAIPEI, NEW_YORK)))
def test_the_next_opening_is_open_and_nothing_before_it_is(
    windows: tuple[WeekWindow, ...], at: datetime, zone: str
) -> None:
    assume(not is_open(windows, at, zone))
    opening = next_opening(windows, at, zone)
    end = opening if opening is not None else at + timedelta(days=8)
    quarters = int((end - at) / timedelta(minutes=15))
    on_the_quarter = at + timedelta(minutes=15 - at.minute % 15)
    moments = [at, *(on_the_quarter + timedelta(minutes=15 * step) for step in range(quarters + 1))]
    assert not any(is_open(windows, moment, zone) for moment in moments if moment < end)
    assert opening is None or is_open(windows, opening, zone)
