"""`kiosk ledger …` as a person types it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.adapters.db.layout import place
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.keys.keystore import LEDGER_KEY
from kiosk.config import load, with_data_dir
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.installation import key_store
from tests.integration.ledger.samples import KEY, enrolled, open_at, raw, sell


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An installation's data folder, with its key in a key file."""
    folder = tmp_path / "data"
    folder.mkdir()
    # whatever key store this machine has, tests leave it alone
    (folder / "keystore.json").write_text('{"store": "file"}', encoding="utf-8")
    key_store(with_data_dir(load(environment={}), folder)).put(LEDGER_KEY, KEY)
    return folder


@pytest.fixture
def ledger(data: Path) -> Iterator[SqlLedger]:
    ledger = enrolled(data / "ledger.db")
    for number in range(1, 4):
        sell(ledger, f"x{number}", f"c{number}")
    yield ledger
    ledger.close()


def ask(data: Path, *words: str) -> int:
    return main(["ledger", *words, "--data", str(data)])


def test_verify_while_the_terminal_runs(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "verify") == 0
    said = capsys.readouterr().out
    assert "Sound: 4 facts in 1 epoch." in said
    assert ledger.head.hash.hex() in said
    sell(ledger, "x9", "c9")
    assert ask(data, "verify") == 0
    assert ask(data, "rebuild", "--check") == 0
    assert "5 facts" in capsys.readouterr().out


@pytest.mark.parametrize("position", [0, 5, 60, 4096 * 2 + 100, 4096 * 5 + 4090, -1])
def test_verify_finds_one_flipped_byte(
    ledger: SqlLedger, data: Path, position: int, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.close()
    content = bytearray((data / "ledger.db").read_bytes())
    content[position] ^= 1
    (data / "ledger.db").write_bytes(content)
    assert ask(data, "verify") == 1
    said = capsys.readouterr()
    assert "NOT SOUND" in said.err
    assert "restore" in said.err
    assert said.out == ""


def test_verify_finds_a_deleted_end(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.close()
    connection = raw(data / "ledger.db")
    connection.execute(f"DELETE FROM fact WHERE place = {place(1, 4)}")
    connection.close()
    assert ask(data, "verify") == 1
    assert "fact 4 of epoch 1 was written and is not there" in capsys.readouterr().err
    # also when the witness went with it: its sale has lost its fact
    (data / "ledger.db-head").unlink()
    assert ask(data, "verify") == 1
    assert "1 in coupon_use, 1 in member_fact, 1 in sale" in capsys.readouterr().err
    assert ask(data, "rebuild", "--check") == 1


def test_a_backup_goes_there_and_back(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(data, "backup") == 0
    backup = Path(capsys.readouterr().out.splitlines()[0])
    assert backup.parent == data / "backups"
    sell(ledger, "x9", "c9")
    assert ask(data, "restore", str(backup)) == 2
    assert "close the program" in capsys.readouterr().err
    ledger.close()
    assert ask(data, "restore", str(backup)) == 0
    assert "Restored 4 facts" in capsys.readouterr().out
    assert ask(data, "verify") == 0
    again = open_at(data / "ledger.db")
    assert again.run(lambda tx: tx.meta("restored_at")) is not None
    assert again.run(lambda tx: tx.sale("x9")) is None
    again.close()
    assert len(list(data.glob("ledger.db.replaced-*"))) >= 1


def test_a_backup_elsewhere(ledger: SqlLedger, data: Path, tmp_path: Path) -> None:
    assert ask(data, "backup", "--to", str(tmp_path / "stick")) == 0
    assert len(list((tmp_path / "stick").glob("*.db"))) == 1
    assert not (data / "backups").exists()


def test_a_damaged_backup_is_not_restored(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.close()
    bad = data / "bad.db"
    content = bytearray((data / "ledger.db").read_bytes())
    content[9000] ^= 4
    bad.write_bytes(content)
    assert ask(data, "restore", str(bad)) == 1
    assert "does not verify" in capsys.readouterr().err
    assert ask(data, "verify") == 0


def test_show_prints_the_journal(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.run(lambda tx: tx.append(SCAN_REFUSED, "s-1", {"code": "expired", "coupon": "c-7"}))
    assert ask(data, "show", "--last", "2") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("1/4 ")
    assert "sale.completed" in lines[0]
    assert "name=王＊明" in lines[0]
    assert "2026-09-21T14:13:20.000Z  scan.refused       s-1        code=expired  coupon=c-7" in lines[1]
    assert ask(data, "show", "--json") == 0
    records = json.loads(capsys.readouterr().out)
    assert [record["seq"] for record in records] == [1, 2, 3, 4, 5]
    assert records[-1]["hash"] == ledger.head.hash.hex()
    assert records[-1]["body"] == {"code": "expired", "coupon": "c-7"}


def test_nothing_can_be_said_without_ledger_or_key(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    for words in (["verify"], ["rebuild", "--check"], ["backup"], ["show"]):
        assert ask(nowhere, *words) == 2
        assert ask(data, *words) == 2
        assert "there is no ledger" in capsys.readouterr().err
    assert ask(data, "restore", str(tmp_path / "none.db")) == 2
    assert not nowhere.exists()
    assert not (data / "ledger.db").exists()
    enrolled(data / "ledger.db").close()
    key_store(with_data_dir(load(environment={}), data)).delete(LEDGER_KEY)
    assert ask(data, "verify") == 2
    assert "has no key" in capsys.readouterr().err


def test_another_key(ledger: SqlLedger, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key_store(with_data_dir(load(environment={}), data)).put(LEDGER_KEY, bytes(32))
    assert ask(data, "verify") == 1
    assert "the key does not open the file" in capsys.readouterr().err


def test_wrong_calls(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["ledger"], ["ledger", "rebuild"], ["ledger", "show", "--last", "0"], ["ledger", "restore"]):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
    capsys.readouterr()
