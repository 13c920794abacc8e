"""How things turn: to where they are told, always by the same curve, and never towards a near miss."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.ui.draws import grid, wheel
from kiosk.ui.draws.motion import EDGE, resting, turning

STARTS = st.floats(-10_000, 10_000)
TARGETS = st.floats(-720, 720)
SPEEDS = st.sampled_from([(wheel.SPEED, 360.0, wheel.DOWN_MS), (grid.SPEED, 8.0, grid.DOWN_MS)])


@given(STARTS, TARGETS, SPEEDS)
def test_it_rests_exactly_where_it_was_told(start: float, target: float, kind: tuple[float, float, float]) -> None:
    speed, lap, down = kind
    way = turning(start, target, lap, speed=speed, down_ms=down)
    assert (way.end - target + lap / 2) % lap == pytest.approx(lap / 2, abs=1e-6)
    assert way.at(way.whole_ms) == way.at(way.whole_ms + 10_000) == way.end
    assert way.even_ms <= 500 + lap / speed


@given(STARTS, TARGETS, SPEEDS)
def test_it_turns_in_one_direction_without_a_jump(
    start: float, target: float, kind: tuple[float, float, float]
) -> None:
    speed, lap, down = kind
    way = turning(start, target, lap, speed=speed, down_ms=down)
    seen = [way.at(ms) for ms in range(0, int(way.whole_ms) + 32, 16)]
    steps = [after - before for before, after in pairwise(seen)]
    assert all(-1e-6 <= step <= 16 * speed + 1e-6 for step in steps)
    assert seen[1] > seen[0], "the first frame moves already"


@settings(max_examples=30)
@given(STARTS, STARTS, TARGETS, TARGETS, SPEEDS)
def test_seen_backwards_every_way_is_the_same(
    one: float, other: float, target: float, second: float, kind: tuple[float, float, float]
) -> None:
    speed, lap, down = kind
    first = turning(one, target, lap, speed=speed, down_ms=down)
    last = turning(other, second, lap, speed=speed, down_ms=down)
    for before in range(0, int(down) + 500, 50):
        ways = [way.end - way.at(way.whole_ms - before) for way in (first, last)]
        assert ways[0] == pytest.approx(ways[1], abs=1e-6)


def test_where_it_rests_in_a_field_is_drawn_evenly_and_away_from_its_edges() -> None:
    noise = Random(5)
    seen = [resting(noise) for _ in range(20_000)]
    assert min(seen) >= EDGE
    assert max(seen) <= 1 - EDGE
    tenths = [0] * 10
    for share in seen:
        tenths[int((share - EDGE) / (1 - 2 * EDGE) * 10)] += 1
    # chi-square with nine degrees of freedom; 45 is beyond one in a million
    assert sum((count - 2000) ** 2 / 2000 for count in tenths) < 45
