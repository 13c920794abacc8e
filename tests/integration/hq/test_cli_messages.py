"""`kiosk hq messages` on a real data folder, with HQ's own threads and real servers at the other end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.cli.hq import open_hq
from kiosk.hq.messages import outbox
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.messages.outbox import NewLetter
from kiosk.hq.web.server import HqServer
from tests.shared.calls import called
from tests.shared.post.mail_server import PASSWORD, USER, mail_server
from tests.shared.post.sms_server import Fault, sms_server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hq"
    open_hq(made).database.close()
    return made


def messages(folder: Path, *words: str, told: str = "", ends: int = 0) -> str:
    code, said, heard = called(["hq", "messages", *words, "--data", str(folder)], told=told)
    assert code == ends, (said, heard)
    assert "Traceback" not in heard
    return heard or said


def put(folder: Path, name: str, said: object) -> str:
    path = folder.parent / name
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")  # JSON is YAML
    return str(path)


def test_a_mail_server_is_set_tried_and_taken_away(folder: Path) -> None:
    assert "mail: none" in messages(folder, "show")
    assert "there is no mail gateway" in messages(folder, "test", "mail", "a@example.com", ends=1)
    with mail_server(tls="starttls", login=True) as box:
        file = put(folder, "mail.yaml", {"host": "127.0.0.1", "port": box.port, "sender": "s@example.tw", "user": USER})
        ca = folder.parent / "ca.pem"
        ca.write_text(box.ca, "ascii")
        assert "standard input is empty" in messages(folder, "mail", file, "--secret", ends=2)
        said = messages(folder, "mail", file, "--ca", str(ca), "--secret", told=f"{PASSWORD}\n")
        assert "mail is set" in said
        assert "has taken it" in messages(folder, "test", "mail", "ann@example.com", "--language", "en")
        assert box.to == ["ann@example.com"]
        shown = messages(folder, "show")
        assert "its own certificates" in shown
        assert PASSWORD not in shown + messages(folder, "show", "--json")
        messages(folder, "mail", file, "--ca", str(ca), "--secret", told="wrong\n")
        assert "does not let HQ sign in [login]" in messages(folder, "test", "mail", "ann@example.com", ends=1)
        assert "no mail address" in messages(folder, "test", "mail", "ann", ends=2)
    messages(folder, "off", "mail")
    assert "mail: none" in messages(folder, "show")


def test_the_running_hq_sends_and_tries_again_what_a_person_wants(folder: Path) -> None:
    with sms_server() as box:
        file = put(
            folder,
            "sms.yaml",
            {
                "url": box.url,
                "json": {"to": "{to}", "text": "{text}"},
                "sent": {"field": "status", "values": ["ok"]},
                "refused": {"field": "code", "values": ["bad_number"]},
            },
        )
        messages(folder, "sms", file)
        messages(folder, "texts", "--file", put(folder, "t.yaml", {
            "welcome.sms.text": {"zh_TW": "嗨 {name}", "zh_CN": "嗨 {name}", "en": "hi {name}"}
        }))  # fmt: skip
        assert "嗨 {name}" in messages(folder, "texts")
        box.faults = [Fault(400, '{"code": "bad_number"}')]
        hq = open_hq(folder)
        letter = NewLetter(
            Channel.SMS, "welcome", "+886900000001", "en", {"name": "A*"}, hq.context.clock.now_ms() + 10**8
        )
        server = HqServer(hq)
        server.start()
        try:
            with hq.database.write() as tx:
                name = outbox.put(hq.context, tx, letter)
            assert name is not None
            while not (listed := json.loads(messages(folder, "list", "--json"))) or listed[0]["state"] != "failed":
                pass
            failed = messages(folder, "list", "--failed", ends=1)
            assert "0900***001" in failed
            assert "refuses this number [refused]" in failed
            assert "900000001" not in failed
            assert "1 letters are tried now" in messages(folder, "retry", name)
            hq.database._tell([f"messages/{Channel.SMS}"])  # another process would be found after some seconds
            while hq.messages.counts() != {"sent": 1}:
                pass
            assert box.taken[name] == {"to": "+886900000001", "text": "hi A*"}
            assert "none of these letters" in messages(folder, "retry", "mx", ends=1)
        finally:
            server.stop()
            hq.database.close()
        messages(folder, "texts", "--usual")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("host: [", "mail.yaml:1"),
        ("a: &x 1\nb: *x", "references"),
        ("\xff", "not UTF-8"),
        ("host: 1", "Expected"),
        ("!!python/object/apply:os.system [x]", "could not determine a constructor"),
        ("- " * 5_000, "mail.yaml"),
        ("2026-99-99", "no sense"),
    ],
)
def test_files_that_say_nothing_are_refused_in_one_line(folder: Path, text: str, words: str) -> None:
    path = folder.parent / "mail.yaml"
    path.write_bytes(text.encode("latin-1"))
    said = messages(folder, "mail", str(path), ends=1)
    assert words in said
    assert len(said.splitlines()) == 1
