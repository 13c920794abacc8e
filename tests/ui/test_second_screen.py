"""The customer's window on a real second screen of Qt's, which goes and comes back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.shared.screens import run_with_screens

CLERKS, CUSTOMERS = [0, 0, 1366, 768], [1366, 0, 1024, 600]


run = partial(run_with_screens, "tests.ui.two_screens")


@pytest.mark.parametrize("wanted", ["auto", "S1"])
def test_the_customers_window_fills_its_screen_and_comes_back_with_it(tmp_path: Path, wanted: str) -> None:
    told = run(tmp_path, wanted, CLERKS, CUSTOMERS)

    before, placed, at_once, gone, back, dragged = told["steps"]
    assert before is None
    assert placed == CUSTOMERS
    assert told["refuses_focus"], "the focus stays where the scanner types"
    assert (at_once, gone) == (None, None)
    assert back == CUSTOMERS
    # the clerk's window was dragged there: it is never covered
    assert dragged == (CLERKS if wanted == "auto" else None)


@pytest.mark.parametrize("wanted", ["S7", "auto"])
def test_without_a_second_screen_nothing_is_shown(tmp_path: Path, wanted: str) -> None:
    told = run(tmp_path, wanted, CLERKS)

    assert all(step is None for step in told["steps"][:2])
