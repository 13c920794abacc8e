"""The engine: one happening, one member's state and the shared quantities in; rewards and the reasons out.

Pure and deterministic: no clock, no randomness, nothing is changed. Rules are made into functions once and looked up by
the kind of happening, so that the cost of a sale depends on the rules that wait for sales, not on the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kiosk.domain.campaigns.bounds import bounded
from kiosk.domain.campaigns.compiled import CompiledCampaign, CompiledRule, Edition, compile_edition
from kiosk.domain.campaigns.conditions import Case, card_period, phase_at
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.giving import Refused
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.measures import measured, within
from kiosk.domain.campaigns.points import spendable
from kiosk.domain.campaigns.points_expiry import NEVER
from kiosk.domain.campaigns.rewards import Check, Decision, Outcome, Reward, RewardKind, RuleTrace
from kiosk.domain.campaigns.scopes import Measure
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.coupons.model import Use, UseKind
from kiosk.domain.money import rounding_unit
from kiosk.domain.texts import LocalText

NO_REWARDS: Mapping[str, Reward] = {}
ACTS = frozenset({HappeningKind.POINTS_SPENT, HappeningKind.CHOSEN, HappeningKind.SPUN})
"""What a member does with what they have: points exchanged, a gift chosen, a spin played. It cannot be undone."""


class Past(NamedTuple):
    """What was decided before, when a happening is judged again: rewards by id, and rules refused for want of shared
    quantities ("campaign/rule/happening"). Those verdicts stand: a share that is used up is not dealt out anew. `acts`:
    rules that stand at `ACTS` as they were ("campaign/rule/happening"), though what the member had then was taken back
    since; None: all that gave something."""

    rewards: Mapping[str, Reward] = NO_REWARDS
    refused: frozenset[str] = frozenset()
    acts: frozenset[str] | None = None

    def given(self, prefix: str) -> Reward | None:
        """The first thing that a rule gave at a happening ("campaign/rule/happening")."""
        return self.rewards.get(f"{prefix}/0") or self.rewards.get(f"{prefix}/o0")

    def stands(self, prefix: str) -> bool:
        """Whether what a rule gave at an act stands, whatever its conditions say now."""
        return self.given(prefix) is not None if self.acts is None else prefix in self.acts


NOTHING_PAST = Past()


class Offered(NamedTuple):
    """A discount that a rule gives for a basket; `coupons.pricing` decides whether the price holds it. `key`:
    campaign/rule. `unit`: `money.rounding_unit` of the campaign's currency. `uses`: (what, how much, how much there is)
    of limits, stock, budgets and the member's points."""

    key: str
    give: Discount
    name: LocalText
    unit: int
    reward: Reward
    uses: tuple[Use, ...]

    def left(self, kind: UseKind) -> int | None:
        """How much there is of what it uses in part; None when that has no end."""
        return min((use.there_is for use in self.uses if use.kind is kind), default=None)


class _Work:
    """What one evaluation has found so far."""

    __slots__ = (
        *("happening", "state", "shared", "past", "trace"),
        *("rewards", "counters", "taken", "refused", "traces", "base_points", "multipliers", "act"),
    )

    def __init__(self, happening: Happening, state: MemberState, shared: Shared, past: Past, trace: bool) -> None:
        self.happening, self.state, self.shared, self.past, self.trace = happening, state, shared, past, trace
        self.rewards: list[Reward] = []
        self.counters: dict[str, int] = {}
        self.taken: dict[str, int] = {}
        self.refused: list[str] = []
        self.traces: list[RuleTrace] = []
        self.base_points = 0
        self.multipliers: list[tuple[int, CompiledRule, Case, list[Check]]] = []
        self.act = bool(past.rewards) and happening.kind in ACTS

    def stands(self, rule: CompiledRule) -> bool:
        """Whether the rule's verdict on what the member did then is not asked for again."""
        return self.act and self.past.stands(f"{rule.key}/{self.happening.id}")

    def counter(self, key: str) -> int:
        found = self.counters.get(key)
        return self.state.counters.get(key, 0) if found is None else found


class Engine:
    """The rules in force, ready to be asked."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.editions = tuple(editions)
        self._campaigns = [compile_edition(edition) for edition in self.editions]
        self._bounding = [
            one for one in self._campaigns if one.edition.campaign.cap is not None or one.edition.campaign.floors
        ]
        self._by_key: dict[str, list[tuple[CompiledCampaign, CompiledRule]]] = {}
        for campaign in self._campaigns:
            for rule in {id(one): one for rules in campaign.rules.values() for one in rules}.values():
                self._by_key.setdefault(rule.key, []).append((campaign, rule))

    def _known(self, key: str, at: int) -> tuple[CompiledCampaign, CompiledRule] | None:
        """The rule by its campaign/rule as it stood at an instant, or the last that is known."""
        editions = self._by_key.get(key, ())
        in_force = [pair for pair in editions if pair[0].edition.since <= at]
        return (in_force or [*editions] or [None])[-1]  # type: ignore[list-item]

    def evaluate(
        self, happening: Happening, state: MemberState, shared: Shared, *, past: Past = NOTHING_PAST, trace: bool = True
    ) -> Decision:
        """What the campaigns make of `happening`, which `state` has not seen yet. `trace` False leaves the reasons out,
        which is faster; the rewards are the same."""
        work = _Work(happening, state, shared, past, trace)
        if happening.offers:
            self._applied_offers(work)
        if happening.kind is HappeningKind.CHOSEN and not state.erased:
            self._choose(work)
        bought = happening.kind is HappeningKind.PURCHASED
        if bought and happening.exchanges_only:
            for campaign in self._campaigns:
                if campaign.rules.get(happening.kind):
                    came_back = sum(item.cost for item in happening.back)
                    self._closed(campaign, Check("exchange", False, happening.amount, came_back), work)
        if bought and (happening.exchanges_only or not happening.member):
            # what the price holds counts; what a purchase brings would be nobody's, or was brought before
            counters = tuple(work.counters.items()) if happening.member else ()
            return Decision(happening.id, tuple(work.rewards), counters, trace=tuple(work.traces))
        # who asked to be forgotten has what was given, and is given nothing more
        for campaign in self._campaigns if not state.erased else ():
            rules = campaign.rules.get(happening.kind)
            if rules:
                self._campaign(campaign, rules, work)
        if work.multipliers:
            self._multiply(work)
        if not (work.rewards or work.counters or work.refused or work.traces):
            return Decision(happening.id, ())
        return Decision(
            happening.id,
            tuple(work.rewards),
            tuple(work.counters.items()),
            tuple(work.refused),
            tuple(work.traces),
        )

    def prices_in_points(self, happening: Happening, state: MemberState, shared: Shared) -> list[tuple[str, int]]:
        """What the item `happening.ref` of the points mall costs this member now: (campaign/rule, points), the cheapest
        first; empty when it cannot be had."""
        found = []
        for campaign in self._campaigns:
            for rule in campaign.rules.get(HappeningKind.POINTS_SPENT, ()):
                points = rule.rule.when.points or 0
                asked = happening._replace(kind=HappeningKind.POINTS_SPENT, value=points)
                decision = self.evaluate(asked, state, shared, trace=False)
                if any(f"{reward.campaign}/{reward.rule}" == rule.key for reward in decision.rewards):
                    found.append((rule.key, points))
        return sorted(set(found), key=lambda row: (row[1], row[0]))

    def promise(self, key: str, happening: Happening, state: MemberState, shared: Shared) -> tuple[Reward, ...]:
        """What the rule `key` (campaign/rule) would give at `happening` if it were met; empty when it has nothing
        left."""
        found = self._known(key, happening.at)
        if found is None:
            return ()
        campaign, rule = found
        case = Case(happening, state, campaign.start, campaign.edition.campaign.segments)
        made = rule.giver.rewards(case, 1, shared, {}, NO_REWARDS, 0)
        return () if isinstance(made, Refused) else tuple(made[0])

    def offered(self, happening: Happening, state: MemberState, shared: Shared) -> list[Offered]:
        """The discounts that the rules give for the goods of a happening BASKET, each as if it were the only one."""
        found = []
        rewards = self.evaluate(happening, state, shared, trace=False).rewards
        for reward in rewards:
            known = self._known(f"{reward.campaign}/{reward.rule}", happening.at)
            give = known[1].discount if known else None
            if known is not None and give is not None:
                campaign, rule = known
                uses = _uses(campaign, rule, give, reward, happening, state, shared)
                unit = rounding_unit(campaign.edition.campaign.currency)
                found.append(Offered(rule.key, give, rule.rule.name, unit, reward, uses))
        return found

    def bounded(self, happening: Happening) -> Happening:
        """The goods of a happening BASKET with what campaigns in force there let discounts take of them: their `cap`
        and `floors`, whoever buys."""
        if not self._bounding:
            return happening
        return bounded(happening, [one.edition.campaign for one in self._bounding if _runs(one, happening)])

    def discounting(self, happening: Happening) -> Iterator[tuple[CompiledCampaign, CompiledRule]]:
        """Rules that may take something off goods now: of campaigns that run, whatever else they ask."""
        for campaign in self._campaigns:
            if _in_force(campaign, happening):
                for rule in campaign.rules.get(HappeningKind.BASKET, ()):
                    if rule.discount is not None and not (rule.personal and not happening.member):
                        yield campaign, rule

    def _campaign(self, campaign: CompiledCampaign, rules: list[CompiledRule], work: _Work) -> None:
        happening, edition = work.happening, campaign.edition
        if happening.at < edition.since or (edition.until is not None and happening.at >= edition.until):
            check = Check("in_force", False, happening.at, (edition.since, edition.until))
            return self._closed(campaign, check, work)
        if not campaign.start <= happening.wall < campaign.end:
            check = Check("period", False, happening.wall, (campaign.start, campaign.end))
            return self._closed(campaign, check, work)
        phase = phase_at(campaign.table, happening.wall)
        if not phase:
            return self._closed(campaign, Check("phases", False, phase), work)
        if campaign.personal and not happening.member:
            return self._closed(campaign, Check("member", False), work)
        case = Case(happening, work.state, campaign.start, edition.campaign.segments)
        for judge in campaign.judges:
            check = judge(case)
            if not check.ok:
                return self._closed(campaign, check, work)
        if not work.trace:
            found = campaign.looked_at(happening.kind, phase, happening.wall, happening.ref)
            return self._at_a_glance(campaign, found, case, work)
        for rule in rules:
            case = self._fresh(rule, case)
            self._rule(rule, case, work)
        return None

    def _at_a_glance(self, campaign: CompiledCampaign, rules: Iterable[CompiledRule], case: Case, work: _Work) -> None:
        """As `_rule` for each of the phase's rules, but without reasons: what can be seen of a rule without judges
        spares them, and the first that says no ends it."""
        happening = work.happening
        nobody = not happening.member
        for rule in rules:
            if nobody and rule.personal:
                continue
            if rule.multiplier:
                case = self._fresh(rule, case)
            else:
                case.firings = 1
            if work.stands(rule):
                self._met(rule, case, [], work)
                continue
            for judge in rule.quick:
                if not judge(case).ok:
                    break
            else:
                self._met(rule, case, [], work)

    @staticmethod
    def _fresh(rule: CompiledRule, case: Case) -> Case:
        """The case as a rule finds it. A multiplier is judged to the end after all others, so it has one of its own."""
        if rule.multiplier:
            return Case(case.happening, case.state, case.start, case.numbers)
        case.firings = 1
        return case

    def _closed(self, campaign: CompiledCampaign, check: Check, work: _Work) -> None:
        if work.trace:
            work.traces.append(RuleTrace(campaign.edition.campaign.id, "*", Outcome.NOT_MET, (check,)))

    def _rule(self, rule: CompiledRule, case: Case, work: _Work) -> None:
        checks: list[Check] = []
        if rule.personal and not work.happening.member:
            return _note(work, rule, Outcome.NOT_MET, [Check("member", False)])
        stands = work.stands(rule)
        for judge in rule.judges:
            check = judge(case)
            checks.append(check)
            if not check.ok and not stands:
                return _note(work, rule, Outcome.NOT_MET, checks)
        return self._met(rule, case, checks, work)

    def _met(self, rule: CompiledRule, case: Case, checks: list[Check], work: _Work) -> None:
        """All conditions hold."""
        if rule.counts_events and not self._nth(rule, checks, work):
            return _note(work, rule, Outcome.COUNTED, checks)
        if rule.card is not None and not self._stamped(rule, case, checks, work):
            return _note(work, rule, Outcome.COUNTED, checks)
        if rule.multiplier:
            work.multipliers.append((rule.multiplier, rule, case, checks))
            return None
        return self._give(rule, case, checks, work)

    def _nth(self, rule: CompiledRule, checks: list[Check], work: _Work) -> bool:
        when = rule.rule.when
        key = f"{rule.key}:n"
        reached = work.counter(key) + 1
        work.counters[key] = reached
        fires = reached % when.n == 0 if when.every else reached == when.n
        need = -(-reached // when.n) * when.n if when.every else when.n
        checks.append(Check("n", fires, reached, need))
        return fires

    def _stamped(self, rule: CompiledRule, case: Case, checks: list[Check], work: _Work) -> bool:
        assert rule.card is not None
        key = f"{rule.key}:card{card_period(rule.rule.when.period, work.happening.day)}"
        before = work.counter(key)
        check, after = rule.card(case, before)
        if after != before:
            work.counters[key] = after
        checks.append(check)
        return check.ok

    def _give(
        self, rule: CompiledRule, case: Case, checks: list[Check], work: _Work, points: int | None = None
    ) -> None:
        """Limits, then the rewards."""
        prefix = f"{rule.key}/{work.happening.id}"
        trace = work.trace
        old = work.past.rewards
        earlier = work.past.given(prefix) if old else None
        admitted = earlier is not None
        if not admitted and prefix in work.past.refused:
            checks.append(Check("refused_before", False))
            work.refused.append(prefix)
            return _note(work, rule, Outcome.GONE, checks)
        times = case.firings
        room: dict[Measure, int] = {}
        for member_limit in rule.member_limits:
            used = work.counter(member_limit.key(case))
            if trace:
                checks.append(Check(member_limit.code, used < member_limit.most, used, member_limit.most))
            if used >= member_limit.most:
                return _note(work, rule, Outcome.LIMIT, checks)
            if member_limit.measure is Measure.REWARDS:
                times = min(times, member_limit.most - used)
            else:
                _bound(room, member_limit.measure, member_limit.most - used)
        takes: list[tuple[str, Measure]] = []
        for limit in rule.shared_limits:
            key = limit.key(case, work.shared)
            if not admitted:
                left = limit.left(key, work.shared) - work.taken.get(key, 0)
                if trace:
                    checks.append(Check(limit.code, left > 0, limit.most - left, limit.most))
                if left <= 0:
                    work.refused.append(prefix)
                    return _note(work, rule, Outcome.LIMIT, checks)
            else:
                left = dict(earlier.takes).get(key, NEVER) if earlier is not None else NEVER
            if limit.measure is Measure.REWARDS:
                times = min(times, left)
            else:
                _bound(room, limit.measure, left)
            takes.append((key, limit.measure))
        made = rule.giver.rewards(
            case, times, work.shared, work.taken, old, work.base_points if points is None else points
        )
        if isinstance(made, Refused):
            checks.append(made.check)
            work.refused.append(prefix)
            return _note(work, rule, Outcome.GONE, checks)
        rewards, substituted = made
        for measure, most in room.items():
            rewards = within(rewards, measure, most)
        if not rewards:
            checks.append(Check("nothing_to_give", False))
            return _note(work, rule, Outcome.NOT_MET, checks)
        if takes:
            first = rewards[0]
            # in an order of their own, whatever the file's
            used_up = sorted((key, _amount(measure, times, rewards)) for key, measure in takes)
            rewards[0] = first._replace(takes=(*first.takes, *used_up))
        if rule.discount is None:  # which discounts of a basket count is settled by its price
            for reward in rewards:
                for key, quantity in reward.takes:
                    work.taken[key] = work.taken.get(key, 0) + quantity
            for member_limit in rule.member_limits:
                key = member_limit.key(case)
                work.counters[key] = work.counter(key) + _amount(member_limit.measure, times, rewards)
        if points is None and rule.giver.gives_base_points:
            work.base_points += sum(
                reward.quantity for reward in rewards if reward.kind is RewardKind.POINTS and reward.ref == "per"
            )
        work.rewards.extend(rewards)
        if trace:
            _note(work, rule, Outcome.SUBSTITUTED if substituted else Outcome.GRANTED, checks, rewards)
        return None

    def _multiply(self, work: _Work) -> None:
        """The largest multiplier counts; of equals the first by name."""
        ranked = sorted(work.multipliers, key=lambda row: (-row[0], row[1].key))
        best = ranked[0]
        self._give(best[1], best[2], best[3], work, points=work.base_points)
        for by, rule, _case, checks in ranked[1:]:
            checks.append(Check("largest_multiplier", False, by, best[0]))
            _note(work, rule, Outcome.NOT_MET, checks)

    def _applied_offers(self, work: _Work) -> None:
        """Discounts that the price of this sale holds: they were judged when it was priced, and count now."""
        for key, off, pieces in work.happening.offers:
            found = self._known(key, work.happening.at)
            if found is None:
                continue
            campaign, rule = found
            case = Case(work.happening, work.state, campaign.start, campaign.edition.campaign.segments)
            first, *rest = rule.giver.applied(case, off, pieces, work.shared)
            shared = sorted(
                (limit.key(case, work.shared), _amount(limit.measure, 1, [first])) for limit in rule.shared_limits
            )
            rewards = [first._replace(takes=(*first.takes, *shared)), *rest]
            for member_limit in rule.member_limits:
                name = member_limit.key(case)
                work.counters[name] = work.counter(name) + _amount(member_limit.measure, 1, [first])
            work.rewards += rewards
            _note(work, rule, Outcome.GRANTED, [Check("in_price", True, off)], rewards)

    def _choose(self, work: _Work) -> None:
        """`ref` out of the choice that the reward `part` gives."""
        happening = work.happening
        choice = work.state.rewards.get(happening.part) or _chosen_from(work.past, happening)
        found = self._known(f"{choice.campaign}/{choice.rule}", happening.at) if choice else None
        if choice is None or found is None or choice.kind is not RewardKind.CHOICE:
            return None
        made = found[1].giver.chosen(choice, happening, work.state, work.shared, work.past.rewards)
        if isinstance(made, Refused):
            work.refused.append(f"{found[1].key}/{happening.id}")
            return _note(work, found[1], Outcome.GONE, [made.check])
        work.rewards.append(made)
        return _note(work, found[1], Outcome.GRANTED, [Check("choice", True, happening.ref)], [made])


def _chosen_from(past: Past, happening: Happening) -> Reward | None:
    """The choice that was made then, though it was taken back since: what was chosen is handed over."""
    choice, chosen = (past.rewards.get(name) for name in (happening.part, f"{happening.part}/chosen"))
    if choice is None or chosen is None or chosen.happening != happening.id:
        return None
    named = f"{choice.campaign}/{choice.rule}/{happening.id}"
    return choice if past.acts is None or named in past.acts else None


def _bound(room: dict[Measure, int], measure: Measure, most: int) -> None:
    room[measure] = min(most, room.get(measure, most))


def _amount(measure: Measure, times: int, rewards: Iterable[Reward]) -> int:
    """How much of a limit rewards use up that were given so many times at once."""
    return times if measure is Measure.REWARDS else measured(rewards, measure)


def _uses(
    campaign: CompiledCampaign,
    rule: CompiledRule,
    give: Discount,
    reward: Reward,
    happening: Happening,
    state: MemberState,
    shared: Shared,
) -> tuple[Use, ...]:
    case = Case(happening, state, campaign.start, campaign.edition.campaign.segments)
    limits = {limit.key(case, shared): limit.left(limit.key(case, shared), shared) for limit in rule.shared_limits}
    kinds = {limit.key(case, shared): _measured_kind(limit.measure) for limit in rule.shared_limits}
    uses = [
        Use(key, quantity, limits[key] if key in limits else shared.pools.get(key, 0), kinds.get(key, _use_kind(key)))
        for key, quantity in reward.takes
    ]
    for limit in rule.member_limits:
        left = limit.most - state.counters.get(limit.key(case), 0)
        amount = _amount(limit.measure, 1, [reward])
        uses.append(Use(limit.key(case), amount, left, _measured_kind(limit.measure)))
    if give.for_points:
        uses.append(Use("points", reward.quantity // give.off * give.for_points, spendable(give, happening, state)))
    return tuple(uses)


def _in_force(campaign: CompiledCampaign, happening: Happening) -> bool:
    edition = campaign.edition
    published = edition.since <= happening.at and (edition.until is None or happening.at < edition.until)
    return published and campaign.start <= happening.wall < campaign.end


def _runs(campaign: CompiledCampaign, happening: Happening) -> bool:
    """Whether a campaign looks at what happens there and then, whoever it is."""
    said = campaign.edition.campaign
    here = not said.stores or happening.store in said.stores
    this_way = not said.channels or happening.channel in map(str, said.channels)
    return here and this_way and _in_force(campaign, happening) and bool(phase_at(campaign.table, happening.wall))


def _measured_kind(measure: Measure) -> UseKind:
    return UseKind.MONEY if measure is Measure.SAVED else UseKind.WHOLE


def _use_kind(key: str) -> UseKind:
    if "|stock:" in key:
        return UseKind.PIECES
    return UseKind.MONEY if "|budget:" in key else UseKind.WHOLE


def _note(
    work: _Work, rule: CompiledRule, outcome: Outcome, checks: list[Check], rewards: Iterable[Reward] = ()
) -> None:
    if work.trace:
        campaign, _, name = rule.key.partition("/")
        work.traces.append(RuleTrace(campaign, name, outcome, tuple(checks), tuple(reward.id for reward in rewards)))
