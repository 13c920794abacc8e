"""Runs the sync in the background: at once on a new fact, otherwise when the engine says so."""

from __future__ import annotations

import logging
import threading
import time

from kiosk.adapters.sync.engine import SyncEngine
from kiosk.adapters.sync.parts import BACK_OFF_MOST_MS
from kiosk.application.ports.faults import LedgerClosed, LedgerFault
from kiosk.application.sync.outcomes import Link

log = logging.getLogger(__name__)

AFTER_FAULT_MS = BACK_OFF_MOST_MS // 10
HELD_MS = 200
"""Between two looks whether a hold is over."""


class SyncRunner:
    """One thread, which `stop` ends. `wake` may be called from any thread."""

    def __init__(self, engine: SyncEngine) -> None:
        self._engine = engine
        self._held_until = 0.0
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """There is something to push. While HQ is out of reach the back-off stands."""
        if self._engine.status().link is Link.ONLINE:
            self._wake.set()

    def hold(self, for_ms: int) -> None:
        """Begin no round for so long, unless `release` comes first. One that runs is finished."""
        self._held_until = time.monotonic() + for_ms / 1000

    def release(self) -> None:
        """Go on, with a round at once."""
        self._held_until = 0.0
        self._wake.set()

    @property
    def held(self) -> bool:
        """No round begins."""
        return time.monotonic() < self._held_until

    def stop(self) -> None:
        """End after the request that runs, tell HQ, and wait for that."""
        self._stop.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        woken = False
        while not self._stop.is_set():
            self._wake.clear()
            if self.held:
                woken = self._wake.wait(HELD_MS / 1000) or woken
                continue
            try:
                delay_ms = self._engine.round(woken=woken)
            except LedgerFault as fault:
                # the till shows the fault to the clerk by itself; the sync only waits for better times
                log.error("sync stopped by the ledger: %s", fault.code)
                delay_ms = AFTER_FAULT_MS
            except LedgerClosed:
                return  # the program ends, and whoever had to close in good order did not
            except Exception:
                # a till whose sync has died looks like one that is offline, for ever
                log.exception("sync round failed")
                delay_ms = AFTER_FAULT_MS
            woken = self._wake.wait(delay_ms / 1000)
        try:
            self._engine.park()
        except LedgerClosed:
            return
        except LedgerFault as fault:
            log.error("the ledger could not be closed in good order: %s", fault.code)
