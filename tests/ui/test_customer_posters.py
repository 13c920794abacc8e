"""While nobody is served the campaigns that run take turns on the customer's screen, with the store's own pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.application.selfservice.outcomes import Poster
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.customer.parts import Area
from kiosk.ui.customer.posters import BackdropPainter, backdrop_of
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import Serving
from kiosk.ui.theme import contrast
from kiosk.ui.widgets.painted import Ground, Words

SIZES = ((800, 480), (1366, 768), (3840, 2160), (600, 1024), (1280, 1024))
WORDS = st.text(max_size=80) | st.sampled_from(["🎉" * 40, "عرض خاص", "滿額禮" * 20, "Donaudampfschiff" * 5])


@pytest.fixture(scope="module")
def shown() -> Iterator[tuple[Stage, CustomerScreen, Poster]]:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui)
        screen.show_terminal(stage.api.terminal())
        yield stage, screen, stage.api.posters()[0]
        screen.deleteLater()


def picture(colour: str) -> QImage:
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def said(screen: CustomerScreen) -> list[str]:
    return [part.text for part in screen.parts() if isinstance(part, Words)]


@settings(max_examples=25)
@given(st.lists(WORDS, min_size=3, max_size=8), st.booleans(), st.sampled_from(SIZES), st.sampled_from(LANGUAGES))
def test_every_word_of_a_poster_has_its_place(
    shown: tuple[Stage, CustomerScreen, Poster], words: list[str], pictured: bool, size: tuple[int, int], language: str
) -> None:
    stage, screen, poster = shown
    name, summary, *offers = [LocalText(word, word, word) for word in words]
    odd = replace(poster, name=name, summary=summary, phase=summary, offers=tuple(offers))
    stage.window.ui.i18n.set_language(language)
    screen.resize(*size)
    screen.turns.show(posters=[odd], pictures=[(odd.campaign, picture("red"))] if pictured else [])
    parts = screen.parts()
    assert isinstance(parts[0], Ground)
    assert parts[0].place == QRectF(screen.rect())
    places = [part for part in parts if isinstance(part, Words)]
    for at, one in enumerate(places):
        assert parts[0].place.contains(one.place), one
        assert screen.brush().laid(one)[1] <= one.place.height() + 0.5 or not one.text, one
        for other in places[at + 1 :]:
            common = one.place.intersected(other.place)
            assert common.width() < 1 or common.height() < 1, (one, other)


def test_campaigns_and_pictures_take_turns_until_somebody_is_served(
    shown: tuple[Stage, CustomerScreen, Poster],
) -> None:
    stage, screen, poster = shown
    stage.window.ui.i18n.set_language("en")
    screen.resize(1024, 600)
    other = replace(poster, campaign="tea", name=LocalText("茶", "茶", "Tea week"))
    screen.turns.show(posters=[poster, other], pictures=[("tea-1", picture("red")), ("hall", picture("blue"))])
    seen = []
    for _ in range(3):
        colour = screen.grab().toImage().pixelColor(10, 150)
        seen.append(("Tea week" in said(screen), colour.red() > 150, colour.blue() > 150))
        screen.turns._on_turn()
    assert seen == [(False, False, False), (True, True, False), (False, False, True)]
    screen.turns.show(posters=[])
    assert [slide for slide, _image in screen.turns._slides] == [None] * 3
    assert [image is None for _slide, image in screen.turns._slides] == [True, False, False]
    assert "Old Friends, New Neighbours" in said(screen)  # by its name alone, of which HQ tells in another row
    screen.turns.show(posters=[poster, other])
    screen.show()
    timers = screen.turns.findChildren(QTimer)
    assert [one.isActive() for one in timers] == [True, True]
    screen.show_view(Serving("TWD", 100, 100))
    assert "Tea week" not in said(screen)
    assert [one.isActive() for one in timers] == [False, False]
    screen.show_view(None)
    assert "Old Friends, New Neighbours" in said(screen)
    screen.hide()
    assert [one.isActive() for one in timers] == [False, False]


def behind(screen: CustomerScreen, colour: QColor) -> QImage:
    """What is behind the words of a slide whose picture has one colour."""
    image = QImage(160, 90, QImage.Format.Format_ARGB32)
    image.fill(colour)
    poster, _image = screen.turns.slide
    area = Area(screen.width(), screen.height())
    backdrop = backdrop_of((poster, image), area, screen.parts(), screen.brush())
    shown = QImage(screen.size(), QImage.Format.Format_RGB32)
    painter = QPainter(shown)
    BackdropPainter().paint(painter, QRectF(screen.rect()), backdrop, screen._ui.theme, 1)
    painter.end()
    return shown


@settings(max_examples=15)
@given(st.lists(WORDS, min_size=2, max_size=2), st.sampled_from(SIZES))
def test_words_are_read_on_the_palest_picture(
    shown: tuple[Stage, CustomerScreen, Poster], words: list[str], size: tuple[int, int]
) -> None:
    _stage, screen, poster = shown
    name, summary = [LocalText(word, word, word) for word in words]
    odd = replace(poster, name=name, summary=summary, offers=())
    screen.resize(*size)
    screen.turns.show(posters=[odd], pictures=[(odd.campaign, picture("white"))])
    seen = behind(screen, QColor("white"))
    _ground, _store, *rest = screen.parts()
    for part in rest:
        assert isinstance(part, Words)
        middle, high = part.place.center(), screen.brush().laid(part)[1]
        top = min(seen.height() - 1, max(0, round(middle.y() - high / 2) + 1))
        assert contrast("#ffffff", seen.pixelColor(round(middle.x()), top).name()) >= 4.5, part


def test_behind_a_picture_that_lets_light_through_is_the_skins_colour(
    shown: tuple[Stage, CustomerScreen, Poster],
) -> None:
    stage, screen, poster = shown
    screen.resize(800, 480)
    screen.turns.show(posters=[poster], pictures=[(poster.campaign, picture("red"))])
    assert behind(screen, QColor(0, 0, 0, 0)) == behind(screen, stage.window.ui.theme.colour("jade"))
