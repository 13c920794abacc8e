"""A station's window fills the screen it was given, and comes back with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.shared.screens import run_with_screens

FIRST, SECOND = [0, 0, 1366, 768], [1366, 0, 1080, 1920]


run = partial(run_with_screens, "tests.ui.lockdown.one_of_two_screens")


@pytest.mark.parametrize(
    ("wanted", "place", "without"), [("", FIRST, FIRST), ("S0", FIRST, FIRST), ("S1", SECOND, None)]
)
def test_it_fills_its_screen_whatever_happens(
    tmp_path: Path, wanted: str, place: list[int], without: list[int] | None
) -> None:
    told = run(tmp_path, wanted, FIRST, SECOND)
    assert told["frameless"]
    assert told["steps"] == {
        "placed": place,
        "minimized": place,
        "dragged": place,
        "gone": without,
        "back": place,
        "let go": None,
    }


def test_a_screen_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    assert run(tmp_path, "S7", FIRST)["steps"]["placed"] is None
