"""Checks of a ledger file: every page's HMAC, SQLite's own structure, every epoch's chain, what binds the epochs to
each other, the witness beside the file, and the derived state."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from kiosk.adapters.db import peers, witness
from kiosk.adapters.db.cipher import Disk, driver, translated_faults
from kiosk.adapters.db.journal import chain, epochs
from kiosk.adapters.db.layout import Connection, epoch_and_seq, place
from kiosk.adapters.db.reading import opened
from kiosk.adapters.db.state import sales
from kiosk.adapters.db.tables import DERIVED, metadata, project, project_of_peer
from kiosk.adapters.db.witness import Seen
from kiosk.application.ports.faults import LedgerDamaged
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.kinds import EPOCH_BEGAN

_NONSENSE = (ValueError, TypeError, KeyError, AttributeError, OverflowError)
"""What reading raises where somebody put values that do not belong there (FactError and ProjectionError included)."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `facts`, `epochs`, `head`: of this terminal's journal; `peer_facts`: in all others' together.
    `problem` says the first thing that is wrong; None when the ledger is sound."""

    facts: int
    epochs: int
    head: str
    problem: str | None = None
    peer_facts: int = 0

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """State made anew from the facts, against the stored one. `differences`: table → rows that differ."""

    facts: int
    differences: dict[str, int]


class _Broken(Exception):
    """Where a check stopped."""

    def __init__(self, problem: str, count: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.count = count


def verify(path: Path, key: bytes, *, disk: Disk | None = None) -> Report:
    """Check the file at `path`, which may be in use. Raises WrongKey when the key does not fit or the first page is
    damaged, LedgerFault when the file cannot be read at all; damage is reported, not raised."""
    # before the ledger itself is read: it can only have moved on since
    seen = witness.read(path)
    with opened(path, key, disk) as connection:
        try:
            _check_pages(connection)
            connection.execute("BEGIN")
            return _verify_journal(connection, seen)
        except _Broken as broken:
            return Report(broken.count, 0, "", broken.problem)
        except (sqlcipher.Error, *_NONSENSE) as error:
            return Report(0, 0, "", f"unreadable: {error}")


def _check_pages(connection: Connection) -> None:
    first = _complaints(connection, "cipher_integrity_check")
    # reads the file past all locks, so a page that is just being written looks damaged; damage stays
    if first and (again := [line for line in _complaints(connection, "cipher_integrity_check") if line in first]):
        raise _Broken(f"cipher_integrity_check: {again[0]}")
    if wrong := _complaints(connection, "integrity_check"):
        raise _Broken(f"integrity_check: {wrong[0]}")


def _complaints(connection: Connection, pragma: str) -> list[str]:
    rows = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}").fetchall()]
    return [row for row in rows if row != "ok"]


def _verify_journal(connection: Connection, seen: Seen | None) -> Report:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'fact'").fetchone():
        raise _Broken("the file holds no journal")
    settings = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    device = settings.get("device", "")
    total = 0
    heads: dict[int, tuple[int, bytes]] = {}
    for epoch in epochs(connection):
        try:
            heads[epoch] = _verify_epoch(connection, device, epoch, heads)
        except _Broken as broken:
            raise _Broken(broken.problem, total + broken.count) from broken
        total += heads[epoch][0]
    last = max(heads, default=0)
    length, chained = heads.get(last, (0, b""))
    if int(settings.get("epoch") or 0) != last:
        raise _Broken(f"the ledger was in epoch {settings.get('epoch')}, the journal ends in epoch {last}", total)
    acked = int(settings.get("acked") or 0)
    if acked > length:
        raise _Broken(f"HQ has {acked} facts of epoch {last}, the journal ends at {length}", total)
    if seen is not None:
        _compare(connection, seen, total)
    of_peers = 0
    # a backup is verified before it is migrated: an older layout has no peers yet
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'peer_anchor'").fetchone():
        of_peers = _verify_peers(connection, device, total)
        _check_cursors(connection, device, heads, total)
    return Report(total, len(heads), chained.hex(), peer_facts=of_peers)


def _verify_epoch(
    connection: Connection, device: str, epoch: int, heads: dict[int, tuple[int, bytes]]
) -> tuple[int, bytes]:
    """Length and last hash of an epoch's chain."""
    previous = facts.genesis(device, epoch)
    length = 0
    rows = connection.execute(
        "SELECT place, kind, hlc, bytes, hash FROM fact WHERE place > ? AND place < ? ORDER BY place",
        (place(epoch, 0), place(epoch + 1, 0)),
    )
    for key, kind, stamp, raw, stored in rows:
        seq = epoch_and_seq(key)[1]
        previous = facts.link(previous, seq, raw) if isinstance(raw, bytes) else b""
        if seq != length + 1 or previous != stored:
            raise _Broken(f"the chain of epoch {epoch} breaks at fact {length + 1}", length)
        length = seq
        try:
            fact = facts.decode(raw)
        except facts.FactError as error:
            raise _Broken(f"fact {epoch}/{seq}: {error}", length) from error
        if (fact.epoch, fact.seq, fact.kind, fact.hlc) != (epoch, seq, kind, stamp):
            raise _Broken(f"fact {epoch}/{seq} is filed under what it is not", length)
        if seq == 1:
            _check_beginning(fact, device, heads)
    return length, previous


def _check_beginning(fact: Fact, device: str, heads: dict[int, tuple[int, bytes]]) -> None:
    """An epoch's first fact names the end of the epoch before: so that one cannot be cut short."""
    body = fact.body
    if fact.kind != EPOCH_BEGAN or body.get("device") != device:
        raise _Broken(f"epoch {fact.epoch} does not begin as one of {device or 'an enrolled terminal'}", 1)
    named = body.get("previous")
    before = max(heads, default=None)
    if (named is None) != (before is None):
        raise _Broken(f"the epoch before {fact.epoch} is missing", 1)
    if named is not None and before is not None:
        length, chained = heads[before]
        if (named["epoch"], named["last"], named["hash"]) != (before, length, chained.hex()):
            raise _Broken(f"epoch {before} does not end as epoch {fact.epoch} says it did", 1)


def _verify_peers(connection: Connection, device: str, total: int) -> int:
    """How many facts of other terminals there are."""
    count = 0
    previous: tuple[str, int, int] | None = None
    for peer, epoch, length in peers.journals(connection):
        where = f"of {peer}'s epoch {epoch}"
        if peer == device:
            raise _Broken(f"this terminal's own journal lies among those of its peers, epoch {epoch}", total)
        broken = peers.broken_at(connection, peer, epoch)
        if broken is not None:
            raise _Broken(f"the chain {where} breaks at fact {broken}", total)
        rows = connection.execute(
            "SELECT seq, hlc, raw FROM peer_fact WHERE device = ? AND epoch = ? ORDER BY seq", (peer, epoch)
        )
        begun = any((one.epoch, one.seq) == (epoch, 0) for one in peers.anchors(connection, peer))
        for seq, stamp, raw in rows:
            fact = facts.decode(raw)
            if (fact.epoch, fact.seq, fact.hlc) != (epoch, seq, stamp):
                raise _Broken(f"fact {seq} {where} is filed under what it is not", total)
            if seq == 1:
                if problem := peers.wrong_beginning(fact, peer):
                    raise _Broken(f"{peer}: {problem}", total)
                known = previous[1:] if previous is not None and previous[0] == peer else (0, 0)
                named, needed = peers.before(fact)
                if not begun and (named != known[0] or needed > known[1]):
                    raise _Broken(f"facts of {peer} before its epoch {epoch} are missing", total)
            count += 1
        previous = (peer, epoch, length)
    if (mark := peers.unfounded_mark(connection)) is not None:
        raise _Broken("fact {2} of {0}'s epoch {1} is signed for and is not there".format(*mark), total)
    return count


def _check_cursors(connection: Connection, device: str, heads: dict[int, tuple[int, bytes]], total: int) -> None:
    """No peer has more of a journal than it was given."""
    lengths = {(peer, epoch): length for peer, epoch, length in peers.journals(connection)}
    lengths |= {(device, epoch): length for epoch, (length, _hash) in heads.items()}
    for peer, of, epoch, seq in connection.execute("SELECT peer, device, epoch, seq FROM peer_cursor"):
        if of != peer and seq > lengths.get((of, epoch), 0):
            raise _Broken(f"{peer} has {seq} facts of {of}'s epoch {epoch}, more than there are here", total)


def _compare(connection: Connection, seen: Seen, total: int) -> None:
    if not _has(connection, seen):
        raise _Broken(
            f"facts that were durable are missing: fact {seen.seq} of epoch {seen.epoch} was written and is not there",
            total,
        )


def _has(connection: Connection, seen: Seen) -> bool:
    row = connection.execute("SELECT hash FROM fact WHERE place = ?", (place(seen.epoch, seen.seq),)).fetchone()
    return row is not None and bytes(row[0]) == seen.hash


def missing(path: Path, key: bytes, *, disk: Disk | None = None) -> Seen | None:
    """The newest fact that was durable, if the ledger does not have it any more; None when nothing is missing. Raises
    LedgerFault."""
    seen = witness.read(path)
    if seen is None:
        return None
    if not path.exists():
        return seen
    with opened(path, key, disk) as connection, translated_faults():
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'fact'").fetchone():
            return seen
        # by the journal of today; an older layout has no witness yet
        return None if _has(connection, seen) else seen


def rebuild(path: Path, key: bytes, *, disk: Disk | None = None) -> Rebuilt:
    """Make the derived state anew from the facts, in memory, and compare. Raises LedgerFault."""
    memory = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(memory)
    try:
        with translated_faults(), opened(path, key, disk) as stored, memory.connect() as pooled, pooled.begin():
            fresh = driver(pooled)
            stored.execute("BEGIN")
            try:
                count = _replay(stored, fresh)
            except (sqlite3.Error, *_NONSENSE) as error:
                raise LedgerDamaged(f"a fact cannot be carried out: {error}") from error
            return Rebuilt(count, {t.name: n for t in DERIVED if (n := _different_rows(stored, fresh, t.name))})
    finally:
        memory.dispose()


def _replay(stored: Connection, fresh: Connection) -> int:
    """Project every fact that counts: of an epoch that was followed by another, those up to the point HQ had. Then
    those of peers."""
    found = epochs(stored)
    last_counting: dict[int, int] = {}
    for epoch in found:
        fact = facts.decode(next(chain(stored, epoch, limit=1))[1])
        previous = fact.body.get("previous") if fact.kind == EPOCH_BEGAN else None
        if previous:
            last_counting[int(previous["epoch"])] = int(previous["seq"])
    count = 0
    for epoch in found:
        for seq, raw, _hash in chain(stored, epoch):
            if seq <= last_counting.get(epoch, seq):
                fact = facts.decode(raw)
                project(fresh, fact)
                sales.note_keys(fresh, fact)
                count += 1
    for device, fact in peers.replay(stored):
        project_of_peer(fresh, device, fact)
        count += 1
    return count


def _different_rows(stored: Connection, fresh: Connection, name: str) -> int:
    """How many keys have other rows here and there, or a row on one side only."""
    table = metadata.tables[name]
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    width = len(table.primary_key)
    columns = ", ".join(f'"{c.name}"' for c in (*table.primary_key, *(c for c in table.c if not c.primary_key)))
    statement = f'SELECT {columns} FROM "{name}" ORDER BY {order}'
    here: Iterator[Any] = iter(stored.execute(statement))
    if table is sales.sale_key:  # those to come are made of the facts that are there
        here = merge(here, sales.keys_to_come(stored), key=lambda row: row[:width])
    there: Iterator[Any] = iter(fresh.execute(statement))
    left, right = next(here, None), next(there, None)
    count = 0
    while left is not None or right is not None:
        step_left = right is None or (left is not None and left[:width] <= right[:width])
        step_right = left is None or (right is not None and right[:width] <= left[:width])
        count += left != right
        left = next(here, None) if step_left else left
        right = next(there, None) if step_right else right
    return count
