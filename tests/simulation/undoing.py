"""A sale of a drawn world is undone, whatever it was of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.application.sales.outcomes import SaleView, Voided
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from tests.simulation.invariants import Violation
from tests.simulation.world import SimTerminal

if TYPE_CHECKING:
    from tests.simulation.run import Run


def undo(run: Run, terminal: SimTerminal, actor: Staff, sale: SaleView) -> None:
    """Void this sale, with a manager where one is asked for."""
    attempt = run.deeds.attempts[sale.txn]
    before, attempt.maybe_voided = attempt.maybe_voided, True
    outcome = terminal.service.void(sale.txn, "wrong_coupon", actor)
    if isinstance(outcome, ApprovalNeeded):
        approval = run.manager(terminal, Permission.APPROVE_VOID)
        outcome = terminal.service.void(sale.txn, "wrong_coupon", actor, approval)
    if isinstance(outcome, Voided):
        attempt.voided, attempt.voided_by = True, terminal.name
        attempt.void_lost = False
    elif isinstance(outcome, Refusal) and outcome.code is RefusalCode.ALREADY_VOIDED:
        if not (attempt.voided or before):
            raise Violation(f"{sale.txn} is voided already, by nobody")
        attempt.voided = True
    else:
        attempt.maybe_voided = before
    elsewhere = attempt.void_lost or run.clones.has(terminal)  # the void is in another machine's journal
    if attempt.voided and not elsewhere and sale.voided_at is None and isinstance(outcome, Refusal):
        raise Violation(f"{sale.txn} was listed as standing and is voided")
    run.say(f"  {terminal.name} void {sale.receipt}: {type(outcome).__name__}")
