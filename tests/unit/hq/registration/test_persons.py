"""Who registered: kept when the fact commits to them, published to their store, told apart from others."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from kiosk.domain.members.card import luhn_holds
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.registration.person import Guardian, Person, card_of
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.members.proofs import was_proved
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.registration.same_name import same_name
from kiosk.hq.store.people import message, one_time_code, person, review
from kiosk.protocol.wire.messages import CodeAnswer, CodeCheckRequest, CodeRequest, PersonRecord, PersonsRequest
from tests.unit.hq.registration.people import PHONE, Newcomer, join, members, register, somebody, tell, with_phone
from tests.unit.hq.rig import NOON, Terminal, TestClock, headquarters, put

DAY = 86_400_000
SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}, "quiet": None}
MAIL = {"host": "127.0.0.1", "sender": "shop@example.tw", "tls": "none"}


@pytest.fixture
def till(hq: Headquarters) -> Terminal:
    return Terminal.enrolled(hq)


def reviews(hq: Headquarters) -> dict[str, list[str]]:
    with hq.database.read() as tx:
        return {row.member: msgspec.json.decode(row.reasons) for row in tx.execute(select(review))}


def test_a_newcomer_becomes_a_member_of_their_store(hq: Headquarters, till: Terminal) -> None:
    who = somebody("n1", birthday="02-29", email="mei@example.com")
    join(till, who)
    row = members(hq, till)["n1"]
    assert (row["name"], row["phone"], row["birthday"], row["home_store"]) == ("陳美麗", PHONE, "02-29", "s1")
    assert luhn_holds(row["card_no"])
    assert len(row["household"]) == 64
    assert Terminal.enrolled(hq, "s2").rows("store/s2/members") == {}
    assert reviews(hq) == {}
    assert hq.check() == []


def test_told_again_it_is_kept_once(hq: Headquarters, till: Terminal) -> None:
    who = somebody("n1")
    join(till, who)
    before = till.pull("store/s1/members")
    assert tell(till, who, who).kept == ("n1",)
    assert till.pull("store/s1/members") == before
    with hq.database.read() as tx:
        assert len(tx.execute(select(person)).all()) == 1


def test_before_its_fact_is_there_it_is_told_again_later(hq: Headquarters, till: Terminal) -> None:
    who = somebody("n1")
    assert tell(till, who).refused == {"n1": "unknown"}
    register(till, who)
    assert tell(till, who).kept == ("n1",)


def test_only_whom_the_fact_commits_to(hq: Headquarters, till: Terminal) -> None:
    who = somebody("n1")
    register(till, who)
    for other in (somebody("n1", "王小明"), with_phone(who, "+886912000002"), Newcomer(who.person, b"t" * 32)):
        assert tell(till, other).refused == {"n1": "wrong"}
    record = PersonRecord(member="n1", salt=b"s", data=who.record.data)
    assert till.call("POST", "/v1/persons", PersonsRequest(persons=(record,))).status == 200
    assert members(hq, till) == {}


def test_a_registration_of_another_store_is_not_this_ones_to_tell(hq: Headquarters, till: Terminal) -> None:
    who = somebody("n1")
    register(till, who)
    assert tell(Terminal.enrolled(hq, "s2"), who).refused == {"n1": "unknown"}
    assert tell(Terminal.enrolled(hq, "s1", seed=9), who).kept == ("n1",), "another till of the store may"


def test_a_member_of_another_store_is_not_taken_over(hq: Headquarters, till: Terminal) -> None:
    theirs = Member("m7", "900", "林志明", "+886912999999", Tier.GOLD, Segment.ACTIVE, 500, "s2", NOON)
    hq.publish([put("s2", "members", "m7", theirs)])
    who = somebody("m7", "盜用")
    register(till, who)
    assert tell(till, who).refused == {"m7": "elsewhere"}
    assert Terminal.enrolled(hq, "s2").rows("store/s2/members")["m7"]["name"] == "林志明"


@pytest.mark.parametrize(
    "odd",
    [
        Person("n1", "", PHONE),
        Person("n1", "a\u202eb", PHONE),
        Person("n1", "x" * 501, PHONE),
        Person("n1", "陳", "0912000001"),
        Person("n1", "陳", "+886' OR 1=1"),
        Person("n1", "陳", ""),
        Person("n1", "陳", PHONE, birthday="13-40"),
        Person("n1", "陳", PHONE, email="x\r\nBcc: all@example.com"),
        Person("n1", "陳", PHONE, language="tlh"),
        Person("n1", "陳", PHONE, guardian=Guardian("", PHONE)),
        Person("n1", "陳", PHONE, guardian=Guardian("王", "112")),
        Person("n1", "陳", PHONE, guardian=Guardian("王", PHONE, "x" * 65)),
        Person("n2", "陳", PHONE),
    ],
)
def test_what_no_terminal_of_ours_would_keep_is_kept_by_nobody(hq: Headquarters, till: Terminal, odd: Person) -> None:
    who = Newcomer(odd)
    register(till, somebody("n1"), person=_commits(who))
    record = PersonRecord(member="n1", salt=who.salt, data=who.record.data)
    answer = till.call("POST", "/v1/persons", PersonsRequest(persons=(record,)))
    assert b"unreadable" in answer.body
    assert members(hq, till) == {}


def _commits(who: Newcomer) -> str:
    from kiosk.domain.registration.person import commitment

    return commitment(who.salt, who.person)


def test_too_many_at_once(hq: Headquarters, till: Terminal) -> None:
    people = tuple(somebody(f"n{n}").record for n in range(51))
    assert till.call("POST", "/v1/persons", PersonsRequest(persons=people)).status == 413


def test_a_card_number_is_nobody_elses(hq: Headquarters, till: Terminal) -> None:
    taken = Member("m7", card_of("n1"), "林", "+886912999999", Tier.GOLD, Segment.ACTIVE, 0, "s2", NOON)
    hq.publish([put("s2", "members", "m7", taken)])
    join(till, somebody("n1"))
    assert members(hq, till)["n1"]["card_no"] == card_of("n1", 1)


def test_the_same_phone_gives_the_same_household_whatever_a_terminal_says(hq: Headquarters, till: Terminal) -> None:
    other = Terminal.enrolled(hq, "s2")
    join(till, somebody("n1", household="made up"))
    join(other, somebody("n2", "陳大文"))
    join(other, somebody("n3", "王小明", "+886912000009"))
    first, second = members(hq, till)["n1"], members(hq, other)
    assert first["household"] == second["n2"]["household"] != second["n3"]["household"]


# -- told apart -------------------------------------------------------------------------------------------------------


def test_a_family_shares_a_phone_without_anybody_looking_until_it_is_large(hq: Headquarters, till: Terminal) -> None:
    for n in range(5):
        join(till, somebody(f"n{n}", f"陳{'一二三四五'[n]}"))
    assert reviews(hq) == {"n4": ["same_phone"]}


def test_where_a_reward_is_in_it_somebody_looks_at_the_second_one(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"))
    join(till, somebody("n2", "王小明"), other="m1", how="invite")
    assert reviews(hq) == {"n2": ["same_phone"]}


def test_what_a_terminal_held_is_in_the_queue_with_the_fact_alone(hq: Headquarters, till: Terminal) -> None:
    register(till, somebody("n1"), other="m1", held=["too_many", "clerk_farming"])
    assert reviews(hq) == {"n1": ["clerk_farming", "too_many"]}


def test_a_proof_that_hq_knows_nothing_of_is_looked_at(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"), proved=True)
    assert reviews(hq) == {"n1": ["unproved_claim"]}


def test_a_proof_afterwards_that_hq_knows_nothing_of_is_looked_at(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"))
    till.fact("phone.proved", {"member": "n1", "how": "code"})
    till.push()
    assert reviews(hq) == {"n1": ["unproved_claim"]}
    register(till, somebody("n2", "王小明", "+886912000002"))
    till.fact("phone.proved", {"member": "n2", "how": "code"})
    till.push()
    tell(till, somebody("n2", "王小明", "+886912000002"))
    assert reviews(hq)["n2"] == ["unproved_claim"], "whatever came first"


def test_persons_that_no_fact_commits_to_are_found(tmp_path: Path) -> None:
    hq = headquarters(tmp_path)
    till = Terminal.enrolled(hq)
    join(till, somebody("n1"))
    assert hq.verify() == []
    with hq.database.write() as tx:
        tx.execute(update(person).values(salt=b"x" * 32))
    assert [(one.what, one.where) for one in hq.verify()] == [("person_wrong", "n1")]
    with hq.database.write() as tx:
        tx.execute(update(person).values(member="n7"))
    hq.publish([put("s1", "members", "n7", Member("n7", "9", "林", "", Tier.GOLD, Segment.ACTIVE, 0, "s1", NOON))])
    assert [one.what for one in hq.verify()] == ["person_without_registration"]
    hq.database.close()


def test_a_proof_by_a_code_is_believed(hq: Headquarters, till: Terminal) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    sent = till.ok("/v1/codes", CodeRequest(phone=PHONE), CodeAnswer)
    with hq.database.read() as tx:
        name = tx.execute(select(one_time_code.c.message)).scalar_one()
        digits = msgspec.json.decode(tx.execute(select(message.c.words).where(message.c.message == name)).scalar_one())[
            "code"
        ]
    assert till.call("POST", "/v1/codes/check", CodeCheckRequest(op=sent.op, code=digits)).status == 200
    join(till, somebody("n1"), proved=True)
    assert reviews(hq) == {}
    with hq.database.read() as tx:
        assert was_proved(hq.context, tx, PHONE)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("陳美麗", "陈美丽", True),
        ("陳美麗", "陳 美 麗", True),
        ("Ann Lee", "ann  LEE", True),
        ("Ａｎｎ Lee", "Ann-Lee", True),
        ("José", "Jose\u0301", True),
        ("𠮷田", "𠮷田", True),
        ("陳美麗", "陳美玲", False),
        ("Ann Lee", "Anna Lee", False),
        ("", "", False),
        ("😀", "😀", True),
        ("😀", "😁", False),
    ],
)
def test_who_is_called_the_same(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@given(st.text(), st.text())
@settings(max_examples=50)
def test_it_is_the_same_either_way(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


# -- welcome ----------------------------------------------------------------------------------------------------------


def letters(hq: Headquarters) -> set[tuple[str, str]]:
    with hq.database.read() as tx:
        return {(row.channel, row.recipient) for row in tx.execute(select(message).where(message.c.kind == "welcome"))}


@pytest.fixture
def post(hq: Headquarters) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")
    hq.messages.set_gateway(Channel.MAIL, MAIL, None, "ann")


@pytest.mark.usefixtures("post")
def test_a_welcome_by_mail_and_sms_once(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1", email="mei@example.com", language="en"))
    tell(till, somebody("n1", email="mei@example.com", language="en"))
    assert letters(hq) == {("mail", "mei@example.com"), ("sms", PHONE)}
    with hq.database.read() as tx:
        (words,) = set(tx.execute(select(message.c.words).where(message.c.kind == "welcome")).scalars())
    said = msgspec.json.decode(words)
    assert (said["name"], said["store"]) == ("陳*麗", "s1")
    assert luhn_holds(said["card"])


@pytest.mark.usefixtures("post")
def test_who_did_not_agree_gets_nothing(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"), consents=[["marketing", "1"]])
    assert letters(hq) == set()


@pytest.mark.usefixtures("post")
def test_a_childs_message_goes_to_who_decides_for_them(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1", guardian=Guardian("王大明", "+886912000077", "父")), guardian=True)
    assert letters(hq) == {("sms", "+886912000077")}


@pytest.mark.usefixtures("post")
def test_a_store_that_was_cut_off_for_a_fortnight_welcomes_nobody(
    hq: Headquarters, till: Terminal, clock: TestClock
) -> None:
    till.fast = -14 * DAY
    join(till, somebody("n1"))
    assert members(hq, till)["n1"]
    till.fast = 0
    who = somebody("n2", phone="+886912000002")
    till.fact("member.registered", {"member": "n2", "person": _commits(who), "consents": [["service", "1"]]})
    clock.now += 14 * DAY
    till.open_session()
    till.push()
    tell(till, who)
    assert letters(hq) == {("sms", PHONE)}


# -- whatever is told -------------------------------------------------------------------------------------------------


@given(st.binary(max_size=80), st.binary(max_size=200), st.text(max_size=80))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_bytes_are_nobody(hq: Headquarters, salt: bytes, data: bytes, member: str) -> None:
    from kiosk.hq.registration import persons

    with hq.database.write() as tx:
        assert persons.take(hq.context, tx, "s1", member, salt, data) in ("unknown", "unreadable")


def test_only_hq_says_that_somebody_was_looked_at_merged_or_erased(hq: Headquarters, till: Terminal) -> None:
    join(till, somebody("n1"))
    till.fact("registration.reviewed", {"member": "n1", "verdict": "approved", "by": "me"})
    till.fact("members.merged", {"member": "n1", "other": "m1"})
    till.fact("member.erased", {"member": "n1", "why": "asked", "by": "me"})
    till.push()
    assert [one.reason for one in hq.left_out()] == ["not_its_word"] * 3
    assert hq.check() == []


def test_undone_and_put_back_whoever_a_terminal_registered_is_no_member_and_is_one_again(
    hq: Headquarters, till: Terminal
) -> None:
    other = Terminal.enrolled(hq, "s1", seed=9)
    join(till, somebody("n1"))
    join(other, somebody("n2", "王小明", "+886912000002"))
    hq.revoke_device(till.device)
    assert hq.undo(till.device)
    assert set(members(hq, other)) == {"n2"}
    assert hq.put_back(till.device)
    assert set(members(hq, other)) == {"n1", "n2"}
    assert members(hq, other)["n1"]["name"] == "陳美麗"
