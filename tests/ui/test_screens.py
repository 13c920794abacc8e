"""The law of the screen (`screen_law.py`) over states × sizes × languages × fonts.

`make test` takes a sample in rotation: each state in every language, in three sizes and fonts; over all states every
pair of size and language, and of size and font, is met. `make test-sizes` takes all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import FIRST_DAYS, STATES
from kiosk.demo.checkout.windows import WINDOWS, WindowStage
from kiosk.demo.journal_states import JOURNAL_STATES
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.measure import DESIGN, LEAST_WINDOW, scale_for
from kiosk.ui.theme import Theme
from tests.ui.conftest import MakeStage
from tests.ui.screen_law import problems

SIZES = (
    (1366, 768),
    (1024, 768),
    (1093, 614),  # 1366×768 at 125 %
    (1280, 720),  # 1920×1080 at 150 %
    (960, 540),  # 1920×1080 at 200 %
    (1920, 1080),  # and 3840×2160 at 200 %
    (3840, 2160),
    (1024, 688),  # 1024×768 and 1366×768 under a title bar and above a task bar
    (1366, 688),
    LEAST_WINDOW,
)
"""Logical pixels."""


def _own(font: QFont) -> QFont:
    font.setLetterSpacing(
        QFont.SpacingType.PercentageSpacing, 100
    )  # a new font begins with the spacing of the one before
    return font


def _wide(font: QFont) -> QFont:
    """As wide as Microsoft JhengHei and YaHei; in line height Noto's is the larger one already."""
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return font


def _other(font: QFont) -> QFont:
    """No font that was meant: Latin letters and figures of DejaVu Sans, Chinese from wherever there is any."""
    font.setFamilies(["DejaVu Sans"])
    return font


FONTS: dict[str, Callable[[QFont], QFont]] = {"own": _own, "wide": _wide, "other": _other}

CASES = tuple(product(SIZES[1:], LANGUAGES, FONTS))
PLACES = [*STATES, *JOURNAL_STATES]


Case = tuple[tuple[int, int], str, str]
"""Size, language, font."""


def sample(place: int) -> list[Case]:
    """Three cases of a state, one a language; as the states go by every size meets every language and font."""
    sizes, fonts = SIZES[1:], list(FONTS)
    return [
        (sizes[(place + 3 * at) % len(sizes)], language, fonts[(place // len(sizes) + at) % len(fonts)])
        for at, language in enumerate(LANGUAGES)
    ]


def hold_law(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str, cases: list[Case]) -> None:
    """Play a state once and look at it in every case, then once more in the size it began with."""
    face = Theme.face
    fonts: list[Callable[[QFont], QFont]] = [_own]
    monkeypatch.setattr(Theme, "face", lambda theme, language: fonts[0](face(theme, language)))
    role = StationRole.JOURNAL if state in JOURNAL_STATES else StationRole.CHECKOUT
    stage = make_stage(past=state not in FIRST_DAYS, role=role)
    (STATES.get(state) or JOURNAL_STATES[state])(stage)
    found = []
    for size, language, font in [*cases, (SIZES[0], "zh_TW", "own")]:
        fonts[0] = FONTS[font]
        stage.i18n.set_language(language)
        stage.i18n.changed.emit(language)
        stage.window.resize(*size)
        stage.settle()
        found += [(size, language, font, problem) for problem in problems(stage.window)]
    assert found == []


@pytest.mark.parametrize("state", PLACES)
def test_every_state_holds_in_a_sample(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str) -> None:
    hold_law(monkeypatch, make_stage, state, sample(PLACES.index(state)))


@pytest.mark.sizes
@pytest.mark.parametrize("state", PLACES)
def test_every_state_holds_everywhere(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str) -> None:
    hold_law(monkeypatch, make_stage, state, [*CASES])


def test_the_sample_meets_every_pair() -> None:
    met = [case for place in range(len(PLACES)) for case in sample(place)]
    assert {(size, language) for size, language, _ in met} == set(product(SIZES[1:], LANGUAGES))
    assert {(size, font) for size, _, font in met} == set(product(SIZES[1:], FONTS))
    assert {(language, font) for _, language, font in met} == set(product(LANGUAGES, FONTS))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WINDOWS)
def test_windows_without_a_station_hold(qapp: QApplication, name: str, size: tuple[int, int]) -> None:
    language = LANGUAGES[SIZES.index(size) % len(LANGUAGES)]
    stage = WindowStage("light", language, name, size)
    assert problems(stage.show()) == []
    stage.close()


def test_a_window_dragged_small_and_large_again_is_what_it_was(stage: Stage) -> None:
    STATES["main"](stage)
    before = {widget: widget.geometry() for widget in stage.window.findChildren(QWidget) if widget.isVisible()}
    for size in ((1024, 768), (3840, 2160), LEAST_WINDOW, (1366, 768)):
        stage.window.resize(*size)
        stage.settle()
    after = {widget: widget.geometry() for widget in stage.window.findChildren(QWidget) if widget.isVisible()}
    assert after == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finger_finds_every_key_of_the_footer_on_a_small_screen(make_stage: MakeStage, language: str) -> None:
    stage = make_stage("light", language)
    STATES["main"](stage)
    stage.window.resize(1024, 768)
    stage.settle()
    assert [key.action.cap for key in stage.window.footer.keys if not key.isVisible() and not key.action.caption] == []


def test_scales() -> None:
    assert scale_for(*DESIGN) == 1
    assert scale_for(1366, 768) == 1
    assert scale_for(1093, 614) == 0.8
    assert scale_for(960, 540) == 0.7
    assert 1.2 < scale_for(1920, 1080) < 1920 / 1366
    assert scale_for(1366, 720, reserved=40) < 1
    assert scale_for(1, 1) > 0


def test_a_screen_of_the_least_size_is_not_left(stage: Stage) -> None:
    least = stage.window.minimumSize()
    screen = stage.window.screen().availableSize()
    assert least.width() <= screen.width()
    assert least.height() < screen.height()


def test_the_law_finds_what_it_is_for(stage: Stage) -> None:
    STATES["main"](stage)
    page = stage.checkout.page
    page.side.find_button.setGeometry(page.side.services.geometry())
    assert any("lies over" in problem for problem in problems(stage.window))
    stage.settle()
    page.quote.lines[0].amount.setFixedWidth(20)
    stage.settle()
    assert any("shortened" in problem for problem in problems(stage.window))
