"""From rows to what may be shown: masked members and their coupons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.outcomes import PointsAhead
from kiosk.application.campaigns.state_view import StateView
from kiosk.application.members.outcomes import CouponView, MemberView
from kiosk.application.ports.reference import Reference
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.coupons.model import Coupon, CouponTemplate
from kiosk.domain.members.masking import mask_name, mask_phone
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import Refusal


def member_view(
    member: Member,
    coupons: Sequence[CouponView],
    now: datetime,
    zone: str,
    *,
    proven: bool,
    state: StateView | None = None,
    vouched: Vouched = Vouched.OWN,
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
        points_ahead=_points_ahead(state, ZoneInfo(zone)) if state else (),
        vouched=vouched,
        home=member.home_store,
        last_bought=_last_day(member),
    )


def _points_ahead(state: StateView, zone: ZoneInfo) -> tuple[PointsAhead, ...]:
    return tuple(
        PointsAhead(one.points, shown(one.until).replace(tzinfo=zone).astimezone(UTC)) for one in state.points_ahead
    )


def _last_day(member: Member) -> date | None:
    """A row may say anything there: what is no day is none."""
    try:
        return date.fromisoformat(member.bought[-1][0]) if member.bought else None
    except ValueError:
        return None


def stranger(member: str, vouched: Vouched) -> MemberView:
    """A member of another store, known by id alone, from a signed pass or coupon."""
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
        proven=vouched is Vouched.PASS,
        vouched=vouched,
    )


def coupon_view(
    reference: Reference,
    coupon: Coupon,
    template: CouponTemplate,
    refusal: Refusal | None,
    left: int | None = None,
    used: tuple[tuple[datetime, int], ...] = (),
) -> CouponView:
    """A coupon with its words, and why it cannot be used if so. `left`: on a voucher of value; `used`: what it paid
    last."""
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
        left=left,
        used=used,
        kind=template,
        stores=coupon.stores,
    )
