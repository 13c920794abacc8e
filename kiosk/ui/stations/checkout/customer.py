"""What the customer sees of a visit."""

from __future__ import annotations

from kiosk.ui.customer.views import CustomerView, Finished, Serving
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.words.rewards import received


def customer_view(flow: CheckoutFlow) -> CustomerView:
    """As the visit stands now."""
    visit, made = flow.visit, flow.redemption
    if flow.phase is Phase.DONE and made is not None:
        sale = made.sale
        undone = flow.came_back if sale.voided_at is not None or sale.returned else None
        return Finished(
            sale.currency,
            sale.amount,
            sale.total,
            sale.receipt,
            sale.txn,
            sale.lines,
            received(sale.rewards) if undone is None else (),
            undone,
            vouchers=sale.vouchers,
            exchanged=sale.for_back,
        )
    if visit is None or flow.empty:
        return None
    amount = flow.amount.minor
    known = visit.quote.amount == amount
    member = visit.member
    return Serving(
        flow.currency,
        amount,
        visit.quote.total if known else None,
        visit.quote.lines if known else (),
        member.masked_name if member else "",
        member.points if member is not None and member.known else None,
        visit.quote.rewards if known else (),
        visit.quote.vouchers if known else (),
        visit.quote.back if known else 0,
    )
