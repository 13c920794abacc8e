"""What is done for a member beside a sale: check them in, take a deposit, give goods for points, hand over a gift.

Everything comes from the campaigns in force: an action is offered when a rule waits for it, shows what it would bring,
or says why not now. Doing it is one fact and what the rules make of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction, RewardView
from kiosk.application.campaigns.reward_views import plain, reward_views
from kiosk.domain.campaigns.facts import (
    CHECK_IN_DONE,
    CHECK_IN_MADE_UP,
    DEPOSIT_PAID,
    EVENT_ATTENDED,
    EVENT_SIGNED_UP,
    PARTNER_CODE,
    POINTS_SPENT,
    REWARD_CHOSEN,
    SURVEY_ANSWERED,
    TASK_DONE,
    VOTE_CAST,
)
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.campaigns.rewards import Decision, Outcome
from kiosk.domain.channels import Channel
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LocalText

MAKE_UP_DAYS = 7
"""So many days back a missed check-in can be made up for at the till."""
SCORES = range(1, 6)


@dataclass(frozen=True, slots=True)
class _Kind:
    """`trigger`: the rules that wait for it; `things`: the list of the campaign that has the names of `ref`."""

    action: ActionKind
    trigger: Trigger
    happening: HappeningKind
    fact: str
    things: str


_KINDS = (
    _Kind(ActionKind.DEPOSIT, Trigger.DEPOSIT_PAID, HappeningKind.DEPOSIT_PAID, DEPOSIT_PAID, "locks"),
    _Kind(ActionKind.MALL, Trigger.POINTS_SPENT, HappeningKind.POINTS_SPENT, POINTS_SPENT, "mall"),
    _Kind(ActionKind.TASK, Trigger.TASK_DONE, HappeningKind.TASK_DONE, TASK_DONE, "tasks"),
    _Kind(ActionKind.SURVEY, Trigger.SURVEY_ANSWERED, HappeningKind.SURVEY_ANSWERED, SURVEY_ANSWERED, "surveys"),
    _Kind(ActionKind.SIGN_UP, Trigger.SIGNED_UP, HappeningKind.SIGNED_UP, EVENT_SIGNED_UP, "events"),
    _Kind(ActionKind.ATTEND, Trigger.ATTENDED, HappeningKind.ATTENDED, EVENT_ATTENDED, "events"),
    _Kind(ActionKind.VOTE, Trigger.VOTED, HappeningKind.VOTED, VOTE_CAST, "events"),
    _Kind(ActionKind.PARTNER, Trigger.PARTNER_CODE, HappeningKind.PARTNER_CODE, PARTNER_CODE, "partners"),
)
_BY_ONESELF = frozenset(
    {
        ActionKind.CHECK_IN,
        ActionKind.MAKE_UP,
        ActionKind.MALL,
        ActionKind.SURVEY,
        ActionKind.SIGN_UP,
        ActionKind.VOTE,
        ActionKind.SPIN,
    }
)
"""What takes no money, hands over no gift, and needs nobody's eye to see that it is true."""
_AT_HOME = frozenset({ActionKind.MAKE_UP, ActionKind.DEPOSIT, ActionKind.MALL, ActionKind.CHOOSE, ActionKind.SPIN})
"""What gives or takes what a member holds (points, cards, deposits, gifts): not where others may give it too."""
_FACTS = {kind.action: kind.fact for kind in _KINDS} | {
    ActionKind.CHECK_IN: CHECK_IN_DONE,
    ActionKind.MAKE_UP: CHECK_IN_MADE_UP,
    ActionKind.CHOOSE: REWARD_CHOSEN,
}


@dataclass(frozen=True, slots=True)
class _Here:
    """A member, and where they are."""

    campaigns: Campaigns
    member: str
    channel: Channel

    def happening(self, kind: HappeningKind, **fields: Any) -> Happening:
        return self.campaigns.happening(kind, self.member, self.channel, **fields)


def member_actions(
    campaigns: Campaigns, member: str, channel: Channel, *, proven: bool, vouched: Vouched = Vouched.OWN
) -> tuple[MemberAction, ...]:
    """What can be done for a member now: what is possible first. `proven`: who stands here is the member, as far as
    anybody can tell. For a member of another store it is written down, and HQ gives what it brings."""
    if not campaigns.running:
        return ()
    here = _Here(campaigns, member, channel)
    found = [*_choices(campaigns, member), *_check_ins(here), *_from_rules(here, proven=proven)]
    if vouched is not Vouched.OWN:
        found = [_elsewhere(action, vouched) for action in found]
    return tuple(sorted(found, key=lambda action: action.refusal is not None))


def _elsewhere(action: MemberAction, vouched: Vouched) -> MemberAction:
    """An action for a member of another store."""
    refusal = action.refusal
    if action.kind in _AT_HOME:
        refusal = Refusal(RefusalCode.AT_HOME_ONLY)
    elif refusal is not None and not vouched.known and refusal.code is RefusalCode.CONDITION_NOT_MET:
        refusal = None  # of whom no more than an id is known: HQ judges
    return replace(action, rewards=(), refusal=refusal, from_hq=True)


def needs(action: MemberAction) -> Permission:
    """What whoever does it must be permitted."""
    return Permission.ACT_FOR_ONESELF if action.kind in _BY_ONESELF else Permission.SERVE


def act(
    campaigns: Campaigns,
    member: str,
    channel: Channel,
    action: MemberAction,
    actor: Actor,
    value: int,
    *,
    proven: bool,
    vouched: Vouched = Vouched.OWN,
    remark: str = "",
) -> tuple[RewardView, ...] | Refusal:
    """Do one of them; gives what it brought. It is judged anew: what was possible when it was shown may not be any
    more. `value`: the score of a survey; `remark`: commitment to what was said beside it."""
    if not actor.may(needs(action)):
        return Refusal(RefusalCode.NOT_PERMITTED)
    wanted = (action.kind, action.ref, action.part)
    actions = member_actions(campaigns, member, channel, proven=proven, vouched=vouched)
    possible = {(one.kind, one.ref, one.part): one for one in actions}
    now = possible.get(wanted)
    if now is None:
        return Refusal(RefusalCode.ACTION_CLOSED)
    if now.refusal is not None:
        return now.refusal
    if now.points:
        # HQ was asked for what was missing; a share may have been called back since
        missing = points_missing(campaigns, member, now.points)
        if missing is not None:
            return missing
    if now.asks_score and value not in SCORES:
        return Refusal(RefusalCode.CONDITION_NOT_MET, {"other": "score", "need": SCORES[-1], "have": value})
    campaigns.state(member)
    body = {"member": member, "channel": str(channel), **_body(now, value, remark)}
    effects = campaigns.journal_rewards(campaigns.tx.append(_FACTS[now.kind], actor.id, body))
    return reward_views(campaigns, [reward for effect in effects for reward in effect.granted], member)


def points_missing(campaigns: Campaigns, member: str, points: int) -> Refusal | None:
    """Why so many points cannot be taken from a member here; None when they can."""
    share = campaigns.points_share(member)
    if share >= points:
        return None
    code = RefusalCode.POINTS_ELSEWHERE if campaigns.online else RefusalCode.POINTS_OFFLINE
    return Refusal(code, {"need": points, "have": share})


def _body(action: MemberAction, value: int, remark: str) -> dict[str, Any]:
    """What the fact says of it beside the member."""
    match action.kind:
        case ActionKind.MAKE_UP:
            return {"days_ago": int(action.ref)}
        case ActionKind.CHECK_IN:
            return {}
        case ActionKind.CHOOSE:
            return {"part": action.part, "ref": action.ref}
        case ActionKind.DEPOSIT:
            return {"ref": action.ref, "amount": action.amount}
        case ActionKind.MALL:
            return {"ref": action.ref, "value": action.points}
        case ActionKind.SURVEY:
            return {"ref": action.ref, "value": value} | ({"remark": remark} if remark else {})
        case _:
            return {"ref": action.ref}


def _choices(campaigns: Campaigns, member: str) -> Iterator[MemberAction]:
    """One for each gift of a choice that is still to be made; not yet while a return may take it back."""
    rewards = campaigns.state(member).rewards
    for view in reward_views(campaigns, rewards.values(), member):
        held = view.provisional_until
        refusal = Refusal(RefusalCode.ACTION_CLOSED, {"until": held}) if held else None
        for stock, name in view.choices if f"{view.id}/chosen" not in rewards else ():
            yield MemberAction(ActionKind.CHOOSE, stock, name, view.campaign, part=view.id, refusal=refusal)


def _check_ins(here: _Here) -> Iterator[MemberAction]:
    campaigns, member = here.campaigns, here.member
    waiting = [campaign for campaign, rule in _rules(campaigns) if rule.when.event in _CHECK_IN_TRIGGERS]
    if not waiting:
        return
    state, day = campaigns.state(member), campaigns.wall // (24 * 60)
    name = waiting[0].name
    asked = campaigns.quote(here.happening(HappeningKind.CHECKED_IN))
    done = Refusal(RefusalCode.ALREADY_DONE) if day in state.check_ins else None
    yield MemberAction(
        ActionKind.CHECK_IN, "", None, name, rewards=reward_views(campaigns, asked.rewards, member), refusal=done
    )
    missed = next((ago for ago in range(1, MAKE_UP_DAYS + 1) if day - ago not in state.check_ins), None)
    if state.make_up_cards > 0 and missed is not None and state.check_ins:
        happening = here.happening(HappeningKind.MADE_UP, detail={"days_ago": missed})
        brought = reward_views(campaigns, campaigns.quote(happening).rewards, member)
        yield MemberAction(ActionKind.MAKE_UP, str(missed), None, name, rewards=brought)


_CHECK_IN_TRIGGERS = (Trigger.CHECKED_IN, Trigger.STREAK_REACHED)


def _rules(campaigns: Campaigns) -> Iterator[tuple[Campaign, Rule]]:
    for campaign in campaigns.in_force():
        for rule in campaign.rules:
            yield campaign, rule


def _from_rules(here: _Here, *, proven: bool) -> Iterator[MemberAction]:
    """Actions that rules name by `ref`, each once."""
    campaigns = here.campaigns
    for kind in _KINDS:
        seen: set[str] = set()
        for campaign, rule in _rules(campaigns):
            ref = rule.when.ref
            if rule.when.event is not kind.trigger or ref is None or ref in seen:
                continue
            seen.add(ref)
            same = [other for _campaign, other in _rules(campaigns) if _same(other, kind, ref)]
            yield _action(here, kind, campaign, ref, same, proven=proven)


def _same(rule: Rule, kind: _Kind, ref: str) -> bool:
    return rule.when.event is kind.trigger and rule.when.ref == ref


def _action(
    here: _Here, kind: _Kind, campaign: Campaign, ref: str, rules: Iterable[Rule], *, proven: bool
) -> MemberAction:
    campaigns = here.campaigns
    amount = max(map(_deposit, rules), default=0) if kind.action is ActionKind.DEPOSIT else 0
    points = 0
    happening = here.happening(kind.happening, ref=ref, amount=amount, value=SCORES[-1])
    if kind.action is ActionKind.MALL:
        prices = campaigns.fold.points_prices(happening)
        points = prices[0][1] if prices else min((rule.when.points or 0 for rule in rules), default=0)
        happening = happening._replace(value=points)
    decision = campaigns.ask(happening)
    refusal = None if decision.rewards or _counts(decision) else _why_not(decision, ref, campaign)
    if refusal is None and points and not proven:
        refusal = Refusal(RefusalCode.MEMBER_NOT_PROVEN)
    if refusal is None and points and (not campaigns.online or campaigns.limited(here.member)):
        refusal = points_missing(campaigns, here.member, points)
    rewards = reward_views(campaigns, decision.rewards, here.member)
    return MemberAction(
        kind.action,
        ref,
        _name(campaign, kind.things, ref),
        campaign.name,
        points=points,
        amount=amount,
        asks_score=kind.action is ActionKind.SURVEY,
        rewards=tuple(view for view in rewards if not (points and view.quantity < 0)),
        refusal=refusal,
    )


def _deposit(rule: Rule) -> int:
    """What has to be paid, minor units: the least the rule asks for."""
    return max(rule.when.amount or 0, rule.if_.amount.at_least if rule.if_.amount else 0)


def _name(campaign: Campaign, things: str, ref: str) -> LocalText:
    return next((thing.name for thing in getattr(campaign, things) if thing.id == ref), plain(ref))


def _counts(decision: Decision) -> bool:
    """Whether it brings a rule closer that needs several: the first of three posts."""
    ends = [trace.checks[-1] for trace in decision.trace if trace.outcome is Outcome.COUNTED]
    return any(check.code == "n" and check.have < check.need for check in ends)


def _why_not(decision: Decision, ref: str, campaign: Campaign) -> Refusal:
    """The reason nearest to a yes, of the rules that wait for it."""
    best: Refusal | None = None
    for trace in decision.trace:
        last = trace.checks[-1] if trace.checks else None
        if last is None or (trace.campaign, trace.rule) == (campaign.id, "*") or last.code in ("ref", "part", "price"):
            continue
        if trace.outcome is Outcome.LIMIT:
            return Refusal(RefusalCode.ALREADY_DONE)
        if trace.outcome is Outcome.GONE:
            return Refusal(RefusalCode.REWARD_GONE, {"name": ref})
        if last.code == "points" and isinstance(last.have, int) and isinstance(last.need, int):
            return Refusal(RefusalCode.POINTS_SHORT, {"have": last.have, "need": last.need})
        args: dict[str, ArgValue] = {"other": last.code}
        if isinstance(last.have, int) and isinstance(last.need, int):
            args |= {"have": last.have, "need": last.need}
        best = best or Refusal(RefusalCode.CONDITION_NOT_MET, args)
    return best or Refusal(RefusalCode.ACTION_CLOSED)
