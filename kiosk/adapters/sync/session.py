"""Signing in at HQ, which says what it has of the journal."""

from __future__ import annotations

import logging
from typing import Protocol

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.clock import HqTime
from kiosk.adapters.sync.standing import Standing
from kiosk.application.sync.outcomes import Link
from kiosk.domain.journal.kinds import LEDGER_RESTORED
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)


class Signer(Protocol):
    """The device's private key."""

    @property
    def public_key(self) -> bytes:
        """32 bytes, Ed25519."""

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""


class Session:
    """Opens sessions; the token lies with the client."""

    def __init__(
        self, ledger: SqlLedger, client: HqClient, signer: Signer, standing: Standing, time: HqTime, instance: str
    ) -> None:
        """`instance`: what this program is called for as long as it runs."""
        self._ledger = ledger
        self._client = client
        self._signer = signer
        self._standing = standing
        self._time = time
        self._instance = instance
        self._fork_noted: dict[str, int] | None = None

    def sign_in(self) -> m.SessionAnswer:
        """A new session. Raises HqUnreachable, HqRefused."""
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        answer = self._client.open_session(identity.device, self._signer.sign, self._instance)
        self._standing.set_waits(answer.waits)
        return answer

    def open(self) -> None:
        """Sign in, and see whether HQ's copy of the journal is this one. Raises HqUnreachable, HqRefused."""
        answer = self.sign_in()
        self._time.heard(answer.time)
        epoch = self._ledger.head.epoch
        if answer.epoch == epoch and self._standing.hash_at(answer.epoch, answer.acked) == answer.acked_hash:
            # also after a restore: HQ knows nothing that this ledger does not have
            self._standing.set_acked(answer.acked)
            return
        # HQ knows facts that this ledger does not have, or has others in their place: an old disk came back. One more
        # fact makes sure that the next push shows it, and HQ answers with a code for a new epoch.
        self._standing.set_link(Link.FORKED)
        body = {"epoch": answer.epoch, "known": answer.acked}
        if self._fork_noted != body:
            self._ledger.run(lambda tx: tx.append(LEDGER_RESTORED, "system", body))
            self._fork_noted = body
