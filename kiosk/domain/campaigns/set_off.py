"""What is due against what was given and is not due: who keeps a thing of a rule gets no second one for another sale.

When a sale comes back, what it counted for moves on: the second purchase is now the third one, the 500 are reached a
sale later. A thing that is out of the house stays with whom it was given to, and is then what the rule gives them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kiosk.domain.campaigns.rewards import Reward, RewardKind

Part = tuple[Reward, int]
"""A reward, and how much of its quantity is meant."""

_BY_PIECE = (RewardKind.COUPON, RewardKind.GIFT, RewardKind.CHOICE)


def set_off(too_much: Iterable[Part], missing: Iterable[Part]) -> tuple[Counter[str], Counter[str]]:
    """By reward id, how much of each side the other one settles, of what is too much and of what is missing: the same
    of the same rule, things piece by piece, anything else only if it is as much (a rule's points for two sales are two
    amounts)."""
    spare: defaultdict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    used: Counter[str] = Counter()
    settled: Counter[str] = Counter()
    for reward, over in too_much:
        if _comparable(reward, over):
            spare[_what(reward)][reward.id] = over
    for reward, lacking in missing:
        if _comparable(reward, lacking):
            left = spare[_what(reward)]
            for name in left:
                part = min(left[name], lacking - settled[reward.id])
                left[name] -= part
                used[name] += part
                settled[reward.id] += part
    return used, settled


def less(reward: Reward, part: int) -> Reward:
    """The reward without that much of its quantity; what it costs and takes is less by as much."""
    left, whole = reward.quantity - part, reward.quantity
    takes = tuple((key, quantity * left // whole) for key, quantity in reward.takes)
    return reward._replace(quantity=left, cost=reward.cost * left // whole, takes=takes)


def _comparable(reward: Reward, quantity: int) -> bool:
    return quantity > 0 and (reward.kind in _BY_PIECE or quantity == reward.quantity)


def _what(reward: Reward) -> tuple[object, ...]:
    amount = 0 if reward.kind in _BY_PIECE else reward.quantity
    return (reward.campaign, reward.rule, reward.kind, reward.ref, amount)
