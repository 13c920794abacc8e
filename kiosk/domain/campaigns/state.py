"""A member's state, folded from happenings and rewards. Nothing here decides; `engine` does.

The same happenings and rewards in the same order give the same state on any machine. `apply` is what a happening does
by itself, `grant` what a reward does, `take_back` its exact opposite.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kiosk.domain.campaigns.counted import EVERYTHING
from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.happenings import COUPONS, Given, Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, calendar, months_after, months_before
from kiosk.domain.campaigns.model import Period, SegmentNumbers
from kiosk.domain.campaigns.points_expiry import NEVER, Move, RunsOut, Standing, standing
from kiosk.domain.campaigns.rewards import Decision, Reward, RewardKind
from kiosk.domain.members.member import Segment, Tier

TIERS = tuple(Tier)
APPROVED, REJECTED = "approved", "rejected"
"""HQ's words on a registration that change something (`Happening.part` of REVIEWED)."""
_new_move = tuple.__new__
_RANK = {tier: rank for rank, tier in enumerate(TIERS)}


@dataclass(slots=True)
class MemberState:
    """What is known of a member. Days are ordinals and minutes wall minutes (`localtime`).

    `registered`: the first day as a member; `enrolled`: the registration itself is in the journals.
    `purchases`: (wall, txn, amount) of sales that stand, sorted. `counters`: progress and limits of rules by key.
    `referees`: who registered by this member's recommendation → whether they have bought. `rewards`: what was given
    and stands, by id. `held`: provisional points, reward id → (settles, points). `unproved`: points that wait for the
    proof of a phone, reward id → (whose, settles, points); `proved`: whose phones are. `referral_held`: somebody at HQ
    looks at who recommended them first. `erased`: HQ forgot who they are; they are given nothing more.
    `used`: ids of coupons that sales used. `points` and `held` are all that were given less what was paid, run out or
    not; `expiring` says how many of them may run out; then `moves` has each of them in order, and `stood` what was
    found of them last, at which minute.
    """

    id: str
    household: str = ""
    registered: int | None = None
    enrolled: bool = False
    birthday: str = ""
    tags: frozenset[str] = frozenset()
    base_tier: Tier = Tier.BASIC
    tiers: dict[str, tuple[Tier, int]] = field(default_factory=dict)
    referrer: str = ""
    referees: dict[str, bool] = field(default_factory=dict)
    points: int = 0
    held: dict[str, tuple[int, int]] = field(default_factory=dict)
    moves: list[Move] | None = None
    expiring: int = 0
    stood: tuple[int, Standing] | None = None
    unproved: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    proved: set[str] = field(default_factory=set)
    referral_held: bool = False
    erased: bool = False
    used: set[str] = field(default_factory=set)
    purchases: list[tuple[int, str, int]] = field(default_factory=list)
    sums: list[int] = field(default_factory=lambda: [0])
    check_ins: set[int] = field(default_factory=set)
    check_in_days: list[int] = field(default_factory=list)
    make_up_cards: int = 0
    counters: dict[str, int] = field(default_factory=dict)
    tickets: dict[str, int] = field(default_factory=dict)
    spins: dict[str, int] = field(default_factory=dict)
    things: dict[str, int] = field(default_factory=dict)
    rebates: int = 0
    rewards: dict[str, Reward] = field(default_factory=dict)

    # -- questions ----------------------------------------------------------------------------------------------------

    def points_at(self, wall: int) -> int:
        """Points that may be spent at a minute: settled ones that have not run out."""
        points = self.points + sum(points for settles, points in self.held.values() if settles <= wall)
        return points - self._standing(wall).gone if self.expiring else points

    def points_ahead(self, wall: int) -> tuple[RunsOut, ...]:
        """When how many of the points that may be spent at a minute run out, the soonest first."""
        return self._standing(wall).ahead if self.expiring else ()

    def _standing(self, wall: int) -> Standing:
        if self.stood is None or self.stood[0] != wall:
            if self.moves is None:
                points = (one for one in self.rewards.values() if one.kind is RewardKind.POINTS)
                self.moves = sorted(_move(one) for one in points if one.id not in self.unproved)
            moved = sum(-one.points if one.paid else one.points for one in self.moves)
            opening = self.points + sum(points for _, points in self.held.values()) - moved
            self.stood = (wall, standing(opening, self.moves, wall))
        return self.stood[1]

    def points_waiting(self, wall: int) -> int:
        """Points that are theirs and may not be spent yet, at a minute: provisional ones, and those that wait for the
        proof of a phone."""
        held = sum(points for settles, points in self.held.values() if settles > wall)
        return held + sum(points for _, _, points in self.unproved.values())

    def unused(self, reward: Reward) -> int:
        """How many of the coupons that a reward is were not used, as far as is known."""
        return sum(one not in self.used for one in coupon_ids(reward))

    def spent(self, since: int, until: int) -> int:
        """Minor units of purchases from wall minute `since` up to, without, `until`."""
        return self._sum(bisect_left(self.purchases, (until,))) - self._sum(bisect_left(self.purchases, (since,)))

    def bought(self, since: int, until: int) -> int:
        """How many purchases stand in that stretch."""
        return bisect_left(self.purchases, (until,)) - bisect_left(self.purchases, (since,))

    def _sum(self, index: int) -> int:
        while len(self.sums) <= index:
            self.sums.append(self.sums[-1] + self.purchases[len(self.sums) - 1][2])
        return self.sums[index]

    def streak_at(self, day: int) -> int:
        """Days in a row, up to `day`, on which the member checked in or made up for it."""
        days = 0
        while day - days in self.check_ins:
            days += 1
        return days

    def tier_at(self, wall: int) -> Tier:
        """The highest tier held at a minute."""
        best = self.base_tier
        for tier, until in self.tiers.values():
            if until > wall and _RANK[tier] > _RANK[best]:
                best = tier
        return best

    def idle_days(self, day: int) -> int | None:
        """Days since the last purchase; None if there was none."""
        index = bisect_left(self.purchases, ((day + 1) * DAY,))
        return day - self.purchases[index - 1][0] // DAY if index else None

    def segment(self, day: int, numbers: SegmentNumbers) -> Segment | None:
        """New, active, dormant, or none of them (M16): who has not bought for `dormant_months` sleeps; who has bought
        `active_purchases` times in `active_months` is active; who has never bought, or registered in the last
        `new_days`, is new."""
        end = (day + 1) * DAY
        last = bisect_left(self.purchases, (end,))
        since = self.purchases[last - 1][0] // DAY if last else self.registered
        if since is not None and since <= months_before(day, numbers.dormant_months):
            return Segment.DORMANT
        recent = last - bisect_left(self.purchases, (months_before(day, numbers.active_months) * DAY,))
        if recent >= numbers.active_purchases:
            return Segment.ACTIVE
        young = self.registered is not None and day - self.registered < numbers.new_days
        return Segment.NEW if not last or young else None

    # -- changes ------------------------------------------------------------------------------------------------------

    def add_purchase(self, wall: int, txn: str, amount: int) -> None:
        """A sale stands."""
        row = (wall, txn, amount)
        if not self.purchases or self.purchases[-1] <= row:
            self.purchases.append(row)
        else:
            insort(self.purchases, row)
            del self.sums[1:]

    def change_purchase(self, txn: str, amount: int | None) -> None:
        """A sale is worth `amount` now, or is void (None)."""
        for index, (wall, name, _) in enumerate(self.purchases):
            if name == txn:
                self.purchases[index : index + 1] = [] if amount is None else [(wall, txn, amount)]
                del self.sums[1:]
                return

    def settle(self, wall: int) -> None:
        """Provisional points whose time has come are points like all others."""
        due = [reward for reward, (settles, _) in self.held.items() if settles <= wall]
        for reward in due:
            self.points += self.held.pop(reward)[1]

    def prove(self, member: str) -> None:
        """The phone of somebody (this member, or whom they recommended) is proved."""
        self.proved.add(member)
        for reward in [reward for reward, (whose, _, _) in self.unproved.items() if whose == member]:
            _, settles, points = self.unproved.pop(reward)
            self.move(self.rewards[reward], 1)
            if settles:
                self.held[reward] = (settles, points)
            else:
                self.points += points

    def move(self, reward: Reward, sign: int) -> None:
        """Points came or went; with sign −1 they are as if they never had."""
        if reward.until:
            self.expiring += sign
        self.stood = None
        if self.moves is None:
            return
        move = _move(reward)
        if sign > 0:
            insort(self.moves, move)
        else:
            del self.moves[bisect_left(self.moves, move)]

    def lapse(self, wall: int) -> None:
        """What is provisional, or waits for the proof of a phone, will never be settled."""
        waiting = {*self.held, *self.unproved}
        waiting |= {name for name, reward in self.rewards.items() if reward.settles > wall}
        for name in waiting:
            take_back(self, name)

    def add_check_in(self, day: int) -> None:
        """The member was here on `day`."""
        if day not in self.check_ins:
            self.check_ins.add(day)
            insort(self.check_in_days, day)


def apply(state: MemberState, happening: Happening) -> None:
    """What a happening does to its member by itself."""
    kind = happening.kind
    if state.held:
        state.settle(happening.wall)
    if kind is HappeningKind.PURCHASED:
        if happening.detail:
            state.used.update(happening.detail.get(COUPONS, ()))
        if not happening.exchanges_only:
            state.add_purchase(happening.wall, happening.txn, EVERYTHING.amount(happening))
    elif kind is HappeningKind.CHECKED_IN:
        state.add_check_in(happening.day)
    elif kind is HappeningKind.MADE_UP:
        day = _made_up_day(happening)
        if state.make_up_cards > 0 and day < happening.day and day not in state.check_ins:
            state.make_up_cards -= 1
            state.add_check_in(day)
    elif kind is HappeningKind.REGISTERED:
        state.registered = happening.day if state.registered is None else min(state.registered, happening.day)
        state.enrolled = True
        _profile(state, happening.detail)
        if not state.referrer and not happening.part and happening.other:
            state.referrer, state.referral_held = happening.other, "held" in happening.detail
    elif kind is HappeningKind.MEMBER_KNOWN:
        _profile(state, happening.detail)
        state.points += int(happening.detail.get("points", 0))
        state.stood = None
        if "joined_day" in happening.detail:
            state.registered = int(happening.detail["joined_day"])
    elif kind is HappeningKind.REFEREE_REGISTERED and not happening.part:
        state.referees.setdefault(happening.other, False)
    elif kind is HappeningKind.REFEREE_BOUGHT and happening.other in state.referees:
        state.referees[happening.other] = True
    elif kind is HappeningKind.SPUN:
        _pay_for_spin(state, happening)
    elif kind is HappeningKind.DECIDED:
        _journalled(state, happening.given)
    elif proves(happening):
        state.prove(happening.member)
    elif kind is HappeningKind.REFEREE_PROVED:
        state.prove(happening.other)
    elif kind is HappeningKind.ERASED:
        state.lapse(happening.wall)
        state.erased = True


def _pay_for_spin(state: MemberState, happening: Happening) -> None:
    """A spin they have goes, or draw tickets. What a slot of a tape was paid with was there when it was taken: where it
    is taken back later (a void), or was used at another terminal too, they fall below zero, as points do, and the next
    ones make up for it. Of what is no slot nothing goes that is not there."""
    draw, slot = happening.detail.get("ticket"), happening.detail.get("lease")
    held, name = (state.tickets, str(draw)) if draw else (state.spins, happening.ref)
    price = happening.detail.get("tickets", 0) if draw else 1
    if slot:
        _add(held, name, -price)
    elif held.get(name, 0) > 0:
        held[name] -= min(price, held[name])  # and stays at 0, as programs before tapes left it


def proves(happening: Happening) -> bool:
    """Whether the member's phone counts as proved from then on: by a code, or by HQ's word."""
    approved = happening.kind is HappeningKind.REVIEWED and happening.part == APPROVED
    return approved or happening.kind is HappeningKind.PROVED


def made_up_streak(state: MemberState, happening: Happening) -> tuple[int, int]:
    """The streak that holds `happening`'s day before and after a check-in or a make-up card; equal if nothing
    changes."""
    added = happening.day if happening.kind is HappeningKind.CHECKED_IN else _made_up_day(happening)
    usable = happening.kind is HappeningKind.CHECKED_IN or (state.make_up_cards > 0 and added < happening.day)
    if not usable or added in state.check_ins:
        return 0, 0
    before = state.streak_at(added - 1)
    after = 0
    while added + 1 + after in state.check_ins:
        after += 1
    return max(before, after), before + 1 + after


def grant(state: MemberState, reward: Reward) -> None:
    """Give a reward. Once: a reward with an id that stands already changes nothing."""
    if reward.id in state.rewards:
        return
    state.rewards[reward.id] = reward
    _give(state, reward, 1)


def carry_out(state: MemberState, decision: Decision) -> None:
    """Give what a decision gives, and keep its progress."""
    for reward in decision.rewards:
        grant(state, reward)
    for key, count in decision.progress:
        if count:
            state.counters[key] = count


def take_back(state: MemberState, reward_id: str) -> None:
    """Undo `grant`. Points may fall below zero, when they were spent meanwhile; the next ones make up for it."""
    reward = state.rewards.pop(reward_id, None)
    if reward is not None:
        _give(state, reward, -1)


def expiry(tier_months: int, wall: int) -> int:
    """The wall minute at which a tier of so many months from now ends."""
    return (months_after(wall // DAY, tier_months) + 1) * DAY


@lru_cache(maxsize=4096)
def period_day(period: Period, day: int) -> int:
    """The wall minute at which the day, month or year around a day begins."""
    if period is Period.DAY:
        return day * DAY
    _, month, day_of_month, _ = calendar(day)
    first = day - day_of_month + 1
    return (first if period is Period.MONTH else months_before(first, month - 1)) * DAY


def period_start(period: Period, wall: int, campaign_start: int) -> int:
    """The wall minute at which the period around `wall` begins."""
    if period is Period.CAMPAIGN:
        return campaign_start
    return 0 if period is Period.LIFETIME else period_day(period, wall // DAY)


def _made_up_day(happening: Happening) -> int:
    return happening.day - max(1, int(happening.detail.get("days_ago", 1)))


def _profile(state: MemberState, detail: Any) -> None:
    state.household = str(detail.get("household", state.household))
    state.birthday = str(detail.get("birthday") or state.birthday)
    if "tags" in detail:
        state.tags = frozenset(map(str, detail["tags"]))
    if "tier" in detail:
        state.base_tier = Tier(detail["tier"])


def _give(state: MemberState, reward: Reward, sign: int) -> None:
    quantity = reward.quantity * sign
    match reward.kind:
        case RewardKind.POINTS:
            _points(state, reward, sign)
        case RewardKind.TICKETS:
            _add(state.tickets, reward.ref, quantity)
        case RewardKind.SPINS:
            _add(state.spins, reward.ref, quantity)
        case RewardKind.TIER | RewardKind.TIER_MONTHS:
            if sign > 0:
                state.tiers[reward.id] = (Tier(reward.ref), reward.until)
            else:
                state.tiers.pop(reward.id, None)
        case RewardKind.MAKE_UP_CARDS:
            state.make_up_cards += quantity
        case RewardKind.REBATE:
            state.rebates += quantity
        case _:
            _add(state.things, f"{reward.kind}:{reward.ref}", quantity)


def _points(state: MemberState, reward: Reward, sign: int) -> None:
    if sign < 0 and reward.id in state.unproved:
        del state.unproved[reward.id]
        return
    if sign > 0 and reward.awaits and reward.awaits not in state.proved:
        state.unproved[reward.id] = (reward.awaits, reward.settles, reward.quantity)
        return
    state.move(reward, sign)
    if sign < 0 and reward.id in state.held:
        del state.held[reward.id]
    elif sign > 0 and reward.settles:
        state.held[reward.id] = (reward.settles, reward.quantity)
    else:
        state.points += reward.quantity * sign


def _move(reward: Reward) -> Move:
    at = max(reward.wall, reward.settles)
    if reward.quantity < 0:
        return _new_move(Move, (at, True, NEVER, -reward.quantity))
    return _new_move(Move, (at, False, reward.until or NEVER, reward.quantity))


def _add(counts: dict[str, int], key: str, quantity: int) -> None:
    counts[key] = counts.get(key, 0) + quantity
    if not counts[key]:
        del counts[key]


def _journalled(state: MemberState, given: Given) -> None:
    """A `rewards.decided` fact: what was taken back, given, counted."""
    for reward_id in given.taken_back:
        take_back(state, reward_id)
    for reward in given.granted:
        grant(state, reward)
    for key, count in given.counters:
        if count:
            state.counters[key] = count
        else:
            state.counters.pop(key, None)
