"""What kind of thing each prize of a wheel is, by the rule that gives it: for the signs that stand beside names."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.draws.wheel_outcomes import PrizeView, WheelView
from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.things import Wheel

_KINDS: dict[type, RewardKind] = {
    g.Points: RewardKind.POINTS,
    g.PointsPer: RewardKind.POINTS,
    g.GiveCoupon: RewardKind.COUPON,
    g.Gift: RewardKind.GIFT,
    g.Choice: RewardKind.CHOICE,
    g.Tickets: RewardKind.TICKETS,
    g.Spins: RewardKind.SPINS,
    g.Rebate: RewardKind.REBATE,
    g.GiveBadge: RewardKind.BADGE,
    g.GiveTier: RewardKind.TIER,
    g.TierMonths: RewardKind.TIER_MONTHS,
}


def prize_kinds(campaign: Campaign, wheel: Wheel) -> dict[str, RewardKind]:
    """By the prize's code: what the first rule that waits for it gives first."""
    found: dict[str, RewardKind] = {}
    for rule in campaign.rules:
        when = rule.when
        if when.event is not Trigger.SPUN or when.ref != wheel.id or when.part is None or not rule.give:
            continue
        kind = _KINDS.get(type(rule.give[0]))
        if kind is not None:
            found.setdefault(when.part, kind)
    return found


def with_kinds(view: WheelView, campaign: Campaign, wheel: Wheel) -> WheelView:
    """The wheel, each of its fields with its kind."""
    kinds = prize_kinds(campaign, wheel)
    return replace(view, fields=tuple(replace(field, gives=kinds.get(field.code)) for field in view.fields))


def with_kind(view: PrizeView, campaign: Campaign | None, wheel: Wheel | None) -> PrizeView:
    """One prize with its kind, as far as its campaign is known."""
    if campaign is None or wheel is None:
        return view
    return replace(view, gives=prize_kinds(campaign, wheel).get(view.code))
