"""Plays the short sounds of resources/sounds through miniaudio, away from the screen's thread."""

from __future__ import annotations

import array
import logging
import os
import sys
import threading
from collections.abc import Generator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from kiosk import paths

log = logging.getLogger(__name__)

RATE = 22_050
"""Samples a second of the files."""


class DeviceSounds:
    """A `SoundPlayer` on the system's default device. Everything slow happens on a thread of its own, which starts with
    the first sound; without a device it is said once in the log and the station goes on without sound."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or paths.resources() / "sounds"
        self._wanted: SimpleQueue[str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def play(self, sound: str) -> None:
        """Play resources/sounds/<sound>.wav soon; a sound that is still playing gives way. Returns at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="sounds", daemon=True)
            self._thread.start()
        self._wanted.put(sound)

    def close(self) -> None:
        """Stop and let the device go."""
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join()
            self._thread = None

    def _serve(self) -> None:
        device: Any = None
        try:
            if not _may_have_device():
                raise OSError("no audio device")
            import miniaudio  # half a megabyte of library that the first screen does not wait for

            kept: dict[str, array.array[int]] = {}
            line = Line()
            while (sound := self._wanted.get()) is not None:
                if sound not in kept:
                    kept[sound] = self._load(miniaudio, sound)
                if device is None:
                    device = miniaudio.PlaybackDevice(
                        output_format=miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE, buffersize_msec=60
                    )
                    stream = line.stream()
                    next(stream)
                    device.start(stream)  # and goes on: stopping and starting would be late for the ticks of a wheel
                line.put(kept[sound])
        except Exception as fault:  # noqa: BLE001  (whatever the audio system raises: sound is no reason to stop)
            log.info("no sound: %s", fault)
            while self._wanted.get() is not None:
                log.debug("a sound was left out")
        finally:
            if device is not None:
                device.close()

    def _load(self, miniaudio: Any, sound: str) -> array.array[int]:
        decoded = miniaudio.decode_file(
            str(self._folder / f"{sound}.wav"), miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE
        )
        loaded: array.array[int] = decoded.samples
        return loaded


def _may_have_device() -> bool:
    """On Linux: a sound card or a sound server. Without either, looking for a device fills the console with the audio
    library's own messages."""
    if not sys.platform.startswith("linux"):
        return True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    servers = (runtime / "pulse" / "native", runtime / "pipewire-0")
    return (
        Path("/dev/snd").exists() or bool(os.environ.get("PULSE_SERVER")) or any(server.exists() for server in servers)
    )


class Line:
    """What the device hands out: the newest sound, then silence. Filled on one thread and read on the device's."""

    def __init__(self) -> None:
        self._sound = array.array("h")
        self._number = 0

    def put(self, sound: array.array[int]) -> None:
        """This one from now on."""
        self._sound = sound
        self._number += 1

    def stream(self) -> Generator[array.array[int], int, None]:
        """Hand out samples as the device asks for frames, for ever."""
        wanted = yield array.array("h")
        number, at = 0, 0
        while True:
            if number != self._number:
                number, at = self._number, 0
            part = self._sound[at : at + wanted]
            at += wanted
            wanted = yield part + array.array("h", bytes(2 * (wanted - len(part))))
