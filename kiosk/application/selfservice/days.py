"""A member's check-ins, as a calendar shows them, and what the next ones bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.selfservice.outcomes import CheckInDays
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.model import Trigger
from kiosk.domain.channels import Channel

SHOWN_DAYS = 62
"""So far back a calendar goes: this month and the one before."""
_DAY_MS = 86_400_000
_TRIGGERS = (Trigger.CHECKED_IN, Trigger.STREAK_REACHED)


def check_in_days(campaigns: Campaigns, member: str, channel: Channel) -> CheckInDays | None:
    """None where no campaign gives anything for a check-in."""
    if not any(rule.when.event in _TRIGGERS for one in campaigns.in_force() for rule in one.rules):
        return None
    state = campaigns.state(member)
    today = campaigns.wall // DAY
    done = frozenset(date.fromordinal(day) for day in state.check_ins if today - SHOWN_DAYS <= day <= today)
    return CheckInDays(
        date.fromordinal(today),
        done,
        state.streak_at(today) or state.streak_at(today - 1),
        () if today in state.check_ins else _brings(campaigns, member, channel, 0),
        _brings(campaigns, member, channel, 1),
        state.make_up_cards,
    )


def _brings(campaigns: Campaigns, member: str, channel: Channel, later: int) -> tuple[RewardView, ...]:
    """What a check-in brings so many days later, those between being kept."""
    now = campaigns.happening(HappeningKind.CHECKED_IN, member, channel)
    happening = now._replace(wall=now.wall + later * DAY, at=now.at + later * _DAY_MS)
    state = campaigns.state(member)
    kept = replace(state, check_ins=state.check_ins | {now.day + ahead for ahead in range(later)})
    decision = campaigns.engine.evaluate(happening, kept, campaigns.fold.shared, trace=False)
    return reward_views(campaigns, decision.rewards, member)
