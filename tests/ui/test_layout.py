"""Nothing is cut off, in any state and language; every action is reached by Tab; every state paints."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from kiosk.demo import screenshots as cli_screenshots
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import FIRST_DAYS, STATES
from kiosk.demo.checkout.windows import WINDOWS, WindowStage
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.fault_page import FaultWindow
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.theme import load_theme
from kiosk.ui.words.faults import FAULT_CODES
from tests.ui.conftest import MakeStage
from tests.ui.screen_law import problems


@pytest.mark.sizes  # in `make test` a sample holds every state to it: test_screens.py
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(make_stage: MakeStage, state: str) -> None:
    stage = make_stage(past=state not in FIRST_DAYS)
    STATES[state](stage)
    for language in LANGUAGES:
        stage.i18n.set_language(language)
        stage.settle()
        assert problems(stage.window) == [], language


def test_no_refusal_is_cut_off(make_stage: MakeStage) -> None:
    stage = make_stage()
    stage.basket()
    for language in LANGUAGES:
        stage.i18n.set_language(language)
        for code in RefusalCode:
            stage.scan(f"R:{code.value}")
            assert problems(stage.checkout.page.side) == [], (code, language)
        assert problems(stage.window) == [], language


def test_a_cut_off_word_would_be_found(stage: Stage) -> None:
    STATES["main"](stage)
    stage.checkout.page.quote.caption.setFixedWidth(12)
    stage.settle()
    assert any("needs" in problem for problem in problems(stage.window))


@pytest.fixture
def ui(qapp: QApplication) -> Iterator[Ui]:
    theme = load_theme("light")
    i18n = I18n(theme, "zh_TW")
    yield Ui(theme, i18n)
    i18n.remove()


@pytest.mark.parametrize("code", FAULT_CODES)
def test_fault_pages_fit(ui: Ui, code: str) -> None:
    window = FaultWindow(ui, FaultReport(code, f"{code} · details"))
    titles = set()
    window.show()
    for _ in LANGUAGES:
        for _ in range(3):
            QApplication.processEvents()
        assert problems(window) == [], ui.i18n.language
        titles.add(window.body.title.text())
        QTest.keyClick(window, Qt.Key.Key_F2)
    assert len(titles) == len(LANGUAGES)
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(
    "state", ["sign_in_pin", "main", "chosen", "done", "refused_forged", "find", "recent", "void", "returned", "switch"]
)
def test_tab_reaches_every_action(make_stage: MakeStage, state: str) -> None:
    stage = make_stage()
    STATES[state](stage)
    sheet = stage.window.overlay.sheet
    scope: QWidget = sheet if sheet is not None else stage.window
    actions = {
        button
        for button in scope.findChildren(QAbstractButton)
        # The digits of a PIN are typed; their keys on the screen are for fingers.
        if button.isVisible() and button.isEnabled() and button.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    assert len(actions) >= 3
    reached = set()
    for _ in range(len(actions) + 12):
        stage.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert scope is focused or scope.isAncestorOf(focused), "the focus left the sheet"
        reached.add(focused)
    assert {button.objectName() for button in actions - reached} == set()
    stage.key(Qt.Key.Key_Backtab, modifiers=Qt.KeyboardModifier.ShiftModifier)
    back = QApplication.focusWidget()
    assert back is not None
    assert scope is back or scope.isAncestorOf(back)


def test_targets_are_large_enough(stage: Stage) -> None:
    STATES["main"](stage)
    small = [
        button.objectName()
        for button in stage.checkout.page.findChildren(QPushButton)
        if button.isVisible() and button.property("kind") != "chip" and button.height() < 44
    ]
    assert small == []


def test_pictures_are_painted(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    cli_screenshots.add_parser(parser.add_subparsers())
    wanted = ["screenshots", "--out", str(tmp_path), "--only", "main", "--language", "en", "--theme", "dark"]
    for screen in ("1366x768", "1920x1080"):
        args = parser.parse_args([*wanted, "--screen", screen])
        assert args.run(args) == 0
    sizes = {path.name: QImage(str(path)).size().toTuple() for path in sorted(tmp_path.iterdir())}
    assert sizes.pop("_sheet_en_dark.png")[0] > 1900  # (width, height)
    assert sizes.pop("_sheet_1920x1080_en_dark.png")[0] > 1900
    assert sizes == {"main_1920x1080_en_dark.png": (1920, 1080), "main_en_dark.png": (1366, 768)}
    assert args.run(parser.parse_args(["screenshots", "--out", str(tmp_path), "--only", "no such state"])) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WINDOWS)
def test_windows_without_a_station_fit(qapp: QApplication, name: str, language: str) -> None:
    stage = WindowStage("light", language, name)
    assert problems(stage.show()) == []
    stage.close()
