"""New ledgers of tests: what all migrations make of an empty file is kept, and written again as it is.

Running them costs a tenth of a second, and a thousand tests begin with a new ledger. tests/migrations runs them, and
holds that both ways end alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from kiosk.adapters.db import migrate

by_migrations = migrate.upgrade


@contextmanager
def quickly_made() -> Iterator[None]:
    """Meanwhile a new ledger is what the migrations made of the first one of this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "upgrade", upgrade)
        yield


def upgrade(connection: Connection, target: str) -> None:
    """As `migrate.upgrade`."""
    if target != migrate.head() or _in_use(connection):
        by_migrations(connection, target)
        return
    with connection.begin():
        for statement in _newest(migrate.location()):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (target,))


def _in_use(connection: Connection) -> bool:
    with connection.begin():
        return connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is not None


@cache
def _newest(_location: Path) -> tuple[str, ...]:
    """The statements that make the schema, in the order in which they were first given."""
    engine = create_engine("sqlite://", module=sqlcipher, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            by_migrations(connection, migrate.head())
            with connection.begin():
                made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
                return tuple(made.scalars())
    finally:
        engine.dispose()
