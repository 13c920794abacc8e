"""What can be wrong with one rule: it can never fire, says what means nothing, or gives without end."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.check_conditions import condition_findings
from kiosk.domain.campaigns.check_discounts import discount_findings
from kiosk.domain.campaigns.check_whom import whom_findings
from kiosk.domain.campaigns.limit_keys import namesakes
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.campaigns.pieces import Except
from kiosk.domain.findings import Finding, error, warning
from kiosk.domain.money import plain

OF_A_SALE = {
    Trigger.PURCHASED,
    Trigger.FIRST_PURCHASE,
    Trigger.SPEND_REACHED,
    Trigger.PIECES_REACHED,
    Trigger.CAME_BACK,
    Trigger.BASKET,
    Trigger.REFEREE_BOUGHT,
    Trigger.SHARE_BOUGHT,
}
_NEEDS_REF = {Trigger.SPUN, Trigger.WON, Trigger.DEPOSIT_PAID, Trigger.POINTS_SPENT, Trigger.PARTNER_CODE}
_BY_MULTIPLES = {Trigger.SPEND_REACHED, Trigger.PIECES_REACHED, Trigger.STREAK_REACHED, Trigger.BASKET}
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
    yield from whom_findings(campaign, rule, path)
    yield from condition_findings(campaign, rule, path)
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
            most, least = (
                plain(number, campaign.currency) if name in ("amount", "spend") else number
                for number in (bounds.at_most, bounds.at_least)
            )
            words = "rule `{rule}`: at most {most} and at least {least}"
            yield error("empty_range", f"{path}.if.{name}", words, rule=rule.id, most=most, least=least)
    for limit in rule.limits:
        if limit.bound < 1:
            yield error("never", f"{path}.limits", "rule `{rule}`: a limit of 0: it can never give", rule=rule.id)
    for index, name in namesakes(rule):
        words = "rule `{rule}`: two limits count as `{name}`: give one of them an `id`"
        yield error("limit_twice", f"{path}.limits[{index}]", words, rule=rule.id, name=name)
    if campaign.phases:
        first, last = campaign.starts.date(), campaign.ends.date()
        phases = [phase for phase in campaign.phases if not if_.phases or phase.id in if_.phases]
        spans = if_.dates
        if spans and not any(
            span.since <= phase.ends.date() and phase.starts.date() <= span.until for span in spans for phase in phases
        ):
            words = "rule `{rule}`: its dates lie outside its phases ({first} to {last})"
            yield error("never", f"{path}.if.dates", words, rule=rule.id, first=first, last=last)
    for span in if_.dates:
        if span.until < span.since:
            words = "rule `{rule}`: {until} is before {since}"
            yield error("empty_range", f"{path}.if.dates", words, rule=rule.id, until=span.until, since=span.since)
    for name, allowed in (("weekdays", range(1, 8)), ("month_days", range(1, 32))):
        for day in getattr(if_, name):
            if day not in allowed:
                yield error("never", f"{path}.if.{name}", "rule `{rule}`: there is no day {day}", rule=rule.id, day=day)
    contradictions = [
        (
            when.event is Trigger.FIRST_PURCHASE and (if_.purchases is not None and if_.purchases.at_least > 0),
            "rule `{rule}`: a first purchase after others: it can never fire",
        ),
        (
            when.event is Trigger.FIRST_PURCHASE and (if_.spend is not None and if_.spend.at_least > 0),
            "rule `{rule}`: a first purchase after others: it can never fire",
        ),
        (
            when.event is Trigger.REGISTERED and (if_.purchases is not None and if_.purchases.at_least > 0),
            "rule `{rule}`: purchases before the registration: it can never fire",
        ),
        (
            bool(set(if_.tags) & set(if_.without_tags)),
            "rule `{rule}`: the same tag wanted and unwanted: it can never fire",
        ),
        (bool(set(if_.holds) & set(if_.lacks)), "rule `{rule}`: the same thing held and lacked: it can never fire"),
        (
            bool(if_.tiers) and bool(campaign.audience.tiers) and not set(if_.tiers) & set(campaign.audience.tiers),
            "rule `{rule}`: tiers that the campaign's audience has not: it can never fire",
        ),
        (
            bool(if_.segments)
            and bool(campaign.audience.segments)
            and not set(if_.segments) & set(campaign.audience.segments),
            "rule `{rule}`: segments that the campaign's audience has not: it can never fire",
        ),
        (
            bool(if_.stores) and bool(campaign.stores) and not set(if_.stores) & set(campaign.stores),
            "rule `{rule}`: stores where the campaign does not run: it can never fire",
        ),
        (
            bool(if_.channels) and bool(campaign.channels) and not set(if_.channels) & set(campaign.channels),
            "rule `{rule}`: channels where the campaign does not run: it can never fire",
        ),
        (
            when.event is Trigger.CAME_BACK and bool(if_.segments) and "dormant" not in if_.segments,
            "rule `{rule}`: somebody who came back is still dormant at that moment: it can never fire",
        ),
        (
            when.event is Trigger.DORMANT and bool(if_.segments) and "dormant" not in if_.segments,
            "rule `{rule}`: dormant, and of another segment: it can never fire",
        ),
    ]
    for wrong, words in contradictions:
        if wrong:
            yield error("never", path, words, rule=rule.id)
    if not rule.give:
        yield error("gives_nothing", f"{path}.give", "rule `{rule}` gives nothing", rule=rule.id)


def _meaning(rule: Rule, path: str) -> Iterator[Finding]:
    """Fields that belong to other triggers or rewards."""
    when, if_ = rule.when, rule.if_
    wanted = {
        "amount": when.event in (Trigger.SPEND_REACHED, Trigger.REFEREE_BOUGHT),
        "days": when.event in (Trigger.STREAK_REACHED, Trigger.BIRTHDAY),
        "points": when.event is Trigger.POINTS_SPENT,
        "tier": when.event is Trigger.TIER_REACHED,
        **dict.fromkeys(("pieces", "categories", "items", "except_"), when.event is Trigger.PIECES_REACHED),
    }
    for name, fits in wanted.items():
        if getattr(when, name) not in (None, (), Except()) and not fits:
            words = "`{name}` means nothing for `{event}`"
            key = name.rstrip("_")
            yield error("no_meaning", f"{path}.when.{key}", words, name=key, event=when.event)
    needed = {
        Trigger.SPEND_REACHED: "amount",
        Trigger.PIECES_REACHED: "pieces",
        Trigger.STREAK_REACHED: "days",
        Trigger.POINTS_SPENT: "points",
    }
    name = needed.get(when.event, "")
    if name and not getattr(when, name):
        words = "rule `{rule}`: `{event}` needs `{name}` above 0"
        yield error("missing", f"{path}.when", words, rule=rule.id, event=when.event, name=name)
    if when.event in _NEEDS_REF and when.ref is None:
        yield error("missing", f"{path}.when", "rule `{rule}`: `{event}` needs `ref`", rule=rule.id, event=when.event)
    if when.n < 1 or (when.n > 1 and when.event in _BY_MULTIPLES):
        words = "rule `{rule}`: `n` {n} for `{event}`"
        yield error("no_meaning", f"{path}.when.n", words, rule=rule.id, n=when.n, event=when.event)
    if when.event not in OF_A_SALE:
        for name in ("categories", "items"):
            if getattr(if_, name) is not None:
                words = "rule `{rule}`: no goods at `{event}`"
                yield error("no_meaning", f"{path}.if.{name}", words, rule=rule.id, event=when.event)
        if if_.amount is not None and when.event is not Trigger.DEPOSIT_PAID:
            words = "rule `{rule}`: no amount at `{event}`"
            yield error("no_meaning", f"{path}.if.amount", words, rule=rule.id, event=when.event)
    if if_.score is not None and when.event is not Trigger.SURVEY_ANSWERED:
        words = "rule `{rule}`: no score at `{event}`"
        yield error("no_meaning", f"{path}.if.score", words, rule=rule.id, event=when.event)
    for key, gives in (("give", rule.give), ("otherwise", rule.otherwise)):
        for index, give in enumerate(gives):
            yield from _give(rule, give, f"{path}.{key}[{index}].{give.KEY}")
    discounts = sum(isinstance(give, g.Discount) for give in rule.give)
    if discounts > 1 or (discounts and rule.otherwise):
        words = "rule `{rule}`: one discount a rule, and nothing in its stead; make another rule"
        yield error("no_meaning", f"{path}.give", words, rule=rule.id)
    if rule.hold_days and any(isinstance(give, (g.Tickets, g.Spins, g.GiveTier, g.Discount)) for give in rule.give):
        words = "rule `{rule}`: tickets, spins, tiers and discounts take effect at once; `hold_days` holds the rest"
        yield warning("hold", f"{path}.hold_days", words, rule=rule.id)


def _give(rule: Rule, give: g.Give, at: str) -> Iterator[Finding]:
    is_basket = rule.when.event is Trigger.BASKET
    if isinstance(give, g.Discount) is not is_basket:
        words = "rule `{rule}`: discounts need `when: basket`, and a basket gives nothing else"
        yield error("no_meaning", at, words, rule=rule.id)
    if isinstance(give, (g.PointsPer, g.MultiplyPoints)) and rule.when.event not in OF_A_SALE:
        yield error("no_meaning", at, "rule `{rule}`: points for an amount, without a sale", rule=rule.id)
    if isinstance(give, g.MultiplyPoints) and (len(rule.give) > 1 or give.by <= 10_000):
        yield error("no_meaning", at, "rule `{rule}`: a multiplier stands alone and is more than 1", rule=rule.id)
    if isinstance(give, g.PointsPer) and bool(give.amount) is bool(give.pieces):
        words = (
            "rule `{rule}`: points for every `amount` of money, or for every `pieces` of goods: one of them, above 0"
        )
        yield error("unbounded" if not give.amount else "no_meaning", at, words, rule=rule.id)
    if isinstance(give, g.Discount):
        yield from discount_findings(rule, give, at)
    if _is_nothing(give):
        yield error("gives_nothing", at, "rule `{rule}`: `{reward}` of 0 is nothing", rule=rule.id, reward=give.KEY)
    if isinstance(give, g.Choice) and len(set(give.of)) < 2:
        yield warning("no_choice", at, "rule `{rule}`: a choice of one", rule=rule.id)


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
        or any(limit.bound >= 1 for limit in rule.limits)
        or (rule.when.event in (Trigger.SPEND_REACHED, Trigger.PIECES_REACHED))
        or (rule.when.n > 1 and not rule.when.every)
        or rule.when.event in (Trigger.TIER_REACHED, Trigger.CAME_BACK)
    )
    if not bounded:
        kinds = ", ".join(sorted({type(give).KEY for give in worth}))
        words = "rule `{rule}`: {kinds} at every `{event}`, without a limit"
        yield warning("unbounded", path, words, rule=rule.id, kinds=kinds, event=rule.when.event)
    if rule.budget is None and any(isinstance(give, (g.Rebate, g.GiveCoupon)) for give in worth):
        yield warning("no_budget", path, "rule `{rule}`: costs money and names no budget category", rule=rule.id)
