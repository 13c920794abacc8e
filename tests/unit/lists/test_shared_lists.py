"""The lists that lie beside the repository: exports of a real pretix server, and workbooks and texts of offices."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.adapters.lists.reading import read_book
from kiosk.domain.lists.understand import understand

GUESTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "guests"
pytestmark = pytest.mark.skipif(not GUESTS.is_dir(), reason="the shared lists are not here")


def test_the_offices_lists_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    with (GUESTS / "office" / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))
    for name in dict.fromkeys(row["file"] for row in expected):
        assert main(["event", "import", str(GUESTS / "office" / name), "--preview", "--json"]) == 0
        rows = json.loads(capsys.readouterr().out)
        got = [(r["name"], r["phone"], str(r["plus_ones"]), r["table"], str(r["vip"])) for r in rows]
        meant = [row for row in expected if row["file"] == name]
        assert got == [
            (row["name"], f"+886{row['phone'][1:]}", row["plus_ones"], row["table"], row["vip"]) for row in meant
        ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_pretixs_check_in_list(kind: str) -> None:
    read = understand(read_book(GUESTS / f"pretix-checkin-list.{kind}"))
    assert (len(read.guests), len(read.left_out), sum(one.vip for one in read.guests)) == (1055, 0, 50)
    assert all(one.name and one.phone.startswith("+8869") and len(one.code) == 32 for one in read.guests)


def test_pretixs_orders_without_the_cancelled_ones() -> None:
    read = understand(read_book(GUESTS / "pretix-orders.csv"))
    assert (len(read.guests), len(read.left_out)) == (995, 5)
    assert not any(one.code for one in read.guests)


def test_pretixs_codes_alone() -> None:
    read = understand(read_book(GUESTS / "pretix-codes.csv"))
    assert len({one.code for one in read.guests}) == len(read.guests) == 1055
