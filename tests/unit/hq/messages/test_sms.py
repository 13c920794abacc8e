"""The SMS gateway against one that has the faults of real ones."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.hq.messages.gateways import Answer, Down, Later, Letter, Never, Sent
from kiosk.hq.messages.settings import AnswerRule, SmsSettings
from kiosk.hq.messages.sms import SmsGateway, national
from tests.shared.post.sms_server import Fault, SmsBox, sms_server
from tests.unit.hq.rig import TestClock

LETTER = Letter("m1", "+886900000001", "【信義】驗證碼 012345，{to} 不是您的號碼")
RULES: dict[str, Any] = {
    "json": {"to": "{to}", "parts": ["{text}"], "ref": {"id": "{id}"}, "flash": False},
    "headers": {"Authorization": "Bearer {secret}"},
    "sent": AnswerRule(field="status", values=("ok",)),
    "duplicate": AnswerRule(field="code", values=("duplicate",)),
    "refused": AnswerRule(field="code", values=("bad_number", "21")),
    "busy": AnswerRule(field="code", values=("busy",)),
    "ref": "message_id",
}


@pytest.fixture
def box() -> Iterator[SmsBox]:
    with sms_server() as made:
        yield made


def send(box: SmsBox, letter: Letter = LETTER, **changes: Any) -> Answer:
    said = {"url": box.url, "timeout_s": 1, **RULES, **changes}
    return SmsGateway(SmsSettings(**said), "k€y".encode().hex(), TestClock()).send(letter)


def test_what_is_sent_is_what_the_settings_say(box: SmsBox) -> None:
    assert send(box) == Sent("g-1")
    assert box.asked == [{"to": "+886900000001", "parts": [LETTER.text], "ref": {"id": "m1"}, "flash": False}]
    assert box.headers[0]["authorization"] == f"Bearer {'k€y'.encode().hex()}"
    assert box.headers[0]["idempotency-key"] == "m1"


def test_a_gateway_of_forms_and_lines(box: SmsBox) -> None:
    box.faults = [Fault(body="[1]\r\nmsgid=77\r\nstatuscode=1\r\nAccountPoint=98\r\n")]
    said: dict[str, Any] = {
        "json": None,
        "form": {"dstaddr": "{national}", "smbody": "{text}", "clientid": "{id}", "mobile": "{digits}"},
        "answers": "lines",
        "sent": AnswerRule(field="statuscode", values=("0", "1", "2")),
        "ref": "msgid",
        "key_header": "",
    }
    assert send(box, **said) == Sent("77")
    assert box.asked[0]["dstaddr"] == "0900000001"
    assert box.asked[0]["mobile"] == "886900000001"
    assert "idempotency-key" not in box.headers[0]
    box.faults = [Fault(body="statuscode=e\r\nError=帳號錯誤")]
    assert send(box, **said) == Later("odd_answer")


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (Fault(body='{"status": "error", "code": "bad_number"}'), Never("refused")),
        (Fault(400, '{"code": 21}'), Never("refused")),
        (Fault(body='{"status": "error", "code": "no_money"}'), Later("odd_answer")),
        (Fault(body='{"code": "busy"}'), Later("busy")),
        (Fault(503, '{"code": "busy"}', (("Retry-After", "7"),)), Later("busy", 7_000)),
        (Fault(body='{"status": "error", "code": "duplicate", "message_id": "g-9"}'), Sent("g-9")),
        (Fault(409, '{"code": "duplicate"}'), Sent("")),
        (Fault(429, "slow down", (("Retry-After", "30"),)), Down("http_429", 30_000)),
        (Fault(429, ""), Down("http_429")),
        (Fault(429, "", (("Retry-After", "Thu, 01 Oct 2026 04:01:00 GMT"),)), Down("http_429", 60_000)),
        (Fault(429, "", (("Retry-After", "Thu, 01 Oct 2020 04:01:00 GMT"),)), Down("http_429", 0)),
        (Fault(429, "", (("Retry-After", "999999999"),)), Down("http_429", 3_600_000)),
        (Fault(429, "", (("Retry-After", "soon"),)), Down("http_429")),
        (Fault(401, "{}"), Down("http_401", 600_000)),
        (Fault(302, "", (("Location", "https://elsewhere.example/"),)), Down("http_302", 600_000)),
        (Fault(400, "{}"), Never("http_400")),
        (Fault(408, ""), Later("http_408")),
        (Fault(500, "<html>oops"), Later("http_500")),
        (Fault(503, "", (("Retry-After", "5"),)), Later("http_503", 5_000)),
        (Fault(body="<html>Welcome to our portal"), Later("odd_answer")),
        (Fault(body="[" * 5_000), Later("odd_answer")),
        (Fault(body='{"status": {"status": "ok"}}'), Later("odd_answer")),
        (Fault(body="x" * 200_000), Later("odd_answer")),
        (Fault(hangs=True), Later("no_answer")),
        (Fault(loses=True), Later("no_answer")),
    ],
)
def test_what_a_gateway_answers_and_what_follows(box: SmsBox, fault: Fault, answer: object) -> None:
    box.faults = [fault]
    assert send(box) == answer


def test_an_answer_that_got_lost_sends_nobody_two_messages(box: SmsBox) -> None:
    box.faults = [Fault(loses=True)]
    assert send(box) == Later("no_answer")
    assert send(box) == Sent("")
    assert list(box.taken) == ["m1"]


def test_without_a_rule_every_2xx_is_taken(box: SmsBox) -> None:
    box.faults = [Fault(202, ""), Fault(204, "")]
    assert send(box, sent=None) == Sent()
    assert send(box, sent=None, answers="none") == Sent()


def test_nobody_there(box: SmsBox) -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    assert send(SmsBox(f"http://127.0.0.1:{port}/")) == Down("unreachable")


def test_text_that_cannot_be_a_header_is_said_and_not_sent(box: SmsBox) -> None:
    assert send(box, headers={"X": "a\nb"}) == Down("malformed_header", 600_000)
    assert box.asked == []


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [("+886900000001", "0900000001"), ("+8613800000001", "13800000001"), ("+85251234567", "51234567"), ("+999", "999")],
)
def test_a_phone_as_it_is_dialled_at_home(phone: str, dialled: str) -> None:
    assert national(phone) == dialled
