"""Redeem: the one moment that must never be lost or doubled.

A coupon may be redeemed by one of three rights: held (HQ gave it to this terminal), claimed (HQ grants it now), or
accepted (HQ cannot be asked, the template allows it, and a manager stands in). Held rights need one transaction. A
claim is journalled before HQ is asked, so that a crash in between leaves a trace that is settled at the next start.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.context import Context
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.exchanges import make_returns, why_no_return
from kiosk.application.sales.outcomes import AppliedLine, CameBack, Redemption, RightUsed, Visit, VoucherLine
from kiosk.application.sales.points import (
    PointsToPay,
    ask_for_points,
    beyond_of,
    looked_at_again,
    points_in_sale,
    points_to_pay,
)
from kiosk.application.sales.price import Judged, judge_coupons, quoted
from kiosk.application.sales.rights import held, no_right, online, too_valuable
from kiosk.application.sales.undo import sale_with_rewards, view_of
from kiosk.application.sales.unsent import unsent
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.campaigns.coupon_gifts import CouponGift
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.facts import OP_INTENDED, OP_SETTLED
from kiosk.domain.coupons.model import CouponTemplate, OfflinePolicy
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.money import largest_amount
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_REFUSED
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class _Right:
    """By what right a line's coupon is redeemed, or a voucher pays; `how` None: HQ has to be asked under `op`. `gift`:
    what of a campaign's stock is handed over for it; `beside`: minor units of a voucher that were used here, of which
    HQ has not heard."""

    line: AppliedLine | VoucherLine
    template: CouponTemplate
    how: RightUsed | None
    op: str | None = None
    why_not: Refusal | None = None
    gift: CouponGift | None = None
    beside: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    visit: Visit
    rights: tuple[_Right, ...]
    points: PointsToPay | None = None


def confirm_sale(
    context: Context, visit: Visit, actor: Actor, approval: Approval | None
) -> Redemption | ApprovalNeeded | Refusal:
    """Make the visit a sale. The same transaction id twice gives the first sale again, whoever asks and whatever they
    may do by now: a refusal would say that there is none. Raises LedgerFault."""
    step = context.ledger.run(lambda tx: _first(context, tx, visit, actor, approval))
    if not isinstance(step, _Plan):
        return step
    settled, verdicts = _ask_hq(context, step, approval)
    points = step.points
    if points is not None and points.missing and all(right.how is not None for right in settled):
        points = ask_for_points(context, points)
    plan = replace(step, rights=settled, points=points)
    return context.ledger.run(lambda tx: _second(context, tx, plan, verdicts, actor, approval))


def _first(
    context: Context, tx: LedgerTx, visit: Visit, actor: Actor, approval: Approval | None
) -> Redemption | ApprovalNeeded | Refusal | _Plan:
    """Everything that can be decided here. Sells at once when every right is held."""
    stored = tx.sale(visit.txn)
    if stored is not None:
        return Redemption(sale_with_rewards(context, tx, stored, actor), offline=not online(context))
    if not actor.may(Permission.REDEEM):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if visit.amount <= 0:
        return Refusal(RefusalCode.AMOUNT_MISSING)
    if any(line.points for line in visit.quote.lines) and not (visit.member and visit.member.proven):
        return Refusal(RefusalCode.MEMBER_NOT_PROVEN)
    campaigns = context.campaigns(tx)
    if visit.amount > largest_amount(campaigns.store.currency):
        return Refusal(RefusalCode.AMOUNT_TOO_LARGE)
    no_return = why_no_return(context, tx, visit, actor, approval)
    if no_return is not None:
        return no_return
    wanted = (*(line.coupon for line in visit.quote.lines), *(line.coupon for line in visit.quote.vouchers))
    judged = judge_coupons(context, campaigns, visit, wanted)
    priced = quoted(context, campaigns, replace(visit, chosen=wanted), judged, exactly=True)
    changed = _changed(visit, priced)
    if changed is None and visit.chosen is None:
        changed = _begun(visit, quoted(context, campaigns, replace(visit, chosen=wanted), judged))
    if changed is not None:
        coupon = changed.args.get("coupon")
        return _journalled(tx, visit, changed, actor, str(coupon) if coupon else None)
    known = {item.coupon.id: item for item in judged}
    lines: list[AppliedLine | VoucherLine] = [line for line in priced.quote.lines if not line.rule]
    lines += priced.quote.vouchers
    rights = tuple(_right(context, tx, line, known[line.coupon]) for line in lines)
    points = points_to_pay(campaigns, priced)
    if all(right.how is not None for right in rights) and not (points and points.missing):
        return _sell(context, campaigns, priced, rights, points, actor, approval if visit.returns else None)
    for right in rights:
        if right.op is not None:
            tx.append(
                OP_INTENDED,
                actor.id,
                {"op": right.op, "coupon": right.line.coupon, "txn": visit.txn},
            )
    return _Plan(priced, rights, points)


def _begun(shown: Visit, now: Visit) -> Refusal | None:
    """An offer that nobody knew of when the price was shown takes off more: the customer is told before they pay."""
    known = {line.coupon for line in shown.quote.lines} | {left.coupon for left in shown.quote.left_out}
    fresh = any(line.rule and line.coupon not in known for line in now.quote.lines)
    if not fresh or now.quote.total >= shown.quote.total:
        return None
    return Refusal(RefusalCode.PRICE_CHANGED, {"have": now.quote.total, "need": shown.quote.total})


def _changed(shown: Visit, priced: Visit) -> Refusal | None:
    """What changed since it was shown: another till, midnight, a campaign withdrawn, a gift gone."""
    wanted = {line.coupon for line in shown.quote.lines}
    if {line.coupon for line in priced.quote.lines} != wanted:
        lost = [left for left in priced.quote.left_out if left.coupon in wanted]
        if lost:
            return Refusal(lost[0].refusal.code, {**lost[0].refusal.args, "coupon": lost[0].coupon})
    if priced.quote.total != shown.quote.total or {line.coupon for line in priced.quote.lines} != wanted:
        return Refusal(RefusalCode.PRICE_CHANGED, {"have": priced.quote.total, "need": shown.quote.total})
    if priced.quote.due != shown.quote.due:
        return Refusal(RefusalCode.PRICE_CHANGED, {"have": priced.quote.due, "need": shown.quote.due})
    gifts = {line.coupon: line.gift for line in priced.quote.lines if not line.rule}
    other = next((line for line in shown.quote.lines if not line.rule and gifts.get(line.coupon) != line.gift), None)
    if other is not None:  # something else stands in for it now
        return _gone(other.coupon)
    kept = {(reward.kind, reward.ref) for reward in priced.quote.rewards}
    gone = next((reward for reward in shown.quote.rewards if (reward.kind, reward.ref) not in kept), None)
    if gone is None:
        return None
    return Refusal(RefusalCode.REWARD_GONE, {"name": gone.ref, "rule": gone.id.rpartition("/")[0]})


def _right(context: Context, tx: LedgerTx, line: AppliedLine | VoucherLine, judged: Judged) -> _Right:
    template, gift = judged.template, judged.gift
    assert template is not None  # a coupon without a template is never in a quote
    if _holds(context, tx, line):
        return _Right(line, template, RightUsed.HELD, gift=gift)
    beside = unsent(tx, line.coupon).used if template.is_voucher else 0
    why_not = no_right(context, tx, line.coupon)
    return _Right(line, template, None, op=context.new_id(), why_not=why_not, gift=gift, beside=beside)


def _holds(context: Context, tx: LedgerTx, line: AppliedLine | VoucherLine) -> bool:
    """Whether the right to a line's coupon is here; to a voucher, to as much of it as it pays."""
    right = tx.right(line.coupon)
    units = line.off if isinstance(line, VoucherLine) else 1
    return right is not None and right.uses >= units and held(context, tx, line.coupon)


def _ask_hq(context: Context, plan: _Plan, approval: Approval | None) -> tuple[tuple[_Right, ...], dict[str, str]]:
    """Ask for every right that is missing, stopping at the first no. Returns the rights as far as they were settled,
    and a verdict for each claim."""
    settled: list[_Right] = []
    verdicts: dict[str, str] = {}
    refused = False
    for right in plan.rights:
        if right.op is None or refused:
            settled.append(right)
            continue
        claim = context.claims.claim(
            right.op, right.line.coupon, right.template.id, plan.visit.txn, right.line.off + right.beside
        )
        if claim is not None and claim.granted:
            verdicts[right.op] = "granted"
            settled.append(replace(right, how=RightUsed.CLAIMED, why_not=None))
        elif claim is not None:
            verdicts[right.op] = "refused"
            refused = True
            settled.append(replace(right, why_not=claim.refusal))
        else:
            settled.append(_accepted(right, approval))
            refused = settled[-1].how is None
    return tuple(settled), verdicts


def _accepted(right: _Right, approval: Approval | None) -> _Right:
    """HQ cannot be asked: what the template allows then."""
    template = right.template
    if template.offline is not OfflinePolicy.ACCEPT_WITH_MANAGER:
        return right
    why_not = too_valuable(right.line.coupon, template, right.line.off)
    if why_not is not None:
        return replace(right, why_not=why_not)
    return replace(right, how=RightUsed.ACCEPTED) if approval is not None else right


def _may_accept(right: _Right) -> bool:
    return (
        right.template.offline is OfflinePolicy.ACCEPT_WITH_MANAGER
        and right.why_not is not None
        and right.why_not.code in (RefusalCode.NO_RIGHT_OFFLINE, RefusalCode.RIGHT_UNUSABLE)
    )


def _second(
    context: Context,
    tx: LedgerTx,
    plan: _Plan,
    verdicts: dict[str, str],
    actor: Actor,
    approval: Approval | None,
) -> Redemption | ApprovalNeeded | Refusal:
    """Sell, or give back what was claimed and say why not."""
    stored = tx.sale(plan.visit.txn)
    campaigns = context.campaigns(tx)
    rights = _still_there(campaigns, [_still(context, tx, right) for right in plan.rights])
    points = looked_at_again(campaigns, plan.points)
    unpaid = points is not None and points.beyond(approval) is None
    missing = next((right for right in rights if right.how is None), None)
    sold = None
    if stored is not None:
        # confirmed a second time while HQ was asked
        for right in rights:
            if right.op is not None:
                tx.append(OP_SETTLED, actor.id, {"op": right.op, "verdict": "abandoned"})
        return Redemption(sale_with_rewards(context, tx, stored, actor), offline=not online(context))
    no_return = why_no_return(context, tx, plan.visit, actor, approval) if missing is None and not unpaid else None
    if missing is None and not unpaid and no_return is None:
        # before the claims are settled: HQ then sees what became of them
        sold = _sell(context, campaigns, plan.visit, rights, points, actor, approval)
    for right in rights:
        if right.op is not None:
            verdict = verdicts.get(right.op, "abandoned")
            kept = verdict == "refused" or sold is not None
            tx.append(OP_SETTLED, actor.id, {"op": right.op, "verdict": verdict if kept else "abandoned"})
    if sold is not None:
        return sold
    if no_return is not None:
        return no_return
    if missing is None:
        assert points is not None
        if points.may_accept and approval is None:
            return ApprovalNeeded(points.refusal())
        return _journalled(tx, plan.visit, points.refusal(), actor, None)
    assert missing.why_not is not None
    if _may_accept(missing) and approval is None:
        return ApprovalNeeded(missing.why_not)
    return _journalled(tx, plan.visit, missing.why_not, actor, missing.line.coupon)


def _still(context: Context, tx: LedgerTx, right: _Right) -> _Right:
    """The sync goes on while HQ is asked: a right that was held may have been called back since."""
    if right.how is not RightUsed.HELD:
        return right
    if _holds(context, tx, right.line):
        return right
    return replace(right, how=None, why_not=Refusal(RefusalCode.RIGHT_ELSEWHERE, {"coupon": right.line.coupon}))


def _still_there(campaigns: Campaigns, rights: Sequence[_Right]) -> tuple[_Right, ...]:
    """What is to be handed over may have been handed over to somebody else while HQ was asked."""
    found: list[_Right] = []
    dealt = Counter[str]()
    for right in rights:
        if right.gift is not None and right.how is not None:
            dealt[right.gift.key] += 1
            if dealt[right.gift.key] > campaigns.gift_left(right.gift.key):
                right = replace(right, how=None, why_not=_gone(right.line.coupon))
        found.append(right)
    return tuple(found)


def _gone(coupon: str) -> Refusal:
    return Refusal(RefusalCode.REWARD_GONE, {"coupon": coupon})


def _journalled(tx: LedgerTx, visit: Visit, refusal: Refusal, actor: Actor, coupon: str | None) -> Refusal:
    body = {"code": str(refusal.code), "txn": visit.txn} | ({"coupon": coupon} if coupon else {})
    tx.append(SALE_REFUSED, actor.id, body)
    return refusal


def _sell(
    context: Context,
    campaigns: Campaigns,
    visit: Visit,
    rights: Sequence[_Right],
    points: PointsToPay | None,
    actor: Actor,
    approval: Approval | None,
) -> Redemption:
    tx = campaigns.tx
    if visit.returns:
        make_returns(context, tx, visit, actor, approval)
        campaigns = context.campaigns(tx)
    number, receipt = next_receipt(tx, campaigns.identity)
    member = {"member": visit.member.id, "name": visit.member.masked_name} if visit.member else {}
    if visit.member and visit.member.vouched is not Vouched.OWN:
        member["vouched"] = str(visit.member.vouched)
    body: dict[str, Any] = {
        "v": SALE_COMPLETED.version,
        "txn": visit.txn,
        "number": number,
        "receipt": receipt,
        "amount": visit.amount,
        "total": visit.quote.total,
        "currency": campaigns.store.currency,
        "clerk": actor.name,
        "channel": str(visit.channel),
        "coupons": [_coupon(one, visit, approval) for one in rights if isinstance(one.line, AppliedLine)],
        "lines": [_line(line) for line in visit.quote.lines],
        **member,
        **points_in_sale(points, approval),
        **_vouchers(rights, visit, approval),
        **_goods(campaigns, visit),
    }
    fact = tx.append(SALE_COMPLETED, actor.id, body)
    # the fact as it is stored: reading it back would cost a tenth of the whole redemption
    stored = StoredSale(visit.txn, fact.corrected_ms, actor.id, fact.body, fact.epoch, fact.seq, hlc=fact.hlc)
    gifts = [(right.line.coupon, right.gift) for right in rights if right.gift is not None]
    effects = campaigns.journal_rewards(fact, beyond=beyond_of(body), gifts=gifts)
    view = view_of(context, tx, stored, actor)
    rewards = [reward for effect in effects for reward in effect.granted]
    shown = reward_views(campaigns, rewards, visit.member.id if visit.member else "")
    return Redemption(replace(view, rewards=shown), offline=not online(context))


def next_receipt(tx: LedgerTx, identity: Identity) -> tuple[int, str]:
    """The number of the receipt to come, and what stands on it."""
    number = tx.last_receipt() + 1
    epoch = "" if identity.epoch == 1 else f"{identity.epoch}."
    return number, f"{identity.terminal_name}-{epoch}{number:06d}"


def _goods(campaigns: Campaigns, visit: Visit) -> dict[str, Any]:
    """What campaigns and the till want to know of a sale, where there is anything to know."""
    referrer = campaigns.state(visit.member.id).referrer if visit.member and campaigns.running else ""
    found = {
        "by_category": [list(row) for row in visit.by_category],
        "paid": [list(row) for row in visit.quote.paid],
        "items": _items(visit),
        "back": [_came_back(one) for one in visit.came_back],
        "offers": [dict(zip(("rule", "off", "pieces"), offer, strict=True)) for offer in visit.quote.offers],
        "other": visit.sharer,
        "referrer": referrer,
        "till": visit.till,
        **campaigns.said_of(visit.basket()),
    }
    return {key: value for key, value in found.items() if value}


def _items(visit: Visit) -> list[dict[str, Any]]:
    rows = [_item(item) for item in visit.items]
    for row, paid in zip(rows, visit.quote.paid_items, strict=False):
        row["paid"] = paid
    for row, free in zip(rows, visit.quote.free_items, strict=False):
        if free:
            row["free"] = free
    return rows


def _item(item: Item) -> dict[str, Any]:
    row: dict[str, Any] = {"sku": item.sku, "category": item.category, "pieces": item.pieces, "price": item.price}
    return row | {name: True for name in ("reduced", "barred") if getattr(item, name)}


def _came_back(one: CameBack) -> dict[str, Any]:
    row = _item(one.item)
    return row | {"paid": one.item.cost, "of": one.of, "receipt": one.receipt} if one.of else row


def _coupon(right: _Right, visit: Visit, approval: Approval | None) -> dict[str, Any]:
    assert right.how is not None
    row: dict[str, Any] = {
        "id": right.line.coupon,
        "template": right.template.id,
        "value": right.line.off,
        "right": str(right.how),
    }
    if visit.member is not None:
        row["member"] = visit.member.id
    if right.op is not None:
        row["op"] = right.op
    if not right.template.reusable:
        row["kept"] = True
    if right.how is RightUsed.ACCEPTED and approval is not None:
        row["approved_by"] = approval.staff
    return row


def _vouchers(rights: Sequence[_Right], visit: Visit, approval: Approval | None) -> dict[str, Any]:
    rows = [
        _coupon(one, visit, approval) | {"name": said_in_all(one.line.name), "left": one.line.left}
        for one in rights
        if isinstance(one.line, VoucherLine)
    ]
    return {"vouchers": rows} if rows else {}


def _line(line: AppliedLine) -> dict[str, Any]:
    row: dict[str, Any] = {
        "coupon": line.coupon,
        "template": line.template,
        "name": said_in_all(line.name),
        "off": line.off,
    }
    if line.rule:
        row |= {"rule": True} | ({"points": line.points} if line.points else {})
    if line.on:
        row["on"] = [list(share) for share in line.on]
    return row | ({"gift": said_in_all(line.gift)} if line.gift else {})


def said_in_all(text: LocalText) -> dict[str, str]:
    """A text as facts hold it."""
    return {"zh_TW": text.zh_TW, "zh_CN": text.zh_CN, "en": text.en}
