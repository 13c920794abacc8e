"""What is wrong with a campaign though its file can be read: contradictions, dead rules, loops, rewards without end.

A finding says where (the path in the file), what (a stable code) and in words for the command line. `ERROR`: the
campaign must not be published; `WARNING`: somebody should look.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from fractions import Fraction

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns import things as t
from kiosk.domain.campaigns.check_coupons import coupon_findings
from kiosk.domain.campaigns.check_rules import rule_findings
from kiosk.domain.campaigns.check_wheels import wheel_findings
from kiosk.domain.campaigns.findings import Finding, Severity, error, warning
from kiosk.domain.campaigns.legal import legal_gaps
from kiosk.domain.campaigns.model import Campaign, Phase, Rule, Trigger
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.money import scale

LONGEST_YEARS = 100
"""No validity, tier or hold is longer."""
MOST_SUBSTITUTES = 10
"""Goods that stand in for one another in a row, at most."""


def check(campaign: Campaign) -> list[Finding]:
    """Everything found, errors first."""
    found = [
        *_structure(campaign),
        *_references(campaign),
        *(
            finding
            for index, rule in enumerate(campaign.rules)
            for finding in rule_findings(campaign, rule, f"rules[{index}]")
        ),
        *_stock(campaign),
        *_loops(campaign),
        *_points_loops(campaign),
        *_unused(campaign),
        *(
            Finding(Severity.ERROR if gap.mandatory else Severity.WARNING, gap.code, gap.path, gap.words)
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
            yield error("phase_ends_first", f"phases[{index}]", f"phase `{phase.id}` ends before it begins")
        if before is not None and phase.starts < before.ends:
            yield error("phases_overlap", f"phases[{index}]", f"phase `{phase.id}` overlaps `{before.id}`")
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
        "experiences",
        "partners",
    ):
        seen: set[str] = set()
        for index, part in enumerate(getattr(campaign, name)):
            if part.id in seen:
                yield error("id_twice", f"{name}[{index}].id", f"`{part.id}` is there twice")
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
            yield error("too_long", path, f"{count} months: {LONGEST_YEARS} years at most")
    for path, count in days:
        if count > LONGEST_YEARS * 365:
            yield error("too_long", path, f"{count} days: {LONGEST_YEARS} years at most")


def _references(campaign: Campaign) -> Iterator[Finding]:
    """Names that nothing carries."""
    stock = {item.id for item in campaign.stock}
    for index, spec in enumerate(campaign.coupons):
        if spec.gift is not None and spec.gift not in stock:
            yield error("unknown_stock", f"coupons[{index}].gift", f"no stock `{spec.gift}`")
    for index, rule in enumerate(campaign.rules):
        path = f"rules[{index}]"
        for kind, names, name in _names_in(campaign, rule):
            if name not in names:
                known = f"; there are: {', '.join(sorted(names))}" if names and len(names) < 9 else ""
                yield error(f"unknown_{kind}", path, f"rule `{rule.id}`: no {kind} `{name}`{known}")


def _names_in(campaign: Campaign, rule: Rule) -> Iterator[tuple[str, set[str], str]]:
    """(what, names that there are, name used) for every name in a rule."""

    def ids(parts: Iterable[object]) -> set[str]:
        return {part.id for part in parts}  # type: ignore[attr-defined]

    if rule.budget is not None:
        yield "budget", ids(campaign.budget), rule.budget
    for phase in rule.if_.phases:
        yield "phase", ids(campaign.phases), phase
    refs: dict[Trigger, tuple[str, Iterable[object]]] = {
        Trigger.TASK_DONE: ("task", campaign.tasks),
        Trigger.SURVEY_ANSWERED: ("survey", campaign.surveys),
        Trigger.SIGNED_UP: ("event", campaign.events),
        Trigger.ATTENDED: ("event", campaign.events),
        Trigger.VOTED: ("event", campaign.events),
        Trigger.DEPOSIT_PAID: ("lock", campaign.locks),
        Trigger.POINTS_SPENT: ("mall item", campaign.mall),
        Trigger.SPUN: ("wheel", campaign.wheels),
        Trigger.WON: ("draw", campaign.draws),
        Trigger.PARTNER_CODE: ("partner", campaign.partners),
    }
    when = rule.when
    if when.ref is not None and when.event in refs:
        what, parts = refs[when.event]
        names = ids(parts) | (ids(campaign.draws) if when.event is Trigger.POINTS_SPENT else set())
        yield what, names, when.ref
    for wheel in campaign.wheels:
        if when.event is Trigger.SPUN and when.ref == wheel.id and when.part is not None:
            yield "prize", {prize.code for prize in wheel.prizes}, when.part
    for draw in campaign.draws:
        if when.event is Trigger.WON and when.ref == draw.id and when.part is not None:
            yield "prize", {prize.code for prize in draw.prizes}, when.part
    for give in (*rule.give, *rule.otherwise):
        yield from _names_in_give(campaign, give)
    for thing in (*rule.if_.holds, *rule.if_.lacks):
        yield from _thing(campaign, thing)


def _thing(campaign: Campaign, thing: str) -> Iterator[tuple[str, set[str], str]]:
    kind, _, name = thing.partition(":")
    parts: dict[str, Iterable[t.Named | t.CouponSpec | t.Stock | t.Voucher]] = {
        "badge": campaign.badges,
        "price_lock": campaign.locks,
        "coupon": campaign.coupons,
        "gift": campaign.stock,
        "experience": campaign.experiences,
        "partner": campaign.partners,
    }
    yield "kind of thing", set(parts), kind
    if kind in parts:
        yield kind, {part.id for part in parts[kind]}, name


def _names_in_give(campaign: Campaign, give: g.Give) -> Iterator[tuple[str, set[str], str]]:
    stock = {item.id for item in campaign.stock}
    match give:
        case g.GiveCoupon(template=name):
            yield "coupon", {spec.id for spec in campaign.coupons}, name
        case g.Gift(stock=name):
            yield "stock", stock, name
        case g.Choice(of=names):
            for name in names:
                yield "stock", stock, name
        case g.Tickets(draw=name):
            yield "draw", {draw.id for draw in campaign.draws}, name
        case g.Spins(wheel=name):
            yield "wheel", {wheel.id for wheel in campaign.wheels}, name
        case g.GiveBadge(badge=name):
            yield "badge", {badge.id for badge in campaign.badges}, name
        case g.Experience(voucher=name):
            yield "experience", {voucher.id for voucher in campaign.experiences}, name
        case g.Partner(voucher=name):
            yield "partner", {voucher.id for voucher in campaign.partners}, name
        case g.SlotRight(slot=name):
            yield "slot", {slot.id for slot in campaign.slots}, name
        case g.LockPrice(lock=name):
            yield "lock", {lock.id for lock in campaign.locks}, name
        case g.Discount(stock=str(name)):
            yield "stock", stock, name
        case _:
            return


# -- stock, loops, leftovers ------------------------------------------------------------------------------------------


def _stock(campaign: Campaign) -> Iterator[Finding]:
    items = {item.id: item for item in campaign.stock}
    for index, item in enumerate(campaign.stock):
        path = f"stock[{index}]"
        if item.substitute is not None and item.substitute not in items:
            yield error("unknown_stock", f"{path}.substitute", f"no stock `{item.substitute}`")
        seen = [item.id]
        name = item.substitute
        while name is not None and name in items and name not in seen and len(seen) <= MOST_SUBSTITUTES:
            seen.append(name)
            name = items[name].substitute
        if name is not None and name in seen:
            yield error("substitute_loop", f"{path}.substitute", f"substitutes go round: {' → '.join([*seen, name])}")
        elif len(seen) > MOST_SUBSTITUTES:
            words = f"`{item.id}`: more than {MOST_SUBSTITUTES} substitutes one after the other"
            yield error("substitute_loop", f"{path}.substitute", words)
        if item.safety >= item.quantity > 0:
            yield warning("safety", f"{path}.safety", f"`{item.id}`: the safety line is above the whole stock")
    dearest = max((item.value for item in campaign.stock), default=0)
    total = sum(part.amount for part in campaign.budget)
    if campaign.budget and dearest > total:
        yield warning("budget", "budget", "one piece of the stock is worth more than the whole budget")


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
            if spec is None:
                continue
            smallest = max(spec.min_spend, spec.spend, least, 1)
            paid = smallest - _off(spec, smallest)
            if paid >= least and _off(spec, smallest) * 2 >= smallest:
                price = f"{paid / scale(campaign.currency):g}"
                words = (
                    f"rule `{rule.id}`: coupon `{spec.id}` brings the smallest purchase down to {price}, "
                    "which gives the coupon again: a loop. Limit it, or ask for more"
                )
                yield error("coupon_loop", f"rules[{index}]", words)
    for index, rule in enumerate(campaign.rules):
        if rule.when.event is Trigger.POINTS_SPENT and rule.when.points:
            back = sum(give.points for give in rule.give if isinstance(give, g.Points))
            if back >= rule.when.points:
                yield error("points_loop", f"rules[{index}]", f"rule `{rule.id}` gives back all the points it costs")
        if rule.when.event is Trigger.SPUN and rule.when.ref is not None:
            again = sum(give.count for give in rule.give if isinstance(give, g.Spins) and give.wheel == rule.when.ref)
            if again >= 1 and not rule.limits:
                yield error("spin_loop", f"rules[{index}]", f"rule `{rule.id}`: a spin that gives a spin, unlimited")


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
        words = f"a point pays {float(each):g} minor units and costs the budget {campaign.point_cost} (`point_cost`)"
        yield warning("point_cost", "point_cost", words)
    for index, rule in enumerate(campaign.rules):
        if rule.when.event not in (Trigger.PURCHASED, Trigger.SHARE_BOUGHT):
            continue
        unlimited = rule.when.n == 1 and not any(Scope.MEMBER in limit.per or not limit.per for limit in rule.limits)
        least = max(rule.if_.amount.at_least if rule.if_.amount else 0, 1)
        for give in rule.give:
            per = isinstance(give, g.PointsPer) and give.amount > 0 and give.points * times * each >= give.amount
            fixed = isinstance(give, g.Points) and unlimited and give.points * each >= least
            if per or fixed:
                words = f"rule `{rule.id}`: a purchase gives points that pay for one as large: a loop"
                yield error("points_loop", f"rules[{index}]", words)


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
                    words = f"no rule gives the prize `{prize.code}`"
                    yield error("prize_without_rule", f"{name}[{index}]", words)
    said = " ".join(_words_of(rule) for rule in campaign.rules)
    for name in ("coupons", "badges", "locks", "slots", "wheels", "draws"):
        for index, part in enumerate(getattr(campaign, name)):
            if f"'{part.id}'" not in said and f":{part.id}'" not in said:
                yield warning("unused", f"{name}[{index}]", f"no rule speaks of `{part.id}`")


def _words_of(rule: Rule) -> str:
    return repr(dataclasses.astuple(rule))
