"""The hybrid logical clock always grows and stays near the wall clock."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.journal.hlc import COUNTER_BITS, milliseconds, tick

WALL = st.integers(0, 2**47 - 2**36)
SALT = st.integers(0, 2**32 - 1)


@given(st.lists(st.tuples(WALL, SALT), max_size=30))
def test_it_grows_whatever_the_wall_clock_does(walls: list[tuple[int, int]]) -> None:
    stamps = [0]
    for wall, salt in walls:
        stamps.append(tick(stamps[-1], wall, salt))
    assert stamps == sorted(set(stamps))
    assert all(stamp < 2**63 for stamp in stamps)


@given(st.lists(st.tuples(st.integers(-(2**60), 2**60), SALT), min_size=1, max_size=30))
def test_no_wall_clock_is_too_wrong(walls: list[tuple[int, int]]) -> None:
    """Set to the year 9999, to 1601, or to what no calendar has."""
    stamps = [0]
    for wall, salt in walls:
        stamps.append(tick(stamps[-1], wall, salt))
    assert stamps == sorted(set(stamps))
    assert stamps[-1] < 2**63


@given(WALL, WALL, SALT)
def test_it_shows_the_later_of_wall_clock_and_last_stamp(last_wall: int, wall: int, salt: int) -> None:
    stamp = tick(tick(0, last_wall), wall, salt)
    assert 0 <= milliseconds(stamp) - max(last_wall, wall) <= (17 if last_wall - wall > 1_000 else 1)


@given(WALL, st.integers(0, 10_000_000), st.integers(0, 2**32 - 1))
def test_two_machines_of_one_terminal_hardly_ever_come_upon_the_same_stamp(wall: int, behind: int, seed: int) -> None:
    """A copied disk, at the same instants, with the clock right or set back."""
    dice = random.Random(seed)
    sides = []
    for _ in range(2):
        stamps = [tick(0, wall + behind)]
        for more in range(100):
            stamps.append(tick(stamps[-1], wall + more * 10, dice.getrandbits(32)))
        sides.append(set(stamps[1:]))
    assert len(sides[0] & sides[1]) <= 3  # each of 100; without it all of them


def test_a_full_counter_moves_the_milliseconds_on() -> None:
    full = (1_000 << COUNTER_BITS) + (1 << COUNTER_BITS) - 1
    assert tick(full, 900) == 1_001 << COUNTER_BITS
    assert tick(full - 1, 900) == full
