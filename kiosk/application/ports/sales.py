"""Sales as the ledger has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class StoredSale:
    """A sale as the ledger has it. `document` is the body of its fact; `seq`/`epoch` identify the fact.
    `returned`: minor units, as paid, of goods that came back."""

    txn: str
    at_ms: int
    actor: str
    document: Mapping[str, Any]
    epoch: int
    seq: int
    voided_at_ms: int | None = None
    voided_by: str | None = None
    void_reason: str | None = None
    hlc: int = 0
    returned: int = 0


class SalesState(Protocol):
    """Sales of this terminal."""

    def sale(self, txn: str) -> StoredSale | None:
        """A sale by its transaction id."""

    def sale_numbered(self, number: int) -> StoredSale | None:
        """A sale by its receipt's number."""

    def recent_sales(self, limit: int) -> Sequence[StoredSale]:
        """Newest first, voided ones included."""

    def last_receipt(self) -> int:
        """The number of the newest receipt, 0 before the first."""
