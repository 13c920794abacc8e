"""Carries out the projector's changes on the ledger's tables, and reads them.

Plain SQL strings: these statements run for every redemption, and building them anew costs more than running them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from kiosk.application.ports import HeldRight, OpenOp, StoredSale, instant
from kiosk.domain.coupons.model import PastUse
from kiosk.domain.facts import Fact
from kiosk.domain.projection import (
    Change,
    CouponUsed,
    OpClosed,
    OpOpened,
    PinCleared,
    PinFailed,
    RightGranted,
    RightRevoked,
    SaleRecorded,
    SaleVoided,
    changes,
)

_SALE_COLUMNS = "txn, at, actor, document, epoch, seq, voided_at, voided_by, void_reason"


def project(connection: Connection, fact: Fact) -> None:
    """Carry out everything `fact` changes."""
    for change in changes(fact):
        _apply(connection, fact, change)


def _apply(connection: Connection, fact: Fact, change: Change) -> None:
    run = connection.exec_driver_sql
    match change:
        case SaleRecorded():
            document = json.dumps(change.document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            run(
                "INSERT INTO sale (txn, at, actor, number, document, epoch, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    change.txn,
                    change.at,
                    change.actor,
                    int(change.document["number"]),
                    document,
                    fact.epoch,
                    fact.seq,
                ),
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
            run("DELETE FROM coupon_use WHERE txn = ?", (change.txn,))
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
        case PinFailed():
            run(
                "INSERT INTO pin_failure (staff, failures, last_at) VALUES (?, 1, ?)"
                " ON CONFLICT (staff) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at",
                (change.staff, change.at),
            )
        case PinCleared():
            run("DELETE FROM pin_failure WHERE staff = ?", (change.staff,))


def move_sale(connection: Connection, txn: str, epoch: int, seq: int) -> None:
    """A sale's fact was carried into a new epoch: point to it there."""
    connection.exec_driver_sql("UPDATE sale SET epoch = ?, seq = ? WHERE txn = ?", (epoch, seq, txn))


def sale(connection: Connection, txn: str) -> StoredSale | None:
    """A sale by its transaction id."""
    row = connection.exec_driver_sql(f"SELECT {_SALE_COLUMNS} FROM sale WHERE txn = ?", (txn,)).first()
    return _sale(row) if row else None


def recent_sales(connection: Connection, limit: int) -> Sequence[StoredSale]:
    """Newest first."""
    rows = connection.exec_driver_sql(f"SELECT {_SALE_COLUMNS} FROM sale ORDER BY number DESC LIMIT ?", (limit,))
    return [_sale(row) for row in rows]


def _sale(row: Any) -> StoredSale:
    txn, at, actor, document, epoch, seq, voided_at, voided_by, void_reason = row
    body: Mapping[str, Any] = json.loads(document)
    return StoredSale(txn, at, actor, body, epoch, seq, voided_at, voided_by, void_reason)


def last_receipt(connection: Connection) -> int:
    """The number of the newest receipt, 0 before the first."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM sale").scalar_one())


def uses_of_coupon(connection: Connection, coupon: str, store: str, terminal: str) -> Sequence[PastUse]:
    """Uses of a coupon at this terminal that count."""
    rows = connection.exec_driver_sql(
        "SELECT coupon, template, member, at, actor, txn FROM coupon_use WHERE coupon = ?", (coupon,)
    )
    return [_past_use(row, store, terminal) for row in rows]


def uses_of_member(connection: Connection, member: str, template: str, store: str, terminal: str) -> Sequence[PastUse]:
    """Uses of a template by a member at this terminal that count."""
    rows = connection.exec_driver_sql(
        "SELECT coupon, template, member, at, actor, txn FROM coupon_use WHERE member = ? AND template = ?",
        (member, template),
    )
    return [_past_use(row, store, terminal) for row in rows]


def _past_use(row: Any, store: str, terminal: str) -> PastUse:
    coupon, template, member, at, actor, txn = row
    return PastUse(coupon, template, member, instant(at), store, terminal, actor, txn)


def right(connection: Connection, coupon: str) -> HeldRight | None:
    """The right this terminal holds on a coupon: the uses that are left of it."""
    row = connection.exec_driver_sql(
        "SELECT r.uses - (SELECT count(*) FROM coupon_use u WHERE u.coupon = r.coupon), r.fence"
        " FROM coupon_right r WHERE r.coupon = ?",
        (coupon,),
    ).first()
    return HeldRight(coupon, max(0, row[0]), row[1]) if row else None


def granted_rights(connection: Connection) -> Mapping[str, HeldRight]:
    """All rights as HQ granted them, used or not."""
    rows = connection.exec_driver_sql("SELECT coupon, uses, fence FROM coupon_right")
    return {coupon: HeldRight(coupon, uses, fence) for coupon, uses, fence in rows}


def open_ops(connection: Connection) -> Sequence[OpenOp]:
    """Claims never settled, oldest first."""
    rows = connection.exec_driver_sql("SELECT op, coupon, txn, at FROM op WHERE verdict IS NULL ORDER BY at, op")
    return [OpenOp(*row) for row in rows]


def pin_failures(connection: Connection, staff: str) -> tuple[int, int | None]:
    """Consecutive wrong PINs and the instant of the last."""
    row = connection.exec_driver_sql("SELECT failures, last_at FROM pin_failure WHERE staff = ?", (staff,)).first()
    return (row[0], row[1]) if row else (0, None)
