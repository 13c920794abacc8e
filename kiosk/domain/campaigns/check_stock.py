"""What is wrong with a campaign's stock: substitutes in a circle, lines above it, more promised than there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.findings import Finding, error, warning

MOST_SUBSTITUTES = 10
"""Goods that stand in for one another in a row, at most."""


def stock_findings(campaign: Campaign) -> Iterator[Finding]:
    """All of them."""
    items = {item.id: item for item in campaign.stock}
    for index, item in enumerate(campaign.stock):
        path = f"stock[{index}]"
        seen = [item.id]
        name = item.substitute
        while name is not None and name in items and name not in seen and len(seen) <= MOST_SUBSTITUTES:
            seen.append(name)
            name = items[name].substitute
        if name is not None and name in seen:
            round_ = " → ".join([*seen, name])
            yield error("substitute_loop", f"{path}.substitute", "substitutes go round: {round}", round=round_)
        elif len(seen) > MOST_SUBSTITUTES:
            words = "`{item}`: more than {most} substitutes one after the other"
            yield error("substitute_loop", f"{path}.substitute", words, item=item.id, most=MOST_SUBSTITUTES)
        if item.safety >= item.quantity > 0:
            words = "`{item}`: the safety line is above the whole stock"
            yield warning("safety", f"{path}.safety", words, item=item.id)
    dearest = max((item.value for item in campaign.stock), default=0)
    total = sum(part.amount for part in campaign.budget)
    if campaign.budget and dearest > total:
        yield warning("budget", "budget", "one piece of the stock is worth more than the whole budget")
    yield from _promised(campaign)


def _promised(campaign: Campaign) -> Iterator[Finding]:
    """Goods of which one reward takes more than there are, or of which more is promised for certain than there is."""
    items = {item.id: item for item in campaign.stock}
    promised: Counter[str] = Counter()
    for index, rule in enumerate(campaign.rules):
        times = _times(campaign, rule)
        for place, give in enumerate(rule.give):
            path = f"rules[{index}].give[{place}].{give.KEY}"
            if isinstance(give, g.Gift) and give.stock in items:
                there_is = items[give.stock].quantity
                if give.count > there_is:
                    words = "{count} of `{item}` at once, and there are {there_is}: it is never given"
                    yield error("beyond_stock", path, words, count=give.count, item=give.stock, there_is=there_is)
                promised[give.stock] += give.count * times if not rule.otherwise else 0
            if isinstance(give, g.Discount) and give.stock is not None and give.stock in items:
                there_is = items[give.stock].quantity
                if (give.pieces or 0) > there_is:
                    words = "{count} of `{item}` at once, and there are {there_is}: so many are never taken"
                    yield warning("beyond_stock", path, words, count=give.pieces, item=give.stock, there_is=there_is)
    for index, spec in enumerate(campaign.coupons):
        item = items.get(spec.gift or "")
        if item is not None and item.handed_over_by_hq and item.substitute is None:
            words = "`{item}` is handed over by headquarters: no till has one for this coupon"
            yield warning("beyond_stock", f"coupons[{index}].gift", words, item=item.id)
    for index, item in enumerate(campaign.stock):
        if promised[item.id] > item.quantity and item.substitute is None:
            words = "{count} of `{item}` are promised and there are {there_is}: who comes last gets nothing"
            path = f"stock[{index}].quantity"
            yield warning("beyond_stock", path, words, count=promised[item.id], item=item.id, there_is=item.quantity)


def _times(campaign: Campaign, rule: Rule) -> int:
    """How often a rule gives at most, where that is certain: by a limit of its own in all, or by the prizes drawn; 0
    where it is not."""
    when = rule.when
    totals = [limit.most for limit in rule.limits if not limit.per and limit.shared is None and limit.most is not None]
    if when.event is Trigger.SPUN:
        wheels = [wheel for wheel in campaign.wheels if wheel.id == when.ref]
        prizes = [prize.count for wheel in wheels for prize in wheel.prizes if when.part in (None, prize.code)]
        totals += [sum(prizes)] if prizes else []
    if when.event is Trigger.WON:
        draws = [draw for draw in campaign.draws if draw.id == when.ref]
        won = [
            prize.count * max(1, len(draw.days))
            for draw in draws
            for prize in draw.prizes
            if when.part in (None, prize.code)
        ]
        totals += [sum(won)] if won else []
    return min(totals, default=0)
