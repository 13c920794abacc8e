"""What a station may ask for about prizes that somebody has to get."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.draws.claim_facts import How
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class ClaimApi(Protocol):
    """Prizes of wheels and draws, from the win to the winner."""

    def claims_of(self, member: str) -> tuple[ClaimView, ...]:
        """A member's prizes, those that are due first."""

    def claims_due(self) -> tuple[ClaimView, ...]:
        """All that are due at this store, the most urgent first."""

    def claim(self, claim: str) -> ClaimView | Refusal:
        """One of them. PRIZE_UNKNOWN."""

    def find_claim(self, claim: str) -> ClaimView | Refusal:
        """One of them, wherever it was won: where nobody here knows of it HQ is asked (bounded wait; not on the
        database's thread). PRIZE_UNKNOWN; PRIZE_OFFLINE: HQ cannot be asked."""

    def check_identity(self, claim: str, actor: Actor, *, resident: bool) -> ClaimView | Refusal:
        """A document was looked at. Nothing of it is kept."""

    def hand_over(self, claim: str, how: How, actor: Actor, signature: str = "") -> ClaimView | Refusal:
        """The winner has it, durably, once. `signature`: what they drew on the screen (`domain.remarks.strokes`). Asks
        HQ where the claim is not this terminal's: not on the database's thread."""

    def ship(self, claim: str, parcel: str, actor: Actor) -> ClaimView | Refusal:
        """It is on its way; `parcel`: the carrier's number. Asks HQ as `hand_over` does."""

    def send_prize(self, claim: str, address: str, actor: Actor, visit: Visit | None = None) -> ClaimView | Refusal:
        """The winner wants it sent there: HQ does. `visit`: where nobody of the store stands, the winner's own, who has
        proved who they are. PRIZE_ADDRESS, PRIZE_DOCUMENT, MEMBER_NOT_PROVEN."""

    def decline(self, claim: str, actor: Actor) -> ClaimView | Refusal:
        """The winner does not want it. Asks HQ as `hand_over` does."""
