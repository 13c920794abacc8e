"""Members' histories and shared quantities, and what happened elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.journal.facts import Fact


@dataclass(frozen=True, slots=True)
class ForeignFact:
    """A fact that happened elsewhere. `zone`: IANA name, of `store`."""

    device: str
    store: str
    zone: str
    fact: Fact


class CampaignState(Protocol):
    """What this terminal's own facts say of members and of shared quantities."""

    def member_facts(self, member: str) -> Sequence[Fact]:
        """Facts of this terminal in a member's history (as member, referrer or sharer), in order, without sales that
        were voided."""

    def shared(self, key: str) -> int:
        """What is left of a leased pool ("|" + key) or used up of a limit, 0 when never heard of."""
