"""From rows to what may be shown: masked members, coupons, sales."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.application.outcomes import AppliedLine, CouponView, MemberView, SaleView
from kiosk.application.ports import Reference, StoredSale, instant
from kiosk.domain.campaign.localtime import DAY
from kiosk.domain.campaign.model import SegmentNumbers
from kiosk.domain.campaign.state import MemberState
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.masking import mask_name, mask_phone
from kiosk.domain.members import Member, Segment, Tier
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class StateView:
    """A member's state now, as far as the panel shows it."""

    tier: Tier
    segment: Segment | None
    points: int
    points_held: int
    tickets: int
    streak_days: int


def state_view(state: MemberState, wall: int, numbers: SegmentNumbers) -> StateView:
    """`wall`: the store's wall minute. A streak that today's check-in has not continued yet is shown as it stands."""
    day = wall // DAY
    points = state.points_at(wall)
    held = sum(points for settles, points in state.held.values() if settles > wall)
    streak = state.streak_at(day) or state.streak_at(day - 1)
    return StateView(
        state.tier_at(wall), state.segment(day, numbers), points, held, sum(state.tickets.values()), streak
    )


def member_view(
    member: Member,
    coupons: Sequence[CouponView],
    now: datetime,
    zone: str,
    *,
    proven: bool,
    state: StateView | None = None,
) -> MemberView:
    """A member, masked. `zone`: the store's, for the birthday month. `state`: what the journals say since HQ wrote the
    row; None where no campaign runs."""
    return MemberView(
        id=member.id,
        masked_name=mask_name(member.name),
        masked_phone=mask_phone(member.phone),
        tier=state.tier if state else member.tier,
        segment=(state.segment if state else None) or member.segment,
        points=state.points if state else member.points,
        tickets=member.tickets + (state.tickets if state else 0),
        streak_days=state.streak_days if state else member.streak_days,
        visits=member.visits,
        birthday_month=member.birthday_month(now.astimezone(ZoneInfo(zone)).date()),
        coupons=tuple(coupons),
        proven=proven,
        points_held=state.points_held if state else 0,
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
        )
        for line in document["lines"]
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
    )
