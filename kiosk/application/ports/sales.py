"""Sales as the ledger has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
