"""The till bridge put together: what the settings ask for, on the terminal's use cases."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.application.till.bridge import TillBridge
from kiosk.config import Settings
from kiosk.domain.ids import Randomness

RETRY_S = 5.0
"""Between two tries to get the port or the folder: another program may have it, and the checkout works without."""

log = logging.getLogger(__name__)


class TillDoors:
    """The ways in to `bridge`: a port, a folder, both or none, as the settings say."""

    def __init__(self, settings: Settings, bridge: TillBridge, randomness: Randomness) -> None:
        self._settings = settings
        self._bridge = bridge
        self._randomness = randomness
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._closers: list[Callable[[], None]] = []

    def start(self) -> None:
        """Open them. Returns at once; what cannot be opened is tried again until `close`."""
        if self._settings.till_port:
            self._open("port", self._open_port)
        if self._settings.till_drop:
            self._open("folder", self._open_folder)

    def _open(self, name: str, step: Callable[[], Callable[[], None]]) -> None:
        # on a thread of its own: what has to be imported would keep the screen waiting
        thread = threading.Thread(target=self._until_open, args=(step,), name=f"till-{name}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _until_open(self, step: Callable[[], Callable[[], None]]) -> None:
        said = False
        while not self._stopping.is_set():
            try:
                self._closers.append(step())
                return
            except OSError as error:
                if not said:
                    log.error("no till can reach this terminal: %s", error)
                    said = True
                self._stopping.wait(RETRY_S)

    def _open_port(self) -> Callable[[], None]:
        from kiosk.adapters.till.http import TillServer
        from kiosk.adapters.till.token import till_token

        token = till_token(self._settings.data_dir, self._randomness)
        server = TillServer(self._bridge, token, self._settings.till_port)
        server.start()
        return server.close

    def _open_folder(self) -> Callable[[], None]:
        from kiosk.adapters.till.drop import TillDrop

        drop = TillDrop(self._bridge, Path(self._settings.till_drop).expanduser())
        drop.start()
        return drop.close

    def close(self) -> None:
        """Close them; what is under way is finished."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        while self._closers:
            self._closers.pop()()
