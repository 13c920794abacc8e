"""What is wrong with what a campaign says of its points: how long they are good, how many there may be; and with what
is given as a share of a purchase."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.check_rules import OF_A_SALE
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.model import Campaign, Limit, Rule
from kiosk.domain.campaigns.points_expiry import Expire
from kiosk.domain.campaigns.scopes import Measure
from kiosk.domain.findings import Finding, error, warning

_LONGEST_DAYS = 36_500
_OF_POINTS = (g.Points, g.PointsPer, g.MultiplyPoints)


def points_findings(campaign: Campaign) -> Iterator[Finding]:
    """The terms of points, holds that outlast them, and limits on points and money."""
    yield from _expire(campaign)
    shared: dict[str, Measure] = {}
    values = {spec.id for spec in campaign.coupons if spec.value}
    for index, rule in enumerate(campaign.rules):
        for key, gives in (("give", rule.give), ("otherwise", rule.otherwise)):
            for place, give in enumerate(gives):
                if isinstance(give, g.GiveCoupon) and give.percent_of_purchase:
                    yield from _share(rule, give, values, f"rules[{index}].{key}[{place}].coupon.percent_of_purchase")
        for place, limit in enumerate(rule.limits):
            where = f"rules[{index}].limits[{place}]"
            yield from _limit(rule, limit, where)
            if limit.shared and shared.setdefault(limit.shared, limit.measure) is not limit.measure:
                words = "rule `{rule}`: limits that share `{name}` have to count the same: `most`, `points` or `saved`"
                yield error("no_meaning", where, words, rule=rule.id, name=limit.shared)


def _share(rule: Rule, give: g.GiveCoupon, values: set[str], where: str) -> Iterator[Finding]:
    if rule.when.event not in OF_A_SALE:
        yield error("no_meaning", where, "rule `{rule}`: a share of the purchase, without a sale", rule=rule.id)
    if give.template not in values:
        words = (
            "rule `{rule}`: `percent_of_purchase` needs a coupon with a `value`, the most it can be worth: `{coupon}`"
        )
        yield error("no_meaning", where, words, rule=rule.id, coupon=give.template)


def _limit(rule: Rule, limit: Limit, where: str) -> Iterator[Finding]:
    if sum(one is not None for one in (limit.most, limit.points, limit.saved)) != 1:
        words = "rule `{rule}`: a limit has one of `most` (rewards), `points` and `saved` (money)"
        yield error("no_meaning", where, words, rule=rule.id)
    elif limit.points is not None and not any(isinstance(give, _OF_POINTS) for give in (*rule.give, *rule.otherwise)):
        yield error("no_meaning", where, "rule `{rule}`: a limit of points, and it gives none", rule=rule.id)
    elif limit.saved is not None and not any(isinstance(give, g.Discount) for give in rule.give):
        yield error("no_meaning", where, "rule `{rule}`: a limit of money, and it has no discount", rule=rule.id)


def _expire(campaign: Campaign) -> Iterator[Finding]:
    expire, at = campaign.points.expire, "points.expire"
    if expire is None:
        return
    for code, words in _terms(expire):
        yield error(code, at, words)
        return
    day = campaign.starts.toordinal() if campaign.phases else 0
    for index, rule in enumerate(campaign.rules):
        held = any(isinstance(give, _OF_POINTS) for give in (*rule.give, *rule.otherwise)) and rule.hold_days
        if held and day and (day + rule.hold_days) * DAY >= expire.until(day):
            words = "rule `{rule}`: its points are held for as long as they are good: nobody can spend them"
            yield warning("hold", f"rules[{index}].hold_days", words, rule=rule.id)


def _terms(expire: Expire) -> Iterator[tuple[str, str]]:
    if expire.days is None and expire.months is None and expire.end_of is None:
        yield "missing", "`days`, `months` or `end_of`: how long a point is good"
    if expire.days is not None and expire.months is not None:
        yield "no_meaning", "`days` and `months`: one of them"
    if 0 in (expire.days, expire.months):
        yield "no_meaning", "points that are good for 0 days"
    if (expire.days or 0) > _LONGEST_DAYS or (expire.months or 0) > _LONGEST_DAYS // 30:
        yield "too_long", "a point is good for 100 years at most; leave `expire` out for points without end"
