"""Sounds: the files are what the script makes, the stream hands out every sample once, and no device is no fault."""

from __future__ import annotations

import array
import logging
import runpy
import wave
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.adapters.sounds import RATE, DeviceSounds, Line
from kiosk.ui.shell.sounds import Sound

LONGER = {Sound.WON: 1.4, Sound.BLOCKED: 0.7}
"""Seconds: what celebrates, and what calls somebody."""
FOLDER = paths.resources() / "sounds"


@pytest.mark.parametrize("sound", list(Sound))
def test_files_are_what_the_script_makes(sound: Sound) -> None:
    script = runpy.run_path(str(FOLDER / "make_sounds.py"))
    with wave.open(str(FOLDER / f"{sound.value}.wav"), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        heard = array.array("h", file.readframes(file.getnframes()))
    assert heard == script["samples"](sound.value)
    assert len(heard) / RATE < LONGER.get(sound, 0.6)
    assert 3_000 < max(abs(value) for value in heard) < 32_767


def test_stream_gives_every_sample_once_then_silence() -> None:
    sound = array.array("h", range(1, 251))
    line = Line()
    stream = line.stream()
    next(stream)
    assert set(stream.send(40)) == {0}, "nothing is to be heard yet"
    line.put(sound)
    heard = array.array("h")
    for wanted in (100, 100, 100, 7):
        part = stream.send(wanted)
        assert len(part) == wanted
        heard += part
    assert heard[:250] == sound
    assert set(heard[250:]) == {0}


def test_a_sound_gives_way_to_the_next_one_at_once() -> None:
    line = Line()
    stream = line.stream()
    next(stream)
    line.put(array.array("h", [7] * 1000))
    assert set(stream.send(100)) == {7}
    line.put(array.array("h", [9] * 150))
    assert set(stream.send(100)) == {9}
    assert stream.send(100) == array.array("h", [9] * 50 + [0] * 50)


def test_what_cannot_be_played_is_logged_once_and_nothing_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    player = DeviceSounds(tmp_path)  # a folder without sounds: the same way as a machine without a device
    for _ in range(3):
        player.play(Sound.OK.value)
    player.close()
    assert [record.levelno for record in caplog.records] == [logging.INFO]
    assert "no sound" in caplog.text
    player.close()
