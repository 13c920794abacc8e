"""Vouchers of value at the till: sold, topped up, and taken back while it is all there (docs/adr/0033).

None of it is a sale: no goods, no discount, no campaign counts it. What is put on a voucher here may be used here at
once; HQ hears of it and lets others have it only when this terminal has given that right back.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from kiosk.application.context import Context, here
from kiosk.application.ports.charges import StoredCharge
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.registration.passes import VOUCHERS, link_to
from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeView, ChargeWanted, VoucherKind
from kiosk.application.sales.confirm import said_in_all
from kiosk.application.sales.outcomes import RightUsed, Visit
from kiosk.application.sales.price import judge_coupons
from kiosk.application.sales.rights import held, online
from kiosk.application.sales.scan import Answered, coupon_claims_of, coupon_of
from kiosk.application.sales.undo import staff_name
from kiosk.application.sales.unsent import unsent
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED, VOUCHER_CHARGED
from kiosk.domain.coupons.charges import fresh_id, good_until, may_be_charged
from kiosk.domain.coupons.facts import OP_INTENDED, OP_SETTLED
from kiosk.domain.coupons.judge import usable_until
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.coupons.vouchers import left_on
from kiosk.domain.money import rounding_unit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.void_policy import beyond_policy
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor, Customer
from kiosk.domain.staff.roles import PERMISSIONS, Permission, Role
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import CouponClaims

log = logging.getLogger(__name__)
_LAST_USES = 3
_GONE = frozenset({RefusalCode.REVOKED, RefusalCode.EXPIRED, RefusalCode.OTHER_STORE, RefusalCode.CAMPAIGN_OVER})
"""Reasons for which no money is put on a voucher."""


def voucher_kinds(context: Context, tx: LedgerTx) -> tuple[VoucherKind, ...]:
    """What is sold here now, by the ids of the templates."""
    _identity, store = here(context, tx)
    now, prints = context.now(), _can_sign(context)
    return tuple(
        _kind(template, now, store.zone, prints)
        for template in sorted(context.reference.templates(), key=lambda one: one.id)
        if template.sold is not None
        and may_be_charged(template, template.sold.least, 0, 1, now, store.zone) is None
        and (template.stores is None or store.id in template.stores or store.region in template.stores)
    )


def _kind(template: CouponTemplate, now: datetime, zone: str, prints: bool) -> VoucherKind:
    sold = template.sold
    assert sold is not None
    until = good_until(template, now, zone)
    return VoucherKind(template.id, template.name, sold.amounts, sold.least, sold.most, until, prints)


def _can_sign(context: Context) -> bool:
    try:
        context.signer.key_id()
    except LookupError:
        return False
    return True


# -- a card that is scanned -------------------------------------------------------------------------------------------


def find_card(
    context: Context, tx: LedgerTx, event: ScanEvent, answered: Answered | None = None
) -> CardFound | Refusal | Ask:
    """The voucher whose code was scanned; or what HQ has to be asked first."""
    read = coupon_claims_of(context, event)
    if isinstance(read, Refusal):
        return read
    template = context.reference.template(read.template)
    if template is None:
        return Refusal(RefusalCode.TEMPLATE_UNKNOWN, {"coupon": read.id})
    if not template.is_voucher or template.sold is None:
        return Refusal(RefusalCode.VOUCHER_NOT_SOLD)
    if answered is None and online(context):
        return Ask(coupon=read.id, template=read.template, txn=context.new_id())
    told = answered.told if answered is not None else None
    coupon = context.reference.coupon(read.id) or coupon_of(read)
    campaigns = context.campaigns(tx)
    (judged,) = judge_coupons(context, campaigns, Visit("", tokens=(coupon,)), (coupon.id,))
    refusal = told.refusal if told is not None and told.refusal is not None else judged.refusal
    if refusal is not None and refusal.code in _GONE:
        return refusal
    known = left_here(tx, context, coupon, template)
    sure = told is not None and told.left is not None
    left = known if told is None or told.left is None else unsent(tx, coupon.id).with_told(told.left)
    kind = _kind(template, context.now(), campaigns.store.zone, False)
    uses = sorted(tx.uses_of_coupon(coupon.id), key=lambda use: use.at, reverse=True)
    until = usable_until(coupon, template)
    most = max(0, kind.most - left)
    last = tuple((use.at, use.units) for use in uses[:_LAST_USES] if use.units)
    return CardFound(coupon.id, kind, left, sure, until, most, last)


def left_here(tx: LedgerTx, context: Context, coupon: Coupon, template: CouponTemplate) -> int:
    """Minor units that are on a voucher, by all that is known here."""
    whole = replace(coupon, worth=coupon.units(template) + tx.charged(coupon.id))
    return left_on(whole, template, (*tx.uses_of_coupon(coupon.id), *context.reference.spent(coupon.id)))


def _own_right(context: Context, tx: LedgerTx, coupon: str) -> int:
    right = tx.right(coupon)
    return right.uses if right is not None and held(context, tx, coupon) else 0


# -- sold -------------------------------------------------------------------------------------------------------------


def charge(context: Context, tx: LedgerTx, wanted: ChargeWanted, actor: Actor) -> Charged | Refusal:
    """Put money on a voucher, durably. The same `txn` twice is one, whoever asks again. Raises LedgerFault."""
    done = tx.charge(wanted.txn)
    if done is not None:
        return Charged(charge_view(context, tx, done, actor), not online(context))
    if isinstance(actor, Customer) or not actor.may(Permission.REDEEM):
        return Refusal(RefusalCode.NOT_PERMITTED)
    identity, store = here(context, tx)
    template = context.reference.template(wanted.template)
    if template is None:
        return Refusal(RefusalCode.TEMPLATE_UNKNOWN)
    now, coupon = context.now(), wanted.coupon or fresh_id(identity.device, wanted.txn)
    left = max(wanted.left, _own_right(context, tx, coupon)) if wanted.coupon else 0
    no = may_be_charged(template, wanted.value, left, rounding_unit(store.currency), now, store.zone)
    if no is not None:
        return no
    if not wanted.coupon and not _can_sign(context):
        return Refusal(RefusalCode.VOUCHER_UNSIGNED)
    until = wanted.until if wanted.coupon and wanted.until else good_until(template, now, store.zone)
    number = tx.last_charge() + 1
    epoch = "" if identity.epoch == 1 else f"{identity.epoch}."
    right, used = tx.right(coupon), sum(use.units for use in tx.uses_of_coupon(coupon))
    before = right.uses if right is not None else 0
    body: dict[str, Any] = {
        "txn": wanted.txn,
        "number": number,
        "receipt": f"{identity.terminal_name}-V{epoch}{number:05d}",
        "coupon": coupon,
        "template": template.id,
        "name": said_in_all(template.name),
        "value": wanted.value,
        "currency": store.currency,
        "clerk": actor.name,
        "first": left == 0 and not used,
        "fresh": not wanted.coupon,
        "since": millis(now) // 1000 * 1000,
        "until": millis(until) // 1000 * 1000,
        "left": left + wanted.value,
        # what is on it in all by this terminal's count, as HQ's rights are told
        "right": {"uses": used + before + wanted.value, "fence": right.fence if right is not None else 0},
        "channel": str(wanted.channel),
    }
    body |= {"till": wanted.till} if wanted.till else {}
    tx.append(VOUCHER_CHARGED, actor.id, body)
    stored = tx.charge(wanted.txn)
    assert stored is not None
    return Charged(charge_view(context, tx, stored, actor), not online(context))


class _NotSold(Exception):
    """One of several is refused: none is sold."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal.code))
        self.refusal = refusal


def charge_all(context: Context, wanted: Sequence[ChargeWanted], actor: Actor) -> tuple[Charged, ...] | Refusal:
    """Several at once, all of them or none. Raises LedgerFault."""

    def sell(tx: LedgerTx) -> tuple[Charged, ...]:
        done = []
        for one in wanted:
            answer = charge(context, tx, one, actor)
            if isinstance(answer, Refusal):
                raise _NotSold(answer)
            done.append(answer)
        return tuple(done)

    try:
        return context.ledger.run(sell)
    except _NotSold as no:
        return no.refusal


def charge_view(context: Context, tx: LedgerTx, stored: StoredCharge, actor: Actor | None) -> ChargeView:
    """As it may be shown."""
    body = stored.document
    until, since = instant(int(body["until"])), instant(int(body["since"]))
    undone = stored.voided_at_ms
    return ChargeView(
        stored.txn,
        str(body.get("receipt", "")),
        instant(stored.at_ms),
        str(body.get("clerk", "")),
        stored.coupon,
        str(body["template"]),
        _text(body["name"]),
        stored.value,
        int(body.get("left", 0)),
        until,
        str(body.get("currency", "")),
        bool(body.get("first", True)),
        _code(context, tx, stored, since, until) if body.get("fresh") else "",
        None if undone is None else instant(undone),
        staff_name(tx, stored.voided_by) if stored.voided_by else "",
        _beyond(context, tx, stored, actor) is not None,
    )


def _text(name: Mapping[str, Any]) -> LocalText:
    return LocalText(str(name.get("zh_TW", "")), str(name.get("zh_CN", "")), str(name.get("en", "")))


def _code(context: Context, tx: LedgerTx, stored: StoredCharge, since: datetime, until: datetime) -> str:
    """The code of a voucher that was made here, as a link to HQ's page of it where there is one. It is worth nothing by
    itself."""
    identity, _store = here(context, tx)
    try:
        claims = CouponClaims(
            issuer=identity.device,
            key_id=context.signer.key_id(),
            issued=since,
            expires=until,
            id=stored.coupon,
            template=str(stored.document["template"]),
            worth=0,
        )
        code, brand = context.signer.sign(claims), context.reference.brand()
        return (link_to(brand.pages, code, VOUCHERS) if brand is not None else "") or code
    except (LookupError, ValueError) as error:
        log.warning("no voucher can be signed here: %s", error)
        return ""


def recent_charges(context: Context, tx: LedgerTx, limit: int) -> tuple[ChargeView, ...]:
    """Newest first."""
    return tuple(charge_view(context, tx, one, None) for one in tx.recent_charges(limit))


# -- taken back -------------------------------------------------------------------------------------------------------


def _beyond(context: Context, tx: LedgerTx, stored: StoredCharge, actor: Actor | None) -> str | None:
    """Why a clerk may not take it back alone."""
    _identity, store = here(context, tx)
    reasons = beyond_policy(
        permissions=actor.permissions if actor is not None else PERMISSIONS[Role.CLERK],
        staff=actor.id if actor is not None else stored.actor,
        sold_by=stored.actor,
        sold_at=instant(stored.at_ms),
        amount=stored.value,
        now=context.now(),
        zone=store.zone,
        policy=context.void_policy,
    )
    return str(reasons[0]) if reasons else None


def void_charge(
    context: Context, txn: str, reason: str, actor: Actor, approval: Approval | None
) -> Charged | ApprovalNeeded | Refusal:
    """Take off a voucher what was put on it, and pay it back: while all of it is there. By this terminal's own right,
    else HQ is asked (bounded wait). Raises LedgerFault."""
    step = context.ledger.run(lambda tx: _void_first(context, tx, txn, reason, actor, approval))
    if not isinstance(step, StoredCharge):
        return step
    op, template = context.new_id(), str(step.document["template"])
    intended = {"op": op, "coupon": step.coupon, "txn": txn}

    def intend(tx: LedgerTx) -> int:
        tx.append(OP_INTENDED, actor.id, intended)
        return unsent(tx, step.coupon).used

    beside = context.ledger.run(intend)  # what HQ does not know is gone
    claim = context.claims.claim(op, step.coupon, template, txn, step.value + beside)
    granted = claim is not None and claim.granted

    def second(tx: LedgerTx) -> Charged | Refusal:
        stored = tx.charge(txn)
        assert stored is not None
        stands = granted and stored.voided_at_ms is None
        if stands:
            _take_off(context, tx, stored, reason, actor, approval, RightUsed.CLAIMED, op)
        verdict = "granted" if stands else "abandoned" if claim is None or granted else "refused"
        tx.append(OP_SETTLED, actor.id, {"op": op, "verdict": verdict})
        if stands:
            return _taken_off(context, tx, txn, actor)
        if claim is None:
            return Refusal(RefusalCode.HQ_OFFLINE)
        short = claim.refusal
        if short is not None and short.code in (RefusalCode.VOUCHER_SHORT, RefusalCode.ALREADY_USED_ELSEWHERE):
            return Refusal(RefusalCode.VOUCHER_USED, {"need": stored.value, "have": short.args.get("have", 0)})
        return short or Refusal(RefusalCode.HQ_OFFLINE)

    return context.ledger.run(second)


def _void_first(
    context: Context, tx: LedgerTx, txn: str, reason: str, actor: Actor, approval: Approval | None
) -> Charged | ApprovalNeeded | Refusal | StoredCharge:
    if isinstance(actor, Customer):
        return Refusal(RefusalCode.NOT_PERMITTED)
    stored = tx.charge(txn)
    if stored is None:
        return Refusal(RefusalCode.SALE_UNKNOWN)
    if stored.voided_at_ms is not None:
        by = staff_name(tx, stored.voided_by or "")
        return Refusal(RefusalCode.ALREADY_VOIDED, {"at": instant(stored.voided_at_ms), "clerk": by})
    if not reason.strip():
        return Refusal(RefusalCode.REASON_MISSING)
    beyond = _beyond(context, tx, stored, actor)
    if beyond is not None and approval is None:
        return ApprovalNeeded(Refusal(RefusalCode.NOT_PERMITTED, {"policy": beyond}))
    if _own_right(context, tx, stored.coupon) >= stored.value:
        _take_off(context, tx, stored, reason, actor, approval, RightUsed.HELD, None)
        return _taken_off(context, tx, txn, actor)
    if not online(context):
        have = _own_right(context, tx, stored.coupon)
        used = any(use.units for use in tx.uses_of_coupon(stored.coupon))
        code = RefusalCode.VOUCHER_USED if used else RefusalCode.HQ_OFFLINE
        return Refusal(code, {"need": stored.value, "have": have} if used else {})
    return stored


def _take_off(
    context: Context,
    tx: LedgerTx,
    stored: StoredCharge,
    reason: str,
    actor: Actor,
    approval: Approval | None,
    right: RightUsed,
    op: str | None,
) -> None:
    body: dict[str, Any] = {
        "txn": stored.txn,
        "coupon": stored.coupon,
        "template": str(stored.document["template"]),
        "value": stored.value,
        "right": str(right),
        "reason": reason.strip()[:200],
        "channel": str(actor.channel),
    }
    body |= {"op": op} if op is not None else {}
    body |= {"approved_by": approval.staff} if approval is not None else {}
    tx.append(CHARGE_VOIDED, actor.id, body)


def _taken_off(context: Context, tx: LedgerTx, txn: str, actor: Actor) -> Charged:
    stored = tx.charge(txn)
    assert stored is not None
    return Charged(charge_view(context, tx, stored, actor), not online(context))
