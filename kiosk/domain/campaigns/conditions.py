"""Conditions of the file, each made into a function that judges one happening.

`compile_conditions` is called once a rule; what it returns is called for every happening and holds no more than
comparisons. A condition looks at what was before the happening (`state` has not seen it yet) and at the happening
itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import time
from functools import lru_cache, partial

from kiosk.domain.campaigns.birthdays import birthday_distance
from kiosk.domain.campaigns.codes import CODES, same
from kiosk.domain.campaigns.counted import EVERYTHING, counted
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import PAY, Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, calendar, minutes
from kiosk.domain.campaigns.model import (
    Campaign,
    Conditions,
    Count,
    Expiring,
    Group,
    IntRange,
    Period,
    Phase,
    SegmentNumbers,
    Spent,
    Sum,
    Trigger,
    When,
)
from kiosk.domain.campaigns.personal import of_member
from kiosk.domain.campaigns.rewards import Check, RewardKind
from kiosk.domain.campaigns.state import MemberState, made_up_streak, period_day, period_start
from kiosk.domain.campaigns.things import TicketPrice, Wheel
from kiosk.domain.members.member import Segment

FOREVER = 1 << 60
"""A wall minute after all others."""

_new = tuple.__new__
"""Makes a named tuple twice as fast as its class does; conditions are judged by the hundred thousand."""


@dataclass(slots=True)
class Case:
    """One happening before one member's state. `firings`: how often the trigger fires at once (two multiples of a spend
    reached by one sale). `spent`: minor units bought since a wall minute, as far as somebody asked."""

    happening: Happening
    state: MemberState
    start: int
    numbers: SegmentNumbers
    firings: int = 1
    spent: dict[int, int] = field(default_factory=dict)

    def spent_since(self, since: int) -> int:
        """Minor units of purchases from a wall minute on; several rules ask for the same."""
        found = self.spent.get(since)
        if found is None:
            found = self.spent[since] = self.state.spent(since, FOREVER)
        return found


Judge = Callable[[Case], Check]

KINDS: dict[Trigger, tuple[HappeningKind, ...]] = {
    Trigger.REGISTERED: (HappeningKind.REGISTERED,),
    Trigger.REFERRED: (HappeningKind.REFEREE_REGISTERED,),
    Trigger.REFEREE_BOUGHT: (HappeningKind.REFEREE_BOUGHT,),
    Trigger.PURCHASED: (HappeningKind.PURCHASED,),
    Trigger.FIRST_PURCHASE: (HappeningKind.PURCHASED,),
    Trigger.SPEND_REACHED: (HappeningKind.PURCHASED,),
    Trigger.PIECES_REACHED: (HappeningKind.PURCHASED,),
    Trigger.SHARE_BOUGHT: (HappeningKind.SHARE_BOUGHT,),
    Trigger.CHECKED_IN: (HappeningKind.CHECKED_IN,),
    Trigger.STREAK_REACHED: (HappeningKind.CHECKED_IN, HappeningKind.MADE_UP),
    Trigger.TASK_DONE: (HappeningKind.TASK_DONE,),
    Trigger.SURVEY_ANSWERED: (HappeningKind.SURVEY_ANSWERED,),
    Trigger.BIRTHDAY: (HappeningKind.SEEN, HappeningKind.SWEPT, HappeningKind.PURCHASED, HappeningKind.CHECKED_IN),
    Trigger.DORMANT: (HappeningKind.SEEN, HappeningKind.SWEPT),
    Trigger.CAME_BACK: (HappeningKind.PURCHASED,),
    Trigger.DEPOSIT_PAID: (HappeningKind.DEPOSIT_PAID,),
    Trigger.SIGNED_UP: (HappeningKind.SIGNED_UP,),
    Trigger.ATTENDED: (HappeningKind.ATTENDED,),
    Trigger.VOTED: (HappeningKind.VOTED,),
    Trigger.POINTS_SPENT: (HappeningKind.POINTS_SPENT,),
    Trigger.TIER_REACHED: (HappeningKind.TIER_REACHED,),
    Trigger.SPUN: (HappeningKind.SPUN,),
    Trigger.WON: (HappeningKind.WON,),
    Trigger.PARTNER_CODE: (HappeningKind.PARTNER_CODE,),
    Trigger.SEEN: (HappeningKind.SEEN,),
    Trigger.SWEPT: (HappeningKind.SWEPT,),
    Trigger.BASKET: (HappeningKind.BASKET,),
}
"""The happenings at which a rule with a trigger is looked at."""


def phase_at(phases: tuple[tuple[int, int, Phase], ...], wall: int) -> str:
    """The id of the phase at a wall minute; "" between and outside phases."""
    for starts, ends, phase in phases:
        if starts <= wall < ends:
            return phase.id
    return ""


def phase_table(campaign: Campaign) -> tuple[tuple[int, int, Phase], ...]:
    """Phases with their ends as wall minutes."""
    return tuple((minutes(phase.starts), minutes(phase.ends), phase) for phase in campaign.phases)


def compile_trigger(when: When, wheels: Sequence[Wheel] = ()) -> tuple[Judge, ...]:
    """What the happening must be, beyond its kind."""
    judges: list[Judge] = []
    if when.ref is not None:
        judges.append(_equal("ref", lambda case: case.happening.ref, when.ref))
    if when.part is not None:
        judges.append(_equal("part", lambda case: case.happening.part, when.part))
    special = _SPECIAL.get(when.event)
    if special is not None:
        judges.append(special(when))
    elif when.event in (Trigger.REFERRED, Trigger.SHARE_BOUGHT):
        judges.append(_equal("referral", lambda case: case.happening.part, ""))
    elif when.event is Trigger.TIER_REACHED and when.tier is not None:
        judges.append(_equal("tier", lambda case: case.happening.ref, str(when.tier)))
    elif when.event is Trigger.SPUN:
        judges.append(_spun({wheel.id: wheel.tickets for wheel in wheels}))
    return tuple(judges)


def _spun(prices: Mapping[str, TicketPrice | None]) -> Judge:
    """A spin that the member has, or as many draw tickets as their campaign asks for one."""

    def judge(case: Case) -> Check:
        happening, state = case.happening, case.state
        draw = happening.detail.get("ticket")
        if not draw:
            return _least("spins", state.spins.get(happening.ref, 0), 1)
        price, paid = prices.get(happening.ref), happening.detail.get("tickets", 0)
        if price is None or (price.draw, price.count) != (draw, paid):
            return Check("price", False, paid, price.count if price is not None else 0)
        return _least("tickets", state.tickets.get(draw, 0), price.count)

    return judge


def _first_purchase(_when: When) -> Judge:
    return lambda case: _most("purchases", len(case.state.purchases), 0)


def _referee_bought(when: When) -> Judge:
    """The referee's first purchase, over the threshold of the rule."""
    least = when.amount or 0

    def judge(case: Case) -> Check:
        if case.happening.part or case.happening.value != 1:
            return Check("referral", False, case.happening.part or "not_first", "")
        return _least("amount", EVERYTHING.amount(case.happening), least)

    return judge


def _spend_reached(when: When) -> Judge:
    amount, every, period = when.amount or 1, when.every, when.period

    def judge(case: Case) -> Check:
        one = period is Period.RECEIPT
        before = 0 if one else case.spent_since(period_start(period, case.happening.wall, case.start))
        after = before + EVERYTHING.amount(case.happening)
        case.firings = crossings(before, after, amount, every)
        need = (before // amount + 1) * amount if every else amount
        return _new(Check, ("spend_reached", case.firings > 0, after, need))

    return judge


def pieces_reached(when: When) -> Callable[[Case, int], tuple[Check, int]]:
    """A stamp card: from a case and the pieces that are on the card, what it says then and how many are on it. A card
    that is full is full once, or, with `every`, begins anew with what is over. Of one receipt nothing stays on it."""
    wanted, every, one = when.pieces or 1, when.every, when.period is Period.RECEIPT
    goods = counted(when.categories, when.except_, items=when.items)

    def judge(case: Case, card: int) -> tuple[Check, int]:
        before = 0 if one else card
        after = before + goods.bought(case.happening)
        case.firings = crossings(before, after, wanted, every)
        begun = before // wanted * wanted if every else 0
        return Check("pieces_reached", case.firings > 0, after - begun, wanted), card if one else after

    return judge


def card_period(period: Period, day: int) -> str:
    """The end of a stamp card's name: cards of a day, a month or a year are each its own."""
    return "" if period in _LONG else f"@{period_day(period, day) // DAY}"


_LONG = (Period.CAMPAIGN, Period.LIFETIME)


def _streak_reached(when: When) -> Judge:
    days, every = when.days or 1, when.every

    def judge(case: Case) -> Check:
        before, after = made_up_streak(case.state, case.happening)
        case.firings = crossings(before, after, days, every)
        need = (before // days + 1) * days if every else days
        return Check("streak_reached", case.firings > 0, after, need)

    return judge


def _checked_in(_when: When) -> Judge:
    def judge(case: Case) -> Check:
        again = case.happening.day in case.state.check_ins
        return Check("checked_in_today", not again, int(again), 0)

    return judge


def crossings(before: int, after: int, step: int, every: bool) -> int:
    """How often a count passes a step on its way."""
    if after <= before:
        return 0
    return after // step - before // step if every else int(before < step <= after)


def _birthday(when: When) -> Judge:
    days = when.days

    def judge(case: Case) -> Check:
        near = birthday_distance(case.state.birthday, case.happening.day)
        if near is None:
            return Check("birthday", False, "", days)
        if days is None:
            same = calendar(case.happening.day)[1] == int(case.state.birthday[:2])
            return Check("birthday", same, case.state.birthday, "month")
        return Check("birthday", abs(near) <= days, near, days)

    return judge


@lru_cache(maxsize=50_000)
def _dormant(_when: When) -> Judge:
    return _is_dormant


def _is_dormant(case: Case) -> Check:
    segment = case.state.segment(case.happening.day, case.numbers)
    return Check("segments", segment is Segment.DORMANT, segment, (Segment.DORMANT,))


def _came_back(_when: When) -> Judge:
    def judge(case: Case) -> Check:
        if not case.state.purchases:
            return Check("purchases", False, 0, 1)
        return _is_dormant(case)

    return judge


def _points_spent(when: When) -> Judge:
    price = when.points or 0

    def judge(case: Case) -> Check:
        if case.happening.value != price:
            return Check("price", False, case.happening.value, price)
        return _least("points", case.state.points_at(case.happening.wall), price)

    return judge


_SPECIAL: dict[Trigger, Callable[[When], Judge]] = {
    Trigger.FIRST_PURCHASE: _first_purchase,
    Trigger.REFEREE_BOUGHT: _referee_bought,
    Trigger.SPEND_REACHED: _spend_reached,
    Trigger.STREAK_REACHED: _streak_reached,
    Trigger.CHECKED_IN: _checked_in,
    Trigger.BIRTHDAY: _birthday,
    Trigger.DORMANT: _dormant,
    Trigger.CAME_BACK: _came_back,
    Trigger.POINTS_SPENT: _points_spent,
}


def pays_with_points(discount: Discount | None) -> tuple[Judge, ...]:
    """A discount for points needs points that may be spent, and a customer who wants it (`detail["use_points"]` of the
    basket)."""
    if discount is None or not discount.for_points:
        return ()
    least = discount.for_points

    def wanted(case: Case) -> Check:
        use = bool(case.happening.detail.get("use_points"))
        return Check("use_points", use, int(use), 1)

    return (lambda case: _least("points", case.state.points_at(case.happening.wall), least)), wanted


def compile_conditions(if_: Conditions, campaign: Campaign) -> tuple[Judge, ...]:
    """One function a condition, the cheap ones first."""
    judges: list[Judge] = []
    add = judges.append
    if if_.phases:
        table, phases = phase_table(campaign), if_.phases
        add(lambda case: _among("phases", phase_at(table, case.happening.wall), phases))
    if if_.amount is not None:
        add(_amount(if_.amount))
    if if_.score is not None:
        add(_in_range("score", if_.score, lambda case: case.happening.value))
    if if_.stores:
        stores = if_.stores
        add(lambda case: _among("stores", case.happening.store, stores))
    if if_.channels:
        channels = tuple(map(str, if_.channels))
        add(lambda case: _among("channels", case.happening.channel, channels))
    if if_.pay:
        pay = if_.pay
        add(lambda case: _among("pay", case.happening.detail.get(PAY, ""), pay))
    if if_.code:
        codes = frozenset(map(same, if_.code))
        # which code it wants is not told to who does not know it
        add(lambda case: Check("code", not codes.isdisjoint(case.happening.detail.get(CODES, ()))))
    _add_hours(if_, add)
    _add_goods(if_, add)
    _add_person(if_, add)
    _add_history(if_, add)
    for group in if_.all_of:
        judges += compile_conditions(_alone(group), campaign)
    if if_.any_of:
        add(_any_of([_compile_group(group, campaign) for group in if_.any_of]))
    return tuple(judges)


def _compile_group(group: Group, campaign: Campaign) -> tuple[Judge, ...]:
    """Of a customer without a card nothing is known, not even that they have the lowest tier."""
    judges = compile_conditions(_alone(group), campaign)
    return (_is_member, *judges) if any(of_member(group)) else judges


def _is_member(case: Case) -> Check:
    return Check("member", bool(case.happening.member))


def _alone(group: Group) -> Conditions:
    """A group's conditions as if they were a rule's."""
    return Conditions(**{one.name: getattr(group, one.name) for one in fields(group)})


def _any_of(groups: Sequence[tuple[Judge, ...]]) -> Judge:
    """One of the groups has to hold. Where none does, the last condition looked at of each is told."""

    def judge(case: Case) -> Check:
        wrong: list[Check] = []
        for judges in groups:
            failed = next((check for check in (one(case) for one in judges) if not check.ok), None)
            if failed is None:
                return Check("any_of", True)
            wrong.append(failed)
        return Check("any_of", False, tuple(check.code for check in wrong), len(groups))

    return judge


def _amount(spent: Spent) -> Judge:
    counts = counted((), spent.except_, spent.not_reduced)
    least, most = spent.at_least, spent.at_most
    return lambda case: _range("amount", counts.amount(case.happening), least, most)


def _add_goods(if_: Conditions, add: Callable[[Judge], None]) -> None:
    if if_.categories is not None:
        asked = if_.categories
        goods, least = counted(asked.any, asked.except_, asked.not_reduced), asked.amount
        add(lambda case: _least("categories", goods.amount(case.happening), least))
        if asked.count:
            number = asked.count
            add(lambda case: _least("items", goods.pieces(case.happening), number))
    if if_.items is not None:
        pieces = if_.items.count
        those = counted((), if_.items.except_, if_.items.not_reduced, items=if_.items.any)
        add(lambda case: _least("items", those.pieces(case.happening), pieces))


def _add_person(if_: Conditions, add: Callable[[Judge], None]) -> None:
    if if_.segments:
        segments = if_.segments
        add(lambda case: _among("segments", case.state.segment(case.happening.day, case.numbers), segments))
    if if_.tiers:
        tiers = if_.tiers
        add(lambda case: _among("tiers", case.state.tier_at(case.happening.wall), tiers))
    if if_.tags:
        tags = frozenset(if_.tags)
        add(lambda case: Check("tags", not tags.isdisjoint(case.state.tags), sorted(case.state.tags), sorted(tags)))
    if if_.without_tags:
        bad = frozenset(if_.without_tags)
        add(lambda case: Check("without_tags", bad.isdisjoint(case.state.tags), sorted(case.state.tags), sorted(bad)))
    if if_.referred is not None:
        referred = if_.referred
        add(lambda case: Check("referred", bool(_referrer(case)) is referred, bool(_referrer(case)), referred))
    for thing in if_.holds:
        add(_holds(thing, True))
    for thing in if_.lacks:
        add(_holds(thing, False))


def _referrer(case: Case) -> str:
    """At the registration itself the referrer is still in the happening."""
    at_registration = (
        case.happening.other if case.happening.kind is HappeningKind.REGISTERED and not case.happening.part else ""
    )
    return case.state.referrer or at_registration


def _add_history(if_: Conditions, add: Callable[[Judge], None]) -> None:
    if if_.purchases is not None:
        add(_window("purchases", if_.purchases, lambda case, since: case.state.bought(since, FOREVER)))
    if if_.spend is not None:
        add(_window("spend", if_.spend, lambda case, since: case.spent_since(since)))
    if if_.check_ins is not None:
        add(_window("check_ins", if_.check_ins, _check_ins))
    if if_.referrals is not None:
        add(_in_range("referrals", if_.referrals, lambda case: len(case.state.referees)))
    if if_.streak is not None:
        add(_in_range("streak", if_.streak, lambda case: case.state.streak_at(case.happening.day)))
    if if_.points is not None:
        add(_in_range("points", if_.points, lambda case: case.state.points_at(case.happening.wall)))
    if if_.member_days is not None:
        add(_in_range("member_days", if_.member_days, lambda case: case.happening.day - (case.state.registered or 0)))
    if if_.idle_days is not None:
        add(_in_range("idle_days", if_.idle_days, lambda case: _or_forever(case.state.idle_days(case.happening.day))))
    if if_.expiring is not None:
        add(_expiring(if_.expiring))


def _expiring(rule: Expiring) -> Judge:
    """What runs out after now, and by the end of the last of those days."""
    points = rule.points or int(not rule.coupons)

    def judge(case: Case) -> Check:
        state, wall = case.state, case.happening.wall
        end = (case.happening.day + rule.within_days + 1) * DAY
        if points:
            ahead = sum(one.points for one in state.points_ahead(wall) if one.until <= end)
            if ahead < points or not rule.coupons:
                return _least("expiring", ahead, points)
        rewards = (one for one in state.rewards.values() if one.kind is RewardKind.COUPON and wall < one.until <= end)
        return _least("expiring", sum(state.unused(one) for one in rewards), rule.coupons)

    return judge


def _or_forever(days: int | None) -> int:
    return FOREVER if days is None else days


def _check_ins(case: Case, since: int) -> int:
    return sum(1 for day in case.state.check_in_days if day * DAY >= since)


def _window(code: str, rule: Count | Sum, measure: Callable[[Case, int], int]) -> Judge:
    least, most, days, in_campaign = rule.at_least, rule.at_most, rule.within_days, rule.in_campaign

    def judge(case: Case) -> Check:
        since = case.start if in_campaign else 0
        if days is not None:
            since = max(since, (case.happening.day - days) * DAY)
        return _range(code, measure(case, since), least, most)

    return judge


def _in_range(code: str, rule: IntRange | Count, measure: Callable[[Case], int]) -> Judge:
    least, most = rule.at_least, rule.at_most
    return lambda case: _range(code, measure(case), least, most)


def _holds(thing: str, wanted: bool) -> Judge:
    code = "holds" if wanted else "lacks"

    def judge(case: Case) -> Check:
        has = case.state.things.get(thing, 0) > 0
        return Check(code, has is wanted, thing if has else "", thing)

    return judge


_DayJudge = Callable[[int], Check]


def _add_hours(if_: Conditions, add: Callable[[Judge], None]) -> None:
    """Days and hours. Hours that run past midnight belong to the day on which they begin, as a coupon's do: what
    happens after midnight is judged by the day before."""
    table = tuple((_minute(span.since), _minute(span.until)) for span in if_.times)
    days = tuple(_day_judges(if_))
    if any(since >= until for since, until in table):
        late = tuple(until for since, until in table if since >= until)

        def day_of(happening: Happening) -> int:
            now, today = happening.wall % DAY, happening.day
            if not any(now < until for until in late):
                return today
            begun_today = any(since <= now and (now < until or since >= until) for since, until in table)
            either = (today, today - 1) if begun_today else (today - 1,)
            return next((day for day in either if all(judge(day).ok for judge in days)), either[0])

    else:

        def day_of(happening: Happening) -> int:
            return happening.day

    for judge in days:
        add(partial(_on_day, judge, day_of))
    if table:
        add(_times(table))


def _on_day(judge: _DayJudge, day_of: Callable[[Happening], int], case: Case) -> Check:
    return judge(day_of(case.happening))


def _day_judges(if_: Conditions) -> Iterator[_DayJudge]:
    if if_.dates:
        spans = tuple((span.since.toordinal(), span.until.toordinal()) for span in if_.dates)
        yield lambda day: Check("dates", any(since <= day <= until for since, until in spans), day, spans)
    if if_.weekdays:
        weekdays = if_.weekdays
        yield lambda day: _among("weekdays", calendar(day)[3], weekdays)
    if if_.month_days:
        month_days = if_.month_days
        yield lambda day: _among("month_days", calendar(day)[2], month_days)


def _times(table: tuple[tuple[int, int], ...]) -> Judge:
    def judge(case: Case) -> Check:
        now = case.happening.wall % DAY
        inside = any(since <= now < until if since < until else now >= since or now < until for since, until in table)
        return Check("times", inside, now, table)

    return judge


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _equal(code: str, measure: Callable[[Case], str], wanted: str) -> Judge:
    def judge(case: Case) -> Check:
        found = measure(case)
        return Check(code, found == wanted, found, wanted)

    return judge


def _among(code: str, found: object, allowed: tuple[object, ...]) -> Check:
    return _new(Check, (code, found in allowed, found, allowed))


def _least(code: str, found: int, least: int) -> Check:
    return _new(Check, (code, found >= least, found, least))


def _most(code: str, found: int, most: int) -> Check:
    return _new(Check, (code, found <= most, found, most))


def _range(code: str, found: int, least: int, most: int | None) -> Check:
    if most is not None and found > most:
        return _new(Check, (code, False, found, most))
    return _new(Check, (code, found >= least, found, least))
