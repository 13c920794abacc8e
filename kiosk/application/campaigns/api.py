"""What a station may ask of campaigns where nothing is sold."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.campaigns.outcomes import MemberAction, RewardView
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class CampaignsApi(Protocol):
    """What can be done for a member, and doing it."""

    def actions_for(self, member: str, actor: Actor, *, proven: bool) -> tuple[MemberAction, ...]:
        """What can be done for a member of this store's list by the campaigns that run, what is possible first; of it,
        what `actor` may do. `proven`: who stands here is the member, as far as anybody can tell."""

    def act_for(
        self, member: str, action: MemberAction, actor: Actor, value: int = 0, *, proven: bool
    ) -> tuple[RewardView, ...] | Refusal:
        """Do one of them, durably; gives what it brought. `value`: the score of a survey."""
