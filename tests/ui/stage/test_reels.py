"""Names that roll: where they end was decided before, and nothing that rolls past looks as if it had nearly won."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.stage.draws.reels import MOST, Reels, cards, places
from kiosk.ui.stage.draws.scenes import Around, PrizeShown, Winner, WinnersRoll
from kiosk.ui.stage.draws.words import winner_name
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Stand
from kiosk.ui.stage.parts import Brush
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stage.skin import REAL, stage_skin
from kiosk.ui.theme import load_theme
from tests.fakes import ManualClock

NAMES = ("周*", "李*華", "黃*婷", "蔡*", "陳*麗", "許*安")
AROUND = Around("尾牙", "抽獎", 10, 10, "ab" * 32)


@pytest.fixture
def ui(qapp: QApplication) -> Ui:
    theme = load_theme("light")
    return Ui(theme, I18n(theme, "zh_TW"))


def reels(ui: Ui, winners: list[Winner], seed: int) -> Reels:
    frame = Frame(960, 540)
    brush = Brush(stage_skin(REAL), ui.theme, "zh_TW", 12)
    return Reels(winners, NAMES, Stand(frame, brush, 1.0, random.Random(seed)))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [1, 2, 3, 4, 10, 40])
def test_each_ends_on_its_winner_whatever_rolled_past(ui: Ui, count: int) -> None:
    winners = [Winner(f"得*{at}", at + 1) for at in range(count)]
    for seed in (1, 2):
        rolled = reels(ui, winners, seed)
        assert rolled.landed(0) == 0
        assert rolled.landed(rolled.ends) == count
        for slot, winner in zip(rolled._slots, winners, strict=True):
            pool = [rolled._pool[at] for at in slot.names]
            assert pool[-1] == winner_name(winner)
            assert not set(pool[:-1]) & {winner_name(one) for one in winners}, "no winner rolls past"


@given(st.integers(1, MOST), st.sampled_from([(1920, 1080), (1280, 1024), (2560, 1080)]))
@settings(max_examples=40, deadline=None)
def test_cards_lie_beside_each_other_and_inside(count: int, size: tuple[int, int]) -> None:
    frame = Frame(*size)
    found = places(count, frame)
    assert len(found) == count
    for at, one in enumerate(found):
        assert frame.middle.adjusted(-1, -1, 1, 1).contains(one)
        assert not any(one.intersects(other) for other in found[at + 1 :])


@pytest.mark.usefixtures("qapp")
def test_a_screen_that_is_calm_shows_the_winners_at_once(ui: Ui) -> None:
    from kiosk.ui.comfort import Comfort

    clock = ManualClock()
    ui.set_comfort(Comfort(calm=True))
    screen = StageScreen(ui, clock)
    settled = []
    screen.settled.connect(lambda: settled.append(True))
    screen.show_scene(WinnersRoll(AROUND, PrizeShown("電視", 1), (Winner("王*明", 3),), NAMES))
    assert settled == [True]
    assert not screen.rolling
    ui.set_comfort(Comfort())
    screen.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_first_movement_and_landing_by_the_clock(ui: Ui) -> None:
    clock = ManualClock()
    screen = StageScreen(ui, clock, seed=1)
    screen.resize(960, 540)
    landed: list[int] = []
    screen.landed.connect(landed.append)
    screen.show_scene(WinnersRoll(AROUND, PrizeShown("電視", 2), (Winner("王*明", 3), Winner("林*", 4)), NAMES))
    first = screen.grab().toImage()
    clock.advance(16)
    screen._on_frame()
    assert screen.grab().toImage() != first, "it moves with the next frame"
    clock.advance(60_000)
    screen._on_frame()
    assert landed == [2]
    assert not screen.rolling
    still = StageScreen(ui, clock)
    still.resize(960, 540)
    still.show_scene(
        WinnersRoll(AROUND, PrizeShown("電視", 2), (Winner("王*明", 3), Winner("林*", 4)), NAMES, rolling=False)
    )
    assert screen.grab().toImage() == still.grab().toImage(), "what was rolled to is what is shown after a restart"
    screen.deleteLater()
    still.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_more_winners_than_can_roll_are_said(ui: Ui) -> None:
    winners = [Winner(f"得*{at}", at) for at in range(60)]
    shown = cards(winners, Frame(1920, 1080))
    assert any("20" in getattr(part, "text", "") for part in shown)
    assert isinstance(shown[0].place, QRectF)
