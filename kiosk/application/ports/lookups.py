"""Members of other stores, who are known here only when HQ tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: a member by id, by card number or by whole phone (E.164), or a coupon (of `template`, for sale
    `txn`) with its member."""

    member: str = ""
    card: str = ""
    phone: str = ""
    coupon: str = ""
    template: str = ""
    txn: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """HQ's answer: who was found (their rows are in the reference by then), why the coupon is refused, and the minor
    units that are left on a voucher of value."""

    members: tuple[Member, ...] = ()
    refusal: Refusal | None = None
    left: int | None = None


class Lookups(Protocol):
    """HQ's word on who is not at home here."""

    def look_up(self, ask: Ask) -> Told | None:
        """Ask HQ, waiting a few seconds at most. None: no answer in time. Not on the ledger's thread."""
