"""Journals of other terminals ("peers") in this ledger: taken in order, chained and never changed, as their own ledgers
have them, so that they can be handed on and checked as if they were there.

What a peer's facts change here is what its `State.carry_of_peers` says: members' histories, counts of limits that are
counted over all terminals, and a list of the peers' sales, apart. Nothing that belongs to this terminal moves: its
journal and receipts' numbers, its rights and claims, its leased quantities, its staff's PIN failures. Those are either
numbered or guarded by this terminal alone.

A fact is known by its device and its stamp. One that its device carried into a new epoch (as HQ had not acknowledged
it) comes twice, and counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.kinds import EPOCH_BEGAN

peer_fact = Table(
    "peer_fact",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hlc", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("ix_peer_fact_device_hlc", "device", "hlc"),
    sqlite_with_rowid=False,
)

# up to where `peer` is known to have the journal of `device` (which may be this terminal's, its own, or a third one's)
peer_cursor = Table(
    "peer_cursor",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
)


@dataclass(frozen=True, slots=True)
class PeerBatch:
    """Facts of one epoch of a peer's journal, in order from seq `first`; `last_hash`: the chain's hash after them."""

    device: str
    epoch: int
    first: int
    facts: tuple[bytes, ...]
    last_hash: bytes


class PeerRefused(Exception):
    """A batch that does not continue what is here. `code`: "gap" (facts before it are missing: send from `epoch` and
    `seq` + 1 on), "fork" (other facts are in their place), "unreadable" (no facts, or not as they say they are)."""

    def __init__(self, code: str, epoch: int, seq: int, why: str = "") -> None:
        super().__init__(f"{code}: epoch {epoch}, after fact {seq} {why}".rstrip())
        self.code = code
        self.epoch = epoch
        self.seq = seq


def last_of(connection: Connection, device: str) -> tuple[int, int]:
    """Newest epoch of a device's journal here, and its length; (0, 0) when nothing is known of the device."""
    row = connection.execute(
        "SELECT epoch, seq FROM peer_fact WHERE device = ? ORDER BY epoch DESC, seq DESC LIMIT 1", (device,)
    ).fetchone()
    return (row[0], row[1]) if row else (0, 0)


def hash_of(connection: Connection, device: str, epoch: int, seq: int) -> bytes | None:
    """The hash of a peer's chain after `seq` (0: genesis); None when there is no such fact here."""
    if seq == 0:
        return facts.genesis(device, epoch)
    row = connection.execute(
        "SELECT hash FROM peer_fact WHERE device = ? AND epoch = ? AND seq = ?", (device, epoch, seq)
    ).fetchone()
    return bytes(row[0]) if row else None


def journals(connection: Connection) -> Sequence[tuple[str, int, int]]:
    """(device, epoch, length) of every epoch of every peer, in order."""
    rows = connection.execute(
        "SELECT device, epoch, max(seq) FROM peer_fact GROUP BY device, epoch ORDER BY device, epoch"
    )
    return [(str(device), int(epoch), int(length)) for device, epoch, length in rows]


def peer_chain(
    connection: Connection, device: str, epoch: int, *, after: int = 0, limit: int = -1
) -> Iterator[tuple[int, bytes, bytes]]:
    """(seq, bytes, hash) of an epoch's facts in order."""
    rows = connection.execute(
        "SELECT seq, raw, hash FROM peer_fact WHERE device = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT ?",
        (device, epoch, after, limit),
    )
    for seq, raw, chained in rows:
        yield seq, bytes(raw), bytes(chained)


def append(connection: Connection, batch: PeerBatch) -> list[Fact]:
    """Add what is new of a batch, and say which of it counts: not what came already, in this epoch or in the one
    before. Raises PeerRefused; whatever was written until then must be undone."""
    newest, length = last_of(connection, batch.device)
    if batch.epoch < newest:
        # over: its device goes on in a newer one, into which it carried what was to be carried
        length = _length(connection, batch.device, batch.epoch)
    elif batch.epoch > newest:
        length = 0
    if not 1 <= batch.first <= length + 1:
        raise PeerRefused("gap", batch.epoch, length)
    chained = hash_of(connection, batch.device, batch.epoch, batch.first - 1)
    counting: list[Fact] = []
    for seq, raw in enumerate(batch.facts, start=batch.first):
        assert chained is not None
        chained = facts.link(chained, seq, raw)
        if seq <= length:
            if hash_of(connection, batch.device, batch.epoch, seq) != chained:
                raise PeerRefused("fork", batch.epoch, seq - 1)
            continue
        if batch.epoch < newest:
            raise PeerRefused("fork", batch.epoch, length, f"the epoch is over: {newest} has begun")
        fact = _read(batch, seq, raw)
        if seq == 1:
            _check_beginning(connection, batch.device, newest, fact)
        if not _known_stamp(connection, batch.device, fact.hlc):
            counting.append(fact)
        connection.execute(
            "INSERT INTO peer_fact (device, epoch, seq, hlc, raw, hash) VALUES (?, ?, ?, ?, ?, ?)",
            (batch.device, batch.epoch, seq, fact.hlc, raw, chained),
        )
    if chained != batch.last_hash:
        raise PeerRefused("fork", batch.epoch, length, "the chain does not end as it should")
    return counting


def _length(connection: Connection, device: str, epoch: int) -> int:
    row = connection.execute(
        "SELECT coalesce(max(seq), 0) FROM peer_fact WHERE device = ? AND epoch = ?", (device, epoch)
    ).fetchone()
    return int(row[0])


def _read(batch: PeerBatch, seq: int, raw: bytes) -> Fact:
    try:
        fact = facts.decode(raw)
    except facts.FactError as error:
        raise PeerRefused("unreadable", batch.epoch, seq - 1, str(error)) from error
    if (fact.epoch, fact.seq) != (batch.epoch, seq) or not 0 <= fact.hlc < 1 << 63:
        raise PeerRefused(
            "unreadable", batch.epoch, seq - 1, f"it calls itself {fact.epoch}/{fact.seq}, stamp {fact.hlc}"
        )
    return fact


def _check_beginning(connection: Connection, device: str, newest: int, fact: Fact) -> None:
    problem = wrong_beginning(fact, device)
    if problem is not None:
        raise PeerRefused("unreadable", fact.epoch, 0, problem)
    epoch, needed = before(fact)
    if epoch != newest or _length(connection, device, newest) < needed:
        raise PeerRefused("gap", newest, _length(connection, device, newest))


def wrong_beginning(fact: Fact, device: str) -> str | None:
    """What is wrong with the first fact of an epoch of `device`; None when nothing is."""
    if fact.kind != EPOCH_BEGAN or fact.body.get("device") != device:
        return f"epoch {fact.epoch} does not begin as one of {device}"
    try:
        before(fact)
    except (KeyError, TypeError, ValueError) as error:
        return f"epoch {fact.epoch} does not say what was before it: {error!r}"
    return None


def before(fact: Fact) -> tuple[int, int]:
    """The epoch before the one that begins with `fact`, and how many facts of it were not carried along and must be
    here first; (0, 0) for the first. (What a device itself has of the epoch before may be less than what others have:
    that is what a restored backup looks like.)"""
    previous = fact.body.get("previous")
    return (int(previous["epoch"]), int(previous["seq"])) if previous is not None else (0, 0)


def _known_stamp(connection: Connection, device: str, hlc: int) -> bool:
    row = connection.execute("SELECT 1 FROM peer_fact WHERE device = ? AND hlc = ? LIMIT 1", (device, hlc)).fetchone()
    return row is not None


def replay(connection: Connection) -> Iterator[tuple[str, Fact]]:
    """(device, fact) of every fact of a peer that counts, in order."""
    stamps: set[tuple[str, int]] = set()
    for device, epoch, _length in journals(connection):
        for _seq, raw, _hash in peer_chain(connection, device, epoch):
            fact = facts.decode(raw)
            if (device, fact.hlc) not in stamps:
                stamps.add((device, fact.hlc))
                yield device, fact
