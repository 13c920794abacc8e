"""HQ's tests with PostgreSQL behind them instead of files: each file of SQLite becomes a database of its own.

    export KIOSK_TEST_POSTGRESQL=postgresql+psycopg://postgres@/?host=/run/postgresql
    pytest -p tests.unit.hq.on_postgresql tests/unit/hq

Not part of `make test`: it needs a server, a role that may make databases, and psycopg 3.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database
from tests.unit.hq import rig

SERVER = make_url(os.environ["KIOSK_TEST_POSTGRESQL"])


class Server:
    """`names`: databases by the files they stand for."""

    def __init__(self) -> None:
        self._prefix, self.names = f"kiosk{os.getpid()}", dict[Path, str]()
        self._made = 0

    def url_of(self, path: Path) -> str:
        """Of the database for this file, made when it is asked for first. The file then says which it is: a copy of it
        becomes a copy of that database."""
        name = self.names.get(path)
        if name is None:
            said = path.read_text("utf-8") if path.exists() else ""
            like = said if said.startswith(self._prefix) else "template1"
            self._made += 1
            name = self.names[path] = f"{self._prefix}_{self._made}"
            self._do(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{like}'")
            self._do(f"CREATE DATABASE {name} TEMPLATE {like}")
            path.write_text(name, "utf-8")
        return SERVER.set(database=name).render_as_string(hide_password=False)

    def drop(self, paths: list[Path]) -> None:
        for path in paths:
            self._do(f"DROP DATABASE IF EXISTS {self.names.pop(path)} WITH (FORCE)")

    def _do(self, statement: str) -> None:
        engine = create_engine(SERVER.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:
            connection.execute(text(statement))


_SERVER = Server()
_init = Database.__init__


def _opened(self: Database, where: Path | str, *, key: bytes | None = None) -> None:
    _init(self, _SERVER.url_of(where) if isinstance(where, Path) else where, key=key)


@cache
def _filled() -> tuple[bytes, dict[str, bytes]]:
    """The rig's HQ, made once: a copy of its file is a copy of its database."""
    folder = Path(tempfile.mkdtemp())
    vault = rig.MemoryVault()
    hq = Headquarters(Database(folder / "hq.db"), rig.TestClock(), rig.SeededChance(), vault, folder)
    rig._fill(hq)
    hq.database.close()
    return (folder / "hq.db").read_bytes(), dict(vault)


def pytest_configure(config: pytest.Config) -> None:
    """From here on. Tests that stand for a process which ends leave its connections to themselves."""
    config.addinivalue_line("filterwarnings", "ignore:<psycopg.Connection:ResourceWarning")
    patch: Any = pytest.MonkeyPatch()
    patch.setattr(Database, "__init__", _opened)
    patch.setattr(rig, "_freshly_made", _filled)
    _filled()


@pytest.fixture(autouse=True)
def _databases_of_the_test() -> Iterator[None]:
    before = set(_SERVER.names)
    yield
    # of what is made once and kept for all tests the file is gone by now, but not what it says
    _SERVER.drop([path for path in _SERVER.names if path not in before and path.exists()])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing on the server."""
    _SERVER.drop(list(_SERVER.names))
