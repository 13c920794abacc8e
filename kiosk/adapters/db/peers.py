"""Journals of other terminals ("peers") in this ledger: taken in order, chained and never changed, as their own ledgers
have them, so that they can be handed on and checked as if they were there.

What a peer's facts change here is what its `State.carry_of_peers` says: members' histories, counts of limits that are
counted over all terminals, and a list of the peers' sales, apart. Nothing that belongs to this terminal moves: its
journal and receipts' numbers, its rights and claims, its leased quantities, its staff's PIN failures. Those are either
numbered or guarded by this terminal alone.

A journal may begin in the middle, or go on further along: after an anchor, a place that its device signed for that
(ADR 23). And it is kept with marks, by which its device signed what it sent, so that nobody who hands it on can add
anything. Who signs, and whether that holds, is for those who bring it (`adapters.lan`).

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

# where a device signed that its journal may be begun: after that fact, with that hash of the chain
peer_anchor = Table(
    "peer_anchor",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# places of a device's journal with its signature over the chain up to there
peer_mark = Table(
    "peer_mark",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("signature", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

MARK_FACTS = 50
"""Marks that lie so close together are thinned out: what is handed on at once ends at a mark."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of `device`'s journal after which it may be begun; `hash`: the chain's there."""

    device: str
    epoch: int
    seq: int
    hash: bytes
    signature: bytes


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
    rows = connection.execute(
        "SELECT * FROM (SELECT epoch, seq FROM peer_fact WHERE device = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1)"
        " UNION ALL"
        " SELECT * FROM (SELECT epoch, seq FROM peer_anchor WHERE device = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1)",
        (device,),
    )
    return max(((int(epoch), int(seq)) for epoch, seq in rows), default=(0, 0))


def hash_of(connection: Connection, device: str, epoch: int, seq: int) -> bytes | None:
    """The hash of a peer's chain after `seq` (0: genesis); None when neither that fact nor an anchor there is here."""
    if seq == 0:
        return facts.genesis(device, epoch)
    row = connection.execute(
        "SELECT hash FROM peer_fact WHERE device = ?1 AND epoch = ?2 AND seq = ?3 UNION ALL"
        " SELECT hash FROM peer_anchor WHERE device = ?1 AND epoch = ?2 AND seq = ?3 LIMIT 1",
        (device, epoch, seq),
    ).fetchone()
    return bytes(row[0]) if row else None


def devices(connection: Connection) -> Sequence[str]:
    """All whose journals are here, in order; found by leaps, not by reading every fact."""
    found: list[str] = []
    after = "SELECT min(device) FROM (SELECT min(device) AS device FROM peer_fact WHERE device > ?1"
    after += " UNION ALL SELECT min(device) FROM peer_anchor WHERE device > ?1)"
    while (device := connection.execute(after, (found[-1] if found else "",)).fetchone()[0]) is not None:
        found.append(str(device))
    return found


def anchors(connection: Connection, device: str) -> Sequence[Anchor]:
    """Where its journal may be begun, oldest first."""
    rows = connection.execute(
        "SELECT epoch, seq, hash, signature FROM peer_anchor WHERE device = ? ORDER BY epoch, seq", (device,)
    )
    return [Anchor(device, int(e), int(s), bytes(h), bytes(sig)) for e, s, h, sig in rows]


def add_anchor(connection: Connection, anchor: Anchor, *, leap: bool) -> None:
    """Keep a place from which a journal may be begun; one behind what is here becomes its end if `leap`, or if nothing
    of the journal is here. Raises PeerRefused: "gap" (it lies behind what is here), "fork" (the chain here has another
    hash there)."""
    epoch, length = last_of(connection, anchor.device)
    if (anchor.epoch, anchor.seq) > (epoch, length):
        if epoch and not leap:
            raise PeerRefused("gap", epoch, length)
    else:
        here = hash_of(connection, anchor.device, anchor.epoch, anchor.seq)
        if here is None:
            return  # from before what is here
        if here != anchor.hash:
            raise PeerRefused("fork", anchor.epoch, anchor.seq)
    connection.execute(
        "INSERT INTO peer_anchor (device, epoch, seq, hash, signature) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (device, epoch, seq) DO UPDATE SET signature = excluded.signature",
        (anchor.device, anchor.epoch, anchor.seq, anchor.hash, anchor.signature),
    )


def add_mark(connection: Connection, device: str, epoch: int, seq: int, signature: bytes, most_bytes: int) -> None:
    """Keep a device's signature over its chain up to there. The one before goes if what lies between the two around it
    can be handed on at once: at most MARK_FACTS facts of at most `most_bytes`."""
    connection.execute(
        "INSERT INTO peer_mark (device, epoch, seq, signature) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (device, epoch, seq) DO UPDATE SET signature = excluded.signature",
        (device, epoch, seq, signature),
    )
    around = connection.execute(
        "SELECT seq FROM peer_mark WHERE device = ? AND epoch = ? AND seq < ? ORDER BY seq DESC LIMIT 2",
        (device, epoch, seq),
    ).fetchall()
    if len(around) < 2 or seq - around[1][0] > MARK_FACTS:
        return
    (between,) = connection.execute(
        "SELECT coalesce(sum(length(raw)), 0) FROM peer_fact WHERE device = ? AND epoch = ? AND seq > ? AND seq <= ?",
        (device, epoch, around[1][0], seq),
    ).fetchone()
    if between <= most_bytes:
        connection.execute(
            "DELETE FROM peer_mark WHERE device = ? AND epoch = ? AND seq = ?", (device, epoch, around[0][0])
        )


def mark_within(connection: Connection, device: str, epoch: int, after: int, most: int) -> tuple[int, bytes] | None:
    """(seq, signature) of the last mark up to `most` facts after a place, or else of the first behind it."""
    row = (
        connection.execute(
            "SELECT seq, signature FROM peer_mark WHERE device = ? AND epoch = ? AND seq > ? AND seq <= ?"
            " ORDER BY seq DESC LIMIT 1",
            (device, epoch, after, after + most),
        ).fetchone()
        or connection.execute(
            "SELECT seq, signature FROM peer_mark WHERE device = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT 1",
            (device, epoch, after),
        ).fetchone()
    )
    return (int(row[0]), bytes(row[1])) if row else None


def broken_at(connection: Connection, device: str, epoch: int) -> int | None:
    """Where an epoch's chain stops agreeing with itself or with its anchors; None if it holds."""
    starts = {one.seq: one.hash for one in anchors(connection, device) if one.epoch == epoch}
    previous, last = facts.genesis(device, epoch), 0
    if starts.get(0, previous) != previous:
        return 1
    for seq, raw, stored in peer_chain(connection, device, epoch):
        if seq != last + 1:
            if seq - 1 not in starts:
                return last + 1
            previous = starts[seq - 1]
        previous = facts.link(previous, seq, raw)
        if previous != stored or starts.get(seq, stored) != stored:
            return seq
        last = seq
    return None


def unfounded_mark(connection: Connection) -> tuple[str, int, int] | None:
    """A mark (device, epoch, seq) of a fact that is not here."""
    row = connection.execute(
        "SELECT device, epoch, seq FROM peer_mark m WHERE NOT EXISTS (SELECT 1 FROM peer_fact f"
        " WHERE f.device = m.device AND f.epoch = m.epoch AND f.seq = m.seq) LIMIT 1"
    ).fetchone()
    return (str(row[0]), int(row[1]), int(row[2])) if row else None


def epoch_after(connection: Connection, device: str, epoch: int) -> int | None:
    """The next epoch of a peer's journal of which there are facts here."""
    row = connection.execute(
        "SELECT epoch FROM peer_fact WHERE device = ? AND epoch > ? ORDER BY epoch LIMIT 1", (device, epoch)
    ).fetchone()
    return int(row[0]) if row else None


def journals(connection: Connection) -> Sequence[tuple[str, int, int]]:
    """(device, epoch, length) of every epoch of every peer, in order; also where only an anchor is here."""
    rows = connection.execute(
        "SELECT device, epoch, max(seq) FROM (SELECT device, epoch, seq FROM peer_fact UNION ALL"
        " SELECT device, epoch, seq FROM peer_anchor) GROUP BY device, epoch ORDER BY device, epoch"
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
    if chained is None:  # from before an anchor
        raise PeerRefused("gap", batch.epoch, length)
    counting: list[Fact] = []
    for seq, raw in enumerate(batch.facts, start=batch.first):
        chained = facts.link(chained, seq, raw)
        if seq <= length:
            if hash_of(connection, batch.device, batch.epoch, seq) not in (chained, None):
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
        "SELECT max(coalesce((SELECT max(seq) FROM peer_fact WHERE device = ?1 AND epoch = ?2), 0),"
        " coalesce((SELECT max(seq) FROM peer_anchor WHERE device = ?1 AND epoch = ?2), 0))",
        (device, epoch),
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
    if newest == fact.epoch:  # an anchor lies right before it
        return
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
