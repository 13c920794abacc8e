"""Whether HQ can write at all: its health is not only that it can read."""

from __future__ import annotations

import threading

from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import CHAIN, challenge

_AGAIN_MS = 5_000
_ROW = {"store": CHAIN, "device": "", "nonce": b"health"}
"""Among the nonces that were used; it is nobody's."""


class WriteProbe:
    """Tries it, at most every five seconds whoever asks. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looked: int | None = None
        self._fault: Exception | None = None
        self._tries = 0

    def look(self, database: Database, now_ms: int) -> None:
        """Raises what kept HQ from writing when it was tried last. `now_ms`: monotonic."""

        def write(tx: Tx) -> None:
            # another value each time: SQLite does not write what is there already
            self._tries += 1
            tx.upsert(challenge, [{**_ROW, "expires_at": now_ms + self._tries}])

        with self._lock:
            if self._looked is None or not 0 <= now_ms - self._looked < _AGAIN_MS:
                self._looked = now_ms
                try:
                    database.probe(write)
                    self._fault = None
                except Exception as fault:  # noqa: BLE001  (told to whoever asks, as their own)
                    self._fault = fault
            if self._fault is not None:
                raise self._fault
