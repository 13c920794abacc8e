"""The journal and the state derived from it. Adapters implement these; tests and the simulator do too, on purpose with
the real ledger and the real HQ code behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from kiosk.application.ports.coupons import HeldRight, OpenOp
from kiosk.application.ports.sales import StoredSale
from kiosk.domain.coupons.model import PastUse
from kiosk.domain.journal.facts import Fact
from kiosk.domain.staff.roles import StaffMember

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this terminal is, as enrolled."""

    device: str
    terminal_name: str
    store: str
    epoch: int
    hq_url: str


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
