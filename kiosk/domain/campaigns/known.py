"""What HQ's row of a member says, as the first happenings of their history."""

from __future__ import annotations

from datetime import date

from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, wall_minutes
from kiosk.domain.members.member import Member
from kiosk.domain.time import millis

_NOON = DAY // 2


def known_happenings(member: Member, zone: str) -> tuple[Happening, ...]:
    """Who the member is and what they bought before the journals began: older than every fact. `zone`: IANA name of the
    home store's. A day that is none is left out."""
    joined = millis(member.joined)
    wall = wall_minutes(joined, zone)
    row = Happening(
        f"known/{member.id}",
        HappeningKind.MEMBER_KNOWN,
        (0, "", 0, 0, 0),
        joined,
        wall,
        store=member.home_store,
        member=member.id,
        detail={
            "household": member.household,
            "birthday": member.birthday or "",
            "tags": member.tags,
            "tier": member.tier,
            "points": member.points,
            "joined_day": wall // DAY,
        },
    )
    purchases = [
        Happening(
            f"known/{member.id}/{number}",
            HappeningKind.PURCHASED,
            (0, "", 0, number, 0),
            joined,
            day * DAY + _NOON,
            store=member.home_store,
            member=member.id,
            amount=amount,
            txn=f"known/{member.id}/{number}",
        )
        for number, (day, amount) in enumerate(((_ordinal(day), amount) for day, amount in member.bought), start=1)
        if day
    ]
    return (row, *purchases)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
