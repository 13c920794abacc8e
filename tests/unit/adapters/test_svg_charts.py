"""Charts: axes with round numbers, drawings that are well formed and stay on the page."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.campaigns import svg_charts
from kiosk.adapters.campaigns.svg_charts import Against, Range


@given(st.integers(0, 10**15))
def test_axes_end_above_the_highest_bar_in_at_most_five_round_steps(most: int) -> None:
    end, step = svg_charts.scale(most)
    assert end >= most
    assert end % step == 0
    assert 1 <= end // step <= 5
    assert str(step).rstrip("0") in ("1", "2", "5")


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(-(10**9), 10**12)), min_size=1, max_size=30))
def test_charts_are_well_formed_and_bars_stay_inside(rows: list[tuple[str, int]]) -> None:
    clean = [("".join(char for char in label if char.isprintable()), value) for label, value in rows]
    charts = [
        svg_charts.columns(clean, lambda value: f"{value:,}", across="a < b", marks=((0, "main"),)),
        svg_charts.bars([(label, value, f"{value:,}") for label, value in clean]),
        svg_charts.against([Against(label, value, abs(value) // 2 or None, "x") for label, value in clean]),
        svg_charts.ranges([Range(label, value - 1, value, value + 1, None, "x") for label, value in clean]),
    ]
    for chart in charts:
        drawing = ET.fromstring(chart)
        high = float(drawing.attrib["viewBox"].split()[3])
        for bar in drawing.iter("rect"):
            left, top = float(bar.attrib["x"]), float(bar.attrib["y"])
            wide, tall = float(bar.attrib["width"]), float(bar.attrib["height"])
            assert -1 <= left <= left + wide <= svg_charts.WIDTH + 2
            assert -1 <= top <= top + tall <= high + 1


@pytest.mark.parametrize("chart", [svg_charts.bars, svg_charts.against, svg_charts.ranges])
def test_nothing_is_told_as_nothing(chart: object) -> None:
    assert chart([]) == "<p>–</p>"  # type: ignore[operator]
