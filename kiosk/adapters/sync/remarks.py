"""Telling HQ what customers said in words of their own, apart from the facts; then forgetting it here."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.sync.client import HqClient
from kiosk.domain.time import Clock
from kiosk.protocol.wire import messages as m

AT_ONCE = 50
AGAIN_MS = 60_000
"""HQ does not know the fact yet: not before so long is it told again."""
_NEVER = frozenset({"erased", "unreadable"})


class Remarks:
    """Tells. On the sync's thread."""

    def __init__(self, ledger: SqlLedger, client: HqClient, clock: Clock) -> None:
        self._ledger = ledger
        self._client = client
        self._clock = clock
        self._waits: dict[str, int] = {}

    def round(self) -> bool:
        """Tell HQ what it has not confirmed. True: it has answered. Raises HqUnreachable, HqRefused, LedgerFault."""
        answered = False
        while records := self._next():
            request = m.RemarksRequest(remarks=tuple(records.values()))
            answer = self._client.keep_remarks(request)
            answered = True
            over = {one for one, why in answer.refused.items() if why in _NEVER} | set(answer.kept)
            self._forget(over & records.keys())
            for one in records.keys() - over:
                self._waits[one] = self._clock.mono_ms() + AGAIN_MS
        return answered

    def _next(self) -> dict[str, m.RemarkRecord]:
        now = self._clock.mono_ms()
        self._waits = {name: until for name, until in self._waits.items() if until > now}
        untold = self._ledger.run(lambda tx: tx.remarks_untold(AT_ONCE + len(self._waits)))
        ready = [kept for kept in untold if kept.commitment not in self._waits][:AT_ONCE]
        return {kept.commitment: m.RemarkRecord(member=kept.member, salt=kept.salt, text=kept.text) for kept in ready}

    def _forget(self, names: Iterable[str]) -> None:
        gone = sorted(names)
        if not gone:
            return

        def forget(tx: LedgerTransaction) -> None:
            for name in gone:
                tx.erase_remark(name)

        self._ledger.run(forget)
        self._ledger.scrub()
