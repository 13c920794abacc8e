"""Whoever opens an invitation on their phone becomes a member: once, with their gifts, and without anybody else
learning who is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event, select

from kiosk.domain.registration.policy import ConsentText, RegistrationPolicy
from kiosk.domain.registration.referral import How
from kiosk.domain.texts import LocalText
from kiosk.hq.invites import words
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN, fact
from kiosk.protocol.rows import REGISTRATION_ID
from tests.unit.hq.invites.guests import PHONE, REFERRER, Chain, Guest, Page, inviting

MINUTE = 60_000


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    made = inviting(tmp_path)
    yield made
    made.close()


@pytest.fixture
def guest(chain: Chain) -> Guest:
    return Guest(chain, chain.invite())


def told(chain: Chain, kind: str) -> list[dict[str, object]]:
    """Bodies of HQ's own facts of a kind."""
    with chain.hq.database.read() as tx:
        query = select(fact.c.raw).where(fact.c.store == CHAIN, fact.c.kind == kind).order_by(fact.c.seq)
        return [msgspec.json.decode(raw)["body"] for raw in tx.execute(query).scalars()]


def members(chain: Chain) -> dict[str, dict[str, object]]:
    return {name: row for name, row in chain.till.rows("store/s1/members").items() if name != REFERRER}


def test_a_newcomer_has_a_pass_and_the_first_coupon_and_the_store_knows_them(chain: Chain, guest: Guest) -> None:
    page = guest.joins(email="lin@example.com", month="05", day="20", consent__marketing="1")
    assert page.status == 200
    assert "Welcome, 林*文" in page.text
    assert page.html.count("<svg") == 2, "the pass and the coupon"
    for text in ("10% off for new friends", "Sample pack", "50 points", "recommendation by 陳*麗 is noted"):
        assert text in page.text
    chain.till.open_session()
    ((member, row),) = members(chain).items()
    assert (row["phone"], row["name"], row["home_store"], row["birthday"]) == (PHONE, "林大文", "s1", "05-20")
    coupons = chain.till.rows("store/s1/coupons")
    mine = [one for one in coupons.values() if one["coupon"]["member"] == member]
    assert len(mine) == 1
    (body,) = told(chain, "member.registered")
    assert (body["other"], body["how"], body["campaign"]) == (REFERRER, How.PAGE, "referral-party")
    assert (body["proved"], body["consents"]) == (True, [["service", "1"], ["marketing", "1"]])
    assert body.get("part") is None
    assert "林" not in msgspec.json.encode(body).decode()
    assert PHONE[4:] not in msgspec.json.encode(body).decode()
    assert {"welcome", "code"} <= {one["kind"] for one in chain.letters()}
    assert chain.hq.verify() == []
    assert chain.hq.check() == []


def test_the_referrer_is_rewarded_as_for_a_friend_in_the_store(chain: Chain, guest: Guest) -> None:
    guest.joins()
    rewards = [one for one in chain.hq.rewards() if one.member == REFERRER]
    assert {one.rule for one in rewards} == {"sign-up-friend"}


@pytest.mark.parametrize("times", [2, 5])
def test_pressed_again_and_again_it_is_one_member(chain: Chain, guest: Guest, times: int) -> None:
    guest.open()
    page = guest.fills_in()
    code, sealed = chain.code(), page.hidden[0]
    first = [guest.post({**sealed, "step": "code", "code": code}) for _ in range(times)]
    assert {one.status for one in first} == {200}
    assert all("Welcome" in one.text for one in first)
    assert len(told(chain, "member.registered")) == 1
    chain.till.open_session()
    assert len(members(chain)) == 1


def test_the_form_pressed_twice_sends_one_code(chain: Chain, guest: Guest) -> None:
    guest.open()
    form = guest.page
    assert form is not None
    for _ in range(3):
        guest.page = form
        assert guest.fills_in().status == 200
    assert len(chain.letters()) == 1


# --- nobody learns who is a member ------------------------------------------------------------------------------------


def _statements(chain: Chain, guest: Guest, phone: str) -> tuple[Page, list[str]]:
    said: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    guest.open()
    event.listen(chain.hq.database.engine, "before_cursor_execute", note)
    try:
        return guest.fills_in(phone=phone), said
    finally:
        event.remove(chain.hq.database.engine, "before_cursor_execute", note)


def test_a_member_s_phone_and_a_stranger_s_get_the_same_page_after_the_same_work(chain: Chain) -> None:
    """Statements stand for time: what is asked of the database is all that differs between two forms."""
    token = chain.invite()
    known, by_known = _statements(chain, Guest(chain, token, address="10.0.0.1"), "0987654321")
    unknown, by_unknown = _statements(chain, Guest(chain, token, address="10.0.0.2"), "0912345678")
    assert (known.status, known.headers) == (unknown.status, unknown.headers)
    assert known.text.replace("0987 654 321", "…") == unknown.text.replace("0912 345 678", "…")
    assert len(known.body) == len(unknown.body)
    # whom the word finds is read by one more look at rows
    assert len(by_known) - len(by_unknown) <= 1


def test_a_member_hears_of_it_by_a_message_and_no_code_ever_lets_anybody_in(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in(phone="0987654321")
    (letter,) = chain.letters()
    assert (letter["to"], letter["kind"]) == ("+886987654321", "already")
    for _ in range(5):
        page = guest.send("code", code="000000")
        assert page.status == 422
    assert told(chain, "member.registered") == []


def test_who_has_proved_a_phone_that_is_a_member_s_by_now_is_told_so(chain: Chain, guest: Guest) -> None:
    other = Guest(chain, guest.token, address="10.9.9.9")
    guest.open()
    guest.fills_in()
    code = chain.code()
    chain.clock.now += 2 * MINUTE
    other.joins()
    page = guest.send("code", code=code)
    assert (page.status, "You are a member already" in page.text) == (200, True)
    assert len(told(chain, "member.registered")) == 1


# --- the code ---------------------------------------------------------------------------------------------------------


def test_wrong_codes_are_counted_and_a_further_one_may_be_sent(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in()
    wrong = f"{(int(chain.code()) + 1) % 10**6:06d}"
    for left in (4, 3, 2, 1):
        page = guest.send("code", code=wrong)
        assert (page.status, f"Tries left: {left}" in page.text) == (422, True)
    assert "no longer good" in guest.send("code", code=wrong).text
    chain.clock.now += MINUTE
    assert guest.send("again", form=1).status == 200
    page = guest.send("code", code=chain.code())
    assert "Welcome" in page.text


@pytest.mark.parametrize("typed", ["", "   ", "abc"])
def test_a_code_that_is_none_costs_no_try(chain: Chain, guest: Guest, typed: str) -> None:
    guest.open()
    guest.fills_in()
    page = guest.send("code", code=typed)
    assert (page.status, "Please enter the code" in page.text) == (422, True)
    assert "Welcome" in guest.send("code", code=chain.code()).text


def test_a_code_is_read_in_any_digits_and_with_gaps(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in()
    wide = chain.code().translate({ord("0") + n: ord("０") + n for n in range(10)})
    assert "Welcome" in guest.send("code", code=f" {wide[:3]} {wide[3:]}").text


def test_a_code_that_comes_late_is_over_and_what_was_typed_is_kept(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in()
    code = chain.code()
    chain.clock.now += 11 * MINUTE
    page = guest.send("code", code=code)
    assert (page.status, "has run out" in page.text) == (422, True)
    page = guest.send("change", form=1)
    assert page.values["name"] == "林大文"
    assert page.values["phone"] == "0912 345 678"
    assert page.checked == {"adult", "consent0"}


def test_a_phone_that_changes_networks_between_the_two_forms_goes_on(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in()
    guest.address = "203.0.113.7"
    assert "Welcome" in guest.send("code", code=chain.code()).text


def test_without_a_gateway_the_invitation_is_shown_in_the_store(chain: Chain, guest: Guest) -> None:
    chain.hq.messages.set_gateway(Channel.SMS, None, None, "ann")
    guest.open()
    page = guest.fills_in()
    assert (page.status, page.html.count("<svg")) == (503, 1)
    assert "Show this invitation in a store" in page.text


# --- what was typed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"phone": ""}, {"phone"}),
        ({"phone": "hello"}, {"phone"}),
        ({"phone": "02 2345 6789"}, {"phone"}),
        ({"name": ""}, {"name"}),
        ({"name": "0912345678"}, {"name"}),
        ({"name": "名" * 501}, {"name"}),
        ({"month": "02", "day": "30"}, {"month"}),
        ({"month": "02"}, {"month"}),
        ({"email": "nobody"}, {"email"}),
        ({"who": ""}, {"adult"}),
        ({"who": "child"}, {"guardian_name", "guardian_phone"}),
        ({"who": "child", "guardian_name": "母親", "guardian_phone": "1"}, {"guardian_phone"}),
        ({"consent__service": ""}, {"consent0"}),
        ({"consent__service": "0"}, {"consent0"}),
        ({"phone": "", "name": "", "who": "", "consent__service": ""}, {"phone", "name", "adult", "consent0"}),
    ],
)
def test_everything_that_is_wrong_is_said_at_once_where_it_is(
    chain: Chain, guest: Guest, changes: dict[str, str], fields: set[str]
) -> None:
    guest.open()
    page = guest.fills_in(**changes)
    assert page.status == 422
    linked = {value.removeprefix("#") for tag, name, value in page.attributes if (tag, name) == ("a", "href")}
    assert linked - {"join"} - {one for one in linked if one.startswith("?lang=")} == fields
    there = {value for _tag, name, value in page.attributes if name == "id"}
    assert fields <= there, "a link leads somewhere"
    described = {one for _t, n, value in page.attributes if n == "aria-describedby" for one in value.split()}
    assert described <= there
    assert chain.letters() == []
    if "name" not in changes:
        assert page.values["name"] == "林大文"
    assert guest.fills_in().status == 200


def test_a_child_is_registered_with_who_decides_for_it(chain: Chain, guest: Guest) -> None:
    page = guest.joins(who="child", guardian_name="林母", guardian_phone="0933222111", guardian_relation="母親")
    assert "Welcome" in page.text
    (body,) = told(chain, "member.registered")
    assert body["guardian"] is True


def test_consents_whose_words_have_changed_meanwhile_are_asked_for_again(chain: Chain, guest: Guest) -> None:
    guest.open()
    guest.fills_in()
    text = LocalText("新條款", "新条款", "New words")
    policy = RegistrationPolicy(consents=(ConsentText("service", "2", text, required=True),))
    chain.hq.publish([RowChange(Bucket(CHAIN, "registration"), REGISTRATION_ID, policy)])
    page = guest.send("code", code=chain.code())
    assert (page.status, "New words" in page.text, "just changed" in page.text) == (422, True, True)
    assert told(chain, "member.registered") == []
    guest.fills_in(consent__service="2")
    chain.clock.now += MINUTE
    assert "Welcome" in guest.send("code", code=chain.code()).text
    (body,) = told(chain, "member.registered")
    assert body["consents"] == [["service", "2"]]


def test_names_of_every_kind_are_welcome(chain: Chain) -> None:
    for number, name in enumerate(("𠮷田", "李", "<b>Bob</b>", "אברהם", "名" * 500)):
        guest = Guest(chain, chain.invite(), address=f"10.0.1.{number}")
        page = guest.joins(phone=f"0933 111 {number:03d}", name=name)
        assert page.status == 200, name
        assert "<b>Bob" not in page.html
        assert words.PASS.en in page.text


# --- recommendations that somebody looks at first ---------------------------------------------------------------------


def test_phones_that_were_bought_together_are_looked_at(chain: Chain, guest: Guest) -> None:
    page = guest.joins(phone="0987654399")  # the referrer's ends in 21
    assert "Headquarters looks at the recommendation" in page.text
    (body,) = told(chain, "member.registered")
    assert body["held"] == ["phone_family"]
    assert [one for one in chain.hq.rewards() if one.member == REFERRER] == []


def test_so_many_friends_an_hour_are_looked_at(chain: Chain) -> None:
    token = chain.invite()
    for number in range(6):
        Guest(chain, token, address=f"10.0.3.{number}").joins(phone=f"09{11 + 7 * number:02d} 345 678")
    held = [body.get("held", []) for body in told(chain, "member.registered")]
    assert held == [[], [], [], [], [], ["too_many"]]
