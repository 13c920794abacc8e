"""How far a member's friends are, what each gave, and the next steps of the ladders."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.campaigns.reward_views import reward_views, rule_name
from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.registration.known import member_of
from kiosk.application.registration.outcomes import LadderStep, Referrals, ReferralStage, ReferralView
from kiosk.application.registration.standing import history_of
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.people import HELD
from kiosk.domain.campaigns.rewards import Check, Reward
from kiosk.domain.channels import Channel
from kiosk.domain.members.facts import Registered
from kiosk.domain.members.masking import mask_name
from kiosk.domain.registration.referral import REJECTED
from kiosk.domain.time import instant

_PLENTY = 1 << 40
"""Minor units: a friend's purchase over every threshold."""
_LONGEST_LADDER = 50
_GONE = (REJECTED,)
"""A registration that HQ rejected is judged as if it had never been."""


def referrals_of(context: Context, tx: LedgerTx, member: str) -> Referrals:
    """A member's friends, newest first."""
    campaigns = context.campaigns(tx)
    state = campaigns.state(member)
    past = campaigns.fold.happenings(member)
    # by the fact it follows from: after a merge the friend may have another id
    came = {one.id.partition("+")[0]: one for one in past if one.kind is HappeningKind.REFEREE_REGISTERED}
    rewards = list(state.rewards.values())
    friends: dict[str, ReferralView] = {}
    for device, fact, body in history_of(context, tx, member):
        if isinstance(body, Registered) and body.other == member and body.member not in friends:
            at = came.get(f"{device}/{fact.hlc:x}")
            found = (
                _friend(campaigns, body, at, past, rewards) if at is not None else (ReferralStage.REFUSED, _GONE, ())
            )
            row = member_of(context, tx, body.member)
            name = mask_name(row.name) if row is not None else ""
            friends[body.member] = ReferralView(body.member, name, found[0], instant(fact.corrected_ms), *found[1:])
    by = member_of(context, tx, state.referrer) if state.referrer else None
    return Referrals(
        tuple(reversed(friends.values())),
        tuple(sorted(_ladder(campaigns, member), key=lambda step: (step.reached, step.need))),
        mask_name(by.name) if by is not None else "",
    )


def _friend(
    campaigns: Campaigns, body: Registered, came: Happening, past: list[Happening], rewards: list[Reward]
) -> tuple[ReferralStage, tuple[str, ...], tuple[RewardView, ...]]:
    bought = [one for one in past if one.kind is HappeningKind.REFEREE_BOUGHT and one.other == came.other]
    about = {came.id, *(one.id for one in bought)}
    given = [one for one in rewards if one.happening in about]
    gifts = reward_views(campaigns, given, came.member)
    if came.part == HELD:
        return ReferralStage.HELD, body.held, gifts
    if came.part:
        return ReferralStage.REFUSED, (came.part,), gifts
    if not bought:
        return ReferralStage.REGISTERED, (), gifts
    settled = all(one.settles <= campaigns.wall for one in given)
    return ReferralStage.SETTLED if settled else ReferralStage.BOUGHT, (), gifts


def _ladder(campaigns: Campaigns, member: str) -> Iterator[LadderStep]:
    """Steps of rules that count friends, by asking what one more friend would come to."""
    if not campaigns.running:
        return
    for kind, bought in ((HappeningKind.REFEREE_REGISTERED, False), (HappeningKind.REFEREE_BOUGHT, True)):
        one_more = campaigns.happening(
            kind, member, Channel.CHECKOUT, other="?", amount=_PLENTY, value=1 if bought else 0
        )
        asked = campaigns.ask(one_more)
        for trace in asked.trace:
            check = next((one for one in trace.checks if one.code in ("n", "referrals")), None)
            campaign = campaigns.campaign(trace.campaign)
            if check is None or campaign is None or not _counts(check):
                continue
            have = int(check.have) - int(check.code == "n")  # which counts the friend that was asked about
            key = f"{trace.campaign}/{trace.rule}"
            promised = campaigns.engine.promise(key, one_more, campaigns.state(member), campaigns.fold.shared)
            given = [one for one in asked.rewards if (one.campaign, one.rule) == (trace.campaign, trace.rule)]
            gifts: tuple[RewardView, ...] = reward_views(campaigns, given or promised, member)
            yield LadderStep(
                campaign.name, rule_name(campaigns, campaign, trace.rule), max(0, have), int(check.need), bought, gifts
            )


def _counts(check: Check) -> bool:
    return isinstance(check.have, int) and isinstance(check.need, int) and 0 < check.need <= _LONGEST_LADDER
