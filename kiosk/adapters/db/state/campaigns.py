"""Campaigns: members' histories, and quantities that members share."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata, place
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.campaigns import CampaignState
from kiosk.domain.campaigns.facts import SharedChanged
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import Fact, decode
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.sales.facts import SALE_COMPLETED

# `templates`: JSON array of those whose coupons the member used in this sale
member_fact = Table(
    "member_fact",
    metadata,
    Column("member", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("templates", Text),
    sqlite_with_rowid=False,
)

# what is left of leased quantities ("|" + key), and how much of a limit is used up
shared = Table(
    "shared",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Integer, nullable=False),
    sqlite_with_rowid=False,
)

template_names = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON as SQLite writes it: a migration fills the same column."""


def _touch(connection: Connection, fact: Fact, change: MemberTouched) -> None:
    connection.execute(
        "INSERT INTO member_fact (member, place, templates) VALUES (?, ?, ?)",
        (change.member, place(fact.epoch, fact.seq), _templates(fact, change.member)),
    )


def _templates(fact: Fact, member: str) -> str | None:
    """The templates of a sale's coupons that count for `member`."""
    if fact.kind != SALE_COMPLETED:
        return None
    used = [str(row["template"]) for row in fact.body["coupons"] if row.get("member") == member]
    return template_names(used) if used else None


def _share(connection: Connection, _fact: Fact, change: SharedChanged) -> None:
    connection.execute(
        "INSERT INTO shared (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = value + excluded.value",
        (change.key, change.delta),
    )


def _moved(connection: Connection, before: Fact, carried: Fact) -> None:
    """Histories point to a fact where it is now."""
    old, new = place(before.epoch, before.seq), place(carried.epoch, carried.seq)
    for change in changes(before):
        if isinstance(change, MemberTouched):
            connection.execute(
                "UPDATE member_fact SET place = ? WHERE member = ? AND place = ?", (new, change.member, old)
            )


peer_member_fact = Table(
    "peer_member_fact",
    metadata,
    Column("member", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# what each peer used up of limits that are counted over all terminals
peer_count = Table(
    "peer_count",
    metadata,
    Column("key", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("value", Integer, nullable=False),
    sqlite_with_rowid=False,
)


def _touch_by_peer(connection: Connection, device: str, fact: Fact, change: MemberTouched) -> None:
    connection.execute(
        "INSERT INTO peer_member_fact (member, device, epoch, seq) VALUES (?, ?, ?, ?)",
        (change.member, device, fact.epoch, fact.seq),
    )


def _share_of_peer(connection: Connection, device: str, _fact: Fact, change: SharedChanged) -> None:
    if "|" in change.key:  # a peer draws on its own leases
        return
    connection.execute(
        "INSERT INTO peer_count (key, device, value) VALUES (?, ?, ?)"
        " ON CONFLICT (key, device) DO UPDATE SET value = value + excluded.value",
        (change.key, device, change.delta),
    )


STATE = State(
    tables=(member_fact, shared, peer_member_fact, peer_count),
    carry={MemberTouched: _touch, SharedChanged: _share},
    carry_of_peers={MemberTouched: _touch_by_peer, SharedChanged: _share_of_peer},
    moved=_moved,
)

_MEMBER_FACTS = (
    "SELECT f.bytes FROM member_fact m JOIN fact f ON f.place = m.place WHERE m.member = ?"
    " AND NOT (f.kind = 'sale.completed' AND EXISTS (SELECT 1 FROM sale s"
    "   WHERE s.txn = json_extract(CAST(f.bytes AS TEXT), '$.body.txn') AND s.voided_at IS NOT NULL))"
    " ORDER BY m.place"
)
_FACTS_OF_PEERS = (
    "SELECT m.device, f.raw FROM peer_member_fact m JOIN peer_fact f USING (device, epoch, seq) WHERE m.member = ?"
    " AND NOT EXISTS (SELECT 1 FROM peer_sale s WHERE s.device = m.device AND s.voided_at IS NOT NULL"
    "   AND s.txn = json_extract(CAST(f.raw AS TEXT), '$.body.txn')"
    "   AND json_extract(CAST(f.raw AS TEXT), '$.kind') = 'sale.completed')"
    " ORDER BY f.hlc, m.device"
)
_SHARED = "SELECT (SELECT value FROM shared WHERE key = ?1), (SELECT sum(value) FROM peer_count WHERE key = ?1)"


class CampaignRows(Rows, CampaignState):
    """Reads them."""

    def member_facts(self, member: str) -> Sequence[Fact]:
        return [decode(bytes(raw)) for (raw,) in self._connection.execute(_MEMBER_FACTS, (member,))]

    def member_facts_of_peers(self, member: str) -> Sequence[tuple[str, Fact]]:
        """(device, fact) of other terminals in a member's history, as far as their journals are here, by their stamps,
        without sales that were voided."""
        rows = self._connection.execute(_FACTS_OF_PEERS, (member,))
        return [(device, decode(bytes(raw))) for device, raw in rows]

    def shared(self, key: str) -> int:
        here, peers = self._connection.execute(_SHARED, (key,)).fetchone()
        return int(here or 0) + int(peers or 0)

    def shares(self) -> Mapping[str, int]:
        """What is left of every leased quantity, by its key; nothing that is used up."""
        rows = self._connection.execute(
            "SELECT substr(key, 2), value FROM shared WHERE key >= '|' AND key < '}' AND value != 0"
        )
        return dict(rows.fetchall())
