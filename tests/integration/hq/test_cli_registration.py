"""`kiosk hq registration`, `review`, `members`, `referrals` on a real data folder with a terminal that registers."""

from __future__ import annotations

import getpass
import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli.hq import open_hq
from kiosk.domain.stores import Store
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from tests.shared.calls import called
from tests.unit.hq.registration.people import PHONE, join, somebody
from tests.unit.hq.rig import Terminal, put, words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hq"


@pytest.fixture
def hq(folder: Path) -> Iterator[Headquarters]:
    made = open_hq(folder)
    made.publish([put(CHAIN, "stores", "s1", Store("s1", words("信義店"), "Asia/Taipei", "TWD", "r"))])
    till = Terminal.enrolled(made)
    join(till, somebody("n1"), other="m1", how="invite", held=["too_many"], channel="selfservice")
    join(till, somebody("n2", "王小明", "+886912000002"))
    yield made
    made.database.close()


def said(folder: Path, *args: str, ends: int = 0) -> str:
    code, out, err = called(["hq", *args, "--data", str(folder)])
    assert code == ends, (out, err)
    assert "Traceback" not in err
    return out if ends == 0 or not err else err


@pytest.mark.usefixtures("hq")
def test_the_queue_from_the_command_line(folder: Path) -> None:
    listed = said(folder, "review", "list", ends=1)
    assert "n1  陳*麗  0912***001 (not proved)  waits" in listed
    assert "信義店" in listed
    assert "named by their invite" in listed
    assert "brought very many in an hour" in listed
    assert PHONE not in listed
    shown = said(folder, "review", "show", "n1")
    assert "陳美麗" in shown
    assert "household" not in shown
    assert json.loads(said(folder, "review", "show", "n1", "--json"))["person"]["phone"] == PHONE
    assert "--what" in said(folder, "review", "ask", "n1", ends=2)
    assert "0 letters" in said(folder, "review", "ask", "n1", "--what", "phone")
    said(folder, "review", "reject", "n1", "--reason", "invented", "--by", "ann", "--note", "nobody there")
    decided = said(folder, "review", "list", "--all")
    assert "rejected (invented) since" in decided
    assert "by ann" in decided
    assert "rejected already" in said(folder, "review", "reject", "n1", "--reason", "other", ends=1)
    said(folder, "review", "approve", "n1")
    assert f"by {getpass.getuser()}" in said(folder, "review", "list", "--all")
    assert "0 in all" in said(folder, "review", "list")
    assert "no such registration" in said(folder, "review", "approve", "x", ends=1)


@pytest.mark.usefixtures("hq")
def test_members_are_found_shown_exported_and_erased(folder: Path) -> None:
    found = said(folder, "members", "find", PHONE)
    assert "n1  陳*麗" in found
    assert "nobody" in said(folder, "members", "find", "+886999999999", ends=1)
    assert "agreed to service, version 1" in said(folder, "members", "show", "n1")
    file = folder.parent / "n1.json"
    said(folder, "members", "export", "n1", "--out", str(file))
    assert json.loads(file.read_text("utf-8"))["person"]["n1"]["name"] == "陳美麗"
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "withdrew marketing" in said(folder, "members", "consent", "n1", "marketing", "--withdrawn")
    assert "no such consent" in said(folder, "members", "consent", "n1", "x", "--given", ends=1)
    assert "n2 is n1 from now on" in said(folder, "members", "merge", "n1", "n2")
    assert "one already" in said(folder, "members", "merge", "n1", "n2", ends=1)
    assert "--yes" in said(folder, "members", "erase", "n1", "--why", "asked", ends=1)
    assert "n1, n2" in said(folder, "members", "erase", "n1", "--why", "asked", "--yes")
    assert "erased" in said(folder, "members", "find", "n1")
    assert "erased already" in said(folder, "members", "erase", "n1", "--why", "asked", "--yes", ends=1)
    said(folder, "members", "show", "n1")


@pytest.mark.usefixtures("hq")
def test_who_brought_whom_from_the_command_line(folder: Path) -> None:
    text = said(folder, "referrals")
    assert "1 registered, 0 bought, next step 1" in text
    assert "nobody has been a member for 14 days" in text
    assert "by source: 1 checkout, 1 invite" in text
    told = json.loads(said(folder, "referrals", "--json", "--member", "m1"))
    assert told["tree"][0]["friends"][0]["member"] == "n1"
    assert told["spread"]["referred"] == 1
    assert json.loads(said(folder, "referrals", "--json", "--since", "2999-01-01T00:00"))["registrations"] == []
    assert "invalid choice" in said(folder, "referrals", "--days", "0", ends=2)


def test_how_the_chain_registers_is_shown_and_set(folder: Path, hq: Headquarters) -> None:
    shown = said(folder, "registration", "show")
    assert "consent service, version 1, needed to be a member" in shown
    assert hq.registration.policy().household_key not in shown + said(folder, "registration", "show", "--json")
    again = folder.parent / "policy.yaml"
    again.write_text(said(folder, "registration", "show", "--json"), "utf-8")
    said(folder, "registration", "set", str(again))
    again.write_text("review: all\nmost_an_hour: {clerk: 7}\n", "utf-8")
    said(folder, "registration", "set", str(again))
    assert hq.registration.policy().most_an_hour.clerk == 7
    again.write_text("review: [", "utf-8")
    assert "policy.yaml:1" in said(folder, "registration", "set", str(again), ends=1)
    again.write_text("consents: 7", "utf-8")
    assert "Expected" in said(folder, "registration", "set", str(again), ends=1)
