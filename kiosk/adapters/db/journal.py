"""This terminal's own journal: the table of facts, and reading it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from kiosk.adapters.db.layout import Connection, epoch_and_seq, metadata, place

# facts have a rowid and grow at their end: what a sale costs must not depend on how many there are
fact = Table(
    "fact",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends. `hlc` is the highest stamp so far."""

    epoch: int
    seq: int
    hash: bytes
    hlc: int


def read_head(connection: Connection) -> Head:
    """The end of the chain in the file."""
    row = connection.execute("SELECT place, hash, hlc FROM fact ORDER BY place DESC LIMIT 1").fetchone()
    if row is None:
        return Head(0, 0, b"", 0)
    key, chained, stamp = row
    epoch, seq = epoch_and_seq(key)
    # facts carried into an epoch keep their stamps, which are older than the one it began with
    began = connection.execute(
        "SELECT hlc FROM fact WHERE place > ? ORDER BY place LIMIT 1", (place(epoch, 0),)
    ).fetchone()
    return Head(epoch, seq, bytes(chained), max(stamp, began[0]))


def chain(connection: Connection, epoch: int, *, after: int = 0, limit: int = -1) -> Iterator[tuple[int, bytes, bytes]]:
    """(seq, bytes, hash) of an epoch's facts in order."""
    rows = connection.execute(
        "SELECT place, bytes, hash FROM fact WHERE place > ? AND place < ? ORDER BY place LIMIT ?",
        (place(epoch, after), place(epoch + 1, 0), limit),
    )
    for key, raw, chained in rows:
        yield epoch_and_seq(key)[1], bytes(raw), bytes(chained)


def epochs(connection: Connection) -> Sequence[int]:
    """Every epoch that has facts, in order."""
    found: list[int] = []
    while row := connection.execute(
        "SELECT place FROM fact WHERE place > ? ORDER BY place LIMIT 1",
        (place(found[-1] + 1, 0) if found else -1,),
    ).fetchone():
        found.append(epoch_and_seq(row[0])[0])
    return found
