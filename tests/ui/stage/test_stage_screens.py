"""The law of the screen over the console, and over the big screen: nothing is cut, at any size, in any language."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from kiosk.demo import stage_states as states
from kiosk.domain.documents.blocks import Frame as Season
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.ui.stage.adornment import PALE
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import Words
from kiosk.ui.stage.registry import kind_of, parts
from kiosk.ui.stage.scene import Poster
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stage.skin import SKINS, TEXT_PAIRS, stage_skin
from kiosk.ui.theme import contrast
from kiosk.ui.widgets.fitted_words import fitted
from tests.ui.screen_law import problems, small_targets
from tests.ui.stage.conftest import MakeConsole

SIZES = ((1366, 768), (1024, 768), (1920, 1080), (1280, 800))
ROOMS = ((1920, 1080), (3840, 2160), (1280, 720), (1024, 768), (2560, 1080))


CONSOLE, ROOM = list(states.STAGE_STATES), list(states.ROOM_STATES)


def hold(make_console: MakeConsole, at: int) -> list[object]:
    size, language = SIZES[at % len(SIZES)], LANGUAGES[at % len(LANGUAGES)]
    stage = make_console(language, size)
    states.STAGE_STATES[CONSOLE[at]](stage)
    return [(size, language, one) for one in (*problems(stage.window), *small_targets(stage.window))]


@pytest.mark.parametrize("at", range(1, len(CONSOLE), 6))
def test_the_console_holds_in_a_sample(make_console: MakeConsole, at: int) -> None:
    assert hold(make_console, at) == []


@pytest.mark.sizes
@pytest.mark.parametrize("at", range(len(CONSOLE)))
def test_the_console_holds(make_console: MakeConsole, at: int) -> None:
    assert hold(make_console, at) == []


def hold_room(make_console: MakeConsole, state: str) -> list[object]:
    stage = make_console()
    states.ROOM_STATES[state](stage)
    states.rest(stage)
    screen = stage.big.big
    found: list[object] = []
    for language, size in product(LANGUAGES, ROOMS):
        stage.i18n.set_language(language)
        screen.resize(*size)
        found += [(language, size, text) for text in cut(screen)]
    QApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
    return found


@pytest.mark.parametrize("state", ["room_waiting", "room_envelopes", "room_board"])
def test_the_big_screen_holds_in_a_sample(make_console: MakeConsole, state: str) -> None:
    assert hold_room(make_console, state) == []


@pytest.mark.sizes
@pytest.mark.parametrize("state", ROOM)
def test_the_big_screen_holds(make_console: MakeConsole, state: str) -> None:
    assert hold_room(make_console, state) == []


def cut(screen: StageScreen) -> list[str]:
    """Words that had to be shortened, and what stands outside."""
    frame, brush = screen._areas(), screen._brush()
    showing = Showing(screen._ui.i18n, instant(screen._clock.now_ms()), screen.page)
    shown = [*parts(screen.scene, frame, showing), *kind_of(screen.scene).at_rest(screen.scene, frame)]
    found = []
    for part in shown:
        if not frame.whole.adjusted(-1, -1, 1, 1).contains(part.place):
            found.append(f"{part} is outside")
        if isinstance(part, Words):
            font = brush.font(bold=part.bold, mono=part.mono)
            room = (part.place.width(), part.place.height())
            laid, _ = fitted(part.text, font, room, part.px, brush._least, wrap=part.wrap, align=part.align)
            if said(laid) != part.text:
                found.append(f"{part.text!r} is cut: {said(laid)!r}")
    return found


def said(laid: QTextLayout) -> str:
    return laid.text()


@pytest.mark.parametrize("name", SKINS)
def test_words_stand_out(name: str) -> None:
    colours = stage_skin(name).colours
    assert {
        pair: contrast(colours[pair[0]], colours[pair[1]])
        for pair in TEXT_PAIRS
        if contrast(colours[pair[0]], colours[pair[1]]) < 4.5
    } == {}
    assert set(colours) == set(stage_skin(SKINS[0]).colours)


def test_words_stand_out_on_the_ornaments_of_a_season() -> None:
    """They lie where the ground is `middle` at its brightest; a small one may lie on a large one."""
    colours = stage_skin(SKINS[0]).colours
    gold, ground = (bytes.fromhex(colours[tone][1:]) for tone in ("gold", "middle"))
    share = (2 * PALE - 8) / 255
    blended = "#" + bytes(round(a * share + b * (1 - share)) for a, b in zip(gold, ground, strict=True)).hex()
    assert min(contrast(colours[ink], blended) for ink in ("ink", "ink2", "gold")) >= 4.5


def test_a_season_is_seen_on_every_scene_but_a_rehearsals(make_console: MakeConsole) -> None:
    stage = make_console()
    states.published(stage, states.plan(beacon=True), 40)
    screen = states.room_of(stage, (960, 540))
    plain = screen.grab().toImage()
    festive = replace(stage.api.terminal(), theme="mid-autumn")
    stage.big.show_terminal(festive)
    assert screen.scene.season() is Season.MID_AUTUMN
    assert screen.grab().toImage() != plain
    for _ in range(2):  # the first time it goes on by itself, as after a start
        stage.big.desk.close()
        stage.settle()
    assert isinstance(screen.scene, Poster)
    assert screen.scene.season() is Season.MID_AUTUMN
    stage.big.desk.freeze(states.plan(rehearsal=True), states.people(40))
    stage.settle()
    assert screen.scene.season() is Season.NONE
