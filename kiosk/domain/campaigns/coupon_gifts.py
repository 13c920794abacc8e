"""A campaign's coupon for a gift takes one of the campaign's stock, as `give: gift` does: from the terminal's own
share, and what stands in for the goods where they are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.domain.campaigns.coupons import last_end, template_id
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.shared import Shared, stock_key
from kiosk.domain.campaigns.things import CouponSpec, Stock


class CouponGift(NamedTuple):
    """One of `item` for a coupon. `spec`: the coupon's id in the campaign file."""

    campaign: str
    spec: str
    item: Stock

    @property
    def key(self) -> str:
        """Of the shared quantity."""
        return stock_key(self.campaign, self.item.id)

    def reward(self, coupon: str, happening: Happening, shared: Shared) -> Reward:
        """It was handed over for a coupon, in a sale. It is nobody's reward, and costs nothing more: the member was
        given the coupon, which was paid for then."""
        return Reward(
            f"{self.campaign}/{self.spec}/{happening.id}/coupon:{coupon}",
            self.campaign,
            self.spec,
            happening.id,
            "",
            RewardKind.GIFT,
            self.item.id,
            1,
            wall=happening.wall,
            takes=((shared.pool_key(happening.device, self.key), 1),),
        )


def coupon_gifts(campaign: Campaign) -> Mapping[str, tuple[CouponGift, ...]]:
    """By template: what a coupon is for, and what stands in for it, in order."""
    return {
        template_id(campaign.id, spec.id): tuple(
            CouponGift(campaign.id, spec.id, item) for item in goods_for(campaign, spec)
        )
        for spec in campaign.coupons
        if spec.gift is not None
    }


def goods_for(campaign: Campaign, spec: CouponSpec) -> Iterator[Stock]:
    """What a coupon may hand over; nothing where it is for no gift."""
    stock = {item.id: item for item in campaign.stock}
    return stands_in(stock, spec.gift) if spec.gift is not None else iter(())


def kept_for_coupons(campaign: Campaign, wall: int) -> frozenset[str]:
    """Shared quantities of a campaign that is over which its coupons may still take from, by key."""
    if wall < minutes(campaign.ends):
        return frozenset()
    good = [spec for spec in campaign.coupons if wall < minutes(last_end(campaign, spec))]
    return frozenset(stock_key(campaign.id, item.id) for spec in good for item in goods_for(campaign, spec))


def stands_in(stock: Mapping[str, Stock], name: str) -> Iterator[Stock]:
    """Goods, and what is given where they are gone, each once."""
    tried: set[str] = set()
    following: str | None = name
    while following is not None and following not in tried:
        tried.add(following)
        yield stock[following]
        following = stock[following].substitute
