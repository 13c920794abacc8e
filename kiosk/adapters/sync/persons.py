"""Telling HQ who registered here, apart from the facts: until HQ has kept it, and its rows of them have come."""

from __future__ import annotations

import logging

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.newcomers import erase, forget_told, put_back
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient
from kiosk.domain.time import Clock
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

AT_ONCE = 50
"""Persons in one request."""
AGAIN_MS = 60_000
"""HQ says that it does not know the registration yet: not before so long is it told again."""
_NEVER_THERE = frozenset({"erased", "elsewhere"})
"""Whom HQ will never take: erased there meanwhile, or another store's. Nothing of them is kept here either."""


class Persons:
    """Tells. On the sync's thread."""

    def __init__(self, ledger: SqlLedger, reference: SqlReference, client: HqClient, clock: Clock) -> None:
        self._ledger = ledger
        self._reference = reference
        self._client = client
        self._clock = clock
        self._waits: dict[str, int] = {}

    def round(self) -> bool:
        """Forget whom HQ tells of by now, tell it of the others. True: it has answered. Raises HqUnreachable,
        HqRefused, LedgerFault."""
        forget_told(self._ledger, self._reference)
        put_back(self._ledger, self._reference)
        answered = False
        while request := self._next():
            answer = self._client.keep_persons(request)
            answered = True
            self._heard(request, answer)
        return answered

    def _next(self) -> m.PersonsRequest | None:
        now = self._clock.mono_ms()
        self._waits = {member: until for member, until in self._waits.items() if until > now}
        untold = self._ledger.run(lambda tx: tx.people_untold(AT_ONCE + len(self._waits)))
        persons = tuple(
            m.PersonRecord(member=kept.member, salt=kept.salt, data=kept.data)
            for kept in untold
            if kept.member not in self._waits
        )[:AT_ONCE]
        return m.PersonsRequest(persons=persons) if persons else None

    def _heard(self, request: m.PersonsRequest, answer: m.PersonsAnswer) -> None:
        asked = {record.member for record in request.persons}
        kept = [member for member in answer.kept if member in asked]
        now = self._clock.now_ms()

        def note(tx: LedgerTransaction) -> None:
            for member in kept:
                tx.told_person(member, now)

        self._ledger.run(note)
        never = [member for member, code in answer.refused.items() if member in asked and code in _NEVER_THERE]
        if never:
            self._reference.erase_newcomers(never)
            erase(self._ledger, never)
        for member in asked - set(kept) - set(never):
            log.info("HQ does not take a newcomer: %s", answer.refused.get(member, "no answer"))
            self._waits[member] = self._clock.mono_ms() + AGAIN_MS
