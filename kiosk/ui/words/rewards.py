"""What campaigns give, in plain words: on the screen, on receipts, and what the clerk says of what is within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.application.campaigns.outcomes import NearReward, PointsHeldBack, RewardView
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.members.member import Tier
from kiosk.ui.i18n import I18n, Writes, spaced, translate
from kiosk.ui.words.codes import tier_word

_Words = Callable[[RewardView, str, str, Writes], str]
"""From a reward, its number as written and its name."""


def reward_word(reward: RewardView, i18n: Writes, *, back: bool = False) -> str:
    """One reward in a few words: "46 points", "coupon “Mooncakes”". `back`: in a list of what is taken back, where
    points that were paid are given back."""
    number = i18n.number(abs(reward.quantity))
    if back and reward.kind is RewardKind.POINTS and reward.quantity < 0:
        words = translate("Reward", "{n} point(s) paid are given back", None, -reward.quantity).format(n=number)
    else:
        words = _KINDS[reward.kind](reward, number, _name(reward, i18n), i18n)
    return spaced(words)


def to_hand_over(rewards: Iterable[RewardView]) -> tuple[RewardView, ...]:
    """Gifts that the clerk gives away now: those that are settled."""
    return tuple(one for one in rewards if one.kind is RewardKind.GIFT and one.provisional_until is None)


def received(rewards: Iterable[RewardView]) -> tuple[RewardView, ...]:
    """Without points that the member paid: those stand in the price."""
    return tuple(reward for reward in rewards if reward.quantity >= 0)


def reward_short(reward: RewardView, i18n: Writes) -> str:
    """The same for a sentence: a thing by its name alone, a choice without its list."""
    number, name = i18n.number(reward.quantity), _name(reward, i18n)
    if reward.kind is RewardKind.CHOICE:
        return translate("Reward", "a gift to choose")
    if reward.kind in (RewardKind.TICKETS, RewardKind.SPINS):
        return reward_word(replace(reward, name=None), i18n)
    if reward.kind not in _THINGS:
        return reward_word(reward, i18n)
    if reward.quantity == 1:
        return translate("Reward", "“{name}”").format(name=name)
    return translate("Reward", "{n} × “{name}”").format(n=number, name=name)


def reward_note(reward: RewardView, i18n: Writes) -> str:
    """What is to be said beside it: that it is not settled yet. Empty when there is nothing."""
    if reward.provisional_until is None:
        return ""
    return translate("Reward", "credited {day}").format(day=i18n.short_day(reward.provisional_until))


def combined(rewards: Iterable[RewardView]) -> tuple[RewardView, ...]:
    """The same with what is alike added up: 46 points and 46 points are 92 points. Points paid stay apart from points
    gained; a choice stays a choice."""
    sums: dict[tuple[object, ...], RewardView] = {}
    for reward in rewards:
        gained = reward.quantity >= 0
        key: tuple[object, ...] = (reward.kind, reward.name, reward.provisional_until, gained)
        if reward.kind is not RewardKind.POINTS:
            key += (reward.ref,)
        if reward.kind in (RewardKind.CHOICE, RewardKind.TIER, RewardKind.TIER_MONTHS):
            key += (reward.id,)
        known = sums.get(key)
        sums[key] = reward if known is None else replace(known, quantity=known.quantity + reward.quantity)
    return tuple(sums.values())


def reward_lines(rewards: Iterable[RewardView], i18n: Writes, *, back: bool = False) -> list[str]:
    """Every reward in words with its note, what is alike added up."""
    lines = []
    for reward in combined(rewards):
        word, note = reward_word(reward, i18n, back=back), "" if back else reward_note(reward, i18n)
        lines.append(translate("Reward", "{reward} ({note})").format(reward=word, note=note) if note else word)
    return lines


def joined(words: Iterable[str]) -> str:
    """Several things in a sentence: "a, b"."""
    return translate("Reward", ", ").join(words)


def reward_sentence(rewards: Iterable[RewardView], i18n: Writes, *, back: bool = False) -> str:
    """All rewards in one line."""
    return joined(reward_word(reward, i18n, back=back) for reward in combined(rewards))


def held_back(points: PointsHeldBack, i18n: Writes) -> list[tuple[str, str]]:
    """Why not all points can be paid now, as lines of a price: what, and how many."""
    usable, balance = i18n.number(points.usable), i18n.number(points.balance)
    name = (
        translate("Reward", "Points that HQ can free now")
        if points.asked
        else translate("Reward", "Points that can be used while offline")
    )
    lines = [(name, spaced(translate("Reward", "{n} of {all}").format(n=usable, all=balance)))]
    if points.with_manager:
        more = translate("Reward", "With a manager’s PIN")
        lines.append((more, spaced(translate("Reward", "{n} more").format(n=i18n.number(points.with_manager)))))
    return lines


def points_name(name: str, points: int, i18n: Writes) -> str:
    """The name of a line of a price, with the points that the customer pays for it, if any."""
    if not points:
        return name
    words = translate("Reward", "{name}: {n} point(s)", None, points)
    return spaced(words.format(name=name, n=i18n.number(points)))


def _name(reward: RewardView, i18n: Writes) -> str:
    if reward.name is not None:
        return i18n.text(reward.name)
    if reward.choices:
        return translate("Reward", " or ").join(i18n.text(name) for _, name in reward.choices)
    return i18n.text(reward.rule)


def _points(reward: RewardView, number: str, _name: str, _i18n: Writes) -> str:
    if reward.quantity < 0:
        return translate("Reward", "− {n} point(s)", None, -reward.quantity).format(n=number)
    return translate("Reward", "{n} point(s)", None, reward.quantity).format(n=number)


def _coupon(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.quantity == 1:
        return translate("Reward", "coupon “{name}”").format(name=name)
    return translate("Reward", "{n} coupons “{name}”").format(n=number, name=name)


def _gift(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.quantity == 1:
        return translate("Reward", "gift “{name}”").format(name=name)
    return translate("Reward", "{n} gifts “{name}”").format(n=number, name=name)


def _choice(_reward: RewardView, _number: str, name: str, _i18n: Writes) -> str:
    return translate("Reward", "a gift to choose: {names}").format(names=name)


def _tickets(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.name is None:
        return translate("Reward", "{n} draw ticket(s)", None, reward.quantity).format(n=number)
    return translate("Reward", "{n} draw ticket(s) for “{name}”", None, reward.quantity).format(n=number, name=name)


def _spins(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.name is None:
        return translate("Reward", "{n} spin(s) of the wheel", None, reward.quantity).format(n=number)
    return translate("Reward", "{n} spin(s) of “{name}”", None, reward.quantity).format(n=number, name=name)


def _tier_name(reward: RewardView) -> str:
    return tier_word(Tier(reward.ref)) if reward.ref in Tier.__members__.values() else reward.ref


def _tier(reward: RewardView, number: str, _name: str, _i18n: Writes) -> str:
    return translate("Reward", "{tier} for {n} month(s)", None, reward.quantity).format(
        tier=_tier_name(reward), n=number
    )


def _tier_months(reward: RewardView, number: str, _name: str, _i18n: Writes) -> str:
    return translate("Reward", "{tier} {n} month(s) longer", None, reward.quantity).format(
        tier=_tier_name(reward), n=number
    )


def _badge(_reward: RewardView, _number: str, name: str, _i18n: Writes) -> str:
    return translate("Reward", "badge “{name}”").format(name=name)


def _rebate(reward: RewardView, _number: str, _name: str, i18n: Writes) -> str:
    return translate("Reward", "{money} cash back, owed by HQ").format(money=i18n.money(abs(reward.quantity)))


def _experience(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.quantity == 1:
        return translate("Reward", "experience voucher “{name}”").format(name=name)
    return translate("Reward", "{n} experience vouchers “{name}”").format(n=number, name=name)


def _partner(reward: RewardView, number: str, name: str, _i18n: Writes) -> str:
    if reward.quantity == 1:
        return translate("Reward", "partner’s voucher “{name}”").format(name=name)
    return translate("Reward", "{n} partner’s vouchers “{name}”").format(n=number, name=name)


def _slot(_reward: RewardView, _number: str, name: str, _i18n: Writes) -> str:
    return translate("Reward", "reserved: {name}").format(name=name)


def _lock(_reward: RewardView, _number: str, name: str, _i18n: Writes) -> str:
    return translate("Reward", "price locked: {name}").format(name=name)


def _make_up(reward: RewardView, number: str, _name: str, _i18n: Writes) -> str:
    return translate("Reward", "{n} make-up card(s)", None, reward.quantity).format(n=number)


def _discount(reward: RewardView, _number: str, _name: str, i18n: Writes) -> str:
    return translate("Reward", "{money} off").format(money=i18n.money(abs(reward.quantity)))


_KINDS: dict[RewardKind, _Words] = {
    RewardKind.POINTS: _points,
    RewardKind.COUPON: _coupon,
    RewardKind.GIFT: _gift,
    RewardKind.CHOICE: _choice,
    RewardKind.TICKETS: _tickets,
    RewardKind.SPINS: _spins,
    RewardKind.TIER: _tier,
    RewardKind.TIER_MONTHS: _tier_months,
    RewardKind.BADGE: _badge,
    RewardKind.REBATE: _rebate,
    RewardKind.EXPERIENCE: _experience,
    RewardKind.PARTNER: _partner,
    RewardKind.SLOT: _slot,
    RewardKind.LOCK: _lock,
    RewardKind.MAKE_UP_CARDS: _make_up,
    RewardKind.DISCOUNT: _discount,
}


_THINGS = frozenset(
    {
        RewardKind.COUPON, RewardKind.GIFT, RewardKind.EXPERIENCE, RewardKind.PARTNER, RewardKind.SLOT, RewardKind.LOCK,
        RewardKind.BADGE,
    }
)  # fmt: skip
"""Kinds whose name says enough."""


# --- within reach ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NearWords:
    """What the clerk says about a reward within reach. `share`: how much is there, 0 to 100."""

    text: str
    share: int
    until: str


def near_words(near: NearReward, i18n: I18n, now: datetime) -> NearWords:
    """“NT$38 more for the mooncake voucher”, “day 6 of 7”, “1 more friend”."""
    prize = joined(reward_short(one, i18n) for one in combined(near.rewards)) or i18n.text(near.rule)
    text = _near_sentence(near, i18n, prize)
    share = max(0, min(100, 100 * near.have // near.need)) if near.need > 0 else 0
    until = ""
    if near.until is not None:
        days = i18n.days_left(near.until, now)
        until = (
            translate("Near", "last day")
            if days <= 0
            else translate("Near", "until {day}").format(day=i18n.last_day(near.until))
        )
    return NearWords(spaced(text), share, until)


def _near_sentence(near: NearReward, i18n: I18n, prize: str) -> str:
    missing = max(0, near.missing)
    n = i18n.number(missing)
    if near.money:
        return translate("Near", "{money} more for {prize}").format(money=i18n.money(missing), prize=prize)
    if near.code in ("streak_reached", "streak"):
        return translate("Near", "Check-in day {have} of {need}: {prize}").format(
            have=i18n.number(near.have), need=i18n.number(near.need), prize=prize
        )
    if near.code == "pieces_reached":
        return translate("Near", "Stamp card, {have} of {need}: {prize}").format(
            have=i18n.number(near.have), need=i18n.number(near.need), prize=prize
        )
    # fmt: off
    sentences: dict[str, Callable[[], str]] = {
        "referrals": lambda: translate("Near", "{n} more friend(s) for {prize}", None, missing),
        "purchases": lambda: translate("Near", "{n} more purchase(s) for {prize}", None, missing),
        "check_ins": lambda: translate("Near", "{n} more check-in(s) for {prize}", None, missing),
        "points": lambda: translate("Near", "{n} more point(s) for {prize}", None, missing),
        "items": lambda: translate("Near", "{n} more piece(s) for {prize}", None, missing),
        "member_days": lambda: translate("Near", "{n} more day(s) for {prize}", None, missing),
    }
    # fmt: on
    sentence = sentences.get(near.code, lambda: translate("Near", "{n} more time(s) for {prize}", None, missing))
    return sentence().format(n=n, prize=prize)
