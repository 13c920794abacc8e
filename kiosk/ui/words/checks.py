"""A campaign's conditions in plain words, as they were judged: what there was, and what was needed.

The codes are those of `domain.campaigns.rewards.Check`: keys of the campaign file, limits, and what the engine adds.
`tests/ui/test_check_words.py` finds every code in the engine's source and holds this file to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.application.campaigns.outcomes import CheckView
from kiosk.domain.campaigns.scopes import Measure, Scope
from kiosk.domain.channels import Channel
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.words import check_numbers as numbers
from kiosk.ui.words.check_values import UNBOUNDED, Check
from kiosk.ui.words.codes import segment_word, tier_word
from kiosk.ui.words.surroundings import Surroundings

_Say = Callable[[Check], str]


def check_words(check: CheckView, around: Surroundings) -> str:
    """The condition in a sentence without a full stop: “bought for NT$262, needs NT$300”. A code without words of its
    own is named."""
    say = _WORDS.get(check.code)
    if say is None and check.code.startswith("limit."):
        say = _limit
    if say is None:
        return translate("Check", "condition “{code}”").format(code=check.code)
    return spaced(say(Check(check, around)))


def has_words(code: str) -> bool:
    """Whether a check's code has words of its own."""
    if code.startswith("limit."):
        known = {*map(str, Scope), *map(str, Measure), "total"}
        return code in _WORDS or known.issuperset(code.split(".")[1:])
    return code in _WORDS


NEAR = 50
"""Percent from which on something is nearly reached."""


def nearly(check: CheckView) -> int:
    """How far a condition that was not met has come, in percent; 0 when it is not near or that makes no sense."""
    numeric = check.code in _COUNTED or check.money
    if check.ok or not numeric or type(check.have) is not int or type(check.need) is not int:
        return 0
    if not 0 < check.have < check.need < UNBOUNDED:
        return 0
    share = 100 * check.have // check.need
    return share if share >= NEAR else 0


# --- who, where, when ------------------------------------------------------------------------------------------------


def _segments(c: Check) -> str:
    def word(value: Any) -> str:
        return segment_word(Segment(value)) if value in Segment.__members__.values() else c.name(value)

    have = c.names(c.view.have, word) if c.view.have else translate("Check", "of no kind yet")
    return (
        translate("Check", "kind of customer: {have}").format(have=have)
        if c.ok
        else translate("Check", "only for customers who are {need} (this one: {have})").format(
            need=c.names(c.view.need, word), have=have
        )
    )


def _tiers(c: Check) -> str:
    def word(value: Any) -> str:
        return tier_word(Tier(value)) if value in Tier.__members__.values() else c.name(value)

    if c.ok:
        return translate("Check", "tier: {have}").format(have=c.names(c.view.have, word))
    return translate("Check", "members of tier {need} only (this one: {have})").format(
        need=c.names(c.view.need, word), have=c.names(c.view.have, word)
    )


def _tags(c: Check) -> str:
    if c.ok:
        return translate("Check", "belongs to: {need}").format(need=c.names(c.view.need))
    return translate("Check", "only for members marked: {need}").format(need=c.names(c.view.need))


def _without_tags(c: Check) -> str:
    if c.ok:
        return translate("Check", "not marked: {need}").format(need=c.names(c.view.need))
    return translate("Check", "not for members marked: {need}").format(need=c.names(c.view.need))


def _member(c: Check) -> str:
    return (
        translate("Check", "a member is at the till")
        if c.ok
        else translate("Check", "only for members: nobody is known at the till")
    )


def _use_points(c: Check) -> str:
    return (
        translate("Check", "the customer pays with points")
        if c.ok
        else translate("Check", "the customer does not pay with points (F7)")
    )


def _pay(c: Check) -> str:
    if c.ok:
        return translate("Check", "paid by: {have}").format(have=c.names(c.view.have))
    return translate("Check", "only when paid by: {need}").format(need=c.names(c.view.need))


def _code(c: Check) -> str:
    return translate("Check", "the code was given") if c.ok else translate("Check", "the code was not given")


def _any_of(c: Check) -> str:
    return (
        translate("Check", "one of several conditions holds")
        if c.ok
        else translate("Check", "none of several conditions holds")
    )


def _referred(c: Check) -> str:
    if c.ok:
        return (
            translate("Check", "was recommended by a member")
            if c.view.have
            else translate("Check", "came without a recommendation")
        )
    return (
        translate("Check", "only for those whom a member recommended")
        if not c.view.have
        else translate("Check", "not for those whom a member recommended")
    )


def _thing(c: Check) -> str:
    """“price_lock:dinner” without its kind, unless a name came."""
    value = c.view.need
    return c.name(value) if isinstance(value, LocalText) else str(value).partition(":")[2] or str(value)


def _holds(c: Check) -> str:
    if c.ok:
        return translate("Check", "has “{thing}”").format(thing=_thing(c))
    return translate("Check", "needs “{thing}”, which this member has not").format(thing=_thing(c))


def _lacks(c: Check) -> str:
    if c.ok:
        return translate("Check", "does not have “{thing}” yet").format(thing=_thing(c))
    return translate("Check", "already has “{thing}”").format(thing=_thing(c))


def _birthday(c: Check) -> str:
    if c.ok:
        return translate("Check", "birthday time")
    if c.view.have in (None, ""):
        return translate("Check", "the birthday is not known")
    return (
        translate("Check", "not the birthday month")
        if c.view.need in (None, "month")
        else translate("Check", "the birthday is not within {need} days").format(need=c.names(c.view.need))
    )


def _checked_in_today(c: Check) -> str:
    return translate("Check", "first check-in today") if c.ok else translate("Check", "has checked in today already")


def _stores(c: Check) -> str:
    def word(value: Any) -> str:
        return c.around.stores.get(str(value), c.name(value))

    if c.ok:
        return translate("Check", "in this store")
    return translate("Check", "only in: {need}").format(need=c.names(c.view.need, word))


def _channel_word(value: Any) -> str:
    words = {
        Channel.CHECKOUT: translate("Check", "checkout"),
        Channel.SELF_SERVICE: translate("Check", "self-service"),
        Channel.EVENT: translate("Check", "events"),
        Channel.TILL: translate("Check", "till"),
        Channel.ONLINE: translate("Check", "online"),
        Channel.HQ: translate("Check", "HQ"),
    }
    return words[Channel(value)] if value in Channel.__members__.values() else str(value)


def _channels(c: Check) -> str:
    if c.ok:
        return translate("Check", "here: {have}").format(have=c.names(c.view.have, _channel_word))
    return translate("Check", "only here: {need}").format(need=c.names(c.view.need, _channel_word))


def _phases(c: Check) -> str:
    if c.ok:
        return translate("Check", "in phase {have}").format(have=c.names(c.view.have))
    if c.view.need in (None, "", (), []):
        return translate("Check", "between two phases of the campaign")
    if not c.view.have:
        return translate("Check", "only in phase {need}").format(need=c.names(c.view.need))
    return translate("Check", "only in phase {need} (now: {have})").format(
        need=c.names(c.view.need), have=c.names(c.view.have)
    )


def _dates(c: Check) -> str:
    if c.ok:
        return translate("Check", "the right date")
    return translate("Check", "wrong day: only {days}").format(days=c.days() or c.names(c.view.need))


def _weekday_word(value: Any) -> str:
    words = (
        translate("Check", "Monday"),
        translate("Check", "Tuesday"),
        translate("Check", "Wednesday"),
        translate("Check", "Thursday"),
        translate("Check", "Friday"),
        translate("Check", "Saturday"),
        translate("Check", "Sunday"),
    )
    return words[value - 1] if type(value) is int and 1 <= value <= 7 else str(value)


def _weekdays(c: Check) -> str:
    if c.ok:
        return translate("Check", "the right day of the week")
    return translate("Check", "wrong day: only {days}").format(days=c.names(c.view.need, _weekday_word))


def _month_days(c: Check) -> str:
    if c.ok:
        return translate("Check", "the right day of the month")
    return translate("Check", "wrong day: only on the {days} of a month").format(days=c.names(c.view.need))


def _times(c: Check) -> str:
    if c.ok:
        return translate("Check", "the right time of day")
    return translate("Check", "wrong time: only {hours}").format(hours=c.hours() or c.names(c.view.need))


def _period(c: Check) -> str:
    if c.ok:
        return translate("Check", "the campaign is running")
    ends = c.view.need
    known = isinstance(ends, list | tuple) and len(ends) == 2 and all(type(one) is int for one in (*ends, c.view.have))
    if known and c.view.have < ends[0]:
        return translate("Check", "the campaign begins on {day}").format(day=c.wall(ends[0]))
    if known:
        return translate("Check", "the campaign ended on {day}").format(day=c.wall(ends[1] - 1))
    return translate("Check", "the campaign is not running")


def _in_force(c: Check) -> str:
    return (
        translate("Check", "this version of the campaign is in force")
        if c.ok
        else translate("Check", "this version of the campaign was not in force then")
    )


# --- what happened ---------------------------------------------------------------------------------------------------


def _ref(c: Check) -> str:
    if c.ok:
        return translate("Check", "it was about “{need}”").format(need=c.names(c.view.need))
    return translate("Check", "only for “{need}”").format(need=c.names(c.view.need))


def _part(c: Check) -> str:
    if c.ok:
        return translate("Check", "won “{need}”").format(need=c.names(c.view.need))
    return translate("Check", "only when “{need}” is won").format(need=c.names(c.view.need))


def _tier(c: Check) -> str:
    def word(value: Any) -> str:
        return tier_word(Tier(value)) if value in Tier.__members__.values() else c.name(value)

    if c.ok:
        return translate("Check", "reached tier {need}").format(need=c.names(c.view.need, word))
    return translate("Check", "only on reaching tier {need}").format(need=c.names(c.view.need, word))


def _referral(c: Check) -> str:
    if c.ok:
        return translate("Check", "the recommendation counts")
    reasons = {
        "not_first": translate("Check", "not the friend’s first purchase"),
        "self_referral": translate("Check", "nobody can recommend themselves"),
        "already_member": translate("Check", "the friend was a member already"),
        "same_household": translate("Check", "both live in one household"),
        "circle": translate("Check", "the members recommended each other in a circle"),
        "already_referred": translate("Check", "somebody else had recommended the friend before"),
        "held": translate("Check", "HQ looks at this recommendation first"),
        "rejected": translate("Check", "HQ did not accept the registration"),
        "referrer_gone": translate("Check", "who recommended the friend is no member any more"),
    }
    return reasons.get(str(c.view.have), translate("Check", "the recommendation does not count"))


# --- limits and what is left -----------------------------------------------------------------------------------------


def _per(scope: str) -> str:
    words = {
        Scope.MEMBER: translate("Check", "per member"),
        Scope.HOUSEHOLD: translate("Check", "per household"),
        Scope.DEVICE: translate("Check", "per till"),
        Scope.CLERK: translate("Check", "per clerk"),
        Scope.STORE: translate("Check", "per store"),
        Scope.DAY: translate("Check", "a day"),
        Scope.WEEK: translate("Check", "a week"),
        Scope.MONTH: translate("Check", "a month"),
        Scope.YEAR: translate("Check", "a year"),
        "total": translate("Check", "in all"),
    }
    return words.get(scope, scope)


def _limit(c: Check) -> str:
    *by, measure = c.view.code.split(".")[1:]
    if measure not in (Measure.POINTS, Measure.SAVED):
        by.append(measure)
    per = " ".join(map(_per, by))
    most = c.view.need if type(c.view.need) is int else 1
    if measure in (Measure.POINTS, Measure.SAVED):
        return _limit_of(c, measure, per, most)
    # fmt: off
    sentence = (
        translate("Check", "limit: {most} time(s) {per}, used {used}", None, most)
        if c.ok
        else translate("Check", "limit reached: {most} time(s) {per}", None, most)
    )
    # fmt: on
    return sentence.format(most=c.number(most), per=per, used=c.number(c.have_number))


def _limit_of(c: Check, measure: str, per: str, most: int) -> str:
    """A limit on points, or on money saved."""
    # fmt: off
    if measure == Measure.POINTS and c.ok:
        sentence = translate("Check", "limit: {most} point(s) {per}, {used} so far", None, most)
    elif measure == Measure.POINTS:
        sentence = translate("Check", "limit reached: {most} point(s) {per}", None, most)
    elif c.ok:
        sentence = translate("Check", "limit: {most} saved {per}, {used} so far")
    else:
        sentence = translate("Check", "limit reached: {most} saved {per}")
    # fmt: on
    return sentence.format(most=c.number(most), per=per, used=c.number(c.have_number))


def _limit_total(c: Check) -> str:
    most = c.view.need if type(c.view.need) is int else 0
    if c.ok:
        return translate("Check", "limited to {most} in all").format(most=c.number(most))
    return translate("Check", "limited to {most} in all: the share of this till is used up").format(most=c.number(most))


def _limit_once(c: Check) -> str:
    return translate("Check", "not given for this yet") if c.ok else translate("Check", "was given once for this")


def _stock(c: Check) -> str:
    if c.ok:
        return translate("Check", "in stock: {need}").format(need=c.names(c.view.need))
    return translate("Check", "nothing left in stock here: {need}").format(need=c.names(c.view.need))


def _slot(c: Check) -> str:
    if c.ok:
        return translate("Check", "a place is free: {need}").format(need=c.names(c.view.need))
    return translate("Check", "no place left here: {need}").format(need=c.names(c.view.need))


def _budget(c: Check) -> str:
    return (
        translate("Check", "within the budget")
        if c.ok
        else translate("Check", "this till’s share of the budget is used up")
    )


def _choice(c: Check) -> str:
    return (
        translate("Check", "chosen: {have}").format(have=c.names(c.view.have))
        if c.ok
        else translate("Check", "this gift cannot be chosen (any more)")
    )


def _refused_before(_c: Check) -> str:
    return translate("Check", "none was left at the time")


def _exchange(c: Check) -> str:
    if type(c.view.have) is not int or type(c.view.need) is not int:
        return translate("Check", "what came back cost as much as what was bought")
    return translate("Check", "bought for {have}, and {need} came back in exchange: nothing more was bought").format(
        have=c.i18n.money(c.view.have), need=c.i18n.money(c.view.need)
    )


def _kept(_c: Check) -> str:
    return translate("Check", "the member kept it from a sale that was undone: it counts for this one")


def _nothing_to_give(_c: Check) -> str:
    return translate("Check", "met, but it comes to nothing (the amount is too small, or the member has it already)")


def _largest_multiplier(c: Check) -> str:
    def factor(value: Any) -> str:
        return f"{value / 10_000:g}" if type(value) is int else str(value)

    return translate("Check", "only the largest multiplier counts: ×{need} instead of ×{have}").format(
        need=factor(c.view.need), have=factor(c.view.have)
    )


def _in_price(c: Check) -> str:
    if not c.ok:
        return translate("Check", "not in the price: something better is, or it does not go with it")
    off = c.view.have if type(c.view.have) is int else 0
    return translate("Check", "in the price: {money} off").format(money=c.i18n.money(off))


_WORDS: dict[str, _Say] = {
    "amount": numbers.amount,
    "spend_reached": numbers.spend_reached,
    "spend": numbers.spend,
    "categories": numbers.categories,
    "items": numbers.items,
    "purchases": numbers.purchases,
    "streak_reached": numbers.streak,
    "streak": numbers.streak,
    "check_ins": numbers.check_ins,
    "referrals": numbers.referrals,
    "points": numbers.points,
    "price": numbers.price,
    "spins": numbers.spins,
    "tickets": numbers.tickets,
    "score": numbers.score,
    "member_days": numbers.member_days,
    "idle_days": numbers.idle_days,
    "n": numbers.nth,
    "expiring": numbers.expiring,
    "pieces_reached": numbers.stamps,
    "segments": _segments,
    "tiers": _tiers,
    "tags": _tags,
    "without_tags": _without_tags,
    "member": _member,
    "use_points": _use_points,
    "pay": _pay,
    "code": _code,
    "any_of": _any_of,
    "referred": _referred,
    "holds": _holds,
    "lacks": _lacks,
    "birthday": _birthday,
    "checked_in_today": _checked_in_today,
    "stores": _stores,
    "channels": _channels,
    "phases": _phases,
    "dates": _dates,
    "weekdays": _weekdays,
    "month_days": _month_days,
    "times": _times,
    "period": _period,
    "in_force": _in_force,
    "ref": _ref,
    "part": _part,
    "tier": _tier,
    "referral": _referral,
    "limit.total": _limit_total,
    "limit.once": _limit_once,
    "stock": _stock,
    "slot": _slot,
    "budget": _budget,
    "choice": _choice,
    "refused_before": _refused_before,
    "kept": _kept,
    "exchange": _exchange,
    "nothing_to_give": _nothing_to_give,
    "largest_multiplier": _largest_multiplier,
    "in_price": _in_price,
}

_COUNTED = frozenset(
    {
        "amount", "spend_reached", "spend", "categories", "items", "streak_reached", "streak", "check_ins",
        "referrals", "points", "n", "purchases", "pieces_reached",
    }
)  # fmt: skip
"""Conditions that one can be close to."""
