"""Forgetting who stood on the lists of this stage's draws, when their time is over: the result, and the list as it was
published, need nobody's name."""

from __future__ import annotations

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.domain.time import Clock

LOOK_MS = 3_600_000
PIECE = 10_000
"""People of one transaction."""
_DAY_MS = 86_400_000


class ListKeeper:
    """`keep` is called at every round, reached HQ or not. `days`: after the last step of a draw."""

    def __init__(self, ledger: SqlLedger, clock: Clock, days: int) -> None:
        self._ledger, self._clock, self._days = ledger, clock, days
        self._looked: int | None = None

    def keep(self, now_ms: int) -> None:
        """Forget what is over. Raises LedgerFault."""
        since = self._clock.mono_ms()
        if self._looked is not None and since - self._looked < LOOK_MS:
            return
        self._looked = since
        before = now_ms - self._days * _DAY_MS
        over = self._ledger.run(lambda tx: tx.lists_over(before))
        for draw, seq, people in over:
            for first in range((people - 1) // PIECE * PIECE, -1, -PIECE):  # the first ones last: they are looked at
                self._forget(draw, seq, first)
        if over:
            self._ledger.scrub()

    def _forget(self, draw: str, seq: int, first: int) -> None:
        def forget(tx: LedgerTransaction) -> None:
            tx.forget_entrants(draw, seq, first, PIECE)

        self._ledger.run(forget)
