"""A campaign moved in time gives the same, so many days later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.shift import shifted
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import Stage, got


@pytest.mark.parametrize("days", [-400, 1, 30])
def test_everything_moves_together(days: int) -> None:
    holiday = plan("holiday")
    moved = shifted(holiday, days)
    assert moved.starts - holiday.starts == moved.ends - holiday.ends == timedelta(days=days)
    assert check(moved) == []
    assert shifted(moved, -days) == holiday
    stage = Stage(moved).at("2027-01-31 10:00").tomorrow(days)
    assert ("gift", "mascot", 1) in got(stage.buys("A", 900))
