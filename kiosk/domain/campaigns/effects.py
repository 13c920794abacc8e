"""What a happening did to a member, and the fact that says so."""

from __future__ import annotations

from typing import Any, NamedTuple

from kiosk.domain.campaigns.facts import REWARDS_DECIDED, RewardsDecided, reward_row
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.rewards import Decision, Reward, RewardKind
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.members.member import Tier


class Effect(NamedTuple):
    """What a happening did to one member. `taken_back`: rewards undone; of one whose quantity changed, the old form."""

    member: str
    happening: str
    granted: tuple[Reward, ...] = ()
    taken_back: tuple[Reward, ...] = ()
    counters: tuple[tuple[str, int], ...] = ()
    decision: Decision | None = None
    refused: tuple[str, ...] = ()

    @property
    def takes(self) -> dict[str, int]:
        """Shared quantities it used up (negative: gave back), by key."""
        net: dict[str, int] = {}
        for sign, rewards in ((1, self.granted), (-1, self.taken_back)):
            for key, quantity in (take for reward in rewards for take in reward.takes):
                net[key] = net.get(key, 0) + sign * quantity
        return {key: quantity for key, quantity in net.items() if quantity}

    def body(self) -> dict[str, Any]:
        """The body of the fact `rewards.decided`."""
        member, happening = self.member, self.happening
        return REWARDS_DECIDED.write(
            RewardsDecided(
                member=member,
                happening=happening,
                granted=tuple(reward_row(reward, member, happening) for reward in self.granted),
                taken_back=tuple(reward.id for reward in self.taken_back),
                counters=self.counters,
                takes=tuple(sorted(self.takes.items())),
                refused=self.refused,
            )
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to journal."""
        return not (self.granted or self.taken_back or self.counters or self.refused)


def tier_before(state: MemberState, happening: Happening, decision: Decision) -> Tier | None:
    """The tier before a decision that gives one; None when none is given. A tier that another tier brought is the
    end of it: nothing more follows."""
    gives = any(reward.kind is RewardKind.TIER for reward in decision.rewards)
    return state.tier_at(happening.wall) if gives and happening.kind is not HappeningKind.TIER_REACHED else None
