"""What the rules say, compared with what journals say was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiosk.domain.campaigns.rewards import Reward


class Differences(NamedTuple):
    """Rewards that the rules give but no journal has, and rewards that terminals gave though the rules, knowing all
    facts, do not."""

    missing: tuple[Reward, ...]
    overrun: tuple[Reward, ...]


def reconcile(derived_rewards: Mapping[str, Reward], journalled: Mapping[str, Reward]) -> Differences:
    """Compare what the rules say with what was given, by id and quantity."""
    return Differences(
        tuple(reward for key, reward in sorted(derived_rewards.items()) if not _same(journalled.get(key), reward)),
        tuple(reward for key, reward in sorted(journalled.items()) if not _same(derived_rewards.get(key), reward)),
    )


def _same(one: Reward | None, other: Reward) -> bool:
    return one is not None and (one.kind, one.quantity) == (other.kind, other.quantity)
