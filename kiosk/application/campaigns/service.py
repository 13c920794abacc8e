"""What a station may ask of campaigns where nothing is sold."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.member_actions import act, member_actions, needs
from kiosk.application.campaigns.outcomes import MemberAction, RewardView
from kiosk.application.ports.ledger import Ledger, LedgerTx
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class Ground(Protocol):
    """What campaigns stand on; the context is one."""

    @property
    def ledger(self) -> Ledger:
        """The journal."""

    def campaigns(self, tx: LedgerTx) -> Campaigns:
        """Campaigns, for one use case in one transaction. Raises LedgerFault."""


class CampaignsService:
    """Implements `CampaignsApi`."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def actions_for(self, member: str, actor: Actor, *, proven: bool) -> tuple[MemberAction, ...]:
        """What can be done for a member, of what `actor` may do."""

        def found(tx: LedgerTx) -> tuple[MemberAction, ...]:
            return member_actions(self._ground.campaigns(tx), member, actor.channel, proven=proven)

        return tuple(action for action in self._ground.ledger.run(found) if actor.may(needs(action)))

    def act_for(
        self, member: str, action: MemberAction, actor: Actor, value: int = 0, *, proven: bool
    ) -> tuple[RewardView, ...] | Refusal:
        """Do one of them."""

        def done(tx: LedgerTx) -> tuple[RewardView, ...] | Refusal:
            campaigns = self._ground.campaigns(tx)
            return act(campaigns, member, actor.channel, action, actor, value, proven=proven)

        return self._ground.ledger.run(done)
