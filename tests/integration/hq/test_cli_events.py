"""`kiosk hq events` on a real data folder, with lists as offices and pretix write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.lists.reading import read_book
from kiosk.adapters.lists.writing import write_csv
from kiosk.cli import hq as cli_hq
from kiosk.domain.guests.facts import GUEST_SIGNED_IN
from kiosk.domain.lists.tables import OutTable
from kiosk.domain.lists.understand import understand
from kiosk.protocol.wire.messages import EnrollAnswer
from tests.integration.hq.test_cli_hq import hq
from tests.unit.hq.rig import Terminal, TestClock

GALA = """
id: gala
name: {zh_TW: 年度晚宴, en: Annual gala}
starts: 2026-12-05 18:00
ends: 2026-12-05 23:00
place: 大倉久和
quota: 2
tags: [{id: vip, name: 貴賓}]
"""
ROWS = (
    ("姓名", "手機", "桌次", "攜伴"),
    ("李小美", "0912-345-678", "3", "1"),
    ("王明", "", "5", ""),
    ("王明", "", "", ""),
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hq") / "data"
    assert hq("demo-data", "--members", "6", data=folder) == 0
    return folder


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("gala", "late", "paper"):
        (tmp_path / f"{name}.yaml").write_text(GALA.replace("gala", name, 1), "utf-8")
    write_csv(tmp_path / "list.csv", OutTable("x", ROWS[0], ROWS[1:]))
    return tmp_path


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_an_event_from_its_file_to_its_close(data: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hq("events", "publish", str(files / "gala.yaml"), "--store", "xinyi", data=data) == 0
    capsys.readouterr()
    assert hq("events", "guests", "gala", str(files / "list.csv"), "--preview", data=data) == 0
    shown = capsys.readouterr().out
    for said_of in ("手機 = phone", "3 would be new", "2 people more than the event has places"):
        assert said_of in shown
    assert hq("events", "guests", "gala", str(files / "list.csv"), data=data) == 1  # nobody is there to say yes
    assert "nothing is taken" in capsys.readouterr().out
    assert hq("events", "list", "--json", data=data) == 0
    assert [one["guests"] for one in said(capsys) if one["event"]["id"] == "gala"] == [0]
    assert hq("events", "guests", "gala", str(files / "list.csv"), "--yes", data=data) == 0
    assert "gala: 3 new, 0 changed, 0 as before" in capsys.readouterr().out
    assert hq("events", "show", "gala", data=data) == 0
    assert "2026-12-05 18:00 to 23:00  3 guests" in capsys.readouterr().out

    assert hq("events", "tickets", "gala", "--out", str(files / "tickets.csv"), data=data) == 0
    codes = understand(read_book(files / "tickets.csv")).guests
    assert [(one.name, one.phone) for one in codes] == [("王明", ""), ("李小美", "+886912345678"), ("王明", "")]
    assert all(one.code.startswith("KT1:") for one in codes)
    assert hq("events", "tickets", "gala", data=data) == 2
    assert hq("events", "tickets", "gala", "--out", str(files / "tickets.doc"), data=data) == 2
    assert hq("events", "tickets", "gala", "--send", data=data) == 1
    capsys.readouterr()

    assert hq("events", "close", "gala", data=data) == 0
    assert hq("events", "close", "gala", data=data) == 1
    capsys.readouterr()
    assert hq("events", "list", data=data) == 0
    assert "closed" in capsys.readouterr().out


def test_columns_that_are_questions_answer_them(data: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = "questions: [{id: bus, kind: yes_no, name: 搭接駁車}, {id: photo, kind: consent, name: 同意拍照}]\n"
    (files / "asked.yaml").write_text(GALA.replace("gala", "asked", 1) + asked, "utf-8")
    rows = [("李小美", "0912345678", "是", "是"), ("王明", "0987654321", "也許", "是")]
    write_csv(files / "answers.csv", OutTable("x", ("姓名", "手機", "搭接駁車", "同意拍照"), rows))
    assert hq("events", "publish", str(files / "asked.yaml"), "--store", "xinyi", data=data) == 0
    assert hq("events", "guests", "asked", str(files / "answers.csv"), "--yes", data=data) == 0
    shown = capsys.readouterr().out
    for said_of in (
        "answers to questions: 搭接駁車 = bus",
        "not used: 同意拍照",
        "1 rows to look at: an answer is none",
    ):
        assert said_of in shown
    opened = cli_hq.open_hq(data)
    told = {one.name: one.answers for one in opened.events.attended("asked").guests.values()}
    opened.database.close()
    assert told == {"李小美": (("bus", "yes"),), "王明": ()}


def test_who_came_is_told_with_doubles(data: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hq("events", "publish", str(files / "late.yaml"), "--store", "xinyi", data=data)
    hq("events", "guests", "late", str(files / "list.csv"), "--yes", data=data)
    opened = cli_hq.open_hq(data)
    guest = next(one for one in opened.events.attended("late").guests.values() if one.name == "李小美")
    clock = TestClock(opened.context.clock.now_ms())
    for seed in (1, 2):
        code = opened.enroll_code("xinyi", name=f"Door {seed}")
        assert code is not None
        desk = Terminal.machine(opened, clock, seed=f"{seed}")
        desk.take_part(desk.ok("/v1/enroll", desk.enroll_request(code), EnrollAnswer))
        desk.open_session()
        clock.now += 1_000
        desk.fact(GUEST_SIGNED_IN, {"event": "late", "guest": guest.id, "turn": 1, "people": 2}, actor="s-102")
        desk.push()
    opened.database.close()
    capsys.readouterr()
    assert hq("events", "attendance", "late", "--out", str(files / "came.csv"), data=data) == 1
    shown = capsys.readouterr().out
    for said_of in (
        "2 people came: 1 guests and whom they brought; 3 are on the list",
        "one ticket let in two: 李小美",
        "Door 1, by s-102",
    ):
        assert said_of in shown
    assert "李小美" in (files / "came.csv").read_text("utf-8-sig")
    assert hq("events", "attendance", "late", "--json", data=data) == 1
    told = said(capsys)
    assert (told["arrived"], len(told["doubles"]), told["listed"]) == (2, 1, 3)
    assert hq("conflicts", data=data) == 1
    shown = capsys.readouterr().out
    for said_of in ("Door 2  the ticket of 李*美 for", "let in 2 people more, by", "; Door 1 had let it in at"):
        assert said_of in shown
    assert hq("conflicts", "--json", data=data) == 1
    (told,) = said(capsys)
    assert (told["what"], told["winner_actor"]) == ("double", "s-102")


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("show", "nothing"), 1, "no such event"),
        (("tickets", "nothing", "--send"), 1, "no such event"),
        (("attendance", "nothing"), 1, "no such event"),
        (("close", "nothing"), 1, "no such event"),
        (("publish", "{folder}/list.csv", "--store", "xinyi"), 1, "publish"),
        (("publish", "{folder}/gala.yaml", "--store", "nowhere"), 1, "no such store"),
        (("guests", "nothing", "{folder}/list.csv", "--yes"), 1, "no such event"),
        (("guests", "nothing", "{folder}/empty.csv", "--yes"), 2, "empty"),
    ],
)
def test_what_cannot_be_done_is_said(
    data: Path, files: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, why: str
) -> None:
    (files / "empty.csv").write_bytes(b"")
    assert hq("events", *(word.format(folder=files) for word in words), data=data) == code
    assert why in capsys.readouterr().err


def test_sheets_of_tickets(data: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hq("events", "publish", str(files / "paper.yaml"), "--store", "xinyi", data=data)
    hq("events", "guests", "paper", str(files / "list.csv"), "--yes", data=data)
    capsys.readouterr()
    assert (
        hq("events", "tickets", "paper", "--out", str(files / "t.pdf"), "--across", "1", "--down", "2", data=data) == 0
    )
    assert "3 tickets on 2 pages" in capsys.readouterr().out
    assert (files / "t.pdf").read_bytes().startswith(b"%PDF")
