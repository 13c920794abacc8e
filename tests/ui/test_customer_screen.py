"""The customer's side of the counter: every figure whole at every size, nothing of the clerk's, and gone when the clerk
is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from kiosk.adapters.scan.decoder import Decoder
from kiosk.application.sales.outcomes import AppliedLine
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.customer.pole_words import pole_lines
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import CustomerView, Finished, Serving
from kiosk.ui.widgets.painted import Ground, Symbol, Words

SIZES = ((800, 480), (1024, 600), (1366, 768), (1920, 1080), (3840, 2160), (600, 1024), (1080, 1920), (1280, 1024))
AMOUNTS = st.integers(0, 10**11)
NAMES = st.text(min_size=1, max_size=100) | st.sampled_from(
    [
        "滿 400 減 60",
        "\U00020bb7\U0002a6a5野家的優惠",
        "🎉" * 40,
        "عرض خاص",
        "Donaudampfschifffahrtsgesellschaft" * 3,
        "a b" * 40,
    ]
)
LINES = st.builds(
    lambda name, off, gift, points: AppliedLine("c", "t", LocalText(name, name, name), off, gift, points=points),
    NAMES,
    AMOUNTS,
    st.none() | NAMES.map(lambda name: LocalText(name, name, name)),
    st.integers(0, 10**6),
)
SERVING = st.builds(
    Serving,
    st.sampled_from(["TWD", "CNY", "JPY", "KWD"]),
    AMOUNTS,
    st.none() | AMOUNTS,
    st.lists(LINES, max_size=12).map(tuple),
    st.just("") | NAMES,
    st.none() | st.integers(0, 10**9),
)
FINISHED = st.builds(
    Finished,
    st.sampled_from(["TWD", "CNY", "KWD"]),
    AMOUNTS,
    AMOUNTS,
    st.just("S02-02-000007"),
    st.just("01a1fcc87cc073a9bef499bbf4dca4f2"),
    back=st.none() | AMOUNTS,
)


@pytest.fixture(scope="module")
def shown() -> Iterator[tuple[Stage, CustomerScreen]]:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui)
        screen.show_terminal(stage.api.terminal())
        yield stage, screen
        screen.deleteLater()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.none() | SERVING | FINISHED, st.sampled_from(SIZES), st.sampled_from(LANGUAGES))
def test_everything_has_its_place_and_every_figure_is_whole(
    shown: tuple[Stage, CustomerScreen], view: CustomerView, size: tuple[int, int], language: str
) -> None:
    stage, screen = shown
    stage.window.ui.i18n.set_language(language)
    screen.resize(*size)
    screen.show_view(view)
    parts = screen.parts()

    whole = QRectF(screen.rect())
    words = [part for part in parts if isinstance(part, Words)]
    for part in words:
        laid, high = screen.brush().laid(part)
        assert whole.contains(part.place), part
        assert high <= part.place.height() + 0.5 or not part.text, part
        if re.search(r"\d,?\d*$", part.text) and not part.wrap:
            assert laid.text() == part.text, "a figure in part"
    solid = [part.place for part in words] + [part.place for part in parts if isinstance(part, Symbol)]
    for at, one in enumerate(solid):
        for other in solid[at + 1 :]:
            common = one.intersected(other)
            assert common.width() < 1 or common.height() < 1, (one, other)
    assert isinstance(parts[0], Ground)
    assert parts[0].place == whole


def customer(stage: Stage) -> CustomerScreen:
    screen = CustomerScreen(stage.window.ui)
    screen.resize(1024, 600)
    screen.show_terminal(stage.api.terminal())
    stage.checkout.customer_sees.connect(screen.show_view)
    return screen


def said(screen: CustomerScreen) -> str:
    return "\n".join(part.text for part in screen.parts() if isinstance(part, Words))


def test_the_customer_follows_the_sale_and_sees_nobodys_id() -> None:
    with Stage(language="en") as stage:
        screen = customer(stage)
        stage.sign_in()
        assert "Welcome" in said(screen) or "Old Friends" in said(screen)

        stage.scan("M:m1")
        member = stage.checkout.flow.visit
        assert member is not None
        assert member.member is not None
        assert member.member.masked_name in said(screen)
        stage.type("3200")
        assert "NT$2,980" in said(screen)
        assert "You save NT$220" in said(screen)
        stage.key(Qt.Key.Key_Return)

        assert isinstance(screen.view, Finished)
        assert "Thank you" in said(screen)
        image = screen.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = bytes(image.constBits())
        import numpy as np

        frame = np.frombuffer(pixels, np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()]
        assert screen.view.code in [found.text for found in Decoder().decode(np.ascontiguousarray(frame))]
        texts = said(screen)
        assert member.member.id not in texts.split()
        assert member.member.masked_phone not in texts
        assert screen.view.code not in texts

        stage.window.lock()
        assert "Thank you" not in said(screen)
        stage.sign_in()
        assert "Thank you" not in said(screen)
        stage.checkout.flow.clear()
        stage.scan("M:m1")
        assert member.member.masked_name in said(screen)
        screen.deleteLater()


def test_a_sale_that_is_made_is_not_left_for_the_next_customer_to_read() -> None:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui, forget_ms=1)
        screen.show_view(Finished("TWD", 100, 100, "S1", "code"))
        stage.settle()
        while screen.view is not None:
            stage.settle()
        screen.deleteLater()


def test_money_that_goes_back_is_said() -> None:
    with Stage(language="en") as stage:
        screen = customer(stage)
        screen.show_view(Finished("TWD", 320000, 298000, "S1", "code", back=298000))

        assert "You get back" in said(screen)
        assert "NT$2,980" in said(screen)
        assert "Thank you" not in said(screen)
        screen.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pole_says_the_same_in_two_lines(language: str) -> None:
    serving = Serving("TWD", 320000, 298000)

    upper, lower = pole_lines(serving, "Xinyi", language)
    assert (upper[1], lower[1]) == ("2,980", "220")
    assert pole_lines(Serving("TWD", 320000, None), "Xinyi", language)[0][1] == "3,200"
    assert pole_lines(None, "Xinyi", language)[1] == ("Xinyi", "")
    # what comes back in exchange is paid less, and what is over is paid out
    exchange = pole_lines(replace(serving, exchanged=300000), "Xinyi", language)
    assert (exchange[0][1], exchange[0][0] == upper[0]) == ("20", False)
    assert pole_lines(replace(serving, exchanged=98000), "Xinyi", language)[0] == (upper[0], "2,000")
    back = pole_lines(Finished("TWD", 1, 1, "S1", "code", back=29800), "Xinyi", language)
    assert back[0][1] == "298"
