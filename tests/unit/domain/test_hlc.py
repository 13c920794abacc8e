"""The hybrid logical clock always grows and stays near the wall clock."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.journal.hlc import COUNTER_BITS, milliseconds, tick

WALL = st.integers(0, 2**47 - 1)


@given(st.lists(WALL, max_size=30))
def test_it_grows_whatever_the_wall_clock_does(walls: list[int]) -> None:
    stamps = [0]
    for wall in walls:
        stamps.append(tick(stamps[-1], wall))
    assert stamps == sorted(set(stamps))
    assert all(stamp < 2**63 for stamp in stamps)


@given(WALL, WALL)
def test_it_shows_the_later_of_wall_clock_and_last_stamp(last_wall: int, wall: int) -> None:
    stamp = tick(tick(0, last_wall), wall)
    assert milliseconds(stamp) == max(last_wall, wall)


def test_a_full_counter_moves_the_milliseconds_on() -> None:
    full = (1_000 << COUNTER_BITS) + (1 << COUNTER_BITS) - 1
    assert tick(full, 900) == 1_001 << COUNTER_BITS
    assert tick(full - 1, 900) == full
