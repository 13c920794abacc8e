"""Claims at HQ that a crash left open."""

from __future__ import annotations

from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.coupons.facts import OP_SETTLED


def settle_open_claims(tx: LedgerTx) -> int:
    """At start: claims that a crash left open are given back. Returns how many."""
    ops = tx.open_ops()
    for op in ops:
        tx.append(OP_SETTLED, "system", {"op": op.op, "verdict": "abandoned"})
    return len(ops)
