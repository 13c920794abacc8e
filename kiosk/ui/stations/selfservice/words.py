"""Words that several pages share."""

from __future__ import annotations

from datetime import date

from kiosk.application.members.outcomes import CouponView
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.refusals import MAY_STILL_BE_GOOD
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.words.coupon_terms import TermNames, coupon_terms
from kiosk.ui.words.surroundings import Surroundings

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


def coupon_note(coupon: CouponView, around: Surroundings) -> str:
    """What is on it, until when it is good, and what it asks for."""
    i18n = around.i18n
    days = i18n.days_left(coupon.expires, around.now)
    said = []
    if coupon.left is not None:
        said.append(translate("Coupon", "{money} on it").format(money=i18n.money(coupon.left)))
        for at, units in coupon.used:
            paid = translate("SelfService", "paid {money} on {day}")
            said.append(paid.format(money=i18n.money(units), day=i18n.short_day(at)))
    if days <= 0:
        said.append(translate("SelfService", "today is its last day"))
    else:
        said.append(translate("SelfService", "until {day}").format(day=i18n.last_day(coupon.expires)))
        if days <= SOON_DAYS:
            said.append(translate("SelfService", "%n day(s) left", None, days))
    if coupon.kind is not None:
        said += coupon_terms(coupon.kind, i18n, TermNames(around.stores), coupon.stores)
    return spaced(" · ".join(said))
