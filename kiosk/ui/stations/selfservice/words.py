"""Words that several pages share."""

from __future__ import annotations

from datetime import date

from kiosk.application.members.outcomes import CouponView
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.refusals import MAY_STILL_BE_GOOD
from kiosk.ui.i18n import translate

SOON_DAYS = 7


def good(coupon: CouponView) -> bool:
    """Whether a coupon can be used, as far as is known before there is a purchase."""
    return coupon.refusal is None or coupon.refusal.code in MAY_STILL_BE_GOOD


def coupons_of(visit: Visit) -> list[CouponView]:
    """A member's coupons: good ones first, what runs out first before the rest."""
    return sorted(visit.coupons, key=lambda coupon: (not good(coupon), coupon.expires))


def weekday(day: date) -> str:
    """The shortest name of a day."""
    return (
        translate("Weekday", "Mon"),
        translate("Weekday", "Tue"),
        translate("Weekday", "Wed"),
        translate("Weekday", "Thu"),
        translate("Weekday", "Fri"),
        translate("Weekday", "Sat"),
        translate("Weekday", "Sun"),
    )[day.weekday()]
