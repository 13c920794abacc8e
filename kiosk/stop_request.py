"""Asking HQ to stop, in one way on every system: a file in its data folder. Windows has no SIGTERM, and a program there
can send Ctrl-C only to those that share its console. Who may write into the folder may stop HQ."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kiosk.files import put_in_place

_ASKED, _TAKEN, _DONE = "stop-asked", "stop-taken", "stop-done"
_NOTICED_WITHIN_S = 5.0
"""HQ looks five times a second."""
_LOOK_S = 0.05


class StopRequest:
    """The request that lies in `folder`. Its name says how far it is: asked, taken by HQ, done."""

    def __init__(self, folder: Path) -> None:
        self._asked, self._taken, self._done = folder / _ASKED, folder / _TAKEN, folder / _DONE

    def forget(self) -> None:
        """What was asked of an HQ before is not asked of this one. Raises OSError."""
        for path in (self._asked, self._taken, self._done):
            path.unlink(missing_ok=True)

    def take(self) -> bool:
        """Whether somebody asks. HQ, which looks, begins to stop then. Raises OSError."""
        if not self._asked.exists():
            return False
        put_in_place(self._asked, self._taken)
        return True

    def answer(self) -> None:
        """HQ has closed everything and is about to end. Raises OSError."""
        if self._taken.exists():
            put_in_place(self._taken, self._done)

    def ask(self, within_s: float, *, over: Callable[[], bool] = lambda: False) -> bool:
        """Ask, and wait until HQ has closed everything, or `over` says that it has ended otherwise. False, and nothing
        is asked any more, when none has noticed it at once or done it within so many seconds. Raises OSError."""
        self.forget()
        self._asked.touch()
        begun = time.monotonic()
        while not (self._done.exists() or over()):
            waited = time.monotonic() - begun
            if waited >= within_s or (waited >= _NOTICED_WITHIN_S and self._asked.exists()):
                self._asked.unlink(missing_ok=True)
                return False
            time.sleep(_LOOK_S)
        self.forget()
        return True
