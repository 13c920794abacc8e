"""The terminal's two databases in memory: the product's own adapters, encryption and tables, and no file."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.time import Clock
from tests.fakes import IDENTITY, KEY

_NO_FILE = Path("/nonexistent/reference.db")
_numbers = count()


def enrolled_in_memory(clock: Clock) -> SqlLedger:
    """A ledger in its first epoch, working in the caller's thread."""
    ledger = memory_ledger(KEY, clock, threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return ledger


def reference_in_memory() -> SqlReference:
    """A reference of which HQ has told nothing yet."""
    return SqlReference(_NO_FILE, KEY, disk=_Memory(_laid_out()))


class _Memory:
    """`adapters.db.cipher.Disk` with one database, the same for all its connections (SQLite's memdb file system)."""

    def __init__(self, original: Any = None) -> None:
        self._uri = f"file:/tests-{next(_numbers)}?vfs=memdb"
        self._original = original

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = sqlcipher.connect(self._uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if self._original is not None:
            self._original.backup(connection)  # laying the tables out takes as long as many a test
            self._original = None
        return connection


@cache
def _laid_out() -> Any:
    disk = _Memory()
    kept = disk.connect(_NO_FILE, KEY)
    SqlReference(_NO_FILE, KEY, disk=disk).close()
    return kept
