"""Tokens: contrast, completeness, the 4 px grid, fonts by language; no colour outside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from kiosk import paths
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.theme import SHAPE_PAIRS, SKINS, TEXT_PAIRS, THEMES, contrast, load_theme

UI = paths.root() / "kiosk" / "ui"


@pytest.mark.parametrize("name", SKINS)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, 4.5), (SHAPE_PAIRS, 3.0)])
def test_contrast_reaches_wcag_aa(name: str, pairs: tuple[tuple[str, str], ...], least: float) -> None:
    theme = load_theme(name)
    ratios = {pair: contrast(theme.colours[pair[0]], theme.colours[pair[1]]) for pair in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#336699", "#336699") == 1


def test_skins_have_the_same_tokens() -> None:
    first, *others = (load_theme(name) for name in THEMES)
    for other in others:
        assert other.colours.keys() == first.colours.keys()
        assert other.dark is not first.dark
    assert all(load_theme(name).colours.keys() == first.colours.keys() for name in SKINS)


@pytest.mark.parametrize("name", SKINS)
def test_style_sheet_is_filled_in(name: str) -> None:
    sheet = load_theme(name).style_sheet()
    assert "$" not in sheet
    assert '*[type="verdict"]' in sheet


def test_spacing_sits_on_the_grid_and_type_is_large_enough() -> None:
    theme = load_theme("light")
    assert all(step % 4 == 0 for step in theme.space.values())
    assert theme.type["verdict"].px >= 64
    assert theme.type["refusal"].px >= 64
    assert theme.type["body"].px >= 16
    assert theme.size["target"] >= 44


def test_no_colour_is_named_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|rgba?\(")
    sources = [*UI.rglob("*.py"), paths.resources() / "themes" / "app.qss"]
    # Papers and codes are ink on paper, whatever the skin.
    papers = UI / "documents"
    sources = [path for path in sources if papers not in path.parents and not path.name.startswith("qr_view")]
    assert [path.name for path in sources if literal.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("language", "family"), [("zh_TW", "TC"), ("zh_CN", "SC")])
def test_each_chinese_has_its_own_glyphs(qapp: QApplication, language: str, family: str) -> None:
    font = load_theme("light").font(language)
    assert QFontInfo(font).family().endswith(family)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_tabular(qapp: QApplication, language: str) -> None:
    font = load_theme("light").font(language, "total")
    assert font.featureValue(QFont.Tag("tnum")) == 1
    assert font.pixelSize() == 64


def test_a_broken_skin_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text("[type]\n", encoding="utf-8")
    with pytest.raises(OSError):
        load_theme("light", tmp_path)
    (tmp_path / "light.toml").write_text("dark = false\n", encoding="utf-8")
    with pytest.raises(KeyError):
        load_theme("light", tmp_path)
