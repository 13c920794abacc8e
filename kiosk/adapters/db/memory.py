"""A ledger that lives in memory only, with the same encryption, tables and code as one on the disk: for demonstrations
and for tests of use cases. It is gone when it is closed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from kiosk.adapters.db.cipher import check_version
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.tables import metadata
from kiosk.domain.time import Clock


class MemoryDisk:
    """A disk whose one file is new, empty but for the tables, and in memory."""

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        """A new ledger each time, whatever `path` says."""
        check_version(sqlcipher.sqlite_version_info)
        connection = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for statement in _layout():
            connection.execute(statement)
        return connection


def memory_ledger(key: bytes, clock: Clock, *, threaded: bool = True) -> SqlLedger:
    """An empty ledger in memory. `key`: 32 bytes. `threaded=False` works in the caller's thread."""
    return SqlLedger(None, key, clock, prepare=lambda: None, disk=MemoryDisk(), threaded=threaded)


@cache
def _layout() -> tuple[str, ...]:
    """What the migrations come to (tests/migrations compares), without running them."""
    dialect = sqlite.dialect()
    statements: list[ExecutableDDLElement] = []
    for table in metadata.sorted_tables:
        statements += [CreateTable(table), *(CreateIndex(index) for index in table.indexes)]
    return tuple(str(statement.compile(dialect=dialect)) for statement in statements)
