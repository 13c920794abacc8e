"""What the use cases need from outside. Adapters implement these; tests and the simulator do too, on purpose with the
real ledger and the real HQ code behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from kiosk.domain.campaign.engine import Edition
from kiosk.domain.coupons.model import Coupon, CouponTemplate, PastUse
from kiosk.domain.facts import Fact
from kiosk.domain.member_card import MemberCard
from kiosk.domain.members import Member
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan import Symbology
from kiosk.domain.staff import StaffMember
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.tokens import ReadToken, TokenRefusal

T = TypeVar("T")


class Clock(Protocol):
    """Time. Nothing else in the product asks the operating system for it."""

    def now_ms(self) -> int:
        """Wall clock, ms since 1970 UTC; may jump."""

    def mono_ms(self) -> int:
        """Monotonic ms since some point of this boot; never goes back."""

    def boot_id(self) -> str:
        """Changes with every start of the machine (or of the process, where the system does not tell)."""


class Randomness(Protocol):
    """Random numbers: ids, nonces, jitter."""

    def bytes(self, count: int) -> bytes:
        """`count` unpredictable bytes."""

    def uniform(self, low: float, high: float) -> float:
        """A number between `low` and `high`."""


def instant(ms: int) -> datetime:
    """ms since 1970 as an aware UTC datetime."""
    return datetime.fromtimestamp(ms / 1000, UTC)


class LedgerFault(Exception):
    """The ledger cannot do its work. `code` is stable; ui/messages.py has the words.

    LedgerFault
    ├── LedgerFull        no room on the disk
    ├── LedgerReadOnly    folder or file cannot be written
    ├── LedgerLocked      another process owns the ledger
    ├── WrongKey          the key does not open the file (or the file is no ledger)
    ├── LedgerDamaged     the file is corrupt, or the chain is broken
    ├── LedgerTooNew      written by a newer program
    └── SqliteTooOld      the SQLite library lacks the WAL-reset fix
    """

    code = "ledger_fault"


class LedgerFull(LedgerFault):
    """No room on the disk."""

    code = "disk_full"


class LedgerReadOnly(LedgerFault):
    """Folder or file cannot be written."""

    code = "ledger_read_only"


class LedgerLocked(LedgerFault):
    """Another process owns the ledger."""

    code = "ledger_locked"


class WrongKey(LedgerFault):
    """The key does not open the file."""

    code = "ledger_wrong_key"


class LedgerDamaged(LedgerFault):
    """The file is corrupt or the chain is broken."""

    code = "ledger_damaged"


class LedgerTooNew(LedgerFault):
    """Written by a newer program."""

    code = "ledger_too_new"


class SqliteTooOld(LedgerFault):
    """The SQLite library lacks the WAL-reset fix (3.51.3 or later is needed)."""

    code = "sqlite_too_old"


@dataclass(frozen=True, slots=True)
class StoredSale:
    """A sale as the ledger has it. `document` is the body of its fact; `seq`/`epoch` identify the fact.
    `returned`: minor units, as paid, of goods that came back."""

    txn: str
    at_ms: int
    actor: str
    document: Mapping[str, Any]
    epoch: int
    seq: int
    voided_at_ms: int | None = None
    voided_by: str | None = None
    void_reason: str | None = None
    hlc: int = 0
    returned: int = 0


@dataclass(frozen=True, slots=True)
class HeldRight:
    """Uses of a coupon this terminal may grant by itself."""

    coupon: str
    uses: int
    fence: int


@dataclass(frozen=True, slots=True)
class OpenOp:
    """An online claim that was intended and not yet settled."""

    op: str
    coupon: str
    txn: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this terminal is, as enrolled."""

    device: str
    terminal_name: str
    store: str
    epoch: int
    hq_url: str


@dataclass(frozen=True, slots=True)
class ForeignFact:
    """A fact that happened elsewhere. `zone`: IANA name, of `store`."""

    device: str
    store: str
    zone: str
    fact: Fact


RESTORED, PARKED = "restored_at", "parked"
"""Keys of the ledger's settings: it was restored from a backup; the terminal was shut down in good order."""
RIGHTS_WAIT = (RESTORED, PARKED)
"""While one of them is set, held rights may have gone elsewhere and are not used before HQ was met."""


class LedgerTx(Protocol):
    """One transaction on the ledger: reads see the writes before them; all of it is durable, or none."""

    def append(self, kind: str, actor: str, body: Mapping[str, Any]) -> Fact:
        """Journal a fact and carry out its changes."""

    def sale(self, txn: str) -> StoredSale | None:
        """A sale by its transaction id."""

    def sale_numbered(self, number: int) -> StoredSale | None:
        """A sale by its receipt's number."""

    def recent_sales(self, limit: int) -> Sequence[StoredSale]:
        """Newest first, voided ones included."""

    def uses_of_coupon(self, coupon: str) -> Sequence[PastUse]:
        """Uses of a coupon at this terminal that count."""

    def uses_of_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member at this terminal that count."""

    def right(self, coupon: str) -> HeldRight | None:
        """The right this terminal holds on a coupon."""

    def rights(self) -> Mapping[str, HeldRight]:
        """All of them."""

    def member_facts(self, member: str) -> Sequence[Fact]:
        """Facts of this terminal in a member's history (as member, referrer or sharer; voids of their sales too), in
        order."""

    def facts_after(self, epoch: int, seq: int, limit: int) -> Sequence[tuple[int, bytes, bytes]]:
        """(seq, bytes, hash) of the next facts of an epoch."""

    def shared(self, key: str) -> int:
        """What is left of a leased pool ("|" + key) or used up of a limit, 0 when never heard of."""

    @property
    def undone(self) -> int:
        """How many transactions of this ledger were undone before this one: what was kept of them is wrong."""

    def open_ops(self) -> Sequence[OpenOp]:
        """Claims that were never settled, oldest first."""

    def pin_failures(self, staff: str) -> tuple[int, int | None]:
        """Consecutive wrong PINs and the instant (ms) of the last one."""

    def meta(self, key: str) -> str | None:
        """A setting of the ledger itself (identity, acked seq, clock offset, …)."""

    def set_meta(self, key: str, value: str) -> None:
        """Change one."""

    def last_stamp(self) -> int:
        """The HLC stamp of the newest fact, 0 before the first."""

    def last_receipt(self) -> int:
        """The number of the newest receipt, 0 before the first."""

    def identity(self) -> Identity | None:
        """Who this terminal is; None before enrolment."""

    def staff(self) -> Sequence[StaffMember]:
        """Staff of this store, as HQ published them."""

    def staff_member(self, staff: str) -> StaffMember | None:
        """One of them."""


class Ledger(Protocol):
    """The journal and the state derived from it."""

    def run(self, work: Callable[[LedgerTx], T]) -> T:
        """Do `work` in one transaction on the ledger's own thread and wait for it. Raises LedgerFault."""


class Reference(Protocol):
    """What HQ told us last: replaceable, read-only for use cases."""

    def store(self, store: str) -> Store | None:
        """A store."""

    def stores(self) -> Sequence[Store]:
        """All stores of the chain."""

    def template(self, template: str) -> CouponTemplate | None:
        """A coupon template."""

    def campaign(self, campaign: str) -> CampaignHeader | None:
        """A campaign's header."""

    def campaigns(self) -> Sequence[CampaignHeader]:
        """All campaigns."""

    def member(self, member: str) -> Member | None:
        """By member id."""

    def member_by_card(self, card_no: str) -> Member | None:
        """By card number."""

    def find_members(self, text: str, limit: int) -> Sequence[Member]:
        """By trailing phone digits, card number, or part of a name."""

    def coupon(self, coupon: str) -> Coupon | None:
        """By coupon id."""

    def coupons_of(self, member: str) -> Sequence[Coupon]:
        """All coupons HQ gave a member."""

    def spent(self, coupon: str) -> Sequence[PastUse]:
        """Uses anywhere, as far as HQ told."""

    def spent_by_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member anywhere, as far as HQ told."""

    @property
    def generation(self) -> int:
        """Grows with every change, so that a reader knows when to look again."""

    @property
    def campaign_generation(self) -> int:
        """Grows with every change of what campaigns look at: editions, events, members, stores."""

    def editions(self) -> Sequence[Edition]:
        """Campaigns whose signature is good, every version that is known."""

    def events_of(self, member: str) -> Sequence[ForeignFact]:
        """Facts in a member's history as far as HQ told: other terminals', HQ's own (device "hq"), and this
        terminal's, which the ledger has too."""

    def revoked_at(self, coupon: str) -> datetime | None:
        """When HQ took a coupon back."""


class PinHasher(Protocol):
    """argon2id behind a port, so that tests can use cheap parameters."""

    def hash_pin(self, pin: str) -> str:
        """An encoded hash."""

    def verify_pin(self, encoded: str, pin: str) -> bool:
        """Whether `pin` is the one."""


class CodeReader(Protocol):
    """Says what a scanned text is and whether it can be believed."""

    def read(self, text: str, symbology: Symbology, at: datetime) -> ReadToken | TokenRefusal | MemberCard:
        """Never raises, whatever was scanned."""


@dataclass(frozen=True, slots=True)
class Claim:
    """HQ's answer to an online claim."""

    granted: bool
    refusal: Refusal | None = None


class Claims(Protocol):
    """Online claims of coupons whose right is elsewhere."""

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Ask HQ, waiting a few seconds at most. None: HQ could not be reached, or did not answer in time; the same
        `op` may be asked again."""
