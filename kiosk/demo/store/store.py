"""The store behind demos, pictures and tests of the screen: the product's own service over a ledger in memory.

Everything is real but three things, which are nobody's to reach in a demonstration: how HQ is reached (`status`), what
HQ answers when it is asked for a coupon (`answer`), and the hand of the clock. Members, coupons and campaigns are rows
as HQ sends them (`offers`, `people`); what was sold before was really sold (`history`), once a process: every store
begins as a copy of that.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.adapters.campaigns.editions import Editions
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import MemoryDisk
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.passwords import Argon2Cost, Argon2PinHasher
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.draw_tickets import HeldTickets
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.application.ports.lookups import Ask, Told
from kiosk.application.ports.points import NoPointsAtHq
from kiosk.application.ports.prizes import Leave
from kiosk.application.service import CheckoutService
from kiosk.application.sync.lease_trust import UNTIL, good_for
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.store import offers, party
from kiosk.demo.store.clock import NOW, DemoClock, SeededRandomness
from kiosk.demo.store.draws import demo_stage
from kiosk.demo.store.memory import OneDatabase
from kiosk.demo.store.newcomers import DemoCodes, DemoSigner
from kiosk.demo.store.people import PIN, STORE, staff
from kiosk.demo.store.printers import DemoSpool
from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.points import points_key
from kiosk.domain.campaigns.shared import whole_quantities
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.draws.claims import Claim as Claimed
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.guests.event import Guest
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.void_policy import DEFAULT_VOID_POLICY
from kiosk.protocol.rows import encode_row

DEVICE, TERMINAL = "d-01", "S02-02"
ONLINE = SyncStatus(Link.ONLINE, NOW, 0, NOW)
OFFLINE = SyncStatus(Link.OFFLINE, NOW - timedelta(hours=3, minutes=44), 17, NOW - timedelta(hours=3, minutes=44))
"""Since 10:42, with 17 facts waiting."""

_KEY = bytes(range(32))


def demo_secret(op: str) -> bytes:
    """What the terminal committed itself to when it asked for a lease of a wheel."""
    return hashlib.sha256(op.encode()).digest()


_NO_FILE = Path(tempfile.gettempdir(), "kiosk-demo-reference.db")
"""Only a name: the database is in memory."""
_CHEAP = Argon2Cost(passes=1, memory_kib=8, lanes=1)
"""Hundreds of demo stores are opened in the tests; nobody's PIN is in them."""
_FIRST_DAY = offers.FIRST_DAY + timedelta(hours=2)
_SHARES_HOLD_S = 90 * 86_400
_GONE = f"stock:{offers.CAMPAIGN}/mascot"
"""Of this the terminal has no share (any more)."""


class _PointsAtDemoHq(NoPointsAtHq):
    """HQ gives the right to all points that are asked for, while it is in reach."""

    def __init__(self, store: DemoStore) -> None:
        self._store = store

    def claim(self, member: str, points: int) -> Claim | None:
        """Granted, when HQ can be asked."""
        store = self._store
        if store.status.link is not Link.ONLINE:
            return None
        body = {"op": "demo", "quantities": {points_key(member): points}}
        store.ledger.run(lambda tx: tx.append(LEASE_CHANGED, "system", body))
        return Claim(True)


class DemoStore:
    """One till of the demo store at 14:26. `close` it. `service` may be called from any thread but the ledger's own."""

    def __init__(self, *, past: bool = True) -> None:
        """`past` False: as on the first day, nothing has been sold."""
        origin = _origin(past)
        self._open(OneDatabase(origin.ledger), OneDatabase(origin.reference), DemoClock(NOW), origin.editions, seed=2)
        self.codes = origin.codes

    @classmethod
    def new(cls, ledger: OneDatabase, reference: OneDatabase, clock: DemoClock, editions: Editions) -> DemoStore:
        """A terminal that was enrolled at the clock's time and has met HQ once; nothing has happened there yet."""
        made = cls.__new__(cls)
        made._open(ledger, reference, clock, editions, seed=1)
        made._enroll()
        return made

    def _open(
        self, ledger: OneDatabase, reference: OneDatabase, clock: DemoClock, editions: Editions, *, seed: int
    ) -> None:
        self.clock = clock
        self.status = ONLINE
        self.answer: Claim | None = None
        self.told: Told | None = None
        self.leave: Leave | None = None
        self.elsewhere: Claimed | None = None
        self.held: Sequence[HeldTickets] | None = ()
        self.spool = DemoSpool()
        self.codes_sent = DemoCodes(lambda: self.status, lambda: self.context.now())
        self._revision = 1_000_000
        self.ledger = SqlLedger(None, _KEY, clock, prepare=lambda: None, disk=ledger)
        self.reference = SqlReference(_NO_FILE, _KEY, disk=reference, editions=editions)
        self.context = Context(
            ledger=self.ledger,
            reference=self.reference,
            codes=TokenCodeReader(self.reference),
            claims=self,
            lookups=self,
            hasher=Argon2PinHasher(_CHEAP),
            clock=clock,
            randomness=SeededRandomness(seed),
            sync_status=lambda: self.status,
            void_policy=DEFAULT_VOID_POLICY,
            histories=Histories(self.reference),
            points=_PointsAtDemoHq(self),
            prizes=self,
            tickets=self,
            spool=self.spool,
            one_time=self.codes_sent,
            signer=DemoSigner(),
            tapes=Tapes(demo_secret),
            read_book=party.office_list,
            stage=demo_stage(SeededRandomness(seed + 100)),
        )
        self.service = CheckoutService(self.context)
        self._opened = self.ledger.head.seq

    def held_tickets(self, _member: str) -> Sequence[HeldTickets] | None:
        """What HQ says of draw tickets."""
        return self.held

    def look(self, _claim: str) -> Claimed | Refusal:
        """What HQ says of prizes of other stores."""
        return self.elsewhere or Refusal(RefusalCode.PRIZE_OFFLINE)

    def looked_at(self) -> Sequence[Claimed]:
        """What it said."""
        return () if self.elsewhere is None else (self.elsewhere,)

    def may_hand_over(self, claim: str) -> Leave | None:
        """What HQ says to whoever wants to hand a prize over."""
        return self.leave

    def close(self) -> None:
        """Forget everything. Safe to call twice."""
        self.ledger.close()
        self.reference.close()

    # --- what HQ says ------------------------------------------------------------------------------------------------

    def _enroll(self) -> None:
        people = staff(Argon2PinHasher(_CHEAP).hash_pin(PIN))
        for bucket, id_, row in offers.rows():
            self.publish(bucket, id_, row)
        held = [one.id for one in offers.coupons() if one.id not in offers.WITHOUT_RIGHT]
        shares = {key: most for one in offers.campaigns() for key, most in whole_quantities(one).items()}
        boot, mono = self.clock.boot_id(), self.clock.mono_ms()

        def begin(tx: Any) -> None:
            tx.begin_epoch(Identity(DEVICE, TERMINAL, STORE, 1, "https://hq.example.com"), "enrolled")
            tx.put_staff([(person.id, at, encode_row(person).decode()) for at, person in enumerate(people, 1)], [])
            grants = [{"coupon": coupon, "uses": 1, "fence": 1} for coupon in held]
            tx.append(RIGHTS_CHANGED, "system", {"grant": grants, "revoke": []})
            quantities = {key: most for key, most in shares.items() if key != _GONE}
            tx.append(LEASE_CHANGED, "system", {"op": "l-1", "quantities": quantities})
            tx.set_meta(UNTIL, good_for(boot, mono, _SHARES_HOLD_S))

        self.ledger.run(begin)
        self.codes = offers.codes(people)

    def publish(self, bucket: str, id_: str, row: object | None) -> None:
        """A row comes from HQ; None: it went."""
        self._revision += 1
        put = [] if row is None else [(id_, self._revision, encode_row(row).decode())]
        self.reference.apply(bucket, put, [id_] if row is None else [], self._revision)

    def invite(self) -> None:
        """HQ tells of events at the store, and of their guests."""
        for event in party.events():
            self.publish(f"store/{STORE}/gatherings", event.id, event)
        for guest in party.guests():
            self.publish(f"store/{STORE}/guests", f"{guest.event}/{guest.id}", guest)

    def tell_guest(self, guest: Guest | None) -> None:
        """HQ has heard of somebody whom a terminal put on a list."""
        if guest is not None:
            self.publish(f"store/{STORE}/guests", f"{guest.event}/{guest.id}", guest)

    def send_photos(self) -> None:
        """Guests of the party have sent photographs."""
        from kiosk.demo.store import photos  # pictures are made of numbers, which takes a while

        for subject, name, row in photos.rows():
            self.publish(f"store/{STORE}/{subject}", name, row)

    def take_right(self, coupon: str) -> None:
        """HQ calls the right on a coupon back."""
        body = {"grant": [], "revoke": [coupon]}
        self.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", body))

    def acknowledge(self) -> None:
        """HQ has everything that is in the journal."""
        self.ledger.run(lambda tx: tx.set_meta("acked", str(tx.head.seq)))

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """`answer` to every coupon that HQ is asked for; None: HQ is not reached."""
        return self.answer

    def look_up(self, ask: Ask) -> Told | None:
        """`told` of whomever HQ is asked for; None: HQ does not answer."""
        return self.told

    def offline(self) -> None:
        """HQ has not been reached since 10:42."""
        self.status = OFFLINE

    # --- what lies in it ---------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The clock's instant."""
        return self.context.now()

    def facts(self, *kinds: str) -> Sequence[Fact]:
        """What was journalled since the store was opened, of these kinds (none: all)."""

        def read(tx: LedgerTx) -> list[Fact]:
            return [decode(raw) for _seq, raw, _hash in tx.facts_after(1, self._opened, 1_000_000)]

        return [fact for fact in self.ledger.run(read) if not kinds or fact.kind in kinds]


@dataclass(frozen=True, slots=True)
class _Origin:
    """What every store begins with: databases to copy, and what was read of them."""

    ledger: Any
    reference: Any
    codes: offers.Codes
    editions: Editions


@cache
def _origin(past: bool) -> _Origin:
    from kiosk.demo.store.history import live_through

    empty = MemoryDisk().connect(Path(), _KEY)
    ledger, reference = OneDatabase(empty), OneDatabase()
    editions = Editions()  # reading a campaign's file is slow, and these never change
    store = DemoStore.new(ledger, reference, DemoClock(_FIRST_DAY), editions)
    try:
        if past:
            live_through(store)
        store.acknowledge()
        return _Origin(ledger.copy(_KEY), reference.copy(_KEY), store.codes, editions)
    finally:
        store.close()
        empty.close()
