"""A member is here: what campaigns give for that alone (a birthday, a spin a day, a welcome back), once a day.

The visit is a fact only where it brings something, so that scanning a card costs the ledger nothing otherwise. What
is gone for the moment (a gift, a share of a budget) can thus still be given when the member comes again that day.
"""

from __future__ import annotations

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.channels import Channel
from kiosk.domain.members.facts import MEMBER_SEEN


def see_member(campaigns: Campaigns, member: str, actor: str, channel: Channel) -> tuple[RewardView, ...]:
    """What it brings that a member of this store's list is here, journalled; empty the second time that
    store-local day, wherever the first was. `actor`: staff id, or "system"."""
    if not any(campaigns.cached("seen", campaign, _waits) for campaign in campaigns.in_force()):
        return ()
    campaigns.state(member)
    happening = campaigns.happening(HappeningKind.SEEN, member, channel, actor)
    if _seen_on(campaigns, member, happening.day):
        return ()
    brings = campaigns.quote(happening)
    if not (brings.rewards or brings.progress):
        return ()
    fact = campaigns.tx.append(MEMBER_SEEN, actor, {"member": member, "channel": str(channel)})
    effects = campaigns.journal_rewards(fact)
    return reward_views(campaigns, [reward for effect in effects for reward in effect.granted], member)


def _waits(campaign: Campaign) -> bool:
    return any(HappeningKind.SEEN in KINDS[rule.when.event] for rule in campaign.rules)


def _seen_on(campaigns: Campaigns, member: str, day: int) -> bool:
    """Whether a visit of that day is journalled, here or elsewhere."""
    for happening in reversed(campaigns.fold.happenings(member)):
        if happening.day < day:
            return False
        if happening.kind is HappeningKind.SEEN and happening.day == day:
            return True
    return False
