"""The right to spend a member's points: a share of them, which a terminal may pay with while HQ is out of reach.

A share moves by a terminal's own facts only. It grows by what HQ hands out and by what the member earns at this
terminal (nobody else knows those points before HQ does), and shrinks by what is paid here and by what is taken back.
The fact that changes a member's points says by how much it moved the share: nobody ever sees the one without the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.state import MemberState

POINTS_SHARE = "points_share"
"""The key of `Happening.detail` that says, at BASKET, how many points may be paid without HQ; absent: all there are."""

_KEY = "points:"


class PointsMoved(NamedTuple):
    """What a decision does to points that may be spent: `earned` (below zero: taken back), `paid` (below zero: given
    back)."""

    earned: int = 0
    paid: int = 0


def points_key(member: str) -> str:
    """What a share of a member's points is called among leased quantities."""
    return f"{_KEY}{member}"


def member_of_key(key: str) -> str | None:
    """Whose points a leased quantity is; None for stock, budgets and the like."""
    return key.removeprefix(_KEY) if key.startswith(_KEY) else None


def is_payment(reward: Reward) -> bool:
    """Whether it is points that a member paid."""
    return reward.kind is RewardKind.POINTS and reward.quantity < 0


def points_moved(granted: Iterable[Reward], taken_back: Iterable[Reward], wall: int) -> PointsMoved:
    """What a decision at a wall minute moves. Provisional points may not be spent yet, and move nothing."""
    earned = paid = 0
    for sign, rewards in ((1, granted), (-1, taken_back)):
        for reward in rewards:
            if is_payment(reward):
                paid -= sign * reward.quantity
            elif reward.kind is RewardKind.POINTS and reward.settles <= wall and not reward.awaits:
                earned += sign * reward.quantity
    return PointsMoved(earned, paid)


def share_moved(moved: PointsMoved, beyond: int) -> int:
    """By how much a decision changes the terminal's share. `beyond`: how many of the points of its sale are, or were,
    paid on a manager's word, without a share."""
    within = max(0, abs(moved.paid) - beyond)
    return moved.earned - (within if moved.paid > 0 else -within)


def spendable(give: Discount, happening: Happening, state: MemberState) -> int:
    """How many points the member may pay by this discount now."""
    points = state.points_at(happening.wall)
    share = happening.detail.get(POINTS_SHARE)
    return points if share is None else min(points, max(0, int(share)) + beyond_share(give))


def beyond_share(give: Discount) -> int:
    """How many points beyond the terminal's share a manager may accept while HQ is out of reach, in one sale."""
    if not give.offline_limit or not give.off:
        return 0
    return give.offline_limit // give.off * give.for_points


def takes_points(campaign: Campaign) -> bool:
    """Whether anything of a campaign can be had for points."""
    return any(
        rule.when.event is Trigger.POINTS_SPENT
        or any(isinstance(give, Discount) and give.for_points for give in rule.give)
        for rule in campaign.rules
    )
