"""Goods of a sale that is named, which come back while something else is bought: their return is made with the new
sale, in one transaction of the ledger (docs/returns.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Refund, Returned, ReturnInSale, Visit, Voided
from kiosk.application.sales.undo import refund_for, return_goods, undoable
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.spread import parts_of
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor

REASON = "goods_returned"


def return_in_sale(txn: str, receipt: str, back: Returned, refund: Refund) -> ReturnInSale:
    """A return with what of its refund is money, shared over the goods by their price tags; where a sale's articles are
    not known, over its categories, or all in one."""
    money = refund.amount - sum(value for _, value in refund.vouchers)
    goods = (*back.items, *(Item("", name, 1, part) for name, part in back.by_category))
    goods = goods or (Item("", "", 1, refund.amount),)
    parts = parts_of(money, [max(0, item.price * item.pieces) for item in goods])
    rows = tuple(item._replace(paid=part) for item, part in zip(goods, parts, strict=True))
    return ReturnInSale(txn, receipt, back, refund, rows)


def exchange_of(context: Context, tx: LedgerTx, txn: str, back: Returned) -> ReturnInSale | Refusal:
    """What of a sale would come back with another one; changes nothing."""
    sale, refund = tx.sale(txn), refund_for(context, tx, txn, back)
    if isinstance(refund, Refusal):
        return refund
    assert sale is not None  # else it was refused
    return return_in_sale(txn, str(sale.document["receipt"]), back, refund)


def exchanged_anew(context: Context, tx: LedgerTx, visit: Visit) -> Visit:
    """The visit with what is paid back by now for what comes back with it, without what cannot come back any more."""
    if not visit.returns:
        return visit
    anew = (exchange_of(context, tx, one.txn, one.back) for one in visit.returns)
    returns = tuple(one for one in anew if not isinstance(one, Refusal))
    return visit if returns == visit.returns else replace(visit, returns=returns)


def why_no_return(
    context: Context, tx: LedgerTx, visit: Visit, actor: Actor, approval: Approval | None
) -> ApprovalNeeded | Refusal | None:
    """What stands against the returns that are to be made with a visit's sale: the policy, or that something else is
    paid back now than was shown."""
    for one in visit.returns:
        sale = undoable(context, tx, one.txn, REASON, actor, approval)
        if isinstance(sale, ApprovalNeeded | Refusal):
            return sale
        refund = refund_for(context, tx, one.txn, one.back)
        if isinstance(refund, Refusal):
            return refund
        if (refund.amount, refund.vouchers) != (one.refund.amount, one.refund.vouchers):
            return Refusal(RefusalCode.PRICE_CHANGED, {"have": refund.amount, "need": one.refund.amount})
    return None


def make_returns(context: Context, tx: LedgerTx, visit: Visit, actor: Actor, approval: Approval | None) -> None:
    """Make them, in the transaction in which nothing stood against them (`why_no_return`)."""
    for one in visit.returns:
        done = return_goods(context, tx, one.txn, one.back, REASON, actor, approval)
        assert isinstance(done, Voided)


def rows_by_sale(rows: Sequence[tuple[str, Item]]) -> dict[str, tuple[Item, ...]]:
    """Goods by the sale they come from."""
    found: dict[str, tuple[Item, ...]] = {}
    for sale, item in rows:
        found[sale] = (*found.get(sale, ()), item)
    return found
