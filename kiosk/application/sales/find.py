"""Sales that were made: by what somebody says of one (receipt, amount, member, day), a page at a time."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.sales import SaleQuery, StoredSale
from kiosk.application.sales.outcomes import SalePlace, SalesFound, SaleView
from kiosk.application.sales.undo import sale_with_rewards
from kiosk.application.sales.views import sale_view
from kiosk.domain.sales.said import SaleSaid, folded, said_of
from kiosk.domain.time import millis

MOST_MEMBERS = 500
"""Members whose sales are looked for; of a common surname there are more."""

MOST_ALIKE = 50
"""Terminals of a store whose receipts may have the same number."""


_DIGITS = 19  # of a receipt's number: SQLite counts to 2^63


def sale_of_receipt(tx: LedgerTx, receipt: str) -> StoredSale | None:
    """The sale of this terminal whose receipt says exactly that."""
    number = receipt.rpartition("-")[2].rpartition(".")[2]
    named = tx.sale_numbered(int(number)) if number.isascii() and number.isdigit() and len(number) < _DIGITS else None
    return named if named is not None and named.document["receipt"] == receipt else None


def find_sales(context: Context, tx: LedgerTx, text: str, limit: int, after: SalePlace | None) -> SalesFound:
    """Newest first; an empty text means all."""
    _identity, store = here(context, tx)
    said = said_of(text, store.currency, store.zone, context.now())
    members = context.reference.find_members(said.term, MOST_MEMBERS, store.id) if said.term else None
    query = SaleQuery(
        numbers=_numbers(tx, said),
        amounts=said.amounts,
        members=tuple(member.id for member in members.members) if members is not None else (),
        since_ms=millis(said.since) if said.since is not None else 0,
        until_ms=millis(said.until) if said.until is not None else None,
        anything=not said.term,
    )
    found = tx.find_sales(query, limit, (millis(after.at), after.txn) if after is not None else None)
    views = tuple(_view(context, tx, device, sale) for device, sale in found.sales)
    return SalesFound(
        views,
        found.total,
        others=tx.sales_of_peers(1) != [],
        narrow=members is not None and members.total > len(members.members),
    )


def known_sale(context: Context, tx: LedgerTx, txn: str) -> SaleView | None:
    """A sale of this terminal, or of another whose journal is here."""
    own = tx.sale(txn)
    if own is not None:
        return sale_with_rewards(context, tx, own, None)
    other = tx.sale_of_peer(txn)
    return _view(context, tx, *other) if other is not None else None


def _numbers(tx: LedgerTx, said: SaleSaid) -> tuple[int, ...]:
    """Numbers of receipts that what was said may be. A whole number names its epoch, too: it must be that one."""
    if not said.whole_receipt:
        return said.numbers
    found = tx.find_sales(SaleQuery(said.numbers, anything=False), MOST_ALIKE).sales
    return said.numbers if any(folded(str(one.document["receipt"])).endswith(said.term) for _, one in found) else ()


def _view(context: Context, tx: LedgerTx, device: str, sale: StoredSale) -> SaleView:
    if not device:
        return sale_with_rewards(context, tx, sale, None)
    view = sale_view(sale, acked=0, epoch=sale.epoch, void_needs_manager=False, voided_by=None)
    terminal = view.receipt.rpartition("-")[0]
    by = tx.staff_member(sale.voided_by) if sale.voided_by else None
    return replace(view, elsewhere=terminal or device, voided_by=by.name if by is not None else sale.voided_by)
