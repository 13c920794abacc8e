"""What happens at HQ itself, and its daily look at every member."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.domain.campaigns.facts import DRAW_WON
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.facts import ProjectionError
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SEEN
from kiosk.hq.campaigns import recount
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.campaign_rig import buys, member, published, pushes, with_members
from tests.unit.hq.rig import Terminal, TestClock

RULES = """
segments: {dormant_months: 2}
coupons:
  - {id: back, name: NAME, off: 50, min_spend: 100, valid_days: 3}
stock:
  - {id: phone, name: NAME, value: 9000, quantity: 1}
draws:
  - {id: big, name: NAME, at: "20:00", prizes: [{code: phone, name: NAME, count: 1, value: 9000}]}
rules:
  - {id: join, name: NAME, when: registered, give: [{points: 30}]}
  - {id: friend, name: NAME, when: referred, give: [{points: 50}]}
  - {id: friend-buys, name: NAME, when: referee_bought, give: [{points: 100}]}
  - {id: wake-up, name: NAME, when: dormant, give: [{coupon: back}]}
  - {id: birthday, name: NAME, when: birthday, give: [{points: 88}]}
  - {id: phone, name: NAME, when: {event: won, ref: big, part: phone}, give: [{gift: phone}]}
"""
OLD = (("2026-01-15", 50_000),)
FRESH = (("2026-09-20", 50_000),)


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, RULES)
    with_members(
        hq,
        member("m1", bought=FRESH),
        member("m2", bought=OLD),
        member("m3", "s2", bought=FRESH, birthday="10-20"),
    )
    return hq


def kinds(hq: Headquarters) -> list[tuple[str, Any]]:
    return [(fact.kind, fact.body.get("member")) for fact in map(decode, hq.facts("hq", 1))]


def state(hq: Headquarters, who: str) -> MemberState:
    with hq.database.write() as tx:
        fold: Fold = recount.fold_of(hq.context, tx)
        return fold.member(who)


def test_a_registration_by_phone_rewards_both(chain: Headquarters) -> None:
    given = chain.record(MEMBER_REGISTERED, {"member": "m9", "other": "m1", "household": "h"})
    assert [(reward.member, reward.rule, reward.quantity) for reward in given] == [
        ("m9", "join", 30),
        ("m1", "friend", 50),
    ]
    assert kinds(chain) == [
        ("member.registered", "m9"),
        ("rewards.decided", "m9"),
        ("rewards.decided", "m1"),
    ]
    assert (state(chain, "m1").points, state(chain, "m9").referrer) == (50, "m1")
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    assert {tuple(row["members"]) for row in here.rows("store/s1/events").values()} >= {("m1",)}
    # and the friend's first purchase, at a till that knows of nothing
    buys(there, "m9", "x1")
    pushes(there)
    assert state(chain, "m1").points == 150


def test_a_referral_that_does_not_count_says_why(chain: Headquarters) -> None:
    given = chain.record(MEMBER_REGISTERED, {"member": "m1", "other": "m3"})
    assert [(reward.member, reward.rule) for reward in given] == [("m1", "join")]
    assert decode(chain.facts("hq", 1)[0]).body["part"] == "already_member"
    assert state(chain, "m3").points == 0


def test_a_prize_of_a_draw_comes_out_of_hqs_share(chain: Headquarters) -> None:
    given = chain.record(DRAW_WON, {"member": "m1", "ref": "big", "part": "phone"})
    assert [(reward.kind, reward.ref) for reward in given] == [("gift", "phone")]
    assert chain.record(DRAW_WON, {"member": "m2", "ref": "big", "part": "phone"}) == ()  # there was one
    assert chain.verify() == []


def test_a_body_that_does_not_fit_is_not_journalled(chain: Headquarters) -> None:
    with pytest.raises(ProjectionError):
        chain.record(DRAW_WON, {"ref": "big"})
    assert kinds(chain) == []


def test_the_daily_look_brings_what_is_due_once(chain: Headquarters, clock: TestClock) -> None:
    assert chain.sweep() == 2  # m2 sleeps, m3 has their month
    assert sorted(kinds(chain)) == [
        ("member.swept", "m2"),
        ("member.swept", "m3"),
        ("rewards.decided", "m2"),
        ("rewards.decided", "m3"),
    ]
    assert chain.sweep() == 0
    clock.now += 24 * 3_600_000
    assert chain.sweep() == 0  # once for each birthday, once for each sleep
    assert state(chain, "m3").points == 88
    till = Terminal.enrolled(chain)
    assert [row["coupon"]["member"] for row in till.rows("store/s1/coupons").values()].count("m2") == 1


def test_nobody_is_looked_at_when_no_rule_waits(hq: Headquarters) -> None:
    published(hq, "rules:\n  - {id: join, name: NAME, when: registered, give: [{points: 30}]}\n")
    with_members(hq, member("m2", bought=OLD))
    assert hq.sweep() == 0
    with hq.database.read() as tx:
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM sweep").scalar() == 0


def test_the_look_goes_on_with_every_push_until_the_day_is_done(chain: Headquarters, clock: TestClock) -> None:
    with_members(chain, *(member(f"n{number:03d}", bought=OLD) for number in range(60)))
    till = Terminal.enrolled(chain)
    swept: list[int] = []
    for _ in range(5):
        till.fact(MEMBER_SEEN, {"member": "m1"})
        pushes(till)
        swept.append(sum(kind == "member.swept" for kind, _ in kinds(chain)))
    # m1 sleeps not; m2 and sixty others do; those of the other store wait for its own terminals
    assert swept == [24, 49, 61, 61, 61]
