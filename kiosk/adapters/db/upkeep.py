"""A backup of the ledger every day, in the background: whoever has to restore yesterday's needs to have one."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from kiosk.adapters.db.backup import back_up
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.application.ports.faults import LedgerClosed, LedgerFault
from kiosk.domain.journal.kinds import LEDGER_BACKED_UP
from kiosk.domain.time import Clock

log = logging.getLogger(__name__)

EVERY_MS = 24 * 3_600_000
LOOK_EVERY_S = 900.0
KEYS_AT_ONCE = 200
"""Sales that are made findable in one transaction: the till waits for no more."""
FIRST_LOOK_S = 60.0
"""After the start; the first minute belongs to the queue in front of the till."""


class DailyBackup:
    """Looks now and then whether the newest backup is a day old, and makes one if so; makes the last sales findable, so
    that the first search has little to do. The ledger goes on working."""

    def __init__(self, ledger: SqlLedger, path: Path, key: bytes, folder: Path, clock: Clock) -> None:
        self._ledger = ledger
        self._path = path
        self._key = key
        self._folder = folder
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backup")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after a backup that runs."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> bool:
        """Make a backup if one is due. True if one was made. Raises LedgerFault."""
        while self._ledger.run(lambda tx: tx.key_sales(KEYS_AT_ONCE)) == KEYS_AT_ONCE:
            pass
        made = self._ledger.run(lambda tx: tx.meta("backed_up_ms"))
        now = self._clock.now_ms()
        if made is not None and 0 <= now - int(made) < EVERY_MS:
            return False
        backup = back_up(self._path, self._key, self._folder, self._clock, reason="daily")
        body = {"file": backup.path.name, "facts": backup.facts}

        def journal(tx: LedgerTransaction) -> None:
            tx.set_meta("backed_up_ms", str(now))
            if tx.identity() is not None:
                tx.append(LEDGER_BACKED_UP, "system", body)

        self._ledger.run(journal)
        return True

    def _run(self) -> None:
        wait = FIRST_LOOK_S
        while not self._stop.wait(wait):
            wait = LOOK_EVERY_S
            try:
                self.look()
            except LedgerClosed:
                return
            except LedgerFault as fault:
                # nothing is lost: the ledger itself works; the next look tries again
                log.error("no backup could be made: %s", fault.code)
