"""What this terminal put on vouchers of value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class StoredCharge:
    """A voucher was sold or topped up; `document` is the fact's body. `voided_at`: ms since 1970, when it was taken off
    again."""

    txn: str
    number: int
    at_ms: int
    actor: str
    coupon: str
    value: int
    document: dict[str, Any]
    voided_at_ms: int | None = None
    voided_by: str | None = None


class ChargeState(Protocol):
    """What the journal says of them."""

    def charged(self, coupon: str) -> int:
        """Minor units that were put on a voucher here in all; what was taken off again counts as used."""

    def charge(self, txn: str) -> StoredCharge | None:
        """One of them by its transaction."""

    def charges_of(self, coupon: str) -> Sequence[StoredCharge]:
        """Those of a voucher, the first one first."""

    def recent_charges(self, limit: int) -> Sequence[StoredCharge]:
        """Newest first."""

    def last_charge(self) -> int:
        """The highest number so far, 0 before the first."""
