"""What a customer should hear of a basket while there is still time: it is priced with a little more in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.application.campaigns.basket import Basket
from kiosk.application.campaigns.campaign_price import Discounts
from kiosk.application.campaigns.histories import Campaigns
from kiosk.domain.campaigns import near_offers as near
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.offers import candidates
from kiosk.domain.coupons.pricing import Pricing


def near_offers(
    campaigns: Campaigns, basket: Basket, pricing: Pricing, price: Callable[[Discounts], Pricing]
) -> tuple[near.NearOffer, ...]:
    """The best first. `pricing`: of the basket as it is; `price`: of what the rules take off other goods, beside the
    customer's coupons."""
    if not campaigns.running:
        return ()
    happening, state = campaigns.priced(basket), campaigns.state(basket.member)

    def trial(other: Happening) -> near.Trial:
        other = campaigns.engine.bounded(other)
        offered = candidates(campaigns.engine, other, state, campaigns.fold.shared)
        return near.trial_of(price(Discounts(basket_of(other), tuple(offered))))

    rules = campaigns.engine.discounting(happening)
    found = near.near_offers(rules, happening, near.trial_of(pricing), trial, campaigns.goods.usual)
    return tuple(replace(one, called=campaigns.goods.name(one.items[0])) if one.items else one for one in found)
