"""The demo's mail server takes letters as Python's own client hands them over."""

from __future__ import annotations

import smtplib
import socket
from email.message import EmailMessage

from kiosk.demo.mailbox import mail_server


def letter(text: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "shop@example.com", "an@example.com", "歡迎"
    made.set_content(text)
    return made


def test_a_letter_comes_whole() -> None:
    text = "第一行\n.dot at the beginning\n..two\n" + "x" * 3_000 + "\n"
    with mail_server() as mailbox:
        with smtplib.SMTP("127.0.0.1", mailbox.port) as client:
            client.send_message(letter(text))
            client.send_message(letter("another"))
        first, second = mailbox.to("an@example.com")
    assert first["Subject"] == "歡迎"
    assert first.get_content() == text
    assert second.get_content() == "another\n"
    assert mailbox.to("nobody@example.com") == []


def test_nonsense_ends_the_conversation_and_not_the_server() -> None:
    with mail_server() as mailbox:
        for sent in (b"HELLO\r\n", b"\x00" * 10_000, b"DATA\r\nhalf a letter"):
            with socket.create_connection(("127.0.0.1", mailbox.port)) as client:
                client.sendall(sent)
        with smtplib.SMTP("127.0.0.1", mailbox.port) as client:
            client.send_message(letter("after all"))
        assert len(mailbox.to("an@example.com")) == 1
