"""What a station knows of a wheel, as a look shows it."""

from __future__ import annotations

from kiosk.application.draws.wheel_outcomes import PrizeView, Spun, WheelView
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.i18n import I18n
from kiosk.ui.words.wheels import won_name

_SIGNS = {
    RewardKind.POINTS: "points",
    RewardKind.COUPON: "coupon",
    RewardKind.TICKETS: "coupon",
    RewardKind.SPINS: "wheel",
    RewardKind.REBATE: "packet",
    RewardKind.BADGE: "badge",
    RewardKind.TIER: "trophy",
    RewardKind.TIER_MONTHS: "trophy",
}
"""By what a prize is; others are gifts."""


def prizes_shown(wheel: WheelView, i18n: I18n) -> list[Prize]:
    """All fields, in the order of the campaign's file."""
    return [Prize(one.code, i18n.text(one.name), one.thanks, sign_of(one), one.left) for one in wheel.fields]


def prize_won(spun: Spun, i18n: I18n, currency: str) -> Prize:
    """What was won, with the amount where it is a red packet's."""
    field = spun.prize
    return Prize(field.code, won_name(spun, i18n, currency), field.thanks, sign_of(field))


def sign_of(field: PrizeView) -> str:
    """A stem of resources/icons."""
    if field.thanks:
        return "flower"
    if field.packets:
        return "packet"
    return _SIGNS.get(field.gives, "gift") if field.gives is not None else "gift"
