"""Prizes that somebody has to get: as the ledger has them, as HQ told, and HQ's leave to hand one over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.draws.claims import Claim
from kiosk.domain.refusals import Refusal, RefusalCode


class PrizeState(Protocol):
    """What this terminal journalled of claims."""

    def prizes_said(self, claims: Sequence[str]) -> Sequence[Claim]:
        """These claims by the facts of this terminal alone; those it did not make itself are left out."""

    def prizes_ended(self, claim: str) -> str:
        """How a claim ended here: "handed", "shipped", "forfeited", or "" while it did not."""

    def prizes_checked(self, claim: str) -> bool | None:
        """Whether its winner lives in the country, as a document said that was looked at here; None: none was."""

    def prizes_addressed(self, claim: str) -> str:
        """Commitment to where its winner, who said so here, wants it sent; "": nowhere."""

    def prizes_of(self, member: str) -> Sequence[str]:
        """Claims of a member that came from this terminal, the oldest first."""

    def prizes_due(self, most: int) -> Sequence[str]:
        """Claims that came from this terminal and are not over, the oldest first."""


class PrizeReference(Protocol):
    """What HQ told of claims."""

    def prizes_told(self) -> Sequence[Claim]:
        """Claims of this store that are due, or were over lately."""


@dataclass(frozen=True, slots=True)
class Leave:
    """HQ's answer: this terminal may hand it over, or why not."""

    refusal: Refusal | None = None


class PrizesAtHq(Protocol):
    """HQ's word on who hands a prize over."""

    def may_hand_over(self, claim: str) -> Leave | None:
        """Ask HQ, waiting a few seconds at most. None: no answer in time. Not on the ledger's thread."""

    def look(self, claim: str) -> Claim | Refusal:
        """A claim that no terminal of this store was told of, as HQ has it now; it is remembered
        (`looked_at`).
        PRIZE_UNKNOWN: HQ has none; PRIZE_OFFLINE: no answer in time. Not on the ledger's thread."""

    def looked_at(self) -> Sequence[Claim]:
        """What HQ said of those that were looked at since the program began."""


class NoPrizesAtHq:
    """HQ is not there."""

    def may_hand_over(self, claim: str) -> Leave | None:
        """No answer."""
        return None

    def look(self, claim: str) -> Claim | Refusal:
        """No answer."""
        return Refusal(RefusalCode.PRIZE_OFFLINE)

    def looked_at(self) -> Sequence[Claim]:
        """Nobody was asked."""
        return ()
