"""What a member has: points that came and went, rewards that are things, badges, friends."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.basket import Basket
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.campaigns.reward_views import reward_view
from kiosk.application.selfservice.days import check_in_days
from kiosk.application.selfservice.outcomes import DueReward, DueState, Mine, PointsLine
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.campaigns.on_offer import OnOffer, on_offer
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.channels import Channel

MOST_LINES = 100
_THINGS = frozenset(
    {
        RewardKind.GIFT, RewardKind.CHOICE, RewardKind.EXPERIENCE, RewardKind.PARTNER, RewardKind.SLOT, RewardKind.LOCK,
        RewardKind.REBATE,
    }
)  # fmt: skip
_CHOSEN = "/chosen"


def mine(campaigns: Campaigns, member: str, channel: Channel, actions: tuple[MemberAction, ...]) -> Mine:
    """What a member has. `actions`: what can be done for them, as they were judged."""
    if not campaigns.running:
        return Mine(None, actions, {}, (), ())
    rewards = campaigns.state(member).rewards
    things = [reward for reward in rewards.values() if reward.kind in _THINGS and not reward.id.endswith(_CHOSEN)]
    badges = [reward for reward in rewards.values() if reward.kind is RewardKind.BADGE]
    referees = campaigns.state(member).referees
    return Mine(
        days=check_in_days(campaigns, member, channel),
        actions=actions,
        stock=_stock(campaigns, actions),
        due=tuple(_due(campaigns, one, rewards) for one in sorted(things, key=lambda one: -one.wall)),
        badges=tuple(reward_view(campaigns, one) for one in badges),
        friends=len(referees),
        friends_bought=sum(referees.values()),
        offers=offers_now(campaigns, member),
    )


def offers_now(campaigns: Campaigns, member: str) -> tuple[OnOffer, ...]:
    """What comes off goods now at a checkout or a till of the store, for a member, or for anybody (""). There is no
    basket at this station: what a basket lacks is said at the checkout."""
    found: dict[str, OnOffer] = {}
    for channel in (Channel.CHECKOUT, Channel.TILL):
        asked = campaigns.priced(Basket("", 0, member, channel=channel))
        rules = campaigns.engine.discounting(asked)
        for one in on_offer(rules, asked, campaigns.state(member), campaigns.fold.shared, campaigns.goods.name):
            found.setdefault(one.rule, one)
    return tuple(found.values())


def points_history(campaigns: Campaigns, member: str) -> tuple[PointsLine, ...]:
    """Points of a member that came and went, the newest first."""
    if not campaigns.running:
        return ()
    kinds = {one.id: str(one.kind) for one in campaigns.fold.happenings(member)}
    found = [one for one in campaigns.state(member).rewards.values() if one.kind is RewardKind.POINTS]
    found.sort(key=lambda one: -one.wall)
    lines = []
    for reward in found[:MOST_LINES]:
        view = reward_view(campaigns, reward)
        kind = kinds.get(reward.happening) or kinds.get(reward.happening.partition("+")[0], "")
        at = _instant(campaigns, reward.wall)
        until = _instant(campaigns, reward.until) if reward.until else None
        lines.append(PointsLine(at, kind, view.campaign, view.rule, reward.quantity, view.provisional_until, until))
    return tuple(lines)


def _due(campaigns: Campaigns, reward: Reward, rewards: dict[str, Reward]) -> DueReward:
    view = reward_view(campaigns, reward)
    if view.provisional_until is not None:
        state = DueState.PROVISIONAL
    elif reward.kind is RewardKind.CHOICE and f"{reward.id}{_CHOSEN}" in rewards:
        state = DueState.CHOSEN
    elif reward.until and reward.until <= campaigns.wall:
        state = DueState.EXPIRED
    elif reward.kind is RewardKind.CHOICE:
        state = DueState.TO_CHOOSE
    else:
        state = DueState.BY_HQ if reward.kind is RewardKind.REBATE else DueState.READY
    until = _instant(campaigns, reward.until) if reward.until else None
    return DueReward(view, state, _instant(campaigns, reward.wall), until)


def _stock(campaigns: Campaigns, actions: tuple[MemberAction, ...]) -> dict[str, int]:
    """Pieces that this terminal may still give, by what they are had for."""
    pools, left = campaigns.fold.shared.pools, {}
    for action in actions:
        gifts = [one for one in action.rewards if one.kind is RewardKind.GIFT]
        if action.kind is ActionKind.MALL and gifts:
            campaign = gifts[0].id.partition("/")[0]
            left[action.ref] = max(0, pools.get(f"|stock:{campaign}/{gifts[0].ref}", 0))
    return left


def _instant(campaigns: Campaigns, wall: int) -> datetime:
    return shown(wall).replace(tzinfo=ZoneInfo(campaigns.store.zone)).astimezone(UTC)
