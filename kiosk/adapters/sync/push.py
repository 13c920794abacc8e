"""Carrying this terminal's facts to HQ, batch by batch, until HQ has them all."""

from __future__ import annotations

import logging

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.clock import HqTime
from kiosk.adapters.sync.restore import Restore
from kiosk.adapters.sync.session import Session
from kiosk.adapters.sync.standing import Standing
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.ledger import Identity
from kiosk.application.sync.outcomes import Link
from kiosk.protocol.wire import messages as m
from kiosk.protocol.wire.limits import PUSH_BYTES, PUSH_FACTS

log = logging.getLogger(__name__)


class Push:
    """Pushes. An acknowledgement counts only with the hash that is the ledger's own."""

    def __init__(
        self,
        ledger: SqlLedger,
        client: HqClient,
        session: Session,
        restore: Restore,
        standing: Standing,
        time: HqTime,
        app_version: str,
    ) -> None:
        self._ledger = ledger
        self._client = client
        self._session = session
        self._restore = restore
        self._standing = standing
        self._time = time
        self._version = app_version
        self._most = PUSH_FACTS

    def all(self) -> m.Hints:
        """Push what waits. Gives what HQ hinted last. Raises HqUnreachable, HqRefused."""
        hints = m.Hints()
        while (batch := self._ledger.run(self._next_batch)) is not None:
            try:
                answer = self._client.push(batch)
            except HqRefused as error:
                if error.status == 413 and len(batch.facts) > 1:
                    self._most = max(1, len(batch.facts) // 2)
                    continue
                raise
            if isinstance(answer, m.PushRefused):
                if answer.waits and answer.problem in ("fork", "epoch"):
                    # a person decides; what HQ has to tell is heard meanwhile
                    self._standing.set_waits(answer.waits)
                    return hints
                self._settle_refusal(batch, answer)
                continue
            self._time.heard(answer.time)
            self._take_ack(batch, answer)
            hints = answer.hints
            self._most = min(PUSH_FACTS, self._most * 2)
            for result in answer.results:
                log.info("HQ on fact %d: %s", result.seq, result.kind)
        return hints

    def _next_batch(self, tx: LedgerTransaction) -> m.PushRequest | None:
        identity = tx.identity()
        assert identity is not None
        acked = self._standing.acked
        rows = tx.facts_after(identity.epoch, acked, self._most)
        if not rows:
            return None
        taken: list[tuple[int, bytes, bytes]] = []
        size = 0
        for row in rows:
            size += len(row[1])
            if taken and size > PUSH_BYTES:
                break
            taken.append(row)
        previous = tx.hash_at(identity.device, identity.epoch, acked)
        assert previous is not None
        return m.PushRequest(
            device=identity.device,
            epoch=identity.epoch,
            first=taken[0][0],
            prev_hash=previous,
            last_hash=taken[-1][2],
            facts=tuple(raw for _seq, raw, _hash in taken),
            health=self._health(tx, identity),
        )

    def _health(self, tx: LedgerTransaction, identity: Identity) -> m.Health:
        acked = self._standing.acked
        return m.Health(
            app_version=self._version,
            queue=max(0, tx.head.seq - acked),
            oldest_ms=tx.oldest_after(identity.epoch, acked),
            clock_offset_ms=self._time.offset_ms,
        )

    def _take_ack(self, batch: m.PushRequest, answer: m.PushAnswer) -> None:
        standing = self._standing
        last = batch.first + len(batch.facts) - 1
        if standing.hash_at(batch.epoch, answer.acked) != answer.hash:
            if standing.link is Link.FORKED and answer.acked >= last:
                # HQ has this batch as it is here, and goes on otherwise: the batch where that begins will show the fork
                standing.set_acked(last)
                return
            # the session will find the fork and settle it
            self._client.token = None
            raise HqUnreachable("the acknowledged hash is not ours")
        if answer.acked <= standing.acked:
            raise HqUnreachable("HQ acknowledged nothing new")
        standing.set_acked(answer.acked)

    def _settle_refusal(self, batch: m.PushRequest, refused: m.PushRefused) -> None:
        self._time.heard(refused.time)
        agreed = self._standing.hash_at(batch.epoch, refused.acked) == refused.hash
        if refused.problem == "gap" and agreed and refused.acked != self._standing.acked:
            self._standing.set_acked(refused.acked)
            return
        log.info("push refused: %s", refused.problem)
        if refused.reenroll_code is None:
            raise HqUnreachable(f"push refused without a way on: {refused.problem}")
        self._standing.set_link(Link.FORKED)
        self._restore.new_epoch(refused.reenroll_code, refused)
        self._session.open()
