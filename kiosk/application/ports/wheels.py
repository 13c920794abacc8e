"""Sealed tapes and their slots as the ledger has them, and what HQ told of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.texts import LocalText


class WheelState(Protocol):
    """Wheels at this terminal, as its own facts say."""

    def wheel_leases(self) -> Sequence[HeldLease]:
        """Leases that are open, and closed ones of which HQ does not have that yet; in the order they were opened."""

    def wheel_lease(self, lease: str) -> HeldLease | None:
        """One of them, or one that was closed long ago."""

    def published_secret(self, held: HeldLease) -> bytes:
        """What the terminal had committed itself to, as it was published when the lease was closed; b"" before that,
        and where it was lost."""

    def opened_leases(self, campaign: str, wheel: str) -> Sequence[HeldLease]:
        """All of a wheel that were ever opened here, in that order."""

    def epoch_stamp(self) -> int:
        """The stamp of the fact with which this epoch of the journal began; 0 before the first."""

    def taken_slot(self, lease: str, j: int) -> TakenSlot | None:
        """A slot, if it is taken."""

    def taken_counts(self, lease: str) -> Mapping[str, int]:
        """How many of each code of a lease are taken."""

    def standing_slots(self, member: str = "") -> Sequence[TakenSlot]:
        """Slots that were not shown to the end, the oldest first; of one member, or of everybody."""

    def slots_of(self, member: str, limit: int) -> Sequence[TakenSlot]:
        """What a member won here, the newest first."""

    def newest_slots(self, campaign: str, wheel: str, without: Sequence[str], limit: int) -> Sequence[TakenSlot]:
        """Slots that were shown, the newest first; of a wheel, or ("") of all. `without`: prizes that are none, as
        "campaign/wheel/part"."""


@dataclass(frozen=True, slots=True)
class ToldLease:
    """A lease of this store's wheels as HQ made it public. `root`: hex, as its terminal published it before the first
    spin, "" before that; `state`: as HQ calls it; `sealed`: HQ signed the lease, and its terminal the root; None where
    no such key is known here."""

    lease: str
    device: str
    campaign: str
    wheel: str
    root: str
    state: str
    sealed: bool | None = None


@dataclass(frozen=True, slots=True)
class EntrantList:
    """A batch draw's list as HQ published it. `root`: of its entrants, hex; `void`: another took its place."""

    draw: str
    seq: int
    name: LocalText
    root: str
    void: bool


class WheelReference(Protocol):
    """What HQ told of wheels, and of lists whose tickets are checked as wheels' receipts are."""

    def entrant_lists(self, draw: str) -> Sequence[EntrantList]:
        """Those of a draw that were published."""

    def may_not_win(self, member: str) -> bool:
        """Whether a member is on the exclusion list (employees and others)."""

    def told_lease(self, lease: str) -> ToldLease | None:
        """A lease of this store."""

    def wheel_left(self, campaign: str, wheel: str) -> Mapping[str, tuple[int, int]]:
        """(left, whole) of each code in all leases and HQ's reserve together, as far as HQ told."""
