"""What can be wrong with one rule: it can never fire, says what means nothing, or gives without end."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.findings import Finding, error, warning
from kiosk.domain.campaigns.limit_keys import namesakes
from kiosk.domain.campaigns.model import Campaign, OnVoid, Rule, Trigger

_OF_A_SALE = {
    Trigger.PURCHASED,
    Trigger.FIRST_PURCHASE,
    Trigger.SPEND_REACHED,
    Trigger.CAME_BACK,
    Trigger.BASKET,
    Trigger.REFEREE_BOUGHT,
    Trigger.SHARE_BOUGHT,
}
_NEEDS_REF = {Trigger.SPUN, Trigger.WON, Trigger.DEPOSIT_PAID, Trigger.POINTS_SPENT, Trigger.PARTNER_CODE}
_LIMITED_BY_NATURE = {
    Trigger.REGISTERED,
    Trigger.FIRST_PURCHASE,
    Trigger.BIRTHDAY,
    Trigger.DORMANT,
    Trigger.STREAK_REACHED,
    Trigger.SPUN,
    Trigger.WON,
    Trigger.CHECKED_IN,
    Trigger.POINTS_SPENT,
}
"""Triggers that cannot be had at will: once in a life, a year or a day, by a prize, for a price."""


def rule_findings(campaign: Campaign, rule: Rule, path: str) -> Iterator[Finding]:
    """What is wrong with one rule, which stands at `path` of the file."""
    yield from _never(campaign, rule, path)
    yield from _meaning(rule, path)
    yield from _unbounded(campaign, rule, path)


def _never(campaign: Campaign, rule: Rule, path: str) -> Iterator[Finding]:
    """Conditions that cannot hold."""
    if_, when = rule.if_, rule.when
    for name in (
        "amount",
        "purchases",
        "spend",
        "referrals",
        "check_ins",
        "streak",
        "points",
        "member_days",
        "idle_days",
        "score",
    ):
        bounds = getattr(if_, name)
        if bounds is not None and bounds.at_most is not None and bounds.at_most < bounds.at_least:
            words = f"rule `{rule.id}`: at most {bounds.at_most} and at least {bounds.at_least}"
            yield error("empty_range", f"{path}.if.{name}", words)
    for limit in rule.limits:
        if limit.most < 1:
            yield error("never", f"{path}.limits", f"rule `{rule.id}`: a limit of 0: it can never give")
    for index, name in namesakes(rule):
        words = f"rule `{rule.id}`: two limits count as `{name}`: give one of them an `id`"
        yield error("limit_twice", f"{path}.limits[{index}]", words)
    if campaign.phases:
        first, last = campaign.starts.date(), campaign.ends.date()
        phases = [phase for phase in campaign.phases if not if_.phases or phase.id in if_.phases]
        spans = if_.dates
        if spans and not any(
            span.since <= phase.ends.date() and phase.starts.date() <= span.until for span in spans for phase in phases
        ):
            words = f"rule `{rule.id}`: its dates lie outside its phases ({first} to {last})"
            yield error("never", f"{path}.if.dates", words)
    for span in if_.dates:
        if span.until < span.since:
            yield error("empty_range", f"{path}.if.dates", f"rule `{rule.id}`: {span.until} is before {span.since}")
    for name, allowed in (("weekdays", range(1, 8)), ("month_days", range(1, 32))):
        for day in getattr(if_, name):
            if day not in allowed:
                yield error("never", f"{path}.if.{name}", f"rule `{rule.id}`: there is no day {day}")
    contradictions = [
        (
            when.event is Trigger.FIRST_PURCHASE and (if_.purchases is not None and if_.purchases.at_least > 0),
            "a first purchase after others",
        ),
        (
            when.event is Trigger.FIRST_PURCHASE and (if_.spend is not None and if_.spend.at_least > 0),
            "a first purchase after others",
        ),
        (
            when.event is Trigger.REGISTERED and (if_.purchases is not None and if_.purchases.at_least > 0),
            "purchases before the registration",
        ),
        (bool(set(if_.tags) & set(if_.without_tags)), "the same tag wanted and unwanted"),
        (bool(set(if_.holds) & set(if_.lacks)), "the same thing held and lacked"),
        (
            bool(if_.tiers) and bool(campaign.audience.tiers) and not set(if_.tiers) & set(campaign.audience.tiers),
            "tiers that the campaign's audience has not",
        ),
        (
            bool(if_.segments)
            and bool(campaign.audience.segments)
            and not set(if_.segments) & set(campaign.audience.segments),
            "segments that the campaign's audience has not",
        ),
        (
            bool(if_.stores) and bool(campaign.stores) and not set(if_.stores) & set(campaign.stores),
            "stores where the campaign does not run",
        ),
        (
            bool(if_.channels) and bool(campaign.channels) and not set(if_.channels) & set(campaign.channels),
            "channels where the campaign does not run",
        ),
        (
            when.event is Trigger.CAME_BACK and bool(if_.segments) and "dormant" not in if_.segments,
            "somebody who came back is still dormant at that moment",
        ),
        (
            when.event is Trigger.DORMANT and bool(if_.segments) and "dormant" not in if_.segments,
            "dormant, and of another segment",
        ),
    ]
    for wrong, words in contradictions:
        if wrong:
            yield error("never", path, f"rule `{rule.id}`: {words}: it can never fire")
    if not rule.give:
        yield error("gives_nothing", f"{path}.give", f"rule `{rule.id}` gives nothing")


def _meaning(rule: Rule, path: str) -> Iterator[Finding]:
    """Fields that belong to other triggers or rewards."""
    when, if_ = rule.when, rule.if_
    wanted = {
        "amount": when.event in (Trigger.SPEND_REACHED, Trigger.REFEREE_BOUGHT),
        "days": when.event in (Trigger.STREAK_REACHED, Trigger.BIRTHDAY),
        "points": when.event is Trigger.POINTS_SPENT,
        "tier": when.event is Trigger.TIER_REACHED,
    }
    for name, fits in wanted.items():
        if getattr(when, name) is not None and not fits:
            yield error("no_meaning", f"{path}.when.{name}", f"`{name}` means nothing for `{when.event}`")
    needed = {Trigger.SPEND_REACHED: "amount", Trigger.STREAK_REACHED: "days", Trigger.POINTS_SPENT: "points"}
    name = needed.get(when.event, "")
    if name and not getattr(when, name):
        yield error("missing", f"{path}.when", f"rule `{rule.id}`: `{when.event}` needs `{name}` above 0")
    if when.event in _NEEDS_REF and when.ref is None:
        yield error("missing", f"{path}.when", f"rule `{rule.id}`: `{when.event}` needs `ref`")
    if when.n < 1 or (when.n > 1 and when.event in (Trigger.SPEND_REACHED, Trigger.STREAK_REACHED, Trigger.BASKET)):
        yield error("no_meaning", f"{path}.when.n", f"rule `{rule.id}`: `n` {when.n} for `{when.event}`")
    if when.event not in _OF_A_SALE:
        for name in ("categories", "items"):
            if getattr(if_, name) is not None:
                yield error("no_meaning", f"{path}.if.{name}", f"rule `{rule.id}`: no goods at `{when.event}`")
        if if_.amount is not None and when.event is not Trigger.DEPOSIT_PAID:
            yield error("no_meaning", f"{path}.if.amount", f"rule `{rule.id}`: no amount at `{when.event}`")
    if if_.score is not None and when.event is not Trigger.SURVEY_ANSWERED:
        yield error("no_meaning", f"{path}.if.score", f"rule `{rule.id}`: no score at `{when.event}`")
    for give in (*rule.give, *rule.otherwise):
        yield from _give(rule, give, path)
    discounts = sum(isinstance(give, g.Discount) for give in rule.give)
    if discounts > 1 or (discounts and rule.otherwise):
        words = f"rule `{rule.id}`: one discount a rule, and nothing in its stead; make another rule"
        yield error("no_meaning", f"{path}.give", words)
    if rule.hold_days and any(isinstance(give, (g.Tickets, g.Spins, g.GiveTier, g.Discount)) for give in rule.give):
        words = f"rule `{rule.id}`: tickets, spins, tiers and discounts take effect at once; `hold_days` holds the rest"
        yield warning("hold", f"{path}.hold_days", words)


def _give(rule: Rule, give: g.Give, path: str) -> Iterator[Finding]:
    at = f"{path}.give"
    is_basket = rule.when.event is Trigger.BASKET
    if isinstance(give, g.Discount) is not is_basket:
        words = "discounts need `when: basket`, and a basket gives nothing else"
        yield error("no_meaning", at, f"rule `{rule.id}`: {words}")
    if isinstance(give, (g.PointsPer, g.MultiplyPoints)) and rule.when.event not in _OF_A_SALE:
        yield error("no_meaning", at, f"rule `{rule.id}`: points for an amount, without a sale")
    if isinstance(give, g.MultiplyPoints) and (len(rule.give) > 1 or give.by <= 10_000):
        yield error("no_meaning", at, f"rule `{rule.id}`: a multiplier stands alone and is more than 1")
    if isinstance(give, g.PointsPer) and give.amount < 1:
        yield error("unbounded", at, f"rule `{rule.id}`: points for every 0 of money")
    if isinstance(give, g.Discount):
        yield from _discount(rule, give, at)
    if _is_nothing(give):
        yield error("gives_nothing", at, f"rule `{rule.id}`: `{give.KEY}` of 0 is nothing")
    if isinstance(give, g.Choice) and len(set(give.of)) < 2:
        yield warning("no_choice", at, f"rule `{rule.id}`: a choice of one")


def _is_nothing(give: g.Give) -> bool:
    match give:
        case g.Points(points=0) | g.PointsPer(points=0) | g.Rebate(amount=0, percent=0):
            return True
        case g.GiveTier(months=count) | g.TierMonths(months=count):
            return not count
        case g.Choice(of=of):
            return not of
        case _:
            return getattr(give, "count", 1) == 0


def _discount(rule: Rule, give: g.Discount, at: str) -> Iterator[Finding]:
    by_piece = give.price is not None or bool(give.free)
    if sum((bool(give.off or give.percent), give.price is not None, bool(give.free))) != 1:
        yield error("no_meaning", at, f"rule `{rule.id}`: one of off/percent, price, buy and free")
    if give.off and give.percent:
        yield error("no_meaning", at, f"rule `{rule.id}`: `off` and `percent`: one of them; make two rules for both")
    if give.most is not None and give.off and not (give.each or give.for_points):
        yield error("no_meaning", at, f"rule `{rule.id}`: `most` bounds a `percent`, `each` or `for_points`")
    if 0 in (give.most, give.most_percent, give.pieces):
        yield error("gives_nothing", at, f"rule `{rule.id}`: `most`, `most_percent` or `pieces` of 0 is nothing")
    if by_piece and (give.most is not None or give.most_percent is not None or give.spend):
        yield error("no_meaning", at, f"rule `{rule.id}`: `most`, `most_percent` and `spend` are not for pieces")
    if give.for_points and (by_piece or give.percent or give.spend or not give.off):
        yield error("no_meaning", at, f"rule `{rule.id}`: `for_points` pay so much `off` each, and nothing else")
    if give.offline_limit and not give.for_points:
        yield error("no_meaning", at, f"rule `{rule.id}`: `offline_limit` is for `for_points`")
    if give.for_points and rule.on_void is OnVoid.KEEP:
        yield error("points_lost", at, f"rule `{rule.id}`: a voided sale would keep the points that paid for it")
    if max(give.percent, give.most_percent or 0) > 10_000 or (give.free and give.buy < 1):
        yield error("unbounded", at, f"rule `{rule.id}`: more than everything is free")
    if give.each and give.spend < 1:
        yield error("unbounded", at, f"rule `{rule.id}`: so much off for every 0 spent")


def _unbounded(campaign: Campaign, rule: Rule, path: str) -> Iterator[Finding]:
    """Rewards worth something that can be had again and again."""
    worth = [
        give
        for give in (*rule.give, *rule.otherwise)
        if isinstance(
            give, (g.GiveCoupon, g.Rebate, g.Experience, g.Partner, g.Points, g.Tickets, g.Spins, g.TierMonths)
        )
    ]
    if not worth:
        return
    bounded = (
        rule.when.event in _LIMITED_BY_NATURE
        or any(limit.most >= 1 for limit in rule.limits)
        or (rule.when.event is Trigger.SPEND_REACHED)
        or (rule.when.n > 1 and not rule.when.every)
        or rule.when.event in (Trigger.TIER_REACHED, Trigger.CAME_BACK)
    )
    if not bounded:
        kinds = ", ".join(sorted({type(give).KEY for give in worth}))
        words = f"rule `{rule.id}`: {kinds} at every `{rule.when.event}`, without a limit"
        yield warning("unbounded", path, words)
    if rule.budget is None and any(isinstance(give, (g.Rebate, g.GiveCoupon)) for give in worth):
        yield warning("no_budget", path, f"rule `{rule.id}`: costs money and names no budget category")
