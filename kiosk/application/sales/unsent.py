"""What HQ has not heard yet of a voucher of value: what was paid with it here, and put on it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.coupons.charge_facts import ChargeRecorded
from kiosk.domain.coupons.facts import CouponUsed
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import decode

_MOST = 10_000
"""Facts that are looked through."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Minor units."""

    used: int = 0
    charged: int = 0

    def with_told(self, left: int) -> int:
        """What is on it, when that is what HQ says."""
        return max(0, left + self.charged - self.used)


def unsent(tx: LedgerTx, coupon: str) -> Unsent:
    """Of this coupon. What came back of it is not counted: it is on it when HQ has heard."""
    identity = tx.identity()
    if identity is None:
        return Unsent()
    used = charged = 0
    for _seq, raw, _hash in tx.facts_after(identity.epoch, int(tx.meta("acked") or 0), _MOST):
        for change in changes(decode(raw)):
            if isinstance(change, CouponUsed) and change.coupon == coupon:
                used += change.units
            elif isinstance(change, ChargeRecorded) and change.coupon == coupon:
                charged += change.value
    return Unsent(used, charged)
