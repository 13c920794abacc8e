"""Many members, in order: events in, decisions out, and state that is the same wherever the same facts are folded.

A void or a return is judged as if the sale, or the part that came back, had never been: the member's events are judged
again without it, and what differs is taken back or given. Two things stand, because they cannot be otherwise: rewards
of rules that say `on_void: keep`, and verdicts on shared quantities (a gift that another member did not get then is
not dealt out now).

Events that arrive late (a terminal was offline) are folded in their place: everything is judged again in order. What
terminals gave away meanwhile is in their journals; `reconcile` compares.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from kiosk.domain.campaigns.engine import Engine, Past
from kiosk.domain.campaigns.happenings import Event, EventKind, derived
from kiosk.domain.campaigns.rewards import Decision, Reward, RewardKind
from kiosk.domain.campaigns.shared import Shared, pool_by_device
from kiosk.domain.campaigns.state import MemberState, apply, grant
from kiosk.domain.members.member import Tier

_order = attrgetter("order")

MEMBERLESS = {EventKind.LEASED, EventKind.SALE_VOIDED, EventKind.RETURNED}


class Effect(NamedTuple):
    """What an event did to one member. `taken_back`: rewards undone; of one whose quantity changed, the old form."""

    member: str
    event: str
    granted: tuple[Reward, ...] = ()
    taken_back: tuple[Reward, ...] = ()
    counters: tuple[tuple[str, int], ...] = ()
    decision: Decision | None = None
    refused: tuple[str, ...] = ()

    @property
    def takes(self) -> dict[str, int]:
        """Shared quantities it used up (negative: gave back), by key."""
        net: dict[str, int] = {}
        for sign, rewards in ((1, self.granted), (-1, self.taken_back)):
            for key, quantity in (take for reward in rewards for take in reward.takes):
                net[key] = net.get(key, 0) + sign * quantity
        return {key: quantity for key, quantity in net.items() if quantity}

    def body(self) -> dict[str, Any]:
        """The body of the fact `rewards.decided`."""
        return {
            "member": self.member,
            "event": self.event,
            "granted": [list(reward) for reward in self.granted],
            "taken_back": [reward.id for reward in self.taken_back],
            "counters": [list(row) for row in self.counters],
            "takes": [list(row) for row in sorted(self.takes.items())],
            "refused": list(self.refused),
        }

    @property
    def empty(self) -> bool:
        """Whether there is nothing to journal."""
        return not (self.granted or self.taken_back or self.counters or self.refused)


@dataclass(slots=True)
class _History:
    """A member's events in order, and what others' events made of them."""

    state: MemberState
    events: list[Event] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    outward: dict[str, list[Event]] = field(default_factory=dict)


class Fold:
    """State of members, kept up to date. `decide` False: nothing is judged, the facts `rewards.decided` say what
    was given (that is how state is rebuilt from a journal).

    With `load` members are recalled when they are first asked for, from everything that touches them (as member,
    referrer or sharer), so that a ledger of any size costs the same; events are then only added as they happen. Members
    of whom `owns` says no are left to whoever knows them."""

    def __init__(
        self,
        engine: Engine,
        *,
        pool_of: Callable[[str], str] = pool_by_device,
        pools: Mapping[str, int] | None = None,
        decide: bool = True,
        trace: bool = False,
        load: Callable[[str], Iterable[Event]] | None = None,
        owns: Callable[[str], bool] = lambda member: True,
        shared: Shared | None = None,
    ) -> None:
        self._engine, self._pool_of, self._decide, self._trace = engine, pool_of, decide, trace
        self._load, self._owns = load, owns
        self._opening = dict(pools or {})
        self._log: list[Event] = []
        self.shared = Shared(pool_of)
        self._begin()
        if shared is not None:
            self.shared = shared

    def _begin(self) -> None:
        self.shared = Shared(self._pool_of)
        for key, quantity in self._opening.items():
            self.shared.pools[self.shared.pool_key("", key)] = quantity
        self._members: dict[str, _History] = {}
        self._owners: dict[str, str] = {}
        self._sales: dict[str, Event] = {}
        self._referred_sales: dict[str, set[str]] = {}

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def members(self) -> Mapping[str, MemberState]:
        """State by member id."""
        return {member: history.state for member, history in self._members.items()}

    def member(self, member: str) -> MemberState:
        """One member's state; an empty one for somebody never heard of."""
        history = self._members.get(member)
        if history is None and self._load is not None:
            history = self._history(member)
        return history.state if history else MemberState(member)

    def rewards(self) -> dict[str, Reward]:
        """Everything that stands, by id."""
        return {key: reward for history in self._members.values() for key, reward in history.state.rewards.items()}

    def ask(self, event: Event) -> Decision:
        """What would come of `event`, with reasons; changes nothing."""
        return self._engine.evaluate(event, self.member(event.member), self.shared, trace=True)

    def quote(self, event: Event) -> Decision:
        """As `ask`, without the reasons: faster."""
        return self._engine.evaluate(event, self.member(event.member), self.shared, trace=False)

    def points_prices(self, event: Event) -> list[tuple[str, int]]:
        """`Engine.prices_in_points` for the event's member."""
        return self._engine.prices_in_points(event, self.member(event.member), self.shared)

    def events(self, member: str) -> list[Event]:
        """What stands of a member's history, in order."""
        return list(self._history(member).events)

    def reasons(
        self, member: str, event: str, before: Callable[[Event], Event] | None = None
    ) -> list[tuple[Event, Decision]]:
        """An event of a member's history (by id), and what followed from it for them, judged as it was, with reasons;
        empty for one that does not stand. `before`: what is asked about first, made of the event (the goods of a sale,
        being priced). Changes nothing."""
        history = self._history(member)
        judged = _History(MemberState(member), history.events, set(history.refused))
        past = Past(history.state.rewards, frozenset(history.refused))
        found: list[tuple[Event, Decision]] = []
        for one in history.events:
            about = one.id == event or one.id.startswith(f"{event}+")
            if before is not None and one.id == event:
                asked = before(one)
                found.append((asked, self._engine.evaluate(asked, judged.state, self.shared, trace=True)))
            self._again(one, judged, past, take=False, seen=found if about else None)
        return found

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, event: Event) -> list[Effect]:
        """Fold one event. Late ones give no effects of their own: everything is folded again (see `add_all`)."""
        if self._load is not None:
            return self._step(event)
        if self._log and event.order < self._log[-1].order:
            self.add_all([event])
            return []
        self._log.append(event)
        return self._step(event)

    def recount(self, member: str) -> Effect:
        """What the rules, knowing everything that is known now, give a member beyond what was journalled (`granted`),
        and what was journalled that they would not give (`taken_back`)."""
        history = self._history(member)
        if not history.events:
            return Effect(member, "")
        return self._replay(member, history.events[-1])

    def add_all(self, events: Iterable[Event]) -> None:
        """Fold events that arrived together, in any order, each once."""
        known = {event.id for event in self._log}
        fresh: dict[str, Event] = {event.id: event for event in events if event.id not in known}
        ordered = sorted(fresh.values(), key=_order)
        if self._log and ordered and ordered[0].order < self._log[-1].order:
            ordered = sorted([*self._log, *ordered], key=_order)
            self._log = []
            self._begin()
        for event in ordered:
            self._log.append(event)
            self._step(event)

    def _step(self, event: Event) -> list[Effect]:
        kind = event.kind
        if kind is EventKind.LEASED:
            self.shared.lease(event)
            return []
        if kind in MEMBERLESS:
            return self._undo(event)
        if not event.member or not self._owns(event.member):
            return []
        if self._load is not None:
            self._history(event.member)
        if kind is EventKind.PURCHASED:
            if event.txn in self._sales:
                return []
            self._owners[event.txn] = event.member
            self._sales[event.txn] = event
        if not self._decide:
            self._only_apply(event)
            return []
        if kind is EventKind.DECIDED:
            return []  # this fold decides for itself
        effects: list[Effect] = []
        event, outward = self._judged_referral(event)
        self._record(event)
        self._one(event, effects)
        for other in outward:
            self._history(event.member).outward.setdefault(event.id, []).append(other)
            self._record(other)
            self._one(other, effects)
        return effects

    def _only_apply(self, event: Event) -> None:
        """Rebuilding: what an event does by itself, and what the journal says was given."""
        if event.kind is EventKind.DECIDED:
            for reward_id in event.detail.get("taken_back", ()):
                old = self._history(event.member).state.rewards.get(reward_id)
                if old is not None:
                    self.shared.take(old.takes, -1)
        event, outward = self._judged_referral(event)
        history = self._history(event.member)
        apply(history.state, event)
        if event.kind is EventKind.DECIDED:
            for row in event.detail.get("granted", ()):
                self.shared.take((str(key), int(quantity)) for key, quantity in row[14])
        for other in outward:
            apply(self._history(other.member).state, other)
            if other.kind is EventKind.REFEREE_BOUGHT:
                self._referred_sales.setdefault(event.member, set()).add(event.txn)

    def _history(self, member: str) -> _History:
        history = self._members.get(member)
        if history is None:
            history = self._members[member] = _History(MemberState(member))
            if self._load is not None:
                self._recall(history, self._load(member))
        return history

    def _recall(self, history: _History, events: Iterable[Event]) -> None:
        """A member's past: rewards as journalled, progress as judged by everything that is known."""
        member = history.state.id
        standing = _standing(sorted({event.id: event for event in events}.values(), key=_order), member)
        for event in standing:
            made = [one for one in _outward(event, history.state) if self._owns(one.member)]
            apply(history.state, event)
            if event.kind is EventKind.DECIDED:
                history.refused.update(map(str, event.detail.get("refused", ())))
                continue
            history.events.append(event)
            if made:
                history.outward[event.id] = made
            if event.kind is EventKind.PURCHASED:
                self._sales[event.txn], self._owners[event.txn] = event, member
        if len({event.device for event in history.events if event.device}) > 1:
            # each terminal counted what it knew; the sum is counted here
            judged = _History(MemberState(member), history.events, set(history.refused))
            past = Past(history.state.rewards, frozenset(history.refused))
            for event in history.events:
                self._again(event, judged, past, take=False)
            history.state.counters = judged.state.counters

    def _record(self, event: Event) -> None:
        events = self._history(event.member).events
        if not events or events[-1].order <= event.order:
            events.append(event)
        else:
            insort(events, event, key=_order)

    def _one(self, event: Event, effects: list[Effect]) -> None:
        """Judge one event of one member, and what follows from it for the same member."""
        history = self._members[event.member]
        state = history.state
        decision = self._engine.evaluate(event, state, self.shared, trace=self._trace)
        apply(state, event)
        tier = _tier_before(state, event, decision)
        _carry_out(state, decision)
        for reward in decision.rewards:
            self.shared.take(reward.takes)
        history.refused.update(decision.refused)
        if decision.rewards or decision.progress or decision.refused or self._trace:
            effects.append(
                Effect(event.member, event.id, decision.rewards, (), decision.progress, decision, decision.refused)
            )
        risen = None if tier is None else state.tier_at(event.wall)
        if risen is not tier:
            self._one(derived(event, EventKind.TIER_REACHED, event.member, 7, ref=str(risen)), effects)

    # -- referrals ----------------------------------------------------------------------------------------------------

    def _judged_referral(self, event: Event) -> tuple[Event, list[Event]]:
        """The event, with a reason in `part` when its referral does not count, and what it means to others."""
        if not event.other and event.kind is not EventKind.PURCHASED:
            return event, []
        if event.kind is EventKind.REGISTERED:
            event = event._replace(part=event.part or self.referral_refused(event))
        outward = _outward(event, self._history(event.member).state)
        return event, [one for one in outward if self._owns(one.member)]

    def referral_refused(self, event: Event) -> str:
        """Why a referral does not count, as the fact of a registration says under `part`: "" when it does. Who recalls
        the registration later has no more than that."""
        state = self._history(event.member).state
        household = str(event.detail.get("household", ""))
        referrer = self._history(event.other).state
        if event.other == event.member:
            return "self_referral"
        # HQ's row of who registers today may be here before the registration itself
        if state.enrolled or (state.registered is not None and state.registered < event.day):
            return "already_member"
        if household and household == referrer.household:
            return "same_household"
        seen = {event.member}
        name = event.other
        while name:
            if name in seen:
                return "circle"
            seen.add(name)
            found = self._members.get(name)
            name = found.state.referrer if found else ""
        return ""

    # -- undoing ------------------------------------------------------------------------------------------------------

    def _undo(self, event: Event) -> list[Effect]:
        """A void or a return: judge the buyer's events again without the sale, or with what is left of it."""
        if event.member:
            self._history(event.member)
        sale = self._sales.get(event.txn)
        owner = self._owners.get(event.txn)
        if sale is None or owner is None:
            return []
        left = _what_is_left(sale, event)
        if left is not None:
            self._sales[event.txn] = left
        else:
            # the id stays known: a sale that was voided is not made again by a second copy of its fact
            del self._owners[event.txn]
        if not self._decide:
            self._unapply(event, owner, left)
            return []
        history = self._members[owner]
        for index, one in enumerate(history.events):
            if one.kind is EventKind.PURCHASED and one.txn == event.txn:
                history.events[index : index + 1] = [] if left is None else [left]
                break
        effects = [self._replay(owner, event)]
        effects += self._replay_outward(history, event)
        return [effect for effect in effects if not effect.empty]

    def _unapply(self, event: Event, owner: str, left: Event | None) -> None:
        state = self._history(owner).state
        state.change_purchase(event.txn, left.amount if left else None)
        if state.referrer:
            referrer = self._history(state.referrer).state
            sales = self._referred_sales.get(owner, set())
            if left is None:
                sales.discard(event.txn)
            if owner in referrer.referees:
                referrer.referees[owner] = bool(sales)

    def _replay_outward(self, history: _History, event: Event) -> list[Effect]:
        """Events of referrers and sharers that follow from a member's sales, as they are now."""
        state = history.state
        before, after = history.outward, {}
        bought = False
        for one in history.events:
            if one.kind is not EventKind.PURCHASED:
                if one.id in before:
                    after[one.id] = before[one.id]
                continue
            made: list[Event] = []
            for old in before.get(one.id, ()):
                first = 0 if bought else 1
                value = first if old.kind is EventKind.REFEREE_BOUGHT else 0
                made.append(old._replace(amount=one.amount, categories=one.categories, items=one.items, value=value))
            if made:
                after[one.id] = made
            bought = True
        if before == after:
            return []
        history.outward = after
        touched = sorted({one.member for events in before.values() for one in events})
        for member in touched:
            other = self._history(member)
            stale = {one.id for events in before.values() for one in events if one.member == member}
            fresh = [one for events in after.values() for one in events if one.member == member]
            other.events = sorted([*(one for one in other.events if one.id not in stale), *fresh], key=_order)
        return [self._replay(member, event) for member in touched if member != state.id]

    def _replay(self, member: str, event: Event) -> Effect:
        """Judge a member's events again; returns what that changed."""
        history = self._members[member]
        old = history.state
        past = Past(old.rewards, frozenset(history.refused))
        fresh = MemberState(member)
        history.state = fresh
        for one in history.events:
            self._again(one, history, past)
        for reward in old.rewards.values():
            if reward.keep and reward.id not in fresh.rewards:
                grant(fresh, reward)
        gone = [reward for key, reward in old.rewards.items() if fresh.rewards.get(key) != reward]
        new = [reward for key, reward in fresh.rewards.items() if old.rewards.get(key) != reward]
        fresh.settle(event.wall)
        for reward in gone:
            self.shared.take(reward.takes, -1)
        for reward in new:
            if reward.id in old.rewards:  # the others took theirs when they were judged
                self.shared.take(reward.takes)
        changed = {
            key: fresh.counters.get(key, 0)
            for key in {**old.counters, **fresh.counters}
            if old.counters.get(key, 0) != fresh.counters.get(key, 0)
        }
        refused = tuple(sorted(history.refused - past.refused))
        return Effect(member, event.id, tuple(new), tuple(gone), tuple(sorted(changed.items())), None, refused)

    def _again(
        self,
        event: Event,
        history: _History,
        past: Past,
        *,
        take: bool = True,
        seen: list[tuple[Event, Decision]] | None = None,
    ) -> None:
        state = history.state
        if not event.order[0]:  # of HQ's row: what it brought was settled before the journals began
            apply(state, event)
            return
        decision = self._engine.evaluate(event, state, self.shared, past=past, trace=seen is not None)
        if seen is not None:
            seen.append((event, decision))
        apply(state, event)
        tier = _tier_before(state, event, decision)
        _carry_out(state, decision)
        for reward in decision.rewards:
            if take and reward.id not in past.rewards:
                self.shared.take(reward.takes)
        history.refused.update(decision.refused)
        risen = None if tier is None else state.tier_at(event.wall)
        if risen is not tier:
            risen_event = derived(event, EventKind.TIER_REACHED, event.member, 7, ref=str(risen))
            self._again(risen_event, history, past, take=take, seen=seen)


def _tier_before(state: MemberState, event: Event, decision: Decision) -> Tier | None:
    """The tier before a decision that gives one; None when none is given. A tier that another tier brought is the
    end of it: nothing more follows."""
    gives = any(reward.kind is RewardKind.TIER for reward in decision.rewards)
    return state.tier_at(event.wall) if gives and event.kind is not EventKind.TIER_REACHED else None


def _carry_out(state: MemberState, decision: Decision) -> None:
    for reward in decision.rewards:
        grant(state, reward)
    for key, count in decision.progress:
        if count:
            state.counters[key] = count


def _outward(event: Event, state: MemberState) -> list[Event]:
    """What a member's event means to their referrer and to who shared with them. `state`: before the event."""
    member = event.member
    outward: list[Event] = []
    if event.kind is EventKind.REGISTERED and event.other:
        outward.append(derived(event, EventKind.REFEREE_REGISTERED, event.other, 1, other=member))
    elif event.kind is EventKind.PURCHASED:
        if state.referrer:
            first = 0 if state.purchases else 1
            outward.append(derived(event, EventKind.REFEREE_BOUGHT, state.referrer, 1, other=member, value=first))
        if event.other:
            refused = "self_referral" if event.other == member else ""
            outward.append(derived(event, EventKind.SHARE_BOUGHT, event.other, 2, other=member, part=refused))
    return outward


def _standing(events: list[Event], member: str) -> list[Event]:
    """What stands of events in order, as `member` sees it: without sales that were voided, with what is left of those
    that came back in part; others' events as those that follow from them."""
    sales: dict[str, Event] = {}
    gone: set[str] = set()
    for event in events:
        if event.kind is EventKind.PURCHASED and event.txn not in gone:
            sales.setdefault(event.txn, event)
        elif event.kind in (EventKind.SALE_VOIDED, EventKind.RETURNED) and event.txn in sales:
            left = _what_is_left(sales[event.txn], event)
            if left is None:
                del sales[event.txn]
                gone.add(event.txn)
            else:
                sales[event.txn] = left
    found: list[Event] = []
    bought: set[str] = set()
    for event in events:
        if event.kind in (EventKind.SALE_VOIDED, EventKind.RETURNED):
            continue
        if event.kind is EventKind.PURCHASED:
            if event.txn not in sales or sales[event.txn].id != event.id:
                continue  # gone, or a second copy
            event = sales[event.txn]
        if event.member == member:
            found.append(event)
            continue
        buyer = MemberState(event.member, referrer=str(event.detail.get("referrer", "")))
        found += [
            one._replace(value=0) if one.kind is EventKind.REFEREE_BOUGHT and event.member in bought else one
            for one in _outward(event, buyer)
            if one.member == member
        ]
        if event.kind is EventKind.PURCHASED:
            bought.add(event.member)
    return found


def _what_is_left(sale: Event, event: Event) -> Event | None:
    """The sale without what `event` takes out of it; None when nothing is left."""
    if event.kind is EventKind.SALE_VOIDED:
        return None
    amount = sale.amount - max(0, event.amount)
    if amount <= 0:
        return None
    back = dict(event.categories)
    returned = {item.sku: item.pieces for item in event.items}
    return sale._replace(
        amount=amount,
        categories=tuple((name, max(0, part - back.get(name, 0))) for name, part in sale.categories),
        items=tuple(item._replace(pieces=max(0, item.pieces - returned.get(item.sku, 0))) for item in sale.items),
    )


class Differences(NamedTuple):
    """Rewards that the rules give but no journal has, and rewards that terminals gave though the rules, knowing all
    facts, do not."""

    missing: tuple[Reward, ...]
    overrun: tuple[Reward, ...]


def reconcile(derived_rewards: Mapping[str, Reward], journalled: Mapping[str, Reward]) -> Differences:
    """Compare what the rules say with what was given, by id and quantity."""
    return Differences(
        tuple(reward for key, reward in sorted(derived_rewards.items()) if not _same(journalled.get(key), reward)),
        tuple(reward for key, reward in sorted(journalled.items()) if not _same(derived_rewards.get(key), reward)),
    )


def _same(one: Reward | None, other: Reward) -> bool:
    return one is not None and (one.kind, one.quantity) == (other.kind, other.quantity)
