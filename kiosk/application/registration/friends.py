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
from kiosk.domain.campaigns.rewards import Check, Reward
from kiosk.domain.channels import Channel
from kiosk.domain.members.facts import Registered
from kiosk.domain.members.masking import mask_name
from kiosk.domain.registration.facts import ReviewedBody
from kiosk.domain.time import instant

_PLENTY = 1 << 40
"""Minor units: a friend's purchase over every threshold."""
_LONGEST_LADDER = 50


def referrals_of(context: Context, tx: LedgerTx, member: str) -> Referrals:
    """A member's friends, newest first."""
    campaigns = context.campaigns(tx)
    state = campaigns.state(member)
    past = campaigns.fold.happenings(member)
    held, released = _looked_at(context, tx, member)
    rewards = list(state.rewards.values())
    friends = []
    for came in past:
        if came.kind is HappeningKind.REFEREE_REGISTERED:
            reasons = held.get(came.other, ()) if came.other not in released else ()
            friends.append(_friend(context, tx, campaigns, came, past, rewards, reasons))
    by = member_of(context, tx, state.referrer) if state.referrer else None
    return Referrals(
        tuple(reversed(friends)),
        tuple(sorted(_ladder(campaigns, member), key=lambda step: (step.reached, step.need))),
        mask_name(by.name) if by is not None else "",
    )


def _looked_at(context: Context, tx: LedgerTx, member: str) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """(friend → why they are held, friends whom HQ approved of)."""
    held: dict[str, tuple[str, ...]] = {}
    approved: set[str] = set()
    for _fact, body in history_of(context, tx, member):
        if isinstance(body, Registered) and body.other == member and body.held:
            held[body.member] = body.held
    for friend in held:
        for _fact, body in history_of(context, tx, friend):
            if isinstance(body, ReviewedBody) and body.member == friend and body.verdict == "approved":
                approved.add(friend)
    return held, approved


def _friend(
    context: Context,
    tx: LedgerTx,
    campaigns: Campaigns,
    came: Happening,
    past: list[Happening],
    rewards: list[Reward],
    held: tuple[str, ...],
) -> ReferralView:
    row = member_of(context, tx, came.other)
    bought = [one for one in past if one.kind is HappeningKind.REFEREE_BOUGHT and one.other == came.other]
    about = {came.id, *(one.id for one in bought)}
    given = [one for one in rewards if one.happening in about]
    gifts = reward_views(campaigns, given, came.member)
    settled = bool(bought) and all(one.settles <= campaigns.wall for one in given)
    if came.part:
        stage = ReferralStage.REFUSED
    elif held:
        stage = ReferralStage.HELD
    elif bought:
        stage = ReferralStage.SETTLED if settled else ReferralStage.BOUGHT
    else:
        stage = ReferralStage.REGISTERED
    reasons = (came.part,) if came.part else held
    return ReferralView(
        came.other, mask_name(row.name) if row is not None else "", stage, instant(came.at), reasons, gifts
    )


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
