"""HQ's migrations: head equals the tables in code, every revision goes up and down, data survives
(the three tests of SecureDrop's kind)."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, make_url, select

import kiosk.hq
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.rows.found_by import SUBJECTS, words_of
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


def load_all_tables() -> None:
    """A capability declares its tables beside itself."""
    for module in pkgutil.walk_packages(kiosk.hq.__path__, "kiosk.hq."):
        import_module(module.name)


def test_head_equals_the_tables_in_code(database: Database) -> None:
    load_all_tables()
    migrate.upgrade(database)
    with database.read() as tx:
        context = MigrationContext.configure(tx.connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert migrate.current(database) == migrate.head() == REVISIONS[-1]


def test_every_whole_number_has_64_bits() -> None:
    """What a terminal says and SQLite stores, PostgreSQL stores, too."""
    load_all_tables()
    tables = [*metadata.tables.values(), *(table for one in PROJECTIONS for table in one.tables)]
    assert len(tables) > 50
    dialect = make_url("postgresql://").get_dialect()()
    on_postgresql = {
        f"{table.name}.{column.name}": column.type.compile(dialect) for table in tables for column in table.columns
    }
    assert [name for name, kind in on_postgresql.items() if kind in ("INTEGER", "SMALLINT")] == []


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


def test_rows_published_before_are_found_by_what_they_say(database: Database) -> None:
    migrate.upgrade(database, "0005")
    rows = [
        ("s1", "members", "m1", '{"card_no": "7", "phone": "+886900000001"}'),
        ("s2", "members", "m2", None),
        ("s1", "coupons", "c1", '{"coupon": {"member": "m1"}, "token": ""}'),
        ("s1", "coupons", "c2", '{"coupon": {"member": null}}'),
        ("s1", "coupons", "c3", "torn"),
        ("s1", "staff", "p1", '{"phone": "1"}'),
    ]
    published, found_by = metadata.tables["published"], metadata.tables["found_by"]
    with database.write() as tx:
        names = ("store", "subject", "id", "data")
        tx.execute(insert(published), [dict(zip(names, row, strict=True), rev=1, changed_at=0) for row in rows])
    migrate.upgrade(database)
    with database.read() as tx:
        found = {tuple(row) for row in tx.execute(select(found_by.c.subject, found_by.c.word, found_by.c.id))}
    assert found == {
        ("members", "card/7", "m1"),
        ("members", "phone/+886900000001", "m1"),
        ("coupons", "owner/m1", "c1"),
    }
    assert found == {
        (subject, word, row_id)
        for _store, subject, row_id, data in rows
        if subject in SUBJECTS
        for word in words_of(subject, data)
    }


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
