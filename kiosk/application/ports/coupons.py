"""Rights to redeem, and HQ's word on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.coupons.model import PastUse
from kiosk.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class HeldRight:
    """Uses of a coupon this terminal may grant by itself; of a voucher of value, minor units."""

    coupon: str
    uses: int
    fence: int


@dataclass(frozen=True, slots=True)
class OpenOp:
    """An online claim that was intended and not yet settled."""

    op: str
    coupon: str
    txn: str
    at_ms: int


class CouponState(Protocol):
    """What this terminal knows of coupons by itself."""

    def uses_of_coupon(self, coupon: str) -> Sequence[PastUse]:
        """Uses of a coupon at this terminal that count."""

    def uses_by_coupon(self, template: str) -> Mapping[str, int]:
        """How often each coupon of a template was used at this terminal (of vouchers of value: what they paid, minor
        units); uses that count."""

    def uses_of_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member at this terminal that count."""

    def right(self, coupon: str) -> HeldRight | None:
        """The right this terminal holds on a coupon, with the uses that are left of it."""

    def rights(self) -> Mapping[str, HeldRight]:
        """All of them as granted, used or not."""

    def open_ops(self) -> Sequence[OpenOp]:
        """Claims that were never settled, oldest first."""


@dataclass(frozen=True, slots=True)
class Claim:
    """HQ's answer to an online claim."""

    granted: bool
    refusal: Refusal | None = None


class Claims(Protocol):
    """Online claims of coupons whose right is elsewhere."""

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Ask HQ, waiting a few seconds at most. None: HQ could not be reached, or did not answer in time; the same
        `op` may be asked again."""
