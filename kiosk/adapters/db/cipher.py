"""SQLCipher files through SQLAlchemy: opened with a raw 32-byte key, one connection, transactions begun IMMEDIATE.

`Disk` is the seam for tests and the simulator: it opens connections and may fail or crash where a real disk would.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from kiosk.application.ports.faults import (
    LedgerDamaged,
    LedgerFault,
    LedgerFull,
    LedgerReadOnly,
    SqliteTooOld,
    WrongKey,
)

OLDEST_SQLITE = (3, 51, 3)
"""Versions 3.7.0 to 3.51.2 can corrupt a database when a WAL is reset (sqlite.org, "WAL-reset bug")."""

_CACHE_KIB = 16_384
"""The inner pages of a million facts' trees: with SQLite's 2,000 most of them are read and deciphered at every sale."""

_SQLITE_FULL, _SQLITE_READONLY, _SQLITE_CORRUPT, _SQLITE_CANTOPEN, _SQLITE_IOERR, _SQLITE_NOTADB = 13, 8, 11, 14, 10, 26

_CODES = {
    "database or disk is full": _SQLITE_FULL,
    "attempt to write a readonly database": _SQLITE_READONLY,
    "database disk image is malformed": _SQLITE_CORRUPT,
    "unable to open database file": _SQLITE_CANTOPEN,
    "file is not a database": _SQLITE_NOTADB,
}


class Disk(Protocol):
    """Opens database files."""

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        """A DB-API connection with the key set, in autocommit mode."""


class RealDisk:
    """SQLCipher on the file system."""

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        """A DB-API connection with the key set, in autocommit mode."""
        check_version(sqlcipher.sqlite_version_info)
        mode = "ro" if read_only else "rwc"
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=10,
        )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection


def check_version(version: tuple[int, ...]) -> None:
    """Raises SqliteTooOld for a library with the WAL-reset bug."""
    if version < OLDEST_SQLITE:
        found = ".".join(map(str, version))
        raise SqliteTooOld(f"SQLite {found} is older than {'.'.join(map(str, OLDEST_SQLITE))}")


def open_engine(path: Path, key: bytes, *, disk: Disk, synchronous: str = "FULL", read_only: bool = False) -> Engine:
    """An engine with one connection to `path`. Raises LedgerFault when the file cannot be opened with the key."""
    if len(key) != 32:
        raise WrongKey("a ledger key has 32 bytes")
    with translated_faults():
        connection = disk.connect(path, key, read_only=read_only)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not read_only:
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
                connection.execute(f"PRAGMA synchronous = {synchronous}")
                connection.execute("PRAGMA foreign_keys = ON")
                # who is erased is gone from the file, not only from its tables
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
                _check_writable(connection)
        except BaseException:
            connection.close()
            raise
    engine = create_engine("sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(sa_connection: Any) -> None:
        sa_connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _check_writable(connection: Any) -> None:
    """SQLite opens a write-protected file all the same, and would only say so at the first sale."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    finally:
        connection.rollback()


def driver(connection: Connection) -> Any:
    """The DB-API connection under SQLAlchemy's, for what runs in every sale. The caller begins and commits."""
    return connection.connection.driver_connection


@contextmanager
def translated_faults() -> Iterator[None]:
    """Database errors leave as LedgerFault, so that a screen can say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise fault_of(error.orig or error) from error
    except sqlcipher.Error as error:
        raise fault_of(error) from error
    except OSError as error:
        raise fault_of(error) from error


def fault_of(error: BaseException) -> LedgerFault:
    """The fault behind a driver's or the system's error."""
    text = str(error)
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return LedgerFull(text)
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return LedgerReadOnly(text)
        return LedgerFault(text)
    # the backup API's errors carry SQLite's fixed text only
    code = getattr(error, "sqlite_errorcode", None) or _CODES.get(text, 0)
    kinds: dict[int, type[LedgerFault]] = {
        _SQLITE_FULL: LedgerFull,
        _SQLITE_READONLY: LedgerReadOnly,
        _SQLITE_CANTOPEN: LedgerReadOnly,
        _SQLITE_CORRUPT: LedgerDamaged,
        _SQLITE_NOTADB: WrongKey,
    }
    return kinds.get(code & 0xFF, LedgerFault)(text)
