"""Ends are excluded instants; people are told the last day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme

ZONES = ("Asia/Taipei", "America/New_York", "Pacific/Kiritimati", "UTC")


@pytest.fixture
def i18n(qapp: QApplication) -> Iterator[I18n]:
    made = I18n(load_theme("light"), "zh_TW")
    yield made
    made.remove()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2000, 1, 2), date(9990, 12, 30)),
    minute=st.one_of(st.just(0), st.integers(0, 24 * 60 - 1)),
)
def test_the_last_day_is_one_on_which_it_still_runs(i18n: I18n, zone: str, day: date, minute: int) -> None:
    i18n.set_store(zone, "TWD")
    end = datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(minutes=minute)
    end = end.astimezone(UTC)
    last = i18n.local(end - timedelta(seconds=1))
    assert i18n.last_day(end) == f"{last.month}/{last.day}"
    assert i18n.days_left(end, end - timedelta(seconds=1)) == 0
    if minute == 0:
        assert i18n.days_left(end, end) == -1


def test_midnight_belongs_to_the_day_before(i18n: I18n) -> None:
    i18n.set_store("Asia/Taipei", "TWD")
    assert i18n.last_day(datetime(2026, 12, 12, 16, tzinfo=UTC)) == "12/12"
    assert i18n.last_day(datetime(2026, 12, 12, 16, 1, tzinfo=UTC)) == "12/13"


def test_no_end_is_shown_by_the_day_after() -> None:
    """Whoever shows an end as a day asks for its last day."""
    wrong = re.compile(r"(?<!last_)(?:short_day|\.day)\([\w.]*(?:expires|ends|(?<!provisional_)until)\)")
    # spans of whole days, the last included; and when a session begins or ends, with its time
    allowed = {
        "kiosk/ui/words/check_values.py",
        "kiosk/ui/stations/desk/faces.py",
        "kiosk/ui/stations/selfservice/events/words.py",
    }
    found = [
        str(path)
        for path in sorted(Path("kiosk").rglob("*.py"))
        if wrong.search(path.read_text("utf-8")) and path.as_posix() not in allowed
    ]
    assert found == []
