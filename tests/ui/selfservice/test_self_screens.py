"""The law of the screen over every page of the self-service station, upright and lying, in three languages."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SELFSERVICE_STATES, SIZES
from kiosk.domain.texts import LANGUAGES
from tests.ui.lockdown_law import ways_out, windows_beside
from tests.ui.screen_law import problems
from tests.ui.selfservice import comfort_law
from tests.ui.selfservice.conftest import MakeStation

LEAST_TYPE, LEAST_TARGET = 24, 72
"""Pixels of letters and of what is pressed."""
LEAST_KEY = 70
"""Of the keyboard's keys, five rows of which take half of the lowest window."""
PLACES = list(SELFSERVICE_STATES)
MAGNIFIED = ((1280, 720), (720, 1280))
"""Logical pixels of 1920×1080 and 1080×1920 at 150 %."""
CASES = tuple(product(SIZES, LANGUAGES))


def small(window: QWidget) -> list[str]:
    """What is too small to be read, or to be pressed, by somebody who stands there."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            continue
        if widget.text() and widget.font().pixelSize() not in (-1, *range(LEAST_TYPE, 200)):
            found.append(f"{widget.objectName()} {widget.text()!r}: {widget.font().pixelSize()} px")
        least = LEAST_KEY if widget.objectName().startswith(("key_", "offer")) else LEAST_TARGET
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < least:
            found.append(f"{widget.objectName()} {widget.text()!r}: {widget.width()}×{widget.height()}")
    return found


def overflowing(window: QWidget) -> list[str]:
    """Lists that are wider than their place: they are pulled up and down alone."""
    found = []
    for area in window.findChildren(QScrollArea):
        inner, place = area.widget(), area.viewport()
        if area.isVisible() and inner is not None and place is not None and inner.width() > place.width():
            found.append(f"{inner.width()} in {place.width()}")
    return found


def hold(stage: Stage, cases: list[tuple[tuple[int, int], str]]) -> list[object]:
    found: list[object] = []
    for size, language in cases:
        if language != stage.i18n.language:
            stage.i18n.set_language(language)
        stage.window.resize(*size)
        stage.settle()
        found += [
            (size, language, problem)
            for problem in [*problems(stage.window), *overflowing(stage.window), *small(stage.window)]
        ]
    return found


def sample(place: int) -> list[tuple[tuple[int, int], str]]:
    """Two sizes, in another language every time; as the states go by every size meets every language."""
    cases = [(size, LANGUAGES[(at + place) % len(LANGUAGES)]) for at, size in enumerate(SIZES)]
    return [case for at, case in enumerate(cases) if at != place % len(SIZES)]


@pytest.mark.parametrize("state", PLACES[::4])
def test_pages_hold_in_a_sample(make_station: MakeStation, state: str) -> None:
    place = PLACES.index(state)
    cases = sample(place)
    size, language = cases[0]
    stage = make_station(language, size, festive=place % 3 == 2)
    SELFSERVICE_STATES[state](stage)
    assert hold(stage, cases) == []
    assert comfort_law.of_page(stage, place) == []
    assert [*ways_out(stage.window), *windows_beside(stage.window)] == []


@pytest.mark.parametrize("state", ["self_new_name", "self_new_birthday", "self_new_birthday_day"])
def test_whoever_magnifies_by_half_sees_all_of_it(make_station: MakeStation, state: str) -> None:
    stage = make_station("zh_TW", MAGNIFIED[0])
    SELFSERVICE_STATES[state](stage)
    for size, language in zip(MAGNIFIED, ("en", "zh_TW"), strict=True):
        stage.i18n.set_language(language)
        stage.window.resize(*size)
        stage.settle()
        assert [*problems(stage.window), *overflowing(stage.window)] == []


@pytest.mark.sizes
@pytest.mark.parametrize("state", PLACES)
def test_every_page_holds_everywhere(make_station: MakeStation, state: str) -> None:
    stage = make_station(festive=PLACES.index(state) % 2 == 0)
    SELFSERVICE_STATES[state](stage)
    assert hold(stage, [*CASES]) == []
    assert comfort_law.of_page_everywhere(stage) == []
