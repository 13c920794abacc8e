"""Rules made ready to be asked: each condition a function, found by the kind of happening and the phase."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kiosk.domain.campaigns.conditions import (
    FOREVER,
    KINDS,
    Case,
    Judge,
    compile_conditions,
    compile_trigger,
    pays_with_points,
    phase_table,
    pieces_reached,
)
from kiosk.domain.campaigns.gives import Discount, MultiplyPoints
from kiosk.domain.campaigns.giving import Giver
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.limits import MemberLimit, SharedLimit, compile_limits
from kiosk.domain.campaigns.localtime import DAY, minutes
from kiosk.domain.campaigns.model import Campaign, Conditions, Phase, Rule, Trigger
from kiosk.domain.campaigns.personal import only_for_members
from kiosk.domain.campaigns.rewards import Check


class Edition(NamedTuple):
    """A campaign as HQ published it: in force for happenings from `since` until, without, `until` (ms since 1970 UTC).
    A new version, or a withdrawal, ends the edition before it."""

    campaign: Campaign
    since: int = 0
    until: int | None = None


@dataclass(slots=True)
class CompiledRule:
    """A rule ready to be asked. `quick`: the judges without those whose answer a glance at happening and phase has
    given already. `multiplier`: basis points, 0 for other rules. `ref`, `days`: what the happening must name, wall
    minutes outside of which no date lies. `personal`: it has nothing for customers without a membership. `card`: what a
    stamp card says of a case and the pieces that are on it (`conditions.pieces_reached`)."""

    key: str
    rule: Rule
    judges: tuple[Judge, ...]
    quick: tuple[Judge, ...]
    member_limits: tuple[MemberLimit, ...]
    shared_limits: tuple[SharedLimit, ...]
    giver: Giver
    multiplier: int
    counts_events: bool
    card: Callable[[Case, int], tuple[Check, int]] | None
    ref: str | None
    days: tuple[int, int]
    discount: Discount | None
    personal: bool


_MOST_DAYS = 4_096
"""Days of kinds of happenings of which it is remembered which rules they leave."""


@dataclass(slots=True)
class CompiledCampaign:
    """A campaign ready to be asked. `start`, `end`: wall minutes. `by_phase`: `rules` without those of other phases;
    `by_day`: what of them a day leaves, as far as it was asked for; `refs`: what rules wait for by name."""

    edition: Edition
    start: int
    end: int
    judges: tuple[Judge, ...]
    rules: dict[HappeningKind, list[CompiledRule]]
    by_phase: dict[tuple[HappeningKind, str], list[CompiledRule]]
    personal: bool
    table: tuple[tuple[int, int, Phase], ...]
    refs: frozenset[str]
    by_day: dict[tuple[HappeningKind, str, int, str], tuple[CompiledRule, ...]] = field(default_factory=dict)

    def looked_at(self, kind: HappeningKind, phase: str, wall: int, ref: str) -> tuple[CompiledRule, ...]:
        """The phase's rules that a day and what the happening names leave, for `quick` to judge."""
        rules = self.by_phase.get((kind, phase))
        if not rules:
            return ()
        named = ref if ref in self.refs else ""
        key = (kind, phase, wall // DAY, named)
        found = self.by_day.get(key)
        if found is None:
            if len(self.by_day) >= _MOST_DAYS:
                self.by_day.clear()
            found = self.by_day[key] = tuple(
                rule
                for rule in rules
                if (rule.ref is None or rule.ref == named) and rule.days[0] <= wall < rule.days[1]
            )
        return found


def compile_edition(edition: Edition) -> CompiledCampaign:
    """Make functions of everything an edition says, once."""
    campaign = edition.campaign
    table = phase_table(campaign)
    rules: dict[HappeningKind, list[CompiledRule]] = {}
    by_phase: dict[tuple[HappeningKind, str], list[CompiledRule]] = {}
    for rule in campaign.rules:
        compiled = _compile_rule(rule, campaign)
        for kind in KINDS[rule.when.event]:
            rules.setdefault(kind, []).append(compiled)
            for phase in campaign.phases:
                if not rule.if_.phases or phase.id in rule.if_.phases:
                    by_phase.setdefault((kind, phase.id), []).append(compiled)
    audience = Conditions(
        segments=campaign.audience.segments,
        tiers=campaign.audience.tiers,
        tags=campaign.audience.tags,
        without_tags=campaign.audience.without_tags,
    )
    judges = [*_place(campaign), *compile_conditions(audience, campaign)]
    personal = audience != Conditions()
    starts, ends = minutes(campaign.starts), minutes(campaign.ends)
    refs = frozenset(rule.when.ref for rule in campaign.rules if rule.when.ref is not None)
    return CompiledCampaign(edition, starts, ends, tuple(judges), rules, by_phase, personal, table, refs)


def _place(campaign: Campaign) -> Iterable[Judge]:
    """Stores and channels; HQ's look at the members happens in none."""
    if campaign.stores:
        stores = frozenset(campaign.stores)
        yield lambda case: Check(
            "stores",
            case.happening.kind is HappeningKind.SWEPT or case.happening.store in stores,
            case.happening.store,
            campaign.stores,
        )
    if campaign.channels:
        channels = frozenset(map(str, campaign.channels))
        yield lambda case: Check(
            "channels",
            case.happening.kind is HappeningKind.SWEPT or case.happening.channel in channels,
            case.happening.channel,
            campaign.channels,
        )


def _compile_rule(rule: Rule, campaign: Campaign) -> CompiledRule:
    key = f"{campaign.id}/{rule.id}"
    when = rule.when
    multipliers = [give.by for give in rule.give if isinstance(give, MultiplyPoints)]
    discount = next((give for give in rule.give if isinstance(give, Discount)), None)
    member_limits, shared_limits = compile_limits(rule, campaign.id)
    by_multiples = when.event in (Trigger.SPEND_REACHED, Trigger.PIECES_REACHED, Trigger.STREAK_REACHED)
    card = pieces_reached(when) if when.event is Trigger.PIECES_REACHED else None
    unnamed, in_phase, wheels = replace(when, ref=None), replace(rule.if_, phases=()), campaign.wheels
    return CompiledRule(
        key,
        rule,
        (*compile_trigger(when, wheels), *compile_conditions(rule.if_, campaign), *pays_with_points(discount)),
        (*pays_with_points(discount)[::-1], *compile_trigger(unnamed, wheels), *compile_conditions(in_phase, campaign)),
        member_limits,
        shared_limits,
        Giver(rule, campaign),
        multipliers[0] if multipliers else 0,
        when.n > 1 and not by_multiples,
        card,
        when.ref,
        days(rule.if_),
        discount,
        only_for_members(rule),
    )


def days(if_: Conditions) -> tuple[int, int]:
    """Wall minutes outside of which no date of the rule lies."""
    if not if_.dates:
        return 0, FOREVER
    # hours past midnight belong to the day before
    over = 2 if any(span.since >= span.until for span in if_.times) else 1
    return (
        min(span.since.toordinal() for span in if_.dates) * DAY,
        (max(span.until.toordinal() for span in if_.dates) + over) * DAY,
    )
