"""The use cases of prizes behind one interface."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.context import Context
from kiosk.application.draws import claims
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.draws.claim_facts import How
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor


class ClaimService:
    """Implements `ClaimApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def claims_of(self, member: str) -> tuple[ClaimView, ...]:
        """A member's."""
        return self._context.ledger.run(lambda tx: claims.claims_of(self._context, tx, member))

    def claims_due(self) -> tuple[ClaimView, ...]:
        """All that are due."""
        return self._context.ledger.run(lambda tx: claims.claims_due(self._context, tx))

    def claim(self, claim: str) -> ClaimView | Refusal:
        """One."""
        return self._context.ledger.run(lambda tx: claims.claim_of(self._context, tx, claim))

    def find_claim(self, claim: str) -> ClaimView | Refusal:
        """One, else HQ's word, and who won it."""
        found = self.claim(claim)
        if not isinstance(found, Refusal) or found.code is not RefusalCode.PRIZE_UNKNOWN:
            return found
        told = self._context.prizes.look(claim)
        if isinstance(told, Refusal):
            return told
        if self._context.member(told.due.member) is None:
            self._context.lookups.look_up(Ask(member=told.due.member))
        return self.claim(claim)

    def check_identity(self, claim: str, actor: Actor, *, resident: bool) -> ClaimView | Refusal:
        """A document was looked at."""
        return self._context.ledger.run(
            lambda tx: claims.check_identity(self._context, tx, claim, actor, resident=resident)
        )

    def hand_over(self, claim: str, how: How, actor: Actor, signature: str = "") -> ClaimView | Refusal:
        """Transaction, HQ where it has to be asked, transaction."""
        return self._end(
            claim,
            actor,
            lambda tx, allowed: claims.hand_over(
                self._context, tx, claim, how, actor, allowed=allowed, signature=signature
            ),
        )

    def ship(self, claim: str, parcel: str, actor: Actor) -> ClaimView | Refusal:
        """The same."""
        return self._end(
            claim, actor, lambda tx, allowed: claims.ship(self._context, tx, claim, parcel, actor, allowed=allowed)
        )

    def send_prize(self, claim: str, address: str, actor: Actor, visit: Visit | None = None) -> ClaimView | Refusal:
        """One transaction: the address's words and the fact that commits to them."""
        winner = ""
        if visit is not None:
            if visit.member is None or not visit.member.proven:
                return Refusal(RefusalCode.MEMBER_NOT_PROVEN)
            winner = visit.member.id
        return self._context.ledger.run(
            lambda tx: claims.send_to(self._context, tx, claim, address, actor, winner=winner)
        )

    def decline(self, claim: str, actor: Actor) -> ClaimView | Refusal:
        """The same."""
        return self._end(
            claim, actor, lambda tx, allowed: claims.decline(self._context, tx, claim, actor, allowed=allowed)
        )

    def _end(
        self, claim: str, actor: Actor, end: Callable[[LedgerTx, bool], ClaimView | Refusal]
    ) -> ClaimView | Refusal:
        done = self._context.ledger.run(lambda tx: end(tx, False))
        if not isinstance(done, Refusal) or done.code is not RefusalCode.PRIZE_OFFLINE:
            return done
        leave = self._context.prizes.may_hand_over(claim)
        if leave is None or leave.refusal is not None:
            return done if leave is None or leave.refusal is None else leave.refusal
        return self._context.ledger.run(lambda tx: end(tx, True))
