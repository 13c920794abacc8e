"""What a campaign offers to who comes by an invitation, and its rules as they have to be published, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from kiosk.domain import money
from kiosk.domain.campaigns.gives import (
    Choice,
    Experience,
    Gift,
    Give,
    GiveBadge,
    GiveCoupon,
    Partner,
    Points,
    Spins,
    Tickets,
)
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.documents.cleaning import clean, lines
from kiosk.domain.texts import LocalText
from kiosk.hq.invites import words
from kiosk.protocol.campaigns.signature import rules_hash

_FOR_FRIEND = (Trigger.REFERRED, Trigger.REFEREE_BOUGHT)


def gifts_for_newcomers(campaign: Campaign, language: str) -> list[str]:
    """What whoever registers by an invitation gets at once."""
    rules = [
        rule for rule in campaign.rules if rule.when.event is Trigger.REGISTERED and rule.if_.referred is not False
    ]
    return _said(campaign, (give for rule in rules for give in rule.give), language)


def gifts_for_referrers(campaign: Campaign, language: str) -> list[str]:
    """What who invites gets for it."""
    rules = [rule for rule in campaign.rules if rule.when.event in _FOR_FRIEND and rule.when.n <= 1]
    return _said(campaign, (give for rule in rules for give in rule.give), language)


def _said(campaign: Campaign, gives: Iterable[Give], language: str) -> list[str]:
    return list(dict.fromkeys(text for give in gives if (text := _words(campaign, give, language))))


def _words(campaign: Campaign, give: Give, language: str) -> str:
    match give:
        case Points():
            return words.say(words.POINTS, language, n=f"{give.points:,}") if give.points > 0 else ""
        case GiveCoupon():
            return _times(_name(campaign.coupons, give.template, language), give.count, language)
        case Gift():
            return _times(_name(campaign.stock, give.stock, language), give.count, language)
        case Choice():
            names = words.OR.get(language).join(_name(campaign.stock, one, language) for one in give.of)
            return words.say(words.CHOICE, language, names=names)
        case Experience():
            return _times(_name(campaign.experiences, give.voucher, language), give.count, language)
        case Partner():
            return _times(_name(campaign.partners, give.voucher, language), give.count, language)
        case Tickets():
            name = _name(campaign.draws, give.draw, language)
            return _several(words.TICKET, words.TICKETS, name, give.count, language)
        case Spins():
            name = _name(campaign.wheels, give.wheel, language)
            return _several(words.SPIN, words.SPINS, name, give.count, language)
        case GiveBadge():
            return _name(campaign.badges, give.badge, language)
        case _:  # depends on what is bought: the rules say so
            return ""


def reward_words(campaign: Campaign, reward: Reward, language: str) -> str:
    """Something that was given; "" for what is not said here."""
    match reward.kind:
        case RewardKind.POINTS if reward.quantity > 0:
            return words.say(words.POINTS, language, n=f"{reward.quantity:,}")
        case RewardKind.GIFT:
            return _times(_name(campaign.stock, reward.ref, language), reward.quantity, language)
        case RewardKind.CHOICE:
            return _words(campaign, Choice(tuple(reward.ref.split("|"))), language)
        case RewardKind.EXPERIENCE:
            return _times(_name(campaign.experiences, reward.ref, language), reward.quantity, language)
        case RewardKind.PARTNER:
            return _times(_name(campaign.partners, reward.ref, language), reward.quantity, language)
        case RewardKind.TICKETS:
            return _words(campaign, Tickets(reward.ref, reward.quantity), language)
        case RewardKind.SPINS:
            return _words(campaign, Spins(reward.ref, reward.quantity), language)
        case RewardKind.BADGE:
            return _name(campaign.badges, reward.ref, language)
        case _:
            return ""


def _several(one: LocalText, many: LocalText, name: str, count: int, language: str) -> str:
    return words.say(one, language, name=name) if count == 1 else words.say(many, language, name=name, n=f"{count:,}")


def _times(name: str, count: int, language: str) -> str:
    return name if count == 1 or not name else words.say(words.TIMES, language, name=name, n=str(count))


def _name(things: Sequence[object], wanted: str, language: str) -> str:
    for thing in things:
        name = getattr(thing, "name", None)
        if getattr(thing, "id", "") == wanted and isinstance(name, LocalText):
            return clean(name.get(language))
    return ""


def days(campaign: Campaign, language: str) -> tuple[str, str]:
    """The campaign's first and last day, as the stores' clocks show them."""
    return day(campaign.starts, language), day(campaign.ends - timedelta(minutes=1), language)


def day(at: datetime, language: str) -> str:
    """A day as people write it."""
    if language == "en":
        return f"{at.day} {at:%B} {at.year}"
    return f"{at.year}年{at.month}月{at.day}日"


def rules(campaign: Campaign, language: str) -> Iterator[tuple[str, list[str]]]:
    """Heading and lines of everything that rules have to say (`domain.documents.rules_poster.Item`), as far as the
    campaign says it."""
    legal = campaign.legal
    organiser = campaign.organiser
    mark = rules_hash(campaign)[:16].upper()
    texts: dict[str, list[str]] = {
        "conditions": _lines(campaign.terms, language),
        "manner": _lines(campaign.summary, language),
        "period": [
            f"{clean(phase.name.get(language))}: {phase.starts:%Y-%m-%d %H:%M} – "
            f"{phase.ends - timedelta(minutes=1):%Y-%m-%d %H:%M}"
            for phase in campaign.phases
        ],
        "prizes": list(_prizes(campaign, language)),
        "draw_time": list(_times_of_draws(campaign, language)),
        "draw_method": _lines(legal.draw_method, language),
        "claim_time": _lines(legal.claim_time, language),
        "claim_conditions": _lines(legal.claim_conditions, language),
        "claim_method": _lines(legal.claim_method, language),
        "delivery": _lines(legal.delivery, language),
        "forfeiture": _lines(legal.forfeiture, language),
        "tax": list(_taxes(campaign, language)),
        "insiders": [words.EMPLOYEES.get(language)] if legal.insiders_excluded else [],
        "privacy": [words.PRIVACY.get(language), *_lines(legal.marketing_consent, language)],
        "organiser": _lines(organiser.name, language),
        "contact": [clean(organiser.contact)],
        "licence": [clean(legal.licence_number)] if legal.licence_number else [],
        "version": [words.say(words.VERSION, language, version=str(campaign.version), mark=mark)],
    }
    for item, said in texts.items():
        if said:
            yield words.ITEMS[item].get(language), said


def _lines(text: LocalText | None, language: str) -> list[str]:
    return [] if text is None else list(lines(text.get(language)))


def _prizes(campaign: Campaign, language: str) -> Iterator[str]:
    for wheel in campaign.wheels:
        for field in wheel.prizes:
            if not field.thanks:
                yield _prize(campaign, wheel.name, field.name, field.best, field.count, language)
    for draw in campaign.draws:
        for prize in draw.prizes:
            count = prize.count * max(1, len(draw.days))
            yield _prize(campaign, draw.name, prize.name, prize.value, count, language)


def _prize(campaign: Campaign, of: LocalText, name: LocalText, value: int, count: int, language: str) -> str:
    worth = money.with_sign(value, campaign.currency) if value else ""
    parts = (clean(of.get(language)), clean(name.get(language)), worth, _pieces(count, language))
    return " · ".join(filter(None, parts))


def _pieces(count: int, language: str) -> str:
    return words.say(words.PIECES, language, count=f"{count:,}") if count else ""


def _times_of_draws(campaign: Campaign, language: str) -> Iterator[str]:
    for draw in campaign.draws:
        values = {"draw": draw.name.get(language), "time": f"{draw.at:%H:%M}"}
        if draw.days:
            days = ", ".join(f"{one:%Y-%m-%d}" for one in draw.days)
            yield words.say(words.DRAW_ON, language, days=days, **values)
        else:
            yield words.say(words.DRAW_DAILY, language, **values)
    for wheel in campaign.wheels:
        yield words.say(words.WHEEL_AT_ONCE, language, wheel=wheel.name.get(language))


def _taxes(campaign: Campaign, language: str) -> Iterator[str]:
    for draw in campaign.draws:
        for prize in draw.prizes:
            if prize.tax_percent:
                percent = f"{prize.tax_percent / 100:g}%"
                yield words.say(words.WITHHELD, language, percent=percent, prize=prize.name.get(language))
