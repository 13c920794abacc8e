"""Settings: file, environment, slips of the pen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import ConfigError, load, with_data_dir


def test_file_and_environment_in_that_order(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('language = "en"\nidle_lock_s = 60\ncamera = "1"\n', "utf-8")
    settings = load(file, {"KIOSK_CAMERA": "/dev/video2", "KIOSK_SOUNDS": "off", "KIOSK_SCANNER_SUFFIX": "\\t"})
    assert (settings.language, settings.idle_lock_s, settings.camera) == ("en", 60, "/dev/video2")
    assert settings.sounds is False
    assert settings.scanner_suffix == "\t"


def test_a_serial_line_is_set_up(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(
        'serial_port = "COM3"\nserial_baud = 115200\nserial_parity = "even"\nserial_suffix = "\\\\x03"\n', "utf-8"
    )
    settings = load(file, {"KIOSK_SERIAL_DATA_BITS": "7", "KIOSK_SERIAL_PREFIX": "\\x02"})
    assert (settings.serial_baud, settings.serial_parity, settings.serial_data_bits) == (115_200, "even", 7)
    assert (settings.serial_prefix, settings.serial_suffix) == ("\x02", "\x03")


@pytest.mark.parametrize(
    "text",
    [
        'langauge = "en"',
        "idle_lock_s = 'soon'",
        "sounds = 'perhaps'",
        "camera = 0",
        "language = [",
        "theme = true",
        "till_port = 65536",
        "till_port = -1",
        "station = 'spaceport'",
        "scanner_gap_ms = 0",
        "scanner_gap_ms = 300",
        "scanner_length = 1",
        "serial_baud = 0",
        "serial_parity = 'strange'",
        "serial_data_bits = 9",
        "serial_stop_bits = 3",
    ],
)
def test_slips_of_the_pen_are_said(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError):
        load(file, {})


@pytest.mark.parametrize(
    ("variable", "meant"),
    [("KIOSK_THEMES", "KIOSK_THEME"), ("KIOSK_LANG", "KIOSK_LANGUAGE"), ("KIOSK_DATADIR", "KIOSK_DATA_DIR")],
)
def test_variables_that_are_nearly_ours_are_said(variable: str, meant: str) -> None:
    with pytest.raises(ConfigError, match=rf"^{variable}: .*{meant}\b"):
        load(None, {"KIOSK_CONFIG": "", variable: "x"})


def test_other_programs_have_variables_too() -> None:
    others = {"KIOSK_WITH_DEMO": "1", "KIOSK_WATCHED_BY": "7", "KIOSK_WATCHED_FROM": "8", "KIOSK_BROWSER": "firefox"}
    assert load(None, {"KIOSK_CONFIG": "", **others}) == load(None, {"KIOSK_CONFIG": ""})


def test_a_named_file_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path / "nowhere.toml", {})


def test_the_secret_does_not_lie_in_the_data(tmp_path: Path) -> None:
    settings = with_data_dir(load(None, {"KIOSK_CONFIG": ""}), tmp_path / "data")
    assert settings.data_dir not in settings.secret_dir.parents
    assert settings.secret_dir != settings.data_dir


def test_without_anything_learned_the_environment_wins(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("scanner_gap_ms = 100\n", "utf-8")
    assert load(file, {"KIOSK_SCANNER_GAP_MS": "35"}).scanner_gap_ms == 35
    # a variable alone has learned nothing: what it stands beside is in force
    assert load(file, {"KIOSK_SCANNER_LEARNED": "true", "KIOSK_SCANNER_LENGTH": "4"}).scanner_length == 4
