"""Rights to redeem, and HQ's word on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class HeldRight:
    """Uses of a coupon this terminal may grant by itself."""

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
