"""Members of other stores in `ref.db`, as HQ told of them when it was asked: for a while, and replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection

from kiosk.adapters.db.unreadable import RowReader
from kiosk.domain.coupons.model import Coupon, PastUse
from kiosk.domain.members.member import Member
from kiosk.protocol.rows import CouponRow, SpentRow

T = TypeVar("T")
_IDS = {
    "coupon": "json_extract(data, '$.coupon.id')",
    "spent": "json_extract(data, '$.coupon') || '/' || json_extract(data, '$.txn')",
}
"""What rows are published as, by kind."""


class Visitors:
    """Reads and writes their tables. `rows`: runs a query on the reader's connection; `reader`: one row that cannot be
    read costs itself only."""

    def __init__(self, rows: Callable[..., Sequence[Any]], reader: RowReader) -> None:
        self._rows = rows
        self._reader = reader

    # --- written -----------------------------------------------------------------------------------------------------

    def keep(
        self, connection: Connection, member: str, until_ms: int, data: str, rows: Mapping[str, Sequence[str]]
    ) -> None:
        """In place of what was kept of this member."""
        run = connection.exec_driver_sql
        self._drop(connection, "id = ?", (member,))
        run("INSERT INTO visitor (id, until, data) VALUES (?, ?, ?)", (member, until_ms, data))
        values = [(member, kind, number, one) for kind, found in rows.items() for number, one in enumerate(found)]
        if values:
            run("INSERT INTO visitor_row (visitor, kind, number, data) VALUES (?, ?, ?, ?)", values)

    def any(self, member: str, card: str, before_ms: int) -> bool:
        """Whether `erase` would find anybody."""
        condition, values = _whom(member, card, before_ms)
        return bool(self._rows(f"SELECT 1 FROM visitor WHERE {condition} LIMIT 1", values))

    def erase(self, connection: Connection, member: str, card: str, before_ms: int) -> None:
        """Forget a member, by id or card number, or everybody whose time was over then."""
        self._drop(connection, *_whom(member, card, before_ms))

    def _drop(self, connection: Connection, condition: str, values: tuple[Any, ...]) -> None:
        run = connection.exec_driver_sql
        run(f"DELETE FROM visitor_row WHERE visitor IN (SELECT id FROM visitor WHERE {condition})", values)
        run(f"DELETE FROM visitor WHERE {condition}", values)

    # --- read --------------------------------------------------------------------------------------------------------

    def member(self, member: str, now_ms: int) -> Member | None:
        """By id, while they may be kept."""
        rows = self._rows("SELECT id, data FROM visitor WHERE id = ? AND until > ?", (member, now_ms))
        return next(iter(self._read(rows, Member)), None)

    def by_card(self, card_no: str, now_ms: int) -> Member | None:
        """By card number."""
        query = "SELECT id, data FROM visitor WHERE json_extract(data, '$.card_no') = ? AND until > ?"
        return next(iter(self._read(self._rows(query, (card_no, now_ms)), Member)), None)

    def by_phone(self, phone: str, now_ms: int) -> list[Member]:
        """By phone (E.164)."""
        query = "SELECT id, data FROM visitor WHERE json_extract(data, '$.phone') = ? AND until > ? ORDER BY id"
        return self._read(self._rows(query, (phone, now_ms)), Member)

    def coupons(self, member: str) -> list[Coupon]:
        """Their coupons."""
        return [row.coupon for row in self._read(self._of(member, "coupon"), CouponRow)]

    def spent(self, coupon: str) -> list[PastUse]:
        """Uses of a coupon by a visitor."""
        where = "kind = 'spent' AND json_extract(data, '$.coupon') = ?"
        rows = self._rows(f"SELECT {_IDS['spent']}, data FROM visitor_row WHERE {where}", (coupon,))
        return [_use(row) for row in self._read(rows, SpentRow)]

    def spent_by(self, member: str, template: str) -> list[PastUse]:
        """A visitor's uses of a template."""
        return [_use(row) for row in self._read(self._of(member, "spent"), SpentRow) if row.template == template]

    def events(self, member: str) -> list[tuple[str, str]]:
        """(name of the row here, JSON of an EventRow) of their history."""
        query = "SELECT number, data FROM visitor_row WHERE visitor = ? AND kind = 'event' ORDER BY number"
        return [(f"{member}/{row[0]}", row[1]) for row in self._rows(query, (member,))]

    def _of(self, member: str, kind: str) -> Sequence[Any]:
        query = f"SELECT {_IDS[kind]}, data FROM visitor_row WHERE visitor = ? AND kind = ? ORDER BY number"
        return self._rows(query, (member, kind))

    def _read(self, rows: Sequence[Any], row_type: type[T]) -> list[T]:
        found = (self._reader.read("visitor", str(row[0]), row[1], row_type) for row in rows)
        return [one for one in found if one is not None]


def _whom(member: str, card: str, before_ms: int) -> tuple[str, tuple[Any, ...]]:
    if member:
        return "id = ?", (member,)
    return ("json_extract(data, '$.card_no') = ?", (card,)) if card else ("until <= ?", (before_ms,))


def _use(row: SpentRow) -> PastUse:
    return PastUse(row.coupon, row.template, row.member, row.at, row.store, row.device, "", row.txn, row.units)
