"""Rewards as they may be shown: with the names that their campaign has for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.campaigns.model import Campaign, Rule
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.texts import LocalText


def reward_views(
    campaigns: Campaigns, rewards: Iterable[Reward], member: str | None, *, discounts: bool = False
) -> tuple[RewardView, ...]:
    """What of `rewards` belongs to `member` (None: anybody's); discounts, which are in the price, only if wanted.
    Points of several rules stay apart, so that each can be explained."""
    return tuple(
        reward_view(campaigns, reward)
        for reward in rewards
        if (discounts or reward.kind is not RewardKind.DISCOUNT) and (member is None or reward.member == member)
    )


def owed_rewards(campaigns: Campaigns, member: str) -> tuple[RewardView, ...]:
    """Choices of gifts that the member may make, and has not made yet."""
    rewards = campaigns.state(member).rewards
    open_choices = [
        reward
        for reward in rewards.values()
        if reward.kind is RewardKind.CHOICE
        and f"{reward.id}/chosen" not in rewards
        and reward.settles <= campaigns.wall
        and (not reward.until or reward.until > campaigns.wall)
    ]
    return reward_views(campaigns, open_choices, member)


def reward_view(campaigns: Campaigns, reward: Reward) -> RewardView:
    """One reward. A campaign that is not known any more leaves its ids as names."""
    campaign = campaigns.campaign(reward.campaign)
    named = campaigns.cached("names", campaign, _names) if campaign else {}
    choices: tuple[tuple[str, LocalText], ...] = ()
    if reward.kind is RewardKind.CHOICE:
        stock = [name for name in reward.ref.split("|") if _left(campaigns, reward.campaign, name)]
        choices = tuple((name, named[RewardKind.GIFT, name]) for name in stock if (RewardKind.GIFT, name) in named)
    return RewardView(
        id=reward.id,
        kind=reward.kind,
        quantity=reward.quantity,
        campaign=campaign.name if campaign else plain(reward.campaign),
        rule=rule_name(campaigns, campaign, reward.rule) if campaign else plain(reward.rule),
        ref=reward.ref,
        name=named.get((reward.kind, reward.ref)),
        provisional_until=_instant(reward.settles, campaigns.store.zone) if reward.settles > campaigns.wall else None,
        choices=choices,
    )


def rule_name(campaigns: Campaigns, campaign: Campaign, rule: str) -> LocalText:
    """A rule's name."""
    found = campaigns.cached("rules", campaign, _rules).get(rule)
    return found.name if found else plain(rule)


def plain(name: str) -> LocalText:
    """An id where a name should be."""
    return LocalText(name, name, name)


def _instant(wall: int, zone: str) -> datetime:
    return shown(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _left(campaigns: Campaigns, campaign: str, stock: str) -> bool:
    return campaigns.fold.shared.pools.get(f"|stock:{campaign}/{stock}", 0) > 0


def _rules(campaign: Campaign) -> dict[str, Rule]:
    return {rule.id: rule for rule in campaign.rules}


def _names(campaign: Campaign) -> dict[tuple[RewardKind, str], LocalText]:
    """(kind, ref) → name, of everything a campaign can give."""
    lists = (
        (RewardKind.COUPON, campaign.coupons),
        (RewardKind.GIFT, campaign.stock),
        (RewardKind.TICKETS, campaign.draws),
        (RewardKind.SPINS, campaign.wheels),
        (RewardKind.BADGE, campaign.badges),
        (RewardKind.EXPERIENCE, campaign.experiences),
        (RewardKind.PARTNER, campaign.partners),
        (RewardKind.SLOT, campaign.slots),
        (RewardKind.LOCK, campaign.locks),
    )
    return {(kind, item.id): item.name for kind, items in lists for item in items}
