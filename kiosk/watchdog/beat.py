"""The station's side of being watched: the beat of its GUI thread, and the wish that it ends."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.watchdog.bound import end_with_parent
from kiosk.watchdog.forgetting import write_over_what_is_freed
from kiosk.watchdog.line import PARENT, Mouth
from kiosk.watchdog.patience import HUNG_S, Phase

BEAT_MS = 400
COULD_NOT = 70
"""Exit code of a station that could not be opened and has said why."""
_LAST_WORDS = "last-words.txt"
_MOST = 256 * 1024


def end_with_watchdog() -> bool:
    """Die when the watchdog that started this program does. False where none did."""
    parent = os.environ.pop(PARENT, "")
    if parent:
        end_with_parent(int(parent))
    return bool(parent)


class Heart(QObject):
    """Beats while the event loop of the GUI thread turns.

    Signals:
        stop_wanted(): end in good order.
    """

    stop_wanted = Signal()

    def __init__(self) -> None:
        """Where nobody watches, nothing of this happens. Raises OSError when the watchdog has gone already."""
        super().__init__()
        self._mouth = Mouth(os.environ)
        self._words: IO[str] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._told = False
        if end_with_watchdog():
            write_over_what_is_freed()
            signal.signal(signal.SIGTERM, lambda *_: self._stop())

    @property
    def watched(self) -> bool:
        """Whether somebody does."""
        return self._mouth.watched

    def opening(self) -> None:
        """Something that takes long is about to hold the GUI thread up."""
        self._rest()
        self._mouth.say(Phase.OPENING)

    def beat(self, folder: Path) -> None:
        """From now on. Where the thread hangs, and where the program dies of itself, is written into `folder`: places
        in the source, nothing of what is worked on."""
        if not self.watched:
            return
        self._words = self._words or _last_words(folder)
        if self._words is not None:
            faulthandler.enable(self._words)
        self._timer.start()
        self._beat()

    def failed(self, code: str) -> None:
        """It cannot be opened; `code` of the fault."""
        self._rest()
        self._mouth.say(f"fault {code}")

    def closing(self) -> None:
        """It ends, as somebody wants."""
        self._rest()
        self._mouth.say(Phase.CLOSING)

    def _rest(self) -> None:
        self._timer.stop()
        if self._words is not None:
            faulthandler.cancel_dump_traceback_later()

    @Slot()
    def _beat(self) -> None:
        self._mouth.say(Phase.BEATING)
        if self._words is not None:
            faulthandler.dump_traceback_later(HUNG_S * 0.8, file=self._words)
        if self._mouth.told_to_stop():
            self._stop()

    def _stop(self) -> None:
        if not self._told:
            self._told = True
            self.stop_wanted.emit()


def _last_words(folder: Path) -> IO[str] | None:
    path = folder / _LAST_WORDS
    try:
        large = path.exists() and path.stat().st_size > _MOST
        return path.open("w" if large else "a", encoding="utf-8")
    except OSError as error:
        print(f"kiosk: {path} cannot be written: {error.strerror}", file=sys.stderr)
        return None
