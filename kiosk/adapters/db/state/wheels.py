"""Wheels: sealed tapes that were opened at this terminal, and slots of them that were taken and shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, epoch_and_seq, metadata, place
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.wheels import WheelState
from kiosk.domain.campaigns.facts import SlotTaken
from kiosk.domain.draws.held import HeldLease, TakenSlot
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, LeaseClosed, LeaseOpened, SlotShown
from kiosk.domain.draws.wheel_stock import slot_code
from kiosk.domain.journal.facts import Fact, decode

wheel_lease = Table(
    "wheel_lease",
    metadata,
    Column("lease", Text, primary_key=True),
    Column("campaign", Text, nullable=False),
    Column("wheel", Text, nullable=False),
    Column("op", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("beacon", Text, nullable=False),
    Column("root", Text, nullable=False),
    Column("root_signature", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("opened", Integer, nullable=False),  # place of the fact
    Column("stamp", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("boot", Text, nullable=False),
    Column("mono", Integer, nullable=False),
    Column("closed", Integer, nullable=False),  # place of the fact, 0: it is open
    Column("why", Text, nullable=False),
    Index("ix_wheel_lease_closed", "closed"),
    sqlite_with_rowid=False,
)

wheel_slot = Table(
    "wheel_slot",
    metadata,
    Column("lease", Text, primary_key=True),
    Column("j", Integer, primary_key=True),
    Column("wheel", Text, nullable=False),
    Column("member", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("channel", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("stamp", Integer, nullable=False),
    Column("shown", Integer, nullable=False),  # ms, 0: not yet
    Index("ix_wheel_slot_member", "member", "stamp"),
    Index("ix_wheel_slot_stamp", "stamp"),
    Index("ix_wheel_slot_shown", "shown"),
    sqlite_with_rowid=False,
)


def _open(connection: Connection, fact: Fact, change: LeaseOpened) -> None:
    """The first opening of a lease is the one that counts."""
    said = change.said
    connection.execute(
        "INSERT INTO wheel_lease (lease, campaign, wheel, op, body, key_id, signature, beacon, root, root_signature,"
        " size, opened, stamp, at, boot, mono, closed, why)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '') ON CONFLICT DO NOTHING",
        (
            said.lease,
            said.campaign,
            said.wheel,
            said.op,
            said.body,
            said.key_id,
            said.signature,
            said.beacon,
            said.root,
            said.root_signature,
            said.size,
            place(fact.epoch, fact.seq),
            change.stamp,
            change.at,
            change.boot,
            change.mono,
        ),
    )


def _take(connection: Connection, _fact: Fact, change: SlotTaken) -> None:
    said = change.said
    connection.execute(
        "INSERT INTO wheel_slot (lease, j, wheel, member, part, amount, channel, at, stamp, shown)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
        (
            said.lease,
            said.j,
            said.ref,
            said.member,
            said.part,
            said.amount,
            said.channel,
            change.at,
            change.stamp,
        ),
    )


def _show(connection: Connection, _fact: Fact, change: SlotShown) -> None:
    connection.execute(
        "UPDATE wheel_slot SET shown = max(1, ?3) WHERE lease = ?1 AND j = ?2 AND shown = 0",
        (change.lease, change.j, change.at),
    )


def _close(connection: Connection, fact: Fact, change: LeaseClosed) -> None:
    connection.execute(
        "UPDATE wheel_lease SET closed = ?, why = ? WHERE lease = ? AND closed = 0",
        (place(fact.epoch, fact.seq), str(change.why), change.lease),
    )


def _moved(connection: Connection, before: Fact, carried: Fact) -> None:
    old, new = place(before.epoch, before.seq), place(carried.epoch, carried.seq)
    connection.execute("UPDATE wheel_lease SET opened = ? WHERE opened = ?", (new, old))
    connection.execute("UPDATE wheel_lease SET closed = ? WHERE closed = ?", (new, old))


# a peer's slots are its own: HQ tells what they brought
STATE = State(
    tables=(wheel_lease, wheel_slot),
    carry={LeaseOpened: _open, SlotTaken: _take, SlotShown: _show, LeaseClosed: _close},
    moved=_moved,
)

_LEASES = (
    "SELECT l.lease, l.campaign, l.wheel, l.body, l.op, l.key_id, l.signature, l.beacon, l.root, l.root_signature,"
    " l.size, (SELECT count(*) FROM wheel_slot s WHERE s.lease = l.lease), l.opened, l.stamp, l.at, l.boot, l.mono,"
    " l.why, l.closed FROM wheel_lease l"
)
_SLOTS = (
    "SELECT s.lease, s.j, coalesce(l.campaign, ''), s.wheel, s.member, s.part, s.amount, s.channel, s.at, s.stamp,"
    " s.shown FROM wheel_slot s LEFT JOIN wheel_lease l ON l.lease = s.lease"
)


class WheelRows(Rows, WheelState):
    """Reads them."""

    def wheel_leases(self) -> Sequence[HeldLease]:
        acked = place(int(self.meta("epoch") or 0), int(self.meta("acked") or 0))
        return self._leases("WHERE l.closed = 0 OR l.closed > ? ORDER BY l.stamp, l.lease", (acked,))

    def wheel_lease(self, lease: str) -> HeldLease | None:
        return next(iter(self._leases("WHERE l.lease = ?", (lease,))), None)

    def published_secret(self, held: HeldLease) -> bytes:
        if not held.closed:
            return b""
        where = (place(held.closed_epoch, held.closed_seq),)
        row = self._connection.execute("SELECT bytes FROM fact WHERE place = ?", where).fetchone()
        said = WHEEL_CLOSED.read(decode(row[0]).body) if row is not None else None
        return bytes.fromhex(said.nt) if said is not None else b""

    def opened_leases(self, campaign: str, wheel: str) -> Sequence[HeldLease]:
        return self._leases("WHERE l.campaign = ? AND l.wheel = ? ORDER BY l.stamp, l.lease", (campaign, wheel))

    def epoch_stamp(self) -> int:
        began = place(int(self.meta("epoch") or 0), 1)
        row = self._connection.execute("SELECT hlc FROM fact WHERE place = ?", (began,)).fetchone()
        return int(row[0]) if row is not None else 0

    def taken_slot(self, lease: str, j: int) -> TakenSlot | None:
        return next(iter(self._slots("WHERE s.lease = ? AND s.j = ?", (lease, j))), None)

    def taken_counts(self, lease: str) -> Mapping[str, int]:
        rows = self._connection.execute(
            "SELECT part, amount, count(*) FROM wheel_slot WHERE lease = ? GROUP BY part, amount", (lease,)
        )
        return {slot_code(part, amount): count for part, amount, count in rows}

    def standing_slots(self, member: str = "") -> Sequence[TakenSlot]:
        return self._slots("WHERE s.shown = 0 AND (?1 = '' OR s.member = ?1) ORDER BY s.stamp", (member,))

    def slots_of(self, member: str, limit: int) -> Sequence[TakenSlot]:
        return self._slots("WHERE s.member = ? ORDER BY s.stamp DESC LIMIT ?", (member, limit))

    def newest_slots(self, campaign: str, wheel: str, without: Sequence[str], limit: int) -> Sequence[TakenSlot]:
        return self._slots(
            "WHERE s.shown > 0 AND (?1 = '' OR l.campaign = ?1) AND (?2 = '' OR s.wheel = ?2)"
            " AND l.campaign || '/' || s.wheel || '/' || s.part NOT IN (SELECT value FROM json_each(?3))"
            " ORDER BY s.stamp DESC LIMIT ?4",
            (campaign, wheel, json.dumps(list(without)), limit),
        )

    def _leases(self, condition: str, values: tuple[Any, ...]) -> Sequence[HeldLease]:
        return [_lease(row) for row in self._connection.execute(f"{_LEASES} {condition}", values)]

    def _slots(self, condition: str, values: tuple[Any, ...]) -> Sequence[TakenSlot]:
        return [TakenSlot(*row) for row in self._connection.execute(f"{_SLOTS} {condition}", values)]


def _lease(row: Any) -> HeldLease:
    *texts, body, op = row[:5]
    opened, stamp, at, boot, mono, why, closed = row[12:]
    began, ended = epoch_and_seq(opened), epoch_and_seq(closed)
    fields: tuple[Any, ...] = (*texts, json.loads(body), op, *row[5:12], *began, stamp, at, boot, mono, why, *ended)
    return HeldLease(*fields)
