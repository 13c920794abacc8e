"""The receipt of a sale."""

from __future__ import annotations

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.receipt import Receipt, ReceiptBack, ReceiptLine, ReceiptVoucher, VoidMark


def receipt_of(sale: SaleView, terminal: TerminalInfo) -> Receipt:
    """What is printed for a sale made at `terminal`; with the mark of its void, if it was voided."""
    voided = None if sale.voided_at is None else VoidMark(sale.voided_at, sale.voided_by or "?")
    return Receipt(
        store=terminal.store_name,
        terminal=terminal.name,
        number=sale.receipt,
        txn=sale.txn,
        at=sale.at,
        zone=terminal.zone,
        clerk=sale.clerk,
        currency=sale.currency,
        amount=sale.amount,
        total=sale.total,
        lines=tuple(ReceiptLine(line.name, line.off, line.gift, line.points) for line in sale.lines),
        member=sale.masked_name,
        unsent=not sale.sent,
        voided=voided,
        returned=sale.returned,
        vouchers=tuple(ReceiptVoucher(one.name, one.off, one.left) for one in sale.vouchers),
        back=receipt_of_back(sale),
    )


def receipt_of_back(sale: SaleView) -> tuple[ReceiptBack, ...]:
    """What stands on it of goods that came back in exchange."""
    return tuple(
        ReceiptBack(one.item.sku or one.item.category, one.item.pieces, one.item.cost, one.receipt) for one in sale.back
    )
