"""Online claims: `POST /v1/ops/redeem` and `GET /v1/ops/{op}`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Row, or_, select, update

from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.coupons.series import stem_in
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.stores import CampaignHeader
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.coupons.queries import CouponFacts, coupon_facts, refunded
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, op, redemption
from kiosk.protocol.rows import RevocationRow
from kiosk.protocol.wire.messages import RedeemAnswer, RedeemRequest

PENDING, GRANTED, REFUSED = "pending", "granted", "refused"
_No = tuple[RefusalCode, dict[str, Any]]


class _Asked(NamedTuple):
    """What a claim is judged by."""

    coupon: str
    template: str
    txn: str
    value: int = 0


def redeem(context: Context, tx: Tx, caller: Caller, request: RedeemRequest) -> Reply:
    """Claim one use of a coupon for a sale. The same `op` gets the same answer, whatever comes with it."""
    now = context.clock.now_ms()
    texts = (request.op, request.coupon, request.template, request.txn)
    if not all(0 < len(text) <= 64 and text.isprintable() for text in texts) or abs(request.value) >= 2**63:
        return problem(400, "malformed", "ids have 1 to 64 printable characters", now)
    tx.hold([rights.lock_of(request.coupon)])
    tx.insert_new(
        op,
        [
            {
                "store": caller.store,
                "device": caller.device,
                "op": request.op,
                "coupon": request.coupon,
                "template": request.template,
                "txn": request.txn,
                "value": request.value,
                "verdict": PENDING,
                "asked_at": now,
            }
        ],
    )
    return answer(context, tx, caller, request.op)


def answer(context: Context, tx: Tx, caller: Caller, name: str) -> Reply:
    """What HQ says to a claim. One that waits for another terminal's right is decided as soon as it can be."""
    now = context.clock.now_ms()
    coupon = tx.execute(select(op.c.coupon).where(_mine(caller, name))).scalar()
    tx.hold([rights.lock_of(coupon)] if coupon is not None else [])
    claim = tx.execute(select(op).where(_mine(caller, name))).one_or_none()
    if claim is None:
        return problem(404, "op_unknown", "no such claim", now)
    if claim.verdict == PENDING:
        waits = _decide(context, tx, caller, claim, now)
        if waits is not None:
            return waits
        claim = tx.execute(select(op).where(_mine(caller, name))).one()
    verdict = RedeemAnswer(
        op=claim.op,
        verdict="granted" if claim.verdict == GRANTED else "refused",
        time=now,
        code=claim.code,
        args=msgspec.json.decode(claim.args) if claim.args else {},
        expires=claim.expires_at,
    )
    return Reply(200, verdict)


def would_refuse(tx: Tx, caller: Caller, coupon: str, template: str, txn: str, now: int) -> _No | None:
    """What stands against a claim, as far as HQ can say without taking it or calling a right back."""
    facts = coupon_facts(tx, [coupon]).get(coupon)
    asked = _Asked(coupon, template, txn)
    return _forbidden(tx, caller, asked, facts, now) or _taken(tx, caller, asked, facts, now)


def _mine(caller: Caller, name: str) -> Any:
    return (op.c.store == caller.store) & (op.c.device == caller.device) & (op.c.op == name)


def _decide(context: Context, tx: Tx, caller: Caller, claim: Row[Any], now: int) -> Reply | None:
    """Settle a pending claim, or say that it waits for a right."""
    facts = coupon_facts(tx, [claim.coupon]).get(claim.coupon)
    no = _forbidden(tx, caller, claim, facts, now) or _taken(tx, caller, claim, facts, now)
    if no is None:
        others = [one for one in rights.every_open(tx, [claim.coupon]) if one.device != caller.device]
        waits_for = [one for one in others if not rights.take_from_parked(tx, one, now)]
        for one in waits_for:
            rights.recall(tx, one, now)
        if waits_for:
            left = claim.asked_at + context.settings.recall_wait - now
            if left > 0:
                waiting = problem(202, "right_recalled", "another terminal is asked for the right", now)
                hold = min(left, context.settings.recall_hold)
                return Reply(202, waiting.message, hold_ms=hold, topics=frozenset({f"coupon/{claim.coupon}"}))
            holder = tx.execute(select(device.c.name).where(device.c.device == waits_for[0].device)).scalar()
            no = (RefusalCode.RIGHT_ELSEWHERE, {"terminal": holder, "store": waits_for[0].store})
    if no is not None:
        code, args = no
        closed = {"verdict": REFUSED, "code": code.value, "args": msgspec.json.encode(args).decode()}
        tx.execute(update(op).where(_mine(caller, claim.op)).values(**closed, closed="refused", closed_at=now))
        if code is RefusalCode.RIGHT_ELSEWHERE:
            return None
        rights.assign(tx, [claim.coupon], now)
        return None
    _supersede(tx, caller, claim, now)
    expires = now + context.settings.claim_ttl
    tx.execute(update(op).where(_mine(caller, claim.op)).values(verdict=GRANTED, expires_at=expires))
    judging.later(tx, [claim.coupon], now)
    return None


def _supersede(tx: Tx, caller: Caller, claim: Row[Any], now: int) -> None:
    """A terminal that asks again for the same sale under a new `op` has forgotten the old one."""
    same = (op.c.store == caller.store) & (op.c.device == caller.device) & (op.c.op != claim.op)
    same &= (op.c.coupon == claim.coupon) & (op.c.txn == claim.txn) & (op.c.verdict == GRANTED)
    tx.execute(update(op).where(same, op.c.closed.is_(None)).values(closed="superseded", closed_at=now))


def _forbidden(tx: Tx, caller: Caller, claim: _Asked | Row[Any], facts: CouponFacts | None, now: int) -> _No | None:
    """Reasons that HQ knows by itself. Amounts, hours and stacking are the terminal's to judge."""
    if facts is None:
        return RefusalCode.NOT_OURS, {}
    coupon = facts.row.coupon
    names = [coupon.id, *filter(None, [stem_in(coupon.id)])]
    revocations = (published_row(tx, Bucket(CHAIN, "revocations"), name, RevocationRow) for name in names)
    revocation = next(filter(None, revocations), None)
    if revocation is not None or coupon.revoked_at is not None:
        since = revocation.at if revocation is not None else coupon.revoked_at
        return RefusalCode.REVOKED, {"since": millis(since or instant(now))}
    template = published_row(tx, Bucket(CHAIN, "templates"), coupon.template, CouponTemplate)
    if template is None or coupon.template != claim.template:
        return RefusalCode.TEMPLATE_UNKNOWN, {}
    return _out_of_time(tx, coupon, template, now) or _other_store(caller, coupon, template)


def _out_of_time(tx: Tx, coupon: Coupon, template: CouponTemplate, now: int) -> _No | None:
    at = instant(now)
    ends: datetime = min(coupon.expires, template.valid_until)
    begins: datetime = max(coupon.not_before, template.valid_from)
    if at >= ends:
        return RefusalCode.EXPIRED, {"since": millis(ends)}
    if at < begins:
        return RefusalCode.NOT_YET_VALID, {"until": millis(begins)}
    campaign = published_row(tx, Bucket(CHAIN, "campaigns"), template.campaign, CampaignHeader)
    if template.withdrawn or (campaign is not None and campaign.withdrawn):
        return RefusalCode.CAMPAIGN_OVER, {}
    if campaign is not None and at >= campaign.ends:
        return RefusalCode.CAMPAIGN_OVER, {"since": millis(campaign.ends)}
    if campaign is not None and at < campaign.starts:
        return RefusalCode.CAMPAIGN_NOT_STARTED, {"until": millis(campaign.starts)}
    return None


def _other_store(caller: Caller, coupon: Coupon, template: CouponTemplate) -> _No | None:
    for stores in (coupon.stores, template.stores):
        if stores is not None and caller.store not in stores:
            return RefusalCode.OTHER_STORE, {"store": stores[0]} if len(stores) == 1 else {}
    return None


def _taken(tx: Tx, caller: Caller, claim: _Asked | Row[Any], facts: CouponFacts | None, now: int) -> _No | None:
    """Whether every use is made or claimed, or of a voucher of value less is left than is asked for. What the same sale
    already has does not stand in its way."""
    if facts is None:
        return None
    uses = _uses(tx, caller, claim, facts, now)
    left = facts.limit - sum(units for _store, _at, units in uses)
    if left <= 0 and uses:
        store, at, _units = uses[0]
        return RefusalCode.ALREADY_USED_ELSEWHERE, {"at": at, "store": store}
    if facts.of_value and not 0 <= claim.value <= left:
        return RefusalCode.VOUCHER_SHORT, {"need": claim.value, "have": max(0, left)}
    return None


def left_on(tx: Tx, caller: Caller, coupon: str, txn: str, now: int) -> int | None:
    """Minor units that a voucher of value can pay still, by everything HQ has heard; None for what is none."""
    facts = coupon_facts(tx, [coupon]).get(coupon)
    if facts is None or not facts.of_value:
        return None
    uses = _uses(tx, caller, _Asked(coupon, facts.row.coupon.template, txn), facts, now)
    return max(0, facts.limit - sum(units for _store, _at, units in uses))


def _uses(tx: Tx, caller: Caller, claim: _Asked | Row[Any], facts: CouponFacts, now: int) -> list[tuple[str, int, int]]:
    """(store, when, how much) of every use that stands or is claimed, but for those of the same sale."""
    standing = (
        select(redemption.c.at_store, redemption.c.at, redemption.c.txn, redemption.c.hlc, redemption.c.units)
        .where(redemption.c.coupon == claim.coupon, redemption.c.state != "voided")
        .order_by(redemption.c.hlc, redemption.c.device)
    )
    back = refunded(tx, [claim.coupon])
    uses = [
        (row.at_store, row.at, max(0, row.units - back.get((row.at_store, claim.coupon, row.txn), 0)))
        for row in tx.execute(standing)
        if row.txn != claim.txn
    ]
    claims = select(op.c.store, op.c.asked_at, op.c.value).where(
        op.c.coupon == claim.coupon,
        op.c.verdict == GRANTED,
        op.c.closed.is_(None),
        op.c.expires_at > now,
        or_(op.c.txn != claim.txn, op.c.device != caller.device),
    )
    return uses + [(row.store, row.asked_at, row.value if facts.of_value else 1) for row in tx.execute(claims)]
