"""Icons are parsed and drawn once for each size, in any number of windows; what is kept has an end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kiosk import paths
from kiosk.ui import icons
from kiosk.ui.icons import MOST_MASKS, MOST_PIXMAPS, Icons
from kiosk.ui.theme import load_theme

NAMES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


@pytest.fixture(autouse=True)
def nothing_kept(qapp: QApplication) -> Iterator[None]:
    icons._mask.cache_clear()
    yield
    icons._mask.cache_clear()


def drawn_directly(name: str, colour: str, side: int) -> QImage:
    """The SVG in its colour by Qt alone."""
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_its_svg_in_the_colour_of_the_token(name: str) -> None:
    for skin in ("light", "dark"):
        theme = load_theme(skin)
        for tone, px, ratio in (("ink3", 32, 1.0), ("red", 20, 1.5), ("jade", 24, 2.0)):
            made = Icons(theme).pixmap(name, tone, px, ratio)
            assert made.devicePixelRatio() == ratio
            shown = made.toImage()
            wanted = drawn_directly(name, theme.colours[tone], shown.width())
            assert any(wanted.pixelColor(x, y).alpha() for x in range(shown.width()) for y in range(shown.height()))
            for x in range(0, shown.width(), 3):
                for y in range(0, shown.height(), 3):
                    is_, should = QColor(shown.pixelColor(x, y)), QColor(wanted.pixelColor(x, y))
                    assert abs(is_.alpha() - should.alpha()) <= 2
                    if should.alpha() > 200:
                        parts = ((is_.red(), should.red()), (is_.green(), should.green()), (is_.blue(), should.blue()))
                        assert max(abs(one - other) for one, other in parts) <= 3


def test_an_svg_is_parsed_once_whatever_it_is_shown_in(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    real = QSvgRenderer

    def counted(source: bytes) -> QSvgRenderer:
        parsed.append(source)
        return real(source)

    monkeypatch.setattr("PySide6.QtSvg.QSvgRenderer", counted)
    for _ in range(30):  # windows, one after the other
        for skin in ("light", "dark"):
            made = Icons(load_theme(skin))
            for name in NAMES:
                for tone in ("ink", "ink3", "red"):
                    made.icon(name, tone)
    assert len(parsed) == 2 * len(NAMES)  # 20 and 40 pixels


def test_what_is_kept_has_an_end() -> None:
    made = Icons(load_theme("light"))
    for px in range(1, 30):
        for name in NAMES:
            made.pixmap(name, "ink", px)
    assert len(made._kept) == MOST_PIXMAPS
    assert icons._mask.cache_info().currsize <= MOST_MASKS
    first = made.pixmap(NAMES[0], "ink", 20)
    for px in range(1, 14):
        made.pixmap(NAMES[1], "ink", px)
        assert made.pixmap(NAMES[0], "ink", 20).cacheKey() == first.cacheKey()  # what is in use stays


def test_no_size_is_nothing() -> None:
    assert not Icons(load_theme("light")).pixmap(NAMES[0], "ink", 1, 0.2).isNull()
