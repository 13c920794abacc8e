"""The most that a terminal can lose while HQ is out of reach, by the rules in force. What a manager accepts there
without a right may be used at another till too: then it was given twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.points import beyond_share
from kiosk.domain.coupons.model import BenefitKind, CouponTemplate, OfflinePolicy
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class OfflineRule:
    """A kind of coupon, or (`points`) a discount for points, that a manager may accept without a right. `limit`: minor
    units at a time at most, as the rule says; `once`: what one acceptance really can take off; `times`: how often there
    is something to accept."""

    name: LocalText
    limit: int
    once: int
    times: int
    points: bool = False

    @property
    def loss(self) -> int:
        """Minor units, if all of it is used at another till too."""
        return self.once * self.times


def rule_of_coupons(template: CouponTemplate, coupons: Iterable[tuple[int, int]]) -> OfflineRule | None:
    """Of the coupons of a template that are still good, each as (uses that are known of, uses that this terminal holds
    the right to); None where they are refused without a right."""
    if template.offline is not OfflinePolicy.ACCEPT_WITH_MANAGER:
        return None
    left = [max(0, template.units - used - held) for used, held in coupons]
    # part by part, everything that is on a voucher may be accepted
    times = sum(map(bool, left)) if template.is_voucher else sum(left)
    return OfflineRule(template.name, template.offline_limit, most_of_coupon(template), times)


def rule_of_points(name: LocalText, give: Discount, members: int) -> OfflineRule | None:
    """Of a discount for points, for `members` who may have some, each in one sale; None where nothing beyond the
    terminal's share is accepted."""
    points = beyond_share(give) if give.for_points else 0
    if not points:
        return None
    once = points // give.for_points * give.off
    return OfflineRule(name, give.offline_limit or 0, min(once, give.most) if give.most else once, members, points=True)


def most_of_coupon(template: CouponTemplate) -> int:
    """Minor units that one coupon can take off, or is worth, where more than the template's limit is refused."""
    benefit, limit = template.benefit, template.offline_limit
    match benefit.kind:
        case BenefitKind.GIFT:
            return benefit.value if benefit.value <= limit else 0  # a gift is given whole or not at all
        case BenefitKind.FIXED:
            return min(benefit.off, limit)
        case BenefitKind.THRESHOLD:
            return limit if benefit.each else min(benefit.off, limit)
        case BenefitKind.PERCENT:
            return limit if benefit.cap is None else min(benefit.cap, limit)
        case BenefitKind.DEAL:
            return limit  # pieces, and what they cost, have no end
        case BenefitKind.VALUE:
            return benefit.value if limit else 0
        case BenefitKind.UNKNOWN:
            return 0
