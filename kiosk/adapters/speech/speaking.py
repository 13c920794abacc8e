"""Speaks away from the screen's thread: whatever the system's speech takes, and however it fails, nobody waits."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

log = logging.getLogger(__name__)


class Voice(Protocol):
    """What a system speaks with. Every call may take its time, and raise OSError when it cannot."""

    def say(self, text: str, language: str) -> None:
        """Speak behind what is being spoken. `language`: `zh_TW`, `zh_CN`, `en`."""

    def hush(self) -> None:
        """Break off, and drop what waits."""

    def close(self) -> None:
        """Let it go."""


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    language: str
    now: bool


class Speaking:
    """Speech on a thread of its own, which starts with the first words. When it fails it is tried once more, with a new
    voice; then it is said once in the log, and the station goes on without."""

    def __init__(self, open_voice: Callable[[], Voice]) -> None:
        self._open = open_voice
        self._wanted: SimpleQueue[_Words | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def say(self, text: str, language: str, now: bool = False) -> None:
        """Speak soon; `now`: instead of what is being spoken. Returns at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="speech", daemon=True)
            self._thread.start()
        self._wanted.put(_Words(text, language, now))

    def hush(self) -> None:
        """Break off, and drop what waits. Returns at once."""
        if self._thread is not None:
            self._wanted.put(_Words("", "", True))

    def close(self) -> None:
        """Stop and let the voice go."""
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join()
            self._thread = None

    def _serve(self) -> None:
        voice: Voice | None = None
        failed = 0
        while (words := self._wanted.get()) is not None:
            # somebody who presses on does not want to hear everything that they have passed
            while words.now and not self._wanted.empty():
                later = self._wanted.get()
                if later is None:
                    self._wanted.put(None)
                    break
                words = later if later.now else _Words(f"{words.text} {later.text}".strip(), later.language, True)
            if failed > 1:
                continue
            try:
                voice = voice or self._open()
                if words.now:
                    voice.hush()
                if words.text:
                    voice.say(words.text, words.language)
            except OSError as fault:
                failed += 1
                log.log(logging.INFO, "no speech: %s", type(fault).__name__ if failed == 1 else fault)
                if voice is not None:
                    _close(voice)
                voice = None
        if voice is not None:
            _close(voice)


def _close(voice: Voice) -> None:
    try:
        voice.close()
    except OSError as fault:
        log.debug("speech was gone: %s", fault)


def system_speech() -> Speaking | None:
    """What this system speaks with; None where there is nothing."""
    if sys.platform == "win32":
        from kiosk.adapters.speech.windows import WindowsVoice, powershell

        program = powershell()
        return Speaking(lambda: WindowsVoice(program)) if program is not None else None
    from kiosk.adapters.speech.dispatcher import DispatcherVoice, address

    where = address()
    return Speaking(lambda: DispatcherVoice(where)) if where is not None else None
