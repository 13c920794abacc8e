"""HQ's clock as this terminal last heard it."""

from __future__ import annotations

import logging

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.application.sync import clock_trust
from kiosk.domain.journal.kinds import CLOCK_JUMPED
from kiosk.domain.time import Clock

log = logging.getLogger(__name__)

CLOCK_TOLERANCE_MS = 5 * 60 * 1000
"""A change of the offset that is journalled."""
_SHRUG_MS = 1_000
_LAST_MS = 32_472_144_000_000
"""The beginning of the year 2999."""


class HqTime:
    """HQ's clock minus ours, and whether HQ was met since this clock was last right."""

    def __init__(self, ledger: SqlLedger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock
        offset, self.met = ledger.run(lambda tx: (tx.meta("clock_off_ms"), tx.meta(clock_trust.MET)))
        self.offset_ms = int(offset) if offset is not None else None

    def heard(self, hq_ms: int) -> None:
        """HQ said what time it is. Journalled when the offset jumped by more than staff would shrug at."""
        if not 0 < hq_ms < _LAST_MS:  # facts that are corrected by it could be read by nobody
            log.warning("HQ says a time that is none: %s", hq_ms)
            return
        now = self._clock.now_ms()
        self._remember_meeting(clock_trust.met(now, self._ledger.head.hlc))
        offset, before = hq_ms - now, self.offset_ms
        if before is not None and abs(offset - before) < _SHRUG_MS:
            return

        def store(tx: LedgerTransaction) -> None:
            tx.set_meta("clock_off_ms", str(offset))
            if abs(offset - (before or 0)) >= CLOCK_TOLERANCE_MS and tx.identity() is not None:
                tx.append(CLOCK_JUMPED, "system", {"before_ms": before, "after_ms": offset})

        self._ledger.run(store)
        self.offset_ms = offset

    def _remember_meeting(self, met: str | None) -> None:
        if met == self.met:
            return

        def store(tx: LedgerTransaction) -> None:
            if met is None:
                tx.drop_meta(clock_trust.MET)
            else:
                tx.set_meta(clock_trust.MET, met)

        self._ledger.run(store)
        self.met = met
