"""What members of the demo chain did before the journals began. Nobody in it exists."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.members.member import Member, Segment, Tier

MOST_BOUGHT = 12
_ACTIVE_DAYS = 85  # two purchases within three months make a member active
_DORMANT_DAYS = (190, 330)
_NEW_DAYS = 28
_SHARES_A_PHONE = 12  # one in so many lives with the member before them
_DOLLAR = 100


def with_past(member: Member, seed: int, number: int, now: datetime, phone_before: str) -> Member:
    """The member with a household, tags and the purchases that their segment and visits tell of: as many as visits,
    the last `MOST_BOUGHT` of them. `now`: on the store's clock. `phone_before`: the phone of the member before, with
    whom they may live."""
    chance = random.Random(f"past/{seed}/{number}")
    joined = max(member.joined, now - timedelta(days=_NEW_DAYS)) if member.segment is Segment.NEW else member.joined
    since = (now.date() - joined.astimezone(now.tzinfo).date()).days
    if member.segment is Segment.DORMANT and since < _DORMANT_DAYS[1]:
        joined -= timedelta(days=_DORMANT_DAYS[1])
        since += _DORMANT_DAYS[1]
    days = sorted(_days_ago(chance, member, since), reverse=True)[-MOST_BOUGHT:]
    phone = phone_before if number % _SHARES_A_PHONE == 0 else member.phone
    tags = (["mini-program"] if chance.random() < 0.4 else []) + (["vip"] if member.tier is Tier.PLATINUM else [])
    return replace(
        member,
        joined=joined,
        household=household(phone),
        tags=tuple(tags),
        bought=tuple((_day(now, ago), _amount(chance)) for ago in days),
    )


def household(phone: str) -> str:
    """What stands for who shares a phone, without telling the number; a real HQ's hash has a key."""
    return hashlib.sha256(f"demo-household/{phone}".encode()).hexdigest()[:16]


def _days_ago(chance: random.Random, member: Member, since: int) -> list[int]:
    if member.segment is Segment.NEW:
        return [chance.randint(min(1, since), since) for _ in range(member.visits)]
    newest, oldest = (1, since) if member.segment is Segment.ACTIVE else (chance.randint(*_DORMANT_DAYS), since)
    if member.segment is Segment.ACTIVE:
        lately = [chance.randint(newest, _ACTIVE_DAYS) for _ in range(2)]
        return [*lately, *(chance.randint(newest, oldest) for _ in range(member.visits - 2))]
    return [newest, *(chance.randint(newest, oldest) for _ in range(member.visits - 1))]


def _day(now: datetime, ago: int) -> str:
    return (now.date() - timedelta(days=ago)).isoformat()


def _amount(chance: random.Random) -> int:
    """From a drink to a basket for the week; most are small."""
    return min(480, round(chance.lognormvariate(3.4, 0.8)) + 4) * 10 * _DOLLAR
