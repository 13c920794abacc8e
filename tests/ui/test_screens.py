"""The laws of the screen (`screen_law.py`), of words (`words_law.py`) and of reach (`reach_law.py`) over states × sizes
× languages × fonts. A state is played once for all of them, in the first.

`make test` takes a sample in rotation: each state in two languages and two sizes, one of them the first; over all
states every pair of size and language, and of size and font, is met. `make test-sizes` takes all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import FIRST_DAYS, STATES
from kiosk.demo.checkout.windows import WINDOWS, WindowStage
from kiosk.demo.journal_states import JOURNAL_STATES
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.measure import DESIGN, LEAST_WINDOW, NARROWER, Shape, fitting
from kiosk.ui.shell.header import BANNER
from kiosk.ui.shell.help_watch import HELP_STRIP
from kiosk.ui.shell.more import MoreSheet
from kiosk.ui.shell.window import ShellWindow
from kiosk.ui.theme import Theme
from tests.ui.conftest import MakeStage
from tests.ui.hands import press
from tests.ui.reach_law import beyond_reach
from tests.ui.screen_law import in_its_place, problems, small_targets
from tests.ui.words_law import PAPERS, strangers, words_shown

SIZES = (
    (1366, 768),
    (1024, 768),
    (1093, 614),  # 1366×768 at 125 %
    (1280, 720),  # 1920×1080 at 150 %
    (1280, 614),  # too low for either shape: columns, smaller
    (960, 540),  # 1920×1080 at 200 %
    (1920, 1080),  # and 3840×2160 at 200 %
    (3840, 2160),
    (1024, 688),  # 1024×768 and 1366×768 under a title bar and above a task bar
    (1366, 688),
    LEAST_WINDOW,
)
"""Logical pixels."""


def _own(font: QFont) -> QFont:
    return _spaced(font, 100)


def _wide(font: QFont) -> QFont:
    """As wide as Microsoft JhengHei and YaHei; in line height Noto's is the larger one already."""
    return _spaced(font, 108)


def _other(font: QFont) -> QFont:
    """No font that was meant: Latin letters and figures of DejaVu Sans, Chinese from wherever there is any."""
    font.setFamilies(["DejaVu Sans"])
    return _spaced(font, 100)


def _spaced(font: QFont, percent: int) -> QFont:
    """Said of every font: a new one begins with the spacing of the one before."""
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, percent)
    return font


FONTS: dict[str, Callable[[QFont], QFont]] = {"own": _own, "wide": _wide, "other": _other}

CASES = tuple(product(SIZES[1:], LANGUAGES, FONTS))
PLACES = [*STATES, *JOURNAL_STATES]


def holds_whole(window: QWidget) -> bool:
    """Whether targets are promised to be as large as a finger wants them (docs/operations.md): a banner needs room, a
    call for help too."""
    wide, high = DESIGN[Shape.TALL]
    strips = 0
    if isinstance(window, ShellWindow):
        strips = BANNER * window.banner.isVisible() + HELP_STRIP * window.help.strip.isVisible()
    return window.width() >= wide and window.height() >= high + strips


Case = tuple[tuple[int, int], str, str]
"""Size, language, font."""


def sample(place: int) -> list[Case]:
    """Two cases of a state: in the first size, and in another language in a size that takes turns; as the states go by
    every size meets every language and font."""
    sizes, fonts, turn = SIZES[1:], list(FONTS), place // len(SIZES[1:])
    first, other = (LANGUAGES[(turn + at) % len(LANGUAGES)] for at in range(2))
    return [
        (SIZES[0], first, "own"),
        (sizes[place % len(sizes)], other, fonts[(turn + turn // 3) % len(fonts)]),
    ]


def hold_laws(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str, cases: list[Case]) -> None:
    """Play a state in the first case and look at it there, then in all others."""
    face = Theme.face
    first, language, font = cases[0]
    fonts: list[Callable[[QFont], QFont]] = [FONTS[font]]
    monkeypatch.setattr(Theme, "face", lambda theme, language: fonts[0](face(theme, language)))
    role = StationRole.JOURNAL if state in JOURNAL_STATES else StationRole.CHECKOUT
    stage = make_stage(language=language, size=first, past=state not in FIRST_DAYS, role=role)
    (STATES.get(state) or JOURNAL_STATES[state])(stage)
    stage.settle()
    assert QApplication.activeWindow() is stage.window, "a part was shown as a window of its own"
    assert beyond_reach(stage) == []
    found = broken(stage, cases[0])
    for case in cases[1:]:
        size, language, font = case
        fonts[0] = FONTS[font]
        if language == stage.i18n.language:
            # a font by itself never changes in a running program: with it every word is said anew, as after a switch
            stage.i18n.changed.emit(language)
            QApplication.sendEvent(stage.window, QEvent(QEvent.Type.LanguageChange))
        else:
            stage.i18n.set_language(language)
        stage.window.resize(*size)
        stage.settle()
        found += broken(stage, case, words=state not in PAPERS)
    assert found == []


def broken(stage: Stage, case: Case, *, words: bool = True) -> list[tuple[object, ...]]:
    """Everything that breaks a law in a case that is on the screen; of words: in its own language."""
    window, (_, language, _) = stage.window, case
    found: list[tuple[object, ...]] = [(*case, problem) for problem in problems(window)]
    if words:
        found += [(*case, *strange) for strange in strangers(words_shown(window), language).items()]
    if holds_whole(window):
        found += [(*case, target) for target in small_targets(window)]
    return found


@pytest.mark.parametrize("state", PLACES)
def test_every_state_holds_in_a_sample(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str) -> None:
    hold_laws(monkeypatch, make_stage, state, sample(PLACES.index(state)))


@pytest.mark.sizes
@pytest.mark.parametrize("state", PLACES)
def test_every_state_holds_everywhere(monkeypatch: pytest.MonkeyPatch, make_stage: MakeStage, state: str) -> None:
    hold_laws(monkeypatch, make_stage, state, [(SIZES[0], "zh_TW", "own"), *CASES])


def test_the_sample_meets_every_pair() -> None:
    met = [case for place in range(len(PLACES)) for case in sample(place)]
    assert {(size, language) for size, language, _ in met} == set(product(SIZES, LANGUAGES))
    assert {(size, font) for size, _, font in met} == {*product(SIZES[1:], FONTS), (SIZES[0], "own")}
    assert {(language, font) for _, language, font in met} == set(product(LANGUAGES, FONTS))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WINDOWS)
def test_windows_without_a_station_hold(qapp: QApplication, name: str, size: tuple[int, int]) -> None:
    language = LANGUAGES[SIZES.index(size) % len(LANGUAGES)]
    stage = WindowStage("light", language, name, size)
    assert problems(stage.show()) == []
    assert not holds_whole(stage.window) or small_targets(stage.window) == []
    stage.close()


def test_a_window_dragged_small_and_large_again_is_what_it_was(stage: Stage) -> None:
    STATES["main"](stage)
    before = {widget: widget.geometry() for widget in stage.window.findChildren(QWidget) if widget.isVisible()}
    for size in ((1024, 768), (3840, 2160), LEAST_WINDOW, (1366, 768)):
        stage.window.resize(*size)
        stage.settle()
    after = {widget: widget.geometry() for widget in stage.window.findChildren(QWidget) if widget.isVisible()}
    assert after == before


def out_of_reach(stage: Stage) -> list[str]:
    """What the footer names and no finger finds, there or behind its key for more."""
    window = stage.window
    named = [one.cap for one in window.station.actions() if one.label is not None and not one.caption]
    found = [key.action.cap for key in window.footer.keys if key.isVisible() and in_its_place(key, window)]
    if window.footer.more.isVisible():
        press(stage, "foot_more", window.footer)
        sheet = window.overlay.sheet
        assert isinstance(sheet, MoreSheet)
        found += [action.cap for action, button in sheet.offers if button.isVisible() and in_its_place(button, window)]
        assert problems(window) == []
        stage.key(Qt.Key.Key_Escape)
    return [cap for cap in named if cap not in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["main", "journal"])
def test_a_finger_finds_every_key_of_the_footer(make_stage: MakeStage, state: str, language: str) -> None:
    role = StationRole.JOURNAL if state in JOURNAL_STATES else StationRole.CHECKOUT
    stage = make_stage("light", language, role=role)
    (STATES.get(state) or JOURNAL_STATES[state])(stage)
    for size in ((1366, 688), (1024, 768), LEAST_WINDOW):
        stage.window.resize(*size)
        stage.settle()
        assert out_of_reach(stage) == [], size


def test_what_is_behind_the_key_for_more_is_done(make_stage: MakeStage) -> None:
    stage = make_stage("light", "en")
    stage.basket()
    stage.window.resize(1024, 768)
    stage.settle()
    assert "F2" in [action.cap for action in stage.window.footer.hidden]
    press(stage, "foot_more", stage.window.footer)
    press(stage, "more_F2")
    assert stage.i18n.language == "zh_TW"
    assert stage.window.overlay.sheet is None


def test_shapes_and_scales() -> None:
    for shape, size in DESIGN.items():
        assert fitting(*size) == (shape, 1)
    assert fitting(1366, 768) == (Shape.WIDE, 1)
    assert fitting(1024, 768) == (Shape.TALL, 1)
    assert fitting(1093, 614) == (Shape.TALL, 0.875)
    assert fitting(960, 540) == (Shape.TALL, 0.775)
    shape, scale = fitting(1920, 1080)
    assert shape is Shape.WIDE
    assert 1.2 < scale < 1920 / 1366
    assert fitting(1280, 720) == (Shape.TALL, 1.025)
    assert fitting(1280, 720, ratio=1.5) == (Shape.WIDE, 0.925), "magnified as it is, three columns are still read"
    assert fitting(1366, 688, reserved=40)[0] is Shape.WIDE, "a banner is no reason to lay the page out anew"
    assert fitting(1, 1)[1] > 0


@given(st.integers(200, 8000), st.integers(200, 8000), st.sampled_from([0, 40]), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_nothing_is_made_smaller_where_a_shape_holds_it_whole(w: int, h: int, reserved: int, ratio: float) -> None:
    shape, scale = fitting(w, h, reserved, ratio)
    whole = any(w >= wide and h >= high + reserved for wide, high in DESIGN.values())
    assert scale >= 1 or not whole or scale >= NARROWER
    assert scale * ratio >= 1 or not whole, "targets in pixels of the screen"
    assert scale * DESIGN[shape][0] <= w or scale == 1 / 40


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


@pytest.mark.parametrize("size", [(1366, 688), (1093, 614), (1024, 768), (1000, 560), (960, 500)])
def test_no_line_of_a_price_is_shown_in_part(stage: Stage, size: tuple[int, int]) -> None:
    STATES["points"](stage)
    stage.window.resize(*size)
    stage.settle()
    lines = [line for line in stage.checkout.page.quote.lines if line.isVisible()]
    assert len(lines) > 2
    shown = [line.visibleRegion().boundingRect().height() for line in lines]
    assert shown[0]
    assert all(height in (0, line.height()) for height, line in zip(shown, lines, strict=True)), shown
