"""Events, their guests and what other desks said of them, as HQ told, read from `ref.db`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from kiosk.adapters.db.unreadable import RowReader
from kiosk.domain.guests.event import Event, Guest
from kiosk.protocol.rows import AttendanceRow

T = TypeVar("T")
_ALL_OF = "id > ?1 || '/' AND id < ?1 || '0'"
"""Of an event: ids are "event/guest"."""


class ToldGuests:
    """Reads them. `rows`: runs a query on the reader's connection; `reader`: one row that cannot be read costs itself
    only."""

    def __init__(self, rows: Callable[..., Sequence[Any]], reader: RowReader) -> None:
        self._rows, self._reader = rows, reader

    def events(self) -> Sequence[Event]:
        """Events of the store that are not over, by when they start."""
        found = self._read("gathering", "SELECT id, data FROM gathering", (), Event)
        return sorted(found, key=lambda one: (one.starts, one.id))

    def event(self, event: str) -> Event | None:
        """One of them."""
        found = self._read("gathering", "SELECT id, data FROM gathering WHERE id = ?", (event,), Event)
        return next(iter(found), None)

    def guest(self, event: str, guest: str) -> Guest | None:
        """One guest of an event's list."""
        found = self._read("guest", "SELECT id, data FROM guest WHERE id = ?", (f"{event}/{guest}",), Guest)
        return next(iter(found), None)

    def guests(self, event: str) -> Sequence[Guest]:
        """The whole list, by id."""
        return self._read("guest", f"SELECT id, data FROM guest WHERE {_ALL_OF} ORDER BY id", (event,), Guest)

    def by_code(self, event: str, code: str) -> Sequence[Guest]:
        """Guests of a list whose code it is; two where somebody's list gave one code twice."""
        statement = (
            "SELECT g.id, g.data FROM guest_code c JOIN guest g ON g.id = c.guest WHERE c.event = ? AND c.code = ?"
        )
        return self._read("guest", statement, (event, code), Guest)

    def by_phone(self, event: str, phone: str) -> Sequence[Guest]:
        """Guests of a list with a phone, E.164."""
        return self._having("phone", event, phone)

    def by_member(self, event: str, member: str) -> Sequence[Guest]:
        """Guests of a list who are a member."""
        return self._having("member", event, member)

    def attendance(self, event: str) -> Sequence[AttendanceRow]:
        """What desks of the store said of the guests, as far as HQ was told."""
        statement = f"SELECT id, data FROM attendance WHERE {_ALL_OF} ORDER BY id"
        return self._read("attendance", statement, (event,), AttendanceRow)

    def attendance_of(self, event: str, guest: str) -> AttendanceRow | None:
        """The same of one guest."""
        statement = "SELECT id, data FROM attendance WHERE id = ?"
        return next(iter(self._read("attendance", statement, (f"{event}/{guest}",), AttendanceRow)), None)

    def _having(self, field: str, event: str, value: str) -> Sequence[Guest]:
        if not value:
            return ()
        path = f"json_extract(data, '$.{field}')"
        # the second condition lets SQLite use the index of those that have one; + keeps it from the primary key
        where = f"{path} = ?2 AND {path} <> '' AND +id > ?1 || '/' AND +id < ?1 || '0'"
        return self._read("guest", f"SELECT id, data FROM guest WHERE {where} ORDER BY id", (event, value), Guest)

    def _read(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> Sequence[T]:
        found = (self._reader.read(table, str(row[0]), row[1], row_type) for row in self._rows(statement, values))
        return [one for one in found if one is not None]
