"""What somebody means who keys in a day or a time."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slips.said import day_said, time_said

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29", date(2026, 11, 29)),
        ("30", date(2026, 10, 30)),
        ("31", date(2026, 10, 31)),
        ("9", date(2026, 11, 9)),
        ("11/28", date(2026, 11, 28)),
        ("1128", date(2026, 11, 28)),
        ("12/31", date(2025, 12, 31)),
        ("2026-11-28", date(2026, 11, 28)),
        ("20261128", date(2026, 11, 28)),
        ("26.11.28", date(2026, 11, 28)),
        ("１１月２８日", date(2026, 11, 28)),
    ],
)
def test_days(text: str, day: date) -> None:
    assert day_said(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "0", "32", "13/40", "2026-02-30", "today", "1/2/3/4", "123456789", "11/28/2026x9"]
)
def test_what_is_no_day(text: str) -> None:
    assert day_said(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [("1432", time(14, 32)), ("14:32", time(14, 32)), ("932", time(9, 32)), ("9", time(9)), ("0005", time(0, 5))],
)
def test_times(text: str, when: time) -> None:
    assert time_said(text) == when


@pytest.mark.parametrize("text", ["", "24:00", "1460", "noon", "1:2:3", "14325"])
def test_what_is_no_time(text: str) -> None:
    assert time_said(text) is None


@given(st.text(max_size=12))
def test_whatever_is_keyed_in_is_a_day_or_none(text: str) -> None:
    found = day_said(text, TODAY)
    assert found is None or isinstance(found, date)
    assert time_said(text) is None or isinstance(time_said(text), time)


@given(st.dates(date(2000, 1, 1), TODAY))
def test_days_as_they_are_written_are_read(day: date) -> None:
    assert day_said(day.isoformat(), TODAY) == day
    if TODAY - day < timedelta(days=300):
        assert day_said(f"{day.month}/{day.day}", TODAY) == day
