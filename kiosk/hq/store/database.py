"""HQ's database: one place where connections, transactions and news of changes meet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

_WRITE = "kiosk_write"


@dataclass
class Tx:
    """One transaction. `touch` names what changed (buckets, ops), told to listeners once it is durable."""

    connection: Connection
    topics: set[str] = field(default_factory=set)

    def touch(self, topic: str) -> None:
        """Say that whoever waits for `topic` should look again."""
        self.topics.add(topic)

    def execute(self, statement: Any, rows: Any = None) -> Any:
        """Run a statement, once or for each of `rows`."""
        return self.connection.execute(statement, rows) if rows is not None else self.connection.execute(statement)

    def insert_new(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """INSERT … ON CONFLICT DO NOTHING."""
        if rows:
            self.connection.execute(self._insert(table).on_conflict_do_nothing(), rows)

    def upsert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """INSERT … ON CONFLICT (primary key) DO UPDATE of every other column named in the rows."""
        if rows:
            statement = self._insert(table)
            keys = [column.name for column in table.primary_key]
            changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
            self.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), rows)

    def _insert(self, table: Table) -> Any:
        return postgresql.insert(table) if self.connection.dialect.name == "postgresql" else sqlite.insert(table)


class Database:
    """SQLite in a file (SQLCipher when a key is given), or whatever a SQLAlchemy URL names.

    SQLite comes from sqlcipher3, which bundles a release without the WAL-reset corruption of 3.7.0–3.51.2.
    """

    def __init__(self, where: Path | str, *, key: bytes | None = None) -> None:
        if isinstance(where, Path):
            self.engine = _sqlite_engine(where, key)
        else:
            url = make_url(where)
            self.engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
        self._one_writer: AbstractContextManager[Any] = (
            threading.Lock() if self.engine.dialect.name == "sqlite" else nullcontext()
        )
        # SQLite reads one state by itself; PostgreSQL by default looks anew with every statement
        postgres = self.engine.dialect.name == "postgresql"
        self._reading: dict[str, Any] = {"isolation_level": "REPEATABLE READ"} if postgres else {}
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """A transaction that may write. Commits at the end, rolls back on an exception."""
        with (
            self._one_writer,
            self.engine.connect().execution_options(**{_WRITE: True}) as connection,
            connection.begin(),
        ):
            tx = Tx(connection)
            yield tx
        self._tell(tx.topics)

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A transaction that sees one state of the database throughout."""
        with self.engine.connect().execution_options(**self._reading) as connection, connection.begin():
            yield Tx(connection)

    def on_change(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call `listener` with the topics of every committed transaction, on the committing thread."""
        self._listeners.append(listener)

    def _tell(self, topics: Iterable[str]) -> None:
        if names := frozenset(topics):
            for listener in tuple(self._listeners):
                listener(names)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _sqlite_engine(path: Path, key: bytes | None) -> Engine:
    engine = create_engine(f"sqlite:///{path.as_posix()}", module=sqlcipher3.dbapi2, hide_parameters=True, pool_size=8)

    @event.listens_for(engine, "connect")
    def _on_connect(dbapi: Any, _record: Any) -> None:
        # SQLAlchemy begins transactions, not the driver: see the recipe in its SQLite dialect's documentation
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        if key is not None:
            cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in ("busy_timeout = 30000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
