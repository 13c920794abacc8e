"""HQ's database: one place where connections, transactions and news of changes meet."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, Table, create_engine, event, insert, text, tuple_
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

_WRITE = "kiosk_write"


class _Compiled(dict[Any, Any]):
    """What statements became for SQLite, once for all files of this program: what is derived beside is written with the
    statements of the database itself. SQLAlchemy's keys begin with an engine's dialect, which is the same in each."""

    _MOST = 4_000

    def get(self, key: Any, default: Any = None) -> Any:
        """As SQLAlchemy asks."""
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        if len(self) >= self._MOST:
            self.clear()
        super().__setitem__(key[1:], compiled)


_COMPILED = _Compiled()


@dataclass
class Tx:
    """One transaction. `touch` names what changed (buckets, ops), told to listeners once it is durable. `notes`: what
    modules keep about it until its end, each under a key of its own."""

    connection: Connection
    topics: set[str] = field(default_factory=set)
    held: list[str] = field(default_factory=list)
    notes: dict[Hashable, Any] = field(default_factory=dict)
    _endings: dict[str, Callable[[Tx], object]] = field(default_factory=dict)
    _last: dict[str, Callable[[Tx], object]] = field(default_factory=dict)

    def hold(self, names: Iterable[str]) -> None:
        """Lock what these names stand for ("store/s1", "coupon/c1", …) until the transaction ends; whoever wants one of
        them waits. In the order of the names, so that two that want the same do not wait for each other. SQLite has one
        writer anyway: there it is only noted in `held`."""
        new = sorted(set(names).difference(self.held))
        self.held += new
        if new and self.connection.dialect.name == "postgresql":
            take = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
            for name in new:
                self.connection.execute(take, {"name": name})

    def at_end(self, name: str, work: Callable[[Tx], object], *, last: bool = False) -> None:
        """Do `work` just before the commit, once for each `name`; what is `last` comes after all else."""
        (self._last if last else self._endings).setdefault(name, work)

    def finish(self) -> None:
        """Do what was left for the end. Called by `Database.write`."""
        while endings := self._endings or self._last:
            self._one(endings)

    def _finish(self, endings: dict[str, Callable[[Tx], object]]) -> None:
        while endings:
            self._one(endings)

    def _one(self, endings: dict[str, Callable[[Tx], object]]) -> None:
        name = next(iter(endings))
        endings.pop(name)(self)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """A part that is carried out as a whole or not at all, with what it left for the end but for what comes last of
        all. After an exception, which goes on, the transaction is what it was before."""
        kept = {key: _copied(value) for key, value in self.notes.items()}
        topics, held, endings, last = set(self.topics), list(self.held), dict(self._endings), dict(self._last)
        nested = self.connection.begin_nested()
        try:
            yield
            self._finish(self._endings)
            nested.commit()
        except BaseException:
            nested.rollback()
            # locks that were taken meanwhile are gone with it
            self.topics, self.held, self.notes = topics, held, kept
            self._endings, self._last = endings, last
            raise

    def touch(self, topic: str) -> None:
        """Say that whoever waits for `topic` should look again."""
        self.topics.add(topic)

    def execute(self, statement: Any, rows: Any = None) -> Any:
        """Run a statement, once or for each of `rows`."""
        return self.connection.execute(statement, rows) if rows is not None else self.connection.execute(statement)

    def pour(self, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """INSERT; values in the order of the columns. By the driver itself: a million rows go through twice as fast."""
        made = insert(table).compile(dialect=self.connection.dialect)
        names = table.columns.keys()
        said: Any = rows if made.positional else [dict(zip(names, row, strict=True)) for row in rows]
        self.connection.exec_driver_sql(str(made), said)

    def insert_new(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """INSERT … ON CONFLICT DO NOTHING."""
        if rows:
            self.connection.execute(self._insert(table).on_conflict_do_nothing(), rows)

    def insert_first(self, table: Table, rows: list[dict[str, Any]], by: tuple[str, ...]) -> None:
        """INSERT; of rows with the same primary key the one with the lowest `by` stays, in whatever order they come."""
        if rows:
            statement = self._insert(table)
            keys = [column.name for column in table.primary_key]
            changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
            sooner = tuple_(*(statement.excluded[name] for name in by)) < tuple_(*(table.c[name] for name in by))
            update = statement.on_conflict_do_update(index_elements=keys, set_=changed, where=sooner)
            self.connection.execute(update, rows)

    def upsert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        """INSERT … ON CONFLICT (primary key) DO UPDATE of every other column named in the rows."""
        if rows:
            statement = self._insert(table)
            keys = [column.name for column in table.primary_key]
            changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
            self.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), rows)

    def _insert(self, table: Table) -> Any:
        return postgresql.insert(table) if self.connection.dialect.name == "postgresql" else sqlite.insert(table)


def _copied(note: Any) -> Any:
    """A note as it is now: what is kept in dictionaries and sets goes on changing."""
    if isinstance(note, dict):
        return {key: _copied(value) for key, value in note.items()}
    return set(note) if isinstance(note, set) else note


class Database:
    """SQLite in a file (SQLCipher when a key is given), or whatever a SQLAlchemy URL names.

    SQLite comes from sqlcipher3, which bundles a release without the WAL-reset corruption of 3.7.0–3.51.2.
    """

    def __init__(self, where: Path | str, *, key: bytes | None = None) -> None:
        self.where, self.key = where, key
        if isinstance(where, Path):
            self.engine = _sqlite_engine(where, key)
        else:
            url = make_url(where)
            self.engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
        self._lock = threading.Lock() if self.engine.dialect.name == "sqlite" else None
        self._one_writer: AbstractContextManager[Any] = self._lock or nullcontext()
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
            tx.finish()
        self._tell(tx.topics)

    def probe(self, work: Callable[[Tx], object]) -> None:
        """Do `work`, which writes a little, durably. Raises what keeps anything from being written. Where somebody in
        this process writes just now nothing is done: they find out."""
        if self._lock is not None and not self._lock.acquire(blocking=False):
            return
        try:
            with self.engine.connect().execution_options(**{_WRITE: True}) as connection, connection.begin():
                work(Tx(connection))
        finally:
            if self._lock is not None:
                self._lock.release()

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A transaction that sees one state of the database throughout."""
        with self.engine.connect().execution_options(**self._reading) as connection, connection.begin():
            yield Tx(connection)

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file that goes along with SQLite's own; as far as nobody reads in it
        just now. What stays goes when that file is written over."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

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


def _sqlite_engine(path: Path, key: bytes | None, attached: Path | None = None) -> Engine:
    """`attached`: another file of the same key, to be read only, as the schema "hq": a name that is not in `path` means
    what it means there."""
    engine = create_engine(
        f"sqlite:///{path.as_posix()}",
        module=sqlcipher3.dbapi2,
        creator=lambda: sqlcipher3.dbapi2.connect(path.absolute().as_uri(), uri=True, check_same_thread=False),
        hide_parameters=True,
        pool_size=8,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "connect")
    def _on_connect(dbapi: Any, _record: Any) -> None:
        # SQLAlchemy begins transactions, not the driver: see the recipe in its SQLite dialect's documentation
        dbapi.isolation_level = None
        cursor = dbapi.cursor()
        if key is not None:
            cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        # what is attached to is derived, and begun again when it is damaged
        durable = "FULL" if attached is None else "OFF"
        # who is erased is gone from the file, not only from its tables
        said = ("busy_timeout = 30000", "journal_mode = WAL", f"synchronous = {durable}", "foreign_keys = ON")
        for pragma in (*said, "secure_delete = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        if attached is not None:
            opened = "" if key is None else f" KEY \"x'{key.hex()}'\""
            cursor.execute(f"ATTACH DATABASE ? AS hq{opened}", (f"{attached.absolute().as_uri()}?mode=ro",))
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


class Beside:
    """A place beside HQ's database for tables of the same names: a file, or a schema on PostgreSQL. In its transactions
    such a name means the table here; every other name means HQ's, which can be read only on SQLite and is not written
    by whoever derives tables."""

    def __init__(self, database: Database, name: str) -> None:
        self._database, self._name = database, name
        where = database.where
        if isinstance(where, Path):
            self._file: Path | None = where.with_name(f"{where.name}.{name}")
            self.stored_in = "hq"
            self._engine = _sqlite_engine(self._file, database.key, attached=where)
        else:
            self._file = None
            self.stored_in = "public"
            self._engine = create_engine(
                make_url(where),
                hide_parameters=True,
                isolation_level="REPEATABLE READ",
                connect_args={"options": f"-csearch_path=hq_{name},public"},
            )
            with self._engine.begin() as connection:
                connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS hq_{name}"))

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """A transaction; it sees one state of HQ's tables throughout."""
        with self._engine.connect().execution_options(**{_WRITE: True}) as connection, connection.begin():
            yield Tx(connection)

    def close(self) -> None:
        """Close every connection; what is there stays."""
        self._engine.dispose()

    def discard(self) -> None:
        """Forget everything that is here."""
        if self._file is None:
            with self._engine.begin() as connection:
                connection.execute(text(f"DROP SCHEMA IF EXISTS hq_{self._name} CASCADE"))
        self.close()
        if self._file is not None:
            for suffix in ("", "-wal", "-shm"):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
