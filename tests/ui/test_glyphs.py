"""What fonts cannot draw is told by its number; what they can draw in colour is seen in black dots, too."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase

from kiosk.cli.self_checks import without_font
from kiosk.domain.documents.blocks import Size, Text
from kiosk.domain.documents.paper import BADGE
from kiosk.ui.documents.painting import DotsPainter, dark
from kiosk.ui.glyphs import drawable, legible
from kiosk.ui.theme import load_theme
from tests.ui.documents.samples import document

pytestmark = pytest.mark.usefixtures("qapp")

NOBODYS = "\U000f0000"
"""For private use: no font of a system has it."""
PROMISED = ("Noto Color Emoji", "HanaMinB", "Noto Sans Devanagari")
"""A family of each font package in `packages.debian` that is there for names from everywhere."""


def face() -> QFont:
    return load_theme("light").face("zh_TW")


def test_what_no_font_has_is_told_by_its_number() -> None:
    assert legible(f"王{NOBODYS}明", face()) == "王[U+F0000]明"
    assert legible(f"{NOBODYS}\u200d{NOBODYS} x", face()) == "[U+F0000 F0000] x"


def test_the_self_test_names_what_has_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.ui.glyphs.drawable", lambda sign, _families: sign != "\U0001f600")
    assert without_font() == "; no font for emoji"
    monkeypatch.setattr("kiosk.ui.glyphs.drawable", lambda _sign, _families: True)
    assert without_font() == ""


def test_a_badge_shows_the_number_instead_of_a_box() -> None:
    def badge(name: str) -> bytes:
        (made,) = DotsPainter().paint(document(Text(name, Size.HUGE, bold=True, fit=True)), BADGE, 203)
        return made.rows

    assert badge(f"王{NOBODYS}") == badge("王[U+F0000]")


@given(st.text(max_size=30))
def test_everything_that_is_left_can_be_drawn(text: str) -> None:
    families = tuple(face().families())
    said = legible(text, face())
    assert all(sign.isascii() or drawable(sign, families) for sign in said)
    assert legible(said, face()) == said
    if all(sign.isascii() or drawable(sign, families) for sign in text):
        assert said == text


def test_what_is_pale_in_colour_has_an_outline_in_dots() -> None:
    across, down = np.meshgrid(np.arange(40), np.arange(40))
    disc = (across - 20) ** 2 + (down - 20) ** 2 <= 15**2
    for pale in (129, 180, 230, 254):
        values = np.where(disc, pale, 255).astype(np.uint8)
        values[18:22, 18:22] = 0
        seen = dark(values)
        assert not seen[~disc].any()
        assert seen[18:22, 18:22].all()
        edge = disc & ~(np.roll(disc, 1, 0) & np.roll(disc, -1, 0) & np.roll(disc, 1, 1) & np.roll(disc, -1, 1))
        assert seen[edge].all()
        assert not seen[disc & ~edge][: 10 * 20].all(), "filled"


@given(st.lists(st.sampled_from([0, 255]), min_size=9, max_size=9))
def test_what_is_black_and_white_stays_as_it_is(dots: list[int]) -> None:
    values = np.array(dots, np.uint8).reshape(3, 3)
    assert (dark(values) == (values == 0)).all()


@pytest.mark.parametrize(
    "name", ["अनुराग शर्मा", "สมชาย", "ዮሐንስ", "محمد", "עברית", "𫝏𪚥", "🥳👩‍👧🇹🇼", "நந்தினி", "Նարե", "ნინო"]
)
def test_names_from_everywhere_are_drawn(name: str) -> None:
    if not set(PROMISED) <= set(QFontDatabase.families()):
        pytest.skip("the fonts of packages.debian are not on this system")
    assert legible(name, face()) == name
    (made,) = DotsPainter().paint(document(Text(name, Size.HUGE, fit=True)), BADGE, 203)
    assert any(made.rows)
