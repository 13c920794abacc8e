"""`kiosk hq slips` on a real data folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.adapters.clock import SystemClock
from kiosk.cli import hq as cli_hq
from kiosk.cli.hq_words import conflict_lines, names_of
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.slips.model import use_of
from kiosk.protocol.wire.messages import EnrollAnswer
from tests.integration.hq.test_cli_hq import data, hq
from tests.unit.hq.rig import Terminal

__all__ = ["data"]


def test_books_are_allowed_made_and_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert hq("slips", "allow", "--template", "cash100", "--count", "60", "--share", "10", data=data) == 0
    assert hq("slips", "book", "--store", "xinyi", "--template", "cash100", "--count", "50", data=data) == 0
    told = capsys.readouterr().out
    book = told.splitlines()[1].partition(":")[0]
    assert f"{book}: {book}-0001" in told
    assert hq("slips", "book", "--store", "xinyi", "--template", "cash100", "--count", "20", data=data) == 1
    assert "10 are left" in capsys.readouterr().err
    assert hq("slips", "list", data=data) == 0
    listed = capsys.readouterr().out
    assert "50 open; what is out can cost TWD 5,000 more" in listed
    assert "60 set aside, 10 left; each terminal keeps 10" in listed
    assert hq("slips", "list", "--json", "--store", "xinyi", data=data) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(one["id"], one["open"], one["worst"]) for one in said["books"]] == [(book, 50, 500_000)]
    assert said["rules"][0]["left"] == 10


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--store", "nowhere", "--template", "cash100"), "no such store"),
        (("--store", "xinyi", "--template", "nothing"), "no such template"),
        (("--store", "xinyi", "--template", "flash300"), "withdrawn"),
        (("--store", "banqiao", "--template", "flagship150"), "not good in that store"),
        (("--store", "xinyi", "--template", "each500"), "--most"),
        (("--store", "xinyi", "--template", "cash100", "--uses", "11"), "no more uses than slips"),
    ],
)
def test_what_cannot_be_made(data: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], why: str) -> None:
    assert hq("slips", "book", "--count", "10", *words, data=data) == 1
    assert why in capsys.readouterr().err


@pytest.mark.parametrize("amount", ["", "0", "-5", "ten", "1.234", "1e9", "٣", "9" * 20])
def test_an_amount_that_is_none(data: Path, capsys: pytest.CaptureFixture[str], amount: str) -> None:
    assert hq("slips", "book", "--store", "xinyi", "--count", "10", f"--off={amount}", data=data) == 2
    assert "is no amount of TWD" in capsys.readouterr().err


def test_a_conflict_names_the_slip_and_what_stands_against_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert hq("enroll-code", "--store", "xinyi", "--name", "收銀一號", data=data) == 0
    code = capsys.readouterr().out.strip()
    opened = cli_hq.open_hq(data)
    till = Terminal.machine(opened, SystemClock())
    till.take_part(till.ok("/v1/enroll", till.enroll_request(code), EnrollAnswer))
    till.open_session()
    coupon = {"id": use_of("K7MP3QRT", 3), "template": "cash100", "value": 10_000, "right": "slip"}
    slip = {"book": "K7MP3QRT", "number": 3, "at": SystemClock().now_ms(), "by": "s-102"}
    body = {"txn": "x1", "amount": 50_000, "total": 40_000, "currency": "TWD", "coupons": [coupon], "slip": slip}
    till.fact(SALE_COMPLETED, body)
    till.fact(SALE_COMPLETED, {**body, "txn": "x2"})
    till.push()
    lines = "\n".join(conflict_lines(names_of(opened), opened.conflicts()))
    opened.database.close()
    assert "paper slip K7MP3QRT-0003" in lines
    assert "no book has that number" in lines
    assert "was used once too often" in lines
