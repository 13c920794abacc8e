"""Words of customers: where they are kept until HQ has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeptRemark:
    """Words to which a fact of `member` commits (`domain.remarks.remark`)."""

    commitment: str
    member: str
    salt: bytes = field(repr=False)
    text: str = field(repr=False)


class RemarkState(Protocol):
    """Words that HQ has not got yet."""

    def keep_remark(self, kept: KeptRemark) -> None:
        """Keep them until HQ has them."""

    def remarks_untold(self, limit: int) -> Sequence[KeptRemark]:
        """Those that HQ has not confirmed."""

    def erase_remark(self, commitment: str) -> None:
        """HQ has them, or will never take them. The ledger overwrites what was there."""
