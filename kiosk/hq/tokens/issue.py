"""Signing what members carry: coupons, passes, staff badges (tokens.md)."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.domain.coupons.model import Coupon
from kiosk.domain.guests.event import Event, Guest
from kiosk.domain.slips.model import SlipBook
from kiosk.domain.slips.signed import slip_claims
from kiosk.domain.tokens import (
    MAX_ID_CHARS,
    Assurance,
    CouponClaims,
    EventTicketClaims,
    InviteClaims,
    MemberPassClaims,
    SigningKey,
    StaffBadgeClaims,
)
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.tokens.codec import sign_token

BADGE_VALID = timedelta(days=365)
TICKET_AFTER = timedelta(days=1)
"""How long after an event a ticket is read as what it was: who comes the day after is told so."""


def _whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def coupon_row(key: SigningKey, issuer: str, coupon: Coupon, issued: datetime) -> CouponRow:
    """The coupon with its signed token."""
    claims = CouponClaims(
        issuer=issuer,
        key_id=key.key_id,
        issued=_whole(issued),
        expires=_whole(coupon.expires),
        not_before=_whole(coupon.not_before),
        id=coupon.id,
        template=coupon.template,
        member=coupon.member,
        stores=coupon.stores,
        worth=coupon.worth,
    )
    return CouponRow(coupon, sign_token(claims, key))


def slip_codes(key: SigningKey, issuer: str, book: SlipBook) -> tuple[str, ...]:
    """The code of each slip of a book, in the order of their numbers."""
    return tuple(sign_token(claims, key) for claims in slip_claims(book, key.key_id, issuer))


def member_pass(key: SigningKey, issuer: str, member: str, issued: datetime, valid: timedelta) -> str:
    """A pass as the mini-program shows it to a member who is signed in."""
    claims = MemberPassClaims(
        issuer=issuer,
        key_id=key.key_id,
        issued=_whole(issued),
        expires=_whole(issued + valid),
        member=member,
        assurance=Assurance.POSSESSION,
    )
    return sign_token(claims, key)


def invitation(key: SigningKey, issuer: str, member: str, campaign: str, issued: datetime, expires: datetime) -> str:
    """An invitation by a member to a campaign."""
    claims = InviteClaims(
        issuer=issuer,
        key_id=key.key_id,
        issued=_whole(issued),
        expires=_whole(expires),
        referrer=member,
        campaign=campaign,
    )
    return sign_token(claims, key)


def event_ticket(key: SigningKey, issuer: str, event: Event, guest: Guest, issued: datetime) -> str:
    """A guest's ticket to an event; good until a day after its doors are closed."""
    seat = guest.seat[:MAX_ID_CHARS]
    claims = EventTicketClaims(
        issuer=issuer,
        key_id=key.key_id,
        issued=_whole(issued),
        expires=_whole(event.ends + timedelta(minutes=event.late_minutes) + TICKET_AFTER),
        event=event.id,
        registration=guest.id,
        seat=seat if seat.isprintable() and seat.strip() else None,
        plus_ones=guest.plus_ones,
    )
    return sign_token(claims, key)


def staff_badge(key: SigningKey, issuer: str, staff: str, serial: str, issued: datetime) -> str:
    """A staff badge; good while the staff row names the same serial."""
    claims = StaffBadgeClaims(
        issuer=issuer,
        key_id=key.key_id,
        issued=_whole(issued),
        expires=_whole(issued + BADGE_VALID),
        staff=staff,
        serial=serial,
    )
    return sign_token(claims, key)
