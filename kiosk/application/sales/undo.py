"""Sales that were made: the list of recent ones, and voiding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.outcomes import Refund, Returned, SaleView, Voided
from kiosk.application.sales.points import beyond_of
from kiosk.application.sales.refunds import goods_sold, refund_made, settle
from kiosk.application.sales.views import sale_view, vouchers_of
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.facts import decision_in
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.coupons.vouchers import refunds
from kiosk.domain.journal.facts import decode
from kiosk.domain.journal.hlc import COUNTER_BITS
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED, GoodsReturned
from kiosk.domain.sales.void_policy import BeyondPolicy, beyond_policy
from kiosk.domain.staff.actors import TILL, Actor, Customer
from kiosk.domain.staff.roles import PERMISSIONS, Role
from kiosk.domain.time import instant

MOST_DECISIONS = 8
"""Facts behind a sale among which its decisions are: of the buyer, of who referred or shared, of a tier reached."""


def staff_name(tx: LedgerTx, staff: str) -> str:
    """Facts know staff by id; people by name. The terminal's name for what the till did; the id of who is not known."""
    member, identity = tx.staff_member(staff), tx.identity()
    if member is not None:
        return member.name
    return identity.terminal_name if staff == TILL and identity is not None else staff


def recent_sales(context: Context, tx: LedgerTx, limit: int) -> tuple[SaleView, ...]:
    """Newest first. Whether a void needs a manager is said for a clerk who did not make the sale's policy easier:
    by the clerk of the sale."""
    return tuple(sale_with_rewards(context, tx, sale, None) for sale in tx.recent_sales(limit))


def sale_of(context: Context, tx: LedgerTx, txn: str) -> SaleView | None:
    """A sale by its transaction id, voided or not, with what it brought the member as the journal has it."""
    stored = tx.sale(txn)
    return None if stored is None else sale_with_rewards(context, tx, stored, None)


def sale_with_rewards(context: Context, tx: LedgerTx, sale: StoredSale, actor: Actor | None) -> SaleView:
    """`view_of`, with what the sale brought its member as the journal has it."""
    view = view_of(context, tx, sale, actor)
    member = str(sale.document.get("member") or "")
    campaigns = context.campaigns(tx)
    if not member or not campaigns.running:
        return view
    rewards = _rewards_of(tx, sale, campaigns.identity)
    return replace(view, rewards=reward_views(campaigns, rewards, member))


def _rewards_of(tx: LedgerTx, sale: StoredSale, identity: Identity) -> list[Reward]:
    """What a sale brought, and used up, as it was journalled."""
    happening = f"{identity.device}/{sale.hlc:x}"
    return [
        reward
        # decisions stand right behind the sale they follow from
        for _seq, raw, _hash in tx.facts_after(sale.epoch, sale.seq, MOST_DECISIONS)
        if (decided := decision_in(decode(raw))) is not None and decided.happening == happening
        for reward in decided.rewards()
    ]


def view_of(context: Context, tx: LedgerTx, sale: StoredSale, actor: Actor | None) -> SaleView:
    """A stored sale as it may be shown; `actor` decides whether voiding it needs a manager (None: its own clerk)."""
    identity, _store = here(context, tx)
    view = sale_view(
        sale,
        acked=int(tx.meta("acked") or 0),
        epoch=identity.epoch,
        void_needs_manager=bool(_beyond(context, tx, sale, actor)),
        voided_by=staff_name(tx, sale.voided_by) if sale.voided_by else None,
    )
    return replace(view, goods=goods_sold(sale))


def _beyond(context: Context, tx: LedgerTx, sale: StoredSale, actor: Actor | None) -> tuple[BeyondPolicy, ...]:
    _identity, store = here(context, tx)
    staff = actor.id if actor else sale.actor
    if sale.document.get("till") and TILL in (staff, sale.actor):
        staff = sale.actor  # one till made and undoes it: who was signed in beside it does not matter
    return beyond_policy(
        permissions=actor.permissions if actor else PERMISSIONS[Role.CLERK],
        staff=staff,
        sold_by=sale.actor,
        sold_at=instant(_made_ms(sale)),
        amount=int(sale.document["amount"]),
        now=context.now(),
        zone=store.zone,
        policy=context.void_policy,
    )


def _made_ms(sale: StoredSale) -> int:
    """When a sale was made at this terminal: a slip's was written before, and its time for a void begins now."""
    return sale.hlc >> COUNTER_BITS if sale.document.get("slip") else sale.at_ms


def lost_by(effect: Effect) -> Iterator[Reward]:
    """What an undone sale takes from a member: of a reward that becomes smaller, the difference."""
    kept = {reward.id: reward.quantity for reward in effect.granted}
    for reward in effect.taken_back:
        lost = reward.quantity - kept.get(reward.id, 0)
        if lost > 0:
            yield reward._replace(quantity=lost)


def void_sale(
    context: Context, tx: LedgerTx, txn: str, reason: str, actor: Actor, approval: Approval | None
) -> Voided | ApprovalNeeded | Refusal:
    """Undo a sale with everything it did, in one fact."""
    sale = undoable(context, tx, txn, reason, actor, approval)
    if not isinstance(sale, StoredSale):
        return sale
    onto = tuple(row for row in _still_paid(tx, sale).items() if row[1])
    body = {"vouchers": [{"id": coupon, "value": value} for coupon, value in onto]} if onto else {}
    undone = _undone(context, tx, sale, SALE_VOIDED, body, reason, actor, approval)
    return replace(undone, sale=replace(undone.sale, back_on_vouchers=onto))


def return_goods(
    context: Context, tx: LedgerTx, txn: str, back: Returned, reason: str, actor: Actor, approval: Approval | None
) -> Voided | ApprovalNeeded | Refusal:
    """Part of a sale came back: its rewards become what the rest would have brought. Coupons stay used."""
    known = tx.sale(txn) if back.till else None
    done = next((one for one in known.returns if one.till == back.till), None) if known is not None else None
    if known is not None and done is not None:
        return Voided(view_of(context, tx, known, actor), refund_made(known, done))
    sale = undoable(context, tx, txn, reason, actor, approval)
    if not isinstance(sale, StoredSale):
        return sale
    settled = settle(context, context.campaigns(tx), sale, back)
    if isinstance(settled, Refusal):
        return settled
    refund = settled.refund
    if back.amount is not None and back.amount != refund.amount:
        return Refusal(RefusalCode.PRICE_CHANGED, {"have": refund.amount, "need": back.amount})
    returned = SALE_RETURNED.write(GoodsReturned(txn=txn, amount=refund.amount, **settled.body))
    body = {key: value for key, value in returned.items() if key != "txn"}
    body |= {key: sale.document[key] for key in ("member", "other", "referrer") if sale.document.get(key)}
    paid = [(line.coupon, line.off) for line in vouchers_of(sale.document)]
    onto = refunds(refund.amount, paid, _still_paid(tx, sale))
    body |= {"vouchers": [{"id": coupon, "value": value} for coupon, value in onto]} if onto else {}
    body |= {"till": back.till} if back.till else {}
    undone = _undone(context, tx, sale, SALE_RETURNED, body, reason, actor, approval)
    return Voided(replace(undone.sale, back_on_vouchers=onto), replace(refund, vouchers=onto))


def refund_for(context: Context, tx: LedgerTx, txn: str, back: Returned) -> Refund | Refusal:
    """What would be paid back for goods of a sale, whoever asks."""
    sale = tx.sale(txn)
    if sale is None:
        return Refusal(RefusalCode.SALE_UNKNOWN)
    if sale.voided_at_ms is not None:
        by = staff_name(tx, sale.voided_by or "")
        return Refusal(RefusalCode.ALREADY_VOIDED, {"at": instant(sale.voided_at_ms), "clerk": by})
    settled = settle(context, context.campaigns(tx), sale, back)
    if isinstance(settled, Refusal):
        return settled
    paid = [(line.coupon, line.off) for line in vouchers_of(sale.document)]
    return replace(settled.refund, vouchers=refunds(settled.refund.amount, paid, _still_paid(tx, sale)))


def _still_paid(tx: LedgerTx, sale: StoredSale) -> dict[str, int]:
    """What each voucher of a sale paid and has not got back, minor units."""
    uses = ((line.coupon, tx.uses_of_coupon(line.coupon)) for line in vouchers_of(sale.document))
    return {coupon: sum(use.units for use in found if use.txn == sale.txn) for coupon, found in uses}


def undoable(
    context: Context, tx: LedgerTx, txn: str, reason: str, actor: Actor, approval: Approval | None
) -> StoredSale | ApprovalNeeded | Refusal:
    """The sale, if it stands and this clerk may undo it."""
    if isinstance(actor, Customer):
        return Refusal(RefusalCode.NOT_PERMITTED)  # no manager's PIN makes a customer's station undo sales
    sale = tx.sale(txn)
    if sale is None:
        return Refusal(RefusalCode.SALE_UNKNOWN)
    if sale.voided_at_ms is not None:
        by = staff_name(tx, sale.voided_by or "")
        return Refusal(RefusalCode.ALREADY_VOIDED, {"at": instant(sale.voided_at_ms), "clerk": by})
    if not reason.strip():
        return Refusal(RefusalCode.REASON_MISSING)
    beyond = _beyond(context, tx, sale, actor)
    if beyond and approval is None:
        return ApprovalNeeded(Refusal(RefusalCode.NOT_PERMITTED, {"policy": str(beyond[0])}))
    return sale


def _undone(
    context: Context,
    tx: LedgerTx,
    sale: StoredSale,
    kind: str,
    body: dict[str, Any],
    reason: str,
    actor: Actor,
    approval: Approval | None,
) -> Voided:
    body = {"txn": sale.txn, "reason": reason.strip()[:200], "channel": str(actor.channel), **body}
    if approval is not None:
        body["approved_by"] = approval.staff
    campaigns = context.campaigns(tx)
    member = str(sale.document.get("member") or "")
    if member and campaigns.running:
        campaigns.state(member)  # as it was with the sale
    used = [one for one in _rewards_of(tx, sale, campaigns.identity) if not one.member]
    fact = tx.append(kind, actor.id, body)
    effects = campaigns.journal_rewards(fact, member, beyond=beyond_of(sale.document), used=used)
    now = tx.sale(sale.txn)
    assert now is not None
    back = reward_views(campaigns, [reward for effect in effects for reward in lost_by(effect)], member)
    return Voided(replace(view_of(context, tx, now, actor), rewards=back))
