"""Switching languages leaves nothing behind: every state looks as it does in a window opened in the language, and says
the same to those who listen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import FIRST_DAYS, STATES
from kiosk.demo.journal_states import JOURNAL_STATES
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.theme import load_theme
from tests.ui.conftest import MakeStage
from tests.ui.words_law import PAPERS

_PLAYS: dict[str, tuple[StationRole, Callable[[Stage], None]]] = {
    **{name: (StationRole.CHECKOUT, play) for name, play in STATES.items()},
    **{name: (StationRole.JOURNAL, play) for name, play in JOURNAL_STATES.items()},
}
_SCROLLED = {"explain_open"}
"""What is open keeps its row in view, not its pixel."""
_MANY_WORDS = (
    *("sign_in_wait", "empty", "main", "done", "chosen", "find", "recent_voided", "void", "switch", "fault", "clock"),
    *("categories", "refused_already_used_here", "platinum", "wake_up", "done_rewards", "proof", "explain_open"),
    *("explain_sale", "actions_survey", "actions_proof", "actions_won"),
)
"""Of each kind of sheet and row one."""
_SEEN = 48
"""Two paintings of one large glyph differ a little at its edges, as its bitmap was made for one place or another."""


@pytest.fixture(autouse=True)
def steady_cursor(qapp: QApplication) -> Iterator[None]:
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(before)


def _picture(window: QWidget) -> npt.NDArray[np.int16]:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4)[..., :3].astype(np.int16)


def _words(window: QWidget) -> list[str]:
    """Every word on the screen, and what screen readers and fields say."""
    words: list[str] = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QPushButton):
            words.append(widget.text())
        words += [widget.accessibleName(), widget.toolTip(), str(widget.property("placeholderText") or "")]
    return words


def _apart(one: npt.NDArray[np.int16], other: npt.NDArray[np.int16]) -> int:
    return int((np.abs(one - other).max(axis=2) > _SEEN).sum())


def _some(names: list[str]) -> list[Any]:
    """Those with words of every kind and one of thirty-six of the others each time, the rest with the sizes."""
    others = [name for name in names if name not in _MANY_WORDS][::36]
    here = {*_MANY_WORDS, *others}
    return [pytest.param(name, marks=() if name in here else pytest.mark.sizes) for name in names]


@pytest.mark.parametrize("name", _some([name for name in _PLAYS if name not in PAPERS]))
def test_a_switch_ends_as_a_fresh_window_begins(make_stage: MakeStage, name: str) -> None:
    at = list(_PLAYS).index(name)
    role, play = _PLAYS[name]
    past = name not in FIRST_DAYS
    # each state another way round: every language is left for every other in some states of each kind
    here, there = LANGUAGES[at % 3], LANGUAGES[(at + 1 + at // 3 % 2) % 3]
    between = next(language for language in LANGUAGES if language not in (here, there))
    with Stage("light", there, past=past, role=role) as fresh:
        play(fresh)
        fresh.settle()
        wanted, said = _picture(fresh.window), _words(fresh.window)
    switched = make_stage(language=here, past=past, role=role)
    play(switched)
    for language in (between, there):
        switched.i18n.set_language(language)
        switched.settle()
    assert _words(switched.window) == said, f"{here} → {between} → {there}"
    if name not in _SCROLLED:
        assert _apart(wanted, _picture(switched.window)) == 0, f"{here} → {between} → {there}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_the_face_of_its_language(make_stage: MakeStage, language: str) -> None:
    stage = make_stage(language="en" if language != "en" else "zh_TW")
    STATES["recent"](stage)
    stage.i18n.set_language(language)
    stage.settle()
    face = load_theme("light").face(language)
    for label in stage.window.findChildren(QLabel):
        assert label.font().families() == face.families(), label.text()
        for feature in ("pwid", "tnum"):
            assert label.font().featureValue(QFont.Tag(feature)) == face.featureValue(QFont.Tag(feature))


def test_a_font_keeps_nothing_of_the_language_before(qapp: QApplication) -> None:
    theme, before = load_theme("light"), QApplication.font()
    QApplication.setFont(theme.font("en"))
    assert theme.font("zh_CN").featureValue(QFont.Tag("pwid")) == 0
    QApplication.setFont(before)


def test_a_notice_speaks_the_language_in_use_or_goes(stage: Stage) -> None:
    STATES["main"](stage)
    stage.window.messages.notice(lambda: f"hello {stage.i18n.language}")
    stage.i18n.set_language("en")
    stage.settle()
    assert stage.window.notices.text.text() == "hello en"
    stage.window.messages.notice("hello")
    stage.i18n.set_language("zh_CN")
    stage.settle()
    assert stage.window.notices.isHidden()
