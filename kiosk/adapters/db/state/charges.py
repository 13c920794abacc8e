"""Vouchers of value that were sold or topped up at this terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.charges import ChargeState, StoredCharge
from kiosk.domain.coupons.charge_facts import ChargeRecorded, ChargeUndone
from kiosk.domain.journal.facts import Fact

voucher_charge = Table(
    "voucher_charge",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("coupon", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("voided_at", Integer),
    Column("voided_by", Text),
    Index("ix_voucher_charge_coupon", "coupon"),
    Index("ix_voucher_charge_number", "number"),
    sqlite_with_rowid=False,
)


def _record(connection: Connection, _fact: Fact, change: ChargeRecorded) -> None:
    connection.execute(
        "INSERT INTO voucher_charge (txn, number, at, actor, coupon, value, document) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            change.txn,
            change.number,
            change.at,
            change.actor,
            change.coupon,
            change.value,
            json.dumps(change.document, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        ),
    )


def _undo(connection: Connection, _fact: Fact, change: ChargeUndone) -> None:
    connection.execute(
        "UPDATE voucher_charge SET voided_at = ?, voided_by = ? WHERE txn = ?", (change.at, change.actor, change.txn)
    )


STATE = State(tables=(voucher_charge,), carry={ChargeRecorded: _record, ChargeUndone: _undo})

_CHARGES = "SELECT txn, number, at, actor, coupon, value, document, voided_at, voided_by FROM voucher_charge"


class ChargeRows(Rows, ChargeState):
    """Reads them."""

    def charged(self, coupon: str) -> int:
        row = self._connection.execute(
            "SELECT coalesce(sum(value), 0) FROM voucher_charge WHERE coupon = ?", (coupon,)
        ).fetchone()
        return int(row[0])

    def charge(self, txn: str) -> StoredCharge | None:
        row = self._connection.execute(f"{_CHARGES} WHERE txn = ?", (txn,)).fetchone()
        return _stored(row) if row else None

    def charges_of(self, coupon: str) -> Sequence[StoredCharge]:
        rows = self._connection.execute(f"{_CHARGES} WHERE coupon = ? ORDER BY number", (coupon,))
        return [_stored(row) for row in rows]

    def recent_charges(self, limit: int) -> Sequence[StoredCharge]:
        rows = self._connection.execute(f"{_CHARGES} ORDER BY number DESC LIMIT ?", (limit,))
        return [_stored(row) for row in rows]

    def last_charge(self) -> int:
        row = self._connection.execute("SELECT coalesce(max(number), 0) FROM voucher_charge").fetchone()
        return int(row[0])


def _stored(row: Any) -> StoredCharge:
    txn, number, at, actor, coupon, value, document, voided_at, voided_by = row
    return StoredCharge(txn, number, at, actor, coupon, value, json.loads(document), voided_at, voided_by)
