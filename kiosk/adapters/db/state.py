"""Carries out the projector's changes on the ledger's tables, and reads them.

Plain SQL on the driver's own connection: these statements run for every redemption, and SQLAlchemy's share of each
(35 µs) costs more than SQLite's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.adapters.db.tables import epoch_and_seq, place
from kiosk.application.ports.coupons import HeldRight, OpenOp
from kiosk.application.ports.sales import StoredSale
from kiosk.domain.coupons.model import PastUse
from kiosk.domain.journal.facts import Fact, FactKind, decode
from kiosk.domain.journal.projection import (
    Change,
    CouponUsed,
    MemberTouched,
    OpClosed,
    OpOpened,
    PinCleared,
    PinFailed,
    ProjectionError,
    RightGranted,
    RightRevoked,
    SaleRecorded,
    SaleReturned,
    SaleVoided,
    SharedChanged,
    changes,
)
from kiosk.domain.time import instant

Connection = Any
"""A DB-API connection of sqlcipher3 (or sqlite3, where state is made anew in memory)."""

_SALES = (
    "SELECT s.txn, s.at, s.actor, f.bytes, s.fact, s.voided_at, s.voided_by, s.void_reason,"
    " (SELECT r.amount FROM sale_return r WHERE r.txn = s.txn)"
    " FROM sale s JOIN fact f ON f.place = s.fact"
)
_SALE = f"{_SALES} WHERE s.txn = ?"
_NUMBERED = f"{_SALES} WHERE s.number = ?"
_RECENT = f"{_SALES} ORDER BY s.number DESC LIMIT ?"

_IDS = json.JSONEncoder().encode
_NAMES = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""As SQLite writes JSON: a migration fills the same column."""

_MEMBER_FACTS = (
    "SELECT f.bytes FROM member_fact m JOIN fact f ON f.place = m.place WHERE m.member = ?"
    " AND NOT (f.kind = 'sale.completed' AND EXISTS (SELECT 1 FROM sale s"
    "   WHERE s.txn = json_extract(CAST(f.bytes AS TEXT), '$.body.txn') AND s.voided_at IS NOT NULL))"
    " ORDER BY m.place"
)
_USES_OF_MEMBER = (
    "SELECT u.coupon, u.template, u.member, u.at, u.actor, u.txn FROM member_fact m JOIN fact f ON f.place = m.place"
    " JOIN json_each(CAST(f.bytes AS TEXT), '$.body.coupons') c"
    " JOIN coupon_use u ON u.coupon = json_extract(c.value, '$.id')"
    "   AND u.txn = json_extract(CAST(f.bytes AS TEXT), '$.body.txn')"
    " WHERE m.member = ?1 AND instr(m.templates, ?3) > 0 AND u.member = ?1 AND u.template = ?2"
)


def project(connection: Connection, fact: Fact) -> None:
    """Carry out everything `fact` changes."""
    for change in changes(fact):
        _apply(connection, fact, change)


def _apply(connection: Connection, fact: Fact, change: Change) -> None:
    run = connection.execute
    match change:
        case SaleRecorded():
            number = change.document.get("number")
            if not isinstance(number, int):
                raise ProjectionError(f"{fact.kind} {fact.epoch}/{fact.seq}: no receipt number")
            coupons = _IDS([row["id"] for row in change.document["coupons"]])
            run(
                "INSERT INTO sale (number, txn, at, actor, coupons, fact) VALUES (?, ?, ?, ?, ?, ?)",
                (number, change.txn, change.at, change.actor, coupons, place(fact.epoch, fact.seq)),
            )
        case CouponUsed():
            run(
                'INSERT INTO coupon_use (coupon, txn, template, member, at, actor, value, "right", op)'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    change.coupon,
                    change.txn,
                    change.template,
                    change.member,
                    change.at,
                    change.actor,
                    change.value,
                    change.right,
                    change.op,
                ),
            )
        case SaleVoided():
            run(
                "UPDATE sale SET voided_at = ?, voided_by = ?, void_reason = ?, void_approved_by = ?"
                " WHERE txn = ? AND voided_at IS NULL",
                (change.at, change.actor, change.reason, change.approved_by, change.txn),
            )
            run(
                "DELETE FROM coupon_use WHERE txn = ?1 AND coupon IN"
                " (SELECT value FROM json_each((SELECT coupons FROM sale WHERE txn = ?1)))",
                (change.txn,),
            )
        case SaleReturned():
            run(
                "INSERT INTO sale_return (txn, amount) VALUES (?, ?)"
                " ON CONFLICT (txn) DO UPDATE SET amount = amount + excluded.amount",
                (change.txn, change.amount),
            )
        case OpOpened():
            run(
                "INSERT INTO op (op, coupon, txn, at) VALUES (?, ?, ?, ?)",
                (change.op, change.coupon, change.txn, change.at),
            )
        case OpClosed():
            run("UPDATE op SET verdict = ? WHERE op = ?", (change.verdict, change.op))
        case RightGranted():
            run(
                "INSERT INTO coupon_right (coupon, uses, fence) VALUES (?, ?, ?)"
                " ON CONFLICT (coupon) DO UPDATE SET uses = excluded.uses, fence = excluded.fence",
                (change.coupon, change.uses, change.fence),
            )
        case RightRevoked():
            run("DELETE FROM coupon_right WHERE coupon = ?", (change.coupon,))
        case MemberTouched():
            run(
                "INSERT INTO member_fact (member, place, templates) VALUES (?, ?, ?)",
                (change.member, place(fact.epoch, fact.seq), _templates(fact, change.member)),
            )
        case SharedChanged():
            run(
                "INSERT INTO shared (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = value + excluded.value",
                (change.key, change.delta),
            )
        case PinFailed():
            run(
                "INSERT INTO pin_failure (staff, failures, last_at) VALUES (?, 1, ?)"
                " ON CONFLICT (staff) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at",
                (change.staff, change.at),
            )
        case PinCleared():
            run("DELETE FROM pin_failure WHERE staff = ?", (change.staff,))


def _templates(fact: Fact, member: str) -> str | None:
    """The templates of a sale's coupons that count for `member`."""
    if fact.kind != FactKind.SALE_COMPLETED:
        return None
    used = [str(row["template"]) for row in fact.body["coupons"] if row.get("member") == member]
    return _NAMES(used) if used else None


def member_facts(connection: Connection, member: str) -> Sequence[Fact]:
    """Facts in a member's history, in order, without sales that were voided."""
    return [decode(bytes(raw)) for (raw,) in connection.execute(_MEMBER_FACTS, (member,))]


def shared(connection: Connection, key: str) -> int:
    """What is left of a leased quantity or used up of a limit; 0 when never heard of."""
    row = connection.execute("SELECT value FROM shared WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def shares(connection: Connection) -> Mapping[str, int]:
    """What is left of every leased quantity, by its key; nothing that is used up."""
    rows = connection.execute("SELECT substr(key, 2), value FROM shared WHERE key >= '|' AND key < '}' AND value != 0")
    return dict(rows.fetchall())


def move_in_histories(connection: Connection, before: Fact, carried: Fact) -> None:
    """A fact was carried into a new epoch: histories point to it there."""
    old, new = place(before.epoch, before.seq), place(carried.epoch, carried.seq)
    for change in changes(before):
        if isinstance(change, MemberTouched):
            connection.execute(
                "UPDATE member_fact SET place = ? WHERE member = ? AND place = ?", (new, change.member, old)
            )


def move_sale(connection: Connection, txn: str, epoch: int, seq: int) -> None:
    """A sale's fact was carried into a new epoch: point to it there."""
    connection.execute("UPDATE sale SET fact = ? WHERE txn = ?", (place(epoch, seq), txn))


def sale(connection: Connection, txn: str) -> StoredSale | None:
    """A sale by its transaction id."""
    row = connection.execute(_SALE, (txn,)).fetchone()
    return _sale(row) if row else None


def sale_numbered(connection: Connection, number: int) -> StoredSale | None:
    """A sale by its receipt's number."""
    row = connection.execute(_NUMBERED, (number,)).fetchone()
    return _sale(row) if row else None


def recent_sales(connection: Connection, limit: int) -> Sequence[StoredSale]:
    """Newest first."""
    rows = connection.execute(_RECENT, (limit,))
    return [_sale(row) for row in rows]


def _sale(row: Any) -> StoredSale:
    txn, at, actor, raw, key, voided_at, voided_by, void_reason, returned = row
    fact = json.loads(raw)
    epoch, seq = epoch_and_seq(key)
    void = (voided_at, voided_by, void_reason)
    return StoredSale(txn, at, actor, fact["body"], epoch, seq, *void, fact["hlc"], returned or 0)


def last_receipt(connection: Connection) -> int:
    """The number of the newest receipt, 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM sale").fetchone()[0])


def uses_of_coupon(connection: Connection, coupon: str, store: str, terminal: str) -> Sequence[PastUse]:
    """Uses of a coupon at this terminal that count."""
    rows = connection.execute(
        "SELECT coupon, template, member, at, actor, txn FROM coupon_use WHERE coupon = ?", (coupon,)
    )
    return [_past_use(row, store, terminal) for row in rows]


def uses_of_member(connection: Connection, member: str, template: str, store: str, terminal: str) -> Sequence[PastUse]:
    """Uses of a template by a member at this terminal that count."""
    rows = connection.execute(_USES_OF_MEMBER, (member, template, _NAMES(template)))
    return [_past_use(row, store, terminal) for row in rows]


def _past_use(row: Any, store: str, terminal: str) -> PastUse:
    coupon, template, member, at, actor, txn = row
    return PastUse(coupon, template, member, instant(at), store, terminal, actor, txn)


def right(connection: Connection, coupon: str) -> HeldRight | None:
    """The right this terminal holds on a coupon: the uses that are left of it."""
    row = connection.execute(
        "SELECT r.uses - (SELECT count(*) FROM coupon_use u WHERE u.coupon = r.coupon), r.fence"
        " FROM coupon_right r WHERE r.coupon = ?",
        (coupon,),
    ).fetchone()
    return HeldRight(coupon, max(0, row[0]), row[1]) if row else None


def granted_rights(connection: Connection) -> Mapping[str, HeldRight]:
    """All rights as HQ granted them, used or not."""
    rows = connection.execute("SELECT coupon, uses, fence FROM coupon_right")
    return {coupon: HeldRight(coupon, uses, fence) for coupon, uses, fence in rows}


def open_ops(connection: Connection) -> Sequence[OpenOp]:
    """Claims never settled, oldest first."""
    rows = connection.execute("SELECT op, coupon, txn, at FROM op WHERE verdict IS NULL ORDER BY at, op")
    return [OpenOp(*row) for row in rows]


def pin_failures(connection: Connection, staff: str) -> tuple[int, int | None]:
    """Consecutive wrong PINs and the instant of the last."""
    row = connection.execute("SELECT failures, last_at FROM pin_failure WHERE staff = ?", (staff,)).fetchone()
    return (row[0], row[1]) if row else (0, None)
