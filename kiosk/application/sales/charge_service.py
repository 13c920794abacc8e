"""The use cases of vouchers that are sold, behind one interface."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeView, ChargeWanted, VoucherKind
from kiosk.application.sales.charges import (
    charge,
    charge_all,
    charge_view,
    find_card,
    recent_charges,
    void_charge,
    voucher_kinds,
)
from kiosk.application.sales.scan import Answered
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor


class ChargeService:
    """Implements `ChargeApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def voucher_kinds(self) -> tuple[VoucherKind, ...]:
        """What is sold here now."""
        return self._context.ledger.run(lambda tx: voucher_kinds(self._context, tx))

    def find_card(self, event: ScanEvent) -> CardFound | Refusal:
        """The voucher whose code was scanned."""
        found = self._context.ledger.run(lambda tx: find_card(self._context, tx, event))
        if not isinstance(found, Ask):
            return found
        answered = Answered(self._context.lookups.look_up(found))

        def judge(tx: LedgerTx) -> CardFound | Refusal:
            outcome = find_card(self._context, tx, event, answered)
            assert not isinstance(outcome, Ask)  # HQ was asked
            return outcome

        return self._context.ledger.run(judge)

    def new_charge(self) -> str:
        """A fresh transaction id."""
        return self._context.new_id()

    def charge(self, wanted: ChargeWanted, actor: Actor) -> Charged | Refusal:
        """Put money on a voucher, durably."""
        return self._context.ledger.run(lambda tx: charge(self._context, tx, wanted, actor))

    def charge_all(self, wanted: Sequence[ChargeWanted], actor: Actor) -> tuple[Charged, ...] | Refusal:
        """Several at once."""
        return charge_all(self._context, wanted, actor)

    def void_charge(
        self, txn: str, reason: str, actor: Actor, approval: Approval | None = None
    ) -> Charged | ApprovalNeeded | Refusal:
        """Take it off again."""
        return void_charge(self._context, txn, reason, actor, approval)

    def charge_of(self, txn: str) -> ChargeView | None:
        """One by its transaction, taken back or not."""

        def read(tx: LedgerTx) -> ChargeView | None:
            stored = tx.charge(txn)
            return None if stored is None else charge_view(self._context, tx, stored, None)

        return self._context.ledger.run(read)

    def recent_charges(self, limit: int = 20) -> tuple[ChargeView, ...]:
        """Newest first."""
        return self._context.ledger.run(lambda tx: recent_charges(self._context, tx, limit))
