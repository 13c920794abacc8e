"""Every reason for which a coupon is refused, with what the words need."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from kiosk.domain.coupons.judge import judge, member_room
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, WeekWindow
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.unit.coupons.samples import CAMPAIGN, DAY, NOW, STORE, coupon, template, use

HOUR = timedelta(hours=1)
NIGHT = (WeekWindow((5,), time(22), time(2)),)
FROM_400 = Benefit(BenefitKind.THRESHOLD, spend=400_00, off=60_00)


def verdict(**changes: Any) -> Refusal | None:
    """The verdict on a good coupon of member M1 on a good day, but for `changes`."""
    case: dict[str, Any] = {
        "coupon": coupon(member="M1"),
        "template": template(),
        "campaign": CAMPAIGN,
        "store": STORE,
        "member_id": "M1",
        "basket": Basket(462_00),
        "now": NOW,
    }
    case |= changes
    return judge(case.pop("coupon"), case.pop("template"), **case)


REFUSALS: list[tuple[dict[str, Any], Refusal]] = [
    ({"already_in_sale": True}, Refusal(RefusalCode.ALREADY_IN_SALE)),
    ({"coupon": coupon(revoked_at=NOW - HOUR)}, Refusal(RefusalCode.REVOKED, {"since": NOW - HOUR})),
    (
        {"uses_here": [use()]},
        Refusal(RefusalCode.ALREADY_USED_HERE, {"at": NOW - 4 * HOUR, "clerk": "周先生", "terminal": "收銀 1"}),
    ),
    (
        {"uses_elsewhere": [use(store="S03", clerk="")]},
        Refusal(RefusalCode.ALREADY_USED_ELSEWHERE, {"at": NOW - 4 * HOUR, "store": "S03"}),
    ),
    ({"template": template(withdrawn=True)}, Refusal(RefusalCode.CAMPAIGN_OVER)),
    ({"campaign": replace(CAMPAIGN, withdrawn=True)}, Refusal(RefusalCode.CAMPAIGN_OVER)),
    ({"coupon": coupon(expires=NOW)}, Refusal(RefusalCode.EXPIRED, {"since": NOW})),
    ({"template": template(valid_until=NOW - DAY)}, Refusal(RefusalCode.EXPIRED, {"since": NOW - DAY})),
    (
        {"coupon": coupon(expires=NOW - HOUR), "campaign": replace(CAMPAIGN, ends=NOW - 2 * HOUR)},
        Refusal(RefusalCode.CAMPAIGN_OVER, {"since": NOW - 2 * HOUR}),
    ),
    (
        {"coupon": coupon(expires=NOW - HOUR), "campaign": replace(CAMPAIGN, ends=NOW)},
        Refusal(RefusalCode.EXPIRED, {"since": NOW - HOUR}),
    ),
    ({"template": template(stores=("S03", "S04"))}, Refusal(RefusalCode.OTHER_STORE)),
    ({"coupon": coupon(stores=("S03",))}, Refusal(RefusalCode.OTHER_STORE, {"store": "S03"})),
    ({"member_id": "M2"}, Refusal(RefusalCode.OTHER_MEMBER)),
    ({"coupon": coupon(not_before=NOW + HOUR)}, Refusal(RefusalCode.NOT_YET_VALID, {"until": NOW + HOUR})),
    (
        {"coupon": coupon(not_before=NOW + HOUR), "campaign": replace(CAMPAIGN, starts=NOW + DAY)},
        Refusal(RefusalCode.CAMPAIGN_NOT_STARTED, {"until": NOW + DAY}),
    ),
    ({"member_id": None}, Refusal(RefusalCode.MEMBER_NEEDED)),
    (
        {"member_id": None, "coupon": coupon(), "template": template(uses_per_member=1)},
        Refusal(RefusalCode.MEMBER_NEEDED),
    ),
    (
        {"template": template(uses_per_member=2), "member_uses": [use("X1", coupon="C8"), use("X2", coupon="C9")]},
        Refusal(RefusalCode.MEMBER_LIMIT, {"uses": 2}),
    ),
    (
        {"template": template(uses_per_member_day=1), "member_uses": [use(coupon="C9")]},
        Refusal(RefusalCode.MEMBER_DAY_LIMIT, {"uses": 1}),
    ),
    (
        {"template": template(hours=NIGHT)},
        # Friday 22:00 in Taipei
        Refusal(RefusalCode.OUTSIDE_HOURS, {"until": datetime(2026, 9, 25, 14, tzinfo=UTC)}),
    ),
    ({"template": template(hours=NIGHT), "coupon": coupon(expires=NOW + DAY)}, Refusal(RefusalCode.OUTSIDE_HOURS)),
    ({"template": template(categories=("tea",))}, Refusal(RefusalCode.CATEGORY_MISSING)),
    (
        {"template": template(min_spend=500_00)},
        Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": 500_00, "have": 462_00}),
    ),
    (
        {"template": template(benefit=FROM_400), "basket": Basket(0)},
        Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": 400_00, "have": 0}),
    ),
    (
        {"template": template(min_spend=50_00, categories=("tea",)), "basket": Basket(462_00, (("tea", 40_00),))},
        Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": 50_00, "have": 40_00}),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), REFUSALS)
def test_refused(changes: dict[str, Any], expected: Refusal) -> None:
    assert verdict(**changes) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"coupon": coupon(), "member_id": None},
        {"coupon": coupon(), "member_id": "M9"},
        {"coupon": coupon(revoked_at=NOW + HOUR)},
        {"campaign": None},
        {"coupon": coupon(not_before=NOW)},
        {"coupon": coupon(stores=("S02",)), "template": template(stores=("north",))},
        {"template": template(benefit=FROM_400)},
        {"template": template(benefit=FROM_400), "basket": None},
        {"template": template(categories=("tea",)), "basket": Basket(0)},
        {"template": template(uses_per_coupon=2), "uses_here": [use()], "uses_elsewhere": [use()]},
        {"uses_here": [use(coupon="C9")]},
        {"template": template(uses_per_member=1), "member_uses": [use(template="T9", coupon="C9")]},
        {"template": template(uses_per_member_day=1), "member_uses": [use(coupon="C9", at=NOW - DAY)]},
    ],
)
def test_accepted(changes: dict[str, Any]) -> None:
    assert verdict(**changes) is None


def test_the_documented_order_of_reasons() -> None:
    """Pile every reason up, then take the first one away, and again."""
    worst: dict[str, Any] = {
        "already_in_sale": True,
        "coupon": coupon(revoked_at=NOW, expires=NOW, stores=("S03",), member="M2", not_before=NOW + HOUR),
        "template": template(
            withdrawn=True,
            uses_per_member=1,
            uses_per_member_day=1,
            hours=NIGHT,
            categories=("tea",),
            min_spend=500_00,
        ),
        "campaign": CAMPAIGN,
        "uses_here": [use()],
        "member_uses": [use()],
    }

    def mend(key: str, **changes: object) -> None:
        worst[key] = replace(worst[key], **changes)

    steps: list[tuple[RefusalCode, Any]] = [
        (RefusalCode.ALREADY_IN_SALE, lambda: worst.update(already_in_sale=False)),
        (RefusalCode.REVOKED, lambda: mend("coupon", revoked_at=None)),
        (RefusalCode.ALREADY_USED_HERE, lambda: worst.update(uses_here=[])),
        (RefusalCode.CAMPAIGN_OVER, lambda: mend("template", withdrawn=False)),
        (RefusalCode.EXPIRED, lambda: mend("coupon", expires=NOW + 9 * DAY)),
        (RefusalCode.OTHER_STORE, lambda: mend("coupon", stores=None)),
        (RefusalCode.OTHER_MEMBER, lambda: worst.update(member_id=None)),
        (RefusalCode.NOT_YET_VALID, lambda: mend("coupon", not_before=NOW)),
        (RefusalCode.MEMBER_NEEDED, lambda: worst.update(member_id="M1", coupon=coupon(member="M1"))),
        (RefusalCode.MEMBER_LIMIT, lambda: mend("template", uses_per_member=None)),
        (RefusalCode.MEMBER_DAY_LIMIT, lambda: worst.update(member_uses=[])),
        (RefusalCode.OUTSIDE_HOURS, lambda: mend("template", hours=())),
        (RefusalCode.CATEGORY_MISSING, lambda: worst.update(basket=Basket(462_00, (("tea", 1),)))),
        (RefusalCode.MINIMUM_NOT_REACHED, lambda: mend("template", min_spend=0)),
    ]
    for code, mend_it in steps:
        refusal = verdict(**worst)
        assert refusal is not None
        assert refusal.code is code
        mend_it()
    assert verdict(**worst) is None


def test_a_use_known_from_both_sides_counts_once_and_the_clerk_is_named() -> None:
    from_hq = use(clerk="", terminal="D-17")
    refusal = verdict(uses_here=[use()], uses_elsewhere=[from_hq])
    assert refusal is not None
    assert refusal.args["clerk"] == "周先生"


def test_the_last_use_is_the_one_that_is_told() -> None:
    twice = template(uses_per_coupon=2)
    refusal = verdict(template=twice, uses_here=[use("X1")], uses_elsewhere=[use("X2", store="S03", at=NOW - HOUR)])
    assert refusal == Refusal(RefusalCode.ALREADY_USED_ELSEWHERE, {"at": NOW - HOUR, "store": "S03"})


def test_a_day_is_the_store_s() -> None:
    """00:10 in Taipei is still yesterday in UTC."""
    daily = template(uses_per_member_day=1)
    midnight = datetime(2026, 9, 22, 16, 0, tzinfo=UTC)
    uses = [use(coupon="C9", at=midnight - timedelta(minutes=1))]
    room = member_room(daily, member_uses=uses, now=midnight + timedelta(minutes=10), zone="Asia/Taipei")
    assert room is not None
    assert room.left == 1
    room = member_room(daily, member_uses=uses, now=midnight - timedelta(seconds=1), zone="Asia/Taipei")
    assert room is not None
    assert room.left == 0


def test_room_is_the_tighter_limit() -> None:
    both = template(uses_per_member=5, uses_per_member_day=2)
    old = [use(str(index), coupon=f"C{index}", at=NOW - 3 * DAY) for index in range(4)]
    room = member_room(both, member_uses=old, now=NOW, zone="Asia/Taipei")
    assert room is not None
    assert (room.left, room.refusal.code) == (1, RefusalCode.MEMBER_LIMIT)
    assert member_room(template(), member_uses=old, now=NOW, zone="Asia/Taipei") is None


@pytest.mark.parametrize("changes", [{"min_spend": 462_00}, {"benefit": FROM_400, "min_spend": 0}])
def test_the_least_spend_itself_is_enough(changes: dict[str, Any]) -> None:
    least = changes["min_spend"] or 400_00
    assert verdict(template=template(**changes), basket=Basket(least)) is None
    assert verdict(template=template(**changes), basket=Basket(least - 1)) == Refusal(
        RefusalCode.MINIMUM_NOT_REACHED, {"need": least, "have": least - 1}
    )
