"""A member's history as a fold keeps it, and how it is made anew when HQ's word changes who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.domain.campaigns.engine import Engine, Past
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.judged_again import again
from kiosk.domain.campaigns.people import People
from kiosk.domain.campaigns.rewards import Decision
from kiosk.domain.campaigns.set_off import Part, set_off, surplus, without_kept
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.standing import coupons_used, outward_of, standing_of, win_of
from kiosk.domain.campaigns.state import MemberState, apply

_TAKING_OUT = (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED, HappeningKind.LOST)


@dataclass(slots=True)
class History:
    """A member's happenings in order, and what others' happenings made of them. `used`: coupons of sales that came back
    whole: a return gives none of them back. `undone`: something was taken out of it, so that things may have been kept
    that are not due; `spare`: which (`set_off.surplus`), once somebody asked."""

    state: MemberState
    happenings: list[Happening] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    outward: dict[str, list[Happening]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    undone: bool = False
    spare: list[Part] | None = None


def concerned(happening: Happening, log: Iterable[Happening], before: People, after: People) -> list[str]:
    """Whose histories a word on a registration may change: whoever it is about, as whom they are known now, and who
    recommended them."""
    named = {one for who in (happening.member, happening.other) if who for one in _all_of(who, before, after)}
    for one in log:
        if one.kind is HappeningKind.REGISTERED and one.other and one.member in named:
            named |= {one.other, after.root(one.other)}
    return sorted({after.root(one) for one in named})


def _all_of(who: str, before: People, after: People) -> set[str]:
    return {*before.same(who), *after.same(who)}


def made_anew(person: str, log: Sequence[Happening], old: Iterable[History], people: People) -> History:
    """A person's history from everything that happened, with what was given to any of their ids so far."""
    state, refused = MemberState(person), set[str]()
    for one in old:
        refused |= one.refused
        for key, reward in one.state.rewards.items():
            state.rewards.setdefault(
                key, reward._replace(member=people.root(reward.member), awaits=people.root(reward.awaits))
            )
        state.counters |= one.state.counters
    standing = [one for one in standing_of(list(log), person) if one.kind is not HappeningKind.DECIDED]
    used = used_whole(log, standing)
    return History(state, standing, refused, outward_in(standing, person), used, any(map(_takes_out, log)))


def _takes_out(happening: Happening) -> bool:
    return happening.kind in _TAKING_OUT


def used_whole(known: Iterable[Happening], standing: Iterable[Happening]) -> set[str]:
    """Coupons of sales of which nothing is left, and that nobody voided."""
    here = {one.txn for one in standing if one.kind is HappeningKind.PURCHASED}
    here |= {one.txn for one in known if one.kind is HappeningKind.SALE_VOIDED}
    return set(coupons_used(one for one in known if one.kind is HappeningKind.PURCHASED and one.txn not in here))


def recall(
    history: History,
    known: Sequence[Happening],
    people: People,
    engine: Engine,
    shared: Shared,
    owns: Callable[[str], bool],
) -> None:
    """A member's past, from everything that is known of it in order: rewards as journalled, progress as judged by all
    of it."""
    member = history.state.id
    places: dict[str, set[str]] = {}
    for happening in standing_of(list(known), member):
        made = [one for one in outward_of(happening, history.state) if owns(one.member)]
        apply(history.state, happening)
        if happening.kind is HappeningKind.DECIDED:
            history.refused.update(happening.given.refused)
            for name, place in happening.given.places:
                places.setdefault(name, set()).add(place)
            continue
        history.happenings.append(happening)
        if made:
            history.outward[happening.id] = made
    history.used = used_whole([one for one in known if one.member == member], history.happenings)
    history.undone = any(map(_takes_out, known))
    # a limit that moved in its list was counted from nothing by programs that named it by its place
    moved = [name for name, found in places.items() if len(found) > 1]
    elsewhere = len({happening.device for happening in history.happenings if happening.device}) > 1
    elsewhere = elsewhere or people.takes_away
    if moved or elsewhere:
        counted = _judged(history, engine, shared)[0].counters
        # each terminal counted what it knew; the sum is counted here
        history.state.counters = (
            counted
            if elsewhere
            else {**history.state.counters, **{name: counted[name] for name in moved if name in counted}}
        )


def less_kept(
    history: History, happening: str, decision: Decision, engine: Engine, shared: Shared
) -> tuple[Decision, Counter[str]]:
    """What comes of a happening (by id), without what the member kept of the same rule when something was undone; and
    how much of each such thing that uses up (`used_up`)."""
    if not history.undone or not decision.rewards:
        return decision, Counter()
    if history.spare is None:
        due, short = _judged(history, engine, shared, but=happening)
        history.spare, _ = surplus(history.state.rewards, due.rewards, short)
    used, settled = set_off(history.spare, [(one, one.quantity) for one in decision.rewards])
    return without_kept(decision, settled), used


def used_up(history: History, used: Counter[str]) -> None:
    """So much of what was kept stands for something that is due now."""
    if used and history.spare is not None:
        left = [(one, more - used[one.id]) for one, more in history.spare]
        history.spare = [(one, more) for one, more in left if more]


def without_win(history: History, lost: Happening) -> list[str]:
    """A prize is not the member's any more: the win goes out of the history. Gives ids of rewards that were for it."""
    won = {one.id for one in history.happenings if one.kind is HappeningKind.WON and win_of(one) == win_of(lost)}
    history.happenings = [one for one in history.happenings if one.id not in won]
    return [one.id for one in history.state.rewards.values() if one.happening.partition("+")[0] in won]


def reasons_of(
    history: History,
    happening: str,
    engine: Engine,
    shared: Shared,
    before: Callable[[Happening], Happening] | None,
) -> list[tuple[Happening, Decision]]:
    """`Fold.reasons` of a history."""
    state, refused = MemberState(history.state.id), set(history.refused)
    past = Past(history.state.rewards, frozenset(history.refused))
    found: list[tuple[Happening, Decision]] = []
    for one in history.happenings:
        about = one.id == happening or one.id.startswith(f"{happening}+")
        if before is not None and one.id == happening:
            asked = before(one)
            found.append((asked, engine.evaluate(asked, state, shared, trace=True)))
        again(engine, shared, one, state, refused, past, take=False, seen=found if about else None)
    if history.undone and found:
        due, short = _judged(history, engine, shared)
        _, settled = surplus(history.state.rewards, due.rewards, short)
        found = [(one, without_kept(decision, settled)) for one, decision in found]
    return found


def before_of(history: History, happening: str, engine: Engine, shared: Shared) -> MemberState:
    """`Fold.state_before` of a history."""
    if all(one.id != happening for one in history.happenings):
        return history.state
    state, refused = MemberState(history.state.id), set(history.refused)
    past = Past(history.state.rewards, frozenset(history.refused))
    for one in history.happenings:
        if one.id == happening:
            break
        again(engine, shared, one, state, refused, past, take=False)
    return state


def due_of(history: History, engine: Engine, shared: Shared) -> set[str]:
    """Rewards that the rules give for a history, without those that a rule only keeps; nothing where no rule keeps
    any."""
    if not any(reward.keep for reward in history.state.rewards.values()):
        return set()
    return set(_judged(history, engine, shared)[0].rewards)


def _judged(history: History, engine: Engine, shared: Shared, but: str = "") -> tuple[MemberState, set[str]]:
    """The state that the rules give, and the rules that were met and had nothing left ("campaign/rule/happening")."""
    state, short = MemberState(history.state.id), set[str]()
    past = Past(history.state.rewards, frozenset(history.refused))
    for one in history.happenings:
        if one.id in (but, but.partition("+")[0]):  # what follows from a happening comes with it
            continue
        again(engine, shared, one, state, short, past, take=False)
    return state, short


def outward_now(history: History) -> dict[str, list[Happening]]:
    """The same after a sale of theirs has changed: of as much, and the first of them as the first."""
    before, after = history.outward, dict[str, list[Happening]]()
    bought = False
    for one in history.happenings:
        if one.kind is not HappeningKind.PURCHASED:
            if one.id in before:
                after[one.id] = before[one.id]
            continue
        if one.exchanges_only:
            continue
        made: list[Happening] = []
        for old in before.get(one.id, ()):
            value = 1 if old.kind is HappeningKind.REFEREE_BOUGHT and not bought else 0
            made.append(old._replace(amount=one.amount, categories=one.categories, items=one.items, value=value))
        if made:
            after[one.id] = made
        bought = True
    return after


def outward_in(happenings: Iterable[Happening], member: str) -> dict[str, list[Happening]]:
    """What each of a member's happenings means to others."""
    state = MemberState(member)
    found: dict[str, list[Happening]] = {}
    for one in happenings:
        if one.member == member and (made := outward_of(one, state)):
            found[one.id] = made
        apply(state, one)
    return found
