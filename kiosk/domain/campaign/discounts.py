"""What a rule's discount takes off a basket, and how it competes with coupons for the best price."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from kiosk.domain.campaign.events import Event, Item
from kiosk.domain.campaign.gives import Discount
from kiosk.domain.campaign.rewards import Reward, RewardKind
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.texts import LocalText

_BASIS_POINTS = 10_000
_ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))


def discount_off(give: Discount, event: Event) -> tuple[int, int]:
    """Minor units off the basket of `event`, and the pieces of goods that it covers (0 when it covers money).

    Percentages are cut down to whole minor units here; the price of the basket rounds to the smallest coin.
    """
    if give.price is not None or give.free:
        return _by_piece(give, event.items)
    goods = _goods(give, event)
    off = give.off
    if give.percent:
        off += goods * min(give.percent, _BASIS_POINTS) // _BASIS_POINTS
    if give.spend:
        off = 0 if goods < give.spend else off * (goods // give.spend) if give.each else off
    if give.most is not None:
        off = min(off, give.most)
    return max(0, min(off, goods)), 0


def candidates(
    rewards: Iterable[Reward], discounts: Iterable[tuple[str, Discount]], names: dict[str, LocalText]
) -> list[tuple[Coupon, CouponTemplate]]:
    """The discounts among `rewards` (of an event BASKET) as candidates for `coupons.pricing.best`, beside the
    customer's coupons. `discounts`: campaign/rule → what the file says; `names`: campaign/rule → words. The id of such
    a coupon is the rule's "campaign/rule", which the sale's fact lists under `offers`."""
    known = dict(discounts)
    found = []
    for reward in rewards:
        key = f"{reward.campaign}/{reward.rule}"
        if reward.kind is not RewardKind.DISCOUNT or key not in known:
            continue
        give = known[key]
        template = CouponTemplate(
            id=key,
            name=names[key],
            campaign=reward.campaign,
            benefit=Benefit(BenefitKind.FIXED, off=reward.quantity),
            valid_from=_ALWAYS[0],
            valid_until=_ALWAYS[1],
            categories=give.categories or None,
            stack_group=give.group,
            stacks_with=give.with_,
        )
        found.append((Coupon(key, key, *_ALWAYS), template))
    return found


def _goods(give: Discount, event: Event) -> int:
    """Minor units of the basket that the discount may touch."""
    if give.items:
        return sum(item.price * item.pieces for item in event.items if item.sku in give.items)
    if give.categories:
        return min(max(0, event.amount), sum(part for name, part in event.categories if name in give.categories))
    return max(0, event.amount)


def _by_piece(give: Discount, items: Iterable[Item]) -> tuple[int, int]:
    """A price a piece, or so many free for so many bought, the cheapest free."""
    prices = sorted(
        price
        for sku, category, pieces, price in items
        if (not give.items or sku in give.items) and (not give.categories or category in give.categories)
        for _ in range(min(pieces, 1000))
    )
    if give.price is not None:
        dear = sorted((price - give.price for price in prices if price > give.price), reverse=True)
        covered = dear if give.pieces is None else dear[: give.pieces]
        return sum(covered), len(covered)
    free = len(prices) // (give.buy + give.free) * give.free
    if give.pieces is not None:
        free = min(free, give.pieces)
    return sum(prices[:free]), free
