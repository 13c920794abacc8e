"""A rehearsal: run campaigns over past or made-up events and add up what they would cost, and whom they would reach."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from kiosk.domain.campaign.discounts import basket_of
from kiosk.domain.campaign.draws import entrants
from kiosk.domain.campaign.engine import Edition, Engine
from kiosk.domain.campaign.events import Event, EventKind
from kiosk.domain.campaign.fold import Fold
from kiosk.domain.campaign.localtime import DAY
from kiosk.domain.campaign.model import Campaign, PhaseKind, Trigger
from kiosk.domain.campaign.offers import USE_POINTS, candidates, offers
from kiosk.domain.campaign.rewards import RewardKind
from kiosk.domain.campaign.shared import one_pool, whole_quantities
from kiosk.domain.campaign.things import Draw
from kiosk.domain.coupons.pricing import best
from kiosk.domain.money import rounding_unit

RUNAWAY_SHARE = 20
"""Per cent of all costs that one customer may get before the report says so (of a thousand customers or fewer)."""
POINTS_WANTED = 30
"""Per cent of purchases whose customer pays with points as far as the rules allow."""


@dataclass(slots=True)
class RuleResult:
    """What a rule gave. `cost` in minor units; `refused`: met, but a limit, stock or budget was used up."""

    campaign: str
    rule: str
    rewards: int = 0
    members: set[str] = field(default_factory=set)
    cost: int = 0
    refused: int = 0


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
    """The report. `costs`: minor units a member, rising, of members who took part; `by_day`: ordinal → cost;
    `kinds`: reward kind → (rewards, quantity); `tiers`: tier → (members, cost); `warnings`: stable codes and words."""

    campaign: Campaign
    events: Counter[str]
    members: int
    rules: Sequence[RuleResult]
    stock: Sequence[StockResult]
    budget: Sequence[BudgetResult]
    costs: Sequence[int]
    by_day: dict[int, int]
    kinds: dict[str, tuple[int, int]]
    tiers: dict[str, tuple[int, int]]
    sales: int
    taken_back: int
    warnings: Sequence[tuple[str, str]]

    @property
    def cost(self) -> int:
        """Minor units in all."""
        return sum(self.costs)

    def percentile(self, percent: int) -> int:
        """Minor units that so many per cent of the members who took part stay at or below."""
        return self.costs[min(len(self.costs) - 1, len(self.costs) * percent // 100)] if self.costs else 0


class _Run:
    """The events as they would have been with the campaign: sales are priced by its discounts, draws are drawn."""

    def __init__(self, campaign: Campaign, seed: int) -> None:
        self.campaign = campaign
        self._engine = Engine([Edition(campaign)])
        self.fold = Fold(self._engine, pool_of=one_pool, pools=whole_quantities(campaign), trace=False)
        self._rng, self._wishes = random.Random(seed), random.Random(seed)
        self._prices = any(rule.when.event is Trigger.BASKET for rule in campaign.rules)
        self._unit = rounding_unit(campaign.currency)
        self._due = sorted(
            (day.toordinal() * DAY + draw.at.hour * 60 + draw.at.minute, index, draw)
            for index, draw in enumerate(campaign.draws)
            for day in (draw.days or _main_days(campaign))
        )

    def events(self, events: Iterable[Event]) -> Iterator[Event]:
        for event in events:
            while self._due and self._due[0][0] <= event.wall:
                _, _, draw = self._due.pop(0)
                yield from self._drawn(draw, event)
            if event.kind is EventKind.PURCHASED and self._prices and not event.offers:
                event = self._priced(event)
            yield event

    def _priced(self, event: Event) -> Event:
        wants = self._wishes.random() * 100 < POINTS_WANTED
        asked = event._replace(kind=EventKind.BASKET, detail={USE_POINTS: wants})
        found = candidates(self._engine, asked, self.fold.member(event.member), self.fold.shared)
        if not found:
            return event
        coupon, template = found[0]
        if len(found) == 1 and template.offer is not None and not template.offer.portions:  # nothing to combine
            off = min(event.amount, template.benefit.off) // self._unit * self._unit
            return event._replace(amount=event.amount - off, offers=((coupon.id, off, template.offer.units(off)),))
        pricing = best(basket_of(event), found, unit=self._unit)
        return event._replace(amount=pricing.total, offers=offers(pricing.lines))

    def _drawn(self, draw: Draw, before: Event) -> Iterator[Event]:
        """The winners of a draw: all tickets so far take part, a winner's tickets leave (draws.md)."""
        tickets = entrants(self.fold.members, draw.id)
        number = 0
        for prize in draw.prizes:
            for _ in range(prize.count):
                if not tickets:
                    return
                index = self._rng.choices(range(len(tickets)), [count for _, count in tickets])[0]
                member, _ = tickets.pop(index)
                number += 1
                yield before._replace(
                    id=f"{draw.id}/{before.id}/{number}",
                    kind=EventKind.WON,
                    order=(before.order[0], "", 0, before.order[3], number),
                    member=member,
                    ref=draw.id,
                    part=prize.code,
                    txn="",
                    other="",
                    amount=0,
                    offers=(),
                )


def rehearse(campaign: Campaign, events: Iterable[Event], *, seed: int = 1) -> Rehearsal:
    """Run `campaign` over `events` (in order) and add up. Draws among ticket holders are played with `seed`."""
    run = _Run(campaign, seed)
    rules = {rule.id: RuleResult(campaign.id, rule.id) for rule in campaign.rules}
    counts: Counter[str] = Counter()
    gone: dict[str, int] = {}
    taken_back = sales = 0
    stock_keys = {f"|stock:{campaign.id}/{item.id}": item.id for item in campaign.stock}
    for event in run.events(events):
        counts[event.kind] += 1
        sales += event.amount if event.kind is EventKind.PURCHASED else 0
        for effect in run.fold.add(event):
            taken_back += len(effect.taken_back)
            if effect.decision is not None:
                for name in effect.decision.refused:
                    rules[name.split("/")[1]].refused += 1
            for reward in effect.granted:
                for key, _ in reward.takes:
                    if key in stock_keys and run.fold.shared.pools.get(key, 0) <= 0:
                        gone.setdefault(stock_keys[key], event.day)
    return _report(run, rules, counts, gone, taken_back, sales)


def _report(
    run: _Run, rules: dict[str, RuleResult], counts: Counter[str], gone: dict[str, int], taken_back: int, sales: int
) -> Rehearsal:
    campaign = run.campaign
    costs: Counter[str] = Counter()
    by_day: Counter[int] = Counter()
    kinds: dict[str, tuple[int, int]] = {}
    spent: Counter[str] = Counter()
    given: Counter[str] = Counter()
    tiers: dict[str, tuple[int, int]] = {}
    for member, state in run.fold.members.items():
        mine = 0
        last = 0
        for reward in state.rewards.values():
            result = rules[reward.rule]
            result.rewards += 1
            result.members.add(member)
            result.cost += reward.cost
            mine += reward.cost
            by_day[reward.wall // DAY] += reward.cost
            spent[reward.budget] += reward.cost
            before = kinds.get(reward.kind, (0, 0))
            kinds[str(reward.kind)] = (before[0] + 1, before[1] + reward.quantity)
            if reward.kind is RewardKind.GIFT:
                given[reward.ref] += reward.quantity
            last = max(last, reward.wall)
        if state.rewards:
            costs[member] = mine
            tier = str(state.tier_at(last))
            tiers[tier] = (tiers.get(tier, (0, 0))[0] + 1, tiers.get(tier, (0, 0))[1] + mine)
    stock = [
        StockResult(item.id, given[item.id], item.quantity, item.safety, gone.get(item.id)) for item in campaign.stock
    ]
    budget = [BudgetResult(part.id, spent[part.id], part.amount) for part in campaign.budget]
    if spent[""]:
        budget.append(BudgetResult("", spent[""], 0))
    return Rehearsal(
        campaign,
        counts,
        len(run.fold.members),
        list(rules.values()),
        stock,
        budget,
        sorted(costs.values()),
        dict(sorted(by_day.items())),
        dict(sorted(kinds.items())),
        dict(sorted(tiers.items())),
        sales,
        taken_back,
        _warnings(campaign, rules, stock, budget, costs),
    )


def _warnings(
    campaign: Campaign,
    rules: dict[str, RuleResult],
    stock: Sequence[StockResult],
    budget: Sequence[BudgetResult],
    costs: Counter[str],
) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    quiet = {Trigger.BASKET, Trigger.WON}
    for rule in campaign.rules:
        result = rules[rule.id]
        if not result.rewards and not result.refused and rule.when.event not in quiet:
            found.append(("never_fired", f"rule `{rule.id}` never fired"))
        if result.members and result.rewards / len(result.members) > 100:
            each = result.rewards // len(result.members)
            found.append(("runaway_rule", f"rule `{rule.id}`: {each} rewards a member on average"))
    for item in stock:
        if item.gone is not None:
            found.append(("stock_gone", f"stock `{item.stock}` ran out"))
        elif item.quantity - item.given < item.safety:
            found.append(("stock_low", f"stock `{item.stock}` fell below its safety line"))
    for part in budget:
        if part.category and part.spent >= part.amount * 95 // 100:
            found.append(("budget_used_up", f"budget `{part.category}` is used up"))
    total = sum(costs.values())
    if len(costs) >= 20 and total > 0:
        member, most = costs.most_common(1)[0]
        if most * 100 > total * RUNAWAY_SHARE:
            found.append(("runaway_member", f"member {member} alone gets {most * 100 // total} % of everything"))
    return found


def _main_days(campaign: Campaign) -> list[date]:
    """Every day of the main phases."""
    return [
        phase.starts.date() + timedelta(days=index)
        for phase in campaign.phases
        if phase.kind is PhaseKind.MAIN
        for index in range((phase.ends.date() - phase.starts.date()).days)
    ]
