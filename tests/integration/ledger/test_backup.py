"""Backups: whole while the ledger is written, verified before they count, restored without losing what they replace."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db import backup as backup_module
from kiosk.adapters.db.backup import KEEP, back_up, finish_restore, restore
from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.ledger import STAMPS_LEFT_OUT, SqlLedger
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, LedgerLocked, WrongKey
from tests.fakes import ManualClock
from tests.integration.ledger.samples import KEY, enrolled, facts_in, open_at, raw, sell


def test_a_backup_has_what_was_durable(ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path) -> None:
    sell(ledger, "x1", "c1")
    made = back_up(path, KEY, tmp_path / "to", clock)
    assert made.facts == 2
    assert made.path.name == "ledger-20260921T141320-manual.db"
    assert [one.name for one in made.path.parent.iterdir()] == [made.path.name]
    assert facts_in(made.path) == facts_in(path)
    assert verify(made.path, KEY).sound
    assert rebuild(made.path, KEY).differences == {}


def test_a_backup_is_encrypted(ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path) -> None:
    sell(ledger, "x1", "c1")
    data = back_up(path, KEY, tmp_path / "to", clock).path.read_bytes()
    assert b"SQLite format" not in data
    assert b"sale.completed" not in data
    with pytest.raises(WrongKey):
        verify(back_up(path, KEY, tmp_path / "to", clock).path, bytes(32))


def test_facts_after_a_restore_have_stamps_that_none_before_had(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    """Also where the clock stands still, or has been set back: a fact is known by its stamp."""
    sell(ledger, "x1", "c1")
    kept = back_up(path, KEY, tmp_path / "to", clock).path
    for again in range(2):
        for number in range(5):
            sell(ledger, f"x{again}{number}", f"c{again}{number}")
        lost = ledger.head.hlc
        ledger.close()
        restore(kept, path, KEY, clock)
        ledger = open_at(path, clock)
        sell(ledger, f"y{again}", f"d{again}")
        first = ledger.head.hlc
        assert first > lost
        sell(ledger, f"z{again}", f"e{again}")
        # once, not with every fact
        assert ledger.head.hlc - first < STAMPS_LEFT_OUT
        clock.now -= 5_000
        kept = back_up(path, KEY, tmp_path / "to", clock).path
    ledger.close()


def test_backups_while_sales_go_on(path: Path, clock: ManualClock, tmp_path: Path) -> None:
    ledger = enrolled(path, threaded=True)
    stop = threading.Event()
    started = threading.Event()

    def sell_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            sell(ledger, f"x{number}", f"c{number}")
            if number == 20:
                started.set()

    seller = threading.Thread(target=sell_on)
    seller.start()
    started.wait()
    counts = []
    try:
        for _ in range(8):
            clock.advance(1_000)
            made = back_up(path, KEY, tmp_path / "to", clock)
            counts.append(made.facts)
            assert rebuild(made.path, KEY).differences == {}
            assert len(facts_in(made.path)) == made.facts
    finally:
        stop.set()
        seller.join()
        ledger.close()
    assert counts == sorted(counts)
    assert counts[-1] > counts[0] >= 21


def test_a_backup_that_does_not_verify_is_not_kept(ledger: SqlLedger, path: Path, clock: ManualClock) -> None:
    sell(ledger, "x1", "c1")
    connection = raw(path)
    connection.execute("UPDATE fact SET hash = zeroblob(32)")
    connection.close()
    folder = path.parent / "to"
    with pytest.raises(LedgerDamaged, match="does not verify"):
        back_up(path, KEY, folder, clock)
    assert list(folder.iterdir()) == []


def test_the_oldest_backups_leave(ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path) -> None:
    names = []
    for _ in range(KEEP + 3):
        clock.advance(60_000)
        names.append(back_up(path, KEY, tmp_path / "to", clock).path.name)
    assert sorted(one.name for one in (tmp_path / "to").iterdir()) == names[-KEEP:]


def test_the_new_backup_stays_whatever_the_clock_says(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    for _ in range(KEEP):
        clock.advance(60_000)
        back_up(path, KEY, tmp_path / "to", clock)
    clock.now -= 400 * 86_400_000
    made = back_up(path, KEY, tmp_path / "to", clock)
    assert made.path.exists()
    assert len(list((tmp_path / "to").iterdir())) == KEEP


def test_restoring_keeps_what_it_replaces_and_asks_for_a_new_epoch(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    sell(ledger, "x1", "c1")
    made = back_up(path, KEY, tmp_path / "to", clock)
    sell(ledger, "x2", "c2")
    head = ledger.head
    ledger.close()
    clock.advance(86_400_000)
    report = restore(made.path, path, KEY, clock)
    assert report.facts == 2
    assert verify(path, KEY).sound
    ledger = open_at(path, clock)
    assert ledger.run(lambda tx: tx.meta("restored_at")) == str(clock.now)
    assert [sale.txn for sale in ledger.run(lambda tx: tx.recent_sales(5))] == ["x1"]
    ledger.close()
    replaced = path.with_name("ledger.db.replaced-20260922T141320")
    assert len(facts_in(replaced)) == 3
    assert facts_in(replaced)[-1][4] == head.hash
    assert made.path.exists()
    assert not path.with_suffix(".restoring").exists()


def test_restoring_over_a_crashed_ledger_takes_its_wal_along(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path
) -> None:
    made = back_up(path, KEY, tmp_path / "to", clock)
    sell(ledger, "x1", "c1")
    crashed = tmp_path / "crashed" / "ledger.db"
    crashed.parent.mkdir()
    for suffix in ("", "-wal", "-head"):
        shutil.copyfile(path.with_name(path.name + suffix), crashed.with_name(crashed.name + suffix))
    restore(made.path, crashed, KEY, clock)
    assert verify(crashed, KEY).facts == 1
    open_at(crashed, clock).close()
    assert len(facts_in(crashed.with_name("ledger.db.replaced-20260921T141320"))) == 2


def test_restoring_where_nothing_was(ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path) -> None:
    made = back_up(path, KEY, tmp_path / "to", clock)
    other = tmp_path / "new" / "machine" / "ledger.db"
    restore(made.path, other, KEY, clock)
    open_at(other, clock).close()
    assert verify(other, KEY).facts == 1


def test_a_ledger_in_use_is_not_replaced(ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path) -> None:
    made = back_up(path, KEY, tmp_path / "to", clock)
    with pytest.raises(LedgerLocked):
        restore(made.path, path, KEY, clock)
    sell(ledger, "x1", "c1")


def _damaged(backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[4096 * 3 + 77] ^= 1
    backup.write_bytes(data)


def _another_key(backup: Path) -> None:
    connection = raw(backup)
    connection.execute(f"PRAGMA rekey = \"x'{bytes(32).hex()}'\"")
    connection.close()


def _no_ledger(backup: Path) -> None:
    backup.write_bytes(b"")


def _nothing(backup: Path) -> None:
    backup.unlink()


@pytest.mark.parametrize("spoil", [_damaged, _another_key, _no_ledger, _nothing])
def test_a_bad_backup_is_not_restored(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path, spoil: Any
) -> None:
    sell(ledger, "x1", "c1")
    made = back_up(path, KEY, tmp_path / "to", clock)
    ledger.close()
    spoil(made.path)
    before = {one.name: one.read_bytes() for one in path.parent.glob("ledger.db*")}
    with pytest.raises(LedgerFault):
        restore(made.path, path, KEY, clock)
    assert {one.name: one.read_bytes() for one in path.parent.glob("ledger.*") if one.name != "ledger.lock"} == before
    open_at(path, clock).close()


def test_a_restore_cut_short_is_finished_at_the_next_start(
    ledger: SqlLedger, path: Path, clock: ManualClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(path, KEY, tmp_path / "to", clock)
    sell(ledger, "x1", "c1")
    ledger.close()

    class PowerCut(BaseException):
        pass

    def half(ledger: Path, name: str, *, keep: bool) -> None:
        ledger.replace(ledger.with_name(f"{ledger.name}.{name}"))
        raise PowerCut

    monkeypatch.setattr(backup_module, "set_aside", half)
    with pytest.raises(PowerCut):
        restore(made.path, path, KEY, clock)
    monkeypatch.undo()
    assert not path.exists()
    again = open_at(path, clock)
    assert again.head.seq == 1
    assert again.run(lambda tx: tx.meta("restored_at")) is not None
    again.close()
    finish_restore(path, clock)
    assert verify(path, KEY).facts == 1
    assert len(facts_in(path.with_name("ledger.db.replaced-20260921T141320"))) == 2


def test_a_backup_cannot_be_made_of_nothing(path: Path, clock: ManualClock) -> None:
    with pytest.raises(LedgerFault):
        back_up(path, KEY, path.parent / "to", clock, disk=RealDisk())
    assert list((path.parent / "to").iterdir()) == []
