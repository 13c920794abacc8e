"""What campaigns do to a price: their discounts compete with coupons for the best one, and the sale's rewards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.application.campaigns.basket import NOTHING_OFF, Basket, Paid
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import PointsHeldBack, PointsOffer, RewardView
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.offers import candidates, points_offer
from kiosk.domain.campaigns.points import POINTS_SHARE
from kiosk.domain.coupons import model
from kiosk.domain.coupons.pricing import Candidate


@dataclass(frozen=True, slots=True)
class Discounts:
    """Discounts that the rules give for `goods`, before it is known what combines with what."""

    goods: model.Basket
    candidates: tuple[Candidate, ...] = ()
    pay_points: PointsOffer | None = None
    held_back: PointsHeldBack | None = None


def discounts(campaigns: Campaigns, basket: Basket) -> Discounts:
    """What the rules take off the basket's goods."""
    happening = campaigns.priced(basket)
    goods = basket_of(happening)
    if not campaigns.running:
        return Discounts(goods)
    asked = (campaigns.engine, happening, campaigns.state(basket.member), campaigns.fold.shared)
    payable = points_offer(*asked) if basket.member else None
    found = Discounts(goods, tuple(candidates(*asked)), PointsOffer(*payable) if payable else None)
    return replace(found, held_back=_held_back(campaigns, happening, payable))


def _held_back(campaigns: Campaigns, happening: Happening, payable: tuple[int, int] | None) -> PointsHeldBack | None:
    """Why points cannot pay as much as the member has, for want of HQ."""
    share = happening.detail.get(POINTS_SHARE)
    if share is None:
        return None
    state = campaigns.state(happening.member)
    free = happening._replace(detail={key: value for key, value in happening.detail.items() if key != POINTS_SHARE})
    whole = points_offer(campaigns.engine, free, state, campaigns.fold.shared)
    if whole is None or (payable is not None and payable[0] >= whole[0] and payable[0] <= share):
        return None
    beyond = payable[0] - share if payable is not None else 0
    return PointsHeldBack(share, state.points_at(happening.wall), max(0, beyond), campaigns.online)


def sale_rewards(
    campaigns: Campaigns,
    basket: Basket,
    total: int,
    offers: tuple[tuple[str, int, int], ...],
    paid: Paid = NOTHING_OFF,
) -> tuple[RewardView, ...]:
    """What the sale would bring the member if it were made now for `total` minor units. `offers`: discounts of rules
    in the price (`domain.campaigns.offers.offers`)."""
    if not campaigns.running or not basket.member:
        return ()
    bought = campaigns.bought(basket, total, paid)._replace(offers=offers)
    return reward_views(campaigns, campaigns.quote(bought).rewards, basket.member)
