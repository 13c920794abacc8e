"""Being at the till is an event: once a day, and a fact only where it brings something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.sales.outcomes import MemberFound
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from tests.shared.till import CLERK, Till, member, shown

CARD = "20000006"
DAILY = "  - {id: hello, name: NAME, when: seen, give: [{points: 3}]}\n"


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    till = Till(tmp_path)
    till.has_members(member("m-1", card_no=CARD), member("m-2"))
    yield till
    till.close()


def sees(till: Till, who: str = "m-1") -> list[tuple[str, str, int]]:
    return shown(till.service.choose_member(till.service.new_visit(), who).brought)


def test_once_a_day_whatever_is_scanned_and_the_clerk_is_named(till: Till) -> None:
    till.publishes("rules:\n" + DAILY)
    card = ScanEvent(CARD, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)
    first = till.service.scan(till.service.new_visit(), card, CLERK)
    assert isinstance(first, MemberFound)
    assert shown(first.visit.brought) == [("points", "", 3)]
    assert first.visit.member is not None
    assert first.visit.member.points == 3
    again = till.service.scan(first.visit, card, CLERK)
    assert isinstance(again, MemberFound)
    assert again.visit.brought == first.visit.brought  # it still has to be told
    assert sees(till) == []
    assert [(fact.actor, fact.body) for fact in till.facts("member.seen")] == [
        (CLERK.id, {"member": "m-1", "channel": "checkout"})
    ]
    other = till.service.choose_member(again.visit, "m-2")
    assert shown(other.brought) == [("points", "", 3)]
    till.wall("2026-03-11 00:00")
    assert sees(till) == [("points", "", 3)]
    till.sound()


def test_who_was_seen_at_the_other_till_today_is_not_seen_again(till: Till) -> None:
    till.publishes("rules:\n" + DAILY)
    till.elsewhere("member.seen", {"member": "m-1"})
    assert sees(till) == []
    till.wall("2026-03-11 00:00")
    assert sees(till) == [("points", "", 3)]


def test_nothing_is_journalled_where_no_rule_waits_or_nothing_is_given(till: Till) -> None:
    before = len(till.kinds())
    assert sees(till) == []
    till.publishes("rules:\n  - {id: p, name: NAME, when: purchased, give: [{points: 1}]}\n")
    assert sees(till) == []
    till.publishes(
        "coupons: [{id: c, name: NAME, off: 10, valid_days: 7}]\n"
        "rules:\n  - {id: g, name: NAME, when: seen, if: {tiers: [gold]}, give: [{coupon: c}]}\n"
    )
    assert sees(till) == []
    assert [kind for kind in till.kinds()[before:] if kind != "lease.changed"] == []


def test_a_gift_that_was_gone_in_the_morning_can_be_given_in_the_afternoon(till: Till) -> None:
    till.publishes(
        "stock: [{id: tea, name: NAME, value: 20, quantity: 1}]\n"
        "rules:\n  - {id: g, name: NAME, when: seen, limits: [{most: 1, per: [member]}], give: [{gift: tea}]}\n"
    )
    till.has_share({"stock:test/tea": -1})
    assert sees(till) == []
    till.has_share({"stock:test/tea": 1})
    assert sees(till) == [("gift", "tea", 1)]
    assert sees(till, "m-2") == []
    till.sound()


def test_a_coupon_that_being_there_brings_is_in_the_same_price(till: Till) -> None:
    till.publishes(
        "coupons: [{id: ten, name: NAME, off: 10, valid_days: 1}]\n"
        "rules:\n  - {id: b, name: NAME, when: birthday, give: [{coupon: ten}]}\n"
    )
    till.has_members(member("m-1", birthday="03-20"))
    assert till.visit("m-1", 100_00).quote.total == 90_00
