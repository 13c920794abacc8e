"""One-time codes: late, twice, never, guessed, and asked for too often."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.members.proofs import KEPT_MS, was_proved
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.ports import HqSettings
from kiosk.hq.registration import codes
from kiosk.hq.registration.codes import CodeGiven, CodeRefused, CodeTried
from kiosk.hq.store.people import message, one_time_code
from kiosk.protocol.wire.messages import CodeAnswer, CodeChecked, CodeCheckRequest, CodeRequest
from tests.unit.hq.rig import Terminal, TestClock, read

PHONE = "+886900000001"
MINUTE = 60_000
SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}}


@pytest.fixture(autouse=True)
def _gateway(hq: Headquarters) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")


def ask(hq: Headquarters, phone: str = PHONE, by: str = "d/d1", purpose: str = "register") -> CodeGiven | CodeRefused:
    with hq.database.write() as tx:
        return codes.ask(hq.context, tx, phone, purpose, "zh_TW", by)


def given(hq: Headquarters, phone: str = PHONE, by: str = "d/d1") -> tuple[str, str]:
    """Its op, and the digits that the message says."""
    found = ask(hq, phone, by)
    assert isinstance(found, CodeGiven), found
    return found.op, digits_of(hq, found.op)


def digits_of(hq: Headquarters, op: str) -> str:
    with hq.database.read() as tx:
        name = tx.execute(select(one_time_code.c.message).where(one_time_code.c.op == op)).scalar_one()
        words = tx.execute(select(message.c.words).where(message.c.message == name)).scalar_one()
    digits: str = msgspec.json.decode(words)["code"]
    return digits


def check(hq: Headquarters, op: str, digits: str, by: str = "d/d1") -> CodeTried | None:
    with hq.database.write() as tx:
        return codes.check(hq.context, tx, op, digits, by)


def wrong(digits: str) -> str:
    return f"{(int(digits) + 1) % 10**6:06d}"


def test_the_right_digits_prove_the_phone_and_may_be_told_again(hq: Headquarters) -> None:
    op, digits = given(hq)
    assert len(digits) == 6
    for _ in range(2):
        assert check(hq, op, digits) == CodeTried("proved", 5, PHONE)
    assert check(hq, op, wrong(digits)) == CodeTried("open", 4), "only the right ones"
    with hq.database.read() as tx:
        assert was_proved(hq.context, tx, PHONE)
        assert was_proved(hq.context, tx, PHONE, "d/d1")
        assert not was_proved(hq.context, tx, PHONE, "d/d2")
        assert not was_proved(hq.context, tx, "+886900000002")


def test_five_wrong_ones_and_not_even_the_right_one_is_good(hq: Headquarters) -> None:
    op, digits = given(hq)
    left = [check(hq, op, wrong(digits)) for _ in range(5)]
    assert [one and (one.state, one.tries_left) for one in left] == [
        ("open", 4),
        ("open", 3),
        ("open", 2),
        ("open", 1),
        ("spent", 0),
    ]
    assert check(hq, op, digits) == CodeTried("spent", 0)


def test_asked_twice_in_a_row_it_is_the_same_code(hq: Headquarters, clock: TestClock) -> None:
    first = ask(hq)
    clock.now += MINUTE - 1
    assert ask(hq) == first
    assert len(hq.messages.letters()) == 1
    clock.now += 1
    assert ask(hq) != first
    assert len(hq.messages.letters()) == 2


def test_the_first_one_comes_late_after_a_second_was_asked_for(hq: Headquarters, clock: TestClock) -> None:
    _, first = given(hq)
    clock.now += 2 * MINUTE
    op, _ = given(hq)
    assert check(hq, op, first) == CodeTried("proved", 5, PHONE)


def test_tries_are_counted_over_all_codes_that_are_good(hq: Headquarters, clock: TestClock) -> None:
    first, digits = given(hq)
    for _ in range(3):
        check(hq, first, wrong(digits))
    clock.now += 2 * MINUTE
    second, other = given(hq)
    never = next(f"{n:06d}" for n in range(9) if f"{n:06d}" not in (digits, other))
    assert check(hq, second, never) == CodeTried("open", 1)
    assert check(hq, second, never) == CodeTried("spent", 0)
    assert check(hq, first, digits) == CodeTried("spent", 0)


def test_after_ten_minutes_it_is_too_late(hq: Headquarters, clock: TestClock) -> None:
    op, digits = given(hq)
    clock.now += 10 * MINUTE - 1
    assert check(hq, op, wrong(digits)) == CodeTried("open", 4)
    clock.now += 1
    assert check(hq, op, digits) == CodeTried("expired", 0)


def test_a_code_is_good_for_whoever_asked_for_it_alone(hq: Headquarters) -> None:
    op, digits = given(hq)
    assert check(hq, op, digits, by="d/d2") is None
    assert check(hq, "o" + "a" * 24, digits) is None
    assert check(hq, "../x\0", digits) is None


def test_a_code_of_another_phone_proves_nothing(hq: Headquarters) -> None:
    op, digits = given(hq)
    _, others = given(hq, "+886900000002")
    if others != digits:
        assert check(hq, op, others) == CodeTried("open", 4)


def test_a_phone_is_not_flooded(hq: Headquarters, clock: TestClock) -> None:
    for n in range(5):
        assert isinstance(ask(hq, by=f"d/d{n}"), CodeGiven)
        clock.now += MINUTE
    assert ask(hq, by="d/d9") == CodeRefused("too_many")
    assert isinstance(ask(hq, "+886900000009", by="d/d9"), CodeGiven), "others are not concerned"
    for _ in range(5):
        clock.now += 61 * MINUTE
        assert isinstance(ask(hq), CodeGiven)
    clock.now += 61 * MINUTE
    assert ask(hq) == CodeRefused("too_many"), "ten a day"


def test_nobody_has_messages_sent_to_numbers_one_after_the_other(hq: Headquarters) -> None:
    most = HqSettings().codes_of_asker_an_hour
    for n in range(most):
        assert isinstance(ask(hq, f"+88690000{n:04d}"), CodeGiven)
    assert ask(hq, "+886911111111") == CodeRefused("too_many")
    assert isinstance(ask(hq, "+886911111111", by="d/d2"), CodeGiven)


def test_a_message_that_never_arrives_is_said_with_the_next_try(hq: Headquarters) -> None:
    op, digits = given(hq)
    with hq.database.write() as tx:
        tx.execute(message.update().values(state="failed"))
    assert check(hq, op, wrong(digits)) == CodeTried("undeliverable", 4)


def test_digits_and_phone_are_nowhere_to_be_read(hq: Headquarters, clock: TestClock) -> None:
    op, digits = given(hq)
    with hq.database.read() as tx:
        row = tx.execute(select(one_time_code).where(one_time_code.c.op == op)).one()
    assert digits.encode() not in bytes(row.code)
    assert PHONE[1:] not in row.who
    clock.now += 11 * MINUTE
    given(hq, "+886900000002")
    with hq.database.read() as tx:
        assert tx.execute(select(one_time_code.c.phone).where(one_time_code.c.op == op)).scalar_one() == ""
    clock.now += KEPT_MS
    given(hq, "+886900000003")
    with hq.database.read() as tx:
        assert tx.execute(select(one_time_code.c.op)).scalars().all() != []
        assert op not in tx.execute(select(one_time_code.c.op)).scalars().all()


def test_an_erased_phone_leaves_nothing(hq: Headquarters) -> None:
    given(hq)
    with hq.database.write() as tx:
        codes.forget_phone(hq.context, tx, PHONE)
        assert tx.execute(select(one_time_code)).all() == []


def test_an_address_is_kept_as_a_hash(hq: Headquarters) -> None:
    by = codes.by_address(hq.context, "203.0.113.7")
    assert "203" not in by
    assert len(by) <= 80
    assert by == codes.by_address(hq.context, "203.0.113.7") != codes.by_address(hq.context, "203.0.113.8")


# -- the wire ---------------------------------------------------------------------------------------------------------


def test_over_the_wire(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    answer = till.ok("/v1/codes", CodeRequest(phone=PHONE, language="en"), CodeAnswer)
    assert (answer.until, answer.resend_after) == (answer.time + 10 * MINUTE, answer.time + MINUTE)
    digits = digits_of(hq, answer.op)
    asked = CodeCheckRequest(op=answer.op, code=digits)
    assert other.call("POST", "/v1/codes/check", asked).status == 404
    told = till.ok("/v1/codes/check", asked, CodeChecked)
    assert (told.proved, told.phone, told.state, told.tries_left) == (True, PHONE, "proved", 5)
    missed = till.ok("/v1/codes/check", CodeCheckRequest(op=answer.op, code=wrong(digits)), CodeChecked)
    assert (missed.proved, missed.phone) == (False, "")


def test_what_is_no_phone_and_where_there_is_no_gateway(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for odd in (
        "0900000001",
        "+",
        "+886",
        "+0123456789",
        "+88690000000\0",
        "+88690000000٣",
        "+886 900 000 001",
        "x" * 999,
    ):
        assert till.call("POST", "/v1/codes", CodeRequest(phone=odd)).status == 400, odd
    for request in (CodeRequest(phone=PHONE, purpose="win"), CodeRequest(phone=PHONE, language="fr")):
        assert till.call("POST", "/v1/codes", request).status == 400
    hq.messages.set_gateway(Channel.SMS, None, None, "ann")
    assert till.call("POST", "/v1/codes", CodeRequest(phone=PHONE)).status == 503


def test_whether_a_phone_is_a_members_is_not_to_be_found_out(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    known = till.call("POST", "/v1/codes", CodeRequest(phone="+886900000001"))
    stranger = till.call("POST", "/v1/codes", CodeRequest(phone="+886999999999"))
    assert known.status == stranger.status == 200
    assert read(known, CodeAnswer).until == read(stranger, CodeAnswer).until
