"""The law of the screen over the event desk: nothing cut, nothing too small, everything named and within reach."""

from __future__ import annotations

import pytest

from kiosk.demo.desk_states import DESK_STATES
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.stations.desk.form_sheet import FormSheet
from tests.ui.desk.conftest import MakeDesk
from tests.ui.reach_law import ids, keyless, nameless, scope_of
from tests.ui.screen_law import problems, small_targets

SIZES = ((1366, 768), (1024, 768), (1920, 1080), (1000, 688), (3840, 2160))
STATES = list(DESK_STATES)


def hold(make_desk: MakeDesk, at: int, turn: int = 0) -> list[object]:
    size, language = SIZES[(at + turn) % len(SIZES)], LANGUAGES[(at + turn // 2) % len(LANGUAGES)]
    stage = make_desk(language, size)
    DESK_STATES[STATES[at]](stage)
    scope = scope_of(stage)
    found = (*problems(stage.window), *small_targets(stage.window), *nameless(scope), *keyless(scope))
    return [(STATES[at], size, language, one) for one in (*found, *ids(stage.window))]


@pytest.mark.parametrize("at", range(0, len(STATES), 3))
def test_the_desk_holds_in_a_sample(make_desk: MakeDesk, at: int) -> None:
    assert hold(make_desk, at) == []


@pytest.mark.sizes
@pytest.mark.parametrize("turn", range(len(SIZES) * 2))
@pytest.mark.parametrize("at", range(len(STATES)))
def test_the_desk_holds(make_desk: MakeDesk, at: int, turn: int) -> None:
    assert hold(make_desk, at, turn) == []


@pytest.mark.parametrize("state", ["desk_guest", "desk_walk_in"])
def test_keys_on_the_smallest_screen_cover_nothing(make_desk: MakeDesk, state: str) -> None:
    stage = make_desk("en", (1000, 688))
    DESK_STATES[state](stage)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, FormSheet)
    sheet.keys.click()
    stage.settle()
    assert sheet.pad.isVisible()
    assert list(problems(stage.window)) == []
    sheet.keys.click()
    stage.settle()
    assert list(problems(stage.window)) == []
