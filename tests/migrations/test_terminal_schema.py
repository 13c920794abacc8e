"""Migrations of the terminal's ledger: head equals the models, every revision up and down, with data in it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kiosk.adapters.db import migrate
from kiosk.adapters.db.cipher import RealDisk, open_engine
from kiosk.adapters.db.tables import metadata
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.faults import LedgerFault, LedgerTooNew
from tests.fakes import ManualClock
from tests.integration.ledger.samples import KEY, enrolled, live, open_at, sell
from tests.shared import new_ledgers


def revisions() -> list[str]:
    """Oldest first."""
    scripts = ScriptDirectory(str(migrate.location())).walk_revisions()
    return [script.revision for script in scripts][::-1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    engine = open_engine(path, KEY, disk=RealDisk())
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def schema(connection: Connection) -> list[tuple[Any, ...]]:
    with connection.begin():
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        return sorted(map(tuple, rows))


ADDED = {"coupon_use": {"units"}}
"""Columns of older tables, all of whose older rows say the same."""


def contents(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """What every revision knows."""
    with connection.begin():
        names = [name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _rows(connection, name) for name in names if name != "alembic_version"}


def _rows(connection: Connection, table: str) -> list[tuple[Any, ...]]:
    found = [row[1] for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{name}"' for name in found if name not in ADDED.get(table, ()))
    return sorted(map(tuple, connection.exec_driver_sql(f'SELECT {columns} FROM "{table}"')), key=repr)


def test_head_is_the_newest_script() -> None:
    assert revisions()[-1] == migrate.head()
    assert set(revisions()) == migrate.known_revisions()


def test_head_equals_the_models(path: Path) -> None:
    open_at(path).close()
    with connected(path) as connection, connection.begin():
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        # compare_metadata does not look at what an index is restricted to, nor at rowids
        stored = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'ix_op_open'").scalar_one()
        assert "WHERE verdict IS NULL" in stored
        for table in metadata.sorted_tables:
            sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).scalar_one()
            assert ("WITHOUT ROWID" in sql) is (table.dialect_options["sqlite"]["with_rowid"] is False)


def test_every_revision_goes_up_and_down_and_up_again(path: Path) -> None:
    with connected(path) as connection:
        empty = schema(connection)
        seen = {}
        for target in revisions():
            migrate.upgrade(connection, target)
            seen[target] = schema(connection)
            with connection.begin():
                assert migrate.revision(connection) == target
        for target, below in zip(revisions()[::-1], [*revisions()[-2::-1], "base"], strict=True):
            assert schema(connection) == seen[target]
            migrate.downgrade(connection, below)
        # what stays is Alembic's own table
        assert [row for row in schema(connection) if "alembic" not in row[1]] == empty
        with connection.begin():
            assert migrate.revision(connection) is None
        migrate.upgrade(connection, migrate.head())
        assert schema(connection) == seen[migrate.head()]


def test_new_ledgers_of_tests_are_what_migrations_make(path: Path) -> None:
    def made(way: Callable[[Connection, str], None], where: Path) -> list[object]:
        with connected(where) as connection:
            way(connection, migrate.head())
            with connection.begin():
                order = [*connection.exec_driver_sql("SELECT name FROM sqlite_master ORDER BY rowid").scalars()]
                rows = [*connection.exec_driver_sql("SELECT * FROM alembic_version").scalars()]
            return [schema(connection), contents(connection), order, rows]

    by_migrations = made(migrate.upgrade, path)
    assert made(new_ledgers.upgrade, path.with_name("again.db")) == by_migrations


def test_data_lives_through_every_step(path: Path) -> None:
    clock = ManualClock()
    ledger = enrolled(path, clock)
    live(ledger, clock, random.Random(1), 120, paper=False)  # the queue goes with its tables
    ledger.close()
    with connected(path) as connection:
        before = contents(connection)
        assert len(before["fact"]) > 60
        for target in revisions()[-2::-1]:
            migrate.downgrade(connection, target)
            assert contents(connection) == {table: before[table] for table in contents(connection)}
        migrate.upgrade(connection, migrate.head())
        assert contents(connection) == before
        with connection.begin():
            assert set(connection.exec_driver_sql("SELECT units FROM coupon_use")) == {(1,)}
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


def test_the_way_down_takes_the_print_queue_and_the_slips_with_it_and_nothing_else(path: Path) -> None:
    clock = ManualClock()
    ledger = enrolled(path, clock)
    live(ledger, clock, random.Random(2), 60)
    ledger.run(lambda tx: tx.keep_document("j", b"{}"))
    ledger.close()
    with connected(path) as connection:
        before = contents(connection)
        assert before["print_job"]
        migrate.downgrade(connection, "0006")
        slips, since, draws = (
            ("slip_book", "slip_use", "slip_said"),
            ("enrolled", "person", "help_said", "remark"),
            ("wheel_lease", "wheel_slot", "draw_said", "draw_entrant", "prize_said"),
        )
        guests = ("event_made", "guest_said", "guest_heard", "guest_kept", "guest_text", "photo_judged")
        desks = ("peer_anchor", "peer_mark", "sale_back", "voucher_charge")
        queue = ("print_job", "print_content", *slips, *since, *draws, *guests, *desks)
        left = {table: rows for table, rows in before.items() if table not in queue}
        assert contents(connection) == left
        migrate.upgrade(connection, migrate.head())
        assert contents(connection) == left | {table: [] for table in queue}


def test_an_old_ledger_is_backed_up_then_upgraded(path: Path) -> None:
    clock = ManualClock()
    ledger = enrolled(path, clock)
    sell(ledger, "x1", "c1")
    ledger.close()
    with connected(path) as connection:
        migrate.downgrade(connection, "0001")
        old = contents(connection)
    ledger = open_at(path, clock)
    assert [sale.txn for sale in ledger.run(lambda tx: tx.recent_sales(5))] == ["x1"]
    ledger.close()
    with connected(path) as connection:
        with connection.begin():
            assert migrate.revision(connection) == migrate.head()
        assert {table: contents(connection)[table] for table in old} == old
    (backup,) = (path.parent / "backups").glob("*.db")
    assert f"before-{migrate.head()}" in backup.name
    assert verify(backup, KEY).facts == 2
    with connected(backup) as connection, connection.begin():
        assert migrate.revision(connection) == "0001"
    # once is enough
    open_at(path, clock).close()
    assert len(list((path.parent / "backups").glob("*.db"))) == 1


def test_no_upgrade_without_a_backup_that_verifies(path: Path) -> None:
    ledger = enrolled(path)
    sell(ledger, "x1", "c1")
    ledger.close()
    with connected(path) as connection:
        migrate.downgrade(connection, "0001")
        with connection.begin():
            connection.exec_driver_sql("UPDATE fact SET hash = zeroblob(32)")
        broken = contents(connection)
    (path.parent / "ledger.db-head").unlink()
    with pytest.raises(LedgerFault, match="does not verify"):
        open_at(path)
    with connected(path) as connection:
        assert contents(connection) == broken
        with connection.begin():
            assert migrate.revision(connection) == "0001"
    assert list((path.parent / "backups").iterdir()) == []


def test_a_newer_ledger_is_left_alone(path: Path) -> None:
    enrolled(path).close()
    with connected(path) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    data = path.read_bytes()
    with pytest.raises(LedgerTooNew, match="9999"):
        open_at(path)
    assert path.read_bytes() == data
    assert not (path.parent / "backups").exists()


FAILING = """
revision = "9999"
down_revision = "HEAD"

import sqlalchemy as sa
from alembic import op

def upgrade():
    op.add_column("staff", sa.Column("colour", sa.Text))
    op.create_table("extra", sa.Column("a", sa.Integer))
    op.execute("UPDATE meta SET value = 'gone'")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


def test_a_migration_that_fails_changes_nothing(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = enrolled(path)
    sell(ledger, "x1", "c1")
    ledger.close()
    scripts = tmp_path / "scripts"
    shutil.copytree(migrate.location(), scripts)
    newest = migrate.head()
    (scripts / "versions" / "9999_fails.py").write_text(FAILING.replace("HEAD", newest), encoding="utf-8")
    with connected(path) as connection:
        before = (schema(connection), contents(connection))
    monkeypatch.setattr(migrate, "location", lambda: scripts)
    with pytest.raises(LedgerFault):
        open_at(path)
    with connected(path) as connection:
        assert (schema(connection), contents(connection)) == before
        with connection.begin():
            assert migrate.revision(connection) == newest
    monkeypatch.undo()
    ledger = open_at(path)
    sell(ledger, "x2", "c2")
    ledger.close()
    assert verify(path, KEY).sound
