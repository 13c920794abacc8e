"""The window that watches a scanner, and what is written of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.cli.scanner import LearningWindow, summary
from kiosk.config import LEARNED, load, store_values, variable_of
from kiosk.domain.scan.burst_shape import Stroke
from kiosk.domain.scan.scanner_learning import learn
from kiosk.scanner_settings import keystrokes, overruled, values_of
from kiosk.station import _keep_scanner

OTHERS = dict(zip(LEARNED, ("35", "4", "#", "", "0"), strict=True))
"""Other values of everything that is learned, as an environment has them."""

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


def test_three_scans_become_settings(qtbot: QtBot, tmp_path: Path) -> None:
    now = 10.0
    done: list[list[list[Stroke]]] = []
    window = LearningWindow(3, done.append, key_clock=lambda _event: now)
    qtbot.addWidget(window)
    for _ in range(3):
        for char in "4006381\t":
            now += 0.08
            QTest.keyClick(window, Qt.Key.Key_Tab if char == "\t" else Qt.Key(ord(char)))
        window.watch.end_scan()
    learned = learn(done[0])
    assert summary(learned) == "7 keys, usually 80 ms apart, at most 80 ms, then Tab"
    file = tmp_path / "kiosk.toml"
    file.write_text('language = "en"  # stays\nscanner_gap_ms = 7\n', "utf-8")
    store_values(file, values_of(learned))
    settings = load(file, {})
    assert (settings.scanner_gap_ms, settings.scanner_length, settings.scanner_suffix) == (100, 7, "\t")
    assert settings.language == "en"
    assert "# stays" in file.read_text("utf-8")


def test_what_the_station_keeps_is_what_the_next_start_knows_scanners_by(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keys = [Stroke(char, 1 + 0.004 * at, at, end=char == "\r") for at, char in enumerate("~K:+/-482\r")]
    learned = learn([keys] * 3, code="K:+/-482")
    file = tmp_path / "kiosk.toml"
    file.write_text("sounds = false\n", "utf-8")
    assert _keep_scanner(file, learned)
    settings = load(file, {})
    assert (keystrokes(settings), settings.sounds) == (learned.settings, False)
    there = {variable_of(name): value for name, value in OTHERS.items()}
    assert keystrokes(load(file, there)) == learned.settings  # taught on the spot
    assert load(file, {**there, "KIOSK_SOUNDS": "true"}).sounds  # nothing else is
    given_back = load(file, {**there, "KIOSK_SCANNER_LEARNED": "false"})
    assert keystrokes(given_back) != learned.settings
    assert (given_back.scanner_gap_ms, given_back.scanner_suffix) == (35, "")
    assert overruled(there) == ", ".join(there)
    (tmp_path / "a file").write_bytes(b"")
    with caplog.at_level("CRITICAL"):
        assert not _keep_scanner(tmp_path / "a file" / "kiosk.toml", learned)
