"""From rows to what may be shown: masked members, coupons, sales."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.application.outcomes import AppliedLine, CouponView, MemberView, SaleView
from kiosk.application.ports import Reference, StoredSale, instant
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.masking import mask_name, mask_phone
from kiosk.domain.members import Member, Segment, Tier
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText


def member_view(member: Member, coupons: Sequence[CouponView], now: datetime, zone: str, *, proven: bool) -> MemberView:
    """A member, masked. `zone`: the store's, for the birthday month."""
    return MemberView(
        id=member.id,
        masked_name=mask_name(member.name),
        masked_phone=mask_phone(member.phone),
        tier=member.tier,
        segment=member.segment,
        points=member.points,
        tickets=member.tickets,
        streak_days=member.streak_days,
        visits=member.visits,
        birthday_month=member.birthday_month(now.astimezone(ZoneInfo(zone)).date()),
        coupons=tuple(coupons),
        proven=proven,
    )


def stranger(member: str) -> MemberView:
    """A member of another store, known by id alone."""
    return MemberView(
        id=member,
        masked_name="",
        masked_phone="",
        tier=Tier.BASIC,
        segment=Segment.ACTIVE,
        points=0,
        tickets=0,
        streak_days=0,
        visits=0,
        birthday_month=False,
        coupons=(),
        known=False,
    )


def coupon_view(reference: Reference, coupon: Coupon, template: CouponTemplate, refusal: Refusal | None) -> CouponView:
    """A coupon with its words, and why it cannot be used if so."""
    campaign = reference.campaign(template.campaign)
    return CouponView(
        id=coupon.id,
        template=template.id,
        name=template.name,
        campaign=campaign.name if campaign else None,
        benefit=template.benefit,
        expires=min(coupon.expires, template.valid_until),
        refusal=refusal,
        categories=template.categories,
    )


def sale_view(sale: StoredSale, *, acked: int, epoch: int, void_needs_manager: bool, voided_by: str | None) -> SaleView:
    """A sale for the receipt and the list. `acked`: the last fact of `epoch` that HQ has."""
    document = sale.document
    lines = tuple(
        AppliedLine(
            coupon=str(line["coupon"]),
            template=str(line["template"]),
            name=LocalText(**line["name"]),
            off=int(line["off"]),
            gift=LocalText(**line["gift"]) if line.get("gift") else None,
        )
        for line in document["lines"]
    )
    return SaleView(
        txn=sale.txn,
        receipt=str(document["receipt"]),
        at=instant(sale.at_ms),
        clerk=str(document["clerk"]),
        amount=int(document["amount"]),
        total=int(document["total"]),
        currency=str(document["currency"]),
        lines=lines,
        masked_name=document.get("name"),
        voided_at=instant(sale.voided_at_ms) if sale.voided_at_ms is not None else None,
        voided_by=voided_by,
        void_reason=sale.void_reason,
        void_needs_manager=void_needs_manager,
        sent=sale.epoch < epoch or sale.seq <= acked,
    )
