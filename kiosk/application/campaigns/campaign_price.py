"""What campaigns do to a price: their discounts compete with coupons for the best one, and the sale's rewards."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import PointsOffer, RewardView
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.offers import candidates, points_offer
from kiosk.domain.coupons.pricing import Candidate


@dataclass(frozen=True, slots=True)
class Discounts:
    """Discounts that the rules give for a visit's goods, before it is known what combines with what."""

    candidates: tuple[Candidate, ...] = ()
    pay_points: PointsOffer | None = None


def discounts(campaigns: Campaigns, visit: Visit) -> Discounts:
    """What the rules take off the visit's goods."""
    if not campaigns.running:
        return Discounts()
    happening = campaigns.basket(visit, HappeningKind.BASKET, visit.amount)
    asked = (campaigns.engine, happening, campaigns.state(happening.member), campaigns.fold.shared)
    payable = points_offer(*asked) if happening.member else None
    return Discounts(tuple(candidates(*asked)), PointsOffer(*payable) if payable else None)


def sale_rewards(
    campaigns: Campaigns, visit: Visit, total: int, offers: tuple[tuple[str, int, int], ...]
) -> tuple[RewardView, ...]:
    """What the sale would bring the member if it were made now for `total` minor units. `offers`: discounts of rules
    in the price (`domain.campaigns.offers.offers`)."""
    if not campaigns.running or visit.member is None or not visit.member.known:
        return ()
    happening = campaigns.basket(visit, HappeningKind.PURCHASED, total)._replace(offers=offers)
    return reward_views(campaigns, campaigns.quote(happening).rewards, visit.member.id)
