"""Who works and who shops in the demo store. Nobody of them exists."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.domain.members.card import luhn_digit
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.texts import LocalText

PIN = "8305"
"""Everybody's here."""

STORE = "S02"
ELSEWHERE = "S03"
"""Where the member m9 is at home: here nothing is known of them."""
STORES = (
    ("S01", LocalText("忠孝店", "忠孝店", "Zhongxiao")),
    (STORE, LocalText("信義旗艦店", "信义旗舰店", "Xinyi Flagship")),
    (ELSEWHERE, LocalText("板橋店", "板桥店", "Banqiao")),
)
_STAFF = (
    ("1001", "林雅婷", Role.CLERK),
    ("1002", "周建宏", Role.CLERK),
    ("1003", "吳佩珊", Role.CLERK),
    ("1010", "許志豪", Role.MANAGER),
    ("1020", "Grace Lin", Role.AUDITOR),
)


def staff(pin_hash: str) -> tuple[StaffMember, ...]:
    """Five people with the same PIN, whose hash is `pin_hash`."""
    return tuple(
        StaffMember(id_, name, role, (STORE,), pin_hash=pin_hash, badge_id=f"badge-{id_}") for id_, name, role in _STAFF
    )


def card_no(number: int) -> str:
    """A card of ten digits with its Luhn digit."""
    body = f"88{number:07d}"
    return body + luhn_digit(body)


def _member(
    number: int,
    name: str,
    phone: str,
    tier: Tier,
    segment: Segment,
    points: int,
    *,
    joined: datetime,
    bought: tuple[tuple[str, int], ...] = (),
    visits: int = 0,
    tickets: int = 0,
    birthday: str | None = None,
) -> Member:
    return Member(
        f"m{number}", card_no(number), name, phone, tier, segment, points, STORE, joined,
        birthday=birthday, visits=visits, tickets=tickets, bought=bought,
    )  # fmt: skip


_LONG_AGO = datetime(2024, 3, 2, 4, tzinfo=UTC)

MEMBERS = (
    _member(
        1, "陳美麗", "+886922333444", Tier.GOLD, Segment.ACTIVE, 3455, joined=_LONG_AGO, visits=11, tickets=2,
        birthday="11-30", bought=(("2026-10-02", 61000), ("2026-11-14", 52000)),
    ),
    _member(2, "李梅", "+886933555128", Tier.SILVER, Segment.NEW, 120, joined=datetime(2026, 11, 9, 3, tzinfo=UTC)),
    _member(
        3, "王小明", "+886912345678", Tier.PLATINUM, Segment.ACTIVE, 20150, joined=_LONG_AGO, visits=64, tickets=5,
        birthday="03-08", bought=(("2026-09-19", 230000), ("2026-10-24", 141000)),
    ),
    _member(4, "張惠芬", "+886955777019", Tier.BASIC, Segment.DORMANT, 60, joined=_LONG_AGO, visits=3,
            bought=(("2026-02-11", 32000),)),
    _member(
        5, "Ann Lee", "+8613812345678", Tier.SILVER, Segment.ACTIVE, 880, joined=_LONG_AGO, visits=9, tickets=1,
        bought=(("2026-10-20", 42000), ("2026-11-01", 15000)),
    ),
    _member(
        6, "何立文", "+886988123606", Tier.SILVER, Segment.DORMANT, 240, joined=_LONG_AGO, visits=7,
        birthday="11-12", bought=(("2026-01-30", 88000),),
    ),
    _member(
        7, "黃麗君", "+886966888777", Tier.BASIC, Segment.ACTIVE, 310, joined=_LONG_AGO, visits=5,
        bought=(("2026-09-30", 22000), ("2026-11-02", 39000)),
    ),
)  # fmt: skip
"""Members of this store; m9 shops at another."""
