"""HQ's migrations: head equals the tables in code, every revision goes up and down, data survives
(the three tests of SecureDrop's kind)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select

from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database
from kiosk.hq.store.schema import metadata

REVISIONS = [script.revision for script in ScriptDirectory.from_config(migrate.config()).walk_revisions()][::-1]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "hq.db")
    yield made
    made.close()


def tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names()) - {"alembic_version"}


def test_head_equals_the_tables_in_code(database: Database) -> None:
    migrate.upgrade(database)
    with database.read() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert migrate.current(database) == migrate.head() == REVISIONS[-1]


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_goes_up_and_down(database: Database, revision: str) -> None:
    migrate.upgrade(database, revision)
    there = tables(database)
    migrate.downgrade(database, "-1")
    before = tables(database)
    migrate.upgrade(database, revision)
    assert tables(database) == there
    assert before != there or revision != REVISIONS[0]


@pytest.mark.parametrize("revision", REVISIONS)
def test_data_survives_the_way_to_head(database: Database, revision: str) -> None:
    migrate.upgrade(database, revision)
    row = {"store": "s1", "device": "d1", "epoch": 1, "seq": 1, "raw": b"\0{}", "hash": b"h" * 32, "received_at": 5}
    fact = metadata.tables["fact"]
    with database.write() as tx:
        tx.execute(insert(fact), [row])
    migrate.upgrade(database)
    with database.read() as tx:
        (found,) = tx.execute(select(fact)).mappings().all()
    assert {name: found[name] for name in row} == row


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(database: Database) -> None:
    migrate.upgrade(database)
    before = (tables(database), migrate.current(database))
    migrate.upgrade(database)
    assert (tables(database), migrate.current(database)) == before


def test_every_primary_key_starts_with_the_store() -> None:
    for table in metadata.sorted_tables:
        assert next(iter(table.primary_key)).name == "store", table.name


def test_an_encrypted_database_does_not_open_without_its_key(tmp_path: Path) -> None:
    from sqlalchemy.exc import DatabaseError

    path = tmp_path / "hq.db"
    keyed = Database(path, key=b"k" * 32)
    migrate.upgrade(keyed)
    keyed.close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    for key in (None, b"x" * 32):
        other = Database(path, key=key)
        with pytest.raises(DatabaseError):
            migrate.current(other)
        other.close()
    again = Database(path, key=b"k" * 32)
    assert migrate.current(again) == migrate.head()
    again.close()
