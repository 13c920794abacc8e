"""How much of a campaign's stock, budgets and totals a terminal asks for at a time.

A share is a twentieth of the whole, or what two of the largest rewards take if that is more. It is topped up when a
quarter of it is left, or less than the next reward may need: a terminal must not refuse what HQ could still give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.giving import coupon_cost
from kiosk.domain.campaigns.limit_keys import limit_key
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.scopes import Measure
from kiosk.domain.campaigns.shared import whole_quantities

_PART = 20
_FEWEST = 5
"""Things (not minor units) in a share: a trip to HQ for each mug helps nobody."""


class ShareSize(NamedTuple):
    """`share`: what a terminal asks for; `low`: it asks again when less than this is left."""

    share: int
    low: int


def share_sizes(campaign: Campaign) -> Mapping[str, ShareSize]:
    """By key, as `shared.whole_quantities`, without goods that HQ itself hands over."""
    largest = _largest_takes(campaign)
    hqs = {f"stock:{campaign.id}/{item.id}" for item in campaign.stock if item.handed_over_by_hq}
    wholes = whole_quantities(campaign)
    return {key: _size(key, wholes[key], largest.get(key, 1)) for key in wholes if key not in hqs}


def _size(key: str, whole: int, largest: int) -> ShareSize:
    fewest = 1 if key.startswith("budget:") else _FEWEST
    share = min(whole, max(-(-whole // _PART), 2 * largest, fewest))
    return ShareSize(share, max(-(-share // 4), min(largest, share)))


def _largest_takes(campaign: Campaign) -> Mapping[str, int]:
    """The most that one reward takes of a quantity, as far as the file says (a percentage has no largest)."""
    takes: dict[str, int] = {}
    costs = _Costs(campaign)
    for rule in campaign.rules:
        for give in (*rule.give, *rule.otherwise):
            for stock, pieces in _goods(give):
                _note(takes, f"stock:{campaign.id}/{stock}", pieces)
        for limit in rule.limits:
            if not limit.per and limit.measure is not Measure.REWARDS:
                _note(takes, limit_key(campaign.id, rule.id, limit), _largest(rule, limit.measure))
        if rule.budget:
            _note(takes, f"budget:{campaign.id}/{rule.budget}", costs.of_rule(rule))
    return takes


def _largest(rule: Rule, measure: Measure) -> int:
    """The most points that one reward of a rule is, or the most that it takes off, as far as the file says."""
    found = [1]
    for give in (*rule.give, *rule.otherwise):
        if measure is Measure.POINTS and isinstance(give, (g.Points, g.PointsPer)):
            found.append(give.points if isinstance(give, g.Points) else give.most or give.points)
        if measure is Measure.SAVED and isinstance(give, g.Discount):
            found.append(give.most or give.off)
    return max(found)


def _note(takes: dict[str, int], key: str, quantity: int) -> None:
    takes[key] = max(takes.get(key, 1), quantity)


def _goods(give: g.Give) -> Iterable[tuple[str, int]]:
    match give:
        case g.Gift(stock=stock, count=count):
            return [(stock, count)]
        case g.Discount(stock=stock, pieces=pieces, free=free) if stock is not None:
            return [(stock, max(pieces or 1, free))]
        case _:
            return []


class _Costs:
    """What rewards cost, minor units."""

    def __init__(self, campaign: Campaign) -> None:
        self._point = campaign.point_cost
        self._stock = {item.id: item for item in campaign.stock}
        self._coupons = {spec.id: spec for spec in campaign.coupons}
        self._vouchers = {voucher.id: voucher for voucher in (*campaign.experiences, *campaign.partners)}

    def of_rule(self, rule: Rule) -> int:
        return max(sum(map(self._of, gives)) for gives in (rule.give, rule.otherwise))

    def _of(self, give: g.Give) -> int:
        match give:
            case g.Points(points=points):
                return points * self._point
            case g.PointsPer(most=most):
                return (most or 0) * self._point
            case g.GiveCoupon(template=template, count=count):
                return coupon_cost(self._coupons[template], self._stock) * count
            case g.Gift(stock=stock, count=count):
                return self._goods(stock) * count
            case g.Choice(of=of):
                return max(map(self._goods, of), default=0)
            case g.Rebate(amount=amount, most=most):
                return amount if most is None else most
            case g.Experience(voucher=ref, count=count) | g.Partner(voucher=ref, count=count):
                return self._vouchers[ref].cost * count
            case g.Discount(off=off, most=most):
                return off or most or 0
            case _:
                return 0

    def _goods(self, name: str) -> int:
        item = self._stock[name]
        return item.value if item.cost is None else item.cost
