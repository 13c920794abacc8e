"""Vouchers of value that are sold and topped up at a station."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeView, ChargeWanted, VoucherKind
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor


class ChargeApi(Protocol):
    """What a station that sells vouchers may ask for."""

    def voucher_kinds(self) -> tuple[VoucherKind, ...]:
        """What is sold here now."""

    def find_card(self, event: ScanEvent) -> CardFound | Refusal:
        """The voucher whose code was scanned, with what is on it. Asks HQ (bounded wait)."""

    def new_charge(self) -> str:
        """A fresh transaction id."""

    def charge(self, wanted: ChargeWanted, actor: Actor) -> Charged | Refusal:
        """Put money on a voucher, durably. The same transaction twice is one."""

    def charge_all(self, wanted: Sequence[ChargeWanted], actor: Actor) -> tuple[Charged, ...] | Refusal:
        """Several in one transaction of the ledger, all of them or none, each with its own receipt."""

    def void_charge(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Charged | ApprovalNeeded | Refusal:
        """Take it off again and pay it back, while all of it is there. Asks HQ where the right to it is elsewhere
        (bounded wait)."""

    def charge_of(self, txn: str) -> ChargeView | None:
        """One by its transaction, taken back or not."""

    def recent_charges(self, limit: int = 20) -> tuple[ChargeView, ...]:
        """Newest first."""
