"""A wall clock behind the newest fact is not trusted until HQ was met."""

from __future__ import annotations

import pytest

from kiosk.application.sync.clock_trust import CLOCK_SLACK_MS, clock_behind, met
from kiosk.domain.journal import hlc

NOW_MS = 1_790_000_000_000
YEAR_MS = 365 * 86_400_000


def stamp(ms: int) -> int:
    return ms << hlc.COUNTER_BITS


@pytest.mark.parametrize(
    ("now_ms", "behind"),
    [
        (NOW_MS, False),
        (NOW_MS - CLOCK_SLACK_MS, False),
        (NOW_MS - CLOCK_SLACK_MS - 1, True),
        (NOW_MS + YEAR_MS, False),
    ],
)
def test_a_minute_behind_is_allowed(now_ms: int, behind: bool) -> None:
    assert clock_behind(now_ms, stamp(NOW_MS), None) is behind


def test_only_a_stamp_that_is_ahead_of_the_clock_is_remembered() -> None:
    assert met(NOW_MS, stamp(NOW_MS)) is None
    assert met(NOW_MS, stamp(NOW_MS + CLOCK_SLACK_MS)) is None
    assert met(NOW_MS, stamp(NOW_MS + CLOCK_SLACK_MS + 1)) is not None


def test_after_hq_was_met_a_fact_from_a_year_ahead_spoils_the_clock_no_more() -> None:
    ahead = stamp(NOW_MS + YEAR_MS)
    assert clock_behind(NOW_MS, ahead, None)
    remembered = met(NOW_MS, ahead)
    assert not clock_behind(NOW_MS, ahead, remembered)
    counted_up = stamp(NOW_MS + YEAR_MS + CLOCK_SLACK_MS)
    assert not clock_behind(NOW_MS, counted_up, remembered)  # facts since, whose stamps only count up
    assert clock_behind(NOW_MS - CLOCK_SLACK_MS - 1, ahead, remembered)  # and then it was set back


def test_a_newer_fact_than_the_meeting_counts_again() -> None:
    remembered = met(NOW_MS, stamp(NOW_MS + YEAR_MS))
    later = stamp(NOW_MS + YEAR_MS + CLOCK_SLACK_MS + 1)
    assert clock_behind(NOW_MS, later, remembered)
