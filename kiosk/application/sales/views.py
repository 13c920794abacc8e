"""From the facts of sales to what may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.outcomes import AppliedLine, CameBack, SaleView, VoucherLine
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.sales.facts import Goods, back_in
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant


def sale_lines(document: Mapping[str, Any]) -> tuple[AppliedLine, ...]:
    """The discounts of a sale, from the body of its fact."""
    return tuple(
        AppliedLine(
            coupon=str(line["coupon"]),
            template=str(line["template"]),
            name=LocalText(**line["name"]),
            off=int(line["off"]),
            gift=LocalText(**line["gift"]) if line.get("gift") else None,
            rule=bool(line.get("rule")),
            points=int(line.get("points", 0)),
            on=tuple((int(row), int(off)) for row, off in line.get("on", ())),
        )
        for line in document["lines"]
    )


def vouchers_of(document: Mapping[str, Any]) -> tuple[VoucherLine, ...]:
    """What paid a part of a sale, from the body of its fact."""
    return tuple(
        VoucherLine(
            str(line["id"]),
            str(line["template"]),
            LocalText(**line["name"]),
            int(line["value"]),
            int(line.get("left", 0)),
        )
        for line in document.get("vouchers", ())
    )


def sale_view(sale: StoredSale, *, acked: int, epoch: int, void_needs_manager: bool, voided_by: str | None) -> SaleView:
    """A sale for the receipt and the list. `acked`: the last fact of `epoch` that HQ has."""
    document = sale.document
    return SaleView(
        txn=sale.txn,
        receipt=str(document["receipt"]),
        at=instant(sale.at_ms),
        clerk=str(document["clerk"]),
        amount=int(document["amount"]),
        total=int(document["total"]),
        currency=str(document["currency"]),
        lines=sale_lines(document),
        masked_name=document.get("name"),
        voided_at=instant(sale.voided_at_ms) if sale.voided_at_ms is not None else None,
        voided_by=voided_by,
        void_reason=sale.void_reason,
        void_needs_manager=void_needs_manager,
        sent=sale.epoch < epoch or sale.seq <= acked,
        returned=sale.returned,
        vouchers=vouchers_of(document),
        back=tuple(CameBack(item_of(one)._replace(paid=one.paid), one.of, one.receipt) for one in back_in(document)),
    )


def item_of(one: Goods) -> Item:
    """An article of a stored sale."""
    return Item(one.sku, one.category, one.pieces, one.price, reduced=one.reduced, barred=one.barred)
