"""Encrypted databases in memory that begin as copies of others.

SQLite's `memdb` file system keeps a database for as long as somebody has it open, for as many connections as want it;
SQLCipher encrypts its pages as it does a file's.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_numbers = count()


class OneDatabase:
    """`adapters.db.cipher.Disk` with one database in memory, the same for every path."""

    def __init__(self, original: Any = None) -> None:
        """`original`: a connection to what it begins as a copy of; None: empty."""
        self._uri = f"file:/kiosk-demo-{next(_numbers)}?vfs=memdb"
        self._original = original

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        """A DB-API connection with the key set, in autocommit mode."""
        connection = _open(self._uri, key)
        original, self._original = self._original, None
        if original is not None:
            original.backup(connection)
        return connection

    def copy(self, key: bytes) -> Any:
        """A connection to a copy of what lies there now."""
        made, source = OneDatabase().connect(Path(), key), _open(self._uri, key)
        try:
            source.backup(made)
        finally:
            source.close()
        return made


def _open(uri: str, key: bytes) -> Any:
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection
