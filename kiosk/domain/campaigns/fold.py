"""Many members, in order: happenings in, decisions out, and state that is the same wherever the same facts are folded.

A void or a return is judged as if the sale, or the part that came back, had never been: the member's happenings are
judged again without it, and what differs is taken back or given. What cannot be otherwise stands: rewards of rules
that say `on_void: keep`; verdicts on shared quantities (a gift that another member did not get then is not dealt out
now); and what is out of the house (`standing.is_handed_over`, `engine.ACTS`): points that were exchanged leave a debt,
and what was taken for them is not there again. Only a gift for the very sale that is undone comes back, with its goods.

Happenings that arrive late (a terminal was offline) are folded in their place: everything is judged again in order.
What terminals gave away meanwhile is in their journals; `reconcile` compares.

A prize of a draw that goes on to the next alternate is judged as a voided sale is, and no rule keeps what it gave.

A word of HQ's on a registration (rejected, approved, the same person as another) is judged as if it had always been
known: everybody it concerns is judged again, and rules that say `on_void: keep` keep nothing of what was given for a
registration that counts for nothing.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from kiosk.domain.campaigns.counted import EVERYTHING
from kiosk.domain.campaigns.effects import Effect, tier_before
from kiosk.domain.campaigns.engine import Engine, Past
from kiosk.domain.campaigns.happenings import Happening, HappeningKind, derived
from kiosk.domain.campaigns.history import (
    History,
    before_of,
    concerned,
    due_of,
    less_kept,
    made_anew,
    outward_now,
    reasons_of,
    recall,
    used_up,
    without_win,
)
from kiosk.domain.campaigns.judged_again import again
from kiosk.domain.campaigns.people import (
    ALREADY_MEMBER,
    ALREADY_REFERRED,
    CIRCLE,
    NOBODY,
    SAME_HOUSEHOLD,
    SELF_REFERRAL,
    people_of,
)
from kiosk.domain.campaigns.rewards import Decision, Reward, RewardKind
from kiosk.domain.campaigns.set_off import Part, less, set_off
from kiosk.domain.campaigns.shared import Shared, pool_by_device
from kiosk.domain.campaigns.standing import coupons_used, is_handed_over, outward_of, what_is_left
from kiosk.domain.campaigns.state import MemberState, apply, carry_out, grant, take_back

_order = attrgetter("order")

MEMBERLESS = {HappeningKind.LEASED, HappeningKind.SALE_VOIDED, HappeningKind.RETURNED}
_WORDS = {HappeningKind.REVIEWED, HappeningKind.MERGED}
_LINKED = {HappeningKind.PURCHASED, HappeningKind.PROVED, HappeningKind.REVIEWED}
"""What means something to who recommended the member, though it names nobody."""


class Fold:
    """State of members, kept up to date. `decide` False: nothing is judged, the facts `rewards.decided` say what
    was given (that is how state is rebuilt from a journal).

    With `load` members are recalled when they are first asked for, from everything that touches them (as member,
    referrer or sharer), so that a ledger of any size costs the same; happenings are then only added as they happen.
    Members of whom `owns` says no are left to whoever knows them."""

    def __init__(
        self,
        engine: Engine,
        *,
        pool_of: Callable[[str], str] = pool_by_device,
        pools: Mapping[str, int] | None = None,
        decide: bool = True,
        trace: bool = False,
        load: Callable[[str], Iterable[Happening]] | None = None,
        owns: Callable[[str], bool] = lambda member: True,
        shared: Shared | None = None,
    ) -> None:
        self._engine, self._pool_of, self._decide, self._trace = engine, pool_of, decide, trace
        self._load, self._owns = load, owns
        self._opening = dict(pools or {})
        self._log: list[Happening] = []
        self.shared = Shared(pool_of)
        self._begin()
        if shared is not None:
            self.shared = shared

    def _begin(self) -> None:
        self.shared = Shared(self._pool_of)
        for key, quantity in self._opening.items():
            self.shared.pools[self.shared.pool_key("", key)] = quantity
        self._members: dict[str, History] = {}
        self._owners: dict[str, str] = {}
        self._sales: dict[str, Happening] = {}
        self._referred_sales: dict[str, set[str]] = {}
        self._people = NOBODY
        self._parts: dict[str, str] = {}

    # -- reading ------------------------------------------------------------------------------------------------------

    @property
    def members(self) -> Mapping[str, MemberState]:
        """State by member id."""
        return {member: history.state for member, history in self._members.items()}

    def member(self, member: str) -> MemberState:
        """One member's state, under whichever id; an empty one for somebody never heard of."""
        history = self._members.get(self._people.root(member))
        if history is None and self._load is not None:
            history = self._history(member)
        return history.state if history else MemberState(member)

    def rewards(self) -> dict[str, Reward]:
        """Everything that stands, by id."""
        return {key: reward for history in self._members.values() for key, reward in history.state.rewards.items()}

    def ask(self, happening: Happening) -> Decision:
        """What would come of `happening`, with reasons; changes nothing."""
        return self._preview(happening, trace=True)

    def quote(self, happening: Happening) -> Decision:
        """As `ask`, without the reasons: faster."""
        return self._preview(happening, trace=False)

    def _preview(self, happening: Happening, *, trace: bool) -> Decision:
        decision = self._engine.evaluate(happening, self.member(happening.member), self.shared, trace=trace)
        history = self._members.get(self._people.root(happening.member))
        if history is None:
            return decision
        return less_kept(history, happening.id, decision, self._engine, self.shared)[0]

    def points_prices(self, happening: Happening) -> list[tuple[str, int]]:
        """`Engine.prices_in_points` for the happening's member."""
        return self._engine.prices_in_points(happening, self.member(happening.member), self.shared)

    def owns(self, member: str) -> bool:
        """Whether this fold decides what a member is given."""
        return self._owns(member)

    def payments_undone(self, happening: Happening) -> tuple[Reward, ...]:
        """Points that were paid in a sale of which nothing is left after `happening`, a void or a return."""
        sale = self._sales.get(happening.txn)
        if sale is None or what_is_left(sale, happening) is not None:
            return ()
        paid = [one for one in self.member(sale.member).rewards.values() if one.happening == sale.id]
        return tuple(one for one in paid if one.kind is RewardKind.POINTS and one.quantity < 0)

    def happenings(self, member: str) -> list[Happening]:
        """What stands of a member's history, in order."""
        return list(self._history(member).happenings)

    def reasons(
        self, member: str, happening: str, before: Callable[[Happening], Happening] | None = None
    ) -> list[tuple[Happening, Decision]]:
        """A happening of a member's history (by id), and what followed from it for them, judged as it was, with
        reasons; empty for one that does not stand. `before`: what is asked about first, made of the happening (the
        goods of a sale, being priced). Changes nothing."""
        return reasons_of(self._history(member), happening, self._engine, self.shared, before)

    def state_before(self, member: str, happening: str) -> MemberState:
        """A member as they were before a happening (by id) of theirs; as they are now, where it is none."""
        return before_of(self._history(member), happening, self._engine, self.shared) if member else MemberState("")

    # -- writing ------------------------------------------------------------------------------------------------------

    def add(self, happening: Happening) -> list[Effect]:
        """Fold one happening. Late ones give no effects of their own: everything is folded again (see `add_all`)."""
        if self._load is not None:
            return self._step(happening)
        if self._log and happening.order < self._log[-1].order:
            self.add_all([happening])
            return []
        self._log.append(happening)
        return self._step(happening)

    def recount(self, member: str) -> Effect:
        """What the rules, knowing everything that is known now, give a member beyond what was journalled (`granted`),
        and what was journalled that they would not give (`taken_back`)."""
        history = self._history(member)
        if not history.happenings:
            return Effect(member, "")
        return self._replay(history.state.id, history.happenings[-1])

    def add_all(self, happenings: Iterable[Happening]) -> None:
        """Fold happenings that arrived together, in any order, each once."""
        known = {happening.id for happening in self._log}
        fresh: dict[str, Happening] = {happening.id: happening for happening in happenings if happening.id not in known}
        ordered = sorted(fresh.values(), key=_order)
        if self._log and ordered and ordered[0].order < self._log[-1].order:
            ordered = sorted([*self._log, *ordered], key=_order)
            self._log = []
            self._begin()
        for happening in ordered:
            self._log.append(happening)
            self._step(happening)

    def _step(self, happening: Happening) -> list[Effect]:
        kind = happening.kind
        if kind is HappeningKind.LEASED:
            self.shared.lease(happening)
            return []
        if kind in MEMBERLESS:
            return self._undo(happening)
        if not happening.member:
            return []
        if kind in _WORDS or (kind is HappeningKind.REGISTERED and happening.member in self._people.spoken_of):
            return self._said(happening)
        happening = self._people.renamed(happening)
        if self._load is not None and self._owns(happening.member):
            happening = self._recalled(happening)
        if not self._owns(happening.member):
            if self._load is not None:
                self._members.pop(happening.member, None)  # recalled with it when somebody asks again
            return []
        if kind is HappeningKind.LOST:
            return self._lost(happening) if self._decide else []
        if kind is HappeningKind.PURCHASED:
            if happening.txn in self._sales:
                return []
            self._owners[happening.txn] = happening.member
            self._sales[happening.txn] = happening
        if not self._decide:
            self._only_apply(happening)
            return []
        if kind is HappeningKind.DECIDED:
            return []  # this fold decides for itself
        effects: list[Effect] = []
        happening, outward = self._judged_referral(happening)
        self._record(happening)
        if kind is HappeningKind.ERASED:
            return [Effect(happening.member, happening.id, taken_back=self._erased(happening))]
        self._one(happening, effects)
        for other in outward:
            self._history(happening.member).outward.setdefault(happening.id, []).append(other)
            self._record(other)
            self._one(other, effects)
        return effects

    def _only_apply(self, happening: Happening) -> None:
        """Rebuilding: what a happening does by itself, and what the journal says was given."""
        if happening.kind is HappeningKind.ERASED:
            self._erased(happening)
            return
        if happening.kind is HappeningKind.DECIDED:
            for reward_id in happening.given.taken_back:
                old = self._history(happening.member).state.rewards.get(reward_id)
                if old is not None:
                    self.shared.take(old.takes, -1)
        happening, outward = self._judged_referral(happening)
        history = self._history(happening.member)
        apply(history.state, happening)
        if happening.kind is HappeningKind.DECIDED:
            for reward in happening.given.granted:
                self.shared.take(reward.takes)
        for other in outward:
            apply(self._history(other.member).state, other)
            if other.kind is HappeningKind.REFEREE_BOUGHT:
                self._referred_sales.setdefault(happening.member, set()).add(happening.txn)

    def _erased(self, happening: Happening) -> tuple[Reward, ...]:
        """Rewards that lapse because HQ forgot who the member is."""
        state = self._history(happening.member).state
        before = dict(state.rewards)
        apply(state, happening)
        lapsed = tuple(reward for key, reward in before.items() if key not in state.rewards)
        for reward in lapsed:
            self.shared.take(reward.takes, -1)
        return lapsed

    def _history(self, member: str) -> History:
        member = self._people.root(member)
        history = self._members.get(member)
        if history is None:
            history = self._members[member] = History(MemberState(member))
            if self._load is not None:
                self._recall(history, self._load(member))
                stays = self._people.root(member)
                if stays != member:
                    del self._members[member]
                    return self._history(stays)
        return history

    def _recalled(self, happening: Happening) -> Happening:
        """The happening as one of whoever its member is, which their past may be the first to say."""
        self._history(happening.member)
        return self._people.renamed(happening)

    def _recall(self, history: History, happenings: Iterable[Happening]) -> None:
        """A member's past: rewards as journalled, progress as judged by everything that is known."""
        member = history.state.id
        known = sorted({happening.id: happening for happening in happenings}.values(), key=_order)
        people = people_of(known)
        self._people = self._people.and_of(people)
        if people.root(member) != member:
            return  # it is another's
        recall(history, known, people, self._engine, self.shared, self._owns)
        for happening in history.happenings:
            if happening.kind is HappeningKind.PURCHASED:
                self._sales[happening.txn], self._owners[happening.txn] = happening, member

    def _record(self, happening: Happening) -> None:
        happenings = self._history(happening.member).happenings
        if not happenings or happenings[-1].order <= happening.order:
            happenings.append(happening)
        else:
            insort(happenings, happening, key=_order)

    def _one(self, happening: Happening, effects: list[Effect]) -> None:
        """Judge one happening of one member, and what follows from it for the same member."""
        history = self._members[happening.member]
        state = history.state
        decision = self._engine.evaluate(happening, state, self.shared, trace=self._trace)
        decision, used = less_kept(history, happening.id, decision, self._engine, self.shared)
        used_up(history, used)
        apply(state, happening)
        tier = tier_before(state, happening, decision)
        carry_out(state, decision)
        for reward in decision.rewards:
            self.shared.take(reward.takes)
        history.refused.update(decision.refused)
        if decision.rewards or decision.progress or decision.refused or self._trace:
            effects.append(
                Effect(
                    happening.member, happening.id, decision.rewards, (), decision.progress, decision, decision.refused
                )
            )
        risen = None if tier is None else state.tier_at(happening.wall)
        if risen is not tier:
            self._one(derived(happening, HappeningKind.TIER_REACHED, happening.member, 7, ref=str(risen)), effects)

    # -- referrals ----------------------------------------------------------------------------------------------------

    def _judged_referral(self, happening: Happening) -> tuple[Happening, list[Happening]]:
        """The happening, with a reason in `part` when its referral does not count, and what it means to others."""
        if not happening.other and happening.kind not in _LINKED:
            return happening, []
        if happening.kind is HappeningKind.REGISTERED:
            happening = happening._replace(part=happening.part or self.referral_refused(happening))
            self._parts[happening.id] = happening.part
        outward = outward_of(happening, self._history(happening.member).state)
        others = [self._recalled(one) for one in outward if self._owns(one.member)]
        return happening, [one for one in others if self._owns(one.member) and one.member != happening.member]

    def referral_refused(self, happening: Happening) -> str:
        """Why a referral does not count, as the fact of a registration says under `part`: "" when it does. Who recalls
        the registration later has no more than that."""
        state = self._history(happening.member).state
        household = str(happening.detail.get("household", ""))
        referrer = self._history(happening.other).state
        if happening.other == happening.member:
            return SELF_REFERRAL
        # HQ's row of who registers today may be here before the registration itself
        if state.enrolled or (state.registered is not None and state.registered < happening.day):
            return ALREADY_REFERRED if state.referrer else ALREADY_MEMBER
        if household and household == referrer.household:
            return SAME_HOUSEHOLD
        return CIRCLE if self._comes_round(happening) else ""

    def _comes_round(self, happening: Happening) -> bool:
        """Whether the new member, or who recommended them, recommended their own referrer."""
        seen, name = {happening.member}, happening.other
        while name and name not in seen:
            seen.add(name)
            found = self._members.get(name)
            name = found.state.referrer if found else ""
        return bool(name)

    # -- HQ's words on registrations ----------------------------------------------------------------------------------

    def _said(self, happening: Happening) -> list[Effect]:
        """Everybody whom HQ's word on a registration concerns (or a registration of whom HQ has spoken already) is
        judged again, by all that happened so far."""
        if self._load is not None:
            self._members.clear()  # recalled with it when somebody asks again
            self._people = NOBODY
            return []
        if happening.kind is HappeningKind.REGISTERED and happening.other and not happening.part:
            self._parts[happening.id] = self.referral_refused(happening)
        log = [one._replace(part=self._parts[one.id]) if self._parts.get(one.id) else one for one in self._log]
        before, self._people = self._people, people_of(log)
        effects = []
        for person in concerned(happening, log, before, self._people):
            if self._owns(person):
                old = [self._members[one] for one in self._people.same(person) if one in self._members]
                effects.append(self._anew(person, log, old, happening))
        return [effect for effect in effects if not effect.empty]

    def _anew(self, person: str, log: list[Happening], old: list[History], happening: Happening) -> Effect:
        for one in old:
            self._members.pop(one.state.id, None)
        history = self._members[person] = made_anew(person, log, old, self._people)
        if self._decide:
            due = {key for one in old for key in due_of(one, self._engine, self.shared)}
            return self._replay(person, happening, due)
        history = self._members[person] = History(MemberState(person))
        recall(history, log, self._people, self._engine, self.shared, self._owns)
        bought = [one for one in history.happenings if one.kind is HappeningKind.PURCHASED]
        self._referred_sales[person] = {one.txn for one in bought if one.id in history.outward}
        return Effect(person, "")

    # -- undoing ------------------------------------------------------------------------------------------------------

    def _undo(self, happening: Happening) -> list[Effect]:
        """A void or a return: judge the buyer's happenings again without the sale, or with what is left of it."""
        if happening.member:
            self._history(happening.member)
        sale = self._sales.get(happening.txn)
        owner = self._people.root(self._owners.get(happening.txn, ""))
        if sale is None or not owner:
            return []
        sale = self._people.renamed(sale)
        if not self._owns(owner):
            self._members.pop(owner, None)
            return []
        left = what_is_left(sale, happening)
        if left is not None:
            self._sales[happening.txn] = left
        else:
            # the id stays known: a sale that was voided is not made again by a second copy of its fact
            del self._owners[happening.txn]
        if not self._decide:
            self._unapply(happening, owner, left)
            return []
        history = self._members[owner]
        if left is None and happening.kind is HappeningKind.RETURNED:
            history.used |= coupons_used([sale])
        for index, one in enumerate(history.happenings):
            if one.kind is HappeningKind.PURCHASED and one.txn == happening.txn:
                history.happenings[index : index + 1] = [] if left is None else [left]
                break
        effects = [self._replay(owner, happening, undone=sale)]
        effects += self._replay_outward(history, happening, sale)
        return [effect for effect in effects if not effect.empty]

    def _lost(self, happening: Happening) -> list[Effect]:
        """A prize is not the member's any more: they are judged again as if it had not been, and no rule keeps what it
        gave for it."""
        history = self._history(happening.member)
        effect = self._replay(history.state.id, happening, without_win(history, happening))
        return [] if effect.empty else [effect]

    def _unapply(self, happening: Happening, owner: str, left: Happening | None) -> None:
        state = self._history(owner).state
        left = None if left is not None and left.exchanges_only else left
        state.change_purchase(happening.txn, EVERYTHING.amount(left) if left else None)
        if state.referrer:
            referrer = self._history(state.referrer).state
            sales = self._referred_sales.get(owner, set())
            if left is None:
                sales.discard(happening.txn)
            if owner in referrer.referees:
                referrer.referees[owner] = bool(sales)

    def _replay_outward(self, history: History, happening: Happening, sale: Happening) -> list[Effect]:
        """Happenings of referrers and sharers that follow from a member's sales, as they are now."""
        before, after = history.outward, outward_now(history)
        if before == after:
            return []
        history.outward = after
        # to whom it was told may be somebody else's other id by now
        was, now = (
            [self._people.renamed(one) for happenings in outward.values() for one in happenings]
            for outward in (before, after)
        )
        touched = [one for one in sorted({one.member for one in was}) if self._owns(one)]
        for member in touched:
            other = self._history(member)
            stale = {one.id for one in was if one.member == member}
            fresh = [one for one in now if one.member == member]
            other.happenings = sorted([*(one for one in other.happenings if one.id not in stale), *fresh], key=_order)
        return [self._replay(member, happening, undone=sale) for member in touched if member != history.state.id]

    def _replay(
        self, member: str, happening: Happening, gone_by_word: Iterable[str] = (), undone: Happening | None = None
    ) -> Effect:
        """Judge a member's happenings again; returns what that changed. `gone_by_word`: rewards that no rule keeps when
        they are not due any more; `undone`: the sale that is gone, or not what it was."""
        history = self._members[member]
        history.undone, history.spare = True, None
        old = history.state
        past = Past(old.rewards, frozenset(history.refused))
        fresh = MemberState(member)
        history.state = fresh
        for one in history.happenings:
            again(self._engine, self.shared, one, fresh, history.refused, past)
        used = coupons_used(history.happenings) | history.used if undone is not None else frozenset[str]()
        kept: list[Part] = []
        for reward in old.rewards.values():
            due = fresh.rewards.get(reward.id)
            if reward.id in gone_by_word or due == reward:
                continue
            out = undone is not None and is_handed_over(reward, due, undone, happening.wall, used)
            chosen = reward.kind is RewardKind.CHOICE and f"{reward.id}/chosen" in fresh.rewards
            if out or ((reward.keep or chosen) and due is None):
                if not reward.keep:  # a rule that lets it be kept gives the next one, too
                    kept.append((reward, reward.quantity - (due.quantity if due else 0)))
                take_back(fresh, reward.id)
                grant(fresh, reward)
        if kept:
            self._settle_by(kept, old, fresh)
        gone = [reward for key, reward in old.rewards.items() if fresh.rewards.get(key) != reward]
        new = [reward for key, reward in fresh.rewards.items() if old.rewards.get(key) != reward]
        fresh.settle(happening.wall)
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
        return Effect(member, happening.id, tuple(new), tuple(gone), tuple(sorted(changed.items())), None, refused)

    def _settle_by(self, kept: Sequence[Part], old: MemberState, fresh: MemberState) -> None:
        """What is newly due, less what was `kept` of the same rule."""
        given = {key: reward.quantity for key, reward in old.rewards.items()}
        new = [(one, one.quantity - given.get(key, 0)) for key, one in fresh.rewards.items()]
        _, settled = set_off(kept, new)
        for reward, _ in new:
            if part := settled[reward.id]:
                left = less(reward, part)
                take_back(fresh, reward.id)
                if reward.id not in old.rewards:
                    self.shared.take(reward.takes, -1)
                    self.shared.take(left.takes)
                elif left.quantity == given[reward.id]:
                    left = old.rewards[reward.id]
                if left.quantity:
                    grant(fresh, left)
