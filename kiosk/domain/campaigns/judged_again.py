"""A member's history judged again: one happening after the other, or on from where it was judged before.

Who has thousands of sales (the card a shop uses for walk-ins) would make every count as long as their history. A `Mark`
keeps the state up to a stamp; what came since is judged on top of it, to the same end as from the beginning. Where
something new reaches back before the mark (a void, a second copy, a decision about an old sale), there is no going on
from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, fields
from operator import attrgetter

from kiosk.domain.campaigns.effects import Effect, tier_before
from kiosk.domain.campaigns.engine import ACTS, Engine, Past
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, Order, derived
from kiosk.domain.campaigns.people import People, people_of, takes_away
from kiosk.domain.campaigns.rewards import Decision, Reward
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.standing import standing_of
from kiosk.domain.campaigns.state import MemberState, apply, carry_out, grant

_order = attrgetter("order")
_UNDOING = (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED)
_OF_FRIENDS = (f"+{HappeningKind.REFEREE_BOUGHT}", f"+{HappeningKind.SHARE_BOUGHT}")
_WORDS = (HappeningKind.REVIEWED, HappeningKind.MERGED, HappeningKind.ERASED, HappeningKind.LOST)


def again(
    engine: Engine,
    shared: Shared,
    happening: Happening,
    state: MemberState,
    refused: set[str],
    past: Past,
    *,
    take: bool = True,
    seen: list[tuple[Happening, Decision]] | None = None,
) -> None:
    """Judge a happening of the past, and what follows from it for the same member, with what was said then (`past`).
    `take`: rewards that nobody gave then take what is shared. `seen`: gets the decisions, with reasons."""
    if not happening.order[0]:  # of HQ's row: what it brought was settled before the journals began
        apply(state, happening)
        return
    decision = engine.evaluate(happening, state, shared, past=past, trace=seen is not None)
    if seen is not None:
        seen.append((happening, decision))
    apply(state, happening)
    tier = tier_before(state, happening, decision)
    carry_out(state, decision)
    for reward in decision.rewards:
        if take and reward.id not in past.rewards:
            shared.take(reward.takes)
    refused.update(decision.refused)
    risen = None if tier is None else state.tier_at(happening.wall)
    if risen is not tier:
        risen_event = derived(happening, HappeningKind.TIER_REACHED, happening.member, 7, ref=str(risen))
        again(engine, shared, risen_event, state, refused, past, take=take, seen=seen)


@dataclass(frozen=True, slots=True)
class Mark:
    """A history up to a stamp, that included: as journalled and as judged. `sales`: transactions of its sales; `seen`:
    ids of what was known already of the time after it."""

    stamp: int
    journalled: MemberState
    judged: MemberState
    refused: frozenset[str]
    sales: frozenset[str]
    seen: frozenset[str]
    last: Happening | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the rules, knowing everything, give beyond what was journalled and the other way about (`Fold.recount`), the
    newest happening that stands, and a mark to go on from; None where there can be none. `journalled`: the member as
    journals say. `kept`: ids of rewards that stand because they were given, and are not due (any more). `void`: ids of
    those that were due, and are not by HQ's word (a registration was rejected, is one of two of one person, or the
    member was erased) or because a friend's sale was undone. `lapsed`: what was pending when the member was
    erased, and no journal has taken back. `short`: rules that were met and had nothing left
    ("campaign/rule/happening")."""

    effect: Effect
    last: Happening | None
    mark: Mark | None
    journalled: MemberState
    kept: frozenset[str]
    void: frozenset[str] = frozenset()
    lapsed: tuple[Reward, ...] = ()
    short: frozenset[str] = frozenset()


def reckon(
    engine: Engine, shared: Shared, member: str, happenings: Iterable[Happening], before: Mark | None, behind: int
) -> Reckoned | None:
    """Count a member's rewards anew, of all their happenings or, `before` given, of those after it. The new mark leaves
    `behind` happenings after it. None: what happened reaches back before the mark."""
    known = sorted({one.id: one for one in happenings}.values(), key=_order)
    if before is None:
        before = Mark(-1, MemberState(member), MemberState(member), frozenset(), frozenset(), frozenset())
    elif _reaches_back(known, before, member):
        return None
    known = [one for one in known if one.kind is not HappeningKind.PURCHASED or one.txn not in before.sales]
    split = known[-behind - 1].order[0] if len(known) > behind else None
    standing, people = standing_of(known, member), people_of(known)

    journalled, refused = _copied(before.journalled), set(before.refused)
    kept: MemberState | None = None
    lapsed: dict[str, Reward] = {}
    for one in standing:
        if kept is None and split is not None and one.order[0] > split:
            kept = _copied(journalled)
        pending = dict(journalled.rewards) if one.kind is HappeningKind.ERASED else {}
        apply(journalled, one)
        lapsed |= {key: reward for key, reward in pending.items() if key not in journalled.rewards}
        if one.kind is HappeningKind.DECIDED:
            for name in one.given.taken_back:
                lapsed.pop(name, None)
            refused.update(one.given.refused)
    past = Past(journalled.rewards, frozenset(refused), frozenset())
    past = past._replace(acts=_acts(engine, shared, member, known, before, past))

    judged, last, mark = _copied(before.judged), before.last, None
    short: set[str] = set()
    for one in (one for one in standing if one.kind is not HappeningKind.DECIDED):
        if split is not None and one.order[0] > split:
            if kept is not None and not people.takes_away and _clean(known, judged, past, refused, member):
                mark = _mark(split, kept, judged, past, known, before, last)
            split = None
        again(engine, shared, one, judged, short, past)
        refused |= short
        last = one
    gone = [key for key in journalled.rewards if key not in judged.rewards]
    void = _void(engine, shared, member, known, people, past, [journalled.rewards[key] for key in gone])
    stays = frozenset(key for key in gone if journalled.rewards[key].keep and key not in void)
    effect = _effect(member, last, journalled, judged, refused - past.refused, stays)
    return Reckoned(effect, last, mark, journalled, stays, void, tuple(lapsed.values()), frozenset(short))


def _acts(
    engine: Engine, shared: Shared, member: str, known: Sequence[Happening], before: Mark, past: Past
) -> frozenset[str]:
    """What a member did with what they had at the time, as "campaign/rule/happening": it was due until a sale was
    undone, or because one had been undone before, and stands. What the device knew of others' undoing nobody can tell:
    it may have been nothing, all that came before, or what it had undone itself."""
    acts = {one.id: one for one in known if one.kind in ACTS}
    undone = [one for one in known if one.kind in _UNDOING]
    if not acts or not undone:
        return frozenset()
    found: set[str] = set()

    def due(heard: frozenset[str], until: Order | None = None) -> None:
        state, stands = _copied(before.judged), past._replace(acts=frozenset(found))
        told = [one for one in known if until is None or one.order <= until]
        for one in standing_of([one for one in told if one.kind not in _UNDOING or one.id in heard], member):
            if one.kind is not HappeningKind.DECIDED:
                again(engine, shared, one, state, set(), stands, take=False)
        found.update(_act_of(one) for one in state.rewards.values() if one.happening in acts)

    due(frozenset())
    known_then: dict[frozenset[str], dict[str, Order]] = {}  # what may have been known, and what was done so
    mine = [one for one in past.rewards.values() if one.happening in acts]
    for reward in sorted(mine, key=lambda one: acts[one.happening].order):
        act = acts[reward.happening]
        if _act_of(reward) not in found:
            earlier = [one for one in undone if one.order < act.order]
            for told in (earlier, [one for one in earlier if one.device == act.device]):
                known_then.setdefault(frozenset(one.id for one in told), {})[_act_of(reward)] = act.order
    for heard, done in known_then.items():
        if heard and not done.keys() <= found:
            due(heard, max(done.values()))
    return frozenset(found)


def _act_of(reward: Reward) -> str:
    return f"{reward.campaign}/{reward.rule}/{reward.happening}"


def _void(
    engine: Engine,
    shared: Shared,
    member: str,
    known: Sequence[Happening],
    people: People,
    past: Past,
    gone: Sequence[Reward],
) -> frozenset[str]:
    """Of rewards that are not due any more, those that would be if HQ had taken nothing away, to one id of the person
    by itself; and those for a friend's sale that was undone, which the terminal that undid it may not have known of."""

    past = past._replace(acts=frozenset())

    def due(*undone: HappeningKind) -> set[str]:
        heard = [one for one in known if not takes_away(one) and one.kind not in undone]
        found: set[str] = set()
        for name in people.same(member):
            state = MemberState(name)
            for one in (one for one in standing_of(heard, name) if one.kind is not HappeningKind.DECIDED):
                again(engine, shared, one, state, set(), past, take=False)
            found |= state.rewards.keys()
        return found

    void = due().intersection(one.id for one in gone) if people.takes_away and gone else set[str]()
    friends = [one.id for one in gone if one.happening.endswith(_OF_FRIENDS) and not one.keep and one.id not in void]
    return frozenset(void | (due(*_UNDOING).intersection(friends) if friends else set()))


def _effect(
    member: str,
    last: Happening | None,
    journalled: MemberState,
    judged: MemberState,
    refused: set[str],
    stays: frozenset[str],
) -> Effect:
    if last is None:
        return Effect(member, "")
    old = journalled.rewards
    for name in stays:
        grant(judged, old[name])
    new = tuple(reward for key, reward in judged.rewards.items() if old.get(key) != reward)
    gone = tuple(reward for key, reward in old.items() if judged.rewards.get(key) != reward)
    return Effect(member, last.id, new, gone, (), None, tuple(sorted(refused)))


def _clean(known: Sequence[Happening], judged: MemberState, past: Past, refused: set[str], member: str) -> bool:
    """Whether up to here everything that is due was given: nothing was taken of what is shared, which another time may
    be there or not. Others' sales are judged by all of them."""
    settled = judged.rewards.keys() <= past.rewards.keys() and refused == past.refused
    return settled and all(one.member in ("", member) for one in known)


def _mark(
    split: int,
    journalled: MemberState,
    judged: MemberState,
    past: Past,
    known: Sequence[Happening],
    before: Mark,
    last: Happening | None,
) -> Mark:
    earlier = {one.txn for one in known if one.kind is HappeningKind.PURCHASED and one.order[0] <= split}
    later = frozenset(one.id for one in known if one.order[0] > split)
    return Mark(split, journalled, _copied(judged), frozenset(past.refused), before.sales | earlier, later, last)


def _reaches_back(known: Sequence[Happening], mark: Mark, member: str) -> bool:
    """Whether anything that was not known when the mark was made is about what came before it."""
    here = {one.id for one in known}
    given = {reward.id for one in known for reward in one.given.granted}
    for one in known:
        if one.order[0] <= mark.stamp or one.member not in ("", member):
            return True
        if one.id in mark.seen:
            continue
        if one.kind in _WORDS:
            return True
        if (one.kind is HappeningKind.PURCHASED or one.kind in _UNDOING) and one.txn in mark.sales:
            return True
        about = [reward.happening for reward in one.given.granted]
        about += [prefix.split("/", 2)[-1] for prefix in one.given.refused]
        if any(happening.partition("+")[0] not in here for happening in about):
            return True
        if any(reward not in given for reward in one.given.taken_back):
            return True
    return False


def _copied(state: MemberState) -> MemberState:
    """As it is now: what it consists of goes on changing."""
    made = copy(state)
    for one in fields(state):
        value = getattr(state, one.name)
        if isinstance(value, dict | list | set):
            setattr(made, one.name, copy(value))
    return made
