"""What a rehearsal found: costs, goods, people, and what should make somebody look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kiosk.domain.campaigns.coupons_used import CouponsUsed
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.localtime import DAY, minutes
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.campaigns.unrehearsed import NotRehearsed, Seen, not_rehearsed
from kiosk.domain.findings import Finding, error, warning

RUNAWAY_SHARE = 20
"""Per cent of all costs that one customer may get before the report says so (of a thousand customers or fewer)."""
RUNAWAY_COST = 50
"""Per cent of the sales that a campaign may cost before the report says so."""
RUNAWAY_REWARDS = 100
"""Rewards of one rule a member on average."""
_RULES, _STOCK = "rules", "stock"


@dataclass(slots=True)
class RuleResult:
    """What a rule gave. `cost` in minor units; `refused`: met, but a limit, stock or budget was used up."""

    campaign: str
    rule: str
    rewards: int = 0
    members: set[str] = field(default_factory=set)
    cost: int = 0
    refused: int = 0


@dataclass(slots=True)
class ThingResult:
    """What was given of one thing; `quantity` as `Reward.quantity`."""

    kind: RewardKind
    ref: str
    rewards: int = 0
    quantity: int = 0
    cost: int = 0
    members: set[str] = field(default_factory=set)


class GroupResult(NamedTuple):
    """Members of a tier or segment who got something, and what it cost."""

    name: str
    members: int
    cost: int


class StockResult(NamedTuple):
    """Goods given away of how many; `gone`: ordinal of the day on which the last one left."""

    stock: str
    given: int
    quantity: int
    safety: int
    gone: int | None


class BudgetResult(NamedTuple):
    """Spent of a category, minor units."""

    category: str
    spent: int
    amount: int


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The report. `costs`: minor units a member, rising, of members who took part; `by_day`: ordinal → cost; `above`:
    how many of them got more than they paid while the campaign ran; `warnings`: an error is what should not be
    published so;
    `not_rehearsed`: of what nothing is said by all this."""

    campaign: Campaign
    happenings: Counter[str]
    members: int
    rules: Sequence[RuleResult]
    stock: Sequence[StockResult]
    budget: Sequence[BudgetResult]
    costs: Sequence[int]
    by_day: dict[int, int]
    things: Sequence[ThingResult]
    tiers: Sequence[GroupResult]
    segments: Sequence[GroupResult]
    above: int
    sales: int
    taken_back: int
    warnings: Sequence[Finding]
    not_rehearsed: Sequence[NotRehearsed] = ()

    @property
    def cost(self) -> int:
        """Minor units in all."""
        return sum(self.costs)

    def percentile(self, percent: int) -> int:
        """Minor units that so many per cent of the members who took part stay at or below."""
        return self.costs[min(len(self.costs) - 1, len(self.costs) * percent // 100)] if self.costs else 0

    def share_of_top(self, percent: int) -> int:
        """Per cent of the cost that goes to the `percent` per cent who get most."""
        count = max(1, len(self.costs) * percent // 100)
        return sum(self.costs[-count:]) * 100 // self.cost if self.cost > 0 else 0


def as_plain(report: Rehearsal) -> dict[str, Any]:
    """The report as JSON-ready data; money in minor units, days as ISO dates."""
    return {
        "campaign": report.campaign.id,
        "version": report.campaign.version,
        "currency": report.campaign.currency,
        "facts": dict(sorted(report.happenings.items())),
        "members": report.members,
        "sales": report.sales,
        "cost": report.cost,
        "percentiles": {str(percent): report.percentile(percent) for percent in (50, 90, 99)},
        "rules": [
            {
                "rule": one.rule,
                "rewards": one.rewards,
                "members": len(one.members),
                "cost": one.cost,
                "refused": one.refused,
            }
            for one in report.rules
        ],
        "budget": [one._asdict() for one in report.budget],
        "stock": [one._asdict() | {"gone": _iso(one.gone)} for one in report.stock],
        "by_day": {_iso(day): cost for day, cost in report.by_day.items()},
        "taken_back": report.taken_back,
        "warnings": [{"code": one.code, "words": one.words, "args": dict(one.args)} for one in report.warnings],
        "not_rehearsed": [{"id": one.id, "code": one.code, "words": one.words} for one in report.not_rehearsed],
    }


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


class _Sums:
    """Adds up the rewards that stand, member by member."""

    def __init__(self, campaign: Campaign, rules: dict[str, RuleResult], used: Counter[str]) -> None:
        self.campaign, self.rules, self._used = campaign, rules, used
        self.costs: Counter[str] = Counter()
        self.by_day: Counter[int] = Counter()
        self.spent: Counter[str] = Counter()
        self.things: dict[tuple[RewardKind, str], ThingResult] = {}
        self.tiers: dict[str, list[int]] = {}
        self.segments: dict[str, list[int]] = {}
        self.above = 0
        self._start = minutes(campaign.starts)

    def add(self, member: str, state: MemberState) -> None:
        mine = last = 0
        for reward in state.rewards.values():
            cost = reward.cost + self._used[reward.id]
            mine += cost
            last = max(last, reward.wall)
            self._reward(member, reward, cost)
        if not state.rewards:
            return
        self.costs[member] = mine
        tier, segment = state.tier_at(last), state.segment(last // DAY, self.campaign.segments)
        for groups, name in ((self.tiers, str(tier)), (self.segments, str(segment or "none"))):
            groups.setdefault(name, []).append(mine)
        self.above += mine > state.spent(self._start, 1 << 60)

    def _reward(self, member: str, reward: Reward, cost: int) -> None:
        result = self.rules[reward.rule]
        result.rewards += 1
        result.members.add(member)
        result.cost += cost
        self.by_day[reward.wall // DAY] += cost
        self.spent[reward.budget] += cost
        ref = "" if reward.kind is RewardKind.POINTS and reward.ref != "paid" else reward.ref
        thing = self.things.get((reward.kind, ref))
        if thing is None:
            thing = self.things[reward.kind, ref] = ThingResult(reward.kind, ref)
        thing.rewards += 1
        thing.quantity += reward.quantity
        thing.cost += cost
        thing.members.add(member)


def report(
    campaign: Campaign,
    members: Mapping[str, MemberState],
    rules: dict[str, RuleResult],
    happenings: Counter[str],
    gone: Mapping[str, int],
    *,
    coupons: CouponsUsed,
    taken_back: int,
    sales: int,
    seen: Seen,
) -> Rehearsal:
    """The report on what stands when all happenings are over. `gone`: stock → ordinal of the day on which it ran out;
    `coupons`: those that were used."""
    unknown = not_rehearsed(campaign, seen, coupons.used)
    sums = _Sums(campaign, rules, coupons.costs)
    for member, state in members.items():
        sums.add(member, state)
    given = Counter({ref: thing.quantity for (kind, ref), thing in sums.things.items() if kind is RewardKind.GIFT})
    given += coupons.handed_over
    stock = [
        StockResult(item.id, given[item.id], item.quantity, item.safety, gone.get(item.id)) for item in campaign.stock
    ]
    budget = [BudgetResult(part.id, sums.spent[part.id], part.amount) for part in campaign.budget]
    if sums.spent[""]:
        budget.append(BudgetResult("", sums.spent[""], 0))
    return Rehearsal(
        campaign,
        happenings,
        len(members),
        list(rules.values()),
        stock,
        budget,
        sorted(sums.costs.values()),
        dict(sorted(sums.by_day.items())),
        sorted(sums.things.values(), key=lambda thing: (-thing.cost, -thing.rewards, thing.kind, thing.ref)),
        _groups(sums.tiers),
        _groups(sums.segments),
        sums.above,
        sales,
        taken_back,
        _warnings(campaign, rules, stock, budget, sums, sales, {one.id for one in unknown}),
        unknown,
    )


def _groups(groups: Mapping[str, Sequence[int]]) -> list[GroupResult]:
    return [GroupResult(name, len(costs), sum(costs)) for name, costs in sorted(groups.items())]


def _warnings(
    campaign: Campaign,
    rules: Mapping[str, RuleResult],
    stock: Sequence[StockResult],
    budget: Sequence[BudgetResult],
    sums: _Sums,
    sales: int,
    unknown: set[str],
) -> list[Finding]:
    found: list[Finding] = []
    quiet = {Trigger.BASKET, Trigger.WON}
    for rule in campaign.rules:
        result = rules[rule.id]
        if not result.rewards and not result.refused and rule.when.event not in quiet and rule.id not in unknown:
            found.append(warning("never_fired", _RULES, "rule `{rule}` never fired", rule=rule.id))
        if result.members and result.rewards / len(result.members) > RUNAWAY_REWARDS:
            each = result.rewards // len(result.members)
            words = "rule `{rule}`: {each} rewards a member on average"
            found.append(error("runaway_rule", _RULES, words, rule=rule.id, each=each))
    for item in stock:
        if item.gone is not None:
            found.append(warning("stock_gone", _STOCK, "stock `{stock}` ran out", stock=item.stock))
        elif item.quantity - item.given < item.safety:
            words = "stock `{stock}` fell below its safety line"
            found.append(warning("stock_low", _STOCK, words, stock=item.stock))
    for part in budget:
        if part.category and part.spent >= part.amount * 95 // 100:
            found.append(warning("budget_used_up", "budget", "budget `{budget}` is used up", budget=part.category))
    total = sum(sums.costs.values())
    if len(sums.costs) >= 20 and total > 0:
        member, most = sums.costs.most_common(1)[0]
        if most * 100 > total * RUNAWAY_SHARE:
            words = "member {member} alone gets {share} % of everything"
            found.append(error("runaway_member", _RULES, words, member=member, share=most * 100 // total))
    if sales > 0 and total * 100 >= sales * RUNAWAY_COST:
        words = "rewards cost {share} % of all sales"
        found.append(error("runaway_cost", _RULES, words, share=total * 100 // sales))
    pays = [give for rule in campaign.rules for give in rule.give if isinstance(give, Discount) and give.for_points]
    points = sums.things.get((RewardKind.POINTS, ""))
    if points is not None and any(points.quantity * give.off >= sales * give.for_points for give in pays):
        words = "the points that were given pay for as much as was bought: a loop"
        found.append(error("runaway_points", _RULES, words))
    return found
