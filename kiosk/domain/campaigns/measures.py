"""Limits on how much a rule gives, not how often: points, and money that discounts take off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.scopes import Measure

_KINDS = {Measure.POINTS: RewardKind.POINTS, Measure.SAVED: RewardKind.DISCOUNT}


def measured(rewards: Iterable[Reward], measure: Measure) -> int:
    """How much of what a limit measures rewards are. Points that the member pays are none that were given."""
    return sum(max(0, one.quantity) for one in rewards if one.kind is _KINDS[measure])


def within(rewards: Sequence[Reward], measure: Measure, room: int) -> list[Reward]:
    """The same rewards with no more of it than there is room for: the first come first, and what is nothing goes."""
    found: list[Reward] = []
    for reward in rewards:
        if reward.kind is _KINDS[measure] and reward.quantity > 0:
            quantity, room = min(reward.quantity, room), max(0, room - reward.quantity)
            if not quantity:
                continue
            reward = _less(reward, quantity) if quantity < reward.quantity else reward
        found.append(reward)
    return found


def _less(reward: Reward, quantity: int) -> Reward:
    cost = reward.cost * quantity // reward.quantity
    takes = tuple((key, cost if "|budget:" in key else taken) for key, taken in reward.takes)
    return reward._replace(quantity=quantity, cost=cost, takes=takes)
