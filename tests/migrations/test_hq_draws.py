"""Draws at HQ come with a migration: lists, files and exclusions survive what comes after it, and an HQ from before it
counts the tickets that were given by then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, inspect, select

from kiosk.hq.draws.tables import draw_report, draw_step, draw_won, ticket_word
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database
from kiosk.hq.store.schema import metadata
from tests.unit.hq.draws_batch.rig import HOUR, at_one, chain_with, comes_out, file_of
from tests.unit.hq.draws_batch.test_draws import good
from tests.unit.hq.rig import MemoryVault, SeededChance, TestClock, headquarters

TABLES = ("draw_roll", "draw_person", "draw_ticket", "draw_file", "draw_signed", "draw_excluded", "draw_staff")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "fresh.db")
    yield made
    made.close()


def _row(name: str) -> dict[str, Any]:
    """A value for each column, as long as it may be."""
    values: dict[type, Any] = {str: "a", int: 1 << 31, bytes: b"\0"}
    return {
        column.name: values[column.type.python_type] * (getattr(column.type, "length", 1) or 1)
        if column.type.python_type is not int
        else (7 if "INTEGER" in str(column.type) else 1 << 40)
        for column in metadata.tables[name].columns
    }


def test_what_belongs_to_draws_survives_the_way_to_head(database: Database) -> None:
    migrate.upgrade(database, "0021")
    rows = {name: _row(name) for name in TABLES}
    with database.write() as tx:
        for name, row in rows.items():
            tx.execute(insert(metadata.tables[name]), [row])
    migrate.upgrade(database)
    with database.read() as tx:
        for name, row in rows.items():
            (found,) = tx.execute(select(metadata.tables[name])).mappings().all()
            assert dict(found) == row, name


def test_an_hq_from_before_draws_draws_among_the_tickets_given_by_then(tmp_path: Path, clock: TestClock) -> None:
    before = headquarters(tmp_path, clock)
    assert isinstance(before.context.vault, MemoryVault)
    chain_with(before, {"m1": 3, "m2": 2, "m3": 1})
    told = before.rewards()
    migrate.downgrade(before.database, "0020")
    with before.database.write() as tx:
        for table in (draw_step, draw_report, draw_won, ticket_word):
            table.drop(tx.connection)
        tx.connection.exec_driver_sql("DELETE FROM projection WHERE name IN ('draws', 'tickets', 'prizes')")
    assert not set(TABLES) & set(inspect(before.database.engine).get_table_names())
    before.database.close()
    hq = Headquarters(
        Database(tmp_path / "hq.db"), clock, SeededChance(4), before.context.vault, tmp_path / "snapshots"
    )
    while not hq.catch_up():
        pass
    assert hq.rewards() == told
    made = at_one(hq, clock)
    (seen,) = hq.draws.every()
    assert seen.manifest is not None
    assert (seen.manifest.entrants, seen.manifest.tickets) == (3, 6)
    clock.now += HOUR
    comes_out(hq, seen)
    made.settle()
    report = good(file_of(hq))
    assert report.good, report.faults
    assert hq.verify() == []
    hq.database.close()


@pytest.fixture
def clock() -> TestClock:
    return TestClock()
