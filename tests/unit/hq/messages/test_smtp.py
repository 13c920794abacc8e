"""The mail gateway against a real SMTP server: TLS, sign-in, and every way in which a server says no."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from kiosk.hq.messages.gateways import Down, Later, Letter, Never, Sent
from kiosk.hq.messages.settings import MailSettings
from kiosk.hq.messages.smtp import SmtpGateway
from tests.shared.post.mail_server import PASSWORD, USER, MailBox, certificate, mail_server
from tests.unit.hq.rig import TestClock

LETTER = Letter("m1", "mei@example.com", "陳*麗 您好：\n歡迎 🎉\n.\n以點開頭的一行\n", "歡迎加入信義")


def gateway(box: MailBox, secret: str = "", **changes: Any) -> SmtpGateway:
    said = {"host": "127.0.0.1", "port": box.port, "sender": "shop@example.tw", "timeout_s": 5, "ca": box.ca}
    return SmtpGateway(MailSettings(**{**said, "tls": "none", **changes}), secret, TestClock(), "信義旗艦店")


def test_a_letter_arrives_as_it_was_written() -> None:
    with mail_server() as box:
        assert gateway(box, reply_to="help@example.tw").send(LETTER) == Sent()
    (letter,) = box.letters
    assert box.to == ["mei@example.com"]
    assert letter["subject"] == "歡迎加入信義"
    assert letter["from"] == "信義旗艦店 <shop@example.tw>"
    assert letter["reply-to"] == "help@example.tw"
    assert letter["message-id"] == "<m1@example.tw>"
    assert letter["auto-submitted"] == "auto-generated"
    assert letter.get_content().replace("\r\n", "\n") == LETTER.text


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_over_tls_with_a_password(tls: str) -> None:
    with mail_server(tls=tls, login=True) as box:
        assert gateway(box, PASSWORD, tls=tls, user=USER).send(LETTER) == Sent()
        assert gateway(box, "wrong", tls=tls, user=USER).send(LETTER) == Down("login", 600_000)
    assert len(box.letters) == 1


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_nothing_is_said_to_a_server_whose_certificate_is_not_good(tls: str) -> None:
    with mail_server(tls=tls, host="mail.example") as box:
        other = certificate("127.0.0.1")[0].decode()
        assert gateway(box, tls=tls).send(LETTER) == Down("certificate", 600_000), "of another host"
        assert gateway(box, tls=tls, ca=other).send(LETTER) == Down("certificate", 600_000), "of another CA"
    assert box.letters == []


def test_a_server_without_tls_gets_nothing_in_the_clear() -> None:
    with mail_server() as box:
        assert gateway(box, PASSWORD, tls="starttls", user=USER).send(LETTER) == Down("no_tls_or_login", 600_000)
    assert box.letters == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("450 greylisted, try again in 300 seconds", Later("smtp_450", 300_000)),
        ("451 local error", Later("smtp_451", 300_000)),
        ("452 mailbox full for now", Later("smtp_452")),
        ("421 closing", Down("smtp_421")),
        ("550 no such user", Never("smtp_550")),
        ("554 rejected", Never("smtp_554")),
    ],
)
def test_what_a_server_says_of_an_address(said: str, answer: object) -> None:
    with mail_server() as box:
        box.recipients = [said]
        assert gateway(box).send(LETTER) == answer
        assert box.letters == []
        assert gateway(box).send(LETTER) == Sent()


@pytest.mark.parametrize(
    ("said", "answer"), [("451 scanner busy", Later("smtp_451", 300_000)), ("554 looks like spam", Never("smtp_554"))]
)
def test_what_a_server_says_of_a_letter(said: str, answer: object) -> None:
    with mail_server() as box:
        box.data = [said]
        assert gateway(box).send(LETTER) == answer


def test_a_sender_that_is_not_allowed_is_no_fault_of_the_letter() -> None:
    with mail_server() as box:
        box.sender = "553 not your address"
        assert gateway(box).send(LETTER) == Down("smtp_553", 600_000)
        box.sender = "451 later"
        assert gateway(box).send(LETTER) == Down("smtp_451")


def test_a_line_that_breaks_after_the_letter_was_taken_is_tried_again_under_the_same_id() -> None:
    with mail_server() as box:
        box.breaks = 1
        assert gateway(box).send(LETTER) == Later("no_answer")
        assert gateway(box).send(LETTER) == Sent()
    assert {letter["message-id"] for letter in box.letters} == {"<m1@example.tw>"}


def test_nobody_there_and_somebody_who_says_nothing() -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    box = MailBox(port)
    assert gateway(box, timeout_s=1).send(LETTER) == Down("timeout"), "it listens, and says nothing"
    closed.close()
    assert gateway(box).send(LETTER) == Down("unreachable")


def test_an_address_that_would_be_two_headers_is_no_letter() -> None:
    with mail_server() as box:
        for to in ("mei@example.com\r\nBcc: all@example.com", "mei@example.com\nX: y"):
            assert gateway(box).send(Letter("m2", to, "x", "x")) == Never("malformed")
        assert gateway(box).send(Letter("m2", "a@example.com", "x", "x\r\nBcc: b@example.com")) == Never("malformed")
    assert box.letters == []


def test_an_address_in_chinese_where_the_server_takes_none() -> None:
    letter = Letter("m3", "美麗@example.com", "x", "x")
    with mail_server() as box:
        assert gateway(box).send(letter) == Never("smtputf8")
    with mail_server(utf8=True) as box:
        assert gateway(box).send(letter) == Sent()
    assert box.to == ["美麗@example.com"]
