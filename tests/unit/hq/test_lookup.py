"""`POST /v1/members/lookup`: a member of another store, and what stands against a coupon."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.hq.allowance import Allowance
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.found_by import words_of
from kiosk.protocol.rows import CouponRow, EventRow, SpentRow, decode_row
from kiosk.protocol.wire.messages import LookedUp, LookupAnswer, LookupRequest, Problem
from tests.unit.hq.campaign_rig import published
from tests.unit.hq.rig import Terminal, coupon, put, read

JOINED = datetime(2025, 1, 1, tzinfo=UTC)


def member(name: str, home: str, **changes: Any) -> Member:
    numbers = (f"4{name[1:]:0>7}", "王小明", f"+8869000{name[1:]:0>5}")
    row = Member(name, *numbers, Tier.BASIC, Segment.NEW, 0, home, JOINED)
    return replace(row, **changes)


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    """Of s2; m1 is at home in s1, with its coupons c0 … c9."""
    hq.publish([put("s1", "members", "m1", member("m1", "s1"))])
    return Terminal.enrolled(hq, "s2")


def ask(till: Terminal, **what: str) -> LookupAnswer:
    return till.ok("/v1/members/lookup", LookupRequest(**what), LookupAnswer)


def refused(till: Terminal, **what: str) -> tuple[int, str]:
    response = till.call("POST", "/v1/members/lookup", LookupRequest(**what))
    return response.status, read(response, Problem).type


def ids(answer: LookupAnswer) -> list[str]:
    return [decode_row(one.member, Member).id for one in answer.found]


def only(answer: LookupAnswer) -> LookedUp:
    (found,) = answer.found
    return found


@pytest.mark.parametrize("what", [{"member": "m1"}, {"card": "40000001"}, {"phone": "+886900000001"}, {"coupon": "c3"}])
def test_a_member_is_found_in_every_store(till: Terminal, what: dict[str, str]) -> None:
    answer = ask(till, **what, **({"template": "t1"} if "coupon" in what else {}))
    assert (answer.code, answer.keep) == (None, 12 * 3600)
    found = only(answer)
    assert decode_row(found.member, Member) == member("m1", "s1")
    assert [decode_row(row, CouponRow).coupon.id for row in found.coupons] == [f"c{n}" for n in range(10)]


@pytest.mark.parametrize("what", [{"member": "m9"}, {"card": "1"}, {"phone": "+1"}])
def test_nobody_is_an_answer(till: Terminal, what: dict[str, str]) -> None:
    assert ask(till, **what).found == ()


def test_who_shares_a_phone_is_found_together(hq: Headquarters, till: Terminal) -> None:
    hq.publish([put("s2", "members", "m2", member("m2", "s2", phone="+886900000001"))])
    assert ids(ask(till, phone="+886900000001")) == ["m1", "m2"]


def test_part_of_a_phone_finds_nobody(till: Terminal) -> None:
    assert ask(till, phone="0001").found == ask(till, phone="900000001").found == ()


def test_words_follow_the_row(hq: Headquarters, till: Terminal) -> None:
    hq.publish([put("s1", "members", "m1", member("m1", "s1", phone="+886911111111", card_no="7"))])
    assert ask(till, phone="+886900000001").found == ask(till, card="40000001").found == ()
    assert ids(ask(till, phone="+886911111111")) == ids(ask(till, card="7")) == ["m1"]
    hq.publish([put("s1", "members", "m1", None)])
    assert ask(till, phone="+886911111111").found == ask(till, member="m1").found == ()


@pytest.mark.parametrize("new_first", [True, False])
def test_who_moves_is_found_in_the_new_home(hq: Headquarters, till: Terminal, new_first: bool) -> None:
    changes = [put("s2", "members", "m1", member("m1", "s2")), put("s1", "members", "m1", None)]
    for change in changes if new_first else reversed(changes):
        hq.publish([change])
    assert decode_row(only(ask(till, card="40000001")).member, Member).home_store == "s2"


def test_uses_anywhere_and_the_history_come_along(hq: Headquarters, till: Terminal) -> None:
    published(hq)
    home = Terminal.enrolled(hq, "s1")
    home.sale("t-1", "c1")
    home.push()
    found = only(ask(till, member="m1"))
    assert [(row.coupon, row.txn, row.store) for row in (decode_row(one, SpentRow) for one in found.spent)] == [
        ("c1", "t-1", "s1")
    ]
    events = [decode_row(one, EventRow) for one in found.events]
    assert {row.device for row in events} >= {home.device}
    assert all("m1" in row.members for row in events)
    assert {msgspec.json.decode(one)["fact"] for one in found.events} == {
        row["fact"] for row in home.rows("store/s1/events").values() if "m1" in row["members"]
    }
    home.void("t-1")
    home.push()
    assert only(ask(till, member="m1")).spent == ()


def test_a_coupon_says_what_a_claim_would_say_and_is_not_taken(hq: Headquarters, till: Terminal) -> None:
    assert ask(till, coupon="c1", template="t1").code is None
    assert ask(till, coupon="c1", template="t1").code is None
    home = Terminal.enrolled(hq, "s1")
    home.sale("t-1", "c1")
    home.push()
    used = ask(till, coupon="c1", template="t1")
    assert (used.code, used.args["store"]) == ("already_used_elsewhere", "s1")
    assert ask(till, coupon="c1", template="t1", txn="t-1").code is None  # of the sale that has it already
    hq.revoke_coupon("c2")
    assert ask(till, coupon="c2", template="t1").code == "revoked"
    hq.publish([put("s1", "coupons", "c3", CouponRow(coupon("c3", stores=("s1",)), "KC1:"))])
    assert ask(till, coupon="c3", template="t1").code == "other_store"
    assert ask(till, coupon="c4", template="other").code == "template_unknown"
    nobody = ask(till, coupon="c99", template="t1")
    assert (nobody.code, nobody.found) == ("not_ours", ())


def test_questions_that_are_none(till: Terminal) -> None:
    for what in ({}, {"member": ""}, {"member": "m1", "card": "1"}, {"phone": "1" * 65}, {"card": "\n"}):
        assert refused(till, **what) == (400, "malformed")


def test_look_ups_are_limited_for_each_terminal(hq: Headquarters, till: Terminal) -> None:
    most = hq.context.settings.lookups_a_minute
    for number in range(most):
        ask(till, phone=f"+88690000{number:04}")
    assert refused(till, member="m1") == (429, "too_many")
    assert ids(ask(Terminal.enrolled(hq, "s2", seed=8), member="m1")) == ["m1"]
    hq.context.clock.now += 1_000  # type: ignore[attr-defined]
    assert ids(ask(till, member="m1")) == ["m1"]
    assert refused(till, member="m1") == (429, "too_many")


@given(st.lists(st.integers(0, 90_000), max_size=200))
def test_an_allowance_is_never_exceeded(waits: list[int]) -> None:
    allowance, now, granted = Allowance(), 0, []
    for wait in waits:
        now += wait
        if allowance.take("d", 5, now):
            granted.append(now)
    for at in granted:  # what was saved up, and what a minute brings
        assert sum(at <= one < at + 60_000 for one in granted) <= 10


def test_without_a_session_nobody_is_told(hq: Headquarters, till: Terminal) -> None:
    till.token = "none"
    assert refused(till, member="m1")[0] == 401


def test_nothing_of_it_is_in_the_path(till: Terminal) -> None:
    assert till.call("GET", "/v1/members/lookup").status == 405


@pytest.mark.parametrize("data", [None, "", "[]", "{", '{"coupon": null}', '{"card_no": 5, "phone": ""}'])
def test_a_row_that_cannot_be_read_is_found_by_nothing(data: str | None) -> None:
    assert words_of("members", data) == words_of("coupons", data) == []
