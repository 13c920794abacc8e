"""A member's state in the campaigns, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.model import SegmentNumbers
from kiosk.domain.campaigns.points_expiry import RunsOut
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.members.member import Segment, Tier


@dataclass(frozen=True, slots=True)
class StateView:
    """A member's state now, as far as the panel shows it."""

    tier: Tier
    segment: Segment | None
    points: int
    points_held: int
    points_ahead: tuple[RunsOut, ...]
    tickets: int
    streak_days: int


def state_view(state: MemberState, wall: int, numbers: SegmentNumbers) -> StateView:
    """`wall`: the store's wall minute. A streak that today's check-in has not continued yet is shown as it stands."""
    day = wall // DAY
    points = state.points_at(wall)
    held = state.points_waiting(wall)
    streak = state.streak_at(day) or state.streak_at(day - 1)
    tickets = sum(state.tickets.values())
    ahead = state.points_ahead(wall)
    return StateView(state.tier_at(wall), state.segment(day, numbers), points, held, ahead, tickets, streak)
