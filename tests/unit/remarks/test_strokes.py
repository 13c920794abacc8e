"""A signature as a text that fits where words do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.remarks.remark import LONGEST, read_remark
from kiosk.domain.remarks.strokes import SIDE, packed, strokes_of, svg

POINTS = st.tuples(st.integers(0, SIDE - 1), st.integers(0, SIDE - 1))
STROKES = st.lists(st.lists(POINTS, min_size=1, max_size=12), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(STROKES)
def test_what_fits_comes_back_as_it_was(strokes: list[list[tuple[int, int]]]) -> None:
    text = packed(strokes)
    assert strokes_of(text) == tuple(map(tuple, strokes))
    assert read_remark(text) == text


def test_of_too_many_points_those_that_say_most_are_kept() -> None:
    line = [(at, 500) for at in range(0, 1000, 3)]
    corner = [(0, 0), *((0, at) for at in range(1, 900)), (0, 1000), (700, 1000)]
    text = packed([line, corner])
    assert len(text) <= LONGEST
    kept = strokes_of(text)
    assert (kept[0][0], kept[0][-1]) == (line[0], line[-1])
    assert {(0, 0), (0, 1000), (700, 1000)} <= set(kept[1])
    assert svg(text).count("<polyline") == 2


def test_nothing_and_too_many_strokes_are_no_signature() -> None:
    assert packed([]) == packed([[]]) == ""
    assert packed([[(1, 1), (2, 2)]] * 100) == ""
    assert strokes_of(packed([[(-5, 5_000)]])) == (((0, SIDE - 1),),)


@pytest.mark.parametrize("text", ["", "x", "~s1", "~s1.", "~s1.ABC", "~s1.AB!D", "~s2.ABCD"])
def test_what_is_no_drawing_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="strokes"):
        strokes_of(text)
