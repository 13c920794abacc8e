"""The `kiosk hq` commands on a real data folder."""

from __future__ import annotations

import argparse
import inspect
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import requests

from kiosk.adapters.clock import SystemClock
from kiosk.cli import hq as cli_hq
from kiosk.cli.hq_words import _FLAWS
from kiosk.hq.rebuild.verify import Flaw
from kiosk.hq.web.server import HqServer
from kiosk.protocol.wire.messages import EnrollAnswer
from tests.integration.hq.conftest import DemoData
from tests.unit.hq.rig import Terminal


def hq(*words: str, data: Path) -> int:
    parser = argparse.ArgumentParser()
    cli_hq.add_parser(parser.add_subparsers())
    return int((args := parser.parse_args(["hq", *words, "--data", str(data)])).run(args))


@pytest.fixture
def data(tmp_path: Path, demo_data: DemoData) -> Path:
    folder = tmp_path / "data"
    demo_data(folder, 6)
    return folder


def test_a_slip_of_the_pen_makes_no_hq(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hq("conflicts", data=tmp_path / "typo") == 2
    assert "no HQ in" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()


def test_demo_data_may_be_made_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hq("demo-data", "--members", "6", data=data) == 0
    assert "3 stores, 6 members" in capsys.readouterr().out
    demo = json.loads((data / "demo.json").read_text("utf-8"))
    assert {person["pin"] for person in demo["staff"]} == {"1357", "2469", "5791", "8024"}
    visit = demo["visits"]["xinyi"][0]
    assert visit["pass"].startswith("KM1:")
    assert all(coupon["token"].startswith("KC1:") for coupon in visit["coupons"])


def test_codes_terminals_redemptions_conflicts_and_revocation(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert hq("enroll-code", "--store", "nowhere", data=data) == 1
    assert hq("enroll-code", "--store", "xinyi", "--name", "收銀一號", data=data) == 0
    code = capsys.readouterr().out.strip()
    opened = cli_hq.open_hq(data)
    till = Terminal.machine(opened, SystemClock())
    till.take_part(till.ok("/v1/enroll", till.enroll_request(code), EnrollAnswer))
    till.open_session()
    till.sale("t1", "c000001", right="accepted", member="m-000001")
    till.sale("t2", "c000001", right="accepted", member="m-000001")
    till.push()
    opened.database.close()
    assert hq("terminals", "--json", data=data) == 0
    (terminal,) = json.loads(capsys.readouterr().out)
    assert (terminal["name"], terminal["acked"], terminal["state"]) == ("收銀一號", 2, "active")
    assert hq("redemptions", "--json", data=data) == 0
    assert [use["state"] for use in json.loads(capsys.readouterr().out)] == ["counts", "conflict"]
    told = {}
    for what, ended in (("redemptions", 0), ("conflicts", 1), ("terminals", 0), ("rewards", 0), ("overruns", 0)):
        assert hq(what, data=data) == ended
        told[what] = capsys.readouterr().out
    uses = told["redemptions"].splitlines()
    when, who = r"\d{4}-\d\d-\d\d \d\d:\d\d", r".\*.* \(card 88\d{8}\)"
    assert re.fullmatch(f"{when}  Xinyi Flagship, 收銀一號  {who}  NT\\$100 off  worth TWD 100  counts", uses[0]), uses
    assert uses[1].endswith("  used once too often")
    assert "NT$100 off, worth TWD " in told["conflicts"]
    assert "was used once too often by " in told["conflicts"]
    assert "the use at 收銀一號 counts" in told["conflicts"]
    assert "收銀一號  Xinyi Flagship (xinyi)  in service  seen " in told["terminals"]
    # names, not our ids; a store's time, not milliseconds; no word of ours
    raw = re.compile(r"\bd-[a-z2-7]{8,}|\bm-\d{6}|\bc\d{6}|\d{12,}|=|\bt[12]\b|cash100|\bfacts?\b|\backed\b")
    assert {what: raw.findall(text) for what, text in told.items() if raw.search(text.replace("card 88", ""))} == {}
    assert hq("revoke-device", "nobody", data=data) == 1
    capsys.readouterr()
    assert hq("revoke-device", "收銀一號", data=data) == 0
    assert "收銀一號 is out of service" in capsys.readouterr().out
    assert hq("verify", data=data) == 0


def test_what_a_terminal_did_is_undone_and_put_back(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = cli_hq.open_hq(data)
    code = opened.enroll_code("xinyi", name="收銀二號")
    assert code is not None
    till = Terminal.machine(opened, SystemClock())
    till.take_part(till.ok("/v1/enroll", till.enroll_request(code), EnrollAnswer))
    till.open_session()
    till.sale("t1", "c000001", right="accepted", member="m-000001")
    till.push()
    opened.database.close()
    capsys.readouterr()
    assert hq("revoke-device", "收銀二號", "--dry-run", data=data) == 0
    said = capsys.readouterr().out
    assert "out of service" not in said
    assert "1 × sale completed" in said
    assert "1 sales of TWD 400 in all" in said
    assert hq("revoke-device", "收銀二號", "--put-back", data=data) == 1
    assert hq("revoke-device", "收銀二號", data=data) == 0
    assert f"{till.device} --undo" in capsys.readouterr().out
    assert hq("revoke-device", "收銀二號", "--undo", data=data) == 1  # nobody there to be asked
    assert "add --yes" in capsys.readouterr().err
    later = ("--since", "2999-01-01T00:00+08:00")
    assert hq("revoke-device", "收銀二號", "--undo", "--yes", *later, data=data) == 0
    assert hq("redemptions", "--json", data=data) == 0
    assert len(json.loads(capsys.readouterr().out.splitlines()[-1])) == 1
    answers = io.StringIO("n\ny\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    assert hq("revoke-device", "收銀二號", "--undo", data=data) == 1
    assert hq("revoke-device", "收銀二號", "--undo", data=data) == 0
    assert "1 entries are undone" in capsys.readouterr().out
    assert hq("redemptions", data=data) == 0
    assert capsys.readouterr().out == "0 in all\n"
    assert hq("unread", data=data) == 1
    assert "收銀二號  1 entries are undone" in capsys.readouterr().out
    assert hq("terminals", data=data) == 0
    assert "what it did is undone: 1 entries" in capsys.readouterr().out
    assert hq("rebuild", "--check", data=data) == 0
    assert hq("revoke-device", till.device, "--dry-run", "--json", data=data) == 0
    deeds = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (deeds["facts"], deeds["undone"], deeds["state"]) == (0, 1, "revoked")
    assert hq("revoke-device", till.device, "--put-back", data=data) == 0
    assert hq("unread", data=data) == 0
    assert hq("verify", data=data) == 0


def test_keys(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert hq("keys", "rotate", data=data) == 0
    new = capsys.readouterr().out.strip()
    assert hq("keys", "revoke", new, data=data) == 0
    assert capsys.readouterr().out.startswith(f"{new} is withdrawn: ")
    assert hq("keys", "revoke", "nothing", data=data) == 1
    assert hq("keys", "list", data=data) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert [line.split()[1] for line in lines if line.startswith(new)] == ["revoked"]
    assert all("  signs coupons, passes, badges and tickets" in line for line in lines if line.startswith(new))
    assert sum(line.endswith("  signs campaigns") for line in lines) <= 1


def test_a_database_without_its_key_or_damaged_is_said_plainly(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keys = data / "keys.json"
    kept = keys.read_bytes()
    keys.unlink()
    assert hq("verify", data=data) == 2
    assert "key" in capsys.readouterr().err
    keys.write_bytes(kept)
    assert hq("verify", data=data) == 0
    database = data / "hq.db"
    damaged = bytearray(database.read_bytes())
    damaged[:4096] = bytes(4096)
    database.write_bytes(damaged)
    assert hq("verify", data=data) == 2
    assert "cannot be opened" in capsys.readouterr().err


CAMPAIGNS = Path(__file__).parents[3] / "resources" / "campaigns"


def test_campaigns_are_published_and_withdrawn(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    file = tmp_path / "mini.yaml"
    text = (CAMPAIGNS / "mini-program.yaml").read_text("utf-8")
    file.write_text(text, "utf-8")
    assert hq("publish-campaign", str(file), str(CAMPAIGNS / "holiday.yaml"), data=data) == 0
    said = capsys.readouterr().out
    assert re.search(r"mini-program version 1 is in force from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(Asia/Taipei\) on", said)
    assert "holiday version 1" in said
    file.write_text(text.replace("amount: 1500000", "amount: 1500001"), "utf-8")
    assert hq("publish-campaign", str(file), data=data) == 1
    assert "version 1 is published already" in capsys.readouterr().err
    assert hq("publish-campaign", str(file), "--language", "zh_TW", data=data) == 1
    assert "mini.yaml: version: 第 1 版已經發布，請用更大的版本號 [old_version]" in capsys.readouterr().err
    file.write_text(text.replace("version: 1", "version: 2").replace("when: registered", "when: born"), "utf-8")
    assert hq("publish-campaign", str(file), str(tmp_path / "none.yaml"), data=data) == 2
    said = capsys.readouterr().err
    assert "unknown value `born`" in said
    assert "none.yaml" in said
    goods = tmp_path / "goods.csv"
    goods.write_text("id,price\nrice,cheap\n", "utf-8")
    assert hq("catalogue", "--file", str(goods), "--currency", "TWD", "--language", "zh_TW", data=data) == 1
    assert "goods.csv:2:1: `cheap` 不是 TWD 的價格 [bad_price]" in capsys.readouterr().err
    goods.write_text("id,category,no_benefit\nrice,fresh,\nset,family-set,yes\n", "utf-8")
    assert hq("catalogue", "--file", str(goods), "--currency", "TWD", data=data) == 0
    file.write_text(
        text.replace("version: 1", "version: 2").replace(
            "categories: [beauty, home", "items: [set], categories: [home"
        ),
        "utf-8",
    )
    assert hq("publish-campaign", str(file), data=data) == 0
    assert "the article `set` never carries a benefit" in capsys.readouterr().err
    assert hq("withdraw-campaign", "holiday", "--keep-coupons", data=data) == 0
    assert hq("withdraw-campaign", "holiday", data=data) == 1
    assert hq("sweep", data=data) == 0
    assert hq("overruns", data=data) == 0
    assert "0 members got something" in capsys.readouterr().out
    assert hq("keys", "rotate", "--campaigns", data=data) == 0
    assert hq("verify", data=data) == 0


def test_demo_data_with_campaigns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "demo"
    made = ("demo-data", "--members", "30", "--campaign")
    assert hq(*made, "referral-party", "--campaign", str(CAMPAIGNS / "holiday.yaml"), data=folder) == 0
    capsys.readouterr()
    assert hq(*made, "nothing-like-it", data=folder) == 1
    assert "nothing-like-it" in capsys.readouterr().err
    opened = cli_hq.open_hq(folder)
    try:
        with opened.database.read() as tx:
            query = "SELECT id FROM published WHERE subject = 'editions' ORDER BY id"
            assert tx.connection.exec_driver_sql(query).scalars().all() == ["holiday/1", "referral-party/1"]
    finally:
        opened.database.close()


def test_a_changed_row_is_found_by_a_check_and_put_right(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    opened = cli_hq.open_hq(data)
    code = opened.enroll_code("xinyi")
    assert code is not None
    till = Terminal.machine(opened, SystemClock())
    till.take_part(till.ok("/v1/enroll", till.enroll_request(code), EnrollAnswer))
    till.open_session()
    till.sale("t1", "c000001", right="accepted")
    till.push()
    assert hq("rebuild", "--check", data=data) == 0  # while HQ runs
    with opened.database.write() as tx:
        tx.connection.exec_driver_sql("UPDATE sale SET total = 1")
    opened.database.close()
    capsys.readouterr()
    assert hq("rebuild", "--check", data=data) == 1
    assert capsys.readouterr().out.splitlines() == ["sale  xinyi/t1  total", "1 rows differ"]
    assert hq("verify", data=data) == 1
    assert "counts anew): sale xinyi/t1: total  [derived]\n1 in all\n" in capsys.readouterr().out
    assert hq("rebuild", data=data) == 0
    assert "derived anew from 1 facts; 1 rows had differed" in capsys.readouterr().out
    assert hq("rebuild", "--check", data=data) == 0
    assert hq("verify", data=data) == 0
    assert not list(data.glob("hq.db.*e*"))  # neither hq.db.beside nor hq.db.check


def test_what_an_older_program_left_is_derived_while_hq_serves(data: Path) -> None:
    opened = cli_hq.open_hq(data)
    code = opened.enroll_code("xinyi")
    assert code is not None
    till = Terminal.machine(opened, SystemClock())
    till.take_part(till.ok("/v1/enroll", till.enroll_request(code), EnrollAnswer))
    till.open_session()
    till.sale("t1", "c000001", right="accepted")
    till.push()
    with opened.database.write() as tx:
        tx.connection.exec_driver_sql("UPDATE sale SET total = 1")
        tx.connection.exec_driver_sql("DELETE FROM projection")
    server = HqServer(opened)
    server.start()
    models: list[dict[str, Any]] = [{"version": 0, "wanted": 1}]
    while any(one["version"] != one["wanted"] for one in models):
        models = requests.get(server.url + "/healthz", timeout=60).json()["read_models"]
    server.stop()
    assert {one["name"]: (one["done"], one["total"]) for one in models} == {
        "sales": (1, 1),
        "redemptions": (1, 1),
        "slips": (1, 1),
        "kinship": (1, 1),
        "registrations": (1, 1),
        "help": (1, 1),
        "prizes": (1, 1),
        "guests": (1, 1),
        "wheels": (1, 1),
        "draws": (1, 1),
        "tickets": (1, 1),
        "photos": (1, 1),
        "series": (1, 1),
        "charges": (1, 1),
    }
    assert opened.check() == []
    opened.database.close()


def test_rewards_are_told_by_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "demo"
    assert hq("demo-data", "--members", "30", "--campaign", "holiday", data=folder) == 0
    assert hq("sweep", data=folder) == 0
    capsys.readouterr()
    assert hq("rewards", data=folder) == 0
    *lines, count = capsys.readouterr().out.splitlines()
    assert count == f"{len(lines)} in all"
    said = r".\*.* \(card 88\d{8}\)  coupon “[A-Z][^”]+”  Home for the New Year: Welcome back  given by HQ"
    assert lines
    assert [line for line in lines if not re.fullmatch(said, line)] == []


def test_every_flaw_has_words() -> None:
    source = Path(inspect.getfile(Flaw)).read_text("utf-8")
    assert set(re.findall(r'Flaw\("([a-z_]+)"', source)) == set(_FLAWS)
