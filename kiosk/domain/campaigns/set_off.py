"""What is due against what was given and is not due: who keeps a thing of a rule gets no second one for another sale.

When a sale comes back, what it counted for moves on: the second purchase is now the third one, the 500 are reached a
sale later. A thing that is out of the house stays with whom it was given to, and is then what the rule gives them: for
a sale that was made already, or for the next one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from kiosk.domain.campaigns.rewards import Check, Decision, Outcome, Reward, RewardKind, RuleTrace

Part = tuple[Reward, int]
"""A reward, and how much of its quantity is meant."""

_BY_PIECE = (RewardKind.COUPON, RewardKind.GIFT, RewardKind.CHOICE)
_GIVEN = (Outcome.GRANTED, Outcome.SUBSTITUTED)


def set_off(too_much: Iterable[Part], missing: Iterable[Part]) -> tuple[Counter[str], Counter[str]]:
    """By reward id, how much of each side the other one settles, of what is too much and of what is missing: the same
    of the same rule, things piece by piece, anything else only if it is as much (a rule's points for two sales are two
    amounts)."""
    spare: defaultdict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    used: Counter[str] = Counter()
    settled: Counter[str] = Counter()
    for reward, over in too_much:
        if _comparable(reward, over):
            spare[_what(reward)][reward.id] = over
    for reward, lacking in missing:
        if _comparable(reward, lacking):
            left = spare[_what(reward)]
            for name in left:
                part = min(left[name], lacking - settled[reward.id])
                left[name] -= part
                used[name] += part
                settled[reward.id] += part
    return used, settled


def less(reward: Reward, part: int) -> Reward:
    """The reward without that much of its quantity; what it costs and takes is less by as much."""
    left, whole = reward.quantity - part, reward.quantity
    if left == whole:
        return reward
    takes = tuple((key, quantity * left // whole) for key, quantity in reward.takes)
    return reward._replace(quantity=left, cost=reward.cost * left // whole, takes=takes)


def surplus(
    given: Mapping[str, Reward], due: Mapping[str, Reward], short: Collection[str] = ()
) -> tuple[list[Part], Counter[str]]:
    """Things that were given and are not due (nor kept by their rule), with how much of them nothing settles; and by
    reward id, how much of what is due is settled by such things. `short`: rules that were met and had nothing left
    ("campaign/rule/happening"): who has such a thing, has what they would have got."""
    over = [
        (one, one.quantity - (due[key].quantity if key in due else 0))
        for key, one in given.items()
        if one.kind in _BY_PIECE and not one.keep
    ]
    lacking = [(one, one.quantity - (given[key].quantity if key in given else 0)) for key, one in due.items()]
    used, settled = set_off(over, lacking)
    used += had_of_short(((one, more - used[one.id]) for one, more in over), short)
    return [(one, more - used[one.id]) for one, more in over if more > used[one.id]], settled


def had_of_short(spare: Iterable[Part], short: Iterable[str]) -> Counter[str]:
    """By reward id, how much of what is `spare` stands for what rules had nothing left of: one for each time."""
    times = Counter("/".join(one.split("/", 2)[:2]) for one in short)
    found: Counter[str] = Counter()
    for reward, over in spare:
        rule = f"{reward.campaign}/{reward.rule}"
        if reward.kind in _BY_PIECE and over > 0 and times[rule]:
            found[reward.id] = min(over, times[rule])
            times[rule] -= found[reward.id]
    return found


def without_kept(decision: Decision, settled: Mapping[str, int]) -> Decision:
    """The decision without what is settled of its rewards by things that were kept, and with that as a reason."""
    if not any(settled.get(one.id) for one in decision.rewards):
        return decision
    rewards = [less(one, settled.get(one.id, 0)) for one in decision.rewards]
    left = tuple(one for one in rewards if one.quantity)
    stays = {one.id for one in left}
    trace = tuple(_kept(one, settled, stays) for one in decision.trace)
    return decision._replace(rewards=left, trace=trace)


def _kept(trace: RuleTrace, settled: Mapping[str, int], stays: Collection[str]) -> RuleTrace:
    pieces = sum(settled.get(name, 0) for name in trace.rewards)
    if not pieces:
        return trace
    rewards = tuple(name for name in trace.rewards if name in stays)
    outcome = trace.outcome if rewards or trace.outcome not in _GIVEN else Outcome.NOT_MET
    return trace._replace(
        outcome=outcome, checks=(*trace.checks, Check("kept", bool(rewards), pieces)), rewards=rewards
    )


def _comparable(reward: Reward, quantity: int) -> bool:
    return quantity > 0 and (reward.kind in _BY_PIECE or quantity == reward.quantity)


def _what(reward: Reward) -> tuple[object, ...]:
    amount = 0 if reward.kind in _BY_PIECE else reward.quantity
    return (reward.campaign, reward.rule, reward.kind, reward.ref, amount)
