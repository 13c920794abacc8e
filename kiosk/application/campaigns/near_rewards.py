"""What the clerk should say: rewards that the member is close to, found by asking the rules what is missing.

A rule is near when one number is too small and, were it large enough, the rule would give: the rules themselves are
asked with the larger number, so that nobody is promised what another condition forbids.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.basket import NOTHING_OFF, Basket, Paid
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import NearReward, RewardView
from kiosk.application.campaigns.reward_views import reward_views, rule_name
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.rewards import Check, Decision, Outcome, Reward, RuleTrace

MOST = 3

_DAY_MS = 86_400_000

_BY_AMOUNT = frozenset({"amount", "spend_reached"})
_FAR = 2
"""Amounts: a reward is not near when more than this many times the purchase is missing. Counts: when more is missing
than this, and more than is there."""


def near_rewards(
    campaigns: Campaigns,
    basket: Basket,
    total: int,
    rewards: Collection[RewardView],
    paid: Paid = NOTHING_OFF,
) -> tuple[NearReward, ...]:
    """The nearest first, at most `MOST`. `total`: minor units that the basket costs; `rewards`: what it brings
    already."""
    if not campaigns.running or not basket.member:
        return ()
    bought = campaigns.bought(basket, total, paid)
    found = [
        *_by_amount(campaigns, bought),
        *_by_count(campaigns, bought),
        *_by_stamps(campaigns, bought),
        *_by_friends(campaigns, bought),
        *_by_streak(campaigns, basket),
    ]
    brought = {_rule_of(reward) for reward in rewards}  # the same thing of another rule comes on top
    fresh = [one for one in found if _rule_of(one.rewards[0]) not in brought]
    return tuple(sorted(fresh, key=lambda one: (one.missing / max(1, one.need), one.need))[:MOST])


def _rule_of(reward: RewardView) -> str:
    return "/".join(reward.id.split("/")[:2])


def _by_amount(campaigns: Campaigns, happening: Happening) -> Iterator[NearReward]:
    """Rules that a larger purchase would meet."""
    asked = campaigns.ask(happening)
    for trace in asked.trace:
        last = trace.checks[-1] if trace.checks else None
        if trace.outcome is not Outcome.NOT_MET or last is None or last.code not in _BY_AMOUNT:
            continue
        if not (isinstance(last.have, int) and isinstance(last.need, int)) or last.have >= last.need:
            continue
        missing = last.need - last.have
        if missing > max(_FAR * happening.amount, last.need // 2):
            continue
        larger = happening._replace(amount=happening.amount + missing, offers=())
        found = _given_by(campaigns.quote(larger), trace)
        if found:
            yield _near(campaigns, trace, last, found, money=True)


def _by_count(campaigns: Campaigns, happening: Happening) -> Iterator[NearReward]:
    """Rules that this happening brings closer: the third purchase."""
    asked = campaigns.ask(happening)
    for trace in asked.trace:
        last = trace.checks[-1] if trace.checks else None
        if last is None or last.code != "n" or last.ok or not 0 < last.have < last.need:
            continue
        if last.need - last.have > max(_FAR, last.have):
            continue
        rewards = _promised(campaigns, happening, trace)
        if rewards:
            yield _near(campaigns, trace, last, rewards, money=False)


def _by_stamps(campaigns: Campaigns, happening: Happening) -> Iterator[NearReward]:
    """Stamp cards that were begun, with what this basket adds: "3 of 9"."""
    asked = campaigns.ask(happening)
    for trace in asked.trace:
        last = trace.checks[-1] if trace.checks else None
        if last is None or last.code != "pieces_reached" or not 0 < last.have < last.need:
            continue
        if rewards := _promised(campaigns, happening, trace):
            yield _near(campaigns, trace, last, rewards, money=False)


def _by_friends(campaigns: Campaigns, happening: Happening) -> Iterator[NearReward]:
    """Rules for who has recommended enough friends."""
    asked, state = campaigns.ask(happening), campaigns.state(happening.member)
    for trace in asked.trace:
        last = trace.checks[-1] if trace.checks else None
        if trace.outcome is not Outcome.NOT_MET or last is None or last.code != "referrals":
            continue
        have, need = int(last.have), int(last.need)
        if not 0 < have < need or need - have > max(_FAR, have):
            continue
        more = state.referees | {f"+{friend}": False for friend in range(need - have)}
        decision = campaigns.engine.evaluate(
            happening, replace(state, referees=more), campaigns.fold.shared, trace=False
        )
        if rewards := _given_by(decision, trace):
            yield _near(campaigns, trace, last, rewards, money=False)


def _by_streak(campaigns: Campaigns, basket: Basket) -> Iterator[NearReward]:
    """Rules for days in a row: today counts, whether the member has checked in yet or will."""
    state = campaigns.state(basket.member)
    today = campaigns.happening(HappeningKind.CHECKED_IN, basket.member, basket.channel)
    done = today.day in state.check_ins
    # who was here today is asked about tomorrow: the same day again brings nobody closer
    happening = today._replace(wall=today.wall + DAY, at=today.at + _DAY_MS) if done else today
    asked = campaigns.ask(happening)
    for trace in asked.trace:
        check = next((check for check in trace.checks if check.code == "streak_reached"), None)
        if check is None or (check.ok and not done):
            continue
        now = check._replace(have=check.have - int(done))
        if not 0 < now.have < now.need or now.need - now.have > max(_FAR, now.have):
            continue
        rewards = _given_by(asked, trace) if check.ok else _promised(campaigns, happening, trace)
        if rewards:
            yield _near(campaigns, trace, now, rewards, money=False)


def _promised(campaigns: Campaigns, happening: Happening, trace: RuleTrace) -> tuple[Reward, ...]:
    key, state = f"{trace.campaign}/{trace.rule}", campaigns.state(happening.member)
    return campaigns.engine.promise(key, happening, state, campaigns.fold.shared)


def _given_by(decision: Decision, trace: RuleTrace) -> tuple[Reward, ...]:
    return tuple(
        reward for reward in decision.rewards if (reward.campaign, reward.rule) == (trace.campaign, trace.rule)
    )


def _near(
    campaigns: Campaigns, trace: RuleTrace, check: Check, rewards: tuple[Reward, ...], *, money: bool
) -> NearReward:
    campaign = campaigns.campaign(trace.campaign)
    assert campaign is not None
    ends = campaign.ends.replace(tzinfo=ZoneInfo(campaigns.store.zone)).astimezone(UTC)
    return NearReward(
        campaign.name,
        rule_name(campaigns, campaign, trace.rule),
        check.code,
        int(check.have),
        int(check.need),
        money,
        reward_views(campaigns, rewards, None),
        ends,
    )
