"""What every use case works with, put together once by bootstrap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.campaign_desk import CampaignDesk, Campaigns
from kiosk.application.lease_trust import leases_usable
from kiosk.application.outcomes import Link, SyncStatus
from kiosk.application.ports import (
    Claims,
    Clock,
    CodeReader,
    Identity,
    Ledger,
    LedgerFault,
    LedgerTx,
    PinHasher,
    Randomness,
    Reference,
    instant,
)
from kiosk.domain.ids import ordered_id
from kiosk.domain.stores import Store
from kiosk.domain.void_policy import VoidPolicy


@dataclass(frozen=True, slots=True)
class Context:
    """The outside, as ports, and the policies in force."""

    ledger: Ledger
    reference: Reference
    codes: CodeReader
    claims: Claims
    hasher: PinHasher
    clock: Clock
    randomness: Randomness
    sync_status: Callable[[], SyncStatus]
    void_policy: VoidPolicy
    desk: CampaignDesk

    def now(self) -> datetime:
        """The time by HQ's clock, as far as it is known (campaign windows and tokens are judged by it)."""
        return instant(self.now_ms())

    def now_ms(self) -> int:
        """The same in ms since 1970."""
        return self.clock.now_ms() + (self.sync_status().clock_off_ms or 0)

    def campaigns(self, tx: LedgerTx) -> Campaigns:
        """Campaigns, for one use case in one transaction. Raises LedgerFault as `here` does."""
        identity, store = here(self, tx)
        usable = leases_usable(tx, self.clock, online=self.sync_status().link is Link.ONLINE)
        return self.desk.begin(tx, identity, store, self.now_ms(), leases=usable)

    def new_id(self) -> str:
        """A fresh id for a transaction or a claim."""
        return ordered_id(self.clock.now_ms(), self.randomness.bytes(10))


def here(context: Context, tx: LedgerTx) -> tuple[Identity, Store]:
    """This terminal and its store. Raises LedgerFault before enrolment or before the first pull."""
    identity = tx.identity()
    if identity is None:
        raise LedgerFault("the terminal is not enrolled")
    store = context.reference.store(identity.store)
    if store is None:
        raise LedgerFault(f"HQ has not told anything about store {identity.store} yet")
    return identity, store
