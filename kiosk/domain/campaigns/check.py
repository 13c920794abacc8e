"""What is wrong with a campaign though its file can be read: contradictions, dead rules, loops, rewards without end.

A finding says where (the path in the file), what (a stable code) and in words for the command line. `ERROR`: the
campaign must not be published; `WARNING`: somebody should look.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns import things as t
from kiosk.domain.campaigns.check_bounds import bound_findings
from kiosk.domain.campaigns.check_coupons import coupon_findings
from kiosk.domain.campaigns.check_effect import effect_findings
from kiosk.domain.campaigns.check_goods import ChainLists, goods_findings
from kiosk.domain.campaigns.check_names import name_findings
from kiosk.domain.campaigns.check_points import points_findings
from kiosk.domain.campaigns.check_rules import rule_findings
from kiosk.domain.campaigns.check_slips import slips
from kiosk.domain.campaigns.check_stock import stock_findings
from kiosk.domain.campaigns.check_together import together_findings
from kiosk.domain.campaigns.check_twice import twice_findings
from kiosk.domain.campaigns.check_versions import version_findings
from kiosk.domain.campaigns.check_wheels import wheel_findings
from kiosk.domain.campaigns.legal import legal_gaps
from kiosk.domain.campaigns.model import Campaign, Phase, Rule, Trigger
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.findings import Finding, Severity, error, warning
from kiosk.domain.money import plain, scale

LONGEST_YEARS = 100
"""No validity, tier or hold is longer."""


def check(campaign: Campaign, chain: ChainLists | None = None, before: Campaign | None = None) -> list[Finding]:
    """Everything found, errors first. `chain`: what the chain has, where that is known; `before`: the version of the
    campaign that runs now."""
    found = [
        *_structure(campaign),
        *name_findings(campaign),
        *(
            finding
            for index, rule in enumerate(campaign.rules)
            for finding in rule_findings(campaign, rule, f"rules[{index}]")
        ),
        *points_findings(campaign),
        *stock_findings(campaign),
        *_loops(campaign),
        *_points_loops(campaign),
        *_unused(campaign),
        *slips(campaign),
        *bound_findings(campaign),
        *together_findings(campaign),
        *goods_findings(campaign, chain or ChainLists()),
        *effect_findings(campaign),
        *twice_findings(campaign),
        *(version_findings(before, campaign) if before is not None else ()),
        *(
            Finding(Severity.ERROR if gap.mandatory else Severity.WARNING, gap.code, gap.path, gap.text, gap.args)
            for gap in legal_gaps(campaign)
        ),
    ]
    return sorted(found, key=lambda finding: finding.severity is not Severity.ERROR)


# -- the whole --------------------------------------------------------------------------------------------------------


def _structure(campaign: Campaign) -> Iterator[Finding]:
    if not campaign.phases:
        yield error("no_phases", "phases", "a campaign needs at least one phase")
    if not campaign.rules:
        yield warning("no_rules", "rules", "no rules: nothing will ever be given")
    if campaign.version < 1:
        yield error("version", "version", "versions count from 1")
    before: Phase | None = None
    for index, phase in sorted(enumerate(campaign.phases), key=lambda row: (row[1].starts, row[0])):
        if phase.ends <= phase.starts:
            yield error(
                "phase_ends_first", f"phases[{index}].ends", "phase `{phase}` ends before it begins", phase=phase.id
            )
        if before is not None and phase.starts < before.ends:
            words = "phase `{phase}` overlaps `{before}`"
            yield error("phases_overlap", f"phases[{index}]", words, phase=phase.id, before=before.id)
        before = phase if before is None or phase.ends > before.ends else before
    for name in (
        "phases",
        "rules",
        "budget",
        "stock",
        "coupons",
        "wheels",
        "draws",
        "slots",
        "locks",
        "badges",
        "tasks",
        "surveys",
        "events",
        "mall",
        "payments",
        "experiences",
        "partners",
    ):
        seen: set[str] = set()
        for index, part in enumerate(getattr(campaign, name)):
            if part.id in seen:
                yield error("id_twice", f"{name}[{index}].id", "`{name}` is there twice", name=part.id)
            seen.add(part.id)
    yield from coupon_findings(campaign)
    yield from wheel_findings(campaign)
    numbers = campaign.segments
    if numbers.dormant_months <= numbers.active_months:
        yield error("segments", "segments", "dormant_months must be more than active_months")
    yield from _too_long(campaign)


def _too_long(campaign: Campaign) -> Iterator[Finding]:
    """Stretches of time that no calendar has room for, or that nobody lives to see."""
    numbers = campaign.segments
    months = [("segments", max(numbers.dormant_months, numbers.active_months))]
    days = [("segments", numbers.new_days)]
    days += [(f"coupons[{index}].valid_days", spec.valid_days or 0) for index, spec in enumerate(campaign.coupons)]
    for index, rule in enumerate(campaign.rules):
        path = f"rules[{index}]"
        days.append((f"{path}.hold_days", rule.hold_days))
        tiers = [give for give in (*rule.give, *rule.otherwise) if isinstance(give, (g.GiveTier, g.TierMonths))]
        months += [(f"{path}.give", give.months) for give in tiers]
    for path, count in months:
        if count > LONGEST_YEARS * 12:
            yield error("too_long", path, "{count} months: {most} years at most", count=count, most=LONGEST_YEARS)
    for path, count in days:
        if count > LONGEST_YEARS * 365:
            yield error("too_long", path, "{count} days: {most} years at most", count=count, most=LONGEST_YEARS)


# -- loops, leftovers ------------------------------------------------------------------------------------------


def _loops(campaign: Campaign) -> Iterator[Finding]:
    """A coupon that a purchase gives, and that pays for the whole next purchase, which gives it again."""
    coupons = {spec.id: spec for spec in campaign.coupons}
    for index, rule in enumerate(campaign.rules):
        if rule.when.event not in (Trigger.PURCHASED, Trigger.SHARE_BOUGHT) or rule.when.n > 1:
            continue
        if any(Scope.MEMBER in limit.per or not limit.per for limit in rule.limits):
            continue
        least = rule.if_.amount.at_least if rule.if_.amount else 0
        for give in (*rule.give, *rule.otherwise):
            spec = coupons.get(give.template) if isinstance(give, g.GiveCoupon) else None
            if spec is None or _of_other_goods(spec, rule):
                continue
            smallest = max(spec.min_spend, spec.spend, least, 1)
            paid = smallest - _off(spec, smallest)
            if paid >= least and _off(spec, smallest) * 2 >= smallest:
                price = plain(paid, campaign.currency)
                words = (
                    "rule `{rule}`: coupon `{coupon}` brings the smallest purchase down to {price}, "
                    "which gives the coupon again: a loop. Limit it, or ask for more"
                )
                yield error("coupon_loop", f"rules[{index}]", words, rule=rule.id, coupon=spec.id, price=price)
    for index, rule in enumerate(campaign.rules):
        if rule.when.event is Trigger.POINTS_SPENT and rule.when.points:
            back = sum(give.points for give in rule.give if isinstance(give, g.Points))
            if back >= rule.when.points:
                words = "rule `{rule}` gives back all the points it costs"
                yield error("points_loop", f"rules[{index}]", words, rule=rule.id)
        if rule.when.event is Trigger.SPUN and rule.when.ref is not None:
            again = sum(give.count for give in rule.give if isinstance(give, g.Spins) and give.wheel == rule.when.ref)
            if again >= 1 and not rule.limits:
                words = "rule `{rule}`: a spin that gives a spin, unlimited"
                yield error("spin_loop", f"rules[{index}]", words, rule=rule.id)


def _points_loops(campaign: Campaign) -> Iterator[Finding]:
    """Points that pay at the till, and that a purchase gives for as much as it costs; points that are worth more to the
    customer than the budget says."""
    pays = [give for rule in campaign.rules for give in rule.give if isinstance(give, g.Discount) and give.for_points]
    if not pays:
        return
    best = max(pays, key=lambda give: Fraction(give.off, give.for_points))
    each = Fraction(best.off, best.for_points)
    by = [give.by for rule in campaign.rules for give in rule.give if isinstance(give, g.MultiplyPoints)]
    times = Fraction(max(by, default=10_000), 10_000)
    if each > campaign.point_cost:
        pays_off = f"{float(each / scale(campaign.currency)):g}"
        cost = plain(campaign.point_cost, campaign.currency)
        words = "a point pays {pays} and costs the budget {cost} (`point_cost`)"
        yield warning("point_cost", "point_cost", words, pays=pays_off, cost=cost)
    for index, rule in enumerate(campaign.rules):
        if rule.when.event not in (Trigger.PURCHASED, Trigger.SHARE_BOUGHT):
            continue
        unlimited = rule.when.n == 1 and not any(Scope.MEMBER in limit.per or not limit.per for limit in rule.limits)
        least = max(rule.if_.amount.at_least if rule.if_.amount else 0, 1)
        for give in rule.give:
            per = isinstance(give, g.PointsPer) and give.amount > 0 and give.points * times * each >= give.amount
            fixed = isinstance(give, g.Points) and unlimited and give.points * each >= least
            if per or fixed:
                words = "rule `{rule}`: a purchase gives points that pay for one as large: a loop"
                yield error("points_loop", f"rules[{index}]", words, rule=rule.id)


def _of_other_goods(spec: t.CouponSpec, rule: Rule) -> bool:
    """Whether a coupon is for other goods than those that have to be bought to get it, so that it pays for none of
    them."""
    bought = rule.if_
    apart = (
        (spec.items, bought.items.any if bought.items else ()),
        (spec.categories, bought.categories.any if bought.categories else ()),
    )
    return any(named and wanted and not set(named) & set(wanted) for named, wanted in apart)


def _off(spec: t.CouponSpec, amount: int) -> int:
    off = spec.off or amount * spec.percent // 10_000
    if spec.each and spec.spend:
        off = spec.off * (amount // spec.spend)
    return min(off, amount if spec.most is None else spec.most, amount)


def _unused(campaign: Campaign) -> Iterator[Finding]:
    """Prizes that no rule gives, and things that no rule speaks of."""
    won = {(rule.when.event, rule.when.ref, rule.when.part) for rule in campaign.rules}
    for trigger, name, parts in (
        (Trigger.SPUN, "wheels", campaign.wheels),
        (Trigger.WON, "draws", campaign.draws),
    ):
        for index, part in enumerate(parts):
            for prize in part.prizes:  # type: ignore[attr-defined]
                if not {(trigger, part.id, prize.code), (trigger, part.id, None)} & won:  # type: ignore[attr-defined]
                    words = "no rule gives the prize `{prize}`"
                    yield error("prize_without_rule", f"{name}[{index}]", words, prize=prize.code)
    said = " ".join(_words_of(rule) for rule in campaign.rules)
    for name in ("coupons", "badges", "locks", "slots", "wheels", "draws"):
        for index, part in enumerate(getattr(campaign, name)):
            if f"'{part.id}'" not in said and f":{part.id}'" not in said:
                yield warning("unused", f"{name}[{index}]", "no rule speaks of `{name}`", name=part.id)


def _words_of(rule: Rule) -> str:
    return repr(dataclasses.astuple(rule))
