"""What one reward of a rule can be, and how much of what is shared it can use up, by the campaign file and by what it
was given for. HQ holds against it what terminals say that they gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.coupon_gifts import coupon_gifts, stands_in
from kiosk.domain.campaigns.giving import coupon_cost
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.limit_keys import limit_key
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.scopes import Measure

MOST_TIMES = 100
"""How often a rule with `every` fires for one happening, as far as shared quantities go."""
_BASIS_POINTS = 10_000
_ANY = 2**53


class _Possible(NamedTuple):
    """A reward that a rule can give: at most so many; `each`: what one costs the budget; `goods`: the shared quantity
    of which each takes one."""

    kind: RewardKind
    ref: str
    most: int
    each: int = 0
    goods: str = ""


def gives_coupon(rule: Rule, coupon: str) -> bool:
    """Whether a rule gives coupons of that name."""
    gives = (*rule.give, *rule.otherwise)
    return any(isinstance(give, g.GiveCoupon) and give.template == coupon for give in gives)


def most_taken(campaign: Campaign, rule: Rule, reward: Reward, told: Happening | None) -> Mapping[str, int]:
    """How much a reward of this rule can use up, by key (without a pool's name). `told`: what it was given for; without
    it, nothing that depends on an amount."""
    times = MOST_TIMES if rule.when.every else 1
    possible = list(_possible(campaign, rule, times, told))
    off = sum(off for off, _pieces, _stock in _off(rule, told))
    much = {Measure.REWARDS: times, Measure.SAVED: off}
    much[Measure.POINTS] = sum(one.most for one in possible if one.kind is RewardKind.POINTS)
    found = {limit_key(campaign.id, rule.id, limit): much[limit.measure] for limit in rule.limits}
    for one in possible:
        if (one.kind, one.ref) != (reward.kind, reward.ref):
            continue
        count = max(0, min(reward.quantity, one.most))
        if one.goods:
            found[one.goods] = max(found.get(one.goods, 0), count)
        if rule.budget and one.each > 0:
            key = f"budget:{campaign.id}/{rule.budget}"
            found[key] = max(found.get(key, 0), count * one.each)
    for off, pieces, stock in _off(rule, told):
        if reward.kind is RewardKind.DISCOUNT and stock:
            found[f"stock:{campaign.id}/{stock}"] = max(1, pieces)
        if reward.kind is RewardKind.DISCOUNT and rule.budget:
            found[f"budget:{campaign.id}/{rule.budget}"] = off
    return found


def most_handed_over(campaign: Campaign, reward: Reward) -> Mapping[str, int]:
    """How much what was handed over for a coupon can use up, by key (without a pool's name); nothing, where the
    campaign has no such coupon, or it is not for that."""
    if reward.kind is not RewardKind.GIFT or reward.member:
        return {}
    gifts = (gift for known in coupon_gifts(campaign).values() for gift in known)
    return {gift.key: 1 for gift in gifts if (gift.spec, gift.item.id) == (reward.rule, reward.ref)}


def _off(rule: Rule, told: Happening | None) -> Iterator[tuple[int, int, str]]:
    """Of a sale that the rule took something off: how much, off how many pieces, and the goods that are shared."""
    gives = [give for give in rule.give if isinstance(give, g.Discount)]
    for name, off, pieces in told.offers if told is not None else ():
        if name.partition("/")[2] == rule.id:
            yield from ((off, pieces, give.stock or "") for give in gives[:1])


def _possible(campaign: Campaign, rule: Rule, times: int, told: Happening | None) -> Iterator[_Possible]:
    stock = {item.id: item for item in campaign.stock}
    coupons = {spec.id: spec for spec in campaign.coupons}
    costs = {item.id: item.value if item.cost is None else item.cost for item in campaign.stock}
    vouchers = {voucher.id: voucher.cost for voucher in (*campaign.experiences, *campaign.partners)}
    amount = max(0, told.amount) if told is not None else 0
    pieces = sum(max(0, item.pieces) for item in told.items) if told is not None else 0

    def goods(name: str) -> str:
        return f"stock:{campaign.id}/{name}"

    for give in (*rule.give, *rule.otherwise):
        match give:
            case g.Points(points=points):
                yield _Possible(RewardKind.POINTS, "", points * times, campaign.point_cost)
            case g.PointsPer():
                yield _Possible(RewardKind.POINTS, "per", give.of(amount, pieces), campaign.point_cost)
            case g.MultiplyPoints(by=by):
                others = (one for each in campaign.rules for one in (*each.give, *each.otherwise))
                base = sum(one.of(amount, pieces) for one in others if isinstance(one, g.PointsPer))
                more = base * max(0, by - _BASIS_POINTS) // _BASIS_POINTS
                yield _Possible(RewardKind.POINTS, "times", more, campaign.point_cost)
            case g.GiveCoupon(template=template, count=count):
                yield _Possible(RewardKind.COUPON, template, count * times, coupon_cost(coupons[template], stock))
            case g.Gift(stock=name, count=count):
                for item in stands_in(stock, name):
                    yield _Possible(RewardKind.GIFT, item.id, count * times, costs[item.id], goods(item.id))
            case g.Choice(of=of):
                dearest = max((costs[one] for one in of), default=0)
                yield _Possible(RewardKind.CHOICE, "|".join(of), times, dearest)
                # what was chosen has been paid for with the choice
                yield from (_Possible(RewardKind.GIFT, one, times, 0, goods(one)) for one in of)
            case g.Experience(voucher=ref, count=count):
                yield _Possible(RewardKind.EXPERIENCE, ref, count * times, vouchers[ref])
            case g.Partner(voucher=ref, count=count):
                yield _Possible(RewardKind.PARTNER, ref, count * times, vouchers[ref])
            case g.SlotRight(slot=slot):
                yield _Possible(RewardKind.SLOT, slot, 1, 0, f"slot:{campaign.id}/{slot}")
            case g.Rebate():
                owed = give.amount * times + amount * give.percent // _BASIS_POINTS
                yield _Possible(RewardKind.REBATE, "", owed if give.most is None else min(owed, give.most), 1)
            case _:  # takes nothing but what its rule is limited by
                pass
