"""Coupons: what was used, by what right this terminal may redeem, and which claims are open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Index, Integer, Table, Text, text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.campaigns import template_names
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.coupons import CouponState, HeldRight, OpenOp
from kiosk.domain.coupons.facts import (
    CouponUsed,
    OpClosed,
    OpOpened,
    RightGranted,
    RightRevoked,
    SeriesBack,
    SeriesMade,
    VoucherRefunded,
)
from kiosk.domain.coupons.model import PastUse
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SaleVoided
from kiosk.domain.time import instant

coupon_use = Table(
    "coupon_use",
    metadata,
    Column("coupon", Text, primary_key=True),
    Column("txn", Text, primary_key=True),
    Column("template", Text, nullable=False),
    Column("member", Text),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("right", Text, nullable=False),
    Column("op", Text),
    Column("units", Integer, nullable=False, server_default="1"),
    sqlite_with_rowid=False,
)

op = Table(
    "op",
    metadata,
    Column("op", Text, primary_key=True),
    Column("coupon", Text, nullable=False),
    Column("txn", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("verdict", Text),
    Index("ix_op_open", "at", "op", sqlite_where=text("verdict IS NULL")),
    sqlite_with_rowid=False,
)

coupon_right = Table(
    "coupon_right",
    metadata,
    Column("coupon", Text, primary_key=True),
    Column("uses", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    sqlite_with_rowid=False,
)


def _use(connection: Connection, _fact: Fact, change: CouponUsed) -> None:
    connection.execute(
        'INSERT INTO coupon_use (coupon, txn, template, member, at, actor, value, "right", op, units)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            change.units,
        ),
    )


def _give_back(connection: Connection, _fact: Fact, change: SaleVoided) -> None:
    connection.execute(
        "DELETE FROM coupon_use WHERE txn = ?1 AND coupon IN"
        " (SELECT value FROM json_each((SELECT coupons FROM sale WHERE txn = ?1)))",
        (change.txn,),
    )


def _refund(connection: Connection, _fact: Fact, change: VoucherRefunded) -> None:
    connection.execute(
        "UPDATE coupon_use SET units = max(0, units - ?) WHERE coupon = ? AND txn = ?",
        (change.units, change.coupon, change.txn),
    )


def _open(connection: Connection, _fact: Fact, change: OpOpened) -> None:
    connection.execute(
        "INSERT INTO op (op, coupon, txn, at) VALUES (?, ?, ?, ?)", (change.op, change.coupon, change.txn, change.at)
    )


def _close(connection: Connection, _fact: Fact, change: OpClosed) -> None:
    connection.execute("UPDATE op SET verdict = ? WHERE op = ?", (change.verdict, change.op))


def _grant(connection: Connection, _fact: Fact, change: RightGranted) -> None:
    connection.execute(
        "INSERT INTO coupon_right (coupon, uses, fence) VALUES (?, ?, ?)"
        " ON CONFLICT (coupon) DO UPDATE SET uses = excluded.uses, fence = excluded.fence",
        (change.coupon, change.uses, change.fence),
    )


def _revoke(connection: Connection, _fact: Fact, change: RightRevoked) -> None:
    connection.execute("DELETE FROM coupon_right WHERE coupon = ?", (change.coupon,))


def _of_hq(_connection: Connection, _fact: Fact, _change: SeriesMade | SeriesBack) -> None:
    """HQ alone issues coupons on paper and takes them back; a terminal hears of each coupon in its rows."""


# rights are this terminal's own, and a use is judged by the right it was taken by: a peer's changes neither
STATE = State(
    tables=(coupon_use, op, coupon_right),
    carry={
        CouponUsed: _use,
        SaleVoided: _give_back,
        VoucherRefunded: _refund,
        OpOpened: _open,
        OpClosed: _close,
        RightGranted: _grant,
        RightRevoked: _revoke,
        SeriesMade: _of_hq,
        SeriesBack: _of_hq,
    },
)

# a member's uses are found in the histories, so that limits per member need no index of their own
_USES_OF_MEMBER = (
    "SELECT u.coupon, u.template, u.member, u.at, u.actor, u.txn, u.units"
    " FROM member_fact m JOIN fact f ON f.place = m.place"
    " JOIN json_each(CAST(f.bytes AS TEXT), '$.body.coupons') c"
    " JOIN coupon_use u ON u.coupon = json_extract(c.value, '$.id')"
    "   AND u.txn = json_extract(CAST(f.bytes AS TEXT), '$.body.txn')"
    " WHERE m.member = ?1 AND instr(m.templates, ?3) > 0 AND u.member = ?1 AND u.template = ?2"
)


class CouponRows(Rows, CouponState):
    """Reads them."""

    def uses_of_coupon(self, coupon: str) -> Sequence[PastUse]:
        rows = self._connection.execute(
            "SELECT coupon, template, member, at, actor, txn, units FROM coupon_use WHERE coupon = ?", (coupon,)
        )
        return [self._past_use(row) for row in rows]

    def uses_by_coupon(self, template: str) -> Mapping[str, int]:
        rows = self._connection.execute(
            "SELECT coupon, sum(units) FROM coupon_use WHERE template = ? GROUP BY coupon", (template,)
        )
        return dict(rows.fetchall())

    def uses_of_member(self, member: str, template: str) -> Sequence[PastUse]:
        rows = self._connection.execute(_USES_OF_MEMBER, (member, template, template_names(template)))
        return [self._past_use(row) for row in rows]

    def _past_use(self, row: Any) -> PastUse:
        coupon, template, member, at, actor, txn, units = row
        store, terminal = self.meta("store") or "", self.meta("terminal_name") or ""
        return PastUse(coupon, template, member, instant(at), store, terminal, actor, txn, units)

    def right(self, coupon: str) -> HeldRight | None:
        row = self._connection.execute(
            "SELECT r.uses - (SELECT coalesce(sum(u.units), 0) FROM coupon_use u WHERE u.coupon = r.coupon), r.fence"
            " FROM coupon_right r WHERE r.coupon = ?",
            (coupon,),
        ).fetchone()
        return HeldRight(coupon, max(0, row[0]), row[1]) if row else None

    def rights(self) -> Mapping[str, HeldRight]:
        rows = self._connection.execute("SELECT coupon, uses, fence FROM coupon_right")
        return {coupon: HeldRight(coupon, uses, fence) for coupon, uses, fence in rows}

    def open_ops(self) -> Sequence[OpenOp]:
        rows = self._connection.execute("SELECT op, coupon, txn, at FROM op WHERE verdict IS NULL ORDER BY at, op")
        return [OpenOp(*row) for row in rows]
