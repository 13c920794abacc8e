"""Enrolment, and going on under a new epoch when an old disk came back; held rights that wait until HQ was met."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.hq_keys import HqKeys
from kiosk.adapters.sync.leases import forget_shares
from kiosk.adapters.sync.session import Signer
from kiosk.adapters.sync.standing import Standing
from kiosk.adapters.sync.wheels import WheelKeeper
from kiosk.application.ports.ledger import MET_ENDS, PARKED, RESTORED, Identity
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.journal.kinds import TERMINAL_STOPPED
from kiosk.domain.time import Clock
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import terminal_buckets
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)


class Restore:
    """Begins epochs, and says when held rights may be used again."""

    def __init__(
        self,
        ledger: SqlLedger,
        client: HqClient,
        signer: Signer,
        standing: Standing,
        clock: Clock,
        app_version: str,
        keys: HqKeys | None = None,
        wheels: WheelKeeper | None = None,
    ) -> None:
        """`keys`: where it is noted what HQ says of its keys at the enrolment. `wheels`: whose tapes are not spun any
        more when the ledger is an older one."""
        self._ledger = ledger
        self._client = client
        self._signer = signer
        self._standing = standing
        self._clock = clock
        self._version = app_version
        self._keys = keys
        self._wheels = wheels
        self._rights_wait = ledger.run(lambda tx: any(tx.meta(key) is not None for key in MET_ENDS))

    def enroll(self, code: str, hq_url: str) -> Identity:
        """Take part with a single-use code of HQ. Raises HqUnreachable, HqRefused."""
        answer = self._client.enroll(
            m.EnrollRequest(code=code, public_key=self._signer.public_key, app_version=self._version)
        )
        identity = Identity(answer.device, answer.terminal_name, answer.store, answer.epoch, hq_url)

        def begin(tx: LedgerTransaction) -> None:
            tx.begin_epoch(identity, "enrolled")
            if self._keys is not None:
                self._keys.begin(tx, answer.hq_keys)

        self._ledger.run(begin)
        self._standing.epoch_began()
        return identity

    def new_epoch(self, code: str, refused: m.PushRefused) -> None:
        """Go on under a new epoch (sync.md): what HQ has not acknowledged is carried along. Raises HqUnreachable,
        HqRefused."""
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        # HQ trims the rights it gives back by the uses that this ledger does not know of
        common = min(self._standing.acked, refused.acked) if refused.epoch == identity.epoch else 0
        answer = self._client.enroll(
            m.EnrollRequest(
                code=code,
                public_key=self._signer.public_key,
                app_version=self._version,
                device=identity.device,
                signature=self._signer.sign(signed_texts.re_enrolment(identity.device, code)),
                common_seq=common,
            )
        )
        log.info("new epoch %d after a fork or a restore", answer.epoch)
        self._begin_again(identity, answer)

    def with_another_key(self, code: str, public_key: bytes, held: m.SessionAnswer) -> None:
        """Go on under a new epoch with a key that no copy of this machine knows, by a code that a person at HQ gave.
        `held`: what HQ has of the journal. Raises HqUnreachable, HqRefused."""
        identity = self._ledger.run(lambda tx: tx.identity())
        assert identity is not None
        agreed = self._standing.hash_at(held.epoch, held.acked) == held.acked_hash
        answer = self._client.enroll(
            m.EnrollRequest(
                code=code,
                public_key=public_key,
                app_version=self._version,
                device=identity.device,
                signature=self._signer.sign(signed_texts.re_enrolment(identity.device, code)),
                common_seq=held.acked if agreed and held.epoch == identity.epoch else 0,
            )
        )
        log.info("epoch %d with another key", answer.epoch)
        self._begin_again(identity, answer)

    def _begin_again(self, identity: Identity, answer: m.EnrollAnswer) -> None:
        forget_wheels = self._forgetting()
        renewed = replace(identity, epoch=answer.epoch, terminal_name=answer.terminal_name, store=answer.store)

        def begin(tx: LedgerTransaction) -> None:
            tx.begin_epoch(renewed, "restored")
            held = list(tx.rights())
            if held:
                tx.append(RIGHTS_CHANGED, "system", {"grant": [], "revoke": held})
            forget_shares(tx, self._clock.now_ms())
            forget_wheels(tx)
            # rights may have moved on since the backup was made
            for bucket in terminal_buckets(renewed.store, renewed.device):
                tx.drop_meta(f"cursor:{bucket}")

        self._ledger.run(begin)
        self._standing.epoch_began()

    @property
    def waits(self) -> bool:
        """Whether held rights and shares wait until HQ was met."""
        return self._rights_wait

    def met_hq(self) -> None:
        """HQ was told everything and has told everything: what became of the rights while this terminal was shut down,
        or since its backup, is known now."""
        if self._rights_wait:
            forget_wheels = self._forgetting()

            def use_again(tx: LedgerTransaction) -> None:
                if tx.meta(RESTORED) is not None:
                    forget_shares(tx, self._clock.now_ms())
                    forget_wheels(tx)
                for key in MET_ENDS:
                    tx.drop_meta(key)

            self._ledger.run(use_again)
            self._rights_wait = False

    def _forgetting(self) -> Callable[[LedgerTransaction], None]:
        """What is done with wheels where the ledger is an older one."""
        return _nothing if self._wheels is None else self._wheels.forgetting()

    def park(self) -> None:
        """This terminal stops in good order: it uses no right before it has met HQ again."""

        def stop(tx: LedgerTransaction) -> None:
            tx.append(TERMINAL_STOPPED, "system", {})
            tx.set_meta(PARKED, "1")

        self._ledger.run(stop)
        self._rights_wait = True


def _nothing(_tx: LedgerTransaction) -> None:
    """There are no wheels here."""
