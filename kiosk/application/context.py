"""What every use case works with, put together once by bootstrap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.application.campaigns.late import BeginsCampaigns
from kiosk.application.ports.codes import CodeSigner, NoCodeSigner
from kiosk.application.ports.coupons import Claims
from kiosk.application.ports.draw_tickets import NoTicketsAtHq, TicketsAtHq
from kiosk.application.ports.drill import DrillTools, NoDrillTools
from kiosk.application.ports.faults import LedgerFault
from kiosk.application.ports.lan import Lan, NoLan
from kiosk.application.ports.ledger import Identity, Ledger, LedgerTx
from kiosk.application.ports.lists import ReadBook, no_books
from kiosk.application.ports.lookups import Lookups
from kiosk.application.ports.points import NoPointsAtHq, PointsAtHq
from kiosk.application.ports.printing import NoSpool, Spool
from kiosk.application.ports.prizes import NoPrizesAtHq, PrizesAtHq
from kiosk.application.ports.reference import Reference
from kiosk.application.ports.registration import Codes, NoCodes
from kiosk.application.ports.scan import CodeReader
from kiosk.application.ports.slips import NoSlipSigner, SlipSigner
from kiosk.application.ports.staff import PinHasher
from kiosk.application.ports.stage_draws import NoStageTools, StageTools
from kiosk.application.sync.lease_trust import leases_usable, points_usable
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.draws.sealed import Tapes, no_tapes
from kiosk.domain.guests.rolls import Rolls
from kiosk.domain.ids import Randomness, ordered_id
from kiosk.domain.members.member import Member
from kiosk.domain.sales.void_policy import VoidPolicy
from kiosk.domain.stores import Store
from kiosk.domain.time import Clock, instant
from kiosk.domain.tries import Tries

if TYPE_CHECKING:
    from kiosk.application.campaigns.histories import Campaigns


@dataclass(frozen=True, slots=True)
class Context:
    """The outside, as ports, and the policies in force."""

    ledger: Ledger
    reference: Reference
    codes: CodeReader
    claims: Claims
    lookups: Lookups
    hasher: PinHasher
    clock: Clock
    randomness: Randomness
    sync_status: Callable[[], SyncStatus]
    void_policy: VoidPolicy
    histories: BeginsCampaigns
    points: PointsAtHq = field(default_factory=NoPointsAtHq)
    slips: SlipSigner = field(default_factory=NoSlipSigner)
    slips_by_clerks: bool = True
    signer: CodeSigner = field(default_factory=NoCodeSigner)
    spool: Spool = field(default_factory=NoSpool)
    prizes: PrizesAtHq = field(default_factory=NoPrizesAtHq)
    one_time: Codes = field(default_factory=NoCodes)
    stage: StageTools = field(default_factory=NoStageTools)
    tickets: TicketsAtHq = field(default_factory=NoTicketsAtHq)
    tapes: Tapes = field(default_factory=no_tapes)
    rolls: Rolls = field(default_factory=Rolls)
    lan: Lan = field(default_factory=NoLan)
    read_book: ReadBook = no_books
    drill: DrillTools = field(default_factory=NoDrillTools)
    promo_tries: Tries = field(default_factory=Tries)

    def now(self) -> datetime:
        """The time by HQ's clock, as far as it is known (campaign windows and tokens are judged by it)."""
        return instant(self.now_ms())

    def now_ms(self) -> int:
        """The same in ms since 1970."""
        return self.clock.now_ms() + (self.sync_status().clock_off_ms or 0)

    def campaigns(self, tx: LedgerTx) -> Campaigns:
        """Campaigns, for one use case in one transaction. Raises LedgerFault as `here` does."""
        identity, store = here(self, tx)
        online = self.sync_status().link is Link.ONLINE
        leases, points = leases_usable(tx, self.clock, online=online), points_usable(tx, self.clock, online=online)
        return self.histories.begin(
            tx, identity, store, self.now_ms(), leases=leases, points=points, online=online, limited=self.points.limited
        )

    def guest(self, member: str) -> Member | None:
        """A member of another store, as HQ told when it was asked lately."""
        return self.reference.guest(member, self.now_ms())

    def member(self, member: str) -> Member | None:
        """A member of this store, or of another as far as HQ told."""
        return self.reference.member(member) or self.guest(member)

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
