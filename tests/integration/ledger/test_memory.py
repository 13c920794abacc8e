"""A ledger in memory is the ledger: same tables, same code, nothing on the disk."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.adapters.db.memory import MemoryDisk, memory_ledger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.application.ports.faults import WrongKey
from tests.fakes import ManualClock
from tests.integration.ledger.samples import IDENTITY, KEY, live, raw


def test_it_has_the_tables_of_one_on_the_disk(path: Path) -> None:
    open_ledger(path, KEY, ManualClock()).close()
    query = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE '%alembic%' ORDER BY 1, 2"
    stored, memory = raw(path), MemoryDisk().connect(path, KEY)
    assert memory.execute(query).fetchall() == stored.execute(query).fetchall()
    for table in (name for (kind, name, _) in memory.execute(query).fetchall() if kind == "table"):
        assert memory.execute(f'PRAGMA table_info("{table}")').fetchall() == (
            stored.execute(f'PRAGMA table_info("{table}")').fetchall()
        )
    memory.close()
    stored.close()


def test_the_same_life_makes_the_same_journal(path: Path) -> None:
    heads = []
    clocks = (ManualClock(), ManualClock())
    for ledger, clock in (
        (open_ledger(path, KEY, clocks[0], threaded=False), clocks[0]),
        (memory_ledger(KEY, clocks[1], threaded=False), clocks[1]),
    ):
        ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
        live(ledger, clock, random.Random(7), 60)
        heads.append((ledger.head, ledger.run(lambda tx: tx.recent_sales(100)), ledger.run(lambda tx: tx.rights())))
        ledger.close()
    assert heads[0] == heads[1]


def test_two_are_not_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = memory_ledger(KEY, ManualClock()), memory_ledger(KEY, ManualClock())
    first.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    assert second.run(lambda tx: tx.identity()) is None
    first.close()
    first.close()
    second.close()
    assert list(tmp_path.iterdir()) == []


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(WrongKey):
        memory_ledger(b"short", ManualClock())


def test_its_pages_are_encrypted(path: Path) -> None:
    connection = MemoryDisk().connect(path, KEY)
    assert connection.execute("PRAGMA cipher_status").fetchall() == [("1",)]
    connection.close()
