"""Sales as the ledger has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class StoredReturn:
    """Goods that came back, as far as anybody said which: (article, category, pieces, minor units a piece). `amount`:
    minor units that were paid back; `less`, `vouchers`: pairs of a discount's or voucher's id and minor units
    (`domain/sales/facts.GoodsReturned`); `till`: the till's own id."""

    amount: int
    goods: tuple[tuple[str, str, int, int], ...]
    less: tuple[tuple[str, int], ...] = ()
    vouchers: tuple[tuple[str, int], ...] = ()
    till: str = ""


@dataclass(frozen=True, slots=True)
class StoredSale:
    """A sale as the ledger has it. `document` is the body of its fact; `seq`/`epoch` identify the fact.
    `returned`: minor units that were paid back for goods; `returns`: those returns of which more is known."""

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
    returns: tuple[StoredReturn, ...] = ()


@dataclass(frozen=True, slots=True)
class SaleQuery:
    """Which sales are meant: by a receipt's number, an amount (minor units, as paid or before discounts) or a member
    (id), any of them; and from `since_ms` to before `until_ms` (ms since 1970, None: no end). Without a number, an
    amount or a member and with `anything`, all of that time."""

    numbers: tuple[int, ...] = ()
    amounts: tuple[int, ...] = ()
    members: tuple[str, ...] = ()
    since_ms: int = 0
    until_ms: int | None = None
    anything: bool = True


@dataclass(frozen=True, slots=True)
class FoundSales:
    """(device, sale), newest first; the device is empty for this terminal's own. `total`: how many there are in all."""

    sales: tuple[tuple[str, StoredSale], ...] = ()
    total: int = 0


class SalesState(Protocol):
    """Sales of this terminal, and those of others as far as their journals are here."""

    def sale(self, txn: str) -> StoredSale | None:
        """A sale by its transaction id."""

    def sale_numbered(self, number: int) -> StoredSale | None:
        """A sale by its receipt's number."""

    def recent_sales(self, limit: int) -> Sequence[StoredSale]:
        """Newest first, voided ones included."""

    def sale_of_peer(self, txn: str) -> tuple[str, StoredSale] | None:
        """(device, sale): made at another terminal whose journal is here."""

    def sales_of_peers(self, limit: int) -> Sequence[tuple[str, StoredSale]]:
        """(device, sale) of other terminals, as far as their journals are here; newest first."""

    def find_sales(self, query: SaleQuery, limit: int, after: tuple[int, str] | None = None) -> FoundSales:
        """A page, newest first, voided ones included. `after`: (ms since 1970, transaction id) of the last one of the
        page before."""

    def last_receipt(self) -> int:
        """The number of the newest receipt, 0 before the first."""
