"""Checks of a ledger file: every page's HMAC, SQLite's own structure, every epoch's chain, and the derived state."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from kiosk.adapters.db import state
from kiosk.adapters.db.cipher import Disk, RealDisk, open_engine, translated_faults
from kiosk.adapters.db.ledger import chain
from kiosk.adapters.db.tables import DERIVED, metadata
from kiosk.application.ports import WrongKey
from kiosk.domain import facts
from kiosk.domain.facts import FactKind


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `problem` says the first thing that is wrong; None when the ledger is sound."""

    facts: int
    epochs: int
    head: str
    problem: str | None = None

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """State made anew from the facts, against the stored one. `differences`: table → rows that differ."""

    facts: int
    differences: dict[str, int]


def verify(path: Path, key: bytes, *, disk: Disk | None = None) -> Report:
    """Check the file at `path`, which may be in use. Raises WrongKey when the key does not fit, never on damage."""
    disk = disk or RealDisk()
    with translated_faults():
        connection = disk.connect(path, key, read_only=True)
    with closing(connection):
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.DatabaseError as error:
            # a damaged first page and a wrong key look the same to the cipher
            raise WrongKey("the key does not open the file, or its first page is damaged") from error
        try:
            for pragma in ("cipher_integrity_check", "integrity_check"):
                rows = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchall()]
                wrong = [row for row in rows if row != "ok"]
                if wrong:
                    return Report(0, 0, "", f"{pragma}: {wrong[0]}")
            return _verify_chains(connection)
        except sqlcipher.DatabaseError as error:
            return Report(0, 0, "", f"unreadable: {error}")


def _verify_chains(connection: Any) -> Report:
    device = _one(connection, "SELECT value FROM meta WHERE key = 'device'")
    total, head = 0, ""
    epochs = [row[0] for row in connection.execute("SELECT DISTINCT epoch FROM fact ORDER BY epoch").fetchall()]
    for epoch in epochs:
        rows = connection.execute("SELECT seq, bytes, hash FROM fact WHERE epoch = ? ORDER BY seq", (epoch,))
        count = 0

        def counted() -> Any:
            nonlocal count, head
            for seq, raw, chained in rows:  # noqa: B023  (used up before the next round)
                count, head = count + 1, bytes(chained).hex()
                yield seq, bytes(raw), bytes(chained)

        broken = facts.first_break(str(device), epoch, counted())
        if broken is not None:
            return Report(total + count, len(epochs), head, f"the chain of epoch {epoch} breaks at fact {broken}")
        total += count
    return Report(total, len(epochs), head)


def _one(connection: Any, statement: str) -> Any:
    row = connection.execute(statement).fetchone()
    return row[0] if row else None


def rebuild(path: Path, key: bytes, *, disk: Disk | None = None) -> Rebuilt:
    """Make the derived state anew from the facts, in memory, and compare. Raises LedgerFault."""
    engine = open_engine(path, key, disk=disk or RealDisk(), read_only=True)
    memory = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(memory)
    try:
        with translated_faults(), engine.connect() as stored, memory.connect() as fresh, stored.begin():
            with fresh.begin():
                count = _replay(stored, fresh)
            with fresh.begin():
                return Rebuilt(count, {t.name: n for t in DERIVED if (n := _different_rows(stored, fresh, t.name))})
    finally:
        memory.dispose()
        engine.dispose()


def _replay(stored: Connection, fresh: Connection) -> int:
    """Project every fact that counts: of an epoch that was followed by another, those up to the point HQ had."""
    epochs = [row[0] for row in stored.exec_driver_sql("SELECT DISTINCT epoch FROM fact ORDER BY epoch")]
    last_counting: dict[int, int] = {}
    for epoch in epochs:
        first = next(chain(stored, epoch, limit=1))
        fact = facts.decode(first[1])
        previous = fact.body.get("previous") if fact.kind == FactKind.EPOCH_BEGAN else None
        if previous:
            last_counting[int(previous["epoch"])] = int(previous["seq"])
    count = 0
    for epoch in epochs:
        for seq, raw, _hash in chain(stored, epoch):
            if seq <= last_counting.get(epoch, seq):
                state.project(fresh, facts.decode(raw))
                count += 1
    return count


def _different_rows(stored: Connection, fresh: Connection, table: str) -> int:
    statement = f'SELECT * FROM "{table}"'
    return len(set(map(tuple, stored.exec_driver_sql(statement))) ^ set(map(tuple, fresh.exec_driver_sql(statement))))
