"""Opening hours on the store's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lockdown.hours import HoursError, Standing, read_hours

TAIPEI = ZoneInfo("Asia/Taipei")
BERLIN = ZoneInfo("Europe/Berlin")
USUAL = "mon-fri 10:00-21:30; sat sun 09:00-14:00, 15:00-22:00; 2026-12-25 closed; 12-31 10:00-02:00"


def _at(text: str, zone: ZoneInfo = TAIPEI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("when", "opened", "changes"),
    [
        ("2026-11-30T09:59", False, "2026-11-30T10:00"),  # a Monday
        ("2026-11-30T10:00", True, "2026-11-30T21:30"),
        ("2026-11-30T21:30", False, "2026-12-01T10:00"),
        ("2026-12-05T14:30", False, "2026-12-05T15:00"),
        ("2026-12-24T22:00", False, "2026-12-26T09:00"),  # the 25th is closed
        ("2026-12-31T23:59", True, "2027-01-01T02:00"),  # over midnight
        ("2027-01-01T01:59", True, "2027-01-01T02:00"),
        ("2027-01-01T02:00", False, "2027-01-01T10:00"),
    ],
)
def test_a_usual_week(when: str, opened: bool, changes: str) -> None:
    found = read_hours(USUAL).at(_at(when), TAIPEI)
    assert found == Standing(opened, _at(changes).astimezone(UTC))


def test_without_rules_it_is_always_open_and_without_days_never() -> None:
    assert read_hours("").at(_at("2026-11-30T03:00"), TAIPEI) == Standing(True, None)
    assert read_hours("2020-01-01 open").at(_at("2026-11-30T03:00"), TAIPEI) == Standing(False, None)
    assert read_hours("daily open").at(_at("2026-11-30T03:00"), TAIPEI) == Standing(True, None)


def test_dates_go_before_days_of_every_year_and_those_before_weekdays() -> None:
    hours = read_hours("2026-12-25 08:00-09:00; 12-25 closed; daily 10:00-12:00; daily 11:00-12:00")
    assert hours.of(_at("2026-12-25T00:00").date()) == ((480, 540),)
    assert hours.of(_at("2027-12-25T00:00").date()) == ()
    assert hours.of(_at("2027-12-26T00:00").date()) == ((660, 720),), "the later of two equal ones"


def test_the_hour_that_summer_time_leaves_out_and_the_one_it_has_twice() -> None:
    hours = read_hours("daily 01:00-02:30; daily 01:00-04:00")
    begin = datetime(2027, 3, 28, 0, 0, tzinfo=UTC)  # 01:00 CET; at 02:00 it becomes 03:00
    assert hours.at(begin, BERLIN) == Standing(True, begin + timedelta(hours=2))
    begin = datetime(2027, 10, 30, 23, 0, tzinfo=UTC)  # 01:00 CEST; 02:00-03:00 comes twice
    assert hours.at(begin, BERLIN) == Standing(True, begin + timedelta(hours=4))
    short = read_hours("daily 02:15-02:45")
    day = datetime(2027, 3, 28, 0, 0, tzinfo=UTC)
    assert not any(short.at(day + timedelta(minutes=at), BERLIN).open for at in range(50))


@given(
    st.integers(0, 730 * 24 * 60).map(lambda minutes: _at("2026-01-01T00:00") + timedelta(minutes=minutes)),
    st.lists(st.tuples(st.integers(0, 23 * 60 + 59), st.integers(0, 24 * 60)), max_size=3),
)
def test_it_is_open_as_the_clock_on_the_wall_says(now: datetime, spans: list[tuple[int, int]]) -> None:
    words = ", ".join(f"{b // 60:02d}:{b % 60:02d}-{e // 60:02d}:{e % 60:02d}" for b, e in spans) or "closed"
    minute = now.hour * 60 + now.minute
    expected = any((b <= minute < e) if b < e else (minute >= b or minute < e) for b, e in spans)
    hours = read_hours(f"daily {words}")
    found = hours.at(now, TAIPEI)
    assert found.open == expected
    if found.changes is not None:
        assert found.changes > now
        assert hours.at(found.changes, TAIPEI).open != found.open
        assert hours.at(found.changes - timedelta(seconds=1), TAIPEI).open == found.open


@pytest.mark.parametrize(
    "text",
    [
        "monday 10:00-12:00",
        "mon",
        "10:00-12:00",
        "mon 10:00",
        "mon 10-12",
        "mon 25:00-26:00",
        "mon 10:60-11:00",
        "mon 24:00-24:00",
        "10:00-12:00 mon",
        "2027-02-29 closed",
        "2027-02-10..2027-02-01 closed",
        "02-30 closed",
        "mon-xyz closed",
        "mon open closed",
        "mon " * 2_000,
        "mon closed;" * 300,
        "mon 1000:00-12:00",
    ],
)
def test_slips_of_the_pen_are_said(text: str) -> None:
    with pytest.raises(HoursError):
        read_hours(text)


@given(st.text(alphabet="mon-fri 0123:;.,daily closed", max_size=60))
def test_whatever_is_written_is_read_or_said(text: str) -> None:
    try:
        hours = read_hours(text)
    except HoursError:
        return
    hours.at(datetime(2027, 1, 1, tzinfo=UTC), TAIPEI)
